"""What is next for a dispute: the one step to recommend, and what else may follow.

Windows and papers put the codes into words, each in its own language.
"""

from datetime import datetime

from mediator_desk.records.agreement import AgreementForm
from mediator_desk.records.dispute import Route, Stage
from mediator_desk.records.follow_up import Deadline
from mediator_desk.records.people import Role
from mediator_desk.records.sitting import SittingResult
from mediator_desk.rows import CaseFile
from mediator_desk.rules.roles import may
from mediator_desk.rules.transitions import DISPUTE_STEPS, possible
from mediator_desk.usecases.hold_sitting import missing_consents

# What a person can always do with an open record, whatever its stage.
_ALWAYS = ("note", "change-dispute", "add-party", "change-party", "assign-mediator")
# Steps that other records take for a dispute.
_BY_OTHERS = ("come-back",)
_ENOUGH = 2


def recommended(file: CaseFile) -> str:
    """Name the use case that is next, or what is waited for; empty when all is done."""
    match file.dispute.stage:
        case Stage.LOGGED | Stage.ACCEPTED | Stage.MEDIATING:
            return _before_agreement(file)
        case Stage.IN_COUNCIL:
            return "look-council"
        case Stage.WHISTLED:
            return "look-whistle"
        case Stage.AGREED:
            return _after_agreement(file)
        case Stage.CLOSED:
            return "archive-dispute"
        case _:
            return ""


def may_follow(file: CaseFile, role: Role) -> tuple[str, ...]:
    """Name every use case that fits the stage and the role, the recommended one first."""
    fitting = [one for one in possible(DISPUTE_STEPS, file.dispute.stage) if one not in _BY_OTHERS]
    if file.dispute.stage is not Stage.ARCHIVED:
        fitting += _ALWAYS
    if not file.parties:
        fitting = [one for one in fitting if one not in ("change-party", "record-consent")]
    if not any(_unmarked(file)):
        fitting = [one for one in fitting if one != "mark-agreement"]
    if all(one.performed_on for one in file.obligations):
        fitting = [one for one in fitting if one != "perform-obligation"]
    first = recommended(file)
    ordered = sorted(dict.fromkeys(fitting), key=lambda one: one != first)
    return tuple(one for one in ordered if may(role, one))


def next_clock(file: CaseFile) -> Deadline | None:
    """Give the running clock that strikes first; a closed dispute has none."""
    if not file.dispute.open:
        return None
    running = [clock for clock in file.deadlines if clock.running()]
    return min(running, key=lambda clock: clock.due_at, default=None)


def next_by(file: CaseFile) -> datetime | None:
    """Give the moment the next step is due, if a clock runs."""
    clock = next_clock(file)
    return None if clock is None else clock.due_at


def _before_agreement(file: CaseFile) -> str:
    dispute = file.dispute
    by_route = {Route.COUNCIL: "gather-disputes", Route.WHISTLE: "blow-whistle"}
    if dispute.stage is not Stage.MEDIATING and dispute.route in by_route:
        return by_route[dispute.route]
    if dispute.stage is Stage.LOGGED:
        return "route-dispute" if dispute.route is Route.UNDECIDED else "accept-dispute"
    if len(file.parties) < _ENOUGH:
        return "add-party"
    if missing_consents(file.parties, file.consents):
        return "record-consent"
    last = max(file.sittings, key=lambda one: one.held_at, default=None)
    after = {SittingResult.SUCCEEDED: "sign-agreement", SittingResult.FAILED: "close-dispute"}
    return "hold-sitting" if last is None else after.get(last.result, "hold-sitting")


def _after_agreement(file: CaseFile) -> str:
    if any(_unmarked(file)):
        return "mark-agreement"
    if any(one.performed_on is None for one in file.obligations):
        return "perform-obligation"
    return "close-dispute" if file.follow_ups else "follow-up"


def _unmarked(file: CaseFile) -> list[bool]:
    """Tell of each written agreement whether a mark is still missing."""
    return [
        one.effective_on is None for one in file.agreements if one.form is AgreementForm.WRITTEN
    ]
