"""Dialogs about public notices: posting one, an objection, its answer, taking it down."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QDialog, QWidget

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.public_notice import NoticeKind, Objection, ObjectionState
from mediator_desk.rows import Changes
from mediator_desk.rows.notices import NoticeFile
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases.notice_offers import NoticeOffer
from mediator_desk.usecases.post_notice import post_notice
from mediator_desk.usecases.public_notices import (
    AnswerObjection,
    PostNotice,
    RaiseObjection,
    TakeDownNotice,
    answer_objection,
    raise_objection,
    take_down_notice,
)
from mediator_desk.words import _
from ui.errands import Errands
from ui.forms.sheet import Choice, Day, Field, Sheet, Text
from ui.forms.sheet_dialog import SheetDialog
from ui.said import day_said, first_line

Asked = Callable[[Mapping[str, Any]], Callable[[], Changes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeDesk:
    """Where the dialogs open, and what follows each of them."""

    parent: QWidget
    desk: Desk
    errands: Errands

    def post(self, offers: Sequence[NoticeOffer], then: Callable[[Changes], object]) -> QDialog:
        """Ask what the notice says, and where and since when it hangs.

        One of the ``offers`` may be what it is about; its words are proposed then.
        """
        about = [(str(one.subject), one.named) for one in offers]
        kinds = [(kind.value, label(kind)) for kind in NoticeKind]
        sheet = self._sheet(
            *(
                [Choice(key="subject", label=_("What it is a&bout"), choices=about, as_list=True)]
                if offers
                else []
            ),
            Choice(
                key="kind", label=_("Kin&d of notice"), choices=kinds, as_list=True, required=True
            ),
            Text(key="title", label=_("Ti&tle"), required=True),
            Text(key="text", label=_("Wh&at it says"), lines=5, required=True),
            Text(
                key="boards",
                label=_("&Where it hangs"),
                hint=_("one board on each line"),
                lines=2,
                required=True,
            ),
            self._day(_("Po&sted on")),
            Text(key="issuer", label=_("Iss&ued by"), half=True),
            Text(key="contact", label=_("Office &phone for opinions"), half=True),
        )
        sheet.fill({"issuer": self.desk.team.name, "on": self._today()})
        sheet.settle()
        _propose(sheet, offers)

        def asked(values: Mapping[str, Any]) -> Callable[[], Changes]:
            request = PostNotice(
                subject=UUID(values["subject"]) if values.get("subject") else None,
                kind=NoticeKind(values["kind"]),
                title=values["title"],
                text=values["text"],
                boards=tuple(values["boards"].splitlines()),
                issuer=values["issuer"],
                contact=values["contact"],
                posted_on=values["on"],
            )
            return partial(post_notice, self.desk, request)

        explain = _("No names, phones or ID numbers of residents on the notice.")
        return self._ask(_("Post a notice"), explain, sheet, _("&Keep"), asked, then)

    def take_objection(self, file: NoticeFile, then: Callable[[Changes], object]) -> QDialog:
        """Ask what somebody objects to; who it is may stay unsaid."""
        sheet = self._sheet(
            Text(key="text", label=_("What is &objected to"), lines=4, required=True),
            Text(key="who", label=_("&Who, if they say"), half=True),
            self._day(_("Came &in on")),
        )
        sheet.fill({"on": self._today()})
        sheet.settle()

        def asked(values: Mapping[str, Any]) -> Callable[[], Changes]:
            request = RaiseObjection(
                notice=file.notice.id,
                text=values["text"],
                who=values["who"],
                raised_on=values["on"],
            )
            return partial(raise_objection, self.desk, request)

        return self._ask(_("Take an objection"), _named(file), sheet, _("&Keep"), asked, then)

    def answer(self, file: NoticeFile, then: Callable[[Changes], object]) -> QDialog:
        """Ask for the answer to one of the objections that wait."""
        waiting = waiting_of(file)
        now = self.desk.now()
        choices = [
            (str(one.id), f"{day_said(one.raised_on, now)} {first_line(one.text, 30)}")
            for one in waiting
        ]
        sheet = self._sheet(
            Choice(
                key="which", label=_("&Objection"), choices=choices, as_list=True, required=True
            ),
            Text(key="answer", label=_("&Answer"), lines=4, required=True),
            self._day(_("&Given on")),
        )
        sheet.fill({"which": choices[0][0], "on": self._today()})
        sheet.settle()
        ids = {str(one.id): one.id for one in waiting}

        def asked(values: Mapping[str, Any]) -> Callable[[], Changes]:
            request = AnswerObjection(
                objection=ids[values["which"]], answer=values["answer"], answered_on=values["on"]
            )
            return partial(answer_objection, self.desk, request)

        return self._ask(_("Answer an objection"), _named(file), sheet, _("&Keep"), asked, then)

    def take_down(self, file: NoticeFile, then: Callable[[Changes], object]) -> QDialog:
        """Ask when it was taken down; before its day, why."""
        first = file.notice.may_come_down_on
        early = first is not None and first > self._today()
        reason = Text(key="reason", label=_("&Why so early"), lines=2)
        sheet = self._sheet(self._day(_("&Taken down on")), *([reason] if early else []))
        sheet.fill({"on": self._today()})
        sheet.settle()

        def asked(values: Mapping[str, Any]) -> Callable[[], Changes]:
            request = TakeDownNotice(
                notice=file.notice.id, taken_down_on=values["on"], reason=values.get("reason", "")
            )
            return partial(take_down_notice, self.desk, request)

        return self._ask(_("Take the notice down"), _named(file), sheet, _("&Keep"), asked, then)

    def _ask(
        self,
        title: str,
        explain: str,
        sheet: Sheet,
        verb: str,
        asked: Asked,
        then: Callable[[Changes], object],
    ) -> QDialog:
        dialog = SheetDialog(
            self.parent,
            title=title,
            explain=explain,
            sheet=sheet,
            verb=verb,
            errands=self.errands,
            job=asked,
            then=then,
            width=34.0,
        )
        dialog.open()
        return dialog

    def _sheet(self, *fields: Field) -> Sheet:
        return Sheet(fields)

    def _day(self, words: str) -> Day:
        return Day(key="on", label=words, required=True, past=True, today=self._today)

    def _today(self) -> Any:
        return local_day(self.desk.now())


def _propose(sheet: Sheet, offers: Sequence[NoticeOffer]) -> None:
    """Fill in kind and words each time another subject is chosen."""
    by_id = {str(one.subject): one for one in offers}
    seen: list[str] = []

    def chosen() -> None:
        subject = sheet.values().get("subject") or ""
        if seen[-1:] == [subject]:
            return
        seen.append(subject)
        if subject in by_id:
            offer = by_id[subject]
            words = {"title": offer.words.title, "text": offer.words.text}
            sheet.fill({"kind": offer.kind.value} | words)

    sheet.changed.connect(chosen)


def waiting_of(file: NoticeFile) -> Sequence[Objection]:
    """Give the objections that wait for an answer, oldest first."""
    return [one for one in file.objections if one.state is ObjectionState.RAISED]


def _named(file: NoticeFile) -> str:
    return f"{file.notice.number} {file.notice.title}"
