"""What is next for a dispute: the one step to recommend, and what else may follow.

Windows and papers put the codes into words, each in its own language.
"""

from datetime import date, datetime

from mediator_desk.records.care import RecusalAnswer
from mediator_desk.records.confirmation import ConfirmationState
from mediator_desk.records.dispute import Outcome, Route, Stage
from mediator_desk.records.follow_up import Deadline, Satisfaction
from mediator_desk.records.people import Role
from mediator_desk.records.sitting import SittingResult
from mediator_desk.rows import CaseFile
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.performance import Progress, progress_of
from mediator_desk.rules.roles import may
from mediator_desk.rules.transitions import DISPUTE_STEPS, possible
from mediator_desk.usecases.hold_sitting import missing_consents
from mediator_desk.usecases.schedule import lacking_steps, live_confirmation, schedule_of, unmarked

# What a person can always do with an open record, whatever its stage.
_ALWAYS = ("note", "change-dispute", "add-party", "change-party", "assign-mediator")
# Steps that other records take for a dispute.
_BY_OTHERS = ("come-back",)
_ENOUGH = 2
COURT_CLOCKS = "D03"


def recommended(file: CaseFile, today: date | None = None) -> str:
    """Name the use case that is next, or what is waited for; empty when all is done.

    ``today`` tells what is late; without it nothing is.
    """
    match file.dispute.stage:
        case Stage.LOGGED | Stage.ACCEPTED | Stage.MEDIATING:
            return _before_agreement(file)
        case Stage.IN_COUNCIL:
            return "look-council"
        case Stage.WHISTLED:
            return "look-whistle"
        case Stage.AGREED:
            return _after_agreement(file, today or date.min)
        case Stage.CLOSED:
            return _after_closing(file)
        case _:
            return ""


def may_follow(file: CaseFile, role: Role, today: date | None = None) -> tuple[str, ...]:
    """Name every use case that fits the stage and the role, the recommended one first."""
    fitting = [one for one in possible(DISPUTE_STEPS, file.dispute.stage) if one not in _BY_OTHERS]
    if file.dispute.stage is not Stage.ARCHIVED:
        fitting += _ALWAYS
    lacking = lacking_steps(file)
    first = recommended(file, today)
    ordered = sorted(dict.fromkeys(fitting), key=lambda one: one != first)
    return tuple(one for one in ordered if one not in lacking and may(role, one))


def next_clock(file: CaseFile) -> Deadline | None:
    """Give the running clock that strikes first; a closed dispute has none.

    How long a court takes is told, but it is no clock of ours.
    """
    if not file.dispute.open:
        return None
    running = [one for one in file.deadlines if one.running() and one.paused_at is None]
    running = [
        clock
        for clock in file.deadlines
        if clock.running() and not clock.rule.startswith(COURT_CLOCKS)
    ]
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
    if any(one.answer is RecusalAnswer.ASKED for one in file.recusals):
        return "answer-recusal"
    last = max(file.sittings, key=lambda one: one.held_at, default=None)
    after = {SittingResult.SUCCEEDED: "sign-agreement", SittingResult.FAILED: "close-dispute"}
    return "hold-sitting" if last is None else after.get(last.result, "hold-sitting")


def _after_agreement(file: CaseFile, today: date) -> str:
    if unmarked(file):
        return "mark-agreement"
    live = live_confirmation(file)
    if live is not None and live.state is ConfirmationState.OFFERED:
        return "apply-confirmation"
    if any(one.performed_on is None for one in file.obligations) and not file.lawsuits:
        return _until_performed(file, today)
    last = max(file.follow_ups, key=lambda one: one.visited_on, default=None)
    if last is None and _visit_wanted(file):
        return "follow-up"
    content = last is None or last.satisfaction is not Satisfaction.UNSATISFIED
    return "close-dispute" if content else "follow-up"


def _after_closing(file: CaseFile) -> str:
    """Say what is next for a closed dispute: facts nobody disputes are worth keeping (A32)."""
    failed = file.dispute.outcome is Outcome.FAILED and file.sittings and not file.undisputed
    return "record-undisputed" if failed else "archive-dispute"


def _until_performed(file: CaseFile, today: date) -> str:
    """Say what is next while something is owed: what is late is urged, once for each day named."""
    planned = max((one.next_on for one in file.urgings if one.next_on), default=date.min)
    found = [part for _one, parts in schedule_of(file, today) for part in parts]
    late = progress_of(found) is Progress.OVERDUE and planned <= today
    if late or _found_unperformed(file):
        return "urge-performance"
    open_ones = [one for one in file.obligations if one.performed_on is None]
    sums = any(one.amount for one in open_ones)
    return "record-payment" if sums else "perform-obligation"


def _found_unperformed(file: CaseFile) -> bool:
    """Tell whether the last visit found nothing done and nobody was urged since."""
    last = max(file.follow_ups, key=lambda one: one.visited_on, default=None)
    if last is None or last.performed:
        return False
    return all(local_day(one.at) < last.visited_on for one in file.urgings)


def _visit_wanted(file: CaseFile) -> bool:
    """Tell whether a return visit was started: what was performed on the spot needs none."""
    return any(one.rule.startswith("D05") for one in file.deadlines) or not file.obligations
