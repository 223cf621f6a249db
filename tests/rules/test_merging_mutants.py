"""Deliberately wrong merges, each of which the law must catch: a test of the tests."""

from pathlib import Path
from types import ModuleType

import pytest

from mediator_desk.rules import merging
from tests.rules.merging_histories import play_many

SOURCE = Path(merging.__file__).read_text("utf-8")

SEEDS = range(100, 600)
"""The rarest mistake shows in one history of fifty; from here on it shows early."""

MUTANTS = {
    "what arrives last is in force": (
        "return sorted(kept.values(), key=lambda one: (one.stamp, one.digest))",
        "return list(kept.values())",
    ),
    "the wall clock decides": (
        "key=lambda one: (one.stamp, one.digest)",
        "key=lambda one: (one.at, one.stamp)",
    ),
    "the lowest stamp is in force": (
        "key=lambda one: (one.stamp, one.digest)",
        "key=lambda one: tuple(-ord(letter) for letter in one.stamp)",
    ),
    "the losing side is forgotten": ("clashes.append(", "(lambda side: None)("),
    "only the last losing side is kept": (
        "return alike, tuple(clashes)",
        "return alike, tuple(clashes[-1:])",
    ),
    "what was seen still clashes": ("or (field, by.stamp) in seen", ""),
    "seeing one field is seeing all": (
        "or (field, by.stamp) in seen",
        "or by.stamp in {mark for _, mark in seen}",
    ),
    "the same value clashes": ("if _same(value, values[field]):", "if False:"),
    "yes and one are the same": (" and _text(one) == _text(other)", ""),
    "agreement is not seen": ("(mark, *alike.get(field, ()))", "(mark,)"),
    "the later write takes the whole record": (
        "    for one in writes:\n        values[one.field]",
        "    writes = [one for one in writes if one.by is writes[-1].by]\n"
        "    for one in writes:\n        values[one.field]",
    ),
    "a later edit revives what was erased": (
        "any(one.kind is Kind.ERASE for one in every)",
        "every[-1:] != [] and every[-1].kind is Kind.ERASE",
    ),
    "an erasure by a newer program waits": (
        "any(one.kind is Kind.ERASE for one in every)",
        "any(one.kind is Kind.ERASE for one in readable)",
    ),
    "a record is shown before its birth": (
        "any(one.kind is Kind.BIRTH and one.values is not None for one in readable)",
        "bool(readable)",
    ),
    "an emptied birth counts": (
        "any(one.kind is Kind.BIRTH and one.values is not None for one in readable)",
        "any(one.kind is Kind.BIRTH for one in readable)",
    ),
    "a redaction clears nothing": ('one.stamp < cleared.get(field, "") or from_cleared', "False"),
    "a redaction clears for ever": (
        'one.stamp < cleared.get(field, "") or from_cleared',
        "field in cleared",
    ),
    "an edit of what was cleared survives": (" or from_cleared", ""),
    "the first redaction counts": (
        "cleared.update(dict.fromkeys(one.values or one.seen, one.stamp))",
        "[cleared.setdefault(field, one.stamp) for field in one.values]",
    ),
    "a newer schema is read at once": ("if one.schema <= SCHEMA", ""),
    "a repeated entry counts twice": (
        "kept.setdefault((one.station, one.number), one)",
        "kept.setdefault((one.station, one.number, len(kept)), one)",
    ),
}


@pytest.mark.parametrize("wrong", MUTANTS)
def test_the_law_catches_a_wrong_merge(wrong):
    right, mistaken = MUTANTS[wrong]
    assert right in SOURCE, "the mutant no longer fits the merge: write it anew"
    mutant = ModuleType("mutant")
    mutant.__dict__["__name__"] = merging.__name__
    exec(compile(SOURCE.replace(right, mistaken), wrong, "exec"), mutant.__dict__)

    with pytest.raises(AssertionError):
        play_many(mutant, SEEDS)
