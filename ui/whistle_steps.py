"""What may follow for a whistle, what the desk advises, and what the role allows."""

from mediator_desk.records.people import Role
from mediator_desk.records.whistle import WhistleState
from mediator_desk.rules.roles import may
from mediator_desk.rules.transitions import WHISTLE_STEPS, possible
from mediator_desk.words import N_

VERBS = {
    "approve-whistle": N_("&Approve"),
    "cancel-whistle": N_("Take it &back"),
    "dispatch-whistle": N_("&Dispatch"),
    "sign-for-whistle": N_("&Signed for"),
    "report-in": N_("Reported &in"),
    "reply-whistle": N_("The &reply"),
    "verify-whistle": N_("&Verify"),
    "evaluate-whistle": N_("&Evaluate"),
    "close-whistle": N_("Sign &off"),
    "return-whistle": N_("Returne&d"),
    "refuse-return": N_("Re&fuse the return"),
    "reassign-whistle": N_("Re&assign"),
    "designate-whistle": N_("Desi&gnate"),
    "note": N_("Add a no&te"),
}

ADVICE = {
    WhistleState.DRAFT: N_("The leader of the street approves it, or it is taken back."),
    WhistleState.APPROVED: N_("Dispatch it; the clocks run from that moment."),
    WhistleState.DISPATCHED: N_("{lead} signs for it."),
    WhistleState.SIGNED: N_("{lead} gets in touch and reports in on the spot."),
    WhistleState.REPORTED_IN: N_("{lead} handles it and replies."),
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
_LAST = ("return-whistle", "cancel-whistle")


def next_for_whistle(state: WhistleState) -> str:
    """Name the step the desk advises; empty when nothing is left to do."""
    steps = possible(WHISTLE_STEPS, state)
    return _FIRST.get(state) or (steps[0] if steps else "")


def whistle_steps(state: WhistleState, role: Role) -> tuple[str, ...]:
    """Name every step that fits the state and the role, the advised one first."""
    first = next_for_whistle(state)
    fitting = [*possible(WHISTLE_STEPS, state), "note"]
    fitting.sort(key=lambda step: (step != first, step in _LAST))
    return tuple(step for step in fitting if may(role, step))
