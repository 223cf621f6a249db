"""The limits of the law and of the house, as their data file gives them."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from mediator_desk.refusals import NotFound
from mediator_desk.rules.durations import Duration, Unit
from mediator_desk.rules.remarks import Day, Listed, Named
from mediator_desk.rules.rule_text import Field, RuleFileUnfit, read_toml
from mediator_desk.words import N_

_FORCES = ("hard", "soft", "configurable", "reminder", "information")


class Kind(StrEnum):
    """Which end of a length of time a limit means."""

    LATEST = "latest"
    AT_LEAST = "at_least"
    BEFORE = "before"
    AGREED = "agreed"


class Consent(StrEnum):
    """Who has to agree before a clock gets more time."""

    EVERY_PARTY = "every_party"
    APPROVAL = "approval"


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """How far a limit may be extended: by whose word, how often, and by how much at most.

    ``at_most`` names the limit that holds the longest time. ``late`` lets it be agreed on after
    the day has passed.
    """

    consent: Consent
    times: int | None = None
    at_most: str = ""
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """One limit of one rule set. ``force`` says what passing it means.

    ``event`` says in words what starts it and ``started_by`` which use cases do; ``unconfirmed``
    marks a default that no rule in force here was found for.
    """

    id: str
    rule_set: str
    title: Named
    kind: Kind
    duration: Duration
    force: str
    source: str
    effective_from: date
    effective_until: date | None = None
    event: Named = field(default_factory=lambda: Named("", ""))
    started_by: tuple[str, ...] = ()
    allowance: Allowance | None = None
    may_pause: bool = False
    unconfirmed: bool = False

    def holds_on(self, day: date) -> bool:
        """Tell whether the limit was in force on this day."""
        return self.effective_from <= day and not (
            self.effective_until and self.effective_until <= day
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """Limits that belong together, and the set that is asked where this one is silent."""

    name: str
    title: Named
    falls_back_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """All limits of all rule sets, in the order of their file."""

    rule_sets: tuple[RuleSet, ...]
    limits: tuple[Limit, ...]

    def find(self, rule: str, rule_set: str, on: date) -> Limit:
        """Find the limit in force that day, in this rule set or else in those it leans on."""
        for name in self._asked_in_turn(rule_set):
            for limit in self.limits:
                if limit.rule_set == name and _meant(limit, rule) and limit.holds_on(on):
                    return limit
        if any(_meant(limit, rule) for limit in self.limits):
            raise NotFound(N_("No limit {rule} was in force on {day}."), rule=rule, day=Day(on))
        raise NotFound(
            N_("There is no limit {rule}. The limits are: {known}."),
            rule=rule,
            known=Listed(tuple(sorted({limit.id for limit in self.limits}))),
        )

    def title_of(self, rule_set: str) -> Named:
        """Name a rule set for people."""
        return next((one.title for one in self.rule_sets if one.name == rule_set), Named("", ""))

    def with_those_of(self, other: "Limits") -> "Limits":
        """Add the limits of another file; a rule set that both name keeps its first title."""
        named = {one.name for one in self.rule_sets}
        more = tuple(one for one in other.rule_sets if one.name not in named)
        return Limits(rule_sets=self.rule_sets + more, limits=self.limits + other.limits)

    def _asked_in_turn(self, rule_set: str) -> list[str]:
        by_name = {one.name: one for one in self.rule_sets}
        if rule_set not in by_name:
            raise NotFound(
                N_("There is no rule set “{name}”. Choose one of: {known}."),
                name=rule_set,
                known=Listed(tuple(by_name)),
            )
        asked: list[str] = []
        name = rule_set
        while name and name not in asked:
            asked.append(name)
            name = by_name[name].falls_back_to
        return [*asked, *(other for other in by_name if other not in asked)]


def read_limits(text: str) -> Limits:
    """Read the file of limits. Raises ``RuleFileUnfit``."""
    data = read_toml(text)
    rule_sets = tuple(_rule_set(one) for one in data.tables("rule_set"))
    known = [one.name for one in rule_sets]
    limits = tuple(_limit(one, known) for one in data.tables("limit"))
    _check_longest(limits)
    return Limits(rule_sets=rule_sets, limits=limits)


def _rule_set(one: Field) -> RuleSet:
    return RuleSet(
        name=one.text("name"),
        title=Named(one.text("zh"), one.text("en")),
        falls_back_to=one.text("falls_back_to", ""),
    )


def _limit(one: Field, rule_sets: Collection[str]) -> Limit:
    allowance = one.table("extension")
    kind = one.code("kind", Kind, Kind.LATEST)
    return Limit(
        id=one.text("id"),
        rule_set=one.one_of("rule_set", rule_sets),
        title=Named(one.text("zh"), one.text("en")),
        kind=kind,
        duration=_duration(one, kind),
        force=one.one_of("force", _FORCES),
        source=one.text("source"),
        effective_from=one.day("effective_from"),
        effective_until=one.day("effective_until") if one.has("effective_until") else None,
        event=Named(one.text("event_zh", ""), one.text("event_en", "")),
        started_by=one.texts("started_by"),
        allowance=None if allowance is None else _allowance(allowance),
        may_pause=one.yes("may_pause"),
        unconfirmed=one.yes("unconfirmed"),
    )


def _duration(one: Field, kind: Kind) -> Duration:
    """Read a length of time that a calendar can count."""
    duration = Duration(length=one.number("length"), unit=one.code("unit", Unit))
    same_day = kind is Kind.AGREED or duration.unit is Unit.DAYS
    if duration.too_long() or (duration.length == 0 and not same_day):
        raise RuleFileUnfit(
            N_("{entry}: {length} is no length of a time limit. Correct the file."),
            entry=one.entry,
            length=duration,
        )
    return duration


def _check_longest(limits: Collection[Limit]) -> None:
    """Refuse an extension whose longest time no limit of the file holds."""
    known = {limit.id for limit in limits}
    for limit in limits:
        longest = limit.allowance.at_most if limit.allowance is not None else ""
        if longest and longest not in known:
            raise RuleFileUnfit(
                N_("{entry}: “{field}” is “{value}”; it must be one of: {known}."),
                entry=limit.id,
                field="at_most",
                value=longest,
                known=Listed(tuple(sorted(known))),
            )


def _allowance(one: Field) -> Allowance:
    return Allowance(
        consent=one.code("consent", Consent),
        times=one.number("times") if one.has("times") else None,
        at_most=one.text("at_most", ""),
        late=one.yes("late"),
    )


def _meant(limit: Limit, rule: str) -> bool:
    return limit.id == rule or limit.id.startswith(f"{rule}.")
