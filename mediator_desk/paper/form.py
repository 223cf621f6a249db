"""The blanks of the papers, read from data: which field stands where, under which label."""

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Literal

import msgspec
import yaml

import resources

Kind = Literal[
    "number", "line", "long", "clauses", "parties", "promises", "fixed", "choice", "marks",
    "sign", "day", "seal", "note", "counted", "tear", "grid", "head", "talk", "paste",
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


Evidence = Literal["verified", "partial", "memory", "proposed"]
"""How sure we are of a blank: seen whole, seen in part, remembered, or put together by us."""


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """A whole blank. ``digest`` is the SHA-256 of the text it was read from."""

    id: str
    title: str
    evidence: Evidence
    layout: str
    shape: Literal["running", "ruled", "cover", "back"]
    foot: str
    author: str
    fields: tuple[Field, ...]
    digest: str = ""


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

    def form(self, id: str) -> Form:
        """Give one blank by its number in the list of forms, such as F11."""
        return next(one for one in self.forms if one.id == id)

    def __hash__(self) -> int:
        """Tell sets of blanks apart by the texts they were read from."""
        return hash(tuple(one.digest for one in self.forms))


_PARTIES, _SUMMARY = "parties", "summary"


@lru_cache(maxsize=1)
def carried_forms() -> Forms:
    """Read the blanks that the program carries."""
    return read_forms(carried_form_texts())


def carried_form_texts() -> Mapping[str, str]:
    """Give the text of every blank that came with the program, by its number."""
    files = sorted(resources.path("forms").glob("*.yaml"))
    return {file.stem: file.read_text("utf-8") for file in files}


def read_forms(texts: Mapping[str, str]) -> Forms:
    """Read blanks out of their texts. Raises ``yaml.YAMLError``, ``msgspec.ValidationError``."""
    return Forms(
        blocks=msgspec.convert(_plain(texts[_PARTIES]), Blocks),
        forms=tuple(
            read_form(text) for name, text in texts.items() if name not in (_PARTIES, _SUMMARY)
        ),
        summary=msgspec.convert(_plain(texts[_SUMMARY]), tuple[Section, ...]),
    )


def read_form(text: str) -> Form:
    """Read one blank out of its text. Raises as ``read_forms`` does."""
    form = msgspec.convert(_plain(text), Form)
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return msgspec.structs.replace(form, digest=digest)


def _plain(text: str) -> Any:
    return yaml.safe_load(text)
