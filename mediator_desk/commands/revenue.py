"""Sharing the common revenue of a quarter by area without a store, from a roster of units."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from mediator_desk.commands.answers import Answer
from mediator_desk.commands.arguments import Commands, command
from mediator_desk.commands.codes import moment_or_day
from mediator_desk.commands.options import Arguments, Parser
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.commands.votes import roster_text
from mediator_desk.labels import label
from mediator_desk.records.public_notice import NoticeKind
from mediator_desk.rows.revenue import RevenueRow
from mediator_desk.rules.amounts import in_figures, parse_amount
from mediator_desk.rules.area_roster import read_areas
from mediator_desk.rules.deadlines import Due
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.heads_and_area import square_metres
from mediator_desk.rules.remarks import Day
from mediator_desk.rules.revenue import UnitShare, distributable, shares
from mediator_desk.words import _


def add_to(commands: "Commands[Parser]") -> None:
    """Add ``revenue``."""
    revenue = command(
        commands,
        "revenue",
        does=_("share the common revenue by area, to the cent"),
        example="revenue roster.csv --income 48600.00 --cost 8100.00",
        run=share,
    )
    revenue.add_argument("roster", type=Path, metavar="ROSTER.csv")
    revenue.add_argument(
        "--income", action="append", required=True, metavar=_("YUAN"), help=_("may be repeated")
    )
    revenue.add_argument(
        "--cost", action="append", default=[], metavar=_("YUAN"), help=_("may be repeated")
    )
    revenue.add_argument("--posted", metavar=_("DAY"), help=_("today if not said"))
    command(
        commands,
        "accounts",
        does=_("list the accounts of common revenue"),
        example="accounts",
        run=listed,
    )


def listed(_asked: Arguments, around: Surroundings) -> Answer:
    """List the accounts, the newest quarter first."""
    with around.visit() as visit:
        rows = visit.desk.queries.revenue_accounts()
    return Answer(json=[_row(one) for one in rows], lines=[_line(one) for one in rows])


def _row(one: RevenueRow) -> dict[str, object]:
    """Tell an account to programs."""
    return {
        "number": one.number,
        "estate": one.estate,
        "year": one.year,
        "quarter": one.quarter,
        "state": one.state.value,
        "distributable": f"{one.left:.2f}",
        "units": one.units,
        "posted_on": None if one.posted_on is None else one.posted_on.isoformat(),
        "due_at": None if one.due_at is None else one.due_at.isoformat(),
    }


def _line(one: RevenueRow) -> str:
    """Tell an account to people."""
    said = _("{number}  {title}  {amount} yuan  {state}")
    amount = f"{one.left:,.2f}"
    return said.format(number=one.number, title=one.title, amount=amount, state=label(one.state))


def share(asked: Arguments, around: Surroundings) -> Answer:
    """Share what is left of the income, and say how long the account must hang."""
    left = distributable(map(parse_amount, asked.income), map(parse_amount, asked.cost))
    shared = shares(left, read_areas(roster_text(asked.roster)))
    books = around.books()
    posted = local_day(moment_or_day(asked.posted) if asked.posted else around.now())
    least = books.notices.of(NoticeKind.REVENUE_ACCOUNT).least
    due = books.deadlines.due(least, posted, books.calendar, books.notices.rule_set)
    return Answer(json=_told(left, shared, due), lines=_said(left, shared, due))


def _told(left: Decimal, shared: Sequence[UnitShare], due: Due) -> dict[str, object]:
    """Tell the shares to programs."""
    return {
        "distributable": f"{left:.2f}",
        "area": square_metres(sum(one.area for one in shared)),
        "shares": [
            {
                "unit": one.unit,
                "area": square_metres(one.area),
                "amount": f"{one.amount:.2f}",
                "remainder": f"{one.remainder:.2f}",
            }
            for one in shared
        ],
        "may_come_down_on": None if due.due_on is None else due.due_on.isoformat(),
        "because": [one.words() for one in due.because],
    }


def _said(left: Decimal, shared: Sequence[UnitShare], due: Due) -> list[str]:
    """Tell the shares to people."""
    lines = [_("{amount} yuan belong to the owners").format(amount=in_figures(left))]
    line = _("{unit}: {area} m², {amount} yuan")
    lines += [
        "  "
        + line.format(unit=one.unit, area=square_metres(one.area), amount=in_figures(one.amount))
        for one in shared
    ]
    if due.due_on is not None:
        said = _("The account may be taken down from {day}.")
        lines.append(said.format(day=Day(due.due_on)))
    return lines
