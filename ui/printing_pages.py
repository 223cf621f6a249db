"""Printing where the system takes no PDF: each page drawn, painted and let go, one by one."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from mediator_desk.paper.preview import RenderedPage, render
from mediator_desk.words import _
from ui.errands import Errands, Lane

_DPI = 300
_POINT = 72


def printer_for(title: str, pages: int) -> QPrinter:
    """Prepare the system's printer for A4 pages; ask for the rest with Qt's print box."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setFromTo(1, pages)
    return printer


class PagePress(QObject):
    """Paints pages on a printer while the window stays alive.

    ``went`` carries how many of how many are done, ``ended`` a sentence where something broke,
    else an empty one; after ``stop`` what was begun is called off.
    """

    went = Signal(int, int)
    ended = Signal(str)

    def __init__(
        self,
        parent: QObject,
        *,
        printer: QPrinter,
        pdf: Callable[[], bytes],
        pages: Sequence[int],
        errands: Errands,
    ) -> None:
        """Take the printer and the pages (from 0)."""
        super().__init__(parent)
        self._printer, self._pdf, self._errands = printer, pdf, errands
        self._pages, self._done = list(pages), 0
        self._painter = QPainter()
        self._stopped = False

    def start(self) -> None:
        """Begin with the first page."""
        if not self._painter.begin(self._printer):
            self.ended.emit(_("The printer does not answer. Save the paper and print it."))
            return
        self._next()

    def stop(self) -> None:
        """Print no more pages."""
        self._stopped = True

    def _next(self) -> None:
        if self._stopped:
            self._printer.abort()
        if self._stopped or self._done == len(self._pages):
            self._painter.end()
            self.ended.emit("")
            return
        self._errands.run(
            partial(self._drawn, self._pages[self._done]),
            owner=self,
            then=self._paint,
            refused=self._break,
            lane=Lane.PAPER,
        )

    def _drawn(self, page: int) -> RenderedPage:
        return render(self._pdf(), page, _DPI / _POINT)

    def _paint(self, page: RenderedPage) -> None:
        if self._done:
            self._printer.newPage()
        sheet = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        form = QImage.Format.Format_RGB32
        picture = QImage(page.bgra, page.width, page.height, page.width * 4, form)
        self._painter.drawImage(QRectF(sheet), picture)
        self._done += 1
        self.went.emit(self._done, len(self._pages))
        self._next()

    def _break(self, sentence: str) -> None:
        self._printer.abort()
        self._painter.end()
        self.ended.emit(sentence)
