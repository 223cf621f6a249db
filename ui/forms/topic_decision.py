"""What others decided on a topic: the residents' meeting, a committee, a department."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog

from mediator_desk.labels import label
from mediator_desk.records.council import DecisionBody, TopicState
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases.council_fate import (
    RecordDecision,
    ReopenTopic,
    record_decision,
    reopen_topic,
)
from mediator_desk.words import _
from ui.forms.fields import Count, Field
from ui.forms.sheet import Choice, Day, Sheet, Text
from ui.forms.topic_desk import TopicDesk

_COUNTED = (
    DecisionBody.RESIDENTS.value,
    DecisionBody.REPRESENTATIVES.value,
    DecisionBody.ALL_CONCERNED.value,
)
_BODIES = {
    TopicState.TO_RESIDENTS_MEETING: (DecisionBody.RESIDENTS, DecisionBody.REPRESENTATIVES),
    TopicState.TO_WHISTLE: (DecisionBody.DEPARTMENT,),
    TopicState.TO_OWNER_VOTE: (
        DecisionBody.ALL_CONCERNED,
        DecisionBody.OWNERS_COMMITTEE,
        DecisionBody.INTERIM_COMMITTEE,
    ),
}


def record(at: TopicDesk) -> QDialog:
    """Ask who decided what, with the figures of a meeting that counted."""
    topic = at.file.topic
    bodies = _BODIES[topic.state]
    sheet = Sheet(_fields(at, bodies))
    body = topic.decision_body if topic.decision_body in bodies else bodies[0]
    sheet.fill({"body": body.value, "passed": "yes", "on": local_day(at.desk.now())})
    sheet.settle()

    def asked(values: Mapping[str, Any]) -> Callable[[], Changes]:
        request = RecordDecision(
            topic=topic.id,
            body=DecisionBody(values["body"]),
            passed=values["passed"] == "yes",
            words=values["words"],
            decided_on=values["on"],
            due=values.get("due") or 0,
            present=values.get("present") or values.get("due") or 0,
            agreeing=values.get("agreeing") or 0,
            reason=values["reason"],
        )
        return partial(record_decision, at.desk, request)

    return at.ask(
        sheet,
        _("What others decided"),
        _("&Keep"),
        asked,
        _("{topic}: the decision is kept."),
        explain=_("An owners' vote is counted under “Votes”; the topic follows its result."),
    )


def reopen(at: TopicDesk) -> QDialog:
    """Ask why the topic is taken up again."""
    sheet = Sheet((Text(key="reason", label=_("&Why"), lines=4, required=True),))

    def asked(values: Mapping[str, Any]) -> Callable[[], Changes]:
        request = ReopenTopic(topic=at.file.topic.id, reason=values["reason"])
        return partial(reopen_topic, at.desk, request)

    return at.ask(
        sheet, _("Take the topic up again"), _("&Take it up"), asked,
        _("{topic} is taken up again."),
        explain=_("It is screened anew; disputes that were closed with it stay closed."),
    )  # fmt: skip


def _fields(at: TopicDesk, bodies: tuple[DecisionBody, ...]) -> tuple[Field, ...]:
    today = local_day(at.desk.now())
    counted = ("body", _COUNTED)
    return (
        Choice(
            key="body",
            label=_("&Who decided"),
            choices=[(one.value, label(one)) for one in bodies],
            required=True,
        ),
        Choice(
            key="passed",
            label=_("&Result"),
            choices=[("yes", _("Passed")), ("no", _("Not passed"))],
            required=True,
        ),
        Day(key="on", label=_("&On"), required=True, past=True, today=lambda: today),
        Text(key="words", label=_("What was &decided"), lines=3, required=True),
        Count(key="due", label=_("Should &attend"), half=True, when=counted),
        Count(
            key="present",
            label=_("&Present"),
            half=True,
            when=("body", _COUNTED[:2]),
        ),
        Count(key="agreeing", label=_("A&greed"), half=True, when=counted),
        Text(
            key="reason",
            label=_("Reason, where another &quorum holds here"),
            hint=_("Only needed when the figures fall short of the rules on file"),
        ),
    )
