"""A blank of running text: entries, headings with text below, places to sign at the end."""

import re
from dataclasses import dataclass, field

from msgspec.structs import replace

from mediator_desk.paper import blocks
from mediator_desk.paper.closing import Place, closing
from mediator_desk.paper.form import Field, Form
from mediator_desk.paper.grid import grid_of, grid_table
from mediator_desk.paper.layout import Layout
from mediator_desk.paper.parties import party_blocks
from mediator_desk.paper.promises import promise_table
from mediator_desk.paper.setting import Press
from mediator_desk.paper.strips import Ink, InkKind, Strip
from mediator_desk.paper.tables import Look
from mediator_desk.paper.wording import clauses, day, fact, filled, said, ticked

_TURN = re.compile("([问答])[：:][ 　]*")
_BY_HAND = 3  # lines left free for what will be written in by hand
_BELOW_TABLE = 8.0
_FINGERPRINT = "指印"
_MANY_SIGN = 2  # more people than these sign over the whole width


@dataclass(slots=True)
class _Sheet:
    """A paper in the making."""

    press: Press
    layout: Layout
    facts: object
    flow: list[Strip] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    sealed: list[str] = field(default_factory=list)
    seals: list[Ink] = field(default_factory=list)
    notes: list[Strip] = field(default_factory=list)

    @property
    def look(self) -> Look:
        """Give the look of tables on this paper."""
        return Look(letters=self.layout.table)


def running(press: Press, form: Form, facts: object, layout: Layout) -> list[Strip]:
    """Give the strips of the whole paper in the order of its blank."""
    sheet = _Sheet(press, layout, facts)
    sheet.flow += blocks.title(press, layout.title, filled(form.title, facts), layout.width)
    for place in form.fields:
        if not place.when or getattr(facts, place.when):
            _add(sheet, place)
    end = closing(
        press,
        layout.sign,
        layout.width,
        layout.height,
        sheet.places,
        sheet.sealed,
        sheet.seals,
    )
    return [*blocks.holding_last(_clear_of_tables(sheet.flow)), *end, *sheet.notes]


def _clear_of_tables(strips: list[Strip]) -> list[Strip]:
    """Keep what follows a table clear of it."""
    return [
        replace(strip, gap=max(strip.gap, _BELOW_TABLE))
        if at and strips[at - 1].frame and not strip.frame
        else strip
        for at, strip in enumerate(strips)
    ]


def _add(sheet: _Sheet, place: Field) -> None:
    """Put one field of the blank where its kind belongs."""
    match place.type:
        case "number" | "line" | "choice":
            sheet.flow += _short(sheet, place)
        case "long" | "clauses":
            sheet.flow += _long(sheet, place)
        case "head":
            sheet.flow += blocks.heading(
                sheet.press,
                sheet.layout.heading,
                filled(place.says, sheet.facts),
                sheet.layout.width,
                indent=2.0,
                bookmarked=False,
            )
        case "talk":
            sheet.flow += _talk(sheet, place)
        case "fixed":
            sheet.flow += _sentence(sheet, place)
        case "parties":
            sheet.flow += party_blocks(
                sheet.press,
                sheet.look,
                sheet.layout.width,
                fact(sheet.facts, place.key),
                sheet.press.forms.blocks,
            )
        case "promises":
            promised = fact(sheet.facts, place.key)
            sheet.flow += promise_table(sheet.press, sheet.look, sheet.layout.width, promised)
        case "grid":
            grid = grid_of(place, sheet.facts)
            sheet.flow += grid_table(sheet.press, sheet.look, sheet.layout.width, grid)
        case "note":
            sheet.notes += blocks.note(
                sheet.press,
                sheet.layout.foot,
                filled(place.says, sheet.facts),
                sheet.layout.width,
            )
        case _:
            _close(sheet, place)


def _short(sheet: _Sheet, place: Field) -> list[Strip]:
    """Give a label with one value behind it; an empty one is left out unless it must stand."""
    press, letters, room = sheet.press, sheet.layout.text, sheet.layout.width
    value = said(fact(sheet.facts, place.key))
    if place.type == "choice":
        value = ticked(place.choices, value)
    elif place.type == "number":
        return blocks.aside(press, sheet.layout.number, f"{place.label}：{value}", room)
    elif not value and not place.must:
        return []
    return blocks.entry(press, letters, place.label, value, room, gap=2.0)


def _long(sheet: _Sheet, place: Field) -> list[Strip]:
    """Give a heading with its text below."""
    press, layout = sheet.press, sheet.layout
    strips = blocks.heading(press, layout.heading, f"{place.label}：", layout.width)
    value = fact(sheet.facts, place.key)
    text = "\n".join(clauses(value)) if place.type == "clauses" else said(value)
    if not text:
        return [*strips, Strip(height=_BY_HAND * layout.text.pitch)]
    return strips + blocks.paragraph(press, layout.text, text, place.label, layout.width)


def _talk(sheet: _Sheet, place: Field) -> list[Strip]:
    """Give questions and answers, each hanging behind its 问 or 答."""
    press, layout = sheet.press, sheet.layout
    text = said(fact(sheet.facts, place.key))
    strips = blocks.heading(press, layout.heading, f"{place.label}：", layout.width)
    if not text:
        return [*strips, Strip(height=_BY_HAND * layout.text.pitch)]
    for line in text.split("\n"):
        turn = _TURN.match(line)
        if turn is None:
            strips += blocks.paragraph(press, layout.text, line, place.label, layout.width)
        else:
            words = line[turn.end() :]
            strips += blocks.entry(press, layout.text, turn[1], words, layout.width)
    return strips


def _sentence(sheet: _Sheet, place: Field) -> list[Strip]:
    """Give a sentence of the blank with the facts in its places."""
    text = filled(place.says, sheet.facts)
    return blocks.paragraph(
        sheet.press, sheet.layout.text, text, place.label or "正文", sheet.layout.width, gap=6.0
    )


def _close(sheet: _Sheet, place: Field) -> None:
    """Note who signs where, who seals, and the day."""
    if place.type == "marks":
        for party in fact(sheet.facts, place.key):
            label = f"{party.role}{place.label}"
            ink = Ink(InkKind.MARK, label, party.name)
            sheet.places.append(Place(f"{label}：", ink, party.name, mark=True))
    elif place.type == "sign":
        people = fact(sheet.facts, place.key)
        many = isinstance(people, tuple) and len(people) > _MANY_SIGN
        fingerprint = _FINGERPRINT in place.label
        kind = InkKind.MARK if fingerprint else InkKind.SIGNATURE
        ink = Ink(kind, place.label, said(people))
        sheet.places.append(Place(f"{place.label}：", ink, wide=many, mark=many or fingerprint))
    elif place.type == "seal":
        body = said(fact(sheet.facts, place.key))
        sheet.sealed += [f"{body}{place.label}", day(fact(sheet.facts, place.date))]
        sheet.seals.append(Ink(InkKind.SEAL, place.label, body))
    else:
        on = day(fact(sheet.facts, place.key))
        sheet.sealed.append(f"{place.label}：{on}" if place.label else on)
