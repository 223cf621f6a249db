"""Settings: people, the team, how this PC looks, the keys, where the data lie, about."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from mediator_desk.labels import label
from mediator_desk.ports import Changes, Desk, House, Verdict
from mediator_desk.records.people import Person
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.masking import mask_phone
from mediator_desk.rules.place_names import proposed_names
from mediator_desk.rules.roles import may
from mediator_desk.words import _, n_, p_
from ui.actions import KEYS, places
from ui.errands import Errands
from ui.files import FileQuestions
from ui.forms.looks import colour_choices, language_choices, size_choices
from ui.forms.settings_forms import (
    add_person_form,
    change_person_form,
    committee_form,
    give_password_form,
    own_password_form,
)
from ui.forms.sheet import Choice, Sheet
from ui.licences import licences
from ui.look import Look
from ui.models.column import Column
from ui.notices import Notices
from ui.theme import worn
from ui.widgets.card import Banner, Card
from ui.widgets.chips import Chip, ChipBar
from ui.widgets.fact_grid import FactGrid
from ui.widgets.label import Label
from ui.widgets.master_detail import MasterDetail
from ui.widgets.pane import Pane
from ui.widgets.reading import ReadingArea
from ui.widgets.side_pane import Detail, Section, SidePane
from ui.widgets.table import TableView
from ui.widgets.verb import Verb, VerbBar

PEOPLE, TEAM, WINDOWS, KEYBOARD, DATA, ABOUT = (
    "people", "team", "windows", "keys", "data", "about"
)  # fmt: skip
_BACKUP = "backup"
_BROAD = 16.0


class SettingsPane(Pane):
    """Six sections under six chips."""

    def __init__(
        self,
        *,
        desk: Desk,
        house: House,
        errands: Errands,
        notices: Notices,
        files: FileQuestions,
        look: Look,
        change_look: Callable[[Look], object],
        versions: Callable[[], Sequence[tuple[str, str]]],
        section: str = "",
    ) -> None:
        """Lay out the sections; ``section`` is the one to begin with."""
        super().__init__()
        self._desk, self._house, self._errands = desk, house, errands
        self._notices, self._files = notices, files
        self._look, self._change_look, self._versions = look, change_look, versions
        self._people: tuple[Person, ...] = ()
        self.chips = ChipBar(_("Sections of the settings"))
        self.stack = QStackedWidget()
        self.people: TableView[Person] = TableView(
            _people_columns(), key=lambda row: row.id, name=_("People")
        )
        self.side = SidePane("people", _("Choose a person to see her here"))
        self.looks = self._look_sheet()
        self.committee = Card(_("The people's mediation committee"))
        self.checked = Banner()
        self.versions = FactGrid(widest=_BROAD)
        self.licences = FactGrid(widest=_BROAD)
        self._sections: dict[str, QWidget] = {}
        self._lay_out()
        self._wire()
        self.chips.choose(section or PEOPLE)

    @override
    def title(self) -> str:
        return p_("place", "Settings")

    @override
    def primary(self) -> Verb | None:
        if self.chips.current() == PEOPLE and self._may("add-person"):
            return Verb(text=_("&Add a person"), do=self.add, icon="plus", primary=True)
        if self.chips.current() == DATA and self._may("backup"):
            return Verb(text=_("&Back up now …"), do=self.back_up, icon="save", primary=True)
        return None

    @override
    def open(self, id: UUID | None = None) -> None:
        self._ask()

    @override
    def refresh(self, changes: Changes | None = None) -> None:
        if changes is None or changes.touches("person", "committee", "team"):
            self._ask()

    @override
    def take_focus(self) -> None:
        if self.chips.current() == PEOPLE:
            self.people.setFocus()
        else:
            self.chips.step(0)

    def add(self) -> None:
        """Add a person."""
        add_person_form(
            self.window(),
            desk=self._desk,
            house=self._house,
            errands=self._errands,
            then=lambda _changes: self._notices.say(_("The person is added.")),
        ).open()

    def change(self, person: Person) -> None:
        """Change a person."""
        said = _("{name} is changed.").format(name=person.name)
        change_person_form(
            self.window(),
            person,
            desk=self._desk,
            errands=self._errands,
            then=lambda _changes: self._notices.say(said),
        ).open()

    def give_password(self, person: Person) -> None:
        """Give a person a new password; one's own needs the old one too."""
        said = _("{name} has a new password.").format(name=person.name)
        asked: dict[str, Any] = {
            "desk": self._desk,
            "house": self._house,
            "errands": self._errands,
            "then": lambda _done: self._notices.say(said),
        }
        if person.id == self._desk.person.id:
            own_password_form(self.window(), **asked).open()
        else:
            give_password_form(self.window(), person, **asked).open()

    def name_committee(self) -> None:
        """Name the committee, or correct its name."""
        team = self._desk.team
        names = proposed_names(team.division, "", self._desk.books.divisions)
        committee_form(
            self.window(),
            desk=self._desk,
            proposed=(names.committee, names.committee_short),
            errands=self._errands,
            then=self._committee_named,
        ).open()

    def back_up(self) -> None:
        """Write a backup where the person says, and check it."""
        day = local_day(self._desk.now())
        name = f"{self._desk.team.short}-{day.isoformat()}.{_BACKUP}"
        kind = (_("Backups of the station"), _BACKUP)
        file = self._files.to_save(self, _("Where is the backup to go?"), name, kind)
        if file is not None:
            self.checked.say(_("The backup is being written and checked …"), "accent")
            self._errands.run(
                partial(self._house.backup, self._desk, file),
                owner=self,
                then=partial(self._judge, _("The backup is in {file}.").format(file=file)),
                refused=self._not_checked,
            )

    def verify(self) -> None:
        """Check that the store is whole."""
        self.checked.say(_("The store is being checked …"), "accent")
        self._errands.run(
            partial(self._house.verify, self._desk),
            owner=self,
            then=partial(self._judge, _("The store was checked.")),
            refused=self._not_checked,
        )

    def _may(self, usecase: str) -> bool:
        return may(self._desk.person.role, usecase)

    def _judge(self, done: str, verdict: Verdict) -> None:
        count = n_("{count} dispute.", "{count} disputes.", verdict.disputes)
        parts = [done, _("Everything is in order.") if verdict.ok else _("It is not in order:")]
        parts += [_(problem) for problem in verdict.problems]
        parts.append(count.format(count=f"{verdict.disputes:,}"))
        self.checked.say(" ".join(parts), "good" if verdict.ok else "danger")

    def _not_checked(self, sentence: str) -> None:
        self.checked.say(sentence, "danger")

    def _committee_named(self, _changes: Changes) -> None:
        self._notices.say(
            _("The committee is named. Lock the desk and unlock it to use the name on papers.")
        )

    def _ask(self) -> None:
        self._errands.run(self._desk.queries.people, owner=self, then=self._take)

    def _take(self, people: tuple[Person, ...]) -> None:
        self._people = tuple(sorted(people, key=lambda one: not one.active))
        self.people.show_rows(self._people)
        if self.people.current_row() is None and self._people:
            self.people.choose(self._desk.person.id)
        self._show_person()
        self.header_changed.emit()

    def _show_person(self) -> None:
        person = self.people.current_row()
        if person is None:
            self.side.show_detail(None)
            return
        verbs = []
        own = person.id == self._desk.person.id
        if self._may("change-person"):
            verbs.append(
                Verb(text=_("&Change …"), do=partial(self.change, person), primary=True, icon="pen")
            )
        if own or (self._may("add-person") and person.active):
            word = _("My pass&word …") if own else _("New pass&word …")
            verbs.append(Verb(text=word, do=partial(self.give_password, person), icon="lock"))
        registered = p_("value", "yes") if person.registered else p_("value", "no")
        self.side.show_detail(
            Detail(
                title=person.name,
                state=label(person.role) if person.active else p_("person", "left"),
                state_tone="accent" if person.active else "quiet",
                sections=(
                    Section(
                        facts=(
                            (_("Phone"), mask_phone(person.phone) if person.phone else ""),
                            (_("Registered mediator"), registered),
                            (_("Engaged"), label(person.employment)),
                        )
                    ),
                ),
                verbs=verbs,
            )
        )

    def _turn(self, code: str) -> None:
        self.stack.setCurrentWidget(self._sections[code])
        if code == ABOUT:
            self._errands.run(self._about, owner=self, then=self._show_about)
        self.header_changed.emit()

    def _about(self) -> tuple[Sequence[tuple[str, str]], Sequence[tuple[str, str]]]:
        return self._versions(), licences()

    def _show_about(
        self, told: tuple[Sequence[tuple[str, str]], Sequence[tuple[str, str]]]
    ) -> None:
        versions, used = told
        words = {
            "program": _("Mediator Desk"),
            "schema": _("Form of the store"),
            "data": _("Folder"),
        }
        names = {"python": "Python", "qt": "Qt for Python", "sqlcipher": "SQLCipher", **words}
        self.versions.show_facts([(names.get(key, key), value) for key, value in versions])
        self.licences.show_facts(used)

    def _choose_look(self) -> None:
        values = self.looks.values()
        look = replace(
            self._look,
            text_size=int(values["text_size"]),
            colours=values["colours"],
            language=values["language"],
        )
        if look != self._look:
            self._look = look
            self._change_look(look)

    def _look_sheet(self) -> Sheet:
        sheet = Sheet(
            (
                Choice(key="text_size", label=_("Size of the &letters"), choices=size_choices()),
                Choice(key="colours", label=_("C&olours"), choices=colour_choices()),
                Choice(key="language", label=_("Lan&guage"), choices=language_choices()),
            )
        )
        look = self._look
        sheet.fill(
            {
                "text_size": str(look.text_size),
                "colours": look.colours,
                "language": look.language,
            }
        )
        return sheet

    def _lay_out(self) -> None:
        people = Card(margin=1)
        people.column.addWidget(self.people)
        windows = Card(_("On this PC"))
        windows.column.addWidget(Label(_("These change at once."), tone="quiet"))
        windows.column.addWidget(self.looks, 1)
        about = Card(_("About Mediator Desk"))
        about.column.addWidget(self.versions)
        made_with = Card(_("Made with"))
        made_with.column.addWidget(self.licences)
        sections: tuple[tuple[str, str, QWidget], ...] = (
            (PEOPLE, _("People"), MasterDetail(people, self.side)),
            (TEAM, _("Team"), _page([self._team_card(), self._committee_card()])),
            (WINDOWS, _("Letters and colours"), windows),
            (KEYBOARD, _("Keys"), _page([self._key_card()])),
            (DATA, _("Data"), _page([self._data_card()])),
            (ABOUT, _("About"), _page([about, made_with])),
        )
        for code, _name, widget in sections:
            self._sections[code] = widget
            self.stack.addWidget(widget)
        self.chips.show_chips([Chip(code, name) for code, name, _widget in sections])
        self.column.addWidget(self.chips)
        self.column.addWidget(self.stack, 1)

    def _team_card(self) -> Card:
        desk = self._desk
        division = desk.books.divisions.get(desk.team.division)
        card = Card(_("The team"))
        year = local_day(desk.now()).year
        card.column.addWidget(
            FactGrid(
                (
                    (_("Name"), desk.team.name),
                    (_("Short name in the numbers"), desk.team.short),
                    (_("Place"), division.name if division is not None else ""),
                    (_("Number of a dispute"), f"{desk.team.short}-{year}-1"),
                ),
                widest=_BROAD,
            )
        )
        return card

    def _committee_card(self) -> Card:
        committee = self._desk.committee
        card = self.committee
        if committee is None:
            card.column.addWidget(
                Label(
                    _("The team works for no committee; it cannot issue agreements with a seal."),
                    wrap=True,
                )
            )
        else:
            card.column.addWidget(
                FactGrid(
                    (
                        (_("Full name"), committee.name),
                        (_("Short name in the numbers"), committee.short),
                    ),
                    widest=_BROAD,
                )
            )
        if self._may("set-committee"):
            bar = VerbBar()
            text = _("&Name the committee …") if committee is None else _("&Correct the names …")
            bar.show_verbs([Verb(text=text, do=self.name_committee, icon="pen")])
            card.column.addWidget(bar)
        return card

    def _key_card(self) -> Card:
        card = Card(_("Keys that work everywhere"))
        facts = [(key.keys, _(key.text)) for key in KEYS]
        facts += [
            (f"Ctrl+{number}", _("Go to {place}").format(place=place.text))
            for number, place in enumerate(places(), start=1)
        ]
        facts += [
            ("Ctrl+Enter", _("Hand a form over")),
            ("Enter", _("Open the chosen line")),
            ("Esc", _("Close, or go back to the list")),
        ]
        card.column.addWidget(FactGrid(facts, widest=_BROAD))
        return card

    def _data_card(self) -> Card:
        card = Card(_("Where the data lie"))
        card.column.addWidget(FactGrid(((_("Folder"), str(self._house.folder)),)))
        card.column.addWidget(
            Label(
                _(
                    "Everything is encrypted. A backup holds the store and its key file; it opens "
                    "with the same passwords. Keep it on another disk, and make one every week."
                ),
                tone="quiet",
                wrap=True,
            )
        )
        verbs = [Verb(text=_("&Check the store"), do=self.verify, icon="shield")]
        verbs.append(Verb(text=_("&Open the folder"), do=self._open_folder, icon="folder"))
        bar = VerbBar()
        bar.show_verbs(verbs)
        card.column.addWidget(bar)
        card.column.addWidget(self.checked)
        return card

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._house.folder))))

    def _wire(self) -> None:
        self.chips.chosen.connect(self._turn)
        self.people.chosen.connect(self._person_chosen)
        self.looks.changed.connect(self._choose_look)

    def _person_chosen(self, _person: Person) -> None:
        self._show_person()


def _people_columns() -> tuple[Column[Person], ...]:
    return (
        Column(
            title=_("Name"), text=lambda row: row.name, strong=lambda row: row.active,
            width=6, stretch=True,
        ),
        Column(
            title=_("Role"),
            text=lambda row: label(row.role) if row.active else p_("person", "left"),
            tone=lambda row: "accent" if row.active else "quiet",
            pill=True,
            width=8.5,
        ),
        Column(
            title=_("Registered mediator"),
            text=lambda row: p_("value", "yes") if row.registered else p_("value", "no"),
            width=7,
            fold=1,
        ),
        Column(title=_("Engaged"), text=lambda row: label(row.employment), width=4, fold=2),
    )  # fmt: skip


def _page(cards: Sequence[QWidget]) -> ReadingArea:
    area = ReadingArea()
    area.lay(cards, spacing=12)
    for card in cards:
        card.setMaximumWidth(worn().em(50))
    return area
