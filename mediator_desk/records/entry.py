"""One line of the journal: who changed which fields of which record, and what they had seen."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NewType
from uuid import UUID

from mediator_desk.records.ids import GroupId, StationId

Json = object
"""Null, bool, int, str, or lists and objects of these; never a float."""

Stamp = NewType("Stamp", str)
"""A hybrid logical clock reading; comparing the text compares the moments (see ``stamp``)."""

GONE = "_gone"
"""The field that says a person put the record aside; it can be undone, unlike an erasure."""


class Kind(StrEnum):
    """What an entry does to its record."""

    BIRTH = "birth"
    CHANGE = "change"
    ERASE = "erase"
    REDACT = "redact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the journal.

    ``number`` counts without a gap within (group, station). ``seen`` names, for each changed
    field, the stamps of the values the writer had before her. ``values`` is ``None`` once the
    payload was erased; for a redaction its keys are the fields cleared. ``piece`` is the stamp
    of the first entry of the same piece of work. ``at`` is the wall clock, for people to read.
    ``salt`` is 16 random bytes in hexadecimal: with it gone, nobody who guesses an erased payload
    can hold the guess against the digest. ``seal`` is the author station's signature over the
    entry's digest, in base64.
    """

    group: GroupId
    station: StationId
    number: int
    stamp: Stamp
    record: UUID
    table: str
    kind: Kind
    values: Mapping[str, Json] | None
    seen: Mapping[str, tuple[Stamp, ...]]
    schema: int
    who: UUID | None
    at: str
    piece: Stamp
    salt: str = ""
    digest: str = ""
    seal: str = ""

    def emptied(self) -> "Entry":
        """Give the entry without its payload and its salt; digest and seal stay."""
        return replace(self, values=None, salt="")


def stamp(milliseconds: int, counter: int, station: UUID) -> Stamp:
    """Write a clock reading as text that sorts as the moments do."""
    return Stamp(f"{milliseconds:012x}-{counter:04x}-{station.hex}")


def stamp_ms(reading: Stamp) -> int:
    """Read the milliseconds since 1970 out of a stamp."""
    return int(reading[:12], 16)


def next_stamp(last: Stamp | None, milliseconds: int, station: UUID) -> Stamp:
    """Give a stamp larger than the last one seen, even if this PC's clock went back."""
    if last is None or milliseconds > stamp_ms(last):
        return stamp(milliseconds, 0, station)
    counter = int(last[13:17], 16) + 1
    if counter > 0xFFFF:
        return stamp(stamp_ms(last) + 1, 0, station)
    return stamp(stamp_ms(last), counter, station)
