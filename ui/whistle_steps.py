"""What may follow for a whistle, what the desk advises, and what the role allows."""

from mediator_desk.ports import Desk
from mediator_desk.records.follow_up import Satisfaction
from mediator_desk.records.whistle import StepKind, WhistleState
from mediator_desk.rows import WhistleFile
from mediator_desk.rules.clocks import limit_of
from mediator_desk.rules.roles import may
from mediator_desk.rules.transitions import WHISTLE_STEPS, possible
from mediator_desk.rules.whistle_kinds import RESIDENT_CLOCK, Stretch
from mediator_desk.usecases.whistle_steps import kind_of
from mediator_desk.words import N_

VERBS = {
    "approve-whistle": N_("&Approve"),
    "cancel-whistle": N_("Take it &back"),
    "dispatch-whistle": N_("&Dispatch"),
    "sign-for-whistle": N_("&Signed for"),
    "report-in": N_("Reported &in"),
    "handle-whistle": N_("Taken in &hand"),
    "reply-whistle": N_("The &reply"),
    "verify-whistle": N_("&Verify"),
    "evaluate-whistle": N_("&Evaluate"),
    "close-whistle": N_("Sign &off"),
    "return-whistle": N_("Returne&d"),
    "refuse-return": N_("Re&fuse the return"),
    "reassign-whistle": N_("Re&assign"),
    "designate-whistle": N_("Desi&gnate"),
    "extend-whistle": N_("E&xtend"),
    "escalate-whistle": N_("As&k the district"),
    "blow-whistle": N_("Blow it a&gain"),
    "note": N_("Add a no&te"),
}

ADVICE = {
    WhistleState.DRAFT: N_("The leader of the street approves it, or it is taken back."),
    WhistleState.APPROVED: N_("Dispatch it; the clocks run from that moment."),
    WhistleState.DISPATCHED: N_("{lead} signs for it."),
    WhistleState.SIGNED: N_("{lead} gets in touch and reports in on the spot."),
    WhistleState.REPORTED_IN: N_("{lead} says what it does and until when."),
    WhistleState.HANDLING: N_("{lead} handles it and replies."),
    WhistleState.REPLIED: N_("Verify on the spot whether it is solved."),
    WhistleState.VERIFIED: N_("Street, department and residents rate each other."),
    WhistleState.EVALUATED: N_("Sign it off; the dispute comes back to the desk with the result."),
    WhistleState.RETURNED: N_("Give it to another department, or refuse the return."),
    WhistleState.PENDING_DESIGNATION: N_(
        "A second department has returned it: there is no third transfer, the district designates."
    ),
}

_FIRST = {
    WhistleState.APPROVED: "dispatch-whistle",
    WhistleState.RETURNED: "reassign-whistle",
}
_LAST = ("return-whistle", "cancel-whistle", "extend-whistle", "escalate-whistle", "blow-whistle")


_CALLED = (WhistleState.DISPATCHED, WhistleState.SIGNED)


def next_for_whistle(state: WhistleState) -> str:
    """Name the step the desk advises; empty when nothing is left to do."""
    moving = tuple(one for one in WHISTLE_STEPS if one.after is not None)
    steps = possible(moving, state)
    return _FIRST.get(state) or (steps[0] if steps else "")


def whistle_steps(desk: Desk, file: WhistleFile) -> tuple[str, ...]:
    """Name every step that fits the whistle and the role, the advised one first."""
    state, lacking = file.whistle.state, _lacking(desk, file)
    first = next_for_whistle(state)
    fitting = [*possible(WHISTLE_STEPS, state), "note"]
    fitting.sort(key=lambda step: (step != first, step in _LAST))
    return tuple(step for step in fitting if step not in lacking and may(desk.person.role, step))


def _lacking(desk: Desk, file: WhistleFile) -> set[str]:
    """Name the steps the table allows in this state, but not to this whistle."""
    whistle, kind = file.whistle, kind_of(desk.books, file.whistle)
    state, assisted = whistle.state, bool(whistle.assisting)
    fits = {
        "approve-whistle": state is WhistleState.DRAFT or not whistle.approver,
        "dispatch-whistle": state is WhistleState.APPROVED or kind.at_once,
        "sign-for-whistle": state is WhistleState.DISPATCHED or assisted,
        "report-in": state in _CALLED or assisted,
        "return-whistle": all(one.kind is not StepKind.DESIGNATED for one in file.steps),
        "extend-whistle": _extendable(desk, file),
        "escalate-whistle": _for_the_district(desk, file),
    }
    return {step for step, fit in fits.items() if not fit}


def _extendable(desk: Desk, file: WhistleFile) -> bool:
    """Tell whether a running time may still be extended."""
    now, limits = desk.now(), desk.books.deadlines
    rules = kind_of(desk.books, file.whistle).rules(Stretch.REPORT, Stretch.FINISH)
    return any(
        one.rule in rules
        and one.running()
        and one.due_at > now
        and limit_of(limits, one).allowance is not None
        and all(longer.clock != one.id for longer in file.extensions)
        for one in file.deadlines
    )


def _for_the_district(desk: Desk, file: WhistleFile) -> bool:
    """Tell whether it is late, or left somebody dissatisfied; the use case counts exactly."""
    kind = kind_of(desk.books, file.whistle)
    counted = (RESIDENT_CLOCK, *kind.rules(Stretch.REPORT, Stretch.FINISH))
    late = any(one.rule in counted and one.overdue(desk.now()) for one in file.deadlines)
    unhappy = any(one.resident_rating is Satisfaction.UNSATISFIED for one in file.steps)
    return late or unhappy
