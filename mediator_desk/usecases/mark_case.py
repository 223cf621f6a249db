"""Say of a case what the tables of superiors ask and no paper says; it is said once."""

from dataclasses import dataclass, replace
from uuid import UUID

from mediator_desk.ports import Desk
from mediator_desk.records.case_marks import CaseMarks, EventScale
from mediator_desk.records.dispute import Dispute
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.transitions import DISPUTE_STEPS, after
from mediator_desk.words import N_

MOST = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkCase:
    """The marks of a case, all of them; numbers are persons, 0 where there was no such danger."""

    dispute: UUID
    complex: bool = False
    people: int = 0
    suicide: int = 0
    crime: int = 0
    petition: int = 0
    fight: int = 0
    scale: EventScale = EventScale.UNSAID


def mark_case(desk: Desk, asked: MarkCase) -> Changes:
    """Keep the marks in place of those before; a closed case may be marked too."""
    with desk.work("mark-case") as work:
        dispute = work.get(Dispute, asked.dispute)
        after(DISPUTE_STEPS, "mark-case", dispute.stage)
        counts = (asked.people, asked.suicide, asked.crime, asked.petition, asked.fight)
        if any(one not in range(MOST) for one in counts):
            raise Refusal(N_("Type how many persons: a whole number from 0 to {most}."), most=MOST)
        known = work.of(CaseMarks, dispute.id)
        marks = known[-1] if known else _unmarked(desk, dispute)
        said = replace(
            marks,
            complex=asked.complex,
            people=asked.people,
            suicide=asked.suicide,
            crime=asked.crime,
            petition=asked.petition,
            fight=asked.fight,
            scale=asked.scale,
            by=desk.person.id,
        )
        if known:
            work.put(said)
        else:
            work.add(said)
        return work.commit()


def _unmarked(desk: Desk, dispute: Dispute) -> CaseMarks:
    return CaseMarks(id=desk.new_id(), dispute=dispute.id, by=desk.person.id)
