"""This PC: how the windows look, the keys, and what the program is made of."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediator_desk.words import _
from ui.actions import KEYS, places
from ui.errands import Errands
from ui.forms.looks import colour_choices, language_choices, size_choices
from ui.forms.sheet import Choice, Sheet
from ui.licences import licences
from ui.look import Look
from ui.panes.settings_page import BROAD, SettingsPage
from ui.widgets.card import Card
from ui.widgets.fact_grid import FactGrid
from ui.widgets.label import Label

Pairs = Sequence[tuple[str, str]]


class LookSection(QWidget):
    """Letters, colours and language; each counts as soon as it is chosen."""

    def __init__(self, look: Look, change: Callable[[Look], object]) -> None:
        """Show what is worn now."""
        super().__init__()
        self._look, self._change_look = look, change
        self.looks = self._look_sheet()
        card = Card(_("On this PC"))
        card.column.addWidget(Label(_("These change at once."), tone="quiet"))
        card.column.addWidget(self.looks, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.looks.changed.connect(self._choose_look)

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


class KeySection(SettingsPage):
    """The keys that work everywhere."""

    def __init__(self) -> None:
        """List them."""
        super().__init__()
        self.show_cards([self._key_card()])

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
        card.column.addWidget(FactGrid(facts, widest=BROAD))
        return card


class AboutSection(SettingsPage):
    """Versions and licences; they are read when the page is first opened."""

    def __init__(self, versions: Callable[[], Pairs], errands: Errands) -> None:
        """Lay out two empty cards."""
        super().__init__()
        self._versions, self._errands = versions, errands
        self.versions = FactGrid(widest=BROAD)
        self.licences = FactGrid(widest=BROAD)
        about = Card(_("About Mediator Desk"))
        about.column.addWidget(self.versions)
        made_with = Card(_("Made with"))
        made_with.column.addWidget(self.licences)
        self.show_cards([about, made_with])

    def ask(self) -> None:
        """Read what there is to say."""
        self._errands.run(self._about, owner=self, then=self._show_about)

    def _about(self) -> tuple[Pairs, Pairs]:
        return self._versions(), licences()

    def _show_about(self, told: tuple[Pairs, Pairs]) -> None:
        versions, used = told
        words = {
            "program": _("Mediator Desk"),
            "schema": _("Form of the store"),
            "data": _("Folder"),
        }
        names = {"python": "Python", "qt": "Qt for Python", "sqlcipher": "SQLCipher", **words}
        self.versions.show_facts([(names.get(key, key), value) for key, value in versions])
        self.licences.show_facts(used)
