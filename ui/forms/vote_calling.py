"""Putting a matter to the owners, and changing it while it is prepared."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.council import AgendaTopic
from mediator_desk.records.owners_vote import VoteForm
from mediator_desk.rows import Changes, TopicRow
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.who_decides import LAW_ITEMS
from mediator_desk.usecases.owners_votes.calling import (
    CallVote,
    ChangeVote,
    call_vote,
    change_vote,
)
from mediator_desk.words import _
from ui.errands import Errands
from ui.forms.fields import Field
from ui.forms.sheet import Choice, Day, Sheet, Text
from ui.forms.sheet_dialog import SheetDialog
from ui.forms.vote_desk import VoteDesk
from ui.law_words import law_words

_OWN = ""


def ask_vote(
    parent: QWidget,
    *,
    desk: Desk,
    errands: Errands,
    topics: Sequence[TopicRow | AgendaTopic],
    then: Callable[[Changes], object],
) -> QDialog:
    """Ask what is put to the owners; ``topics`` are those that wait for them."""
    sheet = Sheet((*_whence(topics), *_matter(desk)))
    sheet.fill({"form": VoteForm.WRITTEN.value} | (_filled(topics[0]) if len(topics) == 1 else {}))
    sheet.settle()

    def job(values: dict[str, Any]) -> Callable[[], Changes]:
        topic = next((one.id for one in topics if str(one.id) == values.get("topic")), None)
        item = values["law_item"]
        request = CallVote(
            topic=topic,
            law_item=int(item) if item else None,
            item_reason=values.get("item_reason") or "",
            **_said(values),
        )
        return partial(call_vote, desk, request)

    dialog = SheetDialog(
        parent,
        title=_("Put a matter to the owners"),
        explain=_("Owners and residents' committee are told at least fifteen days before."),
        sheet=sheet,
        verb=_("&Prepare the vote"),
        errands=errands,
        job=job,
        then=then,
    )
    dialog.open()
    return dialog


def change(at: VoteDesk) -> QDialog:
    """Ask what is to be changed before the notice."""
    vote = at.file.vote

    def asked(values: dict[str, Any]) -> Callable[[], Changes]:
        return partial(change_vote, at.desk, ChangeVote(vote=vote.id, **_said(values)))

    return at.ask(
        _matter(at.desk),
        _("Change the vote"),
        _("&Keep"),
        asked,
        _("{vote} is changed."),
        values={
            "title": vote.title,
            "matter": vote.matter,
            "place": vote.place,
            "opens_on": vote.opens_on,
            "closes_on": vote.closes_on,
            "rule_set": vote.rule_set,
            "covenant_clause": vote.covenant_clause,
            "form": vote.form.value,
        },
    )


def _whence(topics: Sequence[TopicRow | AgendaTopic]) -> tuple[Field, ...]:
    items = [(str(item), f"（{item}）{_(what)}") for item, what in LAW_ITEMS.items()]
    concerned = ("0", _("Civil Code 279: everybody concerned"))
    offered = [(_OWN, _("No topic"))] + [(str(one.id), _topic_words(one)) for one in topics]
    from_topic: tuple[Field, ...] = (
        (Choice(key="topic", label=_("From which &topic"), choices=offered, as_list=True),)
        if topics
        else ()
    )
    return (
        *from_topic,
        Choice(
            key="law_item",
            label=_("&Item of Civil Code 278"),
            choices=[*items, concerned],
            hint=_("As the topic was screened") if topics else "",
            required=not topics,
        ),
        Text(
            key="item_reason",
            label=_("Why another item than the topic's"),
            hint=_("Only needed when it differs"),
            when=("law_item", _others(topics)),
        ),
    )


def _others(topics: Sequence[TopicRow | AgendaTopic]) -> tuple[str, ...]:
    """Give the items that need a reason: all but the topic's own, where there is one topic."""
    own = topics[0].law_item if len(topics) == 1 else None
    return tuple(str(item) for item in (*LAW_ITEMS, 0) if item != own)


def _filled(topic: TopicRow | AgendaTopic) -> dict[str, Any]:
    """Begin with what the topic says; its own item stands pressed, so that nobody looks it up."""
    return {
        "topic": str(topic.id),
        "law_item": str(topic.law_item) if topic.law_item else "",
        "title": topic.title,
        "matter": topic.content,
        "place": topic.place,
    }


def _topic_words(topic: TopicRow | AgendaTopic) -> str:
    """Name a topic with the item of the law it was screened under."""
    if not topic.law_item:
        return f"{topic.number} {topic.title}"
    return f"{topic.number} {topic.title}（{law_words(topic.law_item)}）"


def _matter(desk: Desk) -> tuple[Field, ...]:
    today = partial(local_day, desk.now())
    calendar = desk.books.calendar
    rules = [(one.name, str(one.title)) for one in desk.books.joint.rules]
    return (
        Text(key="title", label=_("&Name of the vote"), required=True),
        Text(key="matter", label=_("&Matter, as it stands on the ballot"), lines=3, required=True),
        Text(key="place", label=_("E&state, building or unit that votes")),
        Day(
            key="opens_on", label=_("&Opens on"), required=True, half=True, today=today,
            calendar=calendar,
        ),
        Day(
            key="closes_on", label=_("&Ends on"), required=True, half=True, today=today,
            calendar=calendar,
        ),
        Choice(
            key="form",
            label=_("&How the owners are asked"),
            choices=[(one.value, label(one)) for one in VoteForm],
            required=True,
            as_list=True,
        ),
        Choice(
            key="rule_set",
            label=_("Counted &by"),
            choices=rules,
            as_list=True,
            hint=_("As the law says at this place"),
        ),
        Text(
            key="covenant_clause",
            label=_("Clause of the covenant on silent votes, word for word"),
            lines=2,
            when=("rule_set", tuple(
                one.name for one in desk.books.joint.rules if one.compare
            )),
        ),
    )  # fmt: skip


def _said(values: Mapping[str, Any]) -> dict[str, Any]:
    """Take what both sheets ask."""
    return {
        "title": values["title"],
        "matter": values["matter"],
        "place": values["place"],
        "opens_on": values["opens_on"],
        "closes_on": values["closes_on"],
        "rule_set": values["rule_set"] or "",
        "covenant_clause": values.get("covenant_clause") or "",
        "form": VoteForm(values["form"]),
    }
