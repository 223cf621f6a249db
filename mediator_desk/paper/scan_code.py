"""The square at the head of a slip that a scanner types."""

from collections.abc import Sequence

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.pdfgen.canvas import Canvas

from mediator_desk.paper.layout import MM, Layout

SIDE = 20 * MM
_DOWN = 10 * MM  # below the upper edge of the sheet


def squares(text: str) -> Sequence[Sequence[bool]]:
    """Give the dark and light squares of a code, row by row."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    count = code.getModuleCount()
    return [[bool(code.isDark(row, column)) for column in range(count)] for row in range(count)]


def draw_code(canvas: Canvas, layout: Layout, text: str) -> tuple[float, float]:
    """Draw a code in the upper right corner of a page; give the place left of its middle."""
    rows = squares(text)
    side = SIDE / len(rows)
    left = (layout.page.width - layout.margins.right) * MM - SIDE
    top = layout.page.height * MM - _DOWN
    canvas.setFillGray(0)
    path = canvas.beginPath()
    for down, row in enumerate(rows):
        for across, dark in enumerate(row):
            if dark:
                path.rect(left + across * side, top - (down + 1) * side, side, side)
    canvas.drawPath(path, stroke=0, fill=1)
    return left, top - SIDE / 2
