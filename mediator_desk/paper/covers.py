"""The cover of a volume and its back: one sheet each, few words in much room."""

from msgspec.structs import replace

from mediator_desk.paper.form import Field, Form
from mediator_desk.paper.layout import Layout, Letters
from mediator_desk.paper.setting import Align, Face, Press, SetLine, Span, Style
from mediator_desk.paper.strips import Placed, Rule, Strip
from mediator_desk.paper.wording import fact, filled, said

_MASTHEAD_DOWN = 0.03  # parts of the height
_TITLE_GAP, _ROWS_GAP = 52.0, 96.0
_SMALLER = (1.0, 0.92, 0.85, 0.78, 0.7, 0.62)  # a cover is one sheet, however much is on it
_APART = 0.42  # letters of the title stand apart by this part of their size
_BLOCK = 0.97  # so much of the width the rows take
_LABEL = 5.2  # labels are spread over so many letters
_ROW_GAP = 7.0
_UNDER = 1.5  # the rule under a value
_BACK_DOWN, _BACK_WIDTH = 0.68, 0.5
_BY_HAND = "　　年　　月　　日"
_BETWEEN = 1.5  # letters of room for a word between two values of a row


def cover(press: Press, form: Form, facts: object, layout: Layout) -> list[Strip]:
    """Give the cover: the committee, the great title, and ruled rows to be read from afar."""
    head: list[Strip] = [Strip(height=layout.height * _MASTHEAD_DOWN)]
    for place in form.fields:
        if place.type == "fixed":
            head += _masthead(press, layout, filled(place.says, facts))
    head += _great_title(press, layout, form.title)
    room = layout.width * _BLOCK
    left = (layout.width - room) / 2
    for smaller in _SMALLER:
        letters = Letters(layout.text.size * smaller, layout.text.pitch * smaller)
        gap = Strip(height=_ROWS_GAP * smaller**4)
        strips = [*head, gap, *_rows(press, form, facts, letters, left, room)]
        if sum(one.gap + one.height for one in strips) <= layout.height:
            break
    return strips


def back_cover(press: Press, form: Form, facts: object, layout: Layout) -> list[Strip]:
    """Give the back: how many pages the volume has and who filed it, low at the right."""
    left = layout.width * _BACK_WIDTH
    room = layout.width - left
    strips = [Strip(height=layout.height * _BACK_DOWN)]
    for place in form.fields:
        if place.type == "fixed":
            style = Style(size=layout.text.size, pitch=layout.text.pitch)
            lines = press.set([Span(filled(place.says, facts), form.title)], style, room)
            strips += [_strip(line.moved(left)) for line in lines]
    return strips + _rows(press, form, facts, layout.table, left, room)


def _masthead(press: Press, layout: Layout, text: str) -> list[Strip]:
    """Set the committee's name; a long one is broken into lines of like length."""
    letters = layout.heading
    style = Style(size=letters.size, pitch=letters.pitch, align=Align.CENTRE)
    room = layout.width
    lines = press.set([Span(text, "人民调解委员会")], style, room)
    while len(lines) > 1 and room > letters.size * 4:
        narrower = press.set([Span(text, text)], style, room - letters.size)
        if len(narrower) > len(lines):
            break
        room -= letters.size
        lines = narrower
    aside = (layout.width - room) / 2
    return [_strip(line.moved(aside)) for line in lines]


def _great_title(press: Press, layout: Layout, text: str) -> list[Strip]:
    letters = layout.title
    style = Style(size=letters.size, pitch=letters.pitch)
    (line,) = press.set([Span(text, text, Face.HEAD)], style, layout.width)
    wide = _spread(line, line.width + (len(text) - 1) * letters.size * _APART)
    return [replace(_strip(wide.moved((layout.width - wide.width) / 2)), gap=_TITLE_GAP)]


def _rows(
    press: Press, form: Form, facts: object, letters: Letters, left: float, room: float
) -> list[Strip]:
    """Give each label with its value over a rule; a value of several lines has a rule for each."""
    by_key = {place.key: place for place in form.fields}
    beside = {place.beside for place in form.fields if place.beside}
    strips: list[Strip] = []
    for place in form.fields:
        if place.type == "line" and place.key not in beside:
            strips += _row(press, place, by_key.get(place.beside), facts, letters, left, room)
    return strips


def _row(
    press: Press,
    place: Field,
    second: Field | None,
    facts: object,
    letters: Letters,
    left: float,
    room: float,
) -> list[Strip]:
    begin = left + (_LABEL + 1) * letters.size
    width = left + room - begin
    label = _label(press, place.label, letters).moved(left)
    if second is None:
        lines = _value(press, place, facts, letters, width)
        return [
            _ruled_strip(
                [*([label] if at == 0 else []), line.moved(begin)],
                [(begin, begin + width)],
                letters,
                gap=_ROW_GAP if at == 0 else 0.0,
            )
            for at, line in enumerate(lines)
        ]
    between = _BETWEEN * letters.size
    half = (width - between) / 2
    word = Style(size=letters.size, pitch=letters.pitch, align=Align.CENTRE)
    (to,) = press.set([Span(second.label, second.label)], word, between)
    first = _value(press, place, facts, letters, half, Align.CENTRE)[0]
    last = _value(press, second, facts, letters, half, Align.CENTRE)[0]
    after = begin + half + between
    lines = [label, first.moved(begin), to.moved(begin + half), last.moved(after)]
    rules = [(begin, begin + half), (after, after + half)]
    return [_ruled_strip(lines, rules, letters, gap=_ROW_GAP)]


def _value(
    press: Press,
    place: Field,
    facts: object,
    letters: Letters,
    width: float,
    align: Align = Align.LEFT,
) -> list[SetLine]:
    """Set a value; an empty one leaves its line to be written on by hand."""
    value = fact(facts, place.key)
    words = _BY_HAND if value is None else said(value)
    style = Style(size=letters.size, pitch=letters.pitch, align=align)
    return press.set([Span(words or "　", place.label)], style, width)


def _label(press: Press, text: str, letters: Letters) -> SetLine:
    """Spread a label over the room that all labels take."""
    style = Style(size=letters.size, pitch=letters.pitch)
    (line,) = press.set([Span(text, text, Face.HEAD)], style, letters.size * _LABEL * 2)
    return _spread(line, letters.size * _LABEL)


def _spread(line: SetLine, width: float) -> SetLine:
    """Draw the letters of a line apart until it has this width."""
    count = len(line.text) - 1
    more = (width - line.width) / count if count > 0 else 0.0
    pieces = tuple(replace(piece, apart=piece.apart + more) for piece in line.pieces)
    return replace(line, pieces=pieces, width=width if count > 0 else line.width)


def _ruled_strip(
    lines: list[SetLine], rules: list[tuple[float, float]], letters: Letters, gap: float
) -> Strip:
    return Strip(
        height=letters.pitch,
        lines=tuple(Placed(line, 0.0) for line in lines),
        rules=tuple(Rule(start, end, letters.pitch - _UNDER, 0.6) for start, end in rules),
        gap=gap,
    )


def _strip(line: SetLine) -> Strip:
    return Strip(height=line.pitch, lines=(Placed(line, 0.0),))
