"""A team's own papers as the store lists them: sweeps, handovers, claims of awards."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, text

from db.commons import CommonsQueries
from db.files import children, dispute_rows, people_names
from db.work import find_record, get_record, read_all
from mediator_desk.records.award import AwardClaim, AwardLine
from mediator_desk.records.care import RiskLevel
from mediator_desk.records.team import Team
from mediator_desk.records.team_work import Handover, Sweep
from mediator_desk.rows.team_work import (
    AwardFile,
    ClaimedMatter,
    HandoverFile,
    SweepFile,
    SweptDispute,
    TeamPaperFile,
    TeamPaperKind,
    TeamPaperRow,
)
from mediator_desk.rules.durations import start_of_day

_SWEPT = """
SELECT dispute.id AS id, max(dispute.households, (SELECT count(*) FROM party
  WHERE party.dispute = dispute.id AND NOT party.gone)) AS people,
 risk.level AS level, risk.measures AS measures
FROM dispute
LEFT JOIN risk_report AS risk ON risk.id = (
  SELECT id FROM risk_report WHERE dispute = dispute.id AND NOT gone
  ORDER BY reported_at DESC LIMIT 1)
WHERE dispute.team = :team AND NOT dispute.gone AND dispute.outcome <> 'duplicate'
 AND dispute.logged_at >= :first AND dispute.logged_at < :after
ORDER BY dispute.logged_at, dispute.id
"""

_CLOSED = """
SELECT id FROM dispute WHERE NOT gone AND team = :team AND stage IN ('closed', 'archived')
 AND closed_at >= :first AND closed_at < :after ORDER BY closed_at, id
"""

_IN_HAND = "SELECT id FROM dispute WHERE NOT gone AND mediator = :mediator ORDER BY logged_at, id"

_LINKS = "SELECT id, same_as FROM dispute WHERE NOT gone AND same_as IS NOT NULL"

_CLAIMED = """
SELECT DISTINCT award_line.matter, award_claim.id, award_claim.number
FROM award_line JOIN award_claim ON award_claim.id = award_line.claim
WHERE NOT award_line.gone AND NOT award_claim.gone AND award_claim.state <> 'returned'
ORDER BY award_claim.id
"""


def team_paper_rows(connection: Connection) -> tuple[TeamPaperRow, ...]:
    """List a team's own papers, newest first."""
    names = people_names(connection)
    lines = read_all(connection, AwardLine)
    rows = [
        TeamPaperRow(
            id=one.id,
            kind=TeamPaperKind.SWEEP,
            number=one.number,
            first_on=one.first_on,
            last_on=one.last_on,
            count=len(_swept(connection, one)),
            who=names.get(one.by, ""),
        )
        for one in read_all(connection, Sweep)
    ]
    rows += [
        TeamPaperRow(
            id=one.id,
            kind=TeamPaperKind.HANDOVER,
            number=one.number,
            first_on=one.handed_on,
            last_on=one.handed_on,
            count=len(one.disputes),
            who=f"{names.get(one.giver, '')} → {names.get(one.taker, '')}",
        )
        for one in read_all(connection, Handover)
    ]
    rows += [
        TeamPaperRow(
            id=one.id,
            kind=TeamPaperKind.AWARD,
            number=one.number,
            first_on=one.first_on,
            last_on=one.last_on,
            count=len({line.dispute for line in lines if line.claim == one.id}),
            who=names.get(one.drafted_by, ""),
            state=one.state,
        )
        for one in read_all(connection, AwardClaim)
    ]
    return tuple(sorted(rows, key=lambda row: (row.last_on, str(row.id)), reverse=True))


def team_paper(connection: Connection, id: UUID) -> TeamPaperFile:
    """Read one of them whole. Raises ``NotFound``."""
    if find_record(connection, Sweep, id) is not None:
        return _sweep_file(connection, id)
    if find_record(connection, Handover, id) is not None:
        return _handover_file(connection, id)
    return _award_file(connection, id)


def _sweep_file(connection: Connection, id: UUID) -> SweepFile:
    """Read one sweep with what it found. Raises ``NotFound``."""
    sweep = get_record(connection, Sweep, id)
    found = _swept(connection, sweep)
    rows = {str(row.id): row for row in dispute_rows(connection, [one["id"] for one in found])}
    return SweepFile(
        sweep=sweep,
        team=find_record(connection, Team, sweep.team),
        disputes=tuple(
            SweptDispute(
                row=rows[one["id"]],
                people=one["people"],
                level=None if one["level"] is None else RiskLevel(one["level"]),
                measures=one["measures"] or "",
            )
            for one in found
            if one["id"] in rows
        ),
        people=people_names(connection),
    )


