"""A department sends a whistle back, and what the street or the district makes of that.

The resident's clock goes on through all of it. The department's runs on too until another one is
called: a return that is refused has given it no new time.
"""

from dataclasses import replace

from mediator_desk.ports import Desk, Work
from mediator_desk.records.follow_up import Deadline
from mediator_desk.records.whistle import ReturnReason, StepKind, Whistle
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.whistle_kinds import DEPARTMENTS, Stretch
from mediator_desk.usecases.whistle_steps import (
    StepWhistle,
    clocks_of,
    meet,
    start_department_clocks,
    steps_of,
    take_step,
)
from mediator_desk.words import N_


def return_whistle(desk: Desk, asked: StepWhistle) -> Changes:
    """The department sends it back, inside its window, with reason and legal ground.

    A second objection goes to the district for designation: there is no third transfer
    (Liaocheng property regulation, art. 66). What the district has designated stays.
    """
    with desk.work("return-whistle") as work:
        whistle = work.get(Whistle, asked.whistle)
        if asked.reason is ReturnReason.UNSAID or not asked.legal_basis.strip():
            raise Refusal(N_("A return needs its reason and the article it rests on."))
        if steps_of(work, whistle, StepKind.DESIGNATED):
            raise Refusal(
                N_("The district has designated {lead}; it cannot return the whistle."),
                lead=whistle.lead,
            )
        _check_window(desk, work, whistle, asked)
        refused = steps_of(work, whistle, StepKind.RETURN_REFUSED)
        again = whistle.reassigned or any(one.turn == whistle.turn for one in refused)
        step = "return-whistle: again" if again else "return-whistle"
        take_step(desk, work, whistle, step, StepKind.RETURNED, asked)
        meet(desk, work, whistle, asked.at, Stretch.RETURN)
        return work.commit()


def refuse_return(desk: Desk, asked: StepWhistle) -> Changes:
    """The street does not accept the return; the same department goes on, with its old clock."""
    with desk.work("refuse-return") as work:
        if not asked.text.strip():
            raise Refusal(N_("Write down why the return is not accepted."))
        whistle = work.get(Whistle, asked.whistle)
        signed = [
            one
            for one in steps_of(work, whistle, StepKind.SIGNED)
            if (one.turn, one.department) == (whistle.turn, whistle.lead)
        ]
        step = "refuse-return: signed" if signed else "refuse-return"
        take_step(desk, work, whistle, step, StepKind.RETURN_REFUSED, asked)
        return work.commit()


def reassign_whistle(desk: Desk, asked: StepWhistle) -> Changes:
    """Give it to another department, once; the resident's clock goes on."""
    with desk.work("reassign-whistle") as work:
        whistle = _called(work, asked)
        if desk.books.duties.same(asked.department, whistle.lead):
            raise Refusal(
                N_("{lead} has just returned it. Refuse the return, or name another department."),
                lead=whistle.lead,
            )
        _hand_on(desk, work, whistle, asked, "reassign-whistle", StepKind.REASSIGNED)
        return work.commit()


def designate_whistle(desk: Desk, asked: StepWhistle) -> Changes:
    """The district says who must do it, and under what; this ends the passing on."""
    with desk.work("designate-whistle") as work:
        whistle = _called(work, asked)
        if not asked.contact.strip() or not asked.legal_basis.strip():
            raise Refusal(N_("Say who designated, and under which article or decision."))
        _hand_on(desk, work, whistle, asked, "designate-whistle", StepKind.DESIGNATED)
        return work.commit()


def _called(work: Work, asked: StepWhistle) -> Whistle:
    """Give the whistle if a department is named. Raises ``Refusal``."""
    if not asked.department.strip():
        raise Refusal(N_("Name the department that is to lead."))
    return work.get(Whistle, asked.whistle)


def _hand_on(
    desk: Desk, work: Work, whistle: Whistle, asked: StepWhistle, usecase: str, kind: StepKind
) -> None:
    """Call a department; another one's clocks start now, the same one's go on."""
    at, lead = asked.at or desk.now(), asked.department.strip()
    same = desk.books.duties.same(lead, whistle.lead)
    lead = whistle.lead if same else lead
    before = clocks_of(desk.books, work, whistle, *DEPARTMENTS)
    moved = take_step(
        desk, work, whistle, usecase, kind, replace(asked, department=lead),
        lead=lead, assisting=tuple(one for one in whistle.assisting if one != lead),
        dispatched_at=at, reassigned=whistle.reassigned + (not same), turn=whistle.turn + 1,
        legal_basis=asked.legal_basis.strip() or whistle.legal_basis,
    )  # fmt: skip
    if same:
        return
    _call_off(work, before)
    start_department_clocks(desk, work, moved, at)


def _call_off(work: Work, clocks: tuple[Deadline, ...]) -> None:
    """Stop the clocks of a department that is no longer called."""
    for clock in clocks:
        if clock.running():
            work.put(replace(clock, called_off=True))


def _check_window(desk: Desk, work: Work, whistle: Whistle, asked: StepWhistle) -> None:
    """Refuse a return after its window. Raises ``Refusal``."""
    moment = asked.at or desk.now()
    windows = clocks_of(desk.books, work, whistle, Stretch.RETURN)
    if windows and windows[-1].due_at < moment:
        raise Refusal(
            N_(
                "The days for a return are over. The department must handle it, or ask for more "
                "time before its own are over."
            )
        )
