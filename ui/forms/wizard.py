"""A few short pages, numbered, one after the other; the last one does the work."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from mediator_desk.words import _
from ui.forms.sheet import Sheet
from ui.theme import SMALL, TITLE, worn
from ui.widgets.card import Banner, Card
from ui.widgets.label import Label
from ui.widgets.press import PressButton
from ui.widgets.verb import Verb, VerbButton

_MOST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One page: a short name for the row of steps, a title, one sentence, and its sheet."""

    name: str
    title: str
    explain: str
    sheet: Sheet


class Wizard(QWidget):
    """Leads through the steps; ``finished`` carries all values, by the keys of the fields.

    The values of the steps so far are in ``values()``; a wrong page is refused in place with
    ``refuse``. Ctrl+Enter goes on, Alt+Left goes back.
    """

    finished = Signal(dict)
    turned = Signal(int)

    def __init__(self, name: str, steps: Sequence[Step], verb: str) -> None:
        """Show the first step; ``verb`` is the word of the last button."""
        super().__init__()
        self.setProperty("page", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(name)
        self._steps, self._verb = tuple(steps[:_MOST]), verb
        self._row = StepRow([step.name for step in self._steps])
        self._title = Label(scale=TITLE, strong=True, wrap=True)
        self._explain = Label(tone="quiet", wrap=True)
        self._stack = QStackedWidget()
        self.error = Banner()
        self.back = PressButton(_("&Back"))
        self.back.setAutoDefault(False)
        self.on = VerbButton(Verb(text=_("&Continue"), do=self.go_on, primary=True))
        self._lay_out()
        self._wire()
        self._show(0)

    def values(self) -> dict[str, Any]:
        """Give what was entered on all pages."""
        together: dict[str, Any] = {}
        for step in self._steps:
            together |= step.sheet.values()
        return together

    def place(self) -> int:
        """Tell which page is in sight, from 0."""
        return self._stack.currentIndex()

    def go_on(self) -> None:
        """Go to the next page, or finish, if this one is whole."""
        sheet = self._steps[self.place()].sheet
        problems = sheet.problems()
        if problems:
            key, sentence = problems[0]
            self.refuse(sentence)
            sheet.focus(key)
        elif self.place() < len(self._steps) - 1:
            self._show(self.place() + 1)
        else:
            self.on.setEnabled(False)
            self.finished.emit(self.values())

    def go_back(self) -> None:
        """Go to the page before; nothing typed is lost."""
        if self.place() > 0:
            self._show(self.place() - 1)

    def refuse(self, sentence: str) -> None:
        """Say in place why it cannot go on."""
        self.error.say(sentence, "danger")
        self.on.setEnabled(True)

    def _show(self, place: int) -> None:
        step = self._steps[place]
        self._stack.setCurrentIndex(place)
        self._row.show_step(place)
        self._title.setText(step.title)
        self._explain.setText(step.explain)
        self.error.say("")
        self.back.setEnabled(place > 0)
        last = place == len(self._steps) - 1
        self.on.setText(self._verb if last else _("&Continue"))
        step.sheet.grid.focus_first()
        self.turned.emit(place)

    def _lay_out(self) -> None:
        card = Card(margin=24)
        card.setMaximumWidth(worn().em(46))
        card.column.setSpacing(12)
        card.column.addWidget(self._row)
        card.column.addWidget(self._title)
        card.column.addWidget(self._explain)
        card.column.addWidget(self._stack, 1)
        card.column.addWidget(self.error)
        for step in self._steps:
            self._stack.addWidget(step.sheet)
            step.sheet.changed.connect(self._take_back_error)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.on)
        card.column.addLayout(foot)
        column = QHBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addStretch(1)
        column.addWidget(card, 20)
        column.addStretch(1)
        self.resize(worn().em(48), worn().em(34))

    def _wire(self) -> None:
        self.back.clicked.connect(self.go_back)
        does: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Ctrl+Return", self.go_on),
            ("Ctrl+Enter", self.go_on),
            ("Alt+Left", self.go_back),
        )
        for keys, do in does:
            QShortcut(QKeySequence(keys), self).activated.connect(do)

    def _take_back_error(self) -> None:
        self.error.say("")


class StepRow(QWidget):
    """The numbered steps in a row: those done with a tick, the present one filled."""

    def __init__(self, names: Sequence[str]) -> None:
        """Begin at the first."""
        super().__init__()
        self._names = tuple(names)
        self._here = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_step(self, place: int) -> None:
        """Mark the present step."""
        self._here = place
        self.setAccessibleName(
            _("Step {number} of {count}: {name}").format(
                number=place + 1, count=len(self._names), name=self._names[place]
            )
        )
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(worn().em(20), worn().em(2))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = worn()
        tokens = theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(SMALL))
        metrics = QFontMetricsF(painter.font())
        wide = self.width() / len(self._names)
        round_ = metrics.height() / 2 + 2
        middle = self.height() / 2
        for place, name in enumerate(self._names):
            left = place * wide
            here, done = place == self._here, place < self._here
            ink = tokens.on_accent if here else tokens.accent_text if done else tokens.second
            painter.setPen(QPen(QColor(tokens.accent if here or done else tokens.edge), 1.5))
            painter.setBrush(QColor(tokens.accent if here else tokens.surface))
            centre = QPointF(left + round_ + 1, middle)
            painter.drawEllipse(centre, round_, round_)
            painter.setPen(QColor(ink))
            disc = QRectF(centre.x() - round_, middle - round_, 2 * round_, 2 * round_)
            number = "✓" if done else str(place + 1)
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, number)
            start = centre.x() + round_ + 8
            room = left + wide - start - 12
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
            if here or room > metrics.horizontalAdvance(name):
                painter.setPen(QColor(tokens.text if here else tokens.second))
                box = QRectF(start, 0, room, self.height())
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
