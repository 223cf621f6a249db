"""The real PDF, page by page, before it is saved or printed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.preview import RenderedPage, render
from mediator_desk.words import _, n_
from ui.errands import Errands, Lane
from ui.notices import Notices
from ui.printing import (
    drawn_for_printer,
    page_sizes,
    print_paper,
    printed_directly,
    printer_for,
    put_on,
    save_paper,
)
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
    ) -> None:
        """Lay out the window and ask for the paper."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._errands, self._notices = errands, notices
        self.printed: Printed | None = None
        self.view = PreviewView(errands)
        self.view.setAccessibleName(_("Pages of the paper"))
        self.said = Banner(_("The paper is being made …"), "accent")
        self._pages = Label(tone="quiet")
        self.save = VerbButton(Verb(text=_("&Save as …"), do=self.save_as, icon="save"))
        self.press = VerbButton(
            Verb(text=_("&Print"), do=self.print_out, icon="print", primary=True)
        )
        self.shut = PressButton(_("&Close"))
        self._lay_out(title)
        self._wire()
        self._allow(on=False)
        errands.run(make, owner=self, then=self._show, refused=self._refuse, lane=Lane.PAPER)

    def save_as(self) -> None:
        """Ask for a file and write the paper into it."""
        if self.printed is None:
            return
        name = f"{self.printed.title.replace('/', '-').replace('　', ' ')}.pdf"
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        file, _kind = QFileDialog.getSaveFileName(
            self, _("Save the paper"), str(Path(folder) / name), _("PDF files (*.pdf)")
        )
        if file:
            self.save_to(Path(file))

    def save_to(self, file: Path) -> None:
        """Write the paper into a file."""
        if self.printed is not None:
            self._errands.run(
                partial(save_paper, self.printed, file.with_suffix(".pdf")),
                owner=self,
                then=self._saved,
                refused=self._refuse,
                lane=Lane.PAPER,
            )

    def print_out(self) -> None:
        """Print it: the PDF itself where the system takes it, else its pages as pictures."""
        if self.printed is None:
            return
        if printed_directly():
            self._errands.run(
                partial(print_paper, self.printed),
                owner=self,
                then=lambda _done: self._printing(),
                refused=self._refuse,
                lane=Lane.PAPER,
            )
            return
        self._errands.run(
            partial(drawn_for_printer, self.printed),
            owner=self,
            then=self._ask_printer,
            refused=self._refuse,
            lane=Lane.PAPER,
        )

    def _ask_printer(self, pages: tuple[RenderedPage, ...]) -> None:
        if self.printed is None:
            return
        printer = printer_for(self.printed.title)
        if QPrintDialog(printer, self).exec() == int(QDialog.DialogCode.Accepted):
            put_on(printer, pages)
            self._printing()

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
        said = n_("Page {page} of {count}", "Page {page} of {count}", pages)
        self._pages.setText(said.format(page=page, count=pages))

    def _saved(self, file: Path) -> None:
        self.said.say(_("Saved as {file}").format(file=file), "good")

    def _printing(self) -> None:
        if self.printed is not None:
            self.said.say(
                _("{paper} was sent to the printer.").format(paper=self.printed.title), "good"
            )

    def _refuse(self, sentence: str) -> None:
        self.said.say(sentence, "danger")

    def _allow(self, *, on: bool) -> None:
        self.save.setEnabled(on)
        self.press.setEnabled(on)

    def _lay_out(self, title: str) -> None:
        self.shut.setAutoDefault(False)
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
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(ElidedLabel(title, scale=HEADING, strong=True), 1)
        for widget in (self._pages, smaller, larger, width):
            head.addWidget(widget)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addStretch(1)
        for button in (self.shut, self.save, self.press):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.said)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        room = self.screen().availableGeometry()
        self.resize(min(worn().em(52), room.width() - 24), round(room.height() * 0.94))

    def _wire(self) -> None:
        self.shut.clicked.connect(self.reject)
        self.view.turned.connect(self._count)
        for keys, do in (("Ctrl+S", self.save_as), ("Ctrl+P", self.print_out)):
            QShortcut(QKeySequence(keys), self).activated.connect(do)
