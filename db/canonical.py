"""The one way an entry is written down, so that every station reckons the same digest of it.

Canonical JSON is that of RFC 8785, for null, yes or no, whole numbers, text, lists and objects.
Our values hold no floats, and none are written: two programs must never disagree on a digit.
"""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Annotated, Any
from uuid import UUID

import msgspec

from mediator_desk.records.entry import Entry, Json, Kind, Stamp
from mediator_desk.records.ids import GroupId, StationId

_WIDEST = 2**53 - 1
_DEEPEST = 32

StampText = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{32}\Z")]
SaltText = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{32}\Z")]
DigestText = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z")]
Counting = Annotated[int, msgspec.Meta(ge=1, le=_WIDEST)]


class NotCanonical(ValueError):
    """A value cannot be written canonically, or bytes were not written so."""


class EntryLine(msgspec.Struct, forbid_unknown_fields=True):
    """An entry as it travels: the canonical form, with its digest and its seal."""

    g: UUID
    s: UUID
    n: Counting
    t: StampText
    r: UUID
    b: Annotated[str, msgspec.Meta(pattern=r"\A[a-z][a-z0-9_]{0,63}\Z")]
    k: Kind
    v: dict[str, Any] | None
    p: dict[str, tuple[StampText, ...]]
    z: Counting
    w: UUID | None
    a: Annotated[str, msgspec.Meta(max_length=64)]
    c: StampText
    x: SaltText | None
    d: DigestText
    l: Annotated[str, msgspec.Meta(max_length=256)]  # noqa: E741 - the key has one letter


_LINES = msgspec.json.Decoder(EntryLine)


def canonical(value: Json) -> bytes:
    """Write a value in the one canonical way, or raise ``NotCanonical``."""
    try:
        return msgspec.json.encode(_ordered(value, 0))
    except UnicodeEncodeError as why:
        raise NotCanonical("text with half a character") from why


def entry_form(entry: Entry) -> dict[str, Json]:
    """Give what the digest is reckoned over: everything of the entry but digest and seal."""
    return {
        "g": str(entry.group),
        "s": str(entry.station),
        "n": entry.number,
        "t": entry.stamp,
        "r": str(entry.record),
        "b": entry.table,
        "k": entry.kind.value,
        "v": entry.values,
        "p": entry.seen,
        "z": entry.schema,
        "w": None if entry.who is None else str(entry.who),
        "a": entry.at,
        "c": entry.piece,
        "x": None if entry.values is None else entry.salt,
    }


def entry_digest(entry: Entry) -> str:
    """Reckon the digest of an entry whose payload is still there."""
    return sha256(canonical(entry_form(entry))).hexdigest()


def entry_line(entry: Entry) -> bytes:
    """Write an entry as it travels, without the line's end."""
    return canonical({**entry_form(entry), "d": entry.digest, "l": entry.seal})


def read_entry_line(line: bytes) -> Entry:
    """Read an entry as it travelled; raise ``NotCanonical`` unless every byte is as we write it."""
    read = read_canonical(_LINES, line)
    if UUID(hex=read.t[18:]) != read.s:
        raise NotCanonical("a stamp of another station")
    if (read.x is None) != (read.v is None):
        raise NotCanonical("a salt without its payload, or a payload without its salt")
    return Entry(
        group=GroupId(read.g),
        station=StationId(read.s),
        number=read.n,
        stamp=Stamp(read.t),
        record=read.r,
        table=read.b,
        kind=read.k,
        values=read.v,
        seen={field: tuple(map(Stamp, marks)) for field, marks in read.p.items()},
        schema=read.z,
        who=read.w,
        at=read.a,
        piece=Stamp(read.c),
        salt=read.x or "",
        digest=read.d,
        seal=read.l,
    )


def read_canonical(decoder: msgspec.json.Decoder[Any], line: bytes) -> Any:
    """Read bytes by a schema and hold them against how we would have written the same.

    Writing them again refuses doubled keys, another order, spaces and floats in one stroke.
    """
    try:
        read = decoder.decode(line)
        again = canonical(msgspec.to_builtins(read))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as why:
        raise NotCanonical(str(why)) from why
    if again != line:
        raise NotCanonical("not the canonical way of writing it")
    return read


def state_hash(digests: Iterable[tuple[UUID, int, str]]) -> str:
    """Reckon the state of a group from (station, number, digest) of its entries, in any order.

    A receiver who has more compares by giving only the numbers up to the sender's vector.
    """
    lines = sorted(f"{station} {number} {digest}\n" for station, number, digest in digests)
    return sha256("".join(lines).encode("ascii")).hexdigest()


def _ordered(value: Json, depth: int) -> Json:
    """Put the keys of every object in the order of RFC 8785 and refuse what has no one form."""
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, int):
        if abs(value) > _WIDEST:
            raise NotCanonical("a number wider than 53 bits")
        return value
    if depth >= _DEEPEST:
        raise NotCanonical("nested too deep")
    if isinstance(value, Mapping):
        return {key: _ordered(value[key], depth + 1) for key in sorted(value, key=_key)}
    if isinstance(value, list | tuple):
        return [_ordered(one, depth + 1) for one in value]
    raise NotCanonical(f"{type(value).__name__} has no canonical form")


def _key(key: object) -> bytes:
    """Sort keys by their UTF-16 code units, as RFC 8785 does, not by their code points."""
    if not isinstance(key, str):
        raise NotCanonical("a key that is not text")
    return key.encode("utf-16-be")
