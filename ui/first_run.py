"""The first run: five short pages, the station is founded, its recovery card is shown."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from mediator_desk.paper.recovery_card import RecoveryCard
from mediator_desk.ports import Books, Desk, Founding, House
from mediator_desk.records.place import Division
from mediator_desk.rules.durations import local_day
from mediator_desk.words import _
from ui.dialogs.question import Question
from ui.errands import Errands
from ui.forms.directory import directory, where
from ui.forms.founding_steps import (
    founding_from,
    founding_steps,
    names_for,
    offer_directory,
)
from ui.forms.recovery_page import RecoveryPage
from ui.forms.wizard import Wizard
from ui.look import Look
from ui.notices import Notices
from ui.theme import worn
from ui.widgets.completing import Candidate

_TEAM, _COMMITTEE = 1, 2
_PROPOSED = ("team_name", "short", "committee_name", "committee_short")


class FirstRun(QWidget):
    """Leads to a founded station. ``founded`` carries the desk of the first person.

    ``house`` and ``books`` give what may take a while to load; they are only called in errands.
    ``look_changed`` carries the size of letters and the colours as soon as they are chosen.
    """

    founded = Signal(object)
    look_changed = Signal(int, str)

    def __init__(
        self,
        *,
        house: Callable[[], House],
        books: Callable[[], Books],
        look: Look,
        fonts: Path,
        now: Callable[[], datetime],
        errands: Errands,
        notices: Notices,
    ) -> None:
        """Show the first page; the directory to pick the place from comes in by an errand."""
        super().__init__()
        self.setProperty("page", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(_("Set up the station · Mediator Desk"))
        self._house, self._books, self._now = house, books, now
        self._errands, self._fonts, self._notices = errands, fonts, notices
        self._divisions: Mapping[str, Division] = {}
        self._proposed: dict[str, str] = {}
        self._desk: Desk | None = None
        self.steps = founding_steps(look)
        self.wizard = Wizard(self.windowTitle(), self.steps, _("&Set up"))
        self.card: RecoveryPage | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.wizard)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._wire()
        self._measure()

    def begin(self) -> None:
        """Come into sight, then fetch the directory."""
        self.show()
        self._errands.run(
            partial(_read_directory, self._books), owner=self, then=self._offer, refused=self._say
        )

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.card is None or self._desk is None or self.card.tick.isChecked():
            event.accept()
            return
        event.ignore()
        Question(
            self,
            _("The recovery code has not been kept yet."),
            _("It is shown only this once. Without it a forgotten password locks the station."),
            verb=_("&Leave all the same"),
            do=self._leave,
            danger=True,
            stay=_("&Go back"),
        ).open()

    def _leave(self) -> None:
        self._desk = None
        self.close()

    def _offer(self, answer: tuple[Books, tuple[Candidate, ...]]) -> None:
        books, places = answer
        self._divisions = books.divisions
        offer_directory(self.steps, places)

    def _show_place(self) -> None:
        """Say where the picked place lies, for many have the same name."""
        sheet = self.steps[0].sheet
        for key in ("division", "under"):
            code = sheet.values().get(key)
            where_it_is = where(str(code), self._divisions) if code else ""
            sheet.cell(key).say_note(where_it_is)

    def _turned(self, place: int) -> None:
        """Propose names where nobody has typed others."""
        if place not in (_TEAM, _COMMITTEE):
            return
        values = self._values()
        names = names_for(values, self._divisions)
        proposed = {
            "team_name": names.team,
            "short": names.short,
            "committee_name": names.committee,
            "committee_short": names.committee_short,
        }
        for step in (self.steps[_TEAM], self.steps[_COMMITTEE]):
            own = step.sheet.values()
            fresh = {
                key: proposed[key]
                for key in _PROPOSED
                if step.sheet.has(key) and own.get(key, "") in ("", self._proposed.get(key, ""))
            }
            step.sheet.fill(fresh)
        self._proposed = proposed
        self._show_numbers()

    def _show_numbers(self) -> None:
        """Show how the numbers will read, so that the short names explain themselves."""
        values = self._values()
        year = self._year()
        team = self.steps[_TEAM].sheet.cell("short")
        short = values.get("short") or ""
        team.say_note(_("As in {number}").format(number=f"{short}-{year}-1") if short else "")
        committee = self.steps[_COMMITTEE].sheet.cell("committee_short")
        name = values.get("committee_short") or ""
        number = f"（{year}）{name}人调字第1号"
        committee.say_note(_("As in {number}").format(number=number) if name else "")

    def _values(self) -> dict[str, Any]:
        return self.wizard.values()

    def _year(self) -> int:
        return local_day(self._now()).year

    def _found(self, values: dict[str, Any]) -> None:
        self.wizard.setEnabled(False)
        asked = founding_from(values)
        self._errands.run(
            partial(_found_and_enter, self._house, asked),
            owner=self,
            then=self._show_card,
            refused=self._refused,
        )

    def _show_card(self, answer: tuple[str, Desk]) -> None:
        code, self._desk = answer
        desk = self._desk
        day = local_day(desk.now())
        self.card = RecoveryPage(
            RecoveryCard(
                station=desk.team.name,
                person=desk.person.name,
                code=code,
                made=f"{day.year}年{day.month}月{day.day}日",
            ),
            errands=self._errands,
            fonts=self._fonts,
            notices=self._notices,
        )
        self.card.kept.connect(self._done)
        self._stack.addWidget(self.card)
        self._stack.setCurrentWidget(self.card)
        self.card.tick.setFocus()

    def _done(self) -> None:
        self.founded.emit(self._desk)

    def _refused(self, sentence: str) -> None:
        self.wizard.setEnabled(True)
        self.wizard.refuse(sentence)

    def _say(self, sentence: str) -> None:
        self.wizard.refuse(sentence)

    def _look(self) -> None:
        values = self.steps[-1].sheet.values()
        if values["text_size"] and values["colours"]:
            self.look_changed.emit(int(values["text_size"]), values["colours"])

    def _wire(self) -> None:
        self.wizard.turned.connect(self._turned)
        self.wizard.finished.connect(self._found)
        self.steps[0].sheet.changed.connect(self._show_place)
        self.steps[-1].sheet.changed.connect(self._look)
        for step in (self.steps[_TEAM], self.steps[_COMMITTEE]):
            step.sheet.changed.connect(self._show_numbers)

    def _measure(self) -> None:
        room = self.screen().availableGeometry()
        self.resize(
            min(worn().em(48), room.width()), min(worn().em(36), round(room.height() * 0.94))
        )


def _read_directory(books: Callable[[], Books]) -> tuple[Books, tuple[Candidate, ...]]:
    read = books()
    return read, directory(read.divisions)


def _found_and_enter(house: Callable[[], House], asked: Founding) -> tuple[str, Desk]:
    """Found the station, and sit down at its desk."""
    opened = house()
    code = opened.found(asked)
    (person,) = opened.people()
    return code, opened.enter(person, asked.password)
