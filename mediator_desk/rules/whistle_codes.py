"""The code on a slip: short, typable, with a check letter; it belongs to one turn of a whistle."""

import re
from hashlib import blake2b
from uuid import UUID

from mediator_desk.rules.search_words import fold

# No letter or figure that looks like another one on paper.
LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
LENGTH = 7
_WEIGHTS = (3, 5, 7, 9, 11, 13, 15)
_BETWEEN = re.compile(r"[\s\-—－]+")


def code_of(whistle: UUID, turn: int) -> str:
    """Give the code of the call a whistle is at."""
    digest = int.from_bytes(blake2b(whistle.bytes + turn.to_bytes(4, "big")).digest()[:8], "big")
    letters = ""
    for _place in range(LENGTH):
        digest, rest = divmod(digest, len(LETTERS))
        letters += LETTERS[rest]
    return letters + _check(letters)


def written(code: str) -> str:
    """Write a code as it stands on paper: ABCD-EFGH."""
    return f"{code[:4]}-{code[4:]}"


def typed_code(typed: str) -> str:
    """Read a typed or scanned code; empty if it is none or a letter of it is wrong."""
    letters = _BETWEEN.sub("", fold(typed)).upper()
    if len(letters) != LENGTH + 1 or any(one not in LETTERS for one in letters):
        return ""
    return letters if _check(letters[:LENGTH]) == letters[LENGTH] else ""


def _check(letters: str) -> str:
    """Reckon the check letter; odd weights tell every single wrong letter."""
    total = sum(weight * LETTERS.index(one) for weight, one in zip(_WEIGHTS, letters, strict=True))
    return LETTERS[total % len(LETTERS)]
