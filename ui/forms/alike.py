"""Disputes that may be the same as the one being typed, with the reasons; they never block."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.dispute import Topic
from mediator_desk.rows import DisputeRow, LikenessProbe, LikenessRow
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.likeness import Fresh, Known, likely_same
from mediator_desk.rules.names import tidy_name
from mediator_desk.rules.phones import tidy_phone
from mediator_desk.rules.pinyin import full_sounds
from mediator_desk.words import _, p_
from ui.said import first_line, moment_said
from ui.theme import SMALL
from ui.widgets.card import Card
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.layouts import clear
from ui.widgets.reading import ReadingArea


@dataclass(frozen=True, slots=True)
class Alike:
    """A dispute that may be the same, and why, in words."""

    row: DisputeRow
    why: str


def find_alike(desk: Desk, typed: Mapping[str, Any]) -> tuple[Alike, ...]:
    """Hold what was typed so far beside the disputes that share place, phone or name."""
    parties: Sequence[Mapping[str, Any]] = typed.get("parties") or ()
    division = str(typed.get("division") or desk.team.division)
    topic = Topic(typed["topic"]) if typed.get("topic") else None
    named = str(typed.get("estate") or "")
    estate = next((one.id for one in desk.queries.estates(division) if one.name == named), None)
    names = frozenset(tidy_name(one.get("name") or "") for one in parties) - {""}
    phones = frozenset(tidy_phone(one.get("phone") or "") for one in parties) - {""}
    building, unit = str(typed.get("building") or ""), str(typed.get("unit") or "")
    text = str(typed.get("text") or "")
    if not (text or names or phones or estate):
        return ()
    found = desk.queries.known_like(
        LikenessProbe(
            topic=topic,
            division=division,
            estate=estate,
            building=building,
            phones=tuple(phones),
            names=tuple(names),
            text=text,
        )
    )
    fresh = Fresh(
        topic=topic,
        estate=str(estate or ""),
        building=building,
        unit=unit,
        phones=phones,
        names=names,
        sounds=_sounds(names),
        text=text,
        on=typed.get("happened_on") or local_day(desk.now()),
    )
    rows = {one.row.id: one.row for one in found}
    return tuple(
        Alike(rows[one.id], " ".join(why.words() for why in one.because))  # type: ignore[index] # Known keeps plain ids
        for one in likely_same(fresh, [_known(one) for one in found])
    )


def _known(one: LikenessRow) -> Known:
    names = frozenset(one.row.parties)
    return Known(
        id=one.row.id,
        number=one.row.number,
        topic=one.row.topic,
        estate=str(one.estate or ""),
        building=one.building,
        unit=one.unit,
        phones=frozenset(one.phones),
        names=names,
        sounds=_sounds(names),
        text=one.row.text,
        on=local_day(one.row.logged_at),
    )


def _sounds(names: frozenset[str]) -> frozenset[str]:
    return frozenset(sound for name in names for sound in full_sounds(name))


class AlikePanel(Card):
    """Shows them beside the form; ``opened`` carries the one a person wants to look at."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with none."""
        super().__init__(margin=14, parent=parent)
        self._head = Label(_("Possibly the same"), strong=True, wrap=True)
        self._said = Label(tone="quiet", scale=SMALL, wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        inside = QWidget()
        holder = QVBoxLayout(inside)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addLayout(self._list)
        holder.addStretch(1)
        area = ReadingArea()
        area.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.column.addWidget(self._head)
        self.column.addWidget(self._said)
        self.column.addWidget(area, 1)
        self._cards: list[AlikeCard] = []
        self.show_alike((), None)

    def show_alike(self, alike: Sequence[Alike], now: datetime | None) -> None:
        """Show these instead of the ones before."""
        clear(self._list)
        self._cards = [AlikeCard(one, now) for one in alike]
        for card in self._cards:
            card.opened.connect(self.opened)
            self._list.addWidget(card)
        self._said.setText(
            _("Look before you log twice; you may log it all the same.")
            if alike
            else _("Nothing like it so far. Same place, phone or name would show here.")
        )

    def cards(self) -> list["AlikeCard"]:
        """Give the cards shown now."""
        return list(self._cards)


class AlikeCard(QFrame):
    """One of them: number, parties, place, and the reasons. Enter or a click looks at it."""

    opened = Signal(object)

    def __init__(self, alike: Alike, now: datetime | None) -> None:
        """Show it."""
        super().__init__()
        self.alike = alike
        self.setProperty("inset", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = alike.row
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        when = moment_said(row.logged_at, now) if now else ""
        head = " · ".join(one for one in (row.number, label(row.stage), when) if one)
        column.addWidget(ElidedLabel(head, scale=SMALL, tone="quiet"))
        names = p_("list mark", ", ").join(row.parties)
        column.addWidget(ElidedLabel(names or label(row.topic), strong=True))
        column.addWidget(ElidedLabel(row.title or first_line(row.text, 60)))
        column.addWidget(Label(alike.why, scale=SMALL, tone="warning", wrap=True))
        self.setAccessibleName(f"{head} {names}")
        self.setAccessibleDescription(alike.why)
        self.setToolTip(_("Enter looks at it"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.alike)
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self.alike)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._show_focus(on=True)
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._show_focus(on=False)
        super().focusOutEvent(event)

    def _show_focus(self, *, on: bool) -> None:
        self.setProperty("focused", on)
        self.style().unpolish(self)
        self.style().polish(self)
