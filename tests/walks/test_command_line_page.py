"""The page about the command line names what is there."""

import argparse
import re
from pathlib import Path

import main
from mediator_desk.commands.families import whole_parser
from mediator_desk.commands.late import PAPERS

PAGE = (Path(main.__file__).parent / "docs" / "command-line.md").read_text(encoding="utf-8")


def _commands(parser, above=""):
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, inner in action.choices.items():
                deeper = list(_commands(inner, f"{above}{name} "))
                yield from deeper or [f"{above}{name}"]


def test_every_command_is_on_the_page():
    missing = [
        name
        for name in _commands(whole_parser())
        if f"| `{name} " not in PAGE and f"| `{name}`" not in PAGE
    ]

    assert not missing


def test_every_option_is_on_the_page():
    options = {
        word
        for parser in _parsers(whole_parser())
        for action in parser._actions
        for word in action.option_strings
        if word.startswith("--") and word != "--help"
    }

    assert not {word for word in options if not re.search(rf"{word}\b", PAGE)}


def test_every_paper_is_on_the_page():
    assert all(f"`{name}`" in PAGE for name in PAPERS)


def _parsers(parser):
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for inner in action.choices.values():
                yield from _parsers(inner)
