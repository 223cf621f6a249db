"""Write the letters of a set line into a page of a PDF."""

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas

from mediator_desk.paper.setting import SetLine


def write_line(canvas: Canvas, left: float, base: float, line: SetLine) -> None:
    """Write the letters of a line; each piece follows where the one before ended.

    Straight into the page: ReportLab's text objects would measure and escape each piece anew.
    """
    document = canvas._doc
    size = fp_str(line.size)
    words = [f"BT 1 0 0 1 {fp_str(left, base)} Tm {fp_str(line.grey)} g"]
    apart, font_in_use = 0.0, ""
    for piece in line.pieces:
        if piece.apart != apart:
            apart = piece.apart
            words.append(f"{fp_str(apart)} Tc")
        face = getFont(piece.font)
        for subset, codes in face.coded(piece.text, document):
            if subset != font_in_use:
                font_in_use = subset
                words.append(f"{subset} {size} Tf")
            words.append(f"<{codes}> Tj")
    if apart:
        words.append("0 Tc")
    words.append("ET")
    canvas._code.append(" ".join(words))
