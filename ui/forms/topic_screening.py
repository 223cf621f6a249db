"""Screening a topic: is it ours, is it lawful, who decides; and giving it up later."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog

from mediator_desk.records.council import DecisionBody
from mediator_desk.rows import Changes
from mediator_desk.usecases.council_screening import ScreenTopic, screen_topic
from mediator_desk.words import _
from ui.forms.decision_card import DecisionCard, body_choices, law_choices
from ui.forms.fields import Field
from ui.forms.sheet import Choice, Sheet, Text
from ui.forms.topic_desk import TopicDesk
from ui.forms.topic_proposal import proposed_decision


def screen(at: TopicDesk) -> QDialog:
    """Ask whether the topic is ours and lawful, and who decides it."""
    topic, card = at.file.topic, DecisionCard()
    text = f"{topic.title} {topic.content}"
    proposed = proposed_decision(at.file.disputes, at.desk.books.routing, text)
    sheet = Sheet(_fields())
    sheet.fill({"accepted": "yes", "body": topic.decision_body.value, "law": str(topic.law_item)})
    sheet.settle()

    def say() -> None:
        values = sheet.values()
        card.say(values.get("body", ""), int(values.get("law") or 0), proposed)

    sheet.changed.connect(say)
    say()
    return at.ask(
        sheet,
        _("Screen the topic"),
        _("&Keep"),
        partial(_screened, at),
        _("{topic} is screened."),
        aside=card,
    )


def withdraw(at: TopicDesk) -> QDialog:
    """Ask why the topic is given up; its disputes come back to the desk."""
    topic = at.file.topic
    sheet = Sheet((Text(key="opinion", label=_("&Why"), lines=4, required=True),))

    def asked(values: Mapping[str, Any]) -> Callable[[], Changes]:
        request = ScreenTopic(
            topic=topic.id,
            opinion=values["opinion"],
            decision_body=topic.decision_body,
            law_item=topic.law_item,
            accepted=False,
        )
        return partial(screen_topic, at.desk, request)

    return at.ask(
        sheet, _("Give the topic up"), _("&Give it up"), asked, _("{topic} is given up."),
        explain=_("Its disputes come back to the desk and are routed anew."),
    )  # fmt: skip


def _screened(at: TopicDesk, values: Mapping[str, Any]) -> Callable[[], Changes]:
    """Make the errand of the screening; a topic not taken up keeps who was to decide."""
    topic = at.file.topic
    asked = ScreenTopic(
        topic=topic.id,
        opinion=values["opinion"],
        decision_body=DecisionBody(values.get("body") or topic.decision_body),
        law_item=int(values.get("law") or 0) if "law" in values else topic.law_item,
        accepted=values["accepted"] == "yes",
    )
    return partial(screen_topic, at.desk, asked)


def _fields() -> tuple[Field, ...]:
    choices = [("yes", _("Take it up")), ("no", _("Do not take it up"))]
    taken_up = ("accepted", ("yes",))
    return (
        Choice(key="accepted", label=_("&Decision"), choices=choices, required=True),
        Text(key="opinion", label=_("&Opinion"), lines=3, required=True),
        Choice(
            key="body",
            label=_("&Who decides"),
            choices=body_choices(),
            as_list=True,
            required=True,
            when=taken_up,
        ),
        Choice(
            key="law",
            label=_("Item of Civil Code &278"),
            choices=law_choices(),
            as_list=True,
            when=taken_up,
        ),
    )
