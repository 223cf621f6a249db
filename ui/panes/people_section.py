"""Who works here: the list, one person beside it, and what may be changed of them."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediator_desk.labels import label
from mediator_desk.ports import Desk, House
from mediator_desk.records.people import Person
from mediator_desk.rules.masking import mask_phone
from mediator_desk.rules.pinyin import sort_key
from mediator_desk.rules.roles import may
from mediator_desk.words import _, p_
from ui.errands import Errands
from ui.forms.settings_forms import (
    add_person_form,
    change_person_form,
    give_password_form,
    own_password_form,
)
from ui.models.column import Column
from ui.notices import Notices
from ui.widgets.card import Card
from ui.widgets.master_detail import MasterDetail
from ui.widgets.side_pane import Detail, Section, SidePane
from ui.widgets.table import TableView
from ui.widgets.verb import Verb


class PeopleSection(QWidget):
    """Lists the people of the station; only an administrator is offered to change them."""

    def __init__(self, *, desk: Desk, house: House, errands: Errands, notices: Notices) -> None:
        """Lay out the list; ``ask`` fills it."""
        super().__init__()
        self._desk, self._house, self._errands, self._notices = desk, house, errands, notices
        self.table: TableView[Person] = TableView(
            _people_columns(), key=lambda row: row.id, name=_("People")
        )
        self.side = SidePane("people", _("Choose a person to see her here"))
        card = Card(margin=1)
        card.column.addWidget(self.table)
        self.both = MasterDetail(card, self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.both)
        self.table.chosen.connect(self._person_chosen)
        self.table.opened.connect(self._person_opened)

    def primary(self) -> Verb | None:
        """Give the verb that adds a person."""
        if not self._may("add-person"):
            return None
        return Verb(text=_("&Add a person"), do=self.add, icon="plus", primary=True)

    def ask(self) -> None:
        """Ask again who works here."""
        self._errands.run(self._desk.queries.people, owner=self, then=self._take)

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

    def _may(self, usecase: str) -> bool:
        return may(self._desk.person.role, usecase)

    def _take(self, people: tuple[Person, ...]) -> None:
        self.table.show_rows(sorted(people, key=lambda one: (not one.active, sort_key(one.name))))
        if self.table.current_row() is None and people:
            self.table.choose(self._desk.person.id)
        self._show_person()

    def _show_person(self) -> None:
        person = self.table.current_row()
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

    def _person_chosen(self, _person: Person) -> None:
        self._show_person()

    def _person_opened(self, _person: Person) -> None:
        self.both.enter()


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
            width=10,
        ),
        Column(
            title=_("Registered mediator"),
            text=lambda row: p_("value", "yes") if row.registered else p_("value", "no"),
            width=7,
            fold=1,
        ),
        Column(title=_("Engaged"), text=lambda row: label(row.employment), width=4, fold=2),
    )  # fmt: skip
