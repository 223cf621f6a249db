"""One record at a glance: its state, what is next and by when, who, what happened, what to do."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from mediator_desk.words import _
from ui.theme import HEADING, SMALL, worn
from ui.tokens import Tone
from ui.widgets.card import Banner, Card
from ui.widgets.clock_rows import ClockLine, ClockRows
from ui.widgets.empty_state import EmptyState
from ui.widgets.fact_grid import FactGrid
from ui.widgets.icon import icon
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.link_row import Link, LinkRow
from ui.widgets.phase_path import Phase, PhasePath
from ui.widgets.pill import Pill
from ui.widgets.press import PressButton
from ui.widgets.reading import ReadingArea
from ui.widgets.state_rows import StateRow, StateRows
from ui.widgets.timeline import Happening, Timeline
from ui.widgets.verb import Verb, VerbBar
from ui.widgets.vote_meter import MeterBar, VoteMeter

_ABOVE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyLine:
    """A party as shown beside a table: the role, the name, and masked ways to reach them."""

    role: str
    name: str
    reach: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A headed part of the side pane: facts, parts with their states, a paragraph, a course.

    ``note`` is a sentence that must not be missed, on a ground in its tone.
    """

    heading: str = ""
    aside: str = ""
    note: str = ""
    note_tone: Tone = "warning"
    facts: Sequence[tuple[str, str]] = ()
    text: str = ""
    rows: Sequence[StateRow] = ()
    clocks: Sequence[ClockLine] = ()
    meter: Sequence[MeterBar] = ()
    links: Sequence[Link] = ()
    happenings: Sequence[Happening] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """All the side pane shows of a record, already in words."""

    title: str
    state: str = ""
    state_tone: Tone = "accent"
    subtitle: str = ""
    path: Sequence[Phase] = ()
    banner: str = ""
    banner_tone: Tone = "warning"
    parties: Sequence[PartyLine] = ()
    sections: Sequence[Section] = ()
    verbs: Sequence[Verb] = ()


class SidePane(Card):
    """Shows a ``Detail``; without one it says what to do. The verbs stay in sight below."""

    def __init__(self, sign: str, hint: str, parent: QWidget | None = None) -> None:
        """Begin empty, with a sign and a sentence that says what will be seen here."""
        super().__init__(parent=parent)
        self._empty = EmptyState(sign, hint)
        self.back = PressButton(icon("arrow-left", "accent"), "")
        self._title = Label(scale=HEADING, strong=True, wrap=True)
        self._state = Pill()
        self._verb_bar = VerbBar()
        self._scroll = ReadingArea()
        self._shown: Detail | None = None
        self._lay_out()
        self.show_detail(None)

    def show_detail(self, detail: Detail | None) -> None:
        """Show another record, or none."""
        same = detail is not None and self._shown is not None and detail.title == self._shown.title
        offset = self._scroll.verticalScrollBar().value() if same else 0
        self._shown = detail
        self._empty.setVisible(detail is None)
        self._full.setVisible(detail is not None)
        if detail is None:
            return
        self._title.setText(detail.title)
        self._state.say(detail.state, detail.state_tone)
        self._scroll.lay(_parts(detail))
        self._verb_bar.show_verbs(detail.verbs)
        self._verb_bar.setVisible(bool(detail.verbs))
        self._scroll.verticalScrollBar().setValue(offset)

    def shown(self) -> Detail | None:
        """Give what is shown now."""
        return self._shown

    def verbs(self) -> VerbBar:
        """Give the row of verbs."""
        return self._verb_bar

    def bring_up(self, heading: str) -> None:
        """Scroll until the part under this heading stands at the top."""
        shown = self._scroll.widget()
        for label in self._scroll.findChildren(Label):
            if shown is not None and label.text() == heading:
                down = label.mapTo(shown, QPoint(0, 0)).y()
                self._scroll.verticalScrollBar().setValue(down - _ABOVE)
                return

    @override
    def sizeHint(self) -> QSize:
        return QSize(worn().em(21), worn().em(24))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(worn().em(14), worn().em(8))

    def _lay_out(self) -> None:
        self._full = QWidget()
        self.back.setProperty("flat", True)
        self.back.setProperty("sign", True)
        self.back.setAutoDefault(False)
        self.back.setAccessibleName(_("Back to the list"))
        self.back.setToolTip(_("Back to the list"))
        side = worn().em(1.1)
        self.back.setIconSize(QSize(side, side))
        self.back.hide()
        column = QVBoxLayout(self._full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.back)
        head.addWidget(self._title, 1)
        head.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._verb_bar)
        self.column.addWidget(self._empty, 1)
        self.column.addWidget(self._full, 1)


def _parts(detail: Detail) -> list[QWidget]:
    parts: list[QWidget] = []
    if detail.subtitle:
        parts.append(Label(detail.subtitle, tone="quiet", scale=SMALL, wrap=True))
    if detail.path:
        parts.append(PhasePath(detail.path))
    if detail.banner:
        parts.append(Banner(detail.banner, detail.banner_tone))
    if detail.parties:
        parts.append(_Parties(detail.parties))
    parts.extend(_section(section) for section in detail.sections)
    return parts


def _section(section: Section) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    if section.heading:
        head = QHBoxLayout()
        head.addWidget(Label(section.heading, strong=True), 1)
        head.addWidget(Label(section.aside, tone="quiet", scale=SMALL))
        column.addLayout(head)
    if section.note:
        column.addWidget(Banner(section.note, section.note_tone))
    if section.meter:
        column.addWidget(VoteMeter(section.meter))
    if section.clocks:
        column.addWidget(ClockRows(section.clocks))
    if section.rows:
        column.addWidget(StateRows(section.rows))
    if section.text:
        words = Label(section.text, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(words)
    if section.facts:
        column.addWidget(FactGrid(section.facts))
    for link in section.links:
        column.addWidget(LinkRow(link))
    if section.happenings is not None:
        timeline = Timeline()
        timeline.show_happenings(section.happenings)
        column.addWidget(timeline)
    return box


class _Parties(QWidget):
    """The parties, two beside each other where there is room."""

    def __init__(self, parties: Sequence[PartyLine]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for place, party in enumerate(parties):
            grid.addWidget(_party_card(party), place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1 if len(parties) > 1 else 0)


def _party_card(party: PartyLine) -> QFrame:
    card = QFrame()
    card.setProperty("inset", True)
    column = QVBoxLayout(card)
    column.setContentsMargins(12, 8, 12, 8)
    column.setSpacing(2)
    column.addWidget(ElidedLabel(party.role, scale=SMALL, tone="quiet"))
    column.addWidget(ElidedLabel(party.name, strong=True))
    if party.reach:
        column.addWidget(ElidedLabel(party.reach, scale=SMALL, tone="quiet"))
    return card
