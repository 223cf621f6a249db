"""Screening a topic: is it ours, lawful, new, and who decides it; putting its words right."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QDialog

from mediator_desk.records.council import DecisionBody, TopicState
from mediator_desk.rows import Changes, TopicRow
from mediator_desk.rules.who_decides import Decision
from mediator_desk.usecases.council import ChangeTopic, change_topic
from mediator_desk.usecases.council_screening import (
    ScreenTopic,
    WithdrawTopic,
    reckoned_decision,
    screen_topic,
    withdraw_topic,
)
from mediator_desk.words import _
from ui.forms.decision_card import DecisionCard, body_choices, law_choices
from ui.forms.fields import Count, Field
from ui.forms.sheet import Choice, Sheet, Text
from ui.forms.topic_desk import TopicDesk
from ui.topic_words import state_words

_LONGEST = 60


def screen(at: TopicDesk) -> None:
    """Look for topics of the same matter, then ask the questions of the screening."""
    at.errands.run(at.desk.queries.topics, owner=at.parent, then=partial(_ask, at))


def withdraw(at: TopicDesk) -> QDialog:
    """Ask why the topic is given up; its disputes come back to the desk."""
    sheet = Sheet((Text(key="reason", label=_("&Why"), lines=4, required=True),))

    def asked(values: Mapping[str, Any]) -> Callable[[], Changes]:
        request = WithdrawTopic(topic=at.file.topic.id, reason=values["reason"])
        return partial(withdraw_topic, at.desk, request)

    return at.ask(
        sheet, _("Give the topic up"), _("&Give it up"), asked, _("{topic} is given up."),
        explain=_("Its disputes come back to the desk and are routed anew."),
    )  # fmt: skip


def change(at: TopicDesk) -> QDialog:
    """Ask for the words of the topic again."""
    topic = at.file.topic
    sheet = Sheet(
        (
            Text(key="title", label=_("&Name of the topic"), required=True, longest=_LONGEST),
            Text(key="place", label=_("&Place"), half=True),
            Count(key="households", label=_("&Households concerned"), half=True),
            Text(key="content", label=_("&What it is about"), lines=5, required=True),
            Text(key="stakeholders", label=_("Wh&o is concerned"), lines=2),
            Text(key="suggestion", label=_("What is &suggested"), lines=2),
        )
    )
    sheet.fill({name: getattr(topic, name) for name in ("title", "place", "content")})
    sheet.fill({name: getattr(topic, name) for name in ("stakeholders", "suggestion")})
    sheet.fill({"households": topic.households or None})
    sheet.settle()

    def asked(values: Mapping[str, Any]) -> Callable[[], Changes]:
        given = dict(values) | {"households": values["households"] or 0}
        return partial(change_topic, at.desk, ChangeTopic(topic=topic.id, **given))

    return at.ask(
        sheet, _("Put the topic right"), _("&Keep"), asked, _("{topic} is put right."),
        explain=_("It is screened anew with these words."), width=38.0,
    )  # fmt: skip


def alike(at: TopicDesk, topics: Sequence[TopicRow]) -> list[TopicRow]:
    """Give the open topics that may tell of the same matter: same place, or shared words."""
    topic = at.file.topic
    over = (TopicState.SHARED, TopicState.WITHDRAWN)
    words = _pairs(topic.title)
    found = [
        (len(words & _pairs(one.title)) + 2 * bool(one.place and one.place == topic.place), one)
        for one in topics
        if one.id != topic.id and one.state not in over
    ]
    ranked = sorted(found, key=lambda pair: -pair[0])
    return [one for weight, one in ranked if weight > 1][:5]


def _ask(at: TopicDesk, topics: Sequence[TopicRow]) -> QDialog:
    topic, card = at.file.topic, DecisionCard()
    reckoned = reckoned_decision(at.desk, at.file)
    similar = alike(at, topics)
    sheet = Sheet(_fields(similar))
    sheet.fill({"ours": "yes", "lawful": "yes", "duplicate": ""})
    sheet.fill({"body": reckoned.body.value, "law": str(reckoned.law_item)})
    if similar:
        sheet.remark("duplicate", _similar_words(similar))
    sheet.settle()

    def say() -> None:
        values = sheet.values()
        card.say(values.get("body", ""), int(values.get("law") or 0), reckoned)

    sheet.changed.connect(say)
    say()
    return at.ask(
        sheet,
        _("Screen the topic"),
        _("&Keep"),
        partial(_screened, at, topic.id, reckoned),
        _("{topic} is screened."),
        aside=card,
        width=38.0,
    )


def _screened(
    at: TopicDesk, topic: UUID, reckoned: Decision, values: Mapping[str, Any]
) -> Callable[[], Changes]:
    """Make the errand of the screening."""
    duplicate = values.get("duplicate") or ""
    asked = ScreenTopic(
        topic=topic,
        opinion=values["opinion"],
        ours=values["ours"] == "yes",
        lawful=values["lawful"] == "yes",
        duplicate_of=UUID(duplicate) if duplicate else None,
        decision_body=DecisionBody(values.get("body") or reckoned.body),
        law_item=int(values.get("law") or 0),
        reason=values.get("reason") or "",
    )
    return partial(screen_topic, at.desk, asked)


def _fields(similar: Sequence[TopicRow]) -> list[Field]:
    yes = [("yes", _("Yes")), ("no", _("No"))]
    fields: list[Field] = [
        Choice(key="ours", label=_("Is it &ours"), choices=yes, required=True, half=True),
        Choice(key="lawful", label=_("Is it &lawful"), choices=yes, required=True, half=True),
    ]
    if similar:
        choices = [("", _("It is a new matter")), *((str(one.id), _named(one)) for one in similar)]
        fields.append(
            Choice(key="duplicate", label=_("Same matter as &before"), choices=choices,
                   as_list=True)
        )  # fmt: skip
    return [
        *fields,
        Text(key="opinion", label=_("O&pinion"), lines=3, required=True),
        Choice(
            key="body",
            label=_("&Who decides"),
            choices=body_choices(),
            as_list=True,
            required=True,
        ),
        Choice(
            key="law",
            label=_("Item of Civil Code &278"),
            choices=law_choices(),
            as_list=True,
        ),
        Text(
            key="reason",
            label=_("Why not as the desk &reckons"),
            hint=_("only when somebody else decides than is reckoned"),
        ),
    ]


def _similar_words(similar: Sequence[TopicRow]) -> str:
    return _("May be the same: {topic}").format(topic=_named(similar[0]))


def _named(row: TopicRow) -> str:
    return f"{row.number} {row.title} · {state_words(row.state)}"


def _pairs(text: str) -> set[str]:
    return {text[place : place + 2] for place in range(len(text) - 1)}
