"""The facts of a ballot and of the sheet of a count, in the words of the papers."""

from datetime import date

from mediator_desk.labels import chinese
from mediator_desk.paper.facts_votes import BallotFacts, CountedFacts, TallyFacts
from mediator_desk.ports import Desk
from mediator_desk.records.owners_vote import Choice, Delivery, OwnersVote, VotingUnit
from mediator_desk.rows import VoteFile
from mediator_desk.rules.ballots import Standing, read_ballots
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.fractions import Share, percent
from mediator_desk.rules.heads_and_area import Axis, Tally, square_metres
from mediator_desk.rules.joint_decision import Outcome
from mediator_desk.rules.joint_rules import Base, Silent
from mediator_desk.usecases.owners_votes.counting import outcome_of

_LAW = "《民法典》第二百七十八条第一款第（{item}）项　{what}"
_ALL_CONCERNED = "《民法典》第二百七十九条　有利害关系的业主一致同意"
_NUMERALS = "一二三四五六七八九"
_ITEMS = (
    "制定和修改业主大会议事规则",
    "制定和修改管理规约",
    "选举业主委员会或者更换业主委员会成员",
    "选聘和解聘物业服务企业或者其他管理人",
    "使用建筑物及其附属设施的维修资金",
    "筹集建筑物及其附属设施的维修资金",
    "改建、重建建筑物及其附属设施",
    "改变共有部分的用途或者利用共有部分从事经营活动",
    "有关共有和共同管理权利的其他重大事项",
)


def ballot_facts(desk: Desk, file: VoteFile, unit: VotingUnit) -> BallotFacts:
    """Say what the ballot of one unit says."""
    vote = file.vote
    return BallotFacts(
        serial=unit.serial,
        vote_no=vote.number,
        body=_body(desk, file),
        matter=vote.matter,
        item=_law(vote),
        scope=file.place or vote.title,
        period=_period(vote),
        room=unit.unit,
        area=f"{square_metres(unit.area)}㎡（{chinese(unit.area_source)}）",
        owner="、".join(one for one in (unit.owner, *unit.co_owners) if one),
        agent=unit.agent,
        returned_to=_body(desk, file),
        clause=vote.covenant_clause and f"管理规约约定：{vote.covenant_clause}",
        delivered_by="" if unit.delivery is Delivery.NOT_YET else chinese(unit.delivery),
        delivered_on=unit.delivered_on,
    )


def tally_facts(desk: Desk, file: VoteFile) -> TallyFacts:
    """Say what the sheet of a counted vote says; it names no owner and no unit."""
    vote = file.vote
    ballots = read_ballots(file.units, file.entries)
    outcome = outcome_of(desk.books.joint, vote, ballots)
    rule = outcome.rule
    back = [one for one in ballots if one.standing is not Standing.OUT]
    invalid = sum(one.choice is Choice.INVALID for one in back)
    return TallyFacts(
        vote_no=vote.number,
        body=_body(desk, file),
        matter=vote.matter,
        item=_law(vote),
        scope=file.place or vote.title,
        form=chinese(vote.form),
        period=_period(vote),
        rule_set=f"{rule.title.zh}（{rule.source}；{_day(rule.effective_from)}起适用）",
        ballots=f"发出{len(ballots)}张，收回{len(back)}张，其中无效{invalid}张",
        counted=_counted(outcome),
        result=_result(outcome),
        shortfall=_shortfall(outcome),
        caution=rule.caution.zh,
        other_count="\n".join(_other(one) for one in outcome.alternatives),
        counted_on=None if vote.counted_at is None else local_day(vote.counted_at),
    )


def _law(vote: OwnersVote) -> str:
    if not vote.law_item:
        return _ALL_CONCERNED
    at = vote.law_item - 1
    return _LAW.format(item=_NUMERALS[at], what=_ITEMS[at])


