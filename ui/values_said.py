"""Values of fields in words: for conflicts to weigh."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from mediator_desk.labels import label
from mediator_desk.records import KINDS
from mediator_desk.records.entry import Json
from mediator_desk.rules.durations import CHINA
from mediator_desk.words import p_


def field_type(table: str, field: str) -> Any:
    """Say what a field holds, whether it may be empty or not."""
    hints = get_type_hints(KINDS[table]) if table in KINDS else {}
    return _plain_type(hints.get(field, str))


def value_said(table: str, field: str, value: Json, names: Mapping[str, str]) -> str:
    """Put a journalled value into words; ``names`` names ids and codes of places."""
    if value in (None, "", []):
        return p_("value", "(empty)")
    if isinstance(value, bool):
        return p_("value", "yes") if value else p_("value", "no")
    if isinstance(value, list | tuple):
        parts = [value_said(table, field, one, names) for one in value]
        return p_("list mark", ", ").join(parts)
    held = field_type(table, field)
    text = str(value)
    if text in names:
        return names[text]
    if isinstance(held, type) and issubclass(held, StrEnum):
        return label(held(text)) if text in set(held) else text
    return _moment(held, text)


def _moment(held: Any, text: str) -> str:
    if held is datetime:
        return f"{datetime.fromisoformat(text).astimezone(CHINA):%Y-%m-%d %H:%M}"
    if held is date:
        return text
    if held is UUID:
        return text[:8]
    return text


def _plain_type(hint: Any) -> Any:
    """Take None and NewTypes off a type."""
    if get_origin(hint) in (Union, UnionType):
        return _plain_type(next(one for one in get_args(hint) if one is not type(None)))
    if hasattr(hint, "__supertype__"):
        return _plain_type(hint.__supertype__)
    if get_origin(hint) is tuple:
        return _plain_type(get_args(hint)[0])
    return hint
