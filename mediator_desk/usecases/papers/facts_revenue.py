"""The facts of an account of common revenue, in the words of its paper."""

from collections.abc import Sequence
from datetime import date

from mediator_desk.labels import chinese
from mediator_desk.paper.facts_revenue import GridFacts, RevenueFacts
from mediator_desk.ports import Desk
from mediator_desk.records.public_notice import NoticeKind
from mediator_desk.records.revenue import RevenueSide
from mediator_desk.rows.revenue import RevenueFile
from mediator_desk.rules.amounts import in_figures
from mediator_desk.rules.heads_and_area import square_metres
from mediator_desk.rules.quarters import Quarter
from mediator_desk.rules.revenue import UnitShare, per_square_metre
from mediator_desk.usecases.common_revenue.sums import left_of, shares_of, sum_of

_INCOME = (("收入项目", 0.4), ("合同/凭证号", 0.3), ("金额（元）", 0.3))
_COST = (("成本项目", 0.4), ("合同/凭证号", 0.3), ("金额（元）", 0.3))
_USE = (("用途", 0.4), ("共同决定文号", 0.3), ("金额（元）", 0.3))
_SIDE_BY_SIDE = 2
_SHARES = (("房号", 0.18), ("面积（㎡）", 0.15), ("分摊（元）", 0.17)) * _SIDE_BY_SIDE


def revenue_facts(desk: Desk, file: RevenueFile) -> RevenueFacts:
    """Say what the account says. Raises ``Refusal`` when it cannot be shared."""
    account, left = file.account, left_of(file.lines)
    area = sum(one.area for one in file.units)
    return RevenueFacts(
        number=account.number,
        body=desk.team.name if file.team is None else file.team.name,
        estate=account.estate,
        quarter=str(Quarter.of(account.year, account.quarter)),
        income=_lines(file, RevenueSide.INCOME, _INCOME),
        income_sum=f"{in_figures(sum_of(file.lines, RevenueSide.INCOME))}元",
        cost=_lines(file, RevenueSide.COST, _COST),
        cost_sum=f"{in_figures(sum_of(file.lines, RevenueSide.COST))}元",
        distributable=f"{in_figures(left)}元",
        balance=f"{in_figures(account.opening + left)}元",
        account=account.account_tail,
        use=_use(file),
        posted=_posted(file),
        per_square_metre=(
            f"{per_square_metre(left, area)}元（共{len(file.units)}户、{square_metres(area)}㎡，"
            "尾差计入面积最大的一户）"
        ),
        shares=_shares(shares_of(file.lines, file.units)),
        posted_on=account.account_posted_on,
    )


def _lines(
    file: RevenueFile, side: RevenueSide, columns: tuple[tuple[str, float], ...]
) -> GridFacts:  # fmt: skip
    return GridFacts(
        columns=columns,
        rows=tuple(
            (one.what, one.proof, in_figures(one.amount)) for one in file.lines if one.side is side
        ),
    )


def _use(file: RevenueFile) -> GridFacts:
    """Say the use once the owners have decided on it; a proposal is no use."""
    account = file.account
    if file.vote is None or account.purpose is None:
        return GridFacts(columns=_USE, rows=())
    amount = in_figures(left_of(file.lines))
    return GridFacts(columns=_USE, rows=((chinese(account.purpose), file.vote.number, amount),))


def _posted(file: RevenueFile) -> str:
    for one in file.notices:
        if one.kind is NoticeKind.REVENUE_ACCOUNT:
            until = one.may_come_down_on
            said = f"自{_day(one.posted_on)}起"
            return f"{said}，{_day(until)}起可撤下" if until else said
    return ""


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _shares(shared: Sequence[UnitShare]) -> GridFacts:
    """Put the units beside each other, read down in the order of the roster on every line."""
    told = [(one.unit, square_metres(one.area), in_figures(one.amount)) for one in shared]
    if len(told) % _SIDE_BY_SIDE:
        told.append(("", "", ""))
    rows = tuple(
        tuple(word for one in told[at : at + _SIDE_BY_SIDE] for word in one)
        for at in range(0, len(told), _SIDE_BY_SIDE)
    )
    return GridFacts(columns=_SHARES, rows=rows)
