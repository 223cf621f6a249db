"""What may follow what for a dispute."""

from mediator_desk.records.dispute import Stage
from mediator_desk.rules.transitions.steps import Step, after

_OPEN = (Stage.LOGGED, Stage.ACCEPTED, Stage.MEDIATING, Stage.IN_COUNCIL, Stage.WHISTLED)
_TAKEN_UP = (Stage.ACCEPTED, Stage.MEDIATING, Stage.IN_COUNCIL, Stage.WHISTLED)

DISPUTE_STEPS: tuple[Step, ...] = (
    Step("accept-dispute", (Stage.LOGGED,), Stage.ACCEPTED),
    Step("refuse-dispute", (Stage.LOGGED,), Stage.CLOSED, ("reason",)),
    Step("record-consent", (Stage.LOGGED, *_TAKEN_UP), None),
    Step("record-consent: refused", (Stage.LOGGED, *_TAKEN_UP), Stage.CLOSED),
    Step("route-dispute", _OPEN, None, ("reason",)),
    Step(
        "hold-sitting",
        _TAKEN_UP,
        Stage.MEDIATING,
        ("accepted", "consent-of-every-party", "rights-notice"),
    ),
    Step("sign-agreement", (Stage.MEDIATING,), Stage.AGREED, ("sitting", "committee")),
    Step("mark-agreement", (Stage.AGREED,), None, ("agreement",)),
    Step("perform-obligation", (Stage.AGREED, Stage.CLOSED), None, ("agreement",)),
    Step("record-payment", (Stage.AGREED, Stage.CLOSED), None, ("agreement",)),
    Step("change-schedule", (Stage.AGREED, Stage.CLOSED), None, ("consent-of-every-party",)),
    Step("urge-performance", (Stage.AGREED, Stage.CLOSED), None, ("agreement",)),
    Step("record-lawsuit", (Stage.AGREED, Stage.CLOSED), None, ("agreement",)),
    Step("offer-confirmation", (Stage.AGREED, Stage.CLOSED), None, ("agreement",)),
    Step("apply-confirmation", (Stage.AGREED, Stage.CLOSED), None),
    Step("answer-confirmation", (Stage.AGREED, Stage.CLOSED), None),
    Step("ask-recusal", _OPEN, None, ("reason",)),
    Step("answer-recusal", _OPEN, None),
    Step("report-risk", (*_OPEN, Stage.AGREED, Stage.CLOSED), None),
    Step("record-undisputed", (Stage.MEDIATING, Stage.CLOSED), None, ("consent-of-every-party",)),
    Step("write-application", (*_OPEN, Stage.AGREED, Stage.CLOSED), None),
    Step("give-rights-notice", (*_TAKEN_UP, Stage.AGREED, Stage.CLOSED), None),
    Step("give-authority", (*_OPEN, Stage.AGREED, Stage.CLOSED), None),
    Step("write-investigation", (*_OPEN, Stage.AGREED, Stage.CLOSED), None),
    Step("note-volume", (Stage.AGREED, Stage.CLOSED), None),
    Step("file-volume", (Stage.AGREED, Stage.CLOSED), None),
    Step("mark-case", (*_OPEN, Stage.AGREED, Stage.CLOSED), None),
    Step("record-referral", (*_OPEN, Stage.AGREED, Stage.CLOSED), None, ("body",)),
    Step("answer-referral", (*_OPEN, Stage.AGREED, Stage.CLOSED), None),
    Step("record-privacy", (*_OPEN, Stage.AGREED, Stage.CLOSED), None),
    Step("take-back-privacy", (*_OPEN, Stage.AGREED, Stage.CLOSED), None),
    Step("follow-up", (Stage.AGREED, Stage.CLOSED), None),
    Step("gather-disputes", (Stage.LOGGED, Stage.ACCEPTED, Stage.MEDIATING), Stage.IN_COUNCIL),
    Step("take-out-dispute", (Stage.IN_COUNCIL,), Stage.ACCEPTED, ("reason",)),
    Step("take-out-dispute: not accepted", (Stage.IN_COUNCIL,), Stage.LOGGED, ("reason",)),
    Step("take-out-dispute: mediating", (Stage.MEDIATING,), None, ("reason",)),
    Step("blow-whistle", (Stage.LOGGED, Stage.ACCEPTED, Stage.MEDIATING), Stage.WHISTLED),
    Step("come-back", (Stage.IN_COUNCIL, Stage.WHISTLED), Stage.ACCEPTED),
    Step("come-back: not accepted", (Stage.IN_COUNCIL, Stage.WHISTLED), Stage.LOGGED),
    Step("close-dispute", (*_OPEN, Stage.AGREED), Stage.CLOSED, ("outcome",)),
    Step("reopen-dispute", (Stage.CLOSED,), Stage.ACCEPTED, ("reason",)),
    Step("reopen-dispute: not accepted", (Stage.CLOSED,), Stage.LOGGED, ("reason",)),
    Step("archive-dispute", (Stage.CLOSED,), Stage.ARCHIVED),
)


def back(usecase: str, stage: Stage, *, accepted: bool) -> Stage:
    """Give the stage a dispute comes back to: it waits for acceptance if it never was accepted."""
    return after(DISPUTE_STEPS, usecase if accepted else f"{usecase}: not accepted", stage)
