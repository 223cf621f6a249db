"""What is next for a dispute: the one step the desk recommends, and what else may follow."""

from dataclasses import dataclass
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
from mediator_desk.words import N_

# What a person can always do with an open record, whatever its stage.
_ALWAYS = ("note", "change-dispute", "add-party", "change-party", "assign-mediator")
# Steps that other records take for a dispute.
_BY_OTHERS = ("come-back",)
_ENOUGH = 2

VERBS = {
    "route-dispute": N_("Decide the &way"),
    "accept-dispute": N_("&Accept"),
    "refuse-dispute": N_("&Turn away"),
    "record-consent": N_("Record a c&onsent"),
    "hold-sitting": N_("Record a &sitting"),
    "sign-agreement": N_("Record the a&greement"),
    "mark-agreement": N_("Mar&ks of the agreement"),
    "perform-obligation": N_("Record as per&formed"),
    "follow-up": N_("Record a return &visit"),
    "gather-disputes": N_("Raise to the &council"),
    "blow-whistle": N_("&Blow a whistle"),
    "close-dispute": N_("C&lose"),
    "reopen-dispute": N_("&Reopen"),
    "archive-dispute": N_("Arc&hive"),
    "note": N_("Add a not&e"),
    "change-dispute": N_("E&dit"),
    "add-party": N_("Add a part&y"),
    "change-party": N_("Correct a party"),
    "assign-mediator": N_("Hand to a mediator"),
}

ADVICE = {
    "route-dispute": N_("Decide which way it goes."),
    "accept-dispute": N_("Accept it, or say why not."),
    "record-consent": N_("Ask every party whether they agree to mediation."),
    "hold-sitting": N_("Hold a sitting and write its record."),
    "sign-agreement": N_("Write down the agreement."),
    "mark-agreement": N_("Have the agreement marked, signed and sealed."),
    "perform-obligation": N_("See whether what was promised has been done."),
    "follow-up": N_("Visit the parties and see how it went."),
    "gather-disputes": N_("Raise it as a topic for the residents' council."),
    "blow-whistle": N_("Blow a whistle for the departments."),
    "close-dispute": N_("Close it and say what came of it."),
    "archive-dispute": N_("Bind the volume and archive it."),
    "add-party": N_("Add the other party."),
    "look-council": N_("Wait for the residents' council."),
    "look-whistle": N_("Wait for the departments."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """The recommended use case (empty when nothing is left to do) and its advice in words."""

    usecase: str
    advice: str = ""


def next_step(file: CaseFile) -> NextStep:
    """Recommend one step, from what the record holds and what it still lacks."""
    usecase = _recommended(file)
    return NextStep(usecase=usecase, advice=ADVICE.get(usecase, ""))


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
    first = next_step(file).usecase
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


def _recommended(file: CaseFile) -> str:
    """Walk the stages in their order."""
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
