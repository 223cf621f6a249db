"""How the official tables count, as a file of rules: what counts, and under which heading."""

from collections.abc import Mapping
from dataclasses import dataclass

from mediator_desk.records.dispute import CaseSource, Category, Outcome
from mediator_desk.rules.remarks import Listed, Named
from mediator_desk.rules.rule_text import Field, RuleFileUnfit, read_toml
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """One line of a table that splits a sum; ``since`` and ``until`` are years, 0 for no limit."""

    id: str
    name: Named
    since: int = 0
    until: int = 0

    def holds(self, year: int) -> bool:
        """Tell whether it has a line of its own in a year."""
        return self.since <= year and (not self.until or year <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsRules:
    """What counts as a mediation and as a success, and the headings of the table."""

    counted: frozenset[Outcome]
    after_sitting: frozenset[Outcome]
    success: frozenset[Outcome]
    sources: tuple[Heading, ...]
    source_of: Mapping[CaseSource, str]
    categories: tuple[Heading, ...]
    fallback: str
    committee_kinds: tuple[Heading, ...]

    def categories_in(self, year: int) -> tuple[Heading, ...]:
        """Give the categories that have a line in a year, in the official order."""
        return tuple(one for one in self.categories if one.holds(year))

    def category_of(self, category: Category, year: int) -> str:
        """Say under which line a category counts in a year."""
        known = {one.id for one in self.categories_in(year)}
        return category.value if category.value in known else self.fallback


def read_statistics(text: str) -> StatisticsRules:
    """Read the file. Raises ``RuleFileUnfit``."""
    data = read_toml(text)
    sources = data.tables("source")
    categories = tuple(_heading(one) for one in data.tables("category"))
    rules = StatisticsRules(
        counted=_outcomes(data, "counted"),
        after_sitting=_outcomes(data, "after_sitting"),
        success=_outcomes(data, "success"),
        sources=tuple(_heading(one) for one in sources),
        source_of=_sources(sources),
        categories=categories,
        fallback=data.one_of("fallback", [one.id for one in categories]),
        committee_kinds=tuple(_heading(one) for one in data.tables("committee_kind")),
    )
    _check(rules)
    return rules


def _check(rules: StatisticsRules) -> None:
    """Refuse rules under which the sums could not be equal."""
    without = [one.value for one in CaseSource if one not in rules.source_of]
    if without:
        raise RuleFileUnfit(
            N_("The file names no source for: {names}. Add them under “from”."),
            names=Listed(tuple(without)),
        )
    if not rules.success <= rules.counted:
        raise RuleFileUnfit(
            N_("What counts as a success must count as a mediation too. Add it to “counted”.")
        )
    last = next(one for one in rules.categories if one.id == rules.fallback)
    if last.since or last.until:
        raise RuleFileUnfit(
            N_("The category “{name}” takes what has no other line; it must hold in every year."),
            name=last.id,
        )


def _outcomes(data: Field, name: str) -> frozenset[Outcome]:
    known = [one.value for one in Outcome if one]
    named = data.texts(name)
    for one in named:
        if one not in known:
            raise RuleFileUnfit(
                N_("{entry}: “{field}” is “{value}”; it must be one of: {known}."),
                entry=data.entry,
                field=name,
                value=one,
                known=Listed(tuple(known)),
            )
    return frozenset(Outcome(one) for one in named)


def _heading(one: Field) -> Heading:
    return Heading(
        id=one.text("id"),
        name=Named(one.text("zh"), one.text("en", one.text("zh"))),
        since=one.number("since", 0),
        until=one.number("until", 0),
    )


def _sources(tables: tuple[Field, ...]) -> Mapping[CaseSource, str]:
    """Say for each fine source under which line it counts; one named twice is refused."""
    found: dict[CaseSource, str] = {}
    for table in tables:
        for name in table.texts("from"):
            if name not in [one.value for one in CaseSource] or CaseSource(name) in found:
                raise RuleFileUnfit(
                    N_("{entry}: the source “{name}” is unknown, or stands in the file twice."),
                    entry=table.entry,
                    name=name,
                )
            found[CaseSource(name)] = table.text("id")
    return found
