"""Dialogs about conventions: drafting, asking for opinions, adopting, filing, in force, ending."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QDialog, QWidget

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.convention import AdoptingBody, ConventionKind, VersionState
from mediator_desk.rows import Changes, TopicRow
from mediator_desk.rows.conventions import ConventionFile
from mediator_desk.rules.conventions import split_articles
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases import convention_adoption as adoption
from mediator_desk.usecases import conventions as drafting
from mediator_desk.words import _
from ui.convention_detail import doubts_said
from ui.errands import Errands
from ui.forms.sheet import Choice, Count, Day, Field, Sheet, Text
from ui.forms.sheet_dialog import SheetDialog

Then = Callable[[Changes], object]
Values = Mapping[str, Any]
Job = Callable[[], Changes]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConventionDesk:
    """Where the dialogs open."""

    parent: QWidget
    desk: Desk
    errands: Errands

    def draft(self, then: Then, topics: Sequence[TopicRow] = ()) -> QDialog:
        """Ask for a new convention and its first text; ``topics`` are those it may come from."""
        kinds = [(kind.value, label(kind)) for kind in ConventionKind]
        stairwell = ("kind", (ConventionKind.STAIRWELL.value,))
        fields: tuple[Field, ...] = (
            Choice(key="kind", label=_("K&ind"), choices=kinds, required=True),
            *_from_topic(topics),
            Text(key="title", label=_("Na&me"), required=True),
            Text(key="place", label=_("Es&tate"), half=True),
            Text(key="building", label=_("&Building and stairwell"), half=True, when=stairwell),
            self._articles(),
            Text(key="purpose", label=_("What it is f&or"), lines=2),
        )
        values = {"kind": ConventionKind.STAIRWELL.value}

        def asked(said: Values) -> Job:
            request = drafting.DraftConvention(
                kind=ConventionKind(said["kind"]),
                title=said["title"],
                text=said["text"],
                place=said["place"],
                building=said.get("building") or "",
                purpose=said["purpose"],
                topic=next((one.id for one in topics if str(one.id) == said.get("topic")), None),
            )
            return partial(drafting.draft_convention, self.desk, request)

        return self._ask(fields, values, _("Draft a convention"), _("&Keep"), asked, then)

    def step(self, file: ConventionFile, step: str, then: Then) -> QDialog:
        """Ask for what a step needs."""
        asks: dict[str, Callable[[ConventionFile, Then], QDialog]] = {
            "change-convention": self._change,
            "amend-convention": self._amend,
            "consult-convention": self._consult,
            "adopt-convention": self._adopt,
            "file-convention": self._file,
            "enforce-convention": self._enforce,
            "repeal-convention": self._repeal,
            "drop-convention": self._drop,
        }
        return asks[step](file, then)

    def _change(self, file: ConventionFile, then: Then) -> QDialog:
        version = file.newest
        values = {"text": "\n".join(version.articles), "purpose": version.purpose}

        def asked(said: Values) -> Job:
            request = drafting.ChangeConvention(
                version=version.id, text=said["text"], purpose=said["purpose"]
            )
            return partial(drafting.change_convention, self.desk, request)

        return self._ask(
            self._text_fields(), values, _("Change the draft"), _("&Keep"), asked, then, file
        )

    def _amend(self, file: ConventionFile, then: Then) -> QDialog:
        holding = _holding(file)
        values = {"text": "\n".join(file.holding.articles) if file.holding else ""}

        def asked(said: Values) -> Job:
            request = drafting.AmendConvention(
                version=holding, text=said["text"], purpose=said["purpose"]
            )
            return partial(drafting.amend_convention, self.desk, request)

        title = _("Draft the next version")
        return self._ask(self._text_fields(), values, title, _("&Keep"), asked, then, file)

    def _consult(self, file: ConventionFile, then: Then) -> QDialog:
        fields = (
            Text(
                key="boards",
                label=_("&Where it hangs"),
                hint=_("one board on each line"),
                lines=2,
                required=True,
            ),
            self._day(_("Po&sted on")),
            Text(key="contact", label=_("Office &phone for opinions"), half=True),
        )

        def asked(said: Values) -> Job:
            request = drafting.ConsultConvention(
                version=file.newest.id,
                boards=tuple(said["boards"].splitlines()),
                posted_on=said["on"],
                contact=said["contact"],
            )
            return partial(drafting.consult_convention, self.desk, request)

        title = _("Ask for opinions on the draft")
        return self._ask(fields, self._now(), title, _("&Keep"), asked, then, file)

    def _adopt(self, file: ConventionFile, then: Then) -> QDialog:
        bodies = self.desk.books.conventions.kinds[file.convention.kind].bodies
        fields = (
            Choice(
                key="body",
                label=_("Adopted &by"),
                choices=[(body.value, label(body)) for body in bodies],
                required=True,
            ),
            Count(key="due", label=_("Ho&w many are entitled"), required=True, half=True),
            Count(key="present", label=_("Too&k part"), required=True, half=True),
            Count(key="agreeing", label=_("A&gree"), required=True, half=True),
            self._day(_("Adopted &on")),
            Day(
                key="planned",
                label=_("Begins by &its own words"),
                today=self._today,
                half=True,
            ),
            Text(key="reason", label=_("&Reason, where a figure is not reached"), lines=2),
        )
        values = {**self._now(), "body": bodies[0].value if len(bodies) == 1 else ""}

        def asked(said: Values) -> Job:
            request = adoption.AdoptConvention(
                version=file.newest.id,
                body=AdoptingBody(said["body"]),
                due=said["due"],
                present=said["present"],
                agreeing=said["agreeing"],
                adopted_on=said["on"],
                planned_from=said["planned"],
                reason=said["reason"],
            )
            return partial(adoption.adopt_convention, self.desk, request)

        return self._ask(
            fields, values, _("Adopt the convention"), _("Keep it as a&dopted"), asked, then, file
        )

    def _file(self, file: ConventionFile, then: Then) -> QDialog:
        fields = (
            Text(key="number", label=_("&Filed under"), required=True, half=True),
            Text(key="office", label=_("Filed &with"), half=True),
            self._day(_("Filed &on")),
        )

        def asked(said: Values) -> Job:
            request = adoption.FileConvention(
                version=file.newest.id,
                number=said["number"],
                office=said["office"],
                filed_on=said["on"],
            )
            return partial(adoption.file_convention, self.desk, request)

        title = _("File with the street")
        return self._ask(fields, self._now(), title, _("&Keep"), asked, then, file)

    def _enforce(self, file: ConventionFile, then: Then) -> QDialog:
        planned, today = file.newest.planned_from, self._today()
        values = {"on": planned if planned and planned <= today else today}

        def asked(said: Values) -> Job:
            request = adoption.EnforceConvention(version=file.newest.id, since=said["on"])
            return partial(adoption.enforce_convention, self.desk, request)

        fields = (self._day(_("In &force from")),)
        return self._ask(
            fields, values, _("Put in force"), _("&Put it in force"), asked, then, file
        )

    def _repeal(self, file: ConventionFile, then: Then) -> QDialog:
        fields = (
            Text(key="reason", label=_("&Who repealed it, and why"), lines=3, required=True),
            self._day(_("No longer in &force from")),
        )

        def asked(said: Values) -> Job:
            request = adoption.RepealConvention(
                version=_holding(file), reason=said["reason"], since=said["on"]
            )
            return partial(adoption.repeal_convention, self.desk, request)

        title = _("Repeal the convention")
        return self._ask(fields, self._now(), title, _("Re&peal"), asked, then, file)

    def _drop(self, file: ConventionFile, then: Then) -> QDialog:
        fields = (Text(key="reason", label=_("&Why it is given up"), lines=3, required=True),)

        def asked(said: Values) -> Job:
            request = drafting.DropConvention(version=file.newest.id, reason=said["reason"])
            return partial(drafting.drop_convention, self.desk, request)

        title = _("Give this version up")
        return self._ask(fields, {}, title, _("&Give up"), asked, then, file)

    def _text_fields(self) -> tuple[Field, ...]:
        return (self._articles(), Text(key="purpose", label=_("What it is f&or"), lines=2))

    def _articles(self) -> Field:
        """Ask for the text; what a convention may not contain is said beside it, and kept."""
        return Text(
            key="text",
            label=_("&Articles"),
            hint=_("one article on each line; numbers come by themselves"),
            lines=8,
            required=True,
            remark=lambda text: doubts_said(self.desk, split_articles(str(text or ""))),
        )

    def _ask(
        self,
        fields: tuple[Field, ...],
        values: Values,
        title: str,
        verb: str,
        asked: Callable[[Values], Job],
        then: Then,
        file: ConventionFile | None = None,
    ) -> QDialog:
        sheet = Sheet(fields)
        sheet.fill(values)
        sheet.settle()
        dialog = SheetDialog(
            self.parent,
            title=title,
            explain="" if file is None else f"{file.convention.number} {file.convention.title}",
            sheet=sheet,
            verb=verb,
            errands=self.errands,
            job=asked,
            then=then,
            width=36.0,
        )
        dialog.open()
        return dialog

    def _day(self, words: str) -> Day:
        return Day(key="on", label=words, required=True, past=True, half=True, today=self._today)

    def _now(self) -> dict[str, Any]:
        return {"on": self._today()}

    def _today(self) -> Any:
        return local_day(self.desk.now())


def _from_topic(topics: Sequence[TopicRow]) -> tuple[Field, ...]:
    """Offer the topics of the council a convention may come from."""
    if not topics:
        return ()
    choices = [("", _("No topic")), *((str(one.id), f"{one.number} {one.title}") for one in topics)]
    return (Choice(key="topic", label=_("From the co&uncil topic"), choices=choices, as_list=True),)


def _holding(file: ConventionFile) -> UUID:
    """Name the version in force."""
    return next(one.id for one in file.versions if one.state is VersionState.IN_FORCE)
