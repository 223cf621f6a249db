"""What a command answers: one document for programs, or lines for people."""

import json
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

DONE = 0
REFUSED = 1
PARTLY = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The document ``--json`` prints, the lines people read, and the exit code."""

    json: Any
    lines: Iterable[str] = ()
    exit_code: int = DONE


def give(answer: Answer, *, as_json: bool) -> int:
    """Print an answer to standard output; give its exit code."""
    if as_json:
        plain = msgspec.to_builtins(answer.json, str_keys=True)
        sys.stdout.write(json.dumps(plain, ensure_ascii=False, indent=1) + "\n")
    else:
        for line in answer.lines:
            sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
    return answer.exit_code


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Line rows up under each other; a Chinese character is two places wide."""
    if not rows:
        return []
    widths = [max(_width(row[at]) for row in rows) for at in range(len(rows[0]))]
    return [
        "  ".join(
            text + " " * (width - _width(text)) for text, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]


def _width(text: str) -> int:
    """Count the places a text takes on a terminal."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)
