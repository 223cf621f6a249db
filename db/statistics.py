"""What statistics want to know of each dispute, read in one pass and one by one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from db.commons import Readings
from db.work import read_all
from mediator_desk.records.agreement import AgreementForm
from mediator_desk.records.dispute import CaseSource, Category, Outcome, Topic
from mediator_desk.records.reported import ReportedFigure
from mediator_desk.records.team import Committee
from mediator_desk.rows.statistics import OpenCase
from mediator_desk.rules.durations import local_day, start_of_day
from mediator_desk.rules.statistics import CaseLine

_AT_ONCE = 500
_TO_THE_HOUR = len("2026-08-31T16")

# The newest marks hold; a whole agreement stands before one on some points only.
_LINES = """
SELECT d.id, d.logged_at, d.accepted_at, d.closed_at, d.outcome, d.source, d.category, d.topic,
 d.division, d.channel = 'visit', coalesce(c.kind, ''),
 (SELECT form FROM agreement a WHERE a.dispute = d.id AND NOT a.gone
   ORDER BY a.partial, a.id DESC LIMIT 1),
 EXISTS (SELECT 1 FROM sitting s WHERE s.dispute = d.id AND NOT s.gone),
 (SELECT CASE WHEN count(*) = count(o.performed_on) THEN max(o.performed_on) END
   FROM obligation o WHERE o.dispute = d.id AND NOT o.gone),
 EXISTS (SELECT 1 FROM obligation o WHERE o.dispute = d.id AND NOT o.gone),
 (SELECT min(f.visited_on) FROM follow_up f WHERE f.dispute = d.id AND f.performed AND NOT f.gone),
 (SELECT min(n.decided_on) FROM confirmation n WHERE n.dispute = d.id AND n.state = 'confirmed'
   AND NOT n.gone),
 (SELECT count(*) FROM party p WHERE p.dispute = d.id AND NOT p.gone),
 (SELECT coalesce(sum(CAST(round(o.amount * 100) AS INTEGER)), 0) FROM obligation o
   WHERE o.dispute = d.id AND NOT o.gone),
 m.complex, m.people, m.suicide, m.crime, m.petition, m.fight
FROM dispute d LEFT JOIN committee c ON c.id = d.committee
LEFT JOIN case_marks m ON m.id = (SELECT max(id) FROM case_marks k WHERE k.dispute = d.id
  AND NOT k.gone)
WHERE NOT d.gone AND (d.logged_at BETWEEN :since AND :until OR d.accepted_at BETWEEN :since AND
 :until OR d.closed_at BETWEEN :since AND :until)
"""

_OPEN = "SELECT id, topic, division FROM line WHERE stage NOT IN ('closed', 'archived')"

# The rest of a case takes far longer to find than these.
_TREND = """
SELECT d.id, d.logged_at, d.accepted_at, d.closed_at, d.outcome,
 (SELECT form FROM agreement a WHERE a.dispute = d.id AND NOT a.gone
   ORDER BY a.partial, a.id DESC LIMIT 1),
 d.closed_at IS NOT NULL AND EXISTS (SELECT 1 FROM sitting s WHERE s.dispute = d.id AND NOT s.gone)
FROM dispute d
WHERE NOT d.gone AND (d.logged_at BETWEEN :since AND :until OR d.accepted_at BETWEEN :since AND
 :until OR d.closed_at BETWEEN :since AND :until)
"""


@dataclass(frozen=True, slots=True)
class FigureQueries(Readings):
    """Questions of the statistics."""

    def case_lines(self, first_day: date, last_day: date) -> Iterator[CaseLine]:
        """Give, one by one, what statistics want to know of the disputes of some days."""
        with self._cursor() as cursor:
            yield from _lines(cursor, first_day, last_day)

    def trend_lines(self, first_day: date, last_day: date) -> Iterator[CaseLine]:
        """Give the same with no more in it than a trend needs: days, outcome, form and sitting."""
        with self._cursor() as cursor:
            cursor.execute(_TREND, _span(first_day, last_day))
            while rows := cursor.fetchmany(_AT_ONCE):
                yield from map(_trend_line, rows)

    def committees(self) -> tuple[Committee, ...]:
        """List the committees known here."""
        with self._reading() as connection:
            return read_all(connection, Committee)

    def reported_figures(self) -> tuple[ReportedFigure, ...]:
        """List the figures that people typed for a period, oldest first."""
        with self._reading() as connection:
            return read_all(connection, ReportedFigure)

    def open_cases(self) -> tuple[OpenCase, ...]:
        """List the disputes that have not ended yet."""
        with self._cursor() as cursor:
            cursor.execute(_OPEN)
            return tuple(
                OpenCase(id=UUID(id), topic=Topic(topic), division=division)
                for id, topic, division in cursor
            )


def _lines(cursor: Any, first_day: date, last_day: date) -> Iterator[CaseLine]:
    """Give what was logged, accepted or closed within some days; the cursor is the driver's."""
    cursor.execute(_LINES, _span(first_day, last_day))
    while rows := cursor.fetchmany(_AT_ONCE):
        yield from map(_line, rows)


def _span(first_day: date, last_day: date) -> dict[str, str]:
    """Say within which texts of moments some days lie."""
    # Moments are kept as UTC text that sorts as time does; a day more on each side costs nothing.
    return {
        "since": (start_of_day(first_day) - timedelta(days=1)).isoformat()[:10],
        "until": (start_of_day(last_day) + timedelta(days=2)).isoformat()[:10],
    }


def _line(row: Any) -> CaseLine:
    """Read one case."""
    promised, performed_on = row[14], row[13]
    return CaseLine(
        id=UUID(row[0]),
        logged_on=_local(row[1]),
        accepted_on=_local(row[2]) if row[2] else None,
        closed_on=_local(row[3]) if row[3] else None,
        outcome=Outcome(row[4]),
        source=CaseSource(row[5]),
        category=Category(row[6]),
        topic=Topic(row[7]),
        division=row[8],
        from_visit=bool(row[9]),
        committee_kind=row[10],
        form=AgreementForm(row[11]) if row[11] else None,
        heard=bool(row[12]),
        performed_on=_day(performed_on if promised else row[15]),
        confirmed_on=_day(row[16]),
        persons=row[20] or row[17],
        cents=row[18],
        complex=bool(row[19]),
        suicide=row[21] or 0,
        crime=row[22] or 0,
        petition=row[23] or 0,
        fight=row[24] or 0,
    )


def _trend_line(row: Any) -> CaseLine:
    """Read as much of a case as a trend needs."""
    return CaseLine(
        id=UUID(row[0]),
        logged_on=_local(row[1]),
        accepted_on=_local(row[2]) if row[2] else None,
        closed_on=_local(row[3]) if row[3] else None,
        outcome=Outcome(row[4]),
        form=AgreementForm(row[5]) if row[5] else None,
        heard=bool(row[6]),
    )


def _local(moment: str) -> date:
    """Give the day in China of a moment of the store."""
    return _day_of_hour(moment[:_TO_THE_HOUR])


@lru_cache(maxsize=20_000)
def _day_of_hour(hour: str) -> date:
    """Give the day in China of an hour in UTC: many moments lie in few hours."""
    return local_day(datetime.fromisoformat(f"{hour}:00+00:00"))


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None
