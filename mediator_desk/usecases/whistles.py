"""The steps of a whistle: approve, dispatch, and everything until it is signed off."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.dispute import Dispute
from mediator_desk.records.follow_up import Deadline, NoteKind, Satisfaction
from mediator_desk.records.whistle import (
    ReturnReason,
    Solved,
    StepKind,
    Whistle,
    WhistleKind,
    WhistleStep,
)
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.transitions import WHISTLE_STEPS, after, back
from mediator_desk.usecases.clocks import call_off_clocks, meet_clocks, start_clock
from mediator_desk.usecases.close_dispute import AddNote, write_note
from mediator_desk.words import N_

DEPARTMENT_CLOCKS = ("D08.sign", "D08.contact", "D08.return", "D08.report")
RESIDENT_CLOCK = "D06"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepWhistle:
    """One step on a whistle, as the street or the department reports it.

    ``approver`` is the leader who signs; ``department`` the new one when it is reassigned;
    ``contact`` who signed for it, who came, or whom they spoke to.
    """

    whistle: UUID
    text: str = ""
    approver: str = ""
    department: str = ""
    contact: str = ""
    reason: ReturnReason = ReturnReason.UNSAID
    legal_basis: str = ""
    solved: Solved = Solved.UNSAID
    street_rating: Satisfaction = Satisfaction.UNASKED
    department_rating: Satisfaction = Satisfaction.UNASKED
    resident_rating: Satisfaction = Satisfaction.UNASKED
    at: datetime | None = None


def approve_whistle(desk: Desk, asked: StepWhistle) -> Changes:
    """Keep the leader's approval."""
    with desk.work("approve-whistle") as work:
        whistle = work.get(Whistle, asked.whistle)
        approver = asked.approver.strip() or desk.person.name
        _step(desk, work, whistle, "approve-whistle", StepKind.APPROVED, asked, approver=approver)
        return work.commit()


def dispatch_whistle(desk: Desk, asked: StepWhistle) -> Changes:
    """Send it out; the clocks run from now, never from the signing."""
    with desk.work("dispatch-whistle") as work:
        whistle = work.get(Whistle, asked.whistle)
        at = asked.at or desk.now()
        _step(
            desk, work, whistle, "dispatch-whistle", StepKind.DISPATCHED, asked,
            dispatched_at=at, first_dispatched_at=at,
        )  # fmt: skip
        start_clock(desk, work, whistle.id, RESIDENT_CLOCK, at, "liaocheng")
        _start_department_clocks(desk, work, whistle, at)
        return work.commit()


def sign_for_whistle(desk: Desk, asked: StepWhistle) -> Changes:
    """The department signed for it."""
    with desk.work("sign-for-whistle") as work:
        whistle = work.get(Whistle, asked.whistle)
        _step(desk, work, whistle, "sign-for-whistle", StepKind.SIGNED, asked)
        meet_clocks(desk, work, whistle.id, "D08.sign")
        return work.commit()


def report_in(desk: Desk, asked: StepWhistle) -> Changes:
    """The department came; from now on it cannot return the whistle."""
    with desk.work("report-in") as work:
        whistle = work.get(Whistle, asked.whistle)
        _step(desk, work, whistle, "report-in", StepKind.REPORTED_IN, asked)
        meet_clocks(desk, work, whistle.id, "D08.sign", "D08.contact", "D08.report")
        call_off_clocks(work, whistle.id, "D08.return")
        return work.commit()


def reply_whistle(desk: Desk, asked: StepWhistle) -> Changes:
    """The department said what it did."""
    with desk.work("reply-whistle") as work:
        if not asked.text.strip():
            raise Refusal(N_("Write down what the department did or answered."))
        whistle = work.get(Whistle, asked.whistle)
        _step(desk, work, whistle, "reply-whistle", StepKind.REPLIED, asked)
        meet_clocks(desk, work, whistle.id, *DEPARTMENT_CLOCKS)
        return work.commit()


def verify_whistle(desk: Desk, asked: StepWhistle) -> Changes:
    """Somebody looked on the spot; what is not solved goes back to the department."""
    with desk.work("verify-whistle") as work:
        if asked.solved is Solved.UNSAID:
            raise Refusal(N_("Say whether it is solved, as seen on the spot."))
        whistle = work.get(Whistle, asked.whistle)
        step = "verify-whistle"
        if asked.solved is Solved.NOT_SOLVED:
            step = "verify-whistle: not solved"
        _step(desk, work, whistle, step, StepKind.VERIFIED, asked)
        return work.commit()


def evaluate_whistle(desk: Desk, asked: StepWhistle) -> Changes:
    """Both sides rate each other, and the residents rate the result."""
    with desk.work("evaluate-whistle") as work:
        ratings = (asked.street_rating, asked.department_rating, asked.resident_rating)
        if Satisfaction.UNASKED in ratings:
            raise Refusal(N_("Fill in all three ratings: street, department and residents."))
        whistle = work.get(Whistle, asked.whistle)
        _step(desk, work, whistle, "evaluate-whistle", StepKind.EVALUATED, asked)
        return work.commit()


def close_whistle(desk: Desk, asked: StepWhistle) -> Changes:
    """Sign it off; its dispute comes back to the desk with the result."""
    with desk.work("close-whistle") as work:
        whistle = work.get(Whistle, asked.whistle)
        now = desk.now()
        _step(desk, work, whistle, "close-whistle", StepKind.CLOSED, asked, closed_at=now)
        meet_clocks(desk, work, whistle.id, RESIDENT_CLOCK)
        _bring_back(desk, work, whistle, _last_reply(work, whistle))
        return work.commit()


