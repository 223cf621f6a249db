"""The blanks of the papers, read from data: which field stands where, under which label."""

from functools import lru_cache
from typing import Any, Literal

import msgspec
import yaml

import resources

Kind = Literal[
    "number", "line", "long", "clauses", "parties", "promises", "fixed", "choice", "marks",
    "sign", "day", "seal", "note", "counted", "tear", "grid",
]  # fmt: skip


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """One place of a blank; ``key`` names the fact that is printed there."""

    key: str
    type: Kind
    label: str = ""
    says: str = ""
    choices: tuple[str, ...] = ()
    must: bool = False
    beside: str = msgspec.field(default="", name="with")
    when: str = ""
    date: str = ""


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """A whole blank."""

    id: str
    title: str
    layout: str
    shape: Literal["running", "ruled"]
    foot: str
    author: str
    fields: tuple[Field, ...]


class Part(msgspec.Struct, frozen=True):
    """One fact of a party's block."""

    key: str
    label: str


class Blocks(msgspec.Struct, frozen=True):
    """How a party is described: a person, an organisation, and who acts for them."""

    person: tuple[Part, ...]
    organisation: tuple[Part, ...]
    agent: Part


class Section(msgspec.Struct, frozen=True):
    """A list of the case summary: its heading, its columns and their widths."""

    key: str
    heading: str
    columns: tuple[str, ...] = ()
    widths: tuple[float, ...] = ()


class Forms(msgspec.Struct, frozen=True):
    """Everything that the papers take from data."""

    blocks: Blocks
    forms: tuple[Form, ...]
    summary: tuple[Section, ...]


@lru_cache(maxsize=1)
def forms() -> Forms:
    """Read the blanks that the program carries."""
    content: Any = yaml.safe_load(resources.path("forms", "forms.yaml").read_text("utf-8"))
    return msgspec.convert(content, Forms)


def form(id: str) -> Form:
    """Give one blank by its number in the list of forms, such as F11."""
    return next(one for one in forms().forms if one.id == id)
