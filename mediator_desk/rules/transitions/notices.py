"""What may follow what for a public notice, and for an objection to it."""

from mediator_desk.records.public_notice import NoticeState, ObjectionState
from mediator_desk.rules.transitions.steps import Step

NOTICE_STEPS: tuple[Step, ...] = (
    Step("raise-objection", (NoticeState.POSTED, NoticeState.TAKEN_DOWN), None, ("text",)),
    Step("take-down-notice", (NoticeState.POSTED,), NoticeState.TAKEN_DOWN, ("least-days",)),
)

OBJECTION_STEPS: tuple[Step, ...] = (
    Step("answer-objection", (ObjectionState.RAISED,), ObjectionState.ANSWERED, ("answer",)),
)
