"""Which step may follow which, and what it needs: one table for disputes, topics and whistles.

``docs/transitions.md`` is drawn from this table by ``packaging/diagrams.py``; a test compares.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from mediator_desk.records.council import TopicState
from mediator_desk.records.dispute import Stage
from mediator_desk.records.whistle import WhistleState
from mediator_desk.refusals import Refusal
from mediator_desk.words import N_

S = TypeVar("S", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Step:
    """One arrow: which use case leads from which states to which one, and what it needs first.

    ``needs`` are codes of papers or facts; the use case checks them and names what is missing.
    ``after`` is None when the step leaves the state as it is.
    """

    usecase: str
    before: tuple[StrEnum, ...]
    after: StrEnum | None
    needs: tuple[str, ...] = ()


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
    Step("follow-up", (Stage.AGREED, Stage.CLOSED), None),
    Step("gather-disputes", (Stage.LOGGED, Stage.ACCEPTED, Stage.MEDIATING), Stage.IN_COUNCIL),
    Step("blow-whistle", (Stage.LOGGED, Stage.ACCEPTED, Stage.MEDIATING), Stage.WHISTLED),
    Step("come-back", (Stage.IN_COUNCIL, Stage.WHISTLED), Stage.ACCEPTED),
    Step("come-back: not accepted", (Stage.IN_COUNCIL, Stage.WHISTLED), Stage.LOGGED),
    Step("close-dispute", (*_OPEN, Stage.AGREED), Stage.CLOSED, ("outcome",)),
    Step("reopen-dispute", (Stage.CLOSED,), Stage.ACCEPTED, ("reason",)),
    Step("reopen-dispute: not accepted", (Stage.CLOSED,), Stage.LOGGED, ("reason",)),
    Step("archive-dispute", (Stage.CLOSED,), Stage.ARCHIVED),
)

_DELIBERABLE = (TopicState.ON_AGENDA, TopicState.DELIBERATED)
# Others decide now; the topic is carried out by what they decided, or comes back to the council.
_HANDED_ON = (
    TopicState.TO_OWNER_VOTE,
    TopicState.TO_RESIDENTS_MEETING,
    TopicState.TO_WHISTLE,
)

TOPIC_STEPS: tuple[Step, ...] = (
    Step("screen-topic", (TopicState.PROPOSED,), TopicState.SCREENED, ("opinion",)),
    Step(
        "withdraw-topic",
        (TopicState.PROPOSED, TopicState.SCREENED, *_DELIBERABLE, *_HANDED_ON),
        TopicState.WITHDRAWN,
        ("opinion",),
    ),
    Step("call-meeting", (TopicState.SCREENED, *_DELIBERABLE, *_HANDED_ON), TopicState.ON_AGENDA),
    Step("hold-meeting: adjourned", _DELIBERABLE, TopicState.DELIBERATED),
    Step("hold-meeting: not_passed", _DELIBERABLE, TopicState.DELIBERATED),
    Step("hold-meeting: passed", _DELIBERABLE, TopicState.DECIDED, ("council-may-decide",)),
    Step("hold-meeting: to_owners", _DELIBERABLE, TopicState.TO_OWNER_VOTE),
    Step("hold-meeting: to_residents", _DELIBERABLE, TopicState.TO_RESIDENTS_MEETING),
    Step("hold-meeting: to_whistle", _DELIBERABLE, TopicState.TO_WHISTLE),
    Step("carry-out-topic", (TopicState.DECIDED, *_HANDED_ON), TopicState.EXECUTING),
    Step("rate-topic", (TopicState.EXECUTING,), TopicState.EVALUATED),
    Step("share-topic", (TopicState.EVALUATED,), TopicState.SHARED),
)

_RUNNING = (WhistleState.SIGNED, WhistleState.REPORTED_IN)

WHISTLE_STEPS: tuple[Step, ...] = (
    Step("approve-whistle", (WhistleState.DRAFT,), WhistleState.APPROVED, ("approver",)),
    Step("cancel-whistle", (WhistleState.DRAFT, WhistleState.APPROVED), WhistleState.CANCELLED),
    Step("dispatch-whistle", (WhistleState.APPROVED,), WhistleState.DISPATCHED),
    Step("sign-for-whistle", (WhistleState.DISPATCHED,), WhistleState.SIGNED),
    Step("report-in", (WhistleState.DISPATCHED, WhistleState.SIGNED), WhistleState.REPORTED_IN),
    Step("reply-whistle", _RUNNING, WhistleState.REPLIED),
    Step("verify-whistle", (WhistleState.REPLIED,), WhistleState.VERIFIED),
    Step("verify-whistle: not solved", (WhistleState.REPLIED,), WhistleState.REPORTED_IN),
    Step("evaluate-whistle", (WhistleState.VERIFIED,), WhistleState.EVALUATED),
    Step("close-whistle", (WhistleState.EVALUATED,), WhistleState.CLOSED),
    Step(
        "return-whistle",
        (WhistleState.DISPATCHED, WhistleState.SIGNED),
        WhistleState.RETURNED,
        ("return-window", "reason", "legal-basis"),
    ),
    Step(
        "return-whistle: again",
        (WhistleState.DISPATCHED, WhistleState.SIGNED),
        WhistleState.PENDING_DESIGNATION,
        ("return-window", "reason", "legal-basis"),
    ),
    Step("refuse-return", (WhistleState.RETURNED,), WhistleState.DISPATCHED, ("reason",)),
    Step("reassign-whistle", (WhistleState.RETURNED,), WhistleState.DISPATCHED, ("department",)),
    Step(
        "designate-whistle",
        (WhistleState.PENDING_DESIGNATION,),
        WhistleState.DISPATCHED,
        ("department",),
    ),
)


def after(steps: tuple[Step, ...], usecase: str, state: S) -> S:
    """Give the state a step leads to. Raises ``Refusal`` when the table has no such arrow."""
    for step in steps:
        if step.usecase == usecase and state in step.before:
            return state if step.after is None else type(state)(step.after.value)
    raise Refusal(
        N_("This cannot be done now: the record has moved on. Refresh it and look what is next.")
    )


def back(usecase: str, stage: Stage, *, accepted: bool) -> Stage:
    """Give the stage a dispute comes back to: it waits for acceptance if it never was accepted."""
    return after(DISPUTE_STEPS, usecase if accepted else f"{usecase}: not accepted", stage)


def possible(steps: tuple[Step, ...], state: StrEnum) -> tuple[str, ...]:
    """Name the use cases that may follow a state, in the order of the table."""
    names = (step.usecase.split(":")[0] for step in steps if state in step.before)
    return tuple(dict.fromkeys(names))


ALL_STEPS: Mapping[str, tuple[Step, ...]] = {
    "dispute": DISPUTE_STEPS,
    "agenda_topic": TOPIC_STEPS,
    "whistle": WHISTLE_STEPS,
}
