"""Who may do what: one table of use case × role. What is not in the table nobody may do."""

from mediator_desk.records.people import Role
from mediator_desk.refusals import NotAllowed
from mediator_desk.words import N_

_EVERYBODY = frozenset(Role)
_LEADS = frozenset({Role.TEAM_LEAD, Role.STATION_ADMIN})
_ADMINS = frozenset({Role.STATION_ADMIN})

ALLOWED: dict[str, frozenset[Role]] = {
    "log-dispute": _EVERYBODY,
    "keep-draft": _EVERYBODY,
    "set-duty-hours": _EVERYBODY,
    "change-dispute": _EVERYBODY,
    "add-party": _EVERYBODY,
    "change-party": _EVERYBODY,
    "accept-dispute": _EVERYBODY,
    "refuse-dispute": _EVERYBODY,
    "record-consent": _EVERYBODY,
    "route-dispute": _EVERYBODY,
    "note": _EVERYBODY,
    "hold-sitting": _EVERYBODY,
    "sign-agreement": _EVERYBODY,
    "mark-agreement": _EVERYBODY,
    "perform-obligation": _EVERYBODY,
    "record-payment": _EVERYBODY,
    "change-schedule": _EVERYBODY,
    "urge-performance": _EVERYBODY,
    "record-lawsuit": _EVERYBODY,
    "offer-confirmation": _EVERYBODY,
    "apply-confirmation": _EVERYBODY,
    "answer-confirmation": _EVERYBODY,
    "ask-recusal": _EVERYBODY,
    "answer-recusal": _LEADS,
    "report-risk": _EVERYBODY,
    "record-undisputed": _EVERYBODY,
    "follow-up": _EVERYBODY,
    "close-dispute": _EVERYBODY,
    "reopen-dispute": _LEADS,
    "archive-dispute": _LEADS,
    "assign-mediator": _LEADS,
    "extend-clock": _EVERYBODY,
    "pause-clock": _EVERYBODY,
    "resume-clock": _EVERYBODY,
    "raise-topic": _EVERYBODY,
    "gather-disputes": _EVERYBODY,
    "put-aside-gathering": _EVERYBODY,
    "take-out-dispute": _EVERYBODY,
    "change-topic": _EVERYBODY,
    "screen-topic": _LEADS,
    "withdraw-topic": _LEADS,
    "call-meeting": _EVERYBODY,
    "add-to-agenda": _EVERYBODY,
    "post-agenda": _EVERYBODY,
    "call-off-meeting": _LEADS,
    "mark-attendance": _EVERYBODY,
    "hold-meeting": _EVERYBODY,
    "correct-minutes": _LEADS,
    "post-result": _EVERYBODY,
    "carry-out-topic": _LEADS,
    "add-task": _EVERYBODY,
    "finish-task": _EVERYBODY,
    "drop-task": _LEADS,
    "rate-topic": _LEADS,
    "share-topic": _LEADS,
    "record-decision": _LEADS,
    "reopen-topic": _LEADS,
    "add-council-member": _LEADS,
    "change-council-member": _LEADS,
    "blow-whistle": _EVERYBODY,
    "approve-whistle": _LEADS,
    "dispatch-whistle": _LEADS,
    "sign-for-whistle": _EVERYBODY,
    "report-in": _EVERYBODY,
    "reply-whistle": _EVERYBODY,
    "verify-whistle": _EVERYBODY,
    "evaluate-whistle": _LEADS,
    "return-whistle": _EVERYBODY,
    "refuse-return": _LEADS,
    "reassign-whistle": _LEADS,
    "designate-whistle": _LEADS,
    "close-whistle": _LEADS,
    "cancel-whistle": _LEADS,
    "call-vote": _EVERYBODY,
    "change-vote": _EVERYBODY,
    "take-roster": _EVERYBODY,
    "change-unit": _EVERYBODY,
    "deliver-ballots": _EVERYBODY,
    "reissue-ballot": _EVERYBODY,
    "enter-ballots": _EVERYBODY,
    "notice-vote": _LEADS,
    "open-vote": _LEADS,
    "close-vote": _LEADS,
    "count-vote": _LEADS,
    "post-vote": _LEADS,
    "finish-vote": _LEADS,
    "void-vote": _LEADS,
    "add-place": _EVERYBODY,
    "add-person": _ADMINS,
    "change-person": _ADMINS,
    "set-committee": _ADMINS,
    "mark-station": _ADMINS,
    "reserve-numbers": _ADMINS,
    "settle-clash": _LEADS,
    "undo": _EVERYBODY,
    "intake-ledger": _LEADS,
    "print": _EVERYBODY,
    "print-batch": _LEADS,
    "take-rule-file": _LEADS,
    "drop-rule-file": _LEADS,
    "trust-card": _ADMINS,
    "make-bundle": _LEADS,
    "take-bundle": _LEADS,
    "backup": _LEADS,
}


def may(role: Role, usecase: str) -> bool:
    """Tell whether a role includes a use case; an unknown one belongs to nobody."""
    return role in ALLOWED.get(usecase, frozenset())


def permit(role: Role, usecase: str) -> None:
    """Refuse what the role does not include. Raises ``NotAllowed``."""
    if not may(role, usecase):
        raise NotAllowed(
            N_("Your role does not include this. Ask the team lead or the station administrator.")
        )
