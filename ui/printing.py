"""Putting a finished paper into a file or on a printer."""

import shutil
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from mediator_desk.paper.layout import MM
from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.preview import RenderedPage, page_count, render
from mediator_desk.troubles import DiskTrouble, Trouble
from mediator_desk.words import N_

_DPI = 300
_POINT = 72
_PATIENCE = 60


def printed_directly() -> bool:
    """Tell whether this system takes the PDF itself; elsewhere pages go as pictures."""
    return sys.platform.startswith("linux")


def save_paper(printed: Printed, file: Path) -> Path:
    """Write a paper into a file, whole or not at all. Raises ``DiskTrouble``."""
    return save_bytes(printed.pdf, file)


def save_bytes(data: bytes, file: Path) -> Path:
    """Write bytes into a file, whole or not at all. Raises ``DiskTrouble``."""
    beside = file.with_name(f".{file.name}.part")
    try:
        beside.write_bytes(data)
        beside.replace(file)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise DiskTrouble(
            N_("{file} could not be written: {why}. Choose another folder."),
            file=str(file),
            why=error.strerror or "",
        ) from error
    return file


def print_paper(printed: Printed) -> None:
    """Hand a paper to the printing system of Linux; no copy is left on the disk by us."""
    command = shutil.which("lp")
    if command is None:
        raise Trouble(
            N_("Printing is not set up on this PC (CUPS is missing). Save the paper and print it.")
        )
    try:
        done = subprocess.run(
            [command, "-t", printed.title, "-"],
            input=printed.pdf,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Trouble(N_("The printer does not answer. Save the paper and print it.")) from error
    if done.returncode != 0:
        raise Trouble(
            N_("The printer did not take the paper: {why}"),
            why=done.stderr.decode("utf-8", "replace").strip(),
        )


def drawn_for_printer(printed: Printed) -> tuple[RenderedPage, ...]:
    """Draw every page sharply enough for a printer."""
    scale = _DPI / _POINT
    return tuple(render(printed.pdf, page, scale) for page in range(page_count(printed.pdf)))


def printer_for(title: str) -> QPrinter:
    """Prepare the system's printer for A4 pages; ask for the rest with Qt's print box."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    return printer


def put_on(printer: QPrinter, pages: tuple[RenderedPage, ...]) -> None:
    """Paint the drawn pages on a printer, each as large as its sheet."""
    painter = QPainter(printer)
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        sheet = printer.pageLayout().fullRectPixels(printer.resolution())
        form = QImage.Format.Format_RGB32
        picture = QImage(page.bgra, page.width, page.height, page.width * 4, form)
        painter.drawImage(QRectF(sheet), picture)
    painter.end()


def page_sizes(printed: Printed) -> list[tuple[float, float]]:
    """Give the size of every page in points."""
    return [
        (paper.layout.page.width * MM, paper.layout.page.height * MM)
        for paper in printed.papers
        for _page in paper.pages
    ]
