"""The guided tour: one story played through the real windows on a throw-away store."""

from pathlib import Path

from mediator_desk.commands.answers import Answer
from mediator_desk.commands.arguments import Arguments, Commands, Parser, command
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.words import _


def add_to(commands: "Commands[Parser]") -> None:
    """Add ``tour``."""
    tour = command(
        commands,
        "tour",
        does=_("play the guided tour on a throw-away store; leaves pictures, papers and a bundle"),
        example="tour --out tour-output",
        run=play,
    )
    tour.add_argument("--out", type=Path, required=True, metavar=_("DIR"))


def play(asked: Arguments, around: Surroundings) -> Answer:
    """Play the tour and name what it left."""
    left = around.tour(asked.out)
    lines = [_("The tour is in {folder}.").format(folder=asked.out)]
    lines += [f"  {file}" for files in left.values() for file in files]
    return Answer(json=left, lines=lines)
