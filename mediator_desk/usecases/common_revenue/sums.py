"""The sums of an account, and how its notices say them; notices are always Chinese."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from mediator_desk.labels import chinese
from mediator_desk.records.revenue import RevenueAccount, RevenueLine, RevenueSide, RevenueUnit
from mediator_desk.rules.amounts import in_figures
from mediator_desk.rules.heads_and_area import square_metres
from mediator_desk.rules.revenue import UnitArea, UnitShare, distributable, shares

_NOTHING = Decimal("0.00")


def sum_of(lines: Iterable[RevenueLine], side: RevenueSide) -> Decimal:
    """Add up one side of an account."""
    return sum((one.amount for one in lines if one.side is side), _NOTHING)


def left_of(lines: Sequence[RevenueLine]) -> Decimal:
    """Give what is left for the owners. Raises ``Refusal`` when the costs are above the income."""
    return distributable(
        (one.amount for one in lines if one.side is RevenueSide.INCOME),
        (one.amount for one in lines if one.side is RevenueSide.COST),
    )


def shares_of(
    lines: Sequence[RevenueLine], units: Iterable[RevenueUnit]
) -> tuple[UnitShare, ...]:  # fmt: skip
    """Share what is left by the units of the account. Raises ``Refusal``."""
    return shares(left_of(lines), (UnitArea(unit=one.unit, area=one.area) for one in units))


def account_said(
    account: RevenueAccount, lines: Sequence[RevenueLine], units: Sequence[RevenueUnit]
) -> str:
    """Say an account as its notice does: sums, and by what it is shared; no unit and no name."""
    income, cost = (sum_of(lines, side) for side in RevenueSide)
    left = left_of(lines)
    area = sum(one.area for one in units)
    said = [
        f"收入合计：{in_figures(income)}元",
        *(_line(one) for one in lines if one.side is RevenueSide.INCOME),
        f"合理成本合计：{in_figures(cost)}元",
        *(_line(one) for one in lines if one.side is RevenueSide.COST),
        f"归业主共有收益：{in_figures(left)}元",
        f"期末余额：{in_figures(account.opening + left)}元",
        f"按专有部分面积分摊：共{len(units)}户、{square_metres(area)}㎡，各户金额见所附分摊表。",
    ]
    return "\n".join(said)


def use_said(account: RevenueAccount) -> str:
    """Say what the money is used for."""
    purpose = "" if account.purpose is None else f"用途：{chinese(account.purpose)}"
    amount = account.distributable
    sum_said = "" if amount is None else f"金额：{in_figures(amount)}元"
    return "\n".join(one for one in (purpose, sum_said, account.plan) if one)


def _line(one: RevenueLine) -> str:
    proof = f"（{one.proof}）" if one.proof else ""
    return f"　{one.what}{proof}：{in_figures(one.amount)}元"
