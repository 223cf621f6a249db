"""Which column of a ledger means what: proposed from the headings, kept once confirmed."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mediator_desk.ledgers.headings import (
    RUNNING_NUMBERS,
    SYNONYMS,
    Field,
    field_named,
    likeness,
    plain,
)
from mediator_desk.refusals import Refusal
from mediator_desk.words import N_

NEEDED = (Field.LOGGED_ON, Field.TEXT)


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """For every field that is found, the place of its column among the headings."""

    headings: tuple[str, ...]
    columns: Mapping[Field, int]

    @property
    def key(self) -> str:
        """Name this kind of ledger by its headings, to find its mapping again next month."""
        words = "\x1f".join(plain(heading) for heading in self.headings)
        return hashlib.sha256(words.encode()).hexdigest()

    @property
    def missing(self) -> tuple[Field, ...]:
        """List the fields without which no dispute can be logged."""
        return tuple(field for field in NEEDED if field not in self.columns)

    def heading(self, field: Field) -> str:
        """Give the heading that stands over a field, or nothing."""
        at = self.columns.get(field)
        return "" if at is None else self.headings[at]

    def counts_rows(self) -> bool:
        """Tell whether the reference is only a running number, which says nothing of a row."""
        return plain(self.heading(Field.REF)) in RUNNING_NUMBERS

    def as_json(self) -> str:
        """Write the mapping down by the words of the headings, so that it can be remembered."""
        named = {field.value: self.headings[at] for field, at in self.columns.items()}
        return json.dumps(named, ensure_ascii=False, sort_keys=True)


def key_of(headings: Iterable[str]) -> str:
    """Name a kind of ledger by its headings."""
    return ColumnMapping(tuple(headings), {}).key


def propose(
    headings: tuple[str, ...],
    overrides: Mapping[Field, str] | None = None,
    remembered: str | None = None,
) -> ColumnMapping:
    """Propose a mapping: what was said now, else what was remembered, else what words tell.

    An override with no column means that the field is to be left out.
    """
    columns: dict[Field, int] = {}
    left_out: set[Field] = set()
    for field, heading in (overrides or {}).items():
        if heading:
            columns[field] = _column(headings, heading)
        else:
            left_out.add(field)
    recalled = _recalled(headings, remembered)
    for field, at in recalled.items():
        if field not in left_out and at not in columns.values():
            columns.setdefault(field, at)
    if not recalled:
        _fill_by_words(headings, columns, left_out)
    return ColumnMapping(headings, columns)


def read_overrides(said: Iterable[str]) -> dict[Field, str]:
    """Read what a person typed as ``field=column``, in either language."""
    overrides: dict[Field, str] = {}
    for text in said:
        word, found, heading = text.replace("＝", "=").partition("=")
        field = field_named(word)
        if not found:
            raise Refusal(N_("“{text}” is not of the form field=column."), text=text)
        if field is None:
            raise Refusal(
                N_("There is no field “{field}”. There are: {fields}."),
                field=word,
                fields="、".join(f"{each.value} ({SYNONYMS[each][0]})" for each in Field),
            )
        overrides[field] = heading.strip()
    return overrides


def _column(headings: tuple[str, ...], wanted: str) -> int:
    for same in (str.strip, plain):
        for at, heading in enumerate(headings):
            if heading and same(heading) == same(wanted):
                return at
    raise Refusal(
        N_("The ledger has no column “{column}”. Its columns are: {columns}."),
        column=wanted,
        columns="、".join(heading for heading in headings if heading),
    )


def _recalled(headings: tuple[str, ...], remembered: str | None) -> dict[Field, int]:
    """Read a remembered mapping; what no longer fits this ledger is left out."""
    if remembered is None:
        return {}
    try:
        named = json.loads(remembered)
    except ValueError:
        return {}
    if not isinstance(named, dict):
        return {}
    plain_headings = [plain(heading) for heading in headings]
    return {
        Field(word): plain_headings.index(plain(heading))
        for word, heading in named.items()
        if word in SYNONYMS and isinstance(heading, str) and plain(heading) in plain_headings
    }


def _fill_by_words(
    headings: tuple[str, ...], columns: dict[Field, int], left_out: set[Field]
) -> None:
    """Give each field the column whose heading fits best, each column to one field only."""
    guesses = [
        (-score, at, field)
        for at, heading in enumerate(headings)
        if heading
        for field in Field
        if field not in left_out and (score := likeness(heading, field))
    ]
    for _score, at, field in sorted(guesses):
        if field not in columns and at not in columns.values():
            columns[field] = at
