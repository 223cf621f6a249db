"""What a command says when it did not work, or on its way; light, for the windows load it too."""

import json
import sys

from mediator_desk.refusals import Refusal
from mediator_desk.troubles import Trouble

MISUSED = 2
BROKEN = 7
MISTAKEN = 70
INTERRUPTED = 130


class Misuse(Refusal):
    """The command was not typed as it can be understood."""

    code = "usage"
    exit_code = MISUSED


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
