"""What is held in common and made public: a few lists side by side, one of them in sight."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from mediator_desk.refusals import NotFound
from mediator_desk.rows import Changes
from mediator_desk.words import _, p_
from ui.errands import Errands
from ui.panes.state_list import StateListPane
from ui.widgets.chips import Chip
from ui.widgets.pane import Pane
from ui.widgets.segments import SegmentBar
from ui.widgets.verb import Verb


@dataclass(frozen=True, slots=True)
class Segment:
    """One list of the place: its code, its word, and how it is built when first looked at."""

    code: str
    text: str
    build: Callable[[], StateListPane[Any, Any]]
    read: Callable[[UUID], object]


class CommonsPane(Pane):
    """Shows one segment; ``open`` and ``begin`` find the one that has the record."""

    def __init__(self, *, errands: Errands, segments: Sequence[Segment]) -> None:
        """Lay out the bar; the first segment is in sight, none has asked for rows yet."""
        super().__init__()
        self._errands = errands
        self._segments = {segment.code: segment for segment in segments}
        self._built: dict[str, StateListPane[Any, Any]] = {}
        self._text = ""
        self.bar = SegmentBar(_("Lists of this place"))
        self.stack = QStackedWidget()
        self.column.addWidget(self.bar)
        self.column.addWidget(self.stack, 1)
        self.bar.show_chips([Chip(segment.code, segment.text) for segment in segments])
        self.bar.setVisible(len(segments) > 1)
        self._show(self.bar.current())
        self.bar.chosen.connect(self._turn)

    @override
    def title(self) -> str:
        return p_("place", "Commons")

    @override
    def count(self) -> str:
        return self.current().count()

    @override
    def primary(self) -> Verb | None:
        return self.current().primary()

    @override
    def secondary(self) -> Verb | None:
        return self.current().secondary()

    @override
    def search_hint(self) -> str:
        return self.current().search_hint()

    @override
    def search(self, text: str) -> None:
        self._text = text
        self.current().search(text)

    @override
    def print_out(self) -> None:
        self.current().print_out()

    @override
    def open(self, id: UUID | None = None) -> None:
        self._text = ""
        if id is None:
            self.current().open()
        else:
            self._at(id, lambda pane: pane.open(id))

    @override
    def begin(self, id: UUID, instead: Callable[[], object]) -> None:
        self._at(id, lambda pane: pane.begin(id, instead))

    @override
    def refresh(self, changes: Changes | None = None) -> None:
        self.current().refresh(changes)

    @override
    def take_focus(self) -> None:
        self.current().take_focus()

    def current(self) -> StateListPane[Any, Any]:
        """Give the list in sight."""
        return self.segment(self.bar.current())

    def segment(self, code: str) -> StateListPane[Any, Any]:
        """Give the list of a segment, building it the first time."""
        if code not in self._built:
            pane = self._segments[code].build()
            self._built[code] = pane
            self.stack.addWidget(pane)
            pane.header_changed.connect(self.header_changed)
            pane.go.connect(self.go)
            pane.step.connect(self.step)
        return self._built[code]

    def _at(self, id: UUID, then: Callable[[Pane], object]) -> None:
        """Turn to the segment that has a record, and go on there; without one, stay."""
        self._errands.run(
            partial(self._where, id), owner=self, then=lambda code: then(self._turned_to(code))
        )

    def _where(self, id: UUID) -> str:
        """Name the segment whose list holds a record; the one in sight if none does."""
        for segment in self._segments.values():
            try:
                segment.read(id)
            except NotFound:
                continue
            return segment.code
        return self.bar.current()

    def _turned_to(self, code: str) -> Pane:
        self.bar.blockSignals(True)
        self.bar.choose(code)
        self.bar.blockSignals(False)
        self._show(code)
        return self.current()

    def _turn(self, code: str) -> None:
        self._show(code)
        pane = self.current()
        pane.open()
        pane.search(self._text)

    def _show(self, code: str) -> None:
        self.stack.setCurrentWidget(self.segment(code))
        self.header_changed.emit()
