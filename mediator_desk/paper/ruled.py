"""A blank that is one ruled sheet: labels on the left, what is said on the right."""

from msgspec.structs import replace

from mediator_desk.paper import blocks
from mediator_desk.paper.counted import counted_table
from mediator_desk.paper.form import Field, Form
from mediator_desk.paper.grid import grid_of, grid_table
from mediator_desk.paper.layout import Layout
from mediator_desk.paper.parties import party_blocks
from mediator_desk.paper.promises import promise_table
from mediator_desk.paper.setting import Align, Press
from mediator_desk.paper.strips import Ink, InkKind, Strip
from mediator_desk.paper.tables import Cell, Look, Row, table
from mediator_desk.paper.tear import tear_line
from mediator_desk.paper.wording import clauses, day, fact, filled, said

_LABEL = 0.19
_CLOSING = ("marks", "sign", "seal", "day")
_MARK = 62.0
_SIGN = 46.0
_SEAL = 104.0
_PASTE = 430.0  # two sides of an identity card and more
_LEAST = 64.0  # so much room at least has a long text, to be filled in by hand


def ruled(press: Press, form: Form, facts: object, layout: Layout) -> list[Strip]:
    """Give the strips of the whole sheet in the order of its blank."""
    look = Look(letters=layout.table, pad=5.0)
    strips = blocks.title(press, layout.title, filled(form.title, facts), layout.width)
    by_key = {place.key: place for place in form.fields}
    beside = {place.beside for place in form.fields if place.beside}
    closing: list[Strip] = []
    for place in form.fields:
        if place.key in beside or (place.when and not getattr(facts, place.when)):
            continue
        if place.type == "number":
            text = f"{place.label}：{said(fact(facts, place.key))}"
            strips += blocks.aside(press, layout.number, text, layout.width)
        elif place.type == "parties":
            strips += party_blocks(
                press, look, layout.width, fact(facts, place.key), press.forms.blocks
            )
        elif place.type == "promises":
            strips += promise_table(press, look, layout.width, fact(facts, place.key))
        elif place.type == "counted":
            strips += counted_table(press, look, layout.width, fact(facts, place.key))
        elif place.type == "grid":
            strips += grid_table(press, look, layout.width, grid_of(place, facts))
        elif place.type == "fixed":
            text = filled(place.says, facts)
            strips += blocks.paragraph(press, layout.text, text, "正文", layout.width, gap=6.0)
        elif place.type == "note":
            strips += blocks.note(press, layout.text, filled(place.says, facts), layout.width)
        elif place.type == "tear":
            # What was signed above stays there; the stub has its own places to sign.
            strips += [
                *_together(closing, layout.height),
                *tear_line(press, layout.text, place.says, layout.width),
            ]
            closing = []
        else:
            rows = _rows(place, by_key.get(place.beside), facts)
            target = closing if place.type in _CLOSING else strips
            target += table(press, look, layout.width, rows, gap=0.0)
    return [*blocks.holding_last(_joined(strips)), *_together(closing, layout.height)]


def _rows(place: Field, beside: Field | None, facts: object) -> list[Row]:
    """Give the rows of one field, with the other field that shares its row."""
    value = fact(facts, place.key)
    match place.type:
        case "marks":
            return [
                _signed(
                    f"{party.role}\n{party.name}\n{place.label}",
                    _MARK,
                    Ink(InkKind.MARK, f"{party.role}{place.label}", party.name),
                )
                for party in value
            ]
        case "sign":
            if beside is None:
                return [_to_sign(place, facts)]
            return [_to_sign(place, facts, 0.5) + _to_sign(beside, facts, 0.5)]
        case "seal":
            ink = Ink(InkKind.SEAL, place.label, said(value))
            return [_sealed(ink, day(fact(facts, place.date)))]
        case "day":
            cell = Cell(text=day(value), field="日期", width=1.0, align=Align.RIGHT)
            return [(cell,)]
        case "paste":
            return [_pasted(place, said(value))]
        case "clauses":
            return [_row(place, "\n".join(clauses(value)), 0.0 if value else _LEAST)]
        case "long":
            least = 0.0 if value else _LEAST
            return [_row(place, said(value), least)] if value or place.must else []
    if beside is not None:
        return [_row(place, said(value), 0.0, 0.5) + _row(beside, fact(facts, beside.key), 0, 0.5)]
    return [_row(place, said(value), 0.0)] if value or place.must else []


def _row(place: Field, value: object, least: float, width: float = 1.0) -> Row:
    return (
        Cell(text=place.label, field=place.label, width=_LABEL, label=True, align=Align.CENTRE),
        Cell(text=said(value), field=place.label, width=width - _LABEL, least=least),
    )


def _pasted(place: Field, words: str) -> Row:
    """Leave room for a copy that is pasted in."""
    return (Cell(text=words, field=place.label, width=1.0, least=_PASTE, align=Align.CENTRE),)


def _to_sign(place: Field, facts: object, width: float = 1.0) -> Row:
    """Give a place to sign; two of them share a row where the blank says so."""
    ink = Ink(InkKind.SIGNATURE, place.label, said(fact(facts, place.key)))
    return _signed(place.label, _SIGN, ink, width)


def _signed(label: str, least: float, ink: Ink, width: float = 1.0) -> Row:
    """Give a place for ink behind its label."""
    wide = _LABEL * 1.5 if width == 1.0 else _LABEL
    return (
        Cell(text=label, field=label, width=wide, label=True, align=Align.CENTRE),
        Cell(text="", field=label, width=width - wide, least=least, ink=ink),
    )


def _sealed(ink: Ink, day: str) -> Row:
    """Give the place of the seal, with the body and the day it covers."""
    body = f"{ink.who}{ink.label}"
    cell = Cell(
        text=f"\n\n{body}\n{day}",
        field=body,
        width=1.0,
        least=_SEAL,
        align=Align.CENTRE,
        inset=0.45,
        ink=ink,
    )
    return (cell,)


def _joined(strips: list[Strip]) -> list[Strip]:
    """Close the gaps between the tables, so that they stand as one sheet."""
    return [
        replace(strip, gap=0.0 if at and strips[at - 1].frame else 4.0) if strip.frame else strip
        for at, strip in enumerate(strips)
    ]


def _together(closing: list[Strip], page: float) -> list[Strip]:
    """Keep the places to sign on one page if they fit, else the last of them with the seal."""
    all_of_it = sum(strip.height for strip in closing) <= page / 2
    last = len(closing) - 1
    return [
        replace(strip, stays=at < last and (all_of_it or at == last - 1))
        for at, strip in enumerate(closing)
    ]
