"""The rule sets owners' joint decisions are counted by, as their data file gives them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mediator_desk.refusals import NotFound
from mediator_desk.rules.fractions import Share
from mediator_desk.rules.remarks import Listed, Named
from mediator_desk.rules.rule_text import Field, RuleFileUnfit, read_toml
from mediator_desk.words import N_

ITEMS = range(1, 10)
"""The items of Civil Code 278."""

NATIONAL = "national"
"""The rule set that counts where nothing else is chosen."""

CONCERNED = 0
"""Stands for Civil Code 279: turning a home into a business takes everybody concerned."""

QUALIFIED_ITEMS = (6, 7, 8)
"""The items that three quarters must agree to."""


class Base(StrEnum):
    """What a majority is a share of."""

    TAKING_PART = "taking_part"
    ALL = "all"


class Silent(StrEnum):
    """What becomes of ballots that were delivered and never returned."""

    OUT = "out"
    WITH_MAJORITY = "with_majority"


@dataclass(frozen=True, slots=True, kw_only=True)
class JointRule:
    """One way of counting: its shares, what they are shares of, where and since when it holds.

    ``only`` names the items it is for (empty: all); ``under`` the beginning of the codes of the
    divisions it holds in (empty: everywhere); ``compare`` a rule set to count by as well.
    """

    name: str
    title: Named
    quorum: Share | None
    ordinary: Share
    qualified: Share
    base: Base
    silent: Silent
    only: tuple[int, ...]
    under: str
    compare: str
    source: str
    confidence: str
    caution: Named
    effective_from: date
    effective_until: date | None

    def majority(self, item: int) -> Share:
        """Give the share that must agree to a matter under an item of Civil Code 278."""
        return self.qualified if item in QUALIFIED_ITEMS else self.ordinary

    def holds(self, item: int, division: str, on: date) -> bool:
        """Tell whether it may be used for a matter, there and then."""
        ended = self.effective_until is not None and self.effective_until <= on
        fits = item in (self.only or ITEMS)
        return fits and division.startswith(self.under) and self.effective_from <= on and not ended


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What a part of the owners may demand: the share, and by what it must be reached."""

    name: str
    title: Named
    share: Share
    by: tuple[str, ...]
    source: str
    effective_from: date


@dataclass(frozen=True, slots=True, kw_only=True)
class JointRules:
    """All ways of counting, in the order of their file; the first that fits is proposed."""

    rules: tuple[JointRule, ...]
    demands: tuple[Demand, ...]

    def named(self, name: str) -> JointRule:
        """Find a rule set by its name. Raises ``NotFound`` naming those there are."""
        for rule in self.rules:
            if rule.name == name:
                return rule
        raise NotFound(
            N_("There is no rule set “{name}”. Choose one of: {known}."),
            name=name,
            known=Listed(tuple(one.name for one in self.rules)),
        )

    def for_vote(self, name: str, item: int, on: date) -> JointRule:
        """Find a rule set that is to be used for an item. Raises ``NotFound``."""
        rule = self.named(name)
        if not rule.holds(item, rule.under, on):
            raise NotFound(
                N_("The rule set “{name}” is not for item {item} of Civil Code 278, or not yet."),
                name=rule.title,
                item=item,
            )
        return rule

    def fitting(self, item: int, division: str, on: date) -> tuple[JointRule, ...]:
        """Name the rule sets that may be chosen: those of the nearest place first."""
        fitting = [rule for rule in self.rules if rule.holds(item, division, on)]
        return tuple(sorted(fitting, key=lambda rule: -len(rule.under)))

    def demand(self, name: str) -> Demand:
        """Find what may be demanded by its name. Raises ``NotFound``."""
        for one in self.demands:
            if one.name == name:
                return one
        raise NotFound(
            N_("Nothing called “{name}” can be demanded. There is: {known}."),
            name=name,
            known=Listed(tuple(one.name for one in self.demands)),
        )


def read_joint_rules(text: str) -> JointRules:
    """Read the file of rule sets. Raises ``RuleFileUnfit``."""
    file = read_toml(text)
    rules = tuple(_rule(one) for one in file.tables("rule_set"))
    names = {one.name for one in rules}
    if NATIONAL not in names:
        raise RuleFileUnfit(
            N_("The file lacks the rule set “{name}”, which holds everywhere. Add it."),
            name=NATIONAL,
        )
    for one in rules:
        if one.compare and one.compare not in names:
            raise RuleFileUnfit(
                N_("{entry}: “{field}” is “{value}”; it must be one of: {known}."),
                entry=one.name,
                field="compare",
                value=one.compare,
                known=Listed(tuple(sorted(names))),
            )
    return JointRules(rules=rules, demands=tuple(_demand(one) for one in file.tables("demand")))


def _rule(one: Field) -> JointRule:
    quorum = one.table("quorum")
    return JointRule(
        name=one.text("name"),
        title=Named(one.text("zh"), one.text("en")),
        quorum=None if quorum is None else _share(quorum),
        ordinary=_needed_share(one, "ordinary"),
        qualified=_needed_share(one, "qualified"),
        base=one.code("of", Base),
        silent=one.code("silent", Silent, Silent.OUT),
        only=_items(one),
        under=one.text("under", ""),
        compare=one.text("compare", ""),
        source=one.text("source"),
        confidence=one.text("confidence", ""),
        caution=Named(one.text("caution_zh", ""), one.text("caution_en", "")),
        effective_from=one.day("effective_from"),
        effective_until=one.day("effective_until") if one.has("effective_until") else None,
    )


def _demand(one: Field) -> Demand:
    return Demand(
        name=one.text("name"),
        title=Named(one.text("zh"), one.text("en")),
        share=_needed_share(one, "share"),
        by=one.texts("by"),
        source=one.text("source"),
        effective_from=one.day("effective_from"),
    )


def _needed_share(one: Field, name: str) -> Share:
    found = one.table(name)
    if found is None:
        raise RuleFileUnfit(
            N_("{entry}: “{field}” is missing. Add it to the file."), entry=one.entry, field=name
        )
    return _share(found)


def _share(one: Field) -> Share:
    """Read a fraction; one of nothing, or more than the whole, is no share."""
    part, whole = one.number("of"), one.number("in")
    if not 0 < part <= whole:
        raise RuleFileUnfit(
            N_("{entry}: {part} of {whole} is no share. Correct the file."),
            entry=one.entry,
            part=part,
            whole=whole,
        )
    return Share(numerator=part, denominator=whole, strict=one.yes("more_than"))


def _items(one: Field) -> tuple[int, ...]:
    found = one.values.get("only", [])
    if not isinstance(found, list) or any(item not in (CONCERNED, *ITEMS) for item in found):
        raise RuleFileUnfit(
            N_("{entry}: “{field}” must name items from 0 to 9. Correct the file."),
            entry=one.entry,
            field="only",
        )
    return tuple(found)
