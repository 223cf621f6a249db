"""The limits of the law and of the house, as their data file gives them."""

import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mediator_desk.refusals import NotFound
from mediator_desk.rules.durations import Duration, Unit
from mediator_desk.rules.remarks import Listed, Named
from mediator_desk.words import N_


class Kind(StrEnum):
    """Which end of a length of time a limit means."""

    LATEST = "latest"
    AT_LEAST = "at_least"
    BEFORE = "before"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """One limit of one rule set. ``force`` says what passing it means."""

    id: str
    rule_set: str
    title: Named
    kind: Kind
    duration: Duration
    force: str
    source: str
    effective_from: date
    effective_until: date | None = None

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
        raise NotFound(
            N_("There is no limit {rule}. The limits are: {known}."),
            rule=rule,
            known=Listed(tuple(sorted({limit.id for limit in self.limits}))),
        )

    def title_of(self, rule_set: str) -> Named:
        """Name a rule set for people."""
        return next((one.title for one in self.rule_sets if one.name == rule_set), Named("", ""))

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
    """Read the file of limits."""
    data = tomllib.loads(text)
    return Limits(
        rule_sets=tuple(
            RuleSet(
                name=one["name"],
                title=Named(one["zh"], one["en"]),
                falls_back_to=one.get("falls_back_to", ""),
            )
            for one in data["rule_set"]
        ),
        limits=tuple(
            Limit(
                id=one["id"],
                rule_set=one["rule_set"],
                title=Named(one["zh"], one["en"]),
                kind=Kind(one.get("kind", "latest")),
                duration=Duration(length=one["length"], unit=Unit(one["unit"])),
                force=one["force"],
                source=one["source"],
                effective_from=one["effective_from"],
                effective_until=one.get("effective_until"),
            )
            for one in data["limit"]
        ),
    )


def _meant(limit: Limit, rule: str) -> bool:
    return limit.id == rule or limit.id.startswith(f"{rule}.")
