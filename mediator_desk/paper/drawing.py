"""Draw one laid-out page: grounds and rules first, letters over them.

What every page has is written straight into it: ReportLab would turn each grey into a colour.
"""

import hashlib

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream
from reportlab.pdfgen.canvas import Canvas

from mediator_desk.paper.charts import draw_shapes
from mediator_desk.paper.layout import MM, Layout
from mediator_desk.paper.letters import write_line
from mediator_desk.paper.setting import SetLine
from mediator_desk.paper.strips import Frame, Image, Laid, Page, PlacedImage

_FOOT = 0.45  # where the foot stands in the lower margin
_EDGE, _FINE = 0.7, 0.4  # the line around a picture
_JOINT = 0.4  # uprights reach into the strip above, so that no seam is seen on a screen


def draw_page(
    canvas: Canvas, layout: Layout, page: Page, foot: list[SetLine], level: int = 1
) -> None:
    """Draw everything of a page; the bookmarks it holds enter the outline at the level."""
    left = layout.margins.left * MM
    top = (layout.page.height - layout.margins.top) * MM
    for laid in page.laid:
        _tints(canvas, left, top - laid.down, laid)
    for laid in page.laid:
        _rules(canvas, left, top - laid.down, laid)
        draw_shapes(canvas, left, top - laid.down, laid.strip.shapes)
        for image in laid.strip.images:
            _image(canvas, left + image.left, top - laid.down - image.down, image)
    for laid in page.laid:
        for placed in (*laid.strip.lines, *(laid.strip.opening if laid.first else ())):
            _line(canvas, left, top - laid.down - placed.down, placed.line)
        if laid.strip.bookmark:
            key = f"p{canvas.getPageNumber()}y{laid.down:.0f}"
            canvas.bookmarkHorizontalAbsolute(key, top - laid.down, left)
            canvas.addOutlineEntry(laid.strip.bookmark, key, level=level)
    for line in foot:
        _line(canvas, left, layout.margins.bottom * MM * _FOOT + line.pitch, line)


def _tints(canvas: Canvas, left: float, top: float, laid: Laid) -> None:
    """Draw the grounds of a strip."""
    strip = laid.strip
    for tint in strip.tints:
        place = fp_str(left + tint.left, top - strip.height, tint.width, strip.height)
        canvas._code.append(f"{fp_str(tint.grey)} g {place} re f")


def _rules(canvas: Canvas, left: float, top: float, laid: Laid) -> None:
    """Draw the level rules of a strip and the edges of its table."""
    strip = laid.strip
    for rule in strip.rules:
        # Where the frame closes anyway, two rules over each other would look bolder.
        if not (laid.first and rule.down == 0 and strip.frame is not None):
            ends = (left + rule.left, top - rule.down), (left + rule.right, top - rule.down)
            canvas._code.append(f"{_pen(rule.grey, rule.weight)} {_stroke(*ends)}")
    if strip.frame is not None:
        _frame(canvas, left, top, laid, strip.frame)


def _frame(canvas: Canvas, left: float, top: float, laid: Laid, frame: Frame) -> None:
    """Draw the edges of a table; where the page or the table ends, the frame is closed."""
    bottom = top - laid.strip.height
    above = top + (0.0 if laid.first else _JOINT)
    words = [_pen(frame.grey, frame.weight)]
    words += [
        _stroke((left + upright, above), (left + upright, bottom)) for upright in frame.uprights
    ]
    words.append(f"{fp_str(frame.outer)} w")
    if frame.sides:
        words += [
            _stroke((left + side, above), (left + side, bottom))
            for side in (frame.left, frame.right)
        ]
    ends = ([top] if laid.first else []) + ([bottom] if laid.last else [])
    words += [_stroke((left + frame.left, level), (left + frame.right, level)) for level in ends]
    canvas._code.append(" ".join(words))


def _pen(grey: float, weight: float) -> str:
    return f"{fp_str(grey)} G {fp_str(weight)} w"


def _stroke(start: tuple[float, float], end: tuple[float, float]) -> str:
    """Write one straight line; each is drawn alone, so that two that cross are both seen."""
    return f"{fp_str(*start)} m {fp_str(*end)} l S"


def _image(canvas: Canvas, left: float, top: float, placed: PlacedImage) -> None:
    """Draw a picture with a fine line around it; the same picture is put into a file once."""
    image = placed.image
    name = hashlib.sha256(image.jpeg).hexdigest()
    if not canvas.hasForm(name):
        canvas._doc.addForm(name, PDFStream(_about(image), image.jpeg))
    bottom = top - placed.height
    canvas.saveState()
    canvas.transform(placed.width, 0, 0, placed.height, left, bottom)
    canvas.doForm(name)
    canvas.restoreState()
    canvas.setStrokeGray(_EDGE)
    canvas.setLineWidth(_FINE)
    canvas.rect(left, bottom, placed.width, placed.height)


def _about(image: Image) -> PDFDictionary:
    return PDFDictionary(
        {
            "Type": "/XObject",
            "Subtype": "/Image",
            "Width": image.width,
            "Height": image.height,
            "ColorSpace": "/DeviceGray" if image.grey else "/DeviceRGB",
            "BitsPerComponent": 8,
            "Filter": "/DCTDecode",
        }
    )


def _line(canvas: Canvas, left: float, top: float, line: SetLine) -> None:
    """Write the letters of a line."""
    if line.pieces:
        write_line(canvas, left + line.left, top - line.base, line)
