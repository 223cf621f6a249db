"""The one mask of the whole system (domain.md 7.1): no two masks whose pieces could be joined."""

import re

from mediator_desk.rules.names import without_separators

STAR = "*"
FEWEST_SHOWN = 3

_ID_NUMBER = re.compile(r"(?<![0-9A-Za-z])[1-9]\d{16}[\dXx](?![0-9A-Za-z])")
_OLD_ID_NUMBER = re.compile(r"(?<![0-9A-Za-z])[1-9]\d{14}(?![0-9A-Za-z])")
_MOBILE = re.compile(r"(?<![0-9A-Za-z])1[3-9]\d{9}(?!\d)")
_MANY_DIGITS = re.compile(r"\d{7}")  # fewer make neither a phone nor an ID number
_LANDLINE = re.compile(r"(?<![0-9A-Za-z])0\d{2,3}[- ]?\d{7,8}(?!\d)")


def mask_id_number(number: str, *, handling: bool = False) -> str:
    """Mask an ID number: its first four signs, or for who handles the case first six and last four.

    Anything too short to hide something in is hidden whole.
    """
    head, tail = (6, 4) if handling else (4, 0)
    if len(number) <= head + tail:
        return STAR * len(number)
    return number[:head] + STAR * (len(number) - head - tail) + number[len(number) - tail :]


def mask_phone(number: str) -> str:
    """Mask a phone number: its first three digits and its last four."""
    digits = len(number)
    if digits < 7:
        return STAR * digits
    head = 3 if digits > 8 else 0
    return number[:head] + STAR * (digits - head - 4) + number[-4:]


def mask_name(name: str) -> str:
    """Mask a name for a public notice: its first character and one star, however long it is."""
    first = without_separators(name)[:1]
    return f"{first}{STAR}" if first else ""


def mask_text(text: str) -> str:
    """Mask every ID number and phone number inside a text."""
    if not _MANY_DIGITS.search(text):
        return text
    for pattern in (_ID_NUMBER, _OLD_ID_NUMBER):
        text = pattern.sub(lambda found: mask_id_number(found.group()), text)
    for pattern in (_MOBILE, _LANDLINE):
        text = pattern.sub(lambda found: mask_phone(found.group()), text)
    return text


def private_numbers(text: str) -> tuple[str, ...]:
    """Find the ID numbers and phone numbers inside a text, each as it stands there."""
    found: list[str] = []
    for pattern in (_ID_NUMBER, _OLD_ID_NUMBER, _MOBILE, _LANDLINE):
        found += pattern.findall(text)
    return tuple(dict.fromkeys(found))


def mask_count(count: int) -> int | None:
    """Give a count of a small place, or nothing when it is so small that it tells of persons."""
    return None if 0 < count < FEWEST_SHOWN else count
