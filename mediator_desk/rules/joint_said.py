"""The sentences that say how an owners' vote was counted, and what is to be watched."""

from collections.abc import Iterable

from mediator_desk.rules.fractions import Share, percent
from mediator_desk.rules.heads_and_area import Axis, UnitVote, head_of, square_metres
from mediator_desk.rules.joint_rules import Base, JointRule
from mediator_desk.rules.remarks import Listed, Remark, remark
from mediator_desk.words import N_, _, n_


def caution_of(rule: JointRule) -> Remark:
    """Give the caution of a rule set as a remark."""
    return remark(N_("Caution: {caution}"), caution=rule.caution)


def quorum_said(rule: JointRule, heads: Axis, area: Axis) -> tuple[Remark, ...]:
    """Say how many take part, and how many it takes."""
    if rule.quorum is None:
        return ()
    said = N_("Taking part: {heads} of {all_heads} owners ({heads_share}), {area} of {all_area} m² "
              "({area_share}); it takes {share} of each.")  # fmt: skip
    return (
        remark(
            said,
            heads=heads.tally.taking_part,
            all_heads=heads.tally.all,
            heads_share=percent(heads.tally.taking_part, heads.tally.all),
            area=square_metres(area.tally.taking_part),
            all_area=square_metres(area.tally.all),
            area_share=percent(area.tally.taking_part, area.tally.all),
            share=_share_said(rule.quorum),
        ),
    )


def majority_said(rule: JointRule, share: Share, heads: Axis, area: Axis) -> Remark:
    """Say how many agree, and how many it takes."""
    of_all = rule.base is Base.ALL
    whole_heads = heads.tally.all if of_all else heads.tally.taking_part
    whole_area = area.tally.all if of_all else area.tally.taking_part
    said = N_("Agreeing: {heads} of {whole_heads} taking part ({heads_share}), {area} of "
              "{whole_area} m² ({area_share}); it takes {share} of each.")  # fmt: skip
    if of_all:
        said = N_("Agreeing: {heads} of all {whole_heads} owners ({heads_share}), {area} of "
                  "{whole_area} m² ({area_share}); it takes {share} of each.")  # fmt: skip
    return remark(
        said,
        heads=heads.tally.agreeing,
        whole_heads=whole_heads,
        heads_share=percent(heads.tally.agreeing, whole_heads),
        area=square_metres(area.tally.agreeing),
        whole_area=square_metres(whole_area),
        area_share=percent(area.tally.agreeing, whole_area),
        share=_share_said(share),
    )


def _share_said(share: Share) -> Remark:
    if share.strict:
        return remark(N_("more than {share}"), share=share)
    return remark(N_("{share} or more"), share=share)


def divided_said(votes: Iterable[UnitVote]) -> tuple[Remark, ...]:
    """Name the owners whose units voted differently: their one head cannot agree and not agree."""
    said: dict[tuple[str, str], set[bool]] = {}
    for vote in votes:
        if vote.took_part:
            said.setdefault(head_of(vote), set()).add(vote.agrees)
    divided = tuple(name for (_kind, name), answers in said.items() if len(answers) > 1)
    if not divided:
        return ()
    return (
        remark(
            N_(
                "{owners}: units of one owner voted differently. By heads this counts as not "
                "agreeing; ask the owner."
            ),
            owners=Listed(divided),
        ),
    )


def short_said(heads: Axis, area: Axis) -> str:
    """Say what is missing next, in one line such as “short by 1 owner / 214.50 m²”; or nothing."""
    owners = n_("{count} owner", "{count} owners", heads.short_by).format(count=heads.short_by)
    metres = f"{square_metres(area.short_by)} m²"
    missing = [
        words for words, short in ((owners, heads.short_by), (metres, area.short_by)) if short
    ]
    if not missing:
        return ""
    said = _("short by {missing}")
    if heads.quorum_short_by or area.quorum_short_by:
        said = _("too few take part: short by {missing}")
    return said.format(missing=" / ".join(missing))
