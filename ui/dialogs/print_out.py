"""From a finished paper to the printer: one calm sheet of questions, remembered for each person."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from mediator_desk.paper.pdf import Printed
from mediator_desk.ports import Desk
from mediator_desk.usecases.remembering import RememberChoice, remember_choice, remembered
from mediator_desk.words import _
from ui.dialogs.print_sheet import PrintSheet
from ui.errands import Errands, Lane
from ui.printing import Printers, Wish, known_printers, print_paper, printed_directly, wish_from
from ui.printing_pages import PagePress, printer_for

_PLACE = "printing"


class PrintOut(QObject):
    """Prints what a window shows; ``said`` carries a sentence for it and its tone."""

    said = Signal(str, str)

    def __init__(self, window: QWidget, *, errands: Errands, desk: Desk | None) -> None:
        """Belong to a window; without a desk nothing is remembered."""
        super().__init__(window)
        self._window, self._errands, self._desk = window, errands, desk
        self.press: PagePress | None = None

    def begin(self, printed: Printed) -> None:
        """Ask how, then print: the PDF itself where the system takes it, else its pages."""
        if not printed_directly():
            self._ask_system(printed)
            return
        self._errands.run(
            partial(_known, self._desk),
            owner=self,
            then=partial(self._ask, printed),
            refused=self._refuse,
            lane=Lane.PAPER,
        )

    def stop(self) -> None:
        """Call off pages that are still to come."""
        if self.press is not None:
            self.press.stop()

    def _ask(self, printed: Printed, known: tuple[Printers, Wish]) -> None:
        printers, wish = known
        PrintSheet(
            self._window,
            title=printed.title,
            pages=printed.pages,
            printers=printers,
            wish=wish,
            then=partial(self._send, printed),
        ).open()

    def _send(self, printed: Printed, wish: Wish) -> None:
        self.said.emit(_("The paper goes to the printer …"), "accent")
        self._errands.run(
            partial(print_paper, printed, wish),
            owner=self,
            then=lambda _done: self._sent(printed, wish),
            refused=self._refuse,
            lane=Lane.PAPER,
        )

    def _sent(self, printed: Printed, wish: Wish) -> None:
        self.said.emit(_("{paper} was sent to the printer.").format(paper=printed.title), "good")
        if self._desk is not None:
            asked = RememberChoice(place=_PLACE, values=wish.kept())
            self._errands.run(partial(remember_choice, self._desk, asked))

    def _ask_system(self, printed: Printed) -> None:
        printer = printer_for(printed.title, printed.pages)
        box = QPrintDialog(printer, self._window)
        box.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        if box.exec() == int(QDialog.DialogCode.Accepted):
            self.paint(printed, printer)

    def paint(self, printed: Printed, printer: QPrinter) -> None:
        """Paint the chosen pages one by one."""
        first, last = printer.fromPage() or 1, printer.toPage() or printed.pages
        self.press = PagePress(
            self,
            printer=printer,
            pdf=lambda: printed.pdf,
            pages=range(first - 1, min(last, printed.pages)),
            errands=self._errands,
        )
        self.press.went.connect(self._went)
        self.press.ended.connect(partial(self._ended, printed))
        self.press.start()

    def _went(self, done: int, count: int) -> None:
        words = _("Printing page {page} of {count} …")
        self.said.emit(words.format(page=done, count=count), "accent")

    def _ended(self, printed: Printed, sentence: str) -> None:
        self.press = None
        if sentence:
            self._refuse(sentence)
        else:
            words = _("{paper} was sent to the printer.")
            self.said.emit(words.format(paper=printed.title), "good")

    def _refuse(self, sentence: str) -> None:
        self.said.emit(sentence, "danger")


def _known(desk: Desk | None) -> tuple[Printers, Wish]:
    """Ask for the printers, and for what this person wished last."""
    printers = known_printers()
    kept = remembered(desk, _PLACE) if desk is not None else {}
    return printers, wish_from(kept, printers)
