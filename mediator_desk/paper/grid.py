"""A plain grid of a ruled sheet, whose head repeats on every page."""

import re

from mediator_desk.paper.facts_revenue import GridFacts
from mediator_desk.paper.form import Field
from mediator_desk.paper.setting import Align, Press
from mediator_desk.paper.strips import Ink, InkKind, Strip
from mediator_desk.paper.tables import Cell, Look, table
from mediator_desk.paper.wording import fact

_SIGNED = re.compile("签名|签字|指印|签章")


def grid_table(press: Press, look: Look, room: float, grid: GridFacts) -> list[Strip]:
    """Give the head and one row for each line; without any line, nothing."""
    if not grid.rows:
        return []
    head = tuple(
        Cell(text=label, field=label, width=width, label=True, align=Align.CENTRE)
        for label, width in grid.columns
    )
    rows = [
        tuple(
            Cell(
                text=text,
                field=f"{label}{at}",
                width=width,
                align=Align.LEFT if label in grid.running else Align.CENTRE,
                ink=None if text else _ink(label, row),
            )
            for text, (label, width) in zip(row, grid.columns, strict=True)
        )
        for at, row in enumerate(grid.rows, 1)
    ]
    return table(press, look, room, rows, head, gap=0.0, grouped=grid.grouped)


def grid_of(place: Field, facts: object) -> GridFacts:
    """Give a grid whose heads the blank knows, or the facts themselves."""
    found = fact(facts, place.key)
    return GridFacts(columns=place.columns, rows=found) if place.columns else found


def _ink(label: str, row: tuple[str, ...]) -> Ink | None:
    """Tell whose signature an empty cell waits for: the first words of its row, not its number."""
    if not _SIGNED.search(label):
        return None
    who = next((text for text in row if text and not text.isdecimal()), "")
    return Ink(InkKind.SIGNATURE, label, who)
