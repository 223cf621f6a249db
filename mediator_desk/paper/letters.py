"""Write the letters of a set line into a page of a PDF."""

from collections.abc import Callable, Iterable

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas

from mediator_desk.paper.setting import SetLine

Coder = Callable[[str], Iterable[tuple[str, str]]]


class _Coders(dict[str, Coder]):
    """What writes the letters of each font in one document."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document

    def __missing__(self, font: str) -> Coder:
        """Begin to write with a font."""
        coder: Coder = getFont(font).coder(self._document)
        self[font] = coder
        return coder


def write_line(canvas: Canvas, left: float, base: float, line: SetLine) -> None:
    """Write the letters of a line; each piece follows where the one before ended.

    Straight into the page: ReportLab's text objects would measure and escape each piece anew.
    """
    coders = _coders(canvas)
    size = fp_str(line.size)
    words = [f"BT 1 0 0 1 {fp_str(left, base)} Tm {fp_str(line.grey)} g"]
    apart, font_in_use = 0.0, ""
    for piece in line.pieces:
        if piece.apart != apart:
            apart = piece.apart
            words.append(f"{fp_str(apart)} Tc")
        for subset, codes in coders[piece.font](piece.text):
            if subset != font_in_use:
                font_in_use = subset
                words.append(f"{subset} {size} Tf")
            words.append(f"<{codes}> Tj")
    if apart:
        words.append("0 Tc")
    words.append("ET")
    canvas._code.append(" ".join(words))


def _coders(canvas: Canvas) -> _Coders:
    """Give the writers of the document, which go when it goes."""
    coders: _Coders | None = getattr(canvas, "coders", None)
    if coders is None:
        coders = canvas.coders = _Coders(canvas._doc)
    return coders