def _period(vote: OwnersVote) -> str:
    closes = _day(vote.closes_on)
    if vote.opens_on.year == vote.closes_on.year:
        closes = closes.partition("年")[2]
    return f"{_day(vote.opens_on)}至{closes}"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _body(desk: Desk, file: VoteFile) -> str:
    return desk.team.name if file.team is None else file.team.name


def _counted(outcome: Outcome) -> tuple[CountedFacts, ...]:
    """Give the lines of the count, each by heads and by area, with exact fractions."""
    rule, heads, area = outcome.rule, outcome.heads, outcome.area
    silent = "\n（含计入的未表决票）" if rule.silent is Silent.WITH_MAJORITY else ""
    sums = [
        CountedFacts(what=what, heads=f"{people}人", area=f"{square_metres(metres)}㎡")
        for what, people, metres in (
            ("全体业主", heads.tally.all, area.tally.all),
            (f"参与表决{silent}", heads.tally.taking_part, area.tally.taking_part),
            (f"同意{silent}", heads.tally.agreeing, area.tally.agreeing),
            ("不同意和弃权", heads.tally.against, area.tally.against),
        )
    ]
    if rule.quorum is not None:
        sums.append(
            CountedFacts(
                what=f"参与比例\n（须{_share(rule.quorum)}）",
                heads=_ratio(heads.tally.taking_part, heads.tally.all, reached=heads.quorum),
                area=_ratio(
                    area.tally.taking_part, area.tally.all, reached=area.quorum, metres=True
                ),
            )
        )
    sums.append(
        CountedFacts(
            what=f"同意比例\n（须{_share(rule.majority(outcome.item))}）",
            heads=_ratio(
                heads.tally.agreeing, _whole(outcome, heads.tally), reached=heads.majority
            ),
            area=_ratio(
                area.tally.agreeing,
                _whole(outcome, area.tally),
                reached=area.majority,
                metres=True,
            ),
        )
    )
    return tuple(sums)


def _whole(outcome: Outcome, tally: Tally) -> int:
    return tally.all if outcome.rule.base is Base.ALL else tally.taking_part


def _ratio(part: int, whole: int, *, reached: bool, metres: bool = False) -> str:
    over, under = (square_metres(part), square_metres(whole)) if metres else (part, whole)
    return f"{over}/{under}＝{percent(part, whole)}\n{'达到' if reached else '未达到'}"


def _share(share: Share) -> str:
    if (share.numerator, share.denominator) == (1, 1):
        return "全体"
    said = f"{share.numerator}/{share.denominator}"
    return f"超过{said}" if share.strict else f"{said}以上"


def _result(outcome: Outcome) -> str:
    """Say the result in one of the words the form has for it."""
    heads, area = outcome.heads, outcome.area
    if outcome.passed:
        return "通过"
    if not heads.quorum or not area.quorum:
        return "未通过：未达参与比例"
    if not heads.majority and not area.majority:
        return "未通过：人数和面积均未达比例"
    return "未通过：人数未达比例" if not heads.majority else "未通过：面积未达比例"


def _shortfall(outcome: Outcome) -> str:
    heads, area = _missing(outcome.heads, "人"), _missing(outcome.area, "㎡")
    said = "、".join(one for one in (heads, area) if one)
    if not said:
        return "无"
    quorum = outcome.heads.quorum_short_by or outcome.area.quorum_short_by
    return f"{'参与表决' if quorum else '同意'}还差{said}"


def _missing(axis: Axis, unit: str) -> str:
    if not axis.short_by:
        return ""
    return f"{axis.short_by}{unit}" if unit == "人" else f"{square_metres(axis.short_by)}{unit}"


def _other(outcome: Outcome) -> str:
    heads, area = outcome.heads.tally, outcome.area.tally
    return (
        f"{outcome.rule.title.zh}：同意{heads.agreeing}人、{square_metres(area.agreeing)}㎡，"
        f"{_result(outcome)}。"
    )
