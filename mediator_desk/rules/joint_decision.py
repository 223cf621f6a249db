"""Counting an owners' joint decision: by heads and by area, exactly.

民法典 278: quorum and majority must each be reached by heads *and* by exclusive area; 1259: 以上
includes the number, 过半数 does not. Areas are whole numbers of 0.01 m². Heads follow the
interpretation on buildings' ownership, art. 9: one unit is one head, but a buyer of several units
is one, and so is a developer with all the units it has not sold.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from mediator_desk.rules.fractions import Share, percent
from mediator_desk.rules.heads_and_area import (
    Axis,
    Tally,
    UnitVote,
    square_metres,
    tally_area,
    tally_heads,
)
from mediator_desk.rules.joint_rules import Base, Demand, JointRule, JointRules, Silent
from mediator_desk.rules.joint_said import caution_of, divided_said, majority_said, quorum_said
from mediator_desk.rules.remarks import Remark, remark
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a vote came to under one rule set, with the reasons in words."""

    rule: JointRule
    item: int
    heads: Axis
    area: Axis
    because: tuple[Remark, ...] = ()
    alternatives: tuple["Outcome", ...] = ()

    @property
    def passed(self) -> bool:
        """Tell whether quorum and majority are reached by heads and by area."""
        return all(axis.quorum and axis.majority for axis in (self.heads, self.area))


def count_vote(
    votes: Sequence[UnitVote], rules: JointRules, name: str, item: int, on: date
) -> Outcome:
    """Count a vote on a matter under an item of Civil Code 278, by the rule set of this name.

    Where silent votes are counted with the majority, the count without them and the count with
    them both stand in ``alternatives``. Raises ``NotFound`` for a rule set that is not for it.
    """
    rule = rules.for_vote(name, item, on)
    counted = judge(rule, item, tally_heads(votes), tally_area(votes), because=divided_said(votes))
    if not rule.compare:
        return counted
    other = judge(
        rules.for_vote(rule.compare, item, on), item, tally_heads(votes), tally_area(votes)
    )
    return replace(counted, alternatives=(other, counted))


def judge(
    rule: JointRule, item: int, heads: Tally, area: Tally, because: tuple[Remark, ...] = ()
) -> Outcome:
    """Hold what was counted against a rule set."""
    cautions: tuple[Remark, ...] = ()
    if rule.silent is Silent.WITH_MAJORITY:
        heads, area, cautions = _with_silent(rule, heads, area)
    share = rule.majority(item)
    by_heads, by_area = _axis(rule, share, heads), _axis(rule, share, area)
    return Outcome(
        rule=rule,
        item=item,
        heads=by_heads,
        area=by_area,
        because=(
            remark(N_("Counted by {rule} ({source})."), rule=rule.title, source=rule.source),
            *quorum_said(rule, by_heads, by_area),
            majority_said(rule, share, by_heads, by_area),
            *because,
            *cautions,
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Demanded:
    """Whether enough owners ask for something: by each measure that counts, and what is missing."""

    demand: Demand
    heads: Tally
    area: Tally
    short_heads: int
    short_area: int
    because: tuple[Remark, ...]

    @property
    def granted(self) -> bool:
        """Tell whether nothing is missing."""
        return not self.short_heads and not self.short_area


def judge_demand(demand: Demand, heads: Tally, area: Tally) -> Demanded:
    """Hold those who ask for something against the share it takes of all owners."""
    short_heads = demand.share.short_by(heads.agreeing, heads.all) if "heads" in demand.by else 0
    short_area = demand.share.short_by(area.agreeing, area.all) if "area" in demand.by else 0
    said = remark(
        N_("{what} takes {share} of all owners ({source}): {heads} by heads, {area} by area."),
        what=demand.title,
        share=demand.share,
        source=demand.source,
        heads=percent(heads.agreeing, heads.all),
        area=percent(area.agreeing, area.all),
    )
    return Demanded(
        demand=demand,
        heads=heads,
        area=area,
        short_heads=short_heads,
        short_area=short_area,
        because=(said,),
    )


def _axis(rule: JointRule, share: Share, tally: Tally) -> Axis:
    whole = tally.all if rule.base is Base.ALL else tally.taking_part
    quorum = 0 if rule.quorum is None else rule.quorum.short_by(tally.taking_part, tally.all)
    majority = share.short_by(tally.agreeing, whole)
    return Axis(
        tally=tally,
        quorum=quorum == 0,
        majority=majority == 0,
        quorum_short_by=quorum,
        majority_short_by=majority,
    )


def _with_silent(
    rule: JointRule, heads: Tally, area: Tally
) -> tuple[Tally, Tally, tuple[Remark, ...]]:
    """Count those who did not vote with the side that has more, by heads and by area alike."""
    ayes = heads.agreeing > heads.against and area.agreeing > area.against
    noes = heads.agreeing < heads.against and area.agreeing < area.against
    if not ayes and not noes:
        undecided = remark(
            N_("Neither side has more by heads and by area, so silent votes go to nobody.")
        )
        return heads, area, (undecided, caution_of(rule))
    side = N_("those who agree") if ayes else N_("those who do not agree")
    counted = remark(
        N_("{count} silent owners ({area} m²) are counted with {side}, as the covenant says."),
        count=heads.all - heads.taking_part,
        area=square_metres(area.all - area.taking_part),
        side=remark(side),
    )
    return _all_in(heads, ayes=ayes), _all_in(area, ayes=ayes), (counted, caution_of(rule))


def _all_in(tally: Tally, *, ayes: bool) -> Tally:
    silent = tally.all - tally.taking_part if ayes else 0
    return Tally(all=tally.all, taking_part=tally.all, agreeing=tally.agreeing + silent)
