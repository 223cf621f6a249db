"""The steps of a whistle: approve, dispatch, and everything until it is signed off."""

from dataclasses import replace

from mediator_desk.ports import Desk, Work
from mediator_desk.records.dispute import Dispute
from mediator_desk.records.follow_up import NoteKind, Satisfaction
from mediator_desk.records.whistle import Solved, StepKind, Whistle, WhistleState
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.transitions import back
from mediator_desk.rules.whistle_kinds import RESIDENT_CLOCK, Stretch
from mediator_desk.usecases.clocks import meet_clocks, start_clock
from mediator_desk.usecases.close_dispute import AddNote, write_note
from mediator_desk.usecases.whistle_steps import (
    StepWhistle,
    check_called,
    clocks_of,
    kind_of,
    meet,
    start_department_clocks,
    start_resident_clock,
    steps_of,
    take_step,
)
from mediator_desk.words import N_


def approve_whistle(desk: Desk, asked: StepWhistle) -> Changes:
    """Keep the leader's approval; of what went out at once, afterwards."""
    with desk.work("approve-whistle") as work:
        whistle = work.get(Whistle, asked.whistle)
        approver = asked.approver.strip() or desk.person.name
        step = "approve-whistle"
        if whistle.state is not WhistleState.DRAFT:
            if whistle.approver:
                raise Refusal(N_("It is approved already, by {name}."), name=whistle.approver)
            step = "approve-whistle: afterwards"
        take_step(desk, work, whistle, step, StepKind.APPROVED, asked, approver=approver)
        meet(desk, work, whistle, asked.at, Stretch.APPROVE)
        return work.commit()


def dispatch_whistle(desk: Desk, asked: StepWhistle) -> Changes:
    """Send it out; the clocks run from now, never from the signing."""
    with desk.work("dispatch-whistle") as work:
        send_out(desk, work, work.get(Whistle, asked.whistle), asked)
        return work.commit()


def send_out(desk: Desk, work: Work, whistle: Whistle, asked: StepWhistle) -> None:
    """Dispatch a whistle within another piece of work and start its clocks."""
    kind, at = kind_of(desk.books, whistle), asked.at or desk.now()
    step = "dispatch-whistle"
    if whistle.state is WhistleState.DRAFT and kind.at_once:
        step = "dispatch-whistle: at once"
    moved = take_step(
        desk, work, whistle, step, StepKind.DISPATCHED, asked,
        dispatched_at=at, first_dispatched_at=at, turn=1,
    )  # fmt: skip
    start_resident_clock(desk, work, moved, at)
    start_department_clocks(desk, work, moved, at)
    if not whistle.approver:
        for rule in kind.rules(Stretch.APPROVE):
            start_clock(desk, work, moved.id, rule, at, kind.limits)


def sign_for_whistle(desk: Desk, asked: StepWhistle) -> Changes:
    """The department signed for it; so may each assisting one."""
    with desk.work("sign-for-whistle") as work:
        whistle = work.get(Whistle, asked.whistle)
        if _assisting(desk, whistle, asked):
            step = "sign-for-whistle: assisting"
            take_step(desk, work, whistle, step, StepKind.SIGNED, asked)
            return work.commit()
        take_step(desk, work, whistle, "sign-for-whistle", StepKind.SIGNED, asked)
        meet(desk, work, whistle, asked.at, Stretch.SIGN)
        return work.commit()


def report_in(desk: Desk, asked: StepWhistle) -> Changes:
    """The department came; from now on it cannot return the whistle."""
    with desk.work("report-in") as work:
        whistle = work.get(Whistle, asked.whistle)
        if _assisting(desk, whistle, asked):
            take_step(desk, work, whistle, "report-in: assisting", StepKind.REPORTED_IN, asked)
            return work.commit()
        take_step(desk, work, whistle, "report-in", StepKind.REPORTED_IN, asked)
        came = (Stretch.SIGN, Stretch.CONTACT, Stretch.REPORT)
        meet(desk, work, whistle, asked.at, *came)
        for clock in clocks_of(desk.books, work, whistle, Stretch.RETURN):
            if clock.running():
                work.put(replace(clock, called_off=True))
        return work.commit()


