"""Fonts of the district's own on the command line: add, list, remove."""

from dataclasses import asdict

from mediator_desk.commands.answers import Answer, columns
from mediator_desk.commands.options import Arguments
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.labels.fonts import use_words
from mediator_desk.paper.own_fonts import Use
from mediator_desk.usecases.own_fonts import (
    AddFont,
    FontRow,
    RemoveFont,
    add_font,
    list_fonts,
    remove_font,
)
from mediator_desk.words import _


def add_one(asked: Arguments, around: Surroundings) -> Answer:
    """Add a font and say what it holds."""
    with around.visit() as visit:
        add_font(visit.desk, AddFont(file=asked.file, use=Use(asked.use)))
        row = list_fonts(visit.desk)[-1]
    said = _("“{name}” is used from the next paper on.").format(name=row.name)
    return Answer(json=_told(row), lines=[said, *columns([_line(row)])])


def list_all(asked: Arguments, around: Surroundings) -> Answer:  # noqa: ARG001 - as all commands
    """List the fonts of the district."""
    with around.visit() as visit:
        rows = list_fonts(visit.desk)
    lines = columns([_line(row) for row in rows])
    if not rows:
        lines = [_("There are only the fonts that came with the program. Add one with: font add")]
    return Answer(json=[_told(row) for row in rows], lines=lines)


def remove_one(asked: Arguments, around: Surroundings) -> Answer:
    """Remove a font."""
    with around.visit() as visit:
        remove_font(visit.desk, RemoveFont(name=asked.name))
    said = _("“{name}” is removed; the fonts that came with the program print again.")
    return Answer(json={"removed": asked.name}, lines=[said.format(name=asked.name)])


def _told(row: FontRow) -> dict[str, object]:
    return asdict(row)


def _line(row: FontRow) -> tuple[str, ...]:
    size = f"{row.size / 1_000_000:.1f} MB"
    held = _("{count} characters, of level 3 {held}").format(
        count=f"{row.characters:,}", held=f"{row.held.get('gb18030-3', 0):,}"
    )
    return row.name, use_words(row.use.value), size, held
