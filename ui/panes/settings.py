"""Settings: people, the team, the rules, how this PC looks, the keys, where the data lie, about."""

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from mediator_desk.ports import Desk, House
from mediator_desk.rows import Changes
from mediator_desk.rules.roles import may
from mediator_desk.words import _, p_
from ui.errands import Errands
from ui.files import FileQuestions
from ui.look import Look
from ui.notices import Notices
from ui.panes.advice_section import AdviceSection
from ui.panes.council_section import CouncilSection
from ui.panes.fonts_section import FontsSection
from ui.panes.forms_section import FormsSection
from ui.panes.notice_section import NoticeSection
from ui.panes.pc_section import AboutSection, KeySection, LookSection
from ui.panes.people_section import PeopleSection
from ui.panes.rules_section import RulesSection
from ui.panes.station_section import DataSection, TeamSection
from ui.widgets.chips import Chip, ChipBar
from ui.widgets.pane import Pane
from ui.widgets.verb import Verb

PEOPLE, TEAM, ADVICE, COUNCIL, RULES, FORMS, FONTS, WINDOWS, NOTICES, KEYBOARD, DATA, ABOUT = (
    "people", "team", "advice", "council", "rules", "forms", "fonts", "windows", "notices", "keys",
    "data", "about",
)  # fmt: skip


class SettingsPane(Pane):
    """Sections under chips, one of them for leads only; ``section`` is the one to begin with."""

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
        fonts: Path,
        section: str = "",
    ) -> None:
        """Lay out the sections."""
        super().__init__()
        self.people = PeopleSection(desk=desk, house=house, errands=errands, notices=notices)
        self.team = TeamSection(desk=desk, errands=errands, notices=notices)
        self.rules = RulesSection(desk=desk, errands=errands, notices=notices, files=files)
        self.fonts = FontsSection(
            desk=desk, errands=errands, notices=notices, files=files, fonts=fonts
        )
        self.forms = FormsSection(
            desk=desk, errands=errands, notices=notices, files=files, fonts=fonts
        )
        self.council = CouncilSection(desk=desk, errands=errands, notices=notices)
        self.advice = AdviceSection(desk=desk, errands=errands)
        self.windows = LookSection(look, change_look)
        self.looks = self.windows.looks
        self.quiet = NoticeSection(desk=desk, errands=errands, notices=notices)
        self.data = DataSection(desk=desk, house=house, errands=errands, files=files)
        self.about = AboutSection(versions, errands)
        self.sections: dict[str, QWidget] = {
            PEOPLE: self.people,
            TEAM: self.team,
            RULES: self.rules,
            FORMS: self.forms,
            COUNCIL: self.council,
            **({ADVICE: self.advice} if may(desk.person.role, "set-learning") else {}),
            FONTS: self.fonts,
            WINDOWS: self.windows,
            NOTICES: self.quiet,
            KEYBOARD: KeySection(),
            DATA: self.data,
            ABOUT: self.about,
        }
        self.chips = ChipBar(_("Sections of the settings"))
        self.stack = QStackedWidget()
        self._lay_out()
        self._wire()
        self.chips.choose(section or PEOPLE)

    @override
    def title(self) -> str:
        return p_("place", "Settings")

    @override
    def primary(self) -> Verb | None:
        section = self.stack.currentWidget()
        with_verb = (
            PeopleSection
            | CouncilSection
            | DataSection
            | RulesSection
            | FormsSection
            | FontsSection
        )
        return section.primary() if isinstance(section, with_verb) else None

    @override
    def open(self, id: UUID | None = None) -> None:
        self.people.ask()
        self.council.ask()

    @override
    def refresh(self, changes: Changes | None = None) -> None:
        if changes is None or changes.touches("person"):
            self.people.ask()
        if changes is None or changes.touches("rule_file"):
            self.rules.ask()
            self.forms.ask()
        if changes is None or changes.touches("council_member"):
            self.council.ask()
        if changes is not None and changes.touches("route_decision"):
            self.advice.ask()

    @override
    def take_focus(self) -> None:
        if self.chips.current() == PEOPLE:
            self.people.table.setFocus()
        elif self.chips.current() == RULES:
            self.rules.table.setFocus()
        elif self.chips.current() == FORMS:
            self.forms.table.setFocus()
        else:
            self.chips.step(0)

    def _turn(self, code: str) -> None:
        self.stack.setCurrentWidget(self.sections[code])
        if code == ABOUT:
            self.about.ask()
        if code == NOTICES:
            self.quiet.ask()
        if code == RULES:
            self.rules.ask()
        if code == FORMS:
            self.forms.ask()
        if code == ADVICE:
            self.advice.ask()
        if code == FONTS:
            self.fonts.ask()
        self.header_changed.emit()

    def _lay_out(self) -> None:
        names = {
            PEOPLE: _("People"),
            TEAM: _("Team"),
            RULES: p_("settings", "Rules"),
            FORMS: p_("settings", "Forms"),
            COUNCIL: p_("pane", "Council"),
            ADVICE: _("Which way"),
            FONTS: p_("settings", "Fonts"),
            WINDOWS: _("Letters and colours"),
            NOTICES: _("Notices"),
            KEYBOARD: _("Keys"),
            DATA: _("Data"),
            ABOUT: _("About"),
        }
        for section in self.sections.values():
            self.stack.addWidget(section)
        self.chips.show_chips([Chip(code, names[code]) for code in self.sections])
        self.column.addWidget(self.chips)
        self.column.addWidget(self.stack, 1)

    def _wire(self) -> None:
        self.chips.chosen.connect(self._turn)
