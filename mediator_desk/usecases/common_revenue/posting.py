"""Post the account of a quarter, and make public what was decided and done (两公开)."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.public_notice import NoticeKind
from mediator_desk.records.revenue import RevenueAccount, RevenueLine, RevenueState, RevenueUnit
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.quarters import Quarter
from mediator_desk.rules.remarks import Day
from mediator_desk.rules.revenue import UnitArea, shares
from mediator_desk.rules.transitions import REVENUE_STEPS, after
from mediator_desk.usecases.clocks import start_clock
from mediator_desk.usecases.common_revenue.accounts import NEXT
from mediator_desk.usecases.common_revenue.sums import account_said, left_of, use_said
from mediator_desk.usecases.public_notices import PostNotice, check_notice_over, hang_notice
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class PostRevenueAccount:
    """Where and since when the account hangs."""

    account: UUID
    boards: tuple[str, ...]
    posted_on: date | None = None
    contact: str = ""


def post_revenue_account(desk: Desk, asked: PostRevenueAccount) -> Changes:
    """Post the account; from now on its lines, its units and so its shares stand."""
    with desk.work("post-revenue-account") as work:
        account = work.get(RevenueAccount, asked.account)
        after(REVENUE_STEPS, "post-revenue-account", account.state)
        if account.account_posted_on is not None:
            raise Refusal(
                N_("The account hangs since {day} already."), day=Day(account.account_posted_on)
            )
        quarter = Quarter.of(account.year, account.quarter)
        posted_on = asked.posted_on or local_day(desk.now())
        if posted_on <= quarter.last_day:
            raise Refusal(
                N_("The quarter ends on {day}. Post its account after that."),
                day=Day(quarter.last_day),
            )
        lines = work.of(RevenueLine, account.id)
        left = _shared(work, account, lines)
        hang_notice(
            desk,
            work,
            PostNotice(
                kind=NoticeKind.REVENUE_ACCOUNT,
                subject=account.id,
                title=f"{account.title}收支公示",
                text=account_said(account, lines, work.of(RevenueUnit, account.id)),
                boards=asked.boards,
                contact=asked.contact,
                posted_on=posted_on,
            ),
        )
        work.put(replace(account, distributable=left, account_posted_on=posted_on))
        next_end = quarter.next().last_day
        start_clock(desk, work, account.id, NEXT, next_end, desk.books.notices.rule_set)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class PostRevenueUse:
    """Where and since when it hangs what was decided, or what was done; ``text`` adds to it."""

    account: UUID
    boards: tuple[str, ...]
    text: str = ""
    posted_on: date | None = None


def post_revenue_decision(desk: Desk, asked: PostRevenueUse) -> Changes:
    """Make the owners' decision on the use public (first disclosure)."""
    with desk.work("post-revenue-decision") as work:
        account = work.get(RevenueAccount, asked.account)
        state = after(REVENUE_STEPS, "post-revenue-decision", account.state)
        _post_use(desk, work, account, asked, NoticeKind.RESULT)
        work.put(replace(account, state=state))
        return work.commit()


def carry_out_revenue_use(desk: Desk, asked: PostRevenueUse) -> Changes:
    """Make public what was done (second disclosure), once the decision has hung its days."""
    with desk.work("carry-out-revenue-use") as work:
        account = work.get(RevenueAccount, asked.account)
        state = after(REVENUE_STEPS, "carry-out-revenue-use", account.state)
        day = asked.posted_on or local_day(desk.now())
        check_notice_over(desk, work, account.id, NoticeKind.RESULT, day)
        if not asked.text.strip():
            raise Refusal(N_("Write down what was done with the money."))
        _post_use(desk, work, account, asked, NoticeKind.CARRIED_OUT)
        work.put(replace(account, state=state))
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseRevenue:
    """The account that is done; with no use decided, what is left is carried over."""

    account: UUID


def close_revenue(desk: Desk, asked: CloseRevenue) -> Changes:
    """Close an account whose notices have hung their days, with every objection answered."""
    with desk.work("close-revenue") as work:
        account = work.get(RevenueAccount, asked.account)
        state = after(REVENUE_STEPS, "close-revenue", account.state)
        today = local_day(desk.now())
        check_notice_over(desk, work, account.id, NoticeKind.REVENUE_ACCOUNT, today)
        if account.state is RevenueState.CARRIED_OUT:
            check_notice_over(desk, work, account.id, NoticeKind.CARRIED_OUT, today)
        work.put(replace(account, state=state))
        return work.commit()


def _shared(work: Work, account: RevenueAccount, lines: tuple[RevenueLine, ...]) -> Decimal:
    """Give what is left, once it is sure that it can be shared. Raises ``Refusal``."""
    if not lines:
        raise Refusal(N_("The account has no line yet. Enter what came in and what it cost."))
    units = work.of(RevenueUnit, account.id)
    left = left_of(lines)
    shares(left, (UnitArea(unit=one.unit, area=one.area) for one in units))
    return left


def _post_use(
    desk: Desk, work: Work, account: RevenueAccount, asked: PostRevenueUse, kind: NoticeKind
) -> None:
    what = "使用决定" if kind is NoticeKind.RESULT else "使用结果"
    said = "\n".join(one for one in (use_said(account), asked.text.strip()) if one)
    hang_notice(
        desk,
        work,
        PostNotice(
            kind=kind,
            subject=account.id,
            title=f"{account.title}{what}公示",
            text=said,
            boards=asked.boards,
            posted_on=asked.posted_on,
        ),
    )
