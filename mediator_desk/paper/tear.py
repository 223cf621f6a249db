"""The line along which a stub is torn off."""

from mediator_desk.paper.layout import Letters
from mediator_desk.paper.setting import GREY, Align, Press, Span, Style
from mediator_desk.paper.strips import Placed, Rule, Strip

_DASH, _SPACE = 5.0, 4.0
_ABOVE = 16.0


def tear_line(press: Press, letters: Letters, text: str, room: float) -> list[Strip]:
    """Give a broken line over the full width, and below it what the stub is for."""
    style = Style(size=letters.size - 2, pitch=letters.pitch, align=Align.CENTRE, grey=GREY)
    said = press.set([Span(text, text)], style, room)
    dashes = tuple(
        Rule(at * (_DASH + _SPACE), at * (_DASH + _SPACE) + _DASH, _ABOVE, 0.6, GREY)
        for at in range(int(room // (_DASH + _SPACE)))
    )
    below = _ABOVE + 4.0
    return [
        Strip(
            height=below + len(said) * letters.pitch,
            lines=tuple(Placed(line, below + at * letters.pitch) for at, line in enumerate(said)),
            rules=dashes,
            stays=True,
        )
    ]
