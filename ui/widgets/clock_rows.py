"""Dates one below another: what it is, until when, how it stands; pressed, each says why."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from mediator_desk.words import _, p_
from ui.theme import SMALL, worn
from ui.tokens import Tone
from ui.widgets.icon import drawn
from ui.widgets.label import Label
from ui.widgets.pill import Pill
from ui.widgets.press import PressButton
from ui.widgets.verb import Verb, VerbBar

_SIDE, _EDGE = 12, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockLine:
    """One date in words; ``mark`` is a second pill, for what is not sure yet."""

    what: str
    when: str
    state: str
    tone: Tone = "quiet"
    mark: str = ""
    why: Sequence[str] = ()
    verbs: Sequence[Verb] = ()


class ClockRow(QFrame):
    """Shows a date; Enter, Space or a press opens the reasons and what can be done with it."""

    def __init__(self, line: ClockLine, parent: QWidget | None = None) -> None:
        """Lay the line out, closed."""
        super().__init__(parent)
        self.line = line
        self.setProperty("inset", True)
        self.head = _Head(line)
        self.reasons = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.reasons)
        self._lay_reasons()
        self.head.clicked.connect(self.turn)
        self.reasons.hide()

    def turn(self) -> None:
        """Open what is closed, close what is open."""
        opening = self.reasons.isHidden()
        self.reasons.setVisible(opening)
        self.head.point(down=opening)

    def _lay_reasons(self) -> None:
        inner = QVBoxLayout(self.reasons)
        inner.setContentsMargins(_SIDE, 0, _SIDE, _EDGE + 2)
        inner.setSpacing(6)
        if self.line.verbs:
            bar = VerbBar()
            bar.show_verbs(self.line.verbs)
            inner.addWidget(bar)
        for reason in self.line.why:
            words = Label(reason, wrap=True, scale=SMALL)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            inner.addWidget(words)


class ClockRows(QWidget):
    """All dates of a record."""

    def __init__(self, lines: Sequence[ClockLine], parent: QWidget | None = None) -> None:
        """Lay the rows out."""
        super().__init__(parent)
        self.rows = [ClockRow(line) for line in lines]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for row in self.rows:
            column.addWidget(row)


class _Head(PressButton):
    """The line itself: the words, the pills, and which way it turns."""

    def __init__(self, line: ClockLine) -> None:
        super().__init__()
        self.setProperty("link", True)
        self.setProperty("bare", True)
        self.setAutoDefault(False)
        said = (line.what, line.when, line.state, line.mark)
        self.setAccessibleName(p_("list mark", ", ").join(one for one in said if one))
        self.setToolTip(_("Why this date? (Enter)"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(line.what, scale=SMALL, tone="quiet", wrap=True))
        words.addWidget(Label(line.when, strong=True, wrap=True))
        pills = QVBoxLayout()
        pills.setSpacing(4)
        pills.addStretch(1)
        for pill in (Pill(line.state, line.tone), Pill(line.mark, "warning")):
            pills.addWidget(pill, 0, Qt.AlignmentFlag.AlignRight)
        pills.addStretch(1)
        self._sign = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, _EDGE, _EDGE, _EDGE)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addLayout(pills)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        for widget in self.findChildren(QWidget):
            # The row is pressed, wherever it is pressed.
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.point(down=False)

    def point(self, *, down: bool) -> None:
        """Show whether the reasons are open."""
        name = "chevron-down" if down else "chevron-right"
        colour, side = worn().tokens.second, worn().em(1)
        self._sign.setPixmap(drawn(name, colour, side, self.devicePixelRatioF()))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout is not None else 0
        return max(height, worn().target)

    @override
    def sizeHint(self) -> QSize:
        return QSize(worn().em(12), self.heightForWidth(max(self.width(), worn().em(12))))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(worn().em(6), worn().target)
