"""The blanks of the papers, read from data: which field stands where, under which label."""

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Literal

import msgspec
import yaml

import resources
from mediator_desk.paper.layout import Layout, carried_layout_texts, layout, read_layout

_FORMS, _LAYOUTS = "forms", "layouts"
_PARTIES, _SUMMARY = f"{_FORMS}/parties", f"{_FORMS}/summary"

Kind = Literal[
    "number", "line", "long", "clauses", "parties", "promises", "fixed", "choice", "marks",
    "sign", "day", "seal", "note", "counted", "tear", "grid", "head", "talk", "paste",
]  # fmt: skip


class Field(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One place of a blank; ``key`` names the fact that is printed there.

    ``columns`` are the heads of a grid, each with its part of the width.
    """

    key: str
    type: Kind
    label: str = ""
    says: str = ""
    choices: tuple[str, ...] = ()
    must: bool = False
    beside: str = msgspec.field(default="", name="with")
    when: str = ""
    date: str = ""
    columns: tuple[tuple[str, float], ...] = ()


Evidence = Literal["verified", "partial", "memory", "proposed"]
"""How sure we are of a blank: seen whole, seen in part, remembered, or put together by us."""


class Form(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole blank. ``digest`` is the SHA-256 of the text it was read from.

    ``called`` is its name in lists where the title itself is a fact.
    """

    id: str
    title: str
    evidence: Evidence
    layout: str
    shape: Literal["running", "ruled", "cover", "back"]
    foot: str
    author: str
    fields: tuple[Field, ...]
    called: str = ""
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
    """Everything that the papers take from data; layouts that are not here are the carried ones."""

    blocks: Blocks
    forms: tuple[Form, ...]
    summary: tuple[Section, ...]
    layouts: tuple[tuple[str, Layout], ...] = ()

    def form(self, id: str) -> Form:
        """Give one blank by its number in the list of forms, such as F11."""
        return next(one for one in self.forms if one.id == id)

    def layout(self, name: str) -> Layout:
        """Give the measures of a kind of paper."""
        return dict(self.layouts).get(name) or layout(name)

    def __hash__(self) -> int:
        """Tell sets of blanks apart by the texts they were read from."""
        return hash((tuple(one.digest for one in self.forms), self.layouts))


def is_paper_text(name: str) -> bool:
    """Tell whether a file of this name says how papers look."""
    return name.partition("/")[0] in (_FORMS, _LAYOUTS)


@lru_cache(maxsize=1)
def carried_paper_texts() -> Mapping[str, str]:
    """Give the text of every blank and layout that came with the program (``forms/F28``)."""
    files = sorted(resources.path(_FORMS).glob("*.yaml"))
    blanks = {f"{_FORMS}/{file.stem}": file.read_text("utf-8") for file in files}
    layouts = {f"{_LAYOUTS}/{name}": text for name, text in carried_layout_texts().items()}
    return MappingProxyType(blanks | layouts)


@lru_cache(maxsize=1)
def carried_forms() -> Forms:
    """Read the blanks that the program carries."""
    return read_forms(carried_paper_texts())


def forms_in_force(texts: Mapping[str, str]) -> Forms:
    """Read the blanks that hold at a station, by the names of ``carried_paper_texts``.

    Those that came with the program are not read again; nor are the others, until one changes.
    """
    carried = carried_paper_texts()
    changed = {name: text for name, text in texts.items() if carried.get(name, text) != text}
    return _with_changes(tuple(sorted(changed.items()))) if changed else carried_forms()


@lru_cache(maxsize=4)
def _with_changes(changed: tuple[tuple[str, str], ...]) -> Forms:
    return read_forms({**carried_paper_texts(), **dict(changed)})


def read_forms(texts: Mapping[str, str]) -> Forms:
    """Read blanks out of their texts. Raises ``yaml.YAMLError``, ``msgspec.ValidationError``."""
    return Forms(
        blocks=msgspec.convert(_plain(texts[_PARTIES]), Blocks),
        forms=tuple(
            read_form(text)
            for name, text in texts.items()
            if name.startswith(f"{_FORMS}/") and name not in (_PARTIES, _SUMMARY)
        ),
        summary=msgspec.convert(_plain(texts[_SUMMARY]), tuple[Section, ...]),
        layouts=tuple(
            (name.removeprefix(f"{_LAYOUTS}/"), read_layout(text))
            for name, text in texts.items()
            if name.startswith(f"{_LAYOUTS}/")
        ),
    )


def read_form(text: str) -> Form:
    """Read one blank out of its text. Raises as ``read_forms`` does."""
    form = msgspec.convert(_plain(text), Form)
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return msgspec.structs.replace(form, digest=digest)


def _plain(text: str) -> Any:
    return yaml.safe_load(text)
