"""The squares that a scanner reads: at the head of a slip, and small in a corner of each page."""

from collections.abc import Sequence
from itertools import groupby
from math import ceil

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.pdfgen.canvas import Canvas

from mediator_desk.paper.layout import MM, Layout

SIDE = 20 * MM
_DOWN = 10 * MM  # below the upper edge of the sheet

MARK_SIDE = 12 * MM
MARK_EDGE = 5 * MM  # from the right and the lower edge of the sheet, where printers still print
_LETTERS, _PITCH = 4.6, 5.6
_IN_A_LINE = 11
_MASK = 3  # the best of the eight masks takes ten times as long to find, on every page


def squares(text: str) -> Sequence[Sequence[bool]]:
    """Give the dark and light squares of a code, row by row."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    return _dark(code)


def mark_squares(text: str) -> Sequence[Sequence[bool]]:
    """Give the squares of a page's mark; a quarter of it may be dirty and it is still read."""
    code = QRCode(None, QRErrorCorrectLevel.Q)
    code.addData(text)
    code.version = code.calculate_version()
    code.makeImpl(False, _MASK)
    return _dark(code)


def draw_code(canvas: Canvas, layout: Layout, text: str) -> tuple[float, float]:
    """Draw a code in the upper right corner of a page; give the place left of its middle."""
    left = (layout.page.width - layout.margins.right) * MM - SIDE
    top = layout.page.height * MM - _DOWN
    _draw(canvas, squares(text), left, top, SIDE)
    return left, top - SIDE / 2


def mark_box(width: float, height: float) -> tuple[float, float, float, float]:
    """Say where the mark stands on a sheet of this size: left, top, width, height, in points."""
    return (
        width - MARK_EDGE - MARK_SIDE,
        height - MARK_EDGE - MARK_SIDE,
        MARK_SIDE,
        MARK_SIDE,
    )


def draw_mark(canvas: Canvas, layout: Layout, text: str, font: str) -> None:
    """Draw the mark of a page in its lower right corner, beside and below all text.

    The corner is counted from the edges of the sheet, so that it is the same on every layout.
    """
    left = layout.page.width * MM - MARK_EDGE - MARK_SIDE
    top = MARK_EDGE + MARK_SIDE
    _draw(canvas, mark_squares(text), left, top, MARK_SIDE)
    long = ceil(len(text) / ceil(len(text) / _IN_A_LINE))
    lines = [text[at : at + long] for at in range(0, len(text), long)]
    canvas.setFont(font, _LETTERS)
    for down, line in enumerate(lines, start=1):
        canvas.drawString(left, top + _PITCH / 2 + (len(lines) - down) * _PITCH, line)


def _dark(code: QRCode) -> Sequence[Sequence[bool]]:
    count = code.getModuleCount()
    return [[bool(code.isDark(row, column)) for column in range(count)] for row in range(count)]


def _draw(
    canvas: Canvas, rows: Sequence[Sequence[bool]], left: float, top: float, whole: float
) -> None:
    """Fill the dark squares, neighbours of a row in one piece so that no seam is seen."""
    side = whole / len(rows)
    canvas.setFillGray(0)
    path = canvas.beginPath()
    for down, row in enumerate(rows):
        across = 0
        for dark, run in groupby(row):
            count = len(list(run))
            if dark:
                path.rect(left + across * side, top - (down + 1) * side, count * side, side)
            across += count
    canvas.drawPath(path, stroke=0, fill=1)