def return_whistle(desk: Desk, asked: StepWhistle) -> Changes:
    """The department sends it back, inside its window, with reason and legal ground.

    A second department's return goes to the district for designation: there is no third transfer
    (Liaocheng property regulation, art. 66).
    """
    with desk.work("return-whistle") as work:
        whistle = work.get(Whistle, asked.whistle)
        if asked.reason is ReturnReason.UNSAID or not asked.legal_basis.strip():
            raise Refusal(N_("A return needs its reason and the article it rests on."))
        _check_window(desk, work, whistle, asked.at)
        step = "return-whistle: again" if whistle.reassigned else "return-whistle"
        _step(desk, work, whistle, step, StepKind.RETURNED, asked)
        call_off_clocks(work, whistle.id, *DEPARTMENT_CLOCKS)
        return work.commit()


def refuse_return(desk: Desk, asked: StepWhistle) -> Changes:
    """The street does not accept the return; the same department goes on."""
    with desk.work("refuse-return") as work:
        if not asked.text.strip():
            raise Refusal(N_("Write down why the return is not accepted."))
        whistle = work.get(Whistle, asked.whistle)
        _step(desk, work, whistle, "refuse-return", StepKind.RETURN_REFUSED, asked)
        _start_department_clocks(desk, work, whistle, asked.at or desk.now())
        return work.commit()


def reassign_whistle(desk: Desk, asked: StepWhistle) -> Changes:
    """Give it to another department, once; the resident's clock goes on."""
    return _hand_on(desk, asked, "reassign-whistle", StepKind.REASSIGNED)


def designate_whistle(desk: Desk, asked: StepWhistle) -> Changes:
    """The district says who must do it; this ends the passing on."""
    return _hand_on(desk, asked, "designate-whistle", StepKind.DESIGNATED)


def cancel_whistle(desk: Desk, asked: StepWhistle) -> Changes:
    """Take a whistle back before it is dispatched."""
    with desk.work("cancel-whistle") as work:
        whistle = work.get(Whistle, asked.whistle)
        now = desk.now()
        _step(desk, work, whistle, "cancel-whistle", StepKind.CANCELLED, asked, closed_at=now)
        _bring_back(desk, work, whistle, asked.text.strip())
        return work.commit()


def _hand_on(desk: Desk, asked: StepWhistle, usecase: str, kind: StepKind) -> Changes:
    """Call another department; its clocks start now."""
    with desk.work(usecase) as work:
        if not asked.department.strip():
            raise Refusal(N_("Name the department that is to lead."))
        whistle = work.get(Whistle, asked.whistle)
        at, lead = asked.at or desk.now(), asked.department.strip()
        _step(
            desk, work, whistle, usecase, kind, asked,
            lead=lead, assisting=tuple(one for one in whistle.assisting if one != lead),
            dispatched_at=at, reassigned=whistle.reassigned + 1,
            legal_basis=asked.legal_basis.strip() or whistle.legal_basis,
        )  # fmt: skip
        _start_department_clocks(desk, work, whistle, at)
        return work.commit()


def _step(
    desk: Desk,
    work: Work,
    whistle: Whistle,
    usecase: str,
    kind: StepKind,
    asked: StepWhistle,
    **changes: object,
) -> None:
    """Move the whistle along one arrow of the table and keep the step."""
    state = after(WHISTLE_STEPS, usecase, whistle.state)
    work.put(replace(whistle, state=state, **changes))  # type: ignore[arg-type]
    work.add(
        WhistleStep(
            id=desk.new_id(),
            whistle=whistle.id,
            kind=kind,
            at=asked.at or desk.now(),
            by=desk.person.id,
            department=asked.department.strip() or whistle.lead,
            contact=asked.contact.strip() or asked.approver.strip(),
            text=asked.text.strip(),
            reason=asked.reason,
            legal_basis=asked.legal_basis.strip(),
            solved=asked.solved,
            street_rating=asked.street_rating,
            department_rating=asked.department_rating,
            resident_rating=asked.resident_rating,
        )
    )


def _start_department_clocks(desk: Desk, work: Work, whistle: Whistle, at: datetime) -> None:
    """Start what the department now in charge has to keep."""
    for rule in DEPARTMENT_CLOCKS:
        named = f"{rule}.hard" if rule == "D08.report" and _is_hard(whistle) else rule
        start_clock(desk, work, whistle.id, named, at, whistle.rule_set)


def _is_hard(whistle: Whistle) -> bool:
    """Tell whether the longer limit of a hard whistle applies."""
    return whistle.kind is WhistleKind.HARD


def _check_window(desk: Desk, work: Work, whistle: Whistle, at: datetime | None) -> None:
    """Refuse a return after its window. Raises ``Refusal``."""
    moment = at or desk.now()
    for clock in work.of(Deadline, whistle.id):
        if clock.running() and clock.rule == "D08.return" and clock.due_at < moment:
            raise Refusal(N_("The days for a return are over. The department must handle it."))


def _last_reply(work: Work, whistle: Whistle) -> str:
    """Give what the department answered last."""
    steps = work.of(WhistleStep, whistle.id)
    replies = [one.text for one in steps if one.kind is StepKind.REPLIED]
    return replies[-1] if replies else ""


def _bring_back(desk: Desk, work: Work, whistle: Whistle, words: str) -> None:
    """Give the dispute back to the desk, with what came of the whistle."""
    if whistle.dispute is None:
        return
    dispute = work.find(Dispute, whistle.dispute)
    if dispute is None or not dispute.open:
        return
    if words:
        note = AddNote(subject=dispute.id, text=words, kind=NoteKind.REPLY, author=whistle.lead)
        write_note(desk, work, note)
    stage = back("come-back", dispute.stage, accepted=dispute.accepted_at is not None)
    work.put(replace(dispute, stage=stage))
