"""The inputs behind the fields: each gives its value, takes one, and says what is wrong."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from mediator_desk.words import _
from ui.forms.segments import Segments
from ui.theme import HEADING, worn
from ui.tokens import Tone
from ui.widgets.completing import Candidate, Candidates, CompletingLineEdit
from ui.widgets.drop_list import DropList
from ui.widgets.label import Label

_SEGMENTS = 4
_SEGMENT_LETTERS = 30
# More ticks than so many, each of so few letters, stand so many beside each other.
_MANY, _SHORT, _BESIDE = 6, 8, 3


class Input(QWidget):
    """One field on a sheet. ``line`` is the widget that takes the keyboard."""

    changed = Signal()
    labelled = True

    def __init__(self) -> None:
        """Lay an empty column."""
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)

    @property
    def line(self) -> QWidget:
        """Give the widget the label belongs to."""
        return self.focusProxy() or self

    def hold(self, line: QWidget) -> None:
        """Put the widget in, and let it take the keyboard."""
        self.column.addWidget(line)
        self.lead_to(line)

    def lead_to(self, line: QWidget) -> None:
        """Let a widget inside take the keyboard."""
        # Without a policy of its own, setTabOrder passes over what stands behind a proxy.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(line)

    def value(self) -> Any:
        """Give what was entered."""
        return None

    def fill(self, value: Any) -> None:
        """Enter a value; a draft gives texts where a record gives days and amounts."""

    def empty(self) -> bool:
        """Tell whether nothing was entered."""
        return self.value() in (None, "", (), [])

    def wrong(self) -> str:
        """Say what cannot be understood, or nothing."""
        return ""


class TextInput(Input):
    """A line, or a box of so many lines."""

    def __init__(self, lines: int, hint: str, secret: bool, longest: int) -> None:
        """Begin empty."""
        super().__init__()
        self._box = _Box(lines) if lines > 1 else None
        self._edit = QLineEdit() if lines == 1 else None
        self._secret = secret
        if self._box is not None:
            self._box.setPlaceholderText(hint)
            self._box.textChanged.connect(self.changed)
            self.hold(self._box)
        if self._edit is not None:
            self._edit.setPlaceholderText(hint)
            if longest:
                self._edit.setMaxLength(longest)
            if secret:
                self._edit.setEchoMode(QLineEdit.EchoMode.Password)
            self._edit.textChanged.connect(self.changed)
            self.hold(self._edit)

    @override
    def value(self) -> str:
        if self._box is not None:
            return self._box.toPlainText().strip()
        if self._edit is None:
            return ""
        # A password may begin or end with a space; names and the like never do.
        return self._edit.text() if self._secret else self._edit.text().strip()

    @override
    def fill(self, value: Any) -> None:
        text = str(value or "")
        if self._box is not None:
            self._box.setPlainText(text)
        elif self._edit is not None:
            self._edit.setText(text)
            self._edit.setCursorPosition(0)


class ChoiceInput(Input):
    """Buttons side by side for few short choices, a list for more."""

    def __init__(self, choices: Sequence[tuple[str, str]], hint: str, as_list: bool) -> None:
        """Begin with none chosen."""
        super().__init__()
        letters = sum(len(words.encode("gb18030", "replace")) for _code, words in choices)
        few = len(choices) <= _SEGMENTS and letters <= _SEGMENT_LETTERS and not as_list
        self._segments = Segments(choices) if few else None
        self._list = None if few else DropList()
        if self._segments is not None:
            self._segments.changed.connect(self.changed)
            self.hold(self._segments)
        if self._list is not None:
            self._list.setPlaceholderText(hint or _("Choose …"))
            for code, words in choices:
                self._list.addItem(words, code)
            self._list.setCurrentIndex(-1)
            self._list.currentIndexChanged.connect(self.changed)
            self.hold(self._list)

    @override
    def value(self) -> str:
        if self._segments is not None:
            return self._segments.chosen()
        return str(self._list.currentData() or "") if self._list is not None else ""

    @override
    def fill(self, value: Any) -> None:
        code = str(value or "")
        if self._segments is not None:
            self._segments.choose(code)
        elif self._list is not None:
            self._list.setCurrentIndex(self._list.findData(code))


class ManyInput(Input):
    """Boxes to tick, one below the other; many short ones stand three in a row."""

    def __init__(self, choices: Sequence[tuple[str, str]]) -> None:
        """Begin with none ticked."""
        super().__init__()
        self.column.setSpacing(0)
        self._boxes = {code: QCheckBox(words) for code, words in choices}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        self.column.addLayout(grid)
        columns = _columns([words for _code, words in choices])
        for place, box in enumerate(self._boxes.values()):
            box.toggled.connect(self.changed)
            grid.addWidget(box, place // columns, place % columns)
        if self._boxes:
            self.lead_to(next(iter(self._boxes.values())))

    @override
    def value(self) -> tuple[str, ...]:
        return tuple(code for code, box in self._boxes.items() if box.isChecked())

    @override
    def fill(self, value: Any) -> None:
        for code, box in self._boxes.items():
            box.setChecked(code in (value or ()))


def _columns(words: Sequence[str]) -> int:
    """Put many short choices, such as names, beside each other."""
    many, short = len(words) > _MANY, all(len(one) <= _SHORT for one in words)
    return _BESIDE if many and short else 1


class PickInput(Input):
    """A line that completes itself."""

    def __init__(self, candidates: Candidates | Sequence[Candidate], hint: str, free: bool) -> None:
        """Begin with nothing picked."""
        super().__init__()
        self._free = free
        self.edit = CompletingLineEdit(candidates, free=free)
        self.edit.setPlaceholderText(hint or _("Type a few characters or pinyin initials"))
        self.edit.textChanged.connect(self.changed)
        self.edit.picked.connect(self.changed)
        self.hold(self.edit)

    @override
    def value(self) -> Any:
        candidate = self.edit.candidate()
        if candidate is not None:
            return candidate.key
        return self.edit.words() if self._free else None

    @override
    def fill(self, value: Any) -> None:
        if isinstance(value, Candidate):
            self.edit.pick(value)
        elif value is None or isinstance(value, str):
            self.edit.pick(None)
            self.edit.setText(value or "")
        self.edit.setCursorPosition(0)

    @override
    def wrong(self) -> str:
        return _("Pick one from the list.") if self.edit.unknown() else ""


class MoneyInput(Input):
    """An amount in yuan, with at most two places."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._edit = QLineEdit()
        self._edit.setPlaceholderText("0.00")
        self._edit.setMaximumWidth(worn().em(9))
        self._edit.textChanged.connect(self.changed)
        self.hold(self._edit)

    @override
    def value(self) -> Decimal | None:
        words = self._edit.text().strip().lstrip("¥￥").rstrip("元").replace(",", "")
        try:
            amount = Decimal(words.replace("，", "").strip())
        except InvalidOperation:
            return None
        exponent = amount.as_tuple().exponent
        fine = isinstance(exponent, int) and exponent >= -2 and amount >= 0
        return amount if fine else None

    @override
    def fill(self, value: Any) -> None:
        self._edit.setText("" if value in (None, "") else str(value))

    @override
    def wrong(self) -> str:
        typed = bool(self._edit.text().strip())
        if typed and self.value() is None:
            return _("Type an amount in yuan such as 3800 or 3800.50.")
        return ""


class TickInput(Input):
    """A box to tick."""

    labelled = False

    def __init__(self, label: str) -> None:
        """Begin unticked."""
        super().__init__()
        self._box = QCheckBox(label)
        self._box.toggled.connect(self.changed)
        self.hold(self._box)

    @override
    def value(self) -> bool:
        return self._box.isChecked()

    @override
    def fill(self, value: Any) -> None:
        self._box.setChecked(bool(value))

    @override
    def empty(self) -> bool:
        return not self._box.isChecked()


class WordsInput(Input):
    """Words between the fields."""

    labelled = False

    def __init__(self, words: str, heading: bool) -> None:
        """Say the words."""
        super().__init__()
        tone: Tone = "plain" if heading else "quiet"
        scale = HEADING if heading else 1.0
        label = Label(words, scale=scale, strong=heading, tone=tone, wrap=True)
        self.column.addWidget(label)
        if heading:
            self.column.setContentsMargins(0, 8, 0, 0)


class _Box(QPlainTextEdit):
    """Several lines; Tab goes on to the next field."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        height = QFontMetricsF(self.font()).lineSpacing() * self._lines + 22
        return QSize(super().sizeHint().width(), round(height))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(worn().em(8), self.sizeHint().height())
