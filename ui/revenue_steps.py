"""What may follow for an account of common revenue, and what the desk advises."""

from mediator_desk.records.people import Role
from mediator_desk.records.revenue import RevenueState
from mediator_desk.rows.revenue import RevenueFile
from mediator_desk.rules.roles import may
from mediator_desk.rules.transitions import REVENUE_STEPS, possible
from mediator_desk.words import N_

VERBS = {
    "change-revenue-lines": N_("Income and &cost"),
    "take-revenue-roster": N_("Un&its"),
    "post-revenue-account": N_("&Post the account"),
    "propose-revenue-use": N_("Propose a u&se"),
    "discuss-revenue-use": N_("The two committees &discussed"),
    "deliberate-revenue-use": N_("The p&arty members met"),
    "decide-revenue-use": N_("The &owners decided"),
    "send-back-revenue-use": N_("Send &back"),
    "post-revenue-decision": N_("Pos&t the decision"),
    "carry-out-revenue-use": N_("Post what was don&e"),
    "close-revenue": N_("C&lose the account"),
}
_ADVICE = {
    "change-revenue-lines": N_("Enter what came in and what it cost."),
    "take-revenue-roster": N_("Take in the units with their areas."),
    "post-revenue-account": N_("Post the account on the boards, for thirty days."),
    "propose-revenue-use": N_("Let the party branch propose what to use it for, or close it."),
    "discuss-revenue-use": N_("Let the two committees discuss the proposal."),
    "deliberate-revenue-use": N_("Let the party members deliberate."),
    "decide-revenue-use": N_("Put the use to the owners: Civil Code 278, item 9."),
    "post-revenue-decision": N_("Post the owners' decision."),
    "carry-out-revenue-use": N_("Carry it out after the notice, and post what was done."),
    "close-revenue": N_("Close the account when its notices have hung their days."),
}
_BY_STATE = {
    RevenueState.DRAFT: "propose-revenue-use",
    RevenueState.PROPOSED: "discuss-revenue-use",
    RevenueState.DISCUSSED: "deliberate-revenue-use",
    RevenueState.DELIBERATED: "decide-revenue-use",
    RevenueState.DECIDED: "post-revenue-decision",
    RevenueState.POSTED: "carry-out-revenue-use",
    RevenueState.CARRIED_OUT: "close-revenue",
}
_ENTERING = ("change-revenue-lines", "take-revenue-roster")


def next_for_revenue(file: RevenueFile) -> str:
    """Name the step the desk advises; empty when nothing is left to do."""
    account = file.account
    if account.state is RevenueState.DRAFT and account.account_posted_on is None:
        if not file.lines:
            return "change-revenue-lines"
        return "post-revenue-account" if file.units else "take-revenue-roster"
    return _BY_STATE.get(account.state, "")


def advice_for_revenue(file: RevenueFile) -> str:
    """Give the marked sentence that says what is next; empty when nothing is."""
    return _ADVICE.get(next_for_revenue(file), "")


def revenue_steps(file: RevenueFile, role: Role) -> tuple[str, ...]:
    """Name every step that fits the account and the role, the advised one first."""
    first = next_for_revenue(file)
    fitting = list(possible(REVENUE_STEPS, file.account.state))
    if file.account.account_posted_on is not None:
        fitting = [one for one in fitting if one not in (*_ENTERING, "post-revenue-account")]
    elif "close-revenue" in fitting:
        fitting.remove("close-revenue")
    if not file.lines or not file.units:
        fitting = [one for one in fitting if one in _ENTERING]
    fitting.sort(key=lambda step: step != first)
    return tuple(step for step in fitting if may(role, step))
