"""Blowing a whistle: for a dispute, for a topic of the council, or directly."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.dispute import Topic
from mediator_desk.records.whistle import WhistleSource
from mediator_desk.rows import CaseFile, Changes, TopicFile, WhistleFile
from mediator_desk.rules.durations import CHINA, local_day
from mediator_desk.rules.route import Proposal
from mediator_desk.rules.whistle_kinds import Kind
from mediator_desk.usecases.blow_whistle import BlowWhistle, blow_whistle
from mediator_desk.usecases.whistle_steps import kind_of
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

_BETWEEN = "/"
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
        again: WhistleFile | None = None,
        then: Callable[[Changes], object] | None = None,
    ) -> None:
        """Lay out the call, filled from the dispute or the topic it is blown for."""
        self._desk, self._case, self._topic, self._again = desk, case, topic, again
        direct = case is None and topic is None
        sheet = Sheet(_fields(desk, direct=direct, again=again is not None))
        sheet.fill(_beginning(desk, case, topic, again))
        self._offered = ("", "", "")
        self._sheet_proposes(sheet)
        sheet.settle()
        self.card = LimitsCard(desk, _("If it is dispatched now"))
        self._say(sheet)
        super().__init__(
            parent,
            title=_("Blow a whistle"),
            explain=_named(case, topic, again),
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
            kind=values["kind"].partition(_BETWEEN)[2],
            source=self._source(values),
            dispute=self._case.dispute.id if self._case is not None else None,
            agenda_topic=self._topic.topic.id if self._topic is not None else None,
            division=self._division(),
            place=values["place"],
            legal_basis=values["legal_basis"] or "",
            assisting=split_names(values["assisting"]),
            request=values["request"],
            rule_set=values["kind"].partition(_BETWEEN)[0],
            again_of=None if self._again is None else self._again.whistle.id,
            why_again=values.get("why_again") or "",
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
        place, _between, id = (sheet.values()["kind"] or "").partition(_BETWEEN)
        kinds = self._desk.books.whistle_kinds
        if id:
            self.card.say(kinds.find(place, id, local_day(self._desk.now())))


def _fields(desk: Desk, *, direct: bool, again: bool) -> list[Field]:
    rules = desk.books.routing
    asked: list[Field] = [
        Choice(
            key="kind", label=_("K&ind of whistle"), required=True,
            choices=_kinds(desk), as_list=True,
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
    ]  # fmt: skip
    if again:
        asked.append(Text(key="why_again", label=_("Wh&y it is blown again"), lines=2))
    if direct:
        sources = [(source.value, label(source)) for source in _DIRECT]
        asked.append(
            Choice(key="source", label=_("Came &from"), choices=sources, as_list=True, half=True)
        )
    return asked


def _kinds(desk: Desk) -> list[tuple[str, str]]:
    """List the kinds in force today, those of our own place first."""
    kinds, today = desk.books.whistle_kinds, local_day(desk.now())
    own = kinds.place_of(desk.team.division)
    places = sorted(kinds.places, key=lambda one: one.name != own)
    said = p_("kind of whistle", "{kind} · {place}")
    return [
        (_code(kind), said.format(kind=kind.title, place=place.title))
        for place in places
        for kind in kinds.of_place(place.name, today)
    ]


def _code(kind: Kind) -> str:
    return f"{kind.rule_set}{_BETWEEN}{kind.id}"


def _usual(desk: Desk, division: str, id: str) -> str:
    """Name the kind of our place to begin with."""
    kinds = desk.books.whistle_kinds
    known = kinds.of_place(kinds.place_of(division or desk.team.division), local_day(desk.now()))
    fitting = [kind for kind in known if kind.id == id] or list(known)
    return _code(fitting[0]) if fitting else ""


def _beginning(
    desk: Desk, case: CaseFile | None, topic: TopicFile | None, again: WhistleFile | None
) -> dict[str, Any]:
    values: dict[str, Any] = {
        "kind": _usual(desk, case.dispute.division if case is not None else "", "daily"),
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
            "kind": _usual(desk, topic.topic.division, "hard"),
        }
    if again is not None:
        values |= _repeated(desk, again)
    return values


def _repeated(desk: Desk, again: WhistleFile) -> dict[str, Any]:
    """Begin with the whistle that is blown again, louder where its place has a louder kind."""
    first = again.whistle
    kind = kind_of(desk.books, first)
    return {
        "kind": f"{kind.rule_set}{_BETWEEN}{kind.louder or kind.id}",
        "title": first.title,
        "content": first.content,
        "place": first.place,
        "lead": first.lead,
        "assisting": p_("list mark", ", ").join(first.assisting),
        "legal_basis": first.legal_basis,
        "request": first.request,
        "source": first.source.value if first.source in _DIRECT else WhistleSource.RESIDENT.value,
    }


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


def _named(case: CaseFile | None, topic: TopicFile | None, again: WhistleFile | None) -> str:
    if again is not None:
        return _("Again, after {number}.").format(number=again.whistle.number)
    if case is not None:
        return _("For dispute {number}; it comes back to the desk with the answer.").format(
            number=case.dispute.number
        )
    if topic is not None:
        return _("For topic {number}, {title}.").format(
            number=topic.topic.number, title=topic.topic.title
        )
    return _("For what only a department can solve. It is dispatched after approval.")
