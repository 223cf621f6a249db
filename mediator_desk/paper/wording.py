"""How papers write dates, names, choices and clauses: always in Chinese, as the blanks do."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from mediator_desk.paper.facts import PartyFacts

_NUMBERED = re.compile(
    r"\s*(\d+\s*[.、．)）](?!\d)|[（(]?[一二三四五六七八九十]+[、）)]|第[一二三四五六七八九十]+条)"
)
_PLACE = re.compile(r"\{(\w+)\}")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨"

BLANK_DAY = "　　　　年　　月　　日"


def day(on: date | None) -> str:
    """Write a day as 2026年11月23日, or leave it to be filled in by hand."""
    return f"{on.year}年{on.month}月{on.day}日" if on else BLANK_DAY


def clauses(terms: Sequence[str]) -> list[str]:
    """Give the clauses of an agreement with numbers, unless the mediator did so already."""
    if len(terms) < 2 or any(_NUMBERED.match(term) for term in terms):
        return list(terms)
    return [f"{number}. {term}" for number, term in enumerate(terms, start=1)]


def ticked(choices: Sequence[str], chosen: str) -> str:
    """Write the numbered choices of a blank with a tick behind the one that holds."""
    return "　　".join(
        f"{mark}{choice}{' √' if choice == chosen else ''}"
        for mark, choice in zip(_CIRCLED, choices, strict=False)
    )


def fact(facts: object, key: str) -> Any:
    """Take one fact by the name it has on the blank; what is only signed has none."""
    return getattr(facts, key, "")


def filled(says: str, facts: object) -> str:
    """Put facts into a sentence of a blank, once: a brace in a fact is only a brace."""
    return _PLACE.sub(lambda found: said(fact(facts, found[1])), says)


def said(value: object) -> str:
    """Write any fact of a line: text, a day, names, or parties with their part in the dispute."""
    if value is None or isinstance(value, date):
        return day(value)
    if isinstance(value, tuple):
        return "、".join(
            f"{one.name}（{one.role}）" if isinstance(one, PartyFacts) else str(one)
            for one in value
        )
    return str(value)
