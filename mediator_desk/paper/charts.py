"""The paper's hand for pictures: letters of the press, and greys that a black printer can do."""

from collections.abc import Mapping

from reportlab.pdfgen.canvas import Canvas

from mediator_desk.charts.hand import Draw, Hand
from mediator_desk.charts.marks import Anchor, Filled, Ink, Stroke, Words
from mediator_desk.paper.setting import Align, Face, Press, Span, Style
from mediator_desk.paper.strips import Placed, Strip

# White is 1. Neighbouring tints differ by what a copy of a copy still shows.
GREYS: Mapping[Ink, float] = {
    Ink.TEXT: 0.0,
    Ink.SECOND: 0.32,
    Ink.LINE: 0.8,
    Ink.ACCENT: 0.3,
    Ink.BEFORE: 0.5,
    Ink.TINT_0: 0.97,
    Ink.TINT_1: 0.89,
    Ink.TINT_2: 0.78,
    Ink.TINT_3: 0.64,
    Ink.TINT_4: 0.34,
    Ink.ON_TINT_0: 0.32,
    Ink.ON_TINT_1: 0.0,
    Ink.ON_TINT_2: 0.0,
    Ink.ON_TINT_3: 0.0,
    Ink.ON_TINT_4: 1.0,
}
_ALIGNED = {Anchor.START: Align.LEFT, Anchor.MIDDLE: Align.CENTRE, Anchor.END: Align.RIGHT}
_DASHES = (3.0, 2.0)


def picture(press: Press, draw: Draw, size: float, room: float, gap: float = 10.0) -> Strip:
    """Give a picture as one strip, its letters of a size in points; it is never cut."""
    drawing = draw(paper_hand(press, size), room)
    shapes = tuple(mark for mark in drawing.marks if not isinstance(mark, Words))
    words = [mark for mark in drawing.marks if isinstance(mark, Words) and mark.text]
    return Strip(
        height=drawing.height,
        lines=tuple(_placed(press, one) for one in words),
        shapes=shapes,
        gap=gap,
    )


def paper_hand(press: Press, size: float) -> Hand:
    """Give the hand that writes in the letters of papers; its unit is the point."""

    def measure(text: str, at: float, strong: bool) -> float:
        return press.width(text, at, Face.HEAD if strong else Face.TEXT)

    return Hand(em=size, measure=measure)


def draw_shapes(
    canvas: Canvas, left: float, top: float, shapes: tuple[Filled | Stroke, ...]
) -> None:
    """Draw the boxes and lines of a picture, from its upper left corner."""
    for shape in shapes:
        grey = GREYS[shape.ink]
        if isinstance(shape, Filled):
            box = shape.box
            canvas.setFillGray(grey)
            canvas.roundRect(
                left + box.x, top - box.bottom, box.width, box.height, shape.radius, 0, 1
            )
            continue
        canvas.setStrokeGray(grey)
        canvas.setLineWidth(shape.weight)
        canvas.setDash(*((_DASHES, 0) if shape.dashed else ()))
        path = canvas.beginPath()
        path.moveTo(left + shape.points[0][0], top - shape.points[0][1])
        for x, y in shape.points[1:]:
            path.lineTo(left + x, top - y)
        canvas.drawPath(path)
    canvas.setDash()


def _placed(press: Press, words: Words) -> Placed:
    """Set the words of a picture; they were measured before, so they are one line."""
    style = Style(
        size=words.size,
        pitch=words.box.height,
        align=_ALIGNED[words.anchor],
        grey=GREYS[words.ink],
    )
    span = Span(words.text, words.text, Face.HEAD if words.strong else Face.TEXT)
    line = press.set([span], style, words.box.width + words.size)[0]
    wider = {Anchor.START: 0.0, Anchor.MIDDLE: words.size / 2, Anchor.END: words.size}
    return Placed(line.moved(words.box.x - wider[words.anchor]), words.box.y)
