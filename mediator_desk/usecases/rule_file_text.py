"""Reading a file of rules from a stick: its bytes, and its text."""

from pathlib import Path

from mediator_desk.refusals import Refusal
from mediator_desk.troubles import DiskTrouble
from mediator_desk.words import N_

_LARGER_THAN_ANY_RULES = 1024 * 1024


def text_of(content: bytes) -> str:
    """Read the text of a file. Raises ``Refusal``."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal(
            N_("The file is not text in UTF-8. Save it as UTF-8 and choose it again.")
        ) from error


def bytes_of(file: Path) -> bytes:
    """Read a file. Raises ``DiskTrouble``, ``Refusal``."""
    try:
        with file.open("rb") as opened:
            content = opened.read(_LARGER_THAN_ANY_RULES + 1)
    except OSError as error:
        raise DiskTrouble(
            N_("The file {file} cannot be read. Check the stick and choose it again."),
            file=str(file),
        ) from error
    if len(content) > _LARGER_THAN_ANY_RULES:
        raise Refusal(N_("This file is too large for a file of rules. Choose another one."))
    return content
