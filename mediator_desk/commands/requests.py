"""Requests from files: JSON becomes the request of a use case, and what does not fit is said."""

import dataclasses
import json
import sys
import types
import typing
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar, get_type_hints
from uuid import UUID

import msgspec

from mediator_desk.commands.codes import coded, moment_or_day, zoned
from mediator_desk.commands.complaints import Misuse
from mediator_desk.commands.numbers import Known
from mediator_desk.troubles import DiskTrouble
from mediator_desk.words import N_, _

T = TypeVar("T")

STANDARD_INPUT = Path("-")
_DIGITS = 17


def read_request(file: Path, kind: type[T], known: Known) -> T:
    """Read a request; codes may be said in Chinese, records by their number or their name.

    Raises ``Misuse`` when it does not fit, ``DiskTrouble`` when the file cannot be read.
    """
    try:
        text = sys.stdin.read() if file == STANDARD_INPUT else file.read_text(encoding="utf-8-sig")
        said = _strictly(text)
    except OSError as error:
        raise DiskTrouble(N_("The request {file} cannot be read."), file=str(file)) from error
    except (ValueError, RecursionError) as error:
        raise Misuse(
            N_("The request {file} is not JSON ({why})."), file=str(file), why=str(error)
        ) from error
    return made(kind, said, known)


def _strictly(text: str) -> object:
    """Read JSON that every program reads alike. Raises ``ValueError``, ``RecursionError``."""
    said = json.loads(text, object_pairs_hook=_each_once, parse_int=_exact)
    # Writing it again finds half characters and numbers that are none.
    json.dumps(said, ensure_ascii=False, allow_nan=False).encode()
    return said


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Make an object whose fields are named once each. Raises ``ValueError``."""
    named = dict(pairs)
    if len(named) < len(pairs):
        raise ValueError(_("a field is named twice"))
    return named


def _exact(digits: str) -> int:
    """Read a whole number that no program rounds. Raises ``ValueError``."""
    if len(digits) > _DIGITS or abs(int(digits)) >= 2**53:
        raise ValueError(_("a number is too large"))
    return int(digits)


def made(kind: type[T], said: object, known: Known) -> T:
    """Make a request of plain values. Raises ``Misuse``."""
    for field in ("dispute", "about"):
        case = said.get(field) if isinstance(said, Mapping) else None
        if isinstance(case, str):
            # The names of parties mean those of the case the request is about.
            known = dataclasses.replace(known, dispute=known.id_of(field, case))
    ready = _ready(kind, said, "", known)
    try:
        return msgspec.convert(ready, type=kind)
    except msgspec.ValidationError as error:
        raise Misuse(N_("The request does not fit: {why}."), why=str(error)) from error


def fields_of(kind: type[Any]) -> list[dict[str, object]]:
    """Describe the fields of a request: name, type, whether it must be given, and its choices."""
    hints = get_type_hints(kind)
    return [
        {
            "name": one.name,
            "type": _type_name(hints[one.name]),
            "required": one.default is dataclasses.MISSING
            and one.default_factory is dataclasses.MISSING,
            **_choices(hints[one.name]),
        }
        for one in dataclasses.fields(kind)
    ]


def _ready(hint: Any, said: object, name: str, known: Known) -> object:
    """Turn what was said into what the request keeps, all the way down."""
    for one in _options(hint):
        if dataclasses.is_dataclass(one) and isinstance(said, Mapping):
            return _fields_ready(typing.cast("type[Any]", one), said, known)
        if typing.get_origin(one) is tuple and isinstance(said, list):
            inner = typing.get_args(one)[0]
            return [_ready(inner, each, name, known) for each in said]
        if not isinstance(said, str):
            continue
        if isinstance(one, type) and issubclass(one, StrEnum):
            return coded(one, said)
        if one is UUID:
            return known.id_of(name, said)
        if one is datetime:
            moment = moment_or_day(said)
            whole = isinstance(moment, datetime)
            return moment if whole else zoned(datetime.fromisoformat(said))
        if one is date:
            day = moment_or_day(said)
            return said if isinstance(day, datetime) else day
    return said


def _fields_ready(kind: type[Any], said: Mapping[str, object], known: Known) -> dict[str, object]:
    """Check the names of the fields, then their values. Raises ``Misuse``."""
    hints = get_type_hints(kind)
    names = [one.name for one in dataclasses.fields(kind)]
    unknown = [name for name in said if name not in names]
    if unknown:
        raise Misuse(
            N_("The request has fields that are not known: {unknown}. There are: {known}."),
            unknown="、".join(unknown),
            known="、".join(names),
        )
    missing = [
        one["name"] for one in fields_of(kind) if one["required"] and one["name"] not in said
    ]
    if missing:
        raise Misuse(N_("The request lacks: {missing}."), missing="、".join(map(str, missing)))
    return {name: _ready(hints[name], value, name, known) for name, value in said.items()}


def _options(hint: Any) -> tuple[Any, ...]:
    """List the types a value may have."""
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        return typing.get_args(hint)
    return (hint,)


def _type_name(hint: Any) -> str:
    """Name a type for people who write requests."""
    names = []
    for one in _options(hint):
        if typing.get_origin(one) is tuple:
            names.append(f"[{_type_name(typing.get_args(one)[0])}]")
        elif isinstance(one, type) and issubclass(one, StrEnum):
            names.append("code")
        elif one is not type(None):
            supertype = getattr(one, "__supertype__", one)
            names.append(_PLAIN_NAMES.get(supertype, getattr(supertype, "__name__", "any")))
    return " or ".join(names)


_PLAIN_NAMES = {str: "text", int: "number", bool: "true/false", UUID: "id", datetime: "moment"}


def _choices(hint: Any) -> dict[str, object]:
    """Name the choices of a code, or the fields of a request inside a request."""
    for one in _options(hint):
        inner = typing.get_args(one)[0] if typing.get_origin(one) is tuple else one
        if isinstance(inner, type) and issubclass(inner, StrEnum):
            return {"choices": [code.value for code in inner]}
        if dataclasses.is_dataclass(inner):
            return {"fields": fields_of(typing.cast("type[Any]", inner))}
    return {}
