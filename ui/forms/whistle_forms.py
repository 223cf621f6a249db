"""Blowing a whistle: for a dispute, for a topic of the council, or directly."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.dispute import Topic
from mediator_desk.records.whistle import WhistleKind, WhistleSource
from mediator_desk.rows import CaseFile, Changes, TopicFile
from mediator_desk.rules.durations import CHINA
from mediator_desk.rules.route import Proposal
from mediator_desk.usecases.blow_whistle import BlowWhistle, blow_whistle
from mediator_desk.words import _, p_
from ui.errands import Errands
from ui.forms.departments import (
    article_candidates,
    articles_for,
    department_candidates,
    lead_and_assisting,
    split_names,
)
from ui.forms.fields import Field
from ui.forms.limits_card import LimitsCard
from ui.forms.sheet import Choice, Pick, Sheet, Text
from ui.forms.sheet_dialog import Job, SheetDialog
from ui.said import first_line

_RULE = "D08.report"
_DIRECT = (
    WhistleSource.RESIDENT,
    WhistleSource.GRID,
    WhistleSource.HOTLINE,
    WhistleSource.PETITION,
)


class BlowWhistleDialog(SheetDialog):
    """Proposes department and article; the limits of the kind are reckoned beside the fields."""

    def __init__(
        self,
        parent: QWidget,
        *,
        desk: Desk,
        errands: Errands,
        case: CaseFile | None = None,
        topic: TopicFile | None = None,
        then: Callable[[Changes], object] | None = None,
    ) -> None:
        """Lay out the call, filled from the dispute or the topic it is blown for."""
        self._desk, self._case, self._topic = desk, case, topic
        direct = case is None and topic is None
        sheet = Sheet(_fields(desk, direct=direct))
        sheet.fill(_beginning(case, topic))
        self._offered = ("", "", "")
        self._sheet_proposes(sheet)
        sheet.settle()
        self.card = LimitsCard(desk, _("If it is dispatched now"))
        self._say(sheet)
        super().__init__(
            parent,
            title=_("Blow a whistle"),
            explain=_named(case, topic),
            sheet=sheet,
            verb=_("&Write it down"),
            errands=errands,
            job=self._job,
            then=then,
            aside=self.card,
            width=40.0,
        )
        sheet.changed.connect(self._follow)

    def _job(self, values: dict[str, Any]) -> Job:
        asked = BlowWhistle(
            title=values["title"],
            content=values["content"],
            lead=values["lead"] or "",
            kind=WhistleKind(values["kind"]),
            source=self._source(values),
            dispute=self._case.dispute.id if self._case is not None else None,
            agenda_topic=self._topic.topic.id if self._topic is not None else None,
            division=self._division(),
            place=values["place"],
            legal_basis=values["legal_basis"] or "",
            assisting=split_names(values["assisting"]),
            request=values["request"],
            rule_set=values["rule_set"],
        )
        return partial(blow_whistle, self._desk, asked)

    def _source(self, values: dict[str, Any]) -> WhistleSource:
        if self._case is not None:
            return WhistleSource.DISPUTE
        if self._topic is not None:
            return WhistleSource.AGENDA_TOPIC
        return WhistleSource(values["source"] or WhistleSource.RESIDENT)

    def _division(self) -> str:
        if self._case is not None:
            return self._case.dispute.division
        return self._topic.topic.division if self._topic is not None else ""

    def _follow(self) -> None:
        self._sheet_proposes(self.sheet)
        self._say(self.sheet)

    def _sheet_proposes(self, sheet: Sheet) -> None:
        """Fill department and article from the words, unless a person wrote others."""
        values = sheet.values()
        text = f"{values['title']} {values['content']}"
        proposal = self._proposal(text)
        lead, assisting = lead_and_assisting(proposal)
        article = articles_for(self._desk.books.routing, proposal.departments, text)
        offered = (lead, p_("list mark", ", ").join(assisting), article)
        written = (values["lead"] or "", values["assisting"], values["legal_basis"] or "")
        before, self._offered = self._offered, offered
        keys = ("lead", "assisting", "legal_basis")
        new = {
            key: now
            for key, now, then, stands in zip(keys, offered, before, written, strict=True)
            if stands == then and now != then
        }
        if new:
            sheet.fill(new)

    def _proposal(self, text: str) -> Proposal:
        routing = self._desk.books.routing
        topic = self._case.dispute.topic if self._case is not None else Topic.OTHER
        if topic is Topic.OTHER:
            topic = routing.propose_topic(text)
        return routing.propose(topic, text)

    def _say(self, sheet: Sheet) -> None:
        values = sheet.values()
        if values["kind"] and values["rule_set"]:
            self.card.say(WhistleKind(values["kind"]), values["rule_set"])


def _fields(desk: Desk, *, direct: bool) -> list[Field]:
    rules = desk.books.routing
    asked: list[Field] = [
        Choice(
            key="kind", label=_("K&ind of whistle"), required=True,
            choices=[(kind.value, label(kind)) for kind in WhistleKind],
        ),
        Text(key="title", label=_("&Matter"), required=True, longest=60),
        Text(
            key="content", label=_("&Situation, and what was done so far"), lines=5, required=True
        ),
        Text(key="place", label=_("&Place"), half=True),
        Pick(
            key="lead", label=_("&Lead department"), candidates=department_candidates(rules),
            free=True, required=True, half=True,
        ),
        Text(key="assisting", label=_("&Assisting departments"), hint=_("Separate with 、")),
        Pick(
            key="legal_basis", label=_("Le&gal basis of its duty"),
            candidates=article_candidates(rules), free=True,
        ),
        Text(key="request", label=_("What is as&ked of them: when, where, whom"), lines=2),
        Choice(
            key="rule_set", label=_("&Rules its clocks follow"), choices=_rule_sets(desk),
            as_list=True, required=True,
        ),
    ]  # fmt: skip
    if direct:
        sources = [(source.value, label(source)) for source in _DIRECT]
        asked.append(
            Choice(key="source", label=_("Came &from"), choices=sources, as_list=True, half=True)
        )
    return asked


def _rule_sets(desk: Desk) -> list[tuple[str, str]]:
    """List the rule sets that say how fast a department reports in."""
    limits = desk.books.deadlines.limits
    names = dict.fromkeys(one.rule_set for one in limits.limits if one.id == _RULE)
    return [(name, str(limits.title_of(name))) for name in names]


def _beginning(case: CaseFile | None, topic: TopicFile | None) -> dict[str, Any]:
    values: dict[str, Any] = {
        "kind": WhistleKind.DAILY.value,
        "rule_set": "gulou",
        "source": WhistleSource.RESIDENT.value,
    }
    if case is not None:
        dispute = case.dispute
        values |= {
            "title": dispute.title or first_line(dispute.text),
            "content": _case_content(case),
            "place": case.place,
        }
    if topic is not None:
        values |= {
            "title": topic.topic.title,
            "content": _topic_content(topic),
            "place": topic.place,
            "kind": WhistleKind.HARD.value,
        }
    return values


def _case_content(case: CaseFile) -> str:
    """Tell what happened and what the team has done, so that the department need not ask."""
    lines = [case.dispute.text]
    lines += [
        _("{day}: {result}. {record}").format(
            day=f"{sitting.held_at.astimezone(CHINA):%Y-%m-%d}",
            result=label(sitting.result),
            record=first_line(sitting.record, 80),
        )
        for sitting in case.sittings
    ]
    return "\n".join(lines)


def _topic_content(topic: TopicFile) -> str:
    """Tell the topic and what the council thinks of it."""
    opinions = [one.resolution or one.opinion for one in topic.items[-1:] if one.result]
    return "\n".join([topic.topic.content, *opinions])


def _named(case: CaseFile | None, topic: TopicFile | None) -> str:
    if case is not None:
        return _("For dispute {number}; it comes back to the desk with the answer.").format(
            number=case.dispute.number
        )
    if topic is not None:
        return _("For topic {number}, {title}.").format(
            number=topic.topic.number, title=topic.topic.title
        )
    return _("For what only a department can solve. It is dispatched after approval.")
