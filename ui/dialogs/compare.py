"""Two versions of a convention in one text: what came with +, what went with −."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from mediator_desk.labels import label
from mediator_desk.records.convention import ConventionVersion
from mediator_desk.rows.conventions import ConventionFile
from mediator_desk.rules.conventions import article_number
from mediator_desk.rules.text_changes import ArticleChange, Sign, compare_articles
from mediator_desk.words import _
from ui.theme import TITLE, worn
from ui.tokens import Tone
from ui.widgets.drop_list import DropList
from ui.widgets.label import Label
from ui.widgets.press import PressButton

_TONES: dict[Sign, Tone] = {Sign.ADDED: "good", Sign.REMOVED: "danger"}
_SIGNED = (Sign.ADDED, Sign.REMOVED)


class CompareDialog(QDialog):
    """Shows what changed between two versions that can be chosen; Esc closes it."""

    def __init__(self, parent: QWidget, file: ConventionFile) -> None:
        """Begin with the newest version and the one before it."""
        super().__init__(parent)
        self.setWindowTitle(_("Compare versions"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._versions = file.versions
        self.before, self.after = DropList(), DropList()
        self.count = Label(tone="quiet", wrap=True)
        self.text = QTextEdit()
        self._lay_out(file.convention.title)
        self._wire()
        self._show()

    def _lay_out(self, title: str) -> None:
        for one in self._versions:
            nth = _("Version {ordinal}").format(ordinal=one.ordinal)
            said = f"{nth} · {label(one.state)}"
            self.before.addItem(said)
            self.after.addItem(said)
        self.before.setCurrentIndex(max(0, len(self._versions) - 2))
        self.after.setCurrentIndex(len(self._versions) - 1)
        self.before.setAccessibleName(_("From"))
        self.after.setAccessibleName(_("To"))
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("What changed"))
        self.text.setTabChangesFocus(True)
        pick = QHBoxLayout()
        pick.setSpacing(10)
        for word, box in ((_("From"), self.before), (_("To"), self.after)):
            pick.addWidget(Label(word, tone="quiet"))
            pick.addWidget(box, 1)
        close = PressButton(_("&Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        column.addWidget(Label(title, scale=TITLE, strong=True, wrap=True))
        column.addLayout(pick)
        column.addWidget(self.text, 1)
        column.addLayout(foot)
        room = self.screen().availableGeometry()
        self.resize(
            min(worn().em(46), room.width() - 24), min(worn().em(36), round(room.height() * 0.94))
        )

    def _wire(self) -> None:
        self.before.currentIndexChanged.connect(self._show)
        self.after.currentIndexChanged.connect(self._show)

    def _show(self) -> None:
        old = self._versions[self.before.currentIndex()]
        new = self._versions[self.after.currentIndex()]
        changes = compare_articles(old.articles, new.articles)
        self.text.clear()
        self.text.setTextCursor(_written(self.text.textCursor(), changes))
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.count.setText(counted(changes))


def counted(changes: Sequence[ArticleChange]) -> str:
    """Say how many articles came, went and changed."""
    count = {sign: sum(one.sign is sign for one in changes) for sign in Sign}
    said = _("+ {added} added · − {removed} removed · ± {changed} changed")
    return said.format(
        added=count[Sign.ADDED], removed=count[Sign.REMOVED], changed=count[Sign.CHANGED]
    )


def _written(cursor: QTextCursor, changes: Sequence[ArticleChange]) -> QTextCursor:
    """Write the changes, an article on each paragraph, its sign in front."""
    spaced = QTextBlockFormat()
    spaced.setBottomMargin(worn().em(0.6))
    for nth, change in enumerate(changes):
        if nth:
            cursor.insertBlock(spaced)
        else:
            cursor.setBlockFormat(spaced)
        sign = "\u3000" if change.sign is Sign.SAME else change.sign.value
        cursor.insertText(f"{sign} {_numbers(change)}\u3000", _letters(change.sign, strong=True))
        for piece in change.pieces:
            inside = change.sign is Sign.CHANGED and piece.sign in _SIGNED
            words = f"[{piece.sign.value}{piece.text}]" if inside else piece.text
            cursor.insertText(words, _letters(piece.sign))
    return cursor


def _numbers(change: ArticleChange) -> str:
    """Number an article; one that moved has both numbers."""
    if change.before and change.after and change.before != change.after:
        return f"{article_number(change.before)} → {article_number(change.after)}"
    return article_number(change.after or change.before)


def _letters(sign: Sign, *, strong: bool = False) -> QTextCharFormat:
    """Give the letters of a sign: what came and what went stands on the ground of its tone."""
    letters = QTextCharFormat()
    letters.setFont(worn().font(strong=strong))
    tone = _TONES.get(sign, "plain")
    letters.setForeground(QColor(worn().tokens.ink(tone)))
    if sign in _SIGNED and not strong:
        letters.setBackground(QColor(worn().tokens.ground(tone)))
    return letters


def comparable(versions: Sequence[ConventionVersion]) -> bool:
    """Tell whether there are two versions to compare."""
    return len(versions) > 1
