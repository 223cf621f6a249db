"""How a paper is to be printed: printer, copies, pages, sides, asked in one small window."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mediator_desk.refusals import Refusal
from mediator_desk.words import N_, _, n_
from ui.printing import LONG_EDGE, ONE_SIDE, SHORT_EDGE, Printers, Wish, tidy_pages
from ui.theme import TITLE, worn
from ui.widgets.card import Banner
from ui.widgets.drop_list import DropList
from ui.widgets.label import Label
from ui.widgets.press import PressButton
from ui.widgets.verb import Verb, VerbButton

_MOST_COPIES = 99


class PrintSheet(QDialog):
    """Hands the wish over with Enter, Ctrl+Enter or its verb; what cannot be is said in place."""

    def __init__(
        self,
        parent: QWidget,
        *,
        title: str,
        pages: int,
        printers: Printers,
        wish: Wish,
        then: Callable[[Wish], object],
    ) -> None:
        """Show what was wished last, for a paper of so many pages."""
        super().__init__(parent)
        self.setWindowTitle(_("Print"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._count, self._then = pages, then
        self.printer, self.sides = DropList(), DropList()
        self.copies, self.pages = QLineEdit(str(wish.copies)), QLineEdit()
        self.error = Banner()
        self.press = VerbButton(
            Verb(
                text=_("&Print"), do=self.hand_over, icon="print", primary=True,
                hint=_("Ctrl+Enter"),
            )
        )  # fmt: skip
        self._fill(printers, wish)
        self._lay_out(title)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.hand_over)
        for line in (self.copies, self.pages):
            line.returnPressed.connect(self.hand_over)
            line.textChanged.connect(lambda _text: self.error.say(""))

    def hand_over(self) -> None:
        """Hand the wish over, or say in place what cannot be."""
        try:
            wish = self.wish()
        except Refusal as refusal:
            self.error.say(refusal.words(), "danger")
            return
        self.accept()
        self._then(wish)

    def wish(self) -> Wish:
        """Read what is wished. Raises ``Refusal``."""
        copies = int(self.copies.text() or 0)
        if not 1 <= copies <= _MOST_COPIES:
            raise Refusal(N_("Print between 1 and {most} copies."), most=_MOST_COPIES)
        return Wish(
            printer=str(self.printer.currentData() or ""),
            copies=copies,
            sides=str(self.sides.currentData()),
            pages=tidy_pages(self.pages.text(), self._count),
        )

    def _fill(self, printers: Printers, wish: Wish) -> None:
        for name in printers.names or ("",):
            self.printer.addItem(name or _("The usual printer of this PC"), name)
        self.printer.setCurrentIndex(max(0, self.printer.findData(wish.printer)))
        for code, words in (
            (ONE_SIDE, _("one side")),
            (LONG_EDGE, _("both, like a book")),
            (SHORT_EDGE, _("both, like a calendar")),
        ):
            self.sides.addItem(words, code)
        self.sides.setCurrentIndex(max(0, self.sides.findData(wish.sides)))
        self.copies.setValidator(QIntValidator(0, 9999, self.copies))
        self.pages.setPlaceholderText(_("all, or 1-3, 5"))

    def _lay_out(self, title: str) -> None:
        said = n_("{count} page", "{count} pages", self._count).format(count=self._count)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        for place, (words, field) in enumerate(
            (
                (_("P&rinter"), self.printer),
                (_("&Sides"), self.sides),
                (_("C&opies"), self.copies),
                (_("Pa&ges"), self.pages),
            )
        ):
            label = Label(words, tone="quiet")
            label.setBuddy(field)
            row, column = (place // 2) * 3, place % 2
            grid.addWidget(label, row, column)
            grid.addWidget(field, row + 1, column)
            grid.setColumnStretch(column, 1)
        grid.setRowMinimumHeight(2, 8)
        shut = PressButton(_("&Cancel"))
        shut.setAutoDefault(False)
        shut.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addStretch(1)
        foot.addWidget(shut)
        foot.addWidget(self.press)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 18, 24, 18)
        whole.setSpacing(12)
        whole.addWidget(Label(_("Print"), scale=TITLE, strong=True))
        told = _("{paper}, {pages}").format(paper=title, pages=said)
        whole.addWidget(Label(told, tone="quiet", wrap=True))
        whole.addLayout(grid)
        whole.addWidget(self.error)
        whole.addStretch(1)
        whole.addLayout(foot)
        room = self.screen().availableGeometry()
        self.resize(min(worn().em(36), room.width() - 24), min(worn().em(19), room.height() - 24))
