"""A line that is filled by typing a few letters and picking from what fits, pinyin initials too."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from ui.delegates.cells import SIDE, CellDelegate, Index
from ui.models.column import Column
from ui.models.rows import RowsModel
from ui.theme import SMALL, worn

SHOWN = 12


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing to pick: its key, its words, a quieter hint, and its pinyin initials."""

    key: object
    text: str
    hint: str = ""
    initials: str = ""


Candidates = Callable[[str], Sequence[Candidate]]


def fitting(candidates: Iterable[Candidate], typed: str) -> list[Candidate]:
    """Choose those that fit what was typed: beginnings first, then whatever holds it."""
    words = typed.strip().casefold()
    if not words:
        return list(islice(candidates, SHOWN))
    ranked: list[tuple[int, int, Candidate]] = []
    for place, candidate in enumerate(candidates):
        text, initials = candidate.text.casefold(), candidate.initials.casefold()
        if text.startswith(words) or initials.startswith(words):
            ranked.append((0, place, candidate))
        elif words in text or words in candidate.hint.casefold() or words in initials:
            ranked.append((1, place, candidate))
    ranked.sort(key=lambda one: one[:2])
    return [candidate for _rank, _place, candidate in ranked[:SHOWN]]


class CompletingLineEdit(QLineEdit):
    """Offers what fits below the line; ``picked`` carries the candidate, or None when undone.

    ``candidates`` is a list, or a function of the typed text for what only a rule can find.
    With ``free`` words that were not picked count too (``words()``); without it they do not.
    """

    picked = Signal(object)

    def __init__(
        self,
        candidates: Candidates | Sequence[Candidate] = (),
        *,
        free: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with nothing picked."""
        super().__init__(parent)
        self._free = free
        self._composing = False
        self._picked: Candidate | None = None
        self._model: RowsModel[Candidate] = RowsModel(
            (Column(title="", text=_text_of),), _key_of, self
        )
        popup = QListView()
        popup.setProperty("popup", True)
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setPopup(popup)
        # After setPopup, which brings a delegate of its own.
        popup.setItemDelegate(_CandidateDelegate(self._model, popup))
        completer.setMaxVisibleItems(8)
        # Chosen here, once: QLineEdit would only put the words in.
        completer.activated[QModelIndex].connect(self._take)  # type: ignore[index] # two signals
        self._completer, self._popup = completer, popup
        completer.setWidget(self)
        self.offer(candidates)
        self.textEdited.connect(self._typed)

    def offer(self, candidates: Candidates | Sequence[Candidate]) -> None:
        """Offer other candidates from now on."""
        if callable(candidates):
            self._find = candidates
        else:
            given = tuple(candidates)
            self._find = lambda typed: fitting(given, typed)

    def pick(self, candidate: Candidate | None) -> None:
        """Put a candidate in, as if it had been picked; None empties the line."""
        self._picked = candidate
        self.setText(candidate.text if candidate else "")
        self.picked.emit(candidate)

    def candidate(self) -> Candidate | None:
        """Give what was picked, or what was typed in full."""
        return self._picked

    def words(self) -> str:
        """Give the typed words, picked or not."""
        return self.text().strip()

    def unknown(self) -> bool:
        """Tell whether something was typed that nothing fits."""
        return bool(self.words()) and self._picked is None and not self._free

    def show_all(self) -> None:
        """Open the list as if something had been typed."""
        self._model.show(self._find(self.words() if self._picked is None else ""))
        if self._model.rowCount():
            self._completer.complete(self.rect())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._popup_open():
            event.ignore()
            return
        if event.key() == Qt.Key.Key_Down and not self._popup_open():
            self.show_all()
            return
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._settle()
        super().focusOutEvent(event)

    def _popup_open(self) -> bool:
        return self._popup.isVisible()

    def _typed(self, text: str) -> None:
        if self._picked is not None:
            self._picked = None
            self.picked.emit(None)
        self._model.show(self._find(text.strip()))
        if self._model.rowCount() and text.strip():
            self._completer.complete(self.rect())
            if not self._free:
                first = self._completer.completionModel().index(0, 0)
                self._popup.setCurrentIndex(first)
        else:
            self._popup.hide()

    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            self.pick(self._model.row(index.row()))
            self._popup.hide()

    def _settle(self) -> None:
        """Take what was typed in full, or the only thing that fits, when the line is left."""
        if self._picked is not None or not self.words():
            return
        found = self._find(self.words())
        exact = [candidate for candidate in found if candidate.text == self.words()]
        if len(exact) == 1:
            self.pick(exact[0])
        elif len(found) == 1 and not self._free:
            self.pick(found[0])


class _CandidateDelegate(CellDelegate):
    """Paints the words of a candidate and, at the right, its hint."""

    def __init__(self, candidates: RowsModel[Candidate], parent: QWidget) -> None:
        super().__init__(parent)
        self._candidates = candidates

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = worn()
        # The popup's own model shows one column only, in the same order.
        candidate = self._candidates.row(index.row())
        box = option.rect.adjusted(SIDE, 0, -SIDE, 0)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(theme.tokens.soft))
        font, small = theme.font(), theme.font(SMALL)
        taken = _write(
            painter, font, theme.tokens.text, candidate.text, box, Qt.AlignmentFlag.AlignLeft
        )
        box.setLeft(box.left() + taken + 16)
        if box.width() > theme.em(2):
            _write(
                painter,
                small,
                theme.tokens.second,
                candidate.hint,
                box,
                Qt.AlignmentFlag.AlignRight,
            )
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(worn().em(10), worn().row())


def _write(
    painter: QPainter,
    font: QFont,
    colour: str,
    text: str,
    box: QRect,
    side: Qt.AlignmentFlag,
) -> int:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    metrics: QFontMetrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | side, shown)
    return metrics.horizontalAdvance(shown)


def _text_of(candidate: Candidate) -> str:
    return candidate.text


def _key_of(candidate: Candidate) -> object:
    return candidate.key
