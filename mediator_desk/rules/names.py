"""Names of people: written one way, with whatever looks doubtful remarked."""

import re
import unicodedata
from dataclasses import dataclass

from mediator_desk.rules.remarks import Listed, Remark, remark
from mediator_desk.words import N_

SEPARATOR = "\u00b7"
LONGEST = 50

# Dots people and older systems put between the parts of a name; only U+00B7 is right.
_DOTS = re.compile("[\u2022\u2027\u2219\u22c5\u30fb\uff65\uff0e\u16eb\u2024\u2e31\u00b7]")
_INNER_DOT = re.compile(r"(?<=[㐀-\U0003ffff])\.(?=[㐀-\U0003ffff])")
_HAN = re.compile("[々〇㐀-䶿一-鿿豈-\ufaff\U00020000-\U0003ffff]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_LOST = re.compile("[\ufffd?？□]")
_SPACE_IN_HAN = re.compile(r"(?<=[㐀-\U0003ffff])\s+(?=[㐀-\U0003ffff])")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedName:
    """A name as it is kept, and the doubts about it."""

    name: str
    remarks: tuple[Remark, ...] = ()


def check_name(typed: str) -> CheckedName:
    """Write a name the one right way and remark on what looks doubtful; never refuse it."""
    name = tidy_name(typed)
    return CheckedName(name=name, remarks=tuple(_doubts(name)))


def tidy_name(typed: str) -> str:
    """Write a name one way: composed characters, the right dot, no stray spaces."""
    seen = "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in typed)
    name = _INNER_DOT.sub(SEPARATOR, _DOTS.sub(SEPARATOR, unicodedata.normalize("NFC", seen)))
    name = re.sub(rf"\s*{SEPARATOR}+\s*", SEPARATOR, name)
    return _SPACE_IN_HAN.sub("", " ".join(name.split()))


def is_han(character: str) -> bool:
    """Tell whether this is one Chinese character, of any plane."""
    return _HAN.fullmatch(character) is not None


def without_separators(name: str) -> str:
    """Leave out the dots and spaces between the parts of a name."""
    return _DOTS.sub("", "".join(name.split()))


def _doubts(name: str) -> list[Remark]:
    doubts = []
    if not name:
        return [remark(N_("There is no name yet."))]
    if len(name) > LONGEST:
        doubts.append(
            remark(
                N_("The name has {count} characters; papers hold {longest}."),
                count=len(name),
                longest=LONGEST,
            )
        )
    if private := _PRIVATE.findall(name):
        doubts.append(
            remark(
                N_("“{name}” holds a sign of an old system ({codes}); type the character anew."),
                name=name,
                codes=Listed(tuple(f"U+{ord(sign):04X}" for sign in private)),
            )
        )
    if _LOST.search(name):
        doubts.append(remark(N_("A character of “{name}” seems to be lost."), name=name))
    if any(sign.isdigit() for sign in name):
        doubts.append(remark(N_("There are digits in the name “{name}”."), name=name))
    return doubts
