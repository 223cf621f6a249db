"""Records as plain values and back: what the journal carries and what tables keep."""

import dataclasses
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any, get_type_hints

import msgspec

from mediator_desk.records import R, Record
from mediator_desk.records.entry import Json

_NOT_JOURNALLED = frozenset({"id", "version"})


@cache
def fields_of(kind: type[Record]) -> dict[str, Any]:
    """Name the fields of a kind of record that the journal carries, with their types."""
    hints = get_type_hints(kind)
    names: Any = dataclasses.fields(kind)  # type: ignore[arg-type]
    return {one.name: hints[one.name] for one in names if one.name not in _NOT_JOURNALLED}


def to_values(record: Record) -> dict[str, Json]:
    """Write a record as plain values: text, whole numbers, yes or no, lists; moments in UTC."""
    return {name: _plain(getattr(record, name)) for name in fields_of(type(record))}


def from_values(kind: type[R], id: Json, values: Mapping[str, Json], version: int) -> R:
    """Read a record back; a field that was cleared reads as empty, an unknown one is left out.

    The record's own rules are not asked: two edits, each allowed, may together say what nobody
    could have typed, and it must still be shown so that somebody can put it right.
    Raises ``msgspec.ValidationError`` when a value is not what the field keeps.
    """
    known = {
        name: values[name]
        for name in fields_of(kind)
        if name in values and not (values[name] is None and _fallback(kind, name))
    }
    cleared = {
        name: _empty(hint)
        for name, hint in fields_of(kind).items()
        if name not in known and name in values
    }
    read = msgspec.convert({"id": str(id), "version": version, **cleared, **known}, _form(kind))
    record = object.__new__(kind)
    for name in read.__struct_fields__:
        object.__setattr__(record, name, getattr(read, name))
    return record


def _plain(value: Any) -> Json:
    """Write one value plainly."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="milliseconds")
    return msgspec.to_builtins(value)


@cache
def _form(kind: type[Record]) -> type[msgspec.Struct]:
    """Give the bare form of a kind of record: its fields, types and defaults, without rules."""
    hints = get_type_hints(kind)
    return msgspec.defstruct(
        kind.__name__,
        [
            (one.name, hints[one.name])
            if one.default is dataclasses.MISSING
            else (one.name, hints[one.name], one.default)
            for one in dataclasses.fields(kind)  # type: ignore[arg-type]
        ],
        kw_only=True,
    )


@cache
def _fallback(kind: type[Record], name: str) -> bool:
    """Tell whether the field cannot hold nothing, so that a cleared value needs an empty one."""
    return type(None) not in getattr(fields_of(kind)[name], "__args__", ())


def _empty(hint: Any) -> Json:
    """Give the emptiest value of a type that cannot be nothing."""
    origin = getattr(hint, "__origin__", hint)
    if origin is tuple:
        return []
    supertype = getattr(hint, "__supertype__", origin)
    if isinstance(supertype, type) and issubclass(supertype, bool | int):
        return 0 if not issubclass(supertype, bool) else False
    return ""