def handle_whistle(desk: Desk, asked: StepWhistle) -> Changes:
    """The department has taken the matter in hand: what it does, and until when."""
    with desk.work("handle-whistle") as work:
        whistle = work.get(Whistle, asked.whistle)
        take_step(desk, work, whistle, "handle-whistle", StepKind.HANDLING, asked)
        return work.commit()


def reply_whistle(desk: Desk, asked: StepWhistle) -> Changes:
    """The department said what it did."""
    with desk.work("reply-whistle") as work:
        if not asked.text.strip():
            raise Refusal(N_("Write down what the department did or answered."))
        whistle = work.get(Whistle, asked.whistle)
        take_step(desk, work, whistle, "reply-whistle", StepKind.REPLIED, asked)
        meet(desk, work, whistle, asked.at, Stretch.FINISH)
        return work.commit()


def verify_whistle(desk: Desk, asked: StepWhistle) -> Changes:
    """Somebody looked on the spot; what is not solved goes back to the department.

    A reply that proves empty never met the department's time: that clock goes on as if there had
    been none.
    """
    with desk.work("verify-whistle") as work:
        if asked.solved is Solved.UNSAID:
            raise Refusal(N_("Say whether it is solved, as seen on the spot."))
        whistle = work.get(Whistle, asked.whistle)
        step = "verify-whistle"
        if asked.solved is Solved.NOT_SOLVED:
            step = "verify-whistle: not solved"
            for clock in clocks_of(desk.books, work, whistle, Stretch.FINISH)[-1:]:
                work.put(replace(clock, met_at=None))
        take_step(desk, work, whistle, step, StepKind.VERIFIED, asked)
        return work.commit()


def evaluate_whistle(desk: Desk, asked: StepWhistle) -> Changes:
    """Both sides rate each other, and the residents rate the result.

    Without the residents' answer nothing can be called satisfied: why they were not asked is kept.
    """
    with desk.work("evaluate-whistle") as work:
        if Satisfaction.UNASKED in (asked.street_rating, asked.department_rating):
            raise Refusal(N_("Fill in both ratings: street and department."))
        if asked.resident_rating is Satisfaction.UNASKED and not asked.text.strip():
            raise Refusal(N_("Ask the residents, or write down why they could not be asked."))
        whistle = work.get(Whistle, asked.whistle)
        take_step(desk, work, whistle, "evaluate-whistle", StepKind.EVALUATED, asked)
        return work.commit()


def close_whistle(desk: Desk, asked: StepWhistle) -> Changes:
    """Sign it off; its dispute comes back to the desk with the result."""
    with desk.work("close-whistle") as work:
        whistle = work.get(Whistle, asked.whistle)
        now = asked.at or desk.now()
        take_step(desk, work, whistle, "close-whistle", StepKind.CLOSED, asked, closed_at=now)
        meet_clocks(desk, work, whistle.id, RESIDENT_CLOCK)
        _bring_back(desk, work, whistle, _last_reply(work, whistle))
        return work.commit()


def cancel_whistle(desk: Desk, asked: StepWhistle) -> Changes:
    """Take a whistle back before it is dispatched."""
    with desk.work("cancel-whistle") as work:
        whistle = work.get(Whistle, asked.whistle)
        now = asked.at or desk.now()
        take_step(desk, work, whistle, "cancel-whistle", StepKind.CANCELLED, asked, closed_at=now)
        _bring_back(desk, work, whistle, asked.text.strip())
        return work.commit()


def _assisting(desk: Desk, whistle: Whistle, asked: StepWhistle) -> bool:
    """Tell whether a step is an assisting department's. Raises ``Refusal`` for a stranger."""
    named, same = asked.department.strip(), desk.books.duties.same
    if not named or same(named, whistle.lead):
        return False
    check_called(desk, whistle, named)
    return True


def _last_reply(work: Work, whistle: Whistle) -> str:
    """Give what the department answered last."""
    replies = steps_of(work, whistle, StepKind.REPLIED)
    return replies[-1].text if replies else ""


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