def _handover_file(connection: Connection, id: UUID) -> HandoverFile:
    """Read one handover with its disputes. Raises ``NotFound``."""
    handover = get_record(connection, Handover, id)
    rows = dispute_rows(connection, [str(one) for one in handover.disputes])
    return HandoverFile(
        handover=handover,
        team=find_record(connection, Team, handover.team),
        disputes=rows[::-1],
        people=people_names(connection),
    )


def _award_file(connection: Connection, id: UUID) -> AwardFile:
    """Read one claim with its lines. Raises ``NotFound``."""
    claim = get_record(connection, AwardClaim, id)
    lines = children(connection, AwardLine, id)
    rows = dispute_rows(connection, sorted({str(one.dispute) for one in lines}))
    return AwardFile(
        claim=claim,
        team=find_record(connection, Team, claim.team),
        lines=lines,
        disputes={row.id: row for row in rows},
        people=people_names(connection),
    )


def closed_between(connection: Connection, team: UUID, first: date, last: date) -> tuple[UUID, ...]:
    """Name a team's disputes closed between two days, both included, the earliest first."""
    found = connection.execute(text(_CLOSED), {"team": str(team), **_span(first, last)})
    return tuple(UUID(one) for one in found.scalars())


def disputes_of(connection: Connection, mediator: UUID) -> tuple[UUID, ...]:
    """Name the disputes in a mediator's hands, oldest first."""
    found = connection.execute(text(_IN_HAND), {"mediator": str(mediator)})
    return tuple(UUID(one) for one in found.scalars())


def same_matters(connection: Connection) -> Mapping[UUID, UUID]:
    """Give the disputes that were closed as logged twice, each with the one it repeats."""
    return {UUID(one.id): UUID(one.same_as) for one in connection.execute(text(_LINKS))}


def claimed_matters(connection: Connection) -> tuple[ClaimedMatter, ...]:
    """Give the matters in claims that were not returned."""
    return tuple(
        ClaimedMatter(matter=UUID(one.matter), claim=UUID(one.id), number=one.number)
        for one in connection.execute(text(_CLAIMED))
    )


def _swept(connection: Connection, sweep: Sweep) -> list[dict[str, Any]]:
    asked = {"team": str(sweep.team), **_span(sweep.first_on, sweep.last_on)}
    return [dict(one) for one in connection.execute(text(_SWEPT), asked).mappings()]


def _span(first: date, last: date) -> dict[str, str]:
    """Give the moments a span of whole days begins and ends at, as the store writes them."""
    after = last + timedelta(days=1)
    return {"first": _stored(start_of_day(first)), "after": _stored(start_of_day(after))}


def _stored(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds")


@dataclass(frozen=True, slots=True)
class TeamWorkQueries(CommonsQueries):
    """Questions about a team's own papers."""

    def team_papers(self) -> tuple[TeamPaperRow, ...]:
        """List sweeps, handovers and claims of awards, newest first."""
        with self._reading() as connection:
            return team_paper_rows(connection)

    def team_paper(self, id: UUID) -> TeamPaperFile:
        """Read one of them whole."""
        with self._reading() as connection:
            return team_paper(connection, id)

    def disputes_of(self, mediator: UUID) -> tuple[UUID, ...]:
        """Name the disputes in a mediator's hands, oldest first."""
        with self._reading() as connection:
            return disputes_of(connection, mediator)

    def closed_between(self, team: UUID, first: date, last: date) -> tuple[UUID, ...]:
        """Name a team's disputes closed between two days, the earliest first."""
        with self._reading() as connection:
            return closed_between(connection, team, first, last)

    def same_matters(self) -> Mapping[UUID, UUID]:
        """Give the disputes closed as logged twice, each with the one it repeats."""
        with self._reading() as connection:
            return same_matters(connection)

    def claimed_matters(self) -> tuple[ClaimedMatter, ...]:
        """Give the matters in claims that were not returned."""
        with self._reading() as connection:
            return claimed_matters(connection)
