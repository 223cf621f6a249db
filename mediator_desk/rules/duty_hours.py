"""Duty hours: when the desk may speak up by itself; at night and on days off it never does."""

import re
from dataclasses import dataclass
from datetime import datetime, time

from mediator_desk.refusals import Refusal
from mediator_desk.rules.calendar import Calendar
from mediator_desk.rules.durations import CHINA
from mediator_desk.rules.search_words import fold
from mediator_desk.words import N_

USUAL = "08:30-12:00, 14:00-18:00"

_SPAN = re.compile(r"(\d{1,2})[:.点](\d{2})?\s*[-~至到]\s*(\d{1,2})[:.点](\d{2})?")
_BETWEEN = re.compile(r"[,，;；、\s]+")


@dataclass(frozen=True, slots=True)
class DutyHours:
    """Spans of a working day, the earliest first; none means that the desk never speaks up."""

    spans: tuple[tuple[time, time], ...]

    def on_duty(self, moment: datetime, calendar: Calendar) -> bool:
        """Tell whether a moment is on duty: within a span, on a working day."""
        here = moment.astimezone(CHINA)
        if not calendar.is_working_day(here.date()):
            return False
        return any(begin <= here.time() < end for begin, end in self.spans)

    def words(self) -> str:
        """Write the spans as people type them."""
        return ", ".join(f"{begin:%H:%M}-{end:%H:%M}" for begin, end in self.spans)


def read_duty_hours(typed: str) -> DutyHours:
    """Understand typed hours. Raises ``Refusal`` when they are none."""
    words = fold(typed).strip()
    spans: list[tuple[time, time]] = []
    place = 0
    while place < len(words):
        found = _SPAN.match(words, place)
        if found is None:
            raise _refused()
        try:
            begin = time(int(found[1]), int(found[2] or 0))
            end = time(int(found[3]), int(found[4] or 0))
        except ValueError:
            raise _refused() from None
        if begin >= end or (spans and begin < spans[-1][1]):
            raise _refused()
        spans.append((begin, end))
        gap = _BETWEEN.match(words, found.end())
        if gap is None and found.end() < len(words):
            raise _refused()
        place = gap.end() if gap else found.end()
    return DutyHours(tuple(spans))


def _refused() -> Refusal:
    return Refusal(
        N_("Write the hours from early to late, such as {example}; leave it empty for no notices."),
        example=USUAL,
    )
