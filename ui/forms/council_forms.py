"""Raising a topic for the residents' council, from disputes or directly."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.council import DecisionBody, TopicSource
from mediator_desk.rows import Changes, DisputeRow
from mediator_desk.rules.who_decides import Decision
from mediator_desk.usecases.council import RaiseTopic, raise_topic
from mediator_desk.words import _, n_
from ui.errands import Errands
from ui.forms.decision_card import DecisionCard, body_choices, law_choices
from ui.forms.fields import Count, Field
from ui.forms.sheet import Choice, Sheet, Text
from ui.forms.sheet_dialog import Job, SheetDialog
from ui.forms.topic_proposal import (
    proposed_content,
    proposed_decision,
    proposed_stakeholders,
    proposed_title,
    shared_place,
)

_LONGEST = 60


class RaiseTopicDialog(SheetDialog):
    """Proposes name, content and who decides; a person corrects them and raises the topic."""

    def __init__(
        self,
        parent: QWidget,
        *,
        desk: Desk,
        errands: Errands,
        disputes: tuple[DisputeRow, ...] = (),
        then: Callable[[Changes], object] | None = None,
    ) -> None:
        """Lay out the fields, filled from the disputes that are gathered."""
        self._desk, self._disputes = desk, disputes
        sheet = Sheet(_fields(direct=not disputes))
        sheet.fill(_beginning(desk, disputes))
        self.card = DecisionCard()
        self._proposed = self._propose(sheet)
        self._take_proposal(sheet)
        sheet.settle()
        self._say(sheet)
        super().__init__(
            parent,
            title=_("Raise a topic for the council"),
            explain=_gathered_words(disputes),
            sheet=sheet,
            verb=_("&Raise the topic"),
            errands=errands,
            job=self._job,
            then=then,
            aside=self.card,
            width=40.0,
        )
        sheet.changed.connect(self._follow)

    def _job_asked(self, values: Mapping[str, Any]) -> RaiseTopic:
        return RaiseTopic(
            title=values["title"],
            content=values["content"],
            source=TopicSource(values.get("source") or TopicSource.DISPUTES),
            proposer=values["proposer"],
            division=self._disputes[0].division if self._disputes else "",
            place=values["place"],
            households=values["households"] or 0,
            stakeholders=values["stakeholders"],
            suggestion=values["suggestion"],
            decision_body=DecisionBody(values["body"]),
            law_item=int(values["law"] or 0),
            disputes=tuple(row.id for row in self._disputes),
        )

    def _job(self, values: dict[str, Any]) -> Job:
        return partial(raise_topic, self._desk, self._job_asked(values))

    def _propose(self, sheet: Sheet) -> Decision:
        values = sheet.values()
        text = f"{values['title']} {values['content']}"
        return proposed_decision(self._disputes, self._desk.books.routing, text)

    def _take_proposal(self, sheet: Sheet) -> None:
        proposed = self._proposed
        sheet.fill({"body": proposed.body.value, "law": str(proposed.law_item)})

    def _follow(self) -> None:
        """Let an untouched proposal follow the words; what a person chose stays."""
        values = self.sheet.values()
        before = self._proposed
        untouched = (values["body"], values["law"]) == (before.body.value, str(before.law_item))
        self._proposed = self._propose(self.sheet)
        if untouched and self._proposed != before:
            self._take_proposal(self.sheet)
        self._say(self.sheet)

    def _say(self, sheet: Sheet) -> None:
        values = sheet.values()
        self.card.say(values["body"], int(values["law"] or 0), self._proposed)


def _fields(*, direct: bool) -> list[Field]:
    sources = [
        (source.value, label(source)) for source in TopicSource if source != TopicSource.DISPUTES
    ]
    asked: list[Field] = [
        Text(key="title", label=_("&Name of the topic"), required=True, longest=_LONGEST),
        Text(
            key="place",
            label=_("&Place"),
            hint=_("Estate, building or street"),
            half=True,
        ),
        Count(key="households", label=_("&Households concerned"), half=True),
        Text(key="content", label=_("&What it is about"), lines=5, required=True),
        Choice(key="body", label=_("Who &decides"), choices=body_choices(), as_list=True,
               required=True),
        Choice(key="law", label=_("Item of Civil Code &278"), choices=law_choices(),
               as_list=True),
        Text(key="stakeholders", label=_("Wh&o is concerned"), lines=2),
        Text(key="suggestion", label=_("What is &suggested"), lines=2),
        Text(key="proposer", label=_("Raised &by"), half=True),
    ]  # fmt: skip
    if direct:
        source = Choice(
            key="source", label=_("Came &from"), choices=sources, as_list=True, half=True
        )
        asked.append(source)
    return asked


def _beginning(desk: Desk, disputes: tuple[DisputeRow, ...]) -> dict[str, Any]:
    values: dict[str, Any] = {"proposer": desk.person.name, "source": TopicSource.PROPOSAL.value}
    if disputes:
        values |= {
            "title": proposed_title(disputes),
            "place": shared_place(disputes),
            "content": proposed_content(disputes),
            "stakeholders": proposed_stakeholders(disputes),
        }
    return values


def _gathered_words(disputes: tuple[DisputeRow, ...]) -> str:
    if not disputes:
        return _("A topic for many households; disputes can be gathered into it later.")
    count = len(disputes)
    sentence = n_(
        "{count} dispute is gathered into it and follows what the council decides.",
        "{count} disputes are gathered into it and follow what the council decides.",
        count,
    )
    return sentence.format(count=count)
