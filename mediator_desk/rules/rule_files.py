"""Files of rules: what a file says of itself, what it replaces, and what would change with it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from mediator_desk.refusals import NotFound
from mediator_desk.rules.calendar import Calendar
from mediator_desk.rules.ledger_layouts import LEDGERS, layout_name
from mediator_desk.rules.limits import Limit, Limits
from mediator_desk.rules.remarks import Day, Listed, Named, Remark, remark
from mediator_desk.rules.rule_text import Field, RuleFileUnfit, read_toml
from mediator_desk.words import N_

CALENDARS = "calendars"
EVERY_YEAR = f"{CALENDARS}/every_year"
_AN_EXAMPLE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a file of rules says of itself; of a form also how sure we are of its blank."""

    name: str
    title: object
    source: str
    effective_from: date | None = None
    year: int | None = None
    evidence: str = ""


def about(name: str, text: str) -> About:
    """Read what a file says of itself; what is not said is left empty. Raises ``RuleFileUnfit``."""
    data = read_toml(text)
    year = data.year("year") if data.has("year") else None
    said = data.table("about") or Field("about", {})
    effective_from = said.day("effective_from") if said.has("effective_from") else None
    if year is not None:
        effective_from = date(year, 1, 1)
    return About(
        name=name,
        title=_title(name, said, year),
        source=said.text("source", "") or data.text("source", ""),
        effective_from=effective_from,
        year=year,
    )


def name_of(text: str, stem: str, known: Collection[str]) -> str:
    """Say which file a text stands for, by what is in it or by its file's name.

    Raises ``RuleFileUnfit``.
    """
    data = read_toml(text)
    if data.has("year"):
        return f"{CALENDARS}/{data.year('year')}"
    if data.has("every_year"):
        return EVERY_YEAR
    if data.has("ledger"):
        return f"{LEDGERS}/{layout_name(data)}"
    names = {one.rsplit("/", 1)[-1]: one for one in known}
    if stem in names:
        return names[stem]
    sets = sorted(one for one in names if not one.isdigit())
    raise RuleFileUnfit(
        N_(
            "The file does not say what it is for. A calendar has a “year”, a ledger "
            "its name as “ledger”; other files are called as the one they replace: {names}."
        ),
        names=Listed(tuple(f"{one}.toml" for one in sets)),
    )


def calendar_changes(old: Calendar, new: Calendar) -> tuple[Remark, ...]:
    """Say which years become known and which days change."""
    said = [
        remark(N_("The holidays of {year} become known."), year=year)
        for year in sorted(new.years - old.years)
    ]
    said += [
        remark(N_("The holidays of {year} are not known any more."), year=year)
        for year in sorted(old.years - new.years)
    ]
    days = sorted({*old.holidays, *new.holidays, *old.workdays, *new.workdays})
    changed = [day for day in days if old.is_working_day(day) != new.is_working_day(day)]
    off = [Day(day) for day in changed if not new.is_working_day(day)]
    working = [Day(day) for day in changed if new.is_working_day(day)]
    if off:
        said.append(remark(N_("New days off ({count}): {days}."), **_some(off)))
    if working:
        said.append(remark(N_("New working days ({count}): {days}."), **_some(working)))
    return tuple(said)


def limit_changes(old: Limits, new: Limits) -> tuple[Remark, ...]:
    """Say which limits are new, changed or gone."""
    was, will = _by_key(old), _by_key(new)
    said: list[Remark] = []
    for key, limit in will.items():
        before = was.get(key)
        if before is None:
            said.append(remark(N_("New: {limit}."), limit=_said(limit)))
        elif before != limit:
            said.append(remark(N_("{before} → {after}"), before=_said(before), after=_said(limit)))
    said += [
        remark(N_("No more: {limit}."), limit=_said(limit))
        for key, limit in was.items()
        if key not in will
    ]
    return tuple(said)


def check_limits(carried: Limits, new: Limits, today: date) -> None:
    """Refuse limits that lack one the desk starts clocks by. Raises ``RuleFileUnfit``."""
    lacking = []
    for one in carried.limits:
        if not one.started_by:
            continue
        try:
            new.find(one.id, one.rule_set, today)
        except NotFound:
            lacking.append(one.id)
    if lacking:
        raise RuleFileUnfit(
            N_("In the file no limit is in force today for: {names}. Add them."),
            names=Listed(tuple(dict.fromkeys(lacking))),
        )


def text_changes(old: str, new: str) -> tuple[Remark, ...]:
    """Say how many lines of a text are new and how many are gone."""
    here, there = _lines(old), _lines(new)
    added = gone = 0
    for tag, a, b, c, d in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if tag != "equal":
            gone, added = gone + b - a, added + d - c
    if not (added or gone):
        return ()
    return (
        remark(N_("Lines that are new: {new}; lines that are gone: {gone}."), new=added, gone=gone),
    )


def _title(name: str, said: Field, year: int | None) -> object:
    if year is not None:
        return remark(N_("Holidays of {year}"), year=year)
    if name == EVERY_YEAR:
        return remark(N_("Holidays with a fixed date"))
    if said.has("zh"):
        return Named(said.text("zh"), said.text("en", said.text("zh")))
    return name.rsplit("/", 1)[-1]


def _some(days: list[Day]) -> Mapping[str, object]:
    shown: list[object] = list(days[:_AN_EXAMPLE])
    return {
        "count": len(days),
        "days": Listed((*shown, *(["…"] if len(days) > len(shown) else []))),
    }


def _by_key(limits: Limits) -> dict[tuple[str, str, date], Limit]:
    return {(one.id, one.rule_set, one.effective_from): one for one in limits.limits}


def _said(limit: Limit) -> Remark:
    return remark(
        N_("{id} {title}: {length}"), id=limit.id, title=limit.title, length=limit.duration
    )


def _lines(text: str) -> list[str]:
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]
