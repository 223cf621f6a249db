"""Accounts of common revenue as the store lists them, and one of them whole."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import Connection, text

from db.files import children, people_names
from db.work import find_record, get_record
from mediator_desk.records.clocks import Extension, Pause
from mediator_desk.records.follow_up import Deadline
from mediator_desk.records.owners_vote import OwnersVote
from mediator_desk.records.public_notice import Objection, PublicNotice
from mediator_desk.records.revenue import (
    DeliberationStep,
    RevenueAccount,
    RevenueLine,
    RevenueState,
    RevenueUnit,
)
from mediator_desk.records.team import Team
from mediator_desk.rows.revenue import RevenueFile, RevenueRow

_ACCOUNTS = """
SELECT revenue_account.*,
 (SELECT count(*) FROM revenue_unit WHERE account = revenue_account.id AND NOT gone) AS units,
 (SELECT min(due_at) FROM deadline WHERE subject = revenue_account.id AND met_at IS NULL
   AND NOT called_off AND NOT gone) AS due_at
FROM revenue_account WHERE NOT gone ORDER BY year DESC, quarter DESC, id DESC LIMIT 500
"""
_LINES = "SELECT account, side, amount FROM revenue_line WHERE NOT gone"


def revenue_rows(connection: Connection) -> tuple[RevenueRow, ...]:
    """List the accounts, the newest quarter first."""
    left: dict[str, Decimal] = {}
    # Sums are added here, exactly: the store keeps them as text.
    for line in connection.execute(text(_LINES)).mappings():
        amount = Decimal(line["amount"])
        more = amount if line["side"] == "income" else -amount
        left[line["account"]] = left.get(line["account"], Decimal("0.00")) + more
    return tuple(
        RevenueRow(
            id=UUID(one["id"]),
            number=one["number"],
            title=one["title"],
            estate=one["estate"],
            year=one["year"],
            quarter=one["quarter"],
            state=RevenueState(one["state"]),
            left=left.get(one["id"], Decimal("0.00")),
            units=one["units"],
            posted_on=_day(one["account_posted_on"]),
            due_at=datetime.fromisoformat(one["due_at"]) if one["due_at"] else None,
        )
        for one in connection.execute(text(_ACCOUNTS)).mappings()
    )


def revenue_file(connection: Connection, id: UUID) -> RevenueFile:
    """Read an account whole. Raises ``NotFound``."""
    account = get_record(connection, RevenueAccount, id)
    return RevenueFile(
        account=account,
        lines=children(connection, RevenueLine, id),
        units=children(connection, RevenueUnit, id),
        steps=children(connection, DeliberationStep, id),
        vote=find_record(connection, OwnersVote, account.vote),
        notices=children(connection, PublicNotice, id),
        objections=children(connection, Objection, id),
        deadlines=children(connection, Deadline, id),
        extensions=children(connection, Extension, id),
        pauses=children(connection, Pause, id),
        team=find_record(connection, Team, account.team),
        people=people_names(connection),
    )


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None
