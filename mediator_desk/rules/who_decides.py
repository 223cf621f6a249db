"""Who may decide a topic: the council, or others to whom the law leaves it (Civil Code 278).

The lines are data that people may edit (domain.md 3.4). The desk proposes from the topic and the
words; a person screens the topic and decides.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mediator_desk.records.council import DecisionBody
from mediator_desk.records.council_meeting import MeetingResult
from mediator_desk.records.dispute import Topic
from mediator_desk.rules.hearing import heard, plain
from mediator_desk.rules.remarks import Named
from mediator_desk.words import N_

# The items of Civil Code 278; the numbers are those of the law.
LAW_ITEMS: Mapping[int, str] = {
    1: N_("rules of the owners' meeting"),
    2: N_("management covenant"),
    3: N_("electing or replacing the owners' committee"),
    4: N_("hiring or dismissing the property manager"),
    5: N_("using the maintenance fund"),
    6: N_("raising the maintenance fund"),
    7: N_("rebuilding or altering buildings, elevators included"),
    8: N_("changing the use of common parts, or running business with them"),
    9: N_("other major matters of what is owned in common"),
}
QUALIFIED_ITEMS = (6, 7, 8)

OWNERS_BODIES = (
    DecisionBody.OWNERS,
    DecisionBody.UNIT_OWNERS,
    DecisionBody.ALL_CONCERNED,
    DecisionBody.OWNERS_COMMITTEE,
    DecisionBody.INTERIM_COMMITTEE,
)
_RESIDENTS_BODIES = (DecisionBody.RESIDENTS, DecisionBody.REPRESENTATIVES)
_ALWAYS = (MeetingResult.TO_WHISTLE, MeetingResult.NOT_PASSED, MeetingResult.ADJOURNED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Who decides, under which item of Civil Code 278 (0: none), and why, by which article."""

    body: DecisionBody
    law_item: int
    why: Named
    source: str


def council_may_decide(body: DecisionBody, law_item: int) -> bool:
    """Tell whether the council itself decides; else it may only recommend."""
    return body is DecisionBody.COUNCIL and law_item == 0


def lawful_results(body: DecisionBody, law_item: int) -> tuple[MeetingResult, ...]:
    """Name what a meeting of the council may make of a topic."""
    if council_may_decide(body, law_item):
        return tuple(MeetingResult)
    if body is DecisionBody.DEPARTMENT and not law_item:
        return _ALWAYS
    if body in _RESIDENTS_BODIES and not law_item:
        return (MeetingResult.TO_RESIDENTS, *_ALWAYS)
    return (MeetingResult.TO_OWNERS, *_ALWAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLine:
    """A decision and when it is proposed: kinds of dispute (none: any), words (none: any text)."""

    topics: frozenset[Topic]
    words: tuple[str, ...]
    decision: Decision
    since: date
    until: date | None = None

    def fits(self, topic: Topic, said: str, on: date | None) -> bool:
        """Tell whether it speaks of this matter on a day (none: today's law)."""
        current = self.until is None if on is None else self.since <= on <= (self.until or on)
        known = not self.topics or topic in self.topics
        return current and known and (not self.words or bool(heard(self.words, said)))


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionTable:
    """All lines in their order; the first that fits is proposed, and the last fits everything."""

    lines: tuple[DecisionLine, ...]

    def who_decides(self, topic: Topic, text: str, *, on: date | None = None) -> Decision:
        """Propose who decides a topic, from its kind and what is said of it."""
        said = plain(text)
        fitting = (one.decision for one in self.lines if one.fits(topic, said, on))
        return next(fitting, self.lines[-1].decision)


def read_decisions(text: str) -> DecisionTable:
    """Read the file of decision bodies."""
    return DecisionTable(lines=tuple(_line(one) for one in tomllib.loads(text)["decision"]))


def _line(one: dict[str, Any]) -> DecisionLine:
    return DecisionLine(
        topics=frozenset(Topic(code) for code in one.get("topics", ())),
        words=tuple(one.get("words", ())),
        decision=Decision(
            body=DecisionBody(one["body"]),
            law_item=one["law_item"],
            why=Named(one["zh"], one["en"]),
            source=one["source"],
        ),
        since=one["from"],
        until=one.get("until"),
    )
