"""Open the account of a quarter, and enter its lines and the units that share it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.owners_vote import OwnersVote, VotingUnit
from mediator_desk.records.revenue import RevenueAccount, RevenueLine, RevenueSide, RevenueUnit
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.amounts import exact_amount
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.quarters import Quarter
from mediator_desk.rules.revenue import UnitArea, check_units
from mediator_desk.rules.transitions import REVENUE_STEPS, after
from mediator_desk.usecases.clocks import meet_clocks, start_clock
from mediator_desk.usecases.log_dispute import check_division
from mediator_desk.words import N_

POST, NEXT = "D12.post", "D12.next"
_TAIL = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRevenue:
    """Which quarter of which estate; ``opening`` is what was left before it."""

    estate: str
    year: int
    quarter: int
    division: str = ""
    opening: Decimal = Decimal("0.00")
    account_tail: str = ""


def open_revenue(desk: Desk, asked: OpenRevenue) -> Changes:
    """Open an account; the clock of its posting starts at the end of the quarter."""
    with desk.work("open-revenue") as work:
        quarter, estate = Quarter.of(asked.year, asked.quarter), asked.estate.strip()
        _check_new(desk, asked, quarter)
        division = asked.division or desk.team.division
        check_division(desk, work, division)
        year = local_day(desk.now()).year
        count = work.next_number(f"revenue/{year}")
        account = work.add(
            RevenueAccount(
                id=desk.new_id(),
                team=desk.team.id,
                number=f"{desk.team.short}{desk.station.mark}收-{year}-{count}",
                title=f"{estate}{quarter}公共收益",
                estate=estate,
                division=division,
                year=quarter.year,
                quarter=quarter.number,
                opening=exact_amount(asked.opening),
                account_tail=asked.account_tail.strip(),
                logged_by=desk.person.id,
                logged_at=desk.now(),
            )
        )
        for one in desk.queries.revenue_accounts():
            if one.estate == estate and Quarter.of(one.year, one.quarter) < quarter:
                meet_clocks(desk, work, one.id, NEXT)
        start_clock(desk, work, account.id, POST, quarter.last_day, desk.books.notices.rule_set)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLine:
    """One line as it is typed."""

    side: RevenueSide
    what: str
    amount: Decimal
    proof: str = ""
    entered_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRevenueLines:
    """All lines of an account, in place of those before."""

    account: UUID
    lines: tuple[NewLine, ...]


def change_revenue_lines(desk: Desk, asked: ChangeRevenueLines) -> Changes:
    """Keep the lines of an account that does not hang yet."""
    with desk.work("change-revenue-lines") as work:
        account = _changeable(work, asked.account, "change-revenue-lines")
        for line in asked.lines:
            _check_line(desk, line)
        for old in work.of(RevenueLine, account.id):
            work.remove(old)
        for line in asked.lines:
            work.add(
                RevenueLine(
                    id=desk.new_id(),
                    account=account.id,
                    side=line.side,
                    what=line.what.strip(),
                    amount=exact_amount(line.amount),
                    proof=line.proof.strip(),
                    entered_on=line.entered_on,
                )
            )
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class Flat:
    """One unit as it is typed; ``area`` in square metres."""

    unit: str
    area: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeRevenueRoster:
    """The units that share, typed, or those of the roster of an owners' vote (``vote``)."""

    account: UUID
    units: tuple[Flat, ...] = ()
    vote: UUID | None = None


def take_revenue_roster(desk: Desk, asked: TakeRevenueRoster) -> Changes:
    """Keep the units of an account that does not hang yet, in place of those before."""
    with desk.work("take-revenue-roster") as work:
        account = _changeable(work, asked.account, "take-revenue-roster")
        units = _of_vote(work, asked.vote) if asked.vote else _typed(asked.units)
        check_units(units)
        for old in work.of(RevenueUnit, account.id):
            work.remove(old)
        for one in units:
            work.add(
                RevenueUnit(id=desk.new_id(), account=account.id, unit=one.unit, area=one.area)
            )
        return work.commit()


def _check_new(desk: Desk, asked: OpenRevenue, quarter: Quarter) -> None:
    """Refuse an account that says too little, or that is kept already. Raises ``Refusal``."""
    estate, tail = asked.estate.strip(), asked.account_tail.strip()
    if not estate:
        raise Refusal(N_("Say which estate the account is of."))
    if tail and (len(tail) != _TAIL or not tail.isascii() or not tail.isdigit()):
        raise Refusal(N_("Of the bank account only the last four digits are kept. Type those."))
    if quarter.first_day > local_day(desk.now()):
        raise Refusal(N_("That quarter has not begun yet. Choose one that has."))
    for one in desk.queries.revenue_accounts():
        if (one.estate, one.year, one.quarter) == (estate, asked.year, asked.quarter):
            raise Refusal(
                N_("This quarter has its account already: {number}. Open that one."),
                number=one.number,
            )


def _changeable(work: Work, id: UUID, usecase: str) -> RevenueAccount:
    """Give an account whose lines and units may still change. Raises ``Refusal``."""
    account = work.get(RevenueAccount, id)
    after(REVENUE_STEPS, usecase, account.state)
    if account.account_posted_on is not None:
        raise Refusal(
            N_("The account hangs on the board; its sums stand. Correct it in the next quarter.")
        )
    return account


def _check_line(desk: Desk, line: NewLine) -> None:
    if not line.what.strip() or not exact_amount(line.amount):
        raise Refusal(N_("Each line says what it is for and has an amount above zero."))
    if line.entered_on is not None and line.entered_on > local_day(desk.now()):
        raise Refusal(N_("The day of a line lies in the future. Correct it."))


def _of_vote(work: Work, vote: UUID) -> tuple[UnitArea, ...]:
    units = work.of(VotingUnit, work.get(OwnersVote, vote).id)
    return tuple(UnitArea(unit=one.unit, area=one.area) for one in units)


def _typed(units: Iterable[Flat]) -> tuple[UnitArea, ...]:
    return tuple(
        UnitArea(unit=one.unit.strip(), area=int(exact_amount(one.area) * 100)) for one in units
    )
