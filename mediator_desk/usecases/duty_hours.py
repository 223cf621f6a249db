"""The duty hours of one person on this PC: only then does the desk speak up by itself."""

from dataclasses import dataclass

from mediator_desk.ports import Desk
from mediator_desk.rows import Changes
from mediator_desk.rules.duty_hours import USUAL, DutyHours, read_duty_hours


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDutyHours:
    """The hours as typed, such as 08:30-12:00, 14:00-18:00; empty for no notices at all."""

    hours: str


def set_duty_hours(desk: Desk, asked: SetDutyHours) -> Changes:
    """Keep the hours for this person on this PC."""
    with desk.work("set-duty-hours") as work:
        work.shelve(_key(desk), read_duty_hours(asked.hours).words())
        return work.commit()


def duty_hours(desk: Desk) -> DutyHours:
    """Give this person's duty hours, or the usual ones."""
    kept = desk.queries.shelved(_key(desk))
    return read_duty_hours(kept if isinstance(kept, str) else USUAL)


def _key(desk: Desk) -> str:
    return f"duty-hours/{desk.person.id}"
