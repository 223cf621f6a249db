"""The real PDF, page by page, before it is saved or printed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QIntValidator, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.preview import render
from mediator_desk.ports import Desk
from mediator_desk.words import _, n_
from ui.dialogs.print_out import PrintOut
from ui.errands import Errands, Lane
from ui.notices import Notices
from ui.printing import page_sizes, save_paper
from ui.theme import HEADING, worn
from ui.widgets.card import Banner
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.press import PressButton
from ui.widgets.preview import PreviewView
from ui.widgets.verb import Verb, VerbButton


class PreviewDialog(QDialog):
    """Makes a paper in the second lane and shows it; Ctrl+S saves, Ctrl+P prints, Esc closes.

    ``make`` gives the paper and may refuse; then its sentence stands in place of the pages.
    """

    def __init__(
        self,
        parent: QWidget,
        *,
        title: str,
        make: Callable[[], Printed],
        errands: Errands,
        notices: Notices,
        desk: Desk | None = None,
    ) -> None:
        """Lay out the window and ask for the paper; with a desk, wishes of printing are kept."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._errands, self._notices, self._make = errands, notices, make
        self.printed: Printed | None = None
        self.view = PreviewView(errands)
        self.view.setAccessibleName(_("Pages of the paper"))
        self.said = Banner(_("The paper is being made …"), "accent")
        self._pages = Label(tone="quiet")
        self.page = QLineEdit()
        self.out = PrintOut(self, errands=errands, desk=desk)
        self.save = VerbButton(Verb(text=_("&Save as …"), do=self.save_as, icon="save"))
        self.press = VerbButton(
            Verb(text=_("&Print"), do=self.print_out, icon="print", primary=True)
        )
        self.shut = PressButton(_("&Close"))
        self._lay_out(title)
        self._wire()
        self._allow(on=False)
        self.begin()

    def begin(self) -> None:
        """Have the paper made and show it."""
        self._errands.run(
            self._make, owner=self, then=self._show, refused=self._refuse, lane=Lane.PAPER
        )

    def with_whole(self, then: Callable[[Printed], object]) -> None:
        """Hand the whole paper on, once it is there."""
        if self.printed is not None:
            then(self.printed)

    def save_as(self) -> None:
        """Ask for a file and write the paper into it."""
        self.with_whole(self._ask_file)

    def save_to(self, file: Path) -> None:
        """Write the paper into a file."""
        self.with_whole(partial(self._save, file))

    def print_out(self) -> None:
        """Ask how it is to be printed, and print it."""
        self.with_whole(self.out.begin)

    @override
    def done(self, result: int) -> None:
        self.out.stop()
        super().done(result)

    def _ask_file(self, printed: Printed) -> None:
        name = f"{printed.title.replace('/', '-').replace('　', ' ')}.pdf"
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        file, _kind = QFileDialog.getSaveFileName(
            self, _("Save the paper"), str(Path(folder) / name), _("PDF files (*.pdf)")
        )
        if file:
            self._save(Path(file), printed)

    def _save(self, file: Path, printed: Printed) -> None:
        self._errands.run(
            partial(save_paper, printed, file.with_suffix(".pdf")),
            owner=self,
            then=self._saved,
            refused=self._refuse,
            lane=Lane.PAPER,
        )

    def _show(self, printed: Printed) -> None:
        self.printed = printed
        self.said.say("")
        self._count(1)
        self.view.show_pages(page_sizes(printed), partial(render, printed.pdf))
        self.view.show()
        self.view.setFocus()
        self._allow(on=True)

    def _count(self, page: int) -> None:
        pages = self.view.pages() or (self.printed.pages if self.printed else 0)
        self._pages.setText(
            n_("of {count} page", "of {count} pages", pages).format(count=f"{pages:,}")
        )
        if not self.page.hasFocus():
            self.page.setText(str(page))

    def _go_to_page(self) -> None:
        self.view.go_to(min(int(self.page.text() or 1), self.view.pages()))
        self.view.setFocus()

    def _saved(self, file: Path) -> None:
        self.said.say(_("Saved as {file}").format(file=file), "good")

    def _refuse(self, sentence: str) -> None:
        self.said.say(sentence, "danger")

    def _allow(self, *, on: bool) -> None:
        for widget in (self.save, self.press, self.page):
            widget.setEnabled(on)

    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(self._head(title))
        column.addWidget(self.said)
        column.addWidget(self.view, 1)
        column.addLayout(self._foot())
        room = self.screen().availableGeometry()
        self.resize(min(worn().em(52), room.width() - 24), round(room.height() * 0.94))

    def _head(self, title: str) -> QHBoxLayout:
        larger, smaller = PressButton("+"), PressButton("−")
        width = PressButton(_("&Width"))
        for button, words, do in (
            (smaller, _("Smaller (Ctrl+-)"), partial(self.view.zoom, False)),
            (larger, _("Larger (Ctrl++)"), partial(self.view.zoom, True)),
            (width, _("As wide as the window (Ctrl+0)"), self.view.fit),
        ):
            button.setAutoDefault(False)
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.clicked.connect(do)
        for button in (smaller, larger):
            button.setFixedWidth(worn().target)
        self.page.setAccessibleName(_("Page"))
        self.page.setToolTip(_("Type a page and press Enter (Ctrl+G)"))
        self.page.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.page.setValidator(QIntValidator(1, 99_999, self.page))
        self.page.setFixedWidth(worn().em(3.2))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(ElidedLabel(title, scale=HEADING, strong=True), 1)
        for widget in (self.page, self._pages, smaller, larger, width):
            head.addWidget(widget)
        return head

    def _foot(self) -> QHBoxLayout:
        self.shut.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        for widget in self.aside():
            foot.addWidget(widget, 3)
        foot.addStretch(1)
        for button in (self.shut, self.save, self.press):
            foot.addWidget(button)
        return foot

    def aside(self) -> tuple[QWidget, ...]:
        """Give what stands at the left of the foot; mostly there is nothing."""
        return ()

    def _wire(self) -> None:
        self.shut.clicked.connect(self.reject)
        self.view.turned.connect(self._count)
        self.page.returnPressed.connect(self._go_to_page)
        self.out.said.connect(self.said.say)
        for keys, do in (
            ("Ctrl+S", self.save_as),
            ("Ctrl+P", self.print_out),
            ("Ctrl+G", self._type_page),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(do)

    def _type_page(self) -> None:
        self.page.setFocus()
        self.page.selectAll()
