"""The dialog of a whistle's step: it asks what the table says, and shows the clocks beside."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.follow_up import Satisfaction
from mediator_desk.records.whistle import ReturnReason, Solved
from mediator_desk.rows import Changes, WhistleFile
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.duties import Responsible
from mediator_desk.rules.whistle_kinds import RESIDENT_CLOCK, Stretch
from mediator_desk.usecases.whistle_steps import StepWhistle, kind_of
from mediator_desk.words import N_, _
from ui.errands import Errands
from ui.forms.departments import (
    article_candidates,
    department_candidates,
)
from ui.forms.fields import Count, Field
from ui.forms.limits_card import LimitsCard
from ui.forms.sheet import Choice, Moment, Pick, Sheet, Text
from ui.forms.sheet_dialog import Job, SheetDialog
from ui.forms.whistle_asks import STEPS
from ui.said import due_long, late
from ui.widgets.card import Banner, Card

Done = Callable[[str], Callable[[Changes], None]]
_HANDING_ON = ("reassign-whistle", "designate-whistle")


class WhistleStepDialog(SheetDialog):
    """Takes one step of a whistle; refusals of the rules show in place."""

    def __init__(
        self,
        parent: QWidget,
        *,
        desk: Desk,
        errands: Errands,
        file: WhistleFile,
        step: str,
        done: Done,
    ) -> None:
        """Lay out what the step asks."""
        self._desk, self._file = desk, file
        self._asks = STEPS[step]
        whistle = file.whistle
        text = f"{whistle.title} {whistle.content}"
        self._suggested = desk.books.duties.suggest(text, other_than=whistle.lead)
        named = f"{whistle.number} {whistle.title}"
        sheet = Sheet([self._field(key) for key in self._asks.asks])
        sheet.fill(self._beginning(step))
        sheet.settle()
        self.card = self._card(step)
        self._say(sheet)
        explain = [named, _(self._asks.explain) if self._asks.explain else ""]
        if step in _HANDING_ON and self._suggested is not None:
            explain.append(_suggestion(self._suggested))
        super().__init__(
            parent,
            title=_(self._asks.title),
            explain="\n".join(one for one in explain if one),
            sheet=sheet,
            verb=_(self._asks.verb),
            errands=errands,
            job=self._job,
            then=done(_(self._asks.said).format(whistle=named)),
            aside=self.card,
            width=36.0,
        )
        sheet.changed.connect(self._follow)

    def _job(self, values: dict[str, Any]) -> Job:
        given: dict[str, Any] = {
            key: _CODES[key][1](value) if key in _CODES else value
            for key, value in values.items()
            if value is not None
        }
        whistle = self._file.whistle.id
        return partial(self._asks.usecase, self._desk, StepWhistle(whistle=whistle, **given))

    def _field(self, key: str) -> Field:
        """Make the field of a key, under the words this step calls it by."""
        asks, rules = self._asks, self._desk.books.routing
        own = asks.labels.get(key)
        needed = key in asks.needs
        match key:
            case "at":
                return Moment(
                    key=key, label=_("When; empty means now"), past=True,
                    today=lambda: local_day(self._desk.now()), calendar=self._desk.books.calendar,
                )  # fmt: skip
            case "reason" | "solved" | "street_rating" | "department_rating" | "resident_rating":
                return Choice(key=key, label=_(_CODES[key][0]), choices=_choices(key),
                              required=needed)  # fmt: skip
            case "department" if own:
                return Choice(key=key, label=_(own), as_list=True, required=needed,
                              choices=_called(self._file))  # fmt: skip
            case "department":
                return Pick(key=key, label=_("Which &department"), free=True, required=needed,
                            candidates=department_candidates(rules))  # fmt: skip
            case "legal_basis":
                return Pick(key=key, label=_(own or N_("&Legal basis of its duty")), free=True,
                            required=needed, candidates=article_candidates(rules))  # fmt: skip
            case "days":
                return Count(key=key, label=_("&Working days more"), required=needed)
            case "measures":
                return Text(key=key, label=_("What it &does about it"), lines=3, required=needed)
            case "promised":
                return Text(key=key, label=_("&Until when"), required=needed, half=True)
            case "text":
                return Text(key=key, label=_(own or N_("&What is to be kept in mind")), lines=4,
                            required=needed)  # fmt: skip
            case _:
                return Text(key=key, label=_(own or N_("Who a&pproves")), required=needed)

    def _beginning(self, step: str) -> dict[str, Any]:
        if step == "extend-whistle":
            return {"approver": self._desk.person.name}
        if "department" in self._asks.labels:
            return {"department": self._file.whistle.lead}
        if step == "approve-whistle":
            return {"approver": self._desk.person.name}
        if step not in _HANDING_ON:
            return {}
        found = self._suggested
        if found is None:
            return {"department": _named_at_return(self._file)}
        return {"department": found.name, "legal_basis": found.article}

    def _card(self, step: str) -> Card | None:
        """Show the clocks where a step starts them, and the window where one returns it."""
        if step == "dispatch-whistle":
            return LimitsCard(self._desk, _("If it is dispatched now"))
        if step in ("refuse-return", *_HANDING_ON):
            running = [one for one in self._file.deadlines if one.rule == RESIDENT_CLOCK]
            return LimitsCard(self._desk, _("If it is handed over now"), running[-1])
        return self._window() if step == "return-whistle" else None

    def _window(self) -> Card:
        """Say until when a return is taken."""
        card, now = Card(_("The window for a return")), self._desk.now()
        rules = kind_of(self._desk.books, self._file.whistle).rules(Stretch.RETURN)
        clocks = [one for one in self._file.deadlines if one.rule in rules and one.running()]
        for clock in clocks[-1:]:
            until = due_long(clock.due_at, now, self._desk.books.calendar)
            if late(clock.due_at, now):
                sentence = _("It shut on {until}. The department must handle the whistle.")
                card.column.addWidget(Banner(sentence.format(until=until), "danger"))
            else:
                sentence = _("It is open until {until}.")
                card.column.addWidget(Banner(sentence.format(until=until), "accent"))
        if self._file.whistle.reassigned:
            card.column.addWidget(
                Banner(_("This is the second return: the district will designate."), "warning")
            )
        card.column.addStretch(1)
        return card

    def _follow(self) -> None:
        self._say(self.sheet)

    def _say(self, sheet: Sheet) -> None:
        if isinstance(self.card, LimitsCard):
            whistle = self._file.whistle
            kind = kind_of(self._desk.books, whistle)
            self.card.say(kind, sheet.values().get("at"))


_CODES: Mapping[str, tuple[str, type[ReturnReason] | type[Solved] | type[Satisfaction]]] = {
    "reason": (N_("&Reason"), ReturnReason),
    "solved": (N_("Is it &solved"), Solved),
    "street_rating": (N_("The department rates the &street"), Satisfaction),
    "department_rating": (N_("The street rates the &department"), Satisfaction),
    "resident_rating": (N_("The &residents rate the result"), Satisfaction),
}


def _choices(key: str) -> list[tuple[str, str]]:
    return [(code.value, label(code)) for code in _CODES[key][1] if code.value]


def _called(file: WhistleFile) -> list[tuple[str, str]]:
    """List the departments that were called, the leading one first."""
    names = dict.fromkeys((file.whistle.lead, *file.whistle.assisting))
    return [(name, name) for name in names]


def _suggestion(found: Responsible) -> str:
    """Say whom the law names and why; a person decides."""
    why = " ".join(one.words() for one in found.because[:1])
    return _("The duty map names {department}: {why}").format(department=found.name, why=why)


def _named_at_return(file: WhistleFile) -> str:
    """Give the assisting department, the nearest to take it over, if one was named."""
    others = [one for one in file.whistle.assisting if one != file.whistle.lead]
    return others[0] if others else ""
