"""The filters above the list of disputes: stages as chips, mine, topic and community."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mediator_desk import rows
from mediator_desk.labels import label
from mediator_desk.records.dispute import Stage, Topic
from mediator_desk.rows import DisputeFilter
from mediator_desk.words import _, p_
from ui.panes.dispute_columns import EVERY, stage_chips
from ui.theme import worn
from ui.widgets.chips import ChipBar
from ui.widgets.drop_list import DropList
from ui.widgets.press import PressButton


class DisputeFilters(QWidget):
    """Says which disputes are asked for; ``changed`` comes when that is something else."""

    changed = Signal()

    def __init__(self, me: UUID, parent: QWidget | None = None) -> None:
        """Ask for all; ``me`` is the person at the desk."""
        super().__init__(parent)
        self._me = me
        self._quiet = False
        self.chips = ChipBar(_("Stages"))
        self.mine = PressButton(_("M&ine"))
        self.mine.setCheckable(True)
        self.mine.setAutoDefault(False)
        self.mine.setProperty("segment", True)
        self.mine.setToolTip(_("Only disputes I handle"))
        self.topics = _List(p_("filter", "Topics"))
        self.places = _List(p_("filter", "Places"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.chips, 1)
        for widget in (self.mine, self.topics, self.places):
            row.addWidget(widget)
        self.chips.show_chips(stage_chips(()))
        self._wire()

    def stand_at_the_end(self, widget: QWidget) -> None:
        """Put something behind the last filter."""
        row = self.layout()
        if row is not None:
            row.addWidget(widget)

    def asked(self) -> DisputeFilter:
        """Give the filter that stands now."""
        stage = self.chips.current()
        topic = self.topics.code()
        return DisputeFilter(
            stages=(Stage(stage),) if stage else (),
            topic=Topic(topic) if topic else None,
            division=self.places.code(),
            mediator=self._me if self.mine.isChecked() else None,
        )

    def narrows(self) -> bool:
        """Tell whether anything is left out."""
        return self.asked() != DisputeFilter()

    def clear(self, *, quietly: bool = False) -> None:
        """Ask for all again; quietly, nobody is told."""
        self._quiet = True
        self.chips.choose(EVERY)
        self.mine.setChecked(False)
        self.topics.setCurrentIndex(0)
        self.places.setCurrentIndex(0)
        self._quiet = False
        if not quietly:
            self._tell()

    def show_counts(
        self, chips: Mapping[str, Sequence[rows.Chip]], place_names: Mapping[str, str]
    ) -> None:
        """Show the present counts and offer only what occurs."""
        self._quiet = True
        self.chips.show_chips(stage_chips(chips["stage"], self.chips.current()))
        topics = sorted(chips["topic"], key=lambda one: -one.count)
        self.topics.offer([(one.key, label(Topic(one.key)), one.count) for one in topics])
        places = sorted(chips["division"], key=lambda one: -one.count)
        self.places.offer([(one.key, place_names.get(one.key, ""), one.count) for one in places])
        self.places.setVisible(len(places) > 1)
        self._quiet = False

    def _tell(self) -> None:
        if not self._quiet:
            self.changed.emit()

    def _wire(self) -> None:
        self.chips.chosen.connect(self._tell)
        self.mine.toggled.connect(self._tell)
        self.topics.currentIndexChanged.connect(self._tell)
        self.places.currentIndexChanged.connect(self._tell)


class _List(DropList):
    """A list whose first line means all."""

    def __init__(self, every: str) -> None:
        super().__init__()
        self.setAccessibleName(every)
        self.addItem(every, EVERY)
        words = QFontMetricsF(worn().font()).horizontalAdvance(every)
        self.setFixedWidth(round(words) + worn().em(2.9))
        self.setMaxVisibleItems(16)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def code(self) -> str:
        """Give the code of the chosen line, empty for all."""
        return str(self.currentData() or EVERY)

    def offer(self, lines: Sequence[tuple[str, str, int]]) -> None:
        """Offer these lines with their counts; the chosen one stays chosen."""
        chosen = self.code()
        while self.count() > 1:
            self.removeItem(1)
        for code, words, count in lines:
            self.addItem(f"{words}  {count:,}", code)
        self.setCurrentIndex(max(self.findData(chosen), 0))
