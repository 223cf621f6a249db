"""What a command answers: one document for programs or lines for people, and how it ended."""

import json
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from mediator_desk.refusals import Refusal
from mediator_desk.troubles import Trouble

DONE = 0
REFUSED = 1
MISUSED = 2
BROKEN = 7
PARTLY = 8
MISTAKEN = 70
INTERRUPTED = 130


class Misuse(Refusal):
    """The command was not typed as it can be understood."""

    code = "usage"
    exit_code = MISUSED


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


def complain(said: Refusal | Trouble, *, as_json: bool) -> int:
    """Say on standard error why it did not work; give the exit code."""
    return complain_of(said.code, said.words(), said.exit_code, as_json=as_json)


def complain_of(code: str, sentence: str, exit_code: int, *, as_json: bool) -> int:
    """Say one sentence on standard error; give the exit code back."""
    told = " ".join(sentence.split())
    if as_json:
        told = json.dumps({"error": code, "message": told}, ensure_ascii=False)
    sys.stderr.write(f"{told}\n")
    sys.stderr.flush()
    return exit_code


def mention(sentence: str) -> None:
    """Say something on the way, on standard error."""
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()


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
