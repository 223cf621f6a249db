"""The figures the council goes by: size, notice, quorum, majority; data with source and dates."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mediator_desk.refusals import NotFound
from mediator_desk.rules.fractions import Share
from mediator_desk.rules.remarks import Listed, Named
from mediator_desk.rules.rule_text import Field, RuleFileUnfit, read_toml
from mediator_desk.words import N_

# The figures the desk reckons with; a file that lacks one for every place is not taken in.
_NEEDED = (
    "council.notice",
    "council.quorum",
    "council.majority",
    "representatives.quorum",
    "representatives.majority",
    "residents.quorum",
    "residents.majority",
)


class Confidence(StrEnum):
    """How sure we are of a figure; what is low is shown as still to be confirmed."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure: a whole number (``number``) or a share of something (``share``)."""

    id: str
    rule_set: str
    title: Named
    number: int = 0
    share: Share | None = None
    unit: Named | None = None
    source: str
    confidence: Confidence
    effective_from: date
    effective_until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Tell whether the figure was in force on this day."""
        ended = self.effective_until is not None and self.effective_until <= day
        return self.effective_from <= day and not ended


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilRuleSet:
    """Figures of one place; ``under`` is the code its divisions begin with, empty for all."""

    name: str
    title: Named
    under: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilRules:
    """All figures of all places."""

    rule_sets: tuple[CouncilRuleSet, ...]
    figures: tuple[Figure, ...]

    def figure(self, id: str, division: str, on: date) -> Figure:
        """Find the figure in force there and then; the nearest place that has one counts."""
        for one in self._nearest_first(division):
            for figure in self.figures:
                if (figure.id, figure.rule_set) == (id, one.name) and figure.holds_on(on):
                    return figure
        raise NotFound(
            N_("The council's rules have no figure {id} for that day. They know: {known}."),
            id=id,
            known=Listed(tuple(sorted({figure.id for figure in self.figures}))),
        )

    def share(self, id: str, division: str, on: date) -> Share:
        """Give the share of a figure that is one."""
        return self.figure(id, division, on).share or Share(numerator=1, denominator=1)

    def all_for(self, division: str, on: date) -> tuple[Figure, ...]:
        """Give every figure in force there and then, in the order of the file."""
        ids = dict.fromkeys(figure.id for figure in self.figures)
        found: list[Figure] = []
        for id in ids:
            try:
                found.append(self.figure(id, division, on))
            except NotFound:
                continue
        return tuple(found)

    def title_of(self, rule_set: str) -> Named:
        """Name a rule set for people."""
        return next((one.title for one in self.rule_sets if one.name == rule_set), Named("", ""))

    def _nearest_first(self, division: str) -> list[CouncilRuleSet]:
        fitting = [one for one in self.rule_sets if division.startswith(one.under)]
        return sorted(fitting, key=lambda one: -len(one.under))


def read_council_rules(text: str) -> CouncilRules:
    """Read the file of figures. Raises ``RuleFileUnfit``."""
    data = read_toml(text)
    rule_sets = tuple(
        CouncilRuleSet(
            name=one.text("name"),
            title=Named(one.text("zh"), one.text("en")),
            under=one.text("under", ""),
        )
        for one in data.tables("rule_set")
    )
    known = [one.name for one in rule_sets]
    figures = tuple(_figure(one, known) for one in data.tables("figure"))
    everywhere = {one.name for one in rule_sets if not one.under}
    lacking = [
        id
        for id in _NEEDED
        if not any(one.id == id and one.rule_set in everywhere for one in figures)
    ]
    if lacking:
        raise RuleFileUnfit(
            N_("The council's rules have no figure for every place for: {names}. Add them."),
            names=Listed(tuple(lacking)),
        )
    return CouncilRules(rule_sets=rule_sets, figures=figures)


def _figure(one: Field, rule_sets: Collection[str]) -> Figure:
    """Read one figure."""
    share, unit = one.table("share"), one.table("unit")
    return Figure(
        id=one.text("id"),
        rule_set=one.one_of("rule_set", rule_sets),
        title=Named(one.text("zh"), one.text("en")),
        number=one.number("number") if share is None else 0,
        share=None if share is None else _share(share),
        unit=None if unit is None else Named(unit.text("zh"), unit.text("en")),
        source=one.text("source"),
        confidence=one.code("confidence", Confidence),
        effective_from=one.day("effective_from"),
        effective_until=one.day("effective_until") if one.has("effective_until") else None,
    )


def _share(one: Field) -> Share:
    """Read a share: so many of so many, or more than that."""
    return Share(
        numerator=one.number("of"), denominator=one.number("in"), strict=one.yes("more_than")
    )
