"""The cases of a ledger, read one by one so that memory stays flat however many there are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec

from db.commons import Readings
from mediator_desk.records.agreement import AgreementForm
from mediator_desk.records.case_marks import EventScale
from mediator_desk.records.dispute import CaseSource, Category, Channel, Outcome, Stage, Topic
from mediator_desk.records.follow_up import Satisfaction
from mediator_desk.rows.ledger_cases import LedgerCase, LedgerParty
from mediator_desk.rules.durations import local_day, start_of_day
from mediator_desk.rules.ledger_layouts import Chosen

_AT_ONCE = 200
_MOMENTS = {
    Chosen.LOGGED: "logged_at",
    Chosen.ACCEPTED: "accepted_at",
    Chosen.CLOSED: "closed_at",
}
_parties = msgspec.json.Decoder(tuple[LedgerParty, ...]).decode

# Columns in the order of ``_case``; {moment} is one of ours, never typed by anybody.
_CASES = """
SELECT d.number, d.volume_no, d.title, d.text, d.division, coalesce(e.name, ''), d.building,
 d.unit, d.category, d.topic, d.source, d.channel, d.stage, d.outcome, d.happened_on, d.logged_at,
 d.accepted_at,
 (SELECT c.due_at FROM deadline c WHERE c.subject = d.id AND c.rule = 'D01' AND NOT c.gone
   ORDER BY c.id DESC LIMIT 1),
 d.closed_at, coalesce(m.name, ''), coalesce(m.phone, ''), coalesce(b.name, ''),
 coalesce(t.name, ''),
 (SELECT json_group_array(json_object('side', p.side, 'kind', p.kind, 'name', p.name, 'sex', p.sex,
   'ethnicity', p.ethnicity, 'phone', p.phone, 'address', p.address, 'id_number', p.id_number))
   FROM (SELECT * FROM party WHERE dispute = d.id AND NOT gone ORDER BY side, id) p),
 a.form, a.agreed_on, coalesce(a.terms, ''),
 (SELECT coalesce(sum(CAST(round(o.amount * 100) AS INTEGER)), 0) FROM obligation o
   WHERE o.dispute = d.id AND NOT o.gone),
 (SELECT CASE WHEN count(*) = count(o.performed_on) THEN max(o.performed_on) END
   FROM obligation o WHERE o.dispute = d.id AND NOT o.gone),
 (SELECT max(f.visited_on) FROM follow_up f WHERE f.dispute = d.id AND NOT f.gone),
 (SELECT f.satisfaction FROM follow_up f WHERE f.dispute = d.id AND NOT f.gone
   ORDER BY f.visited_on DESC, f.id DESC LIMIT 1),
 (SELECT min(n.decided_on) FROM confirmation n WHERE n.dispute = d.id AND n.state = 'confirmed'
   AND NOT n.gone),
 d.risk,
 (SELECT g.reason FROM closing g WHERE g.dispute = d.id AND NOT g.gone ORDER BY g.id DESC LIMIT 1),
 k.complex, k.people, k.scale
FROM dispute d
LEFT JOIN place e ON e.id = d.estate
LEFT JOIN person m ON m.id = d.mediator
LEFT JOIN committee b ON b.id = d.committee
LEFT JOIN team t ON t.id = d.team
LEFT JOIN agreement a ON a.id = (SELECT id FROM agreement x WHERE x.dispute = d.id AND NOT x.gone
  ORDER BY x.partial, x.id DESC LIMIT 1)
LEFT JOIN case_marks k ON k.id = (SELECT max(id) FROM case_marks y WHERE y.dispute = d.id
  AND NOT y.gone)
WHERE NOT d.gone AND d.{moment} >= :since AND d.{moment} < :until ORDER BY d.{moment}, d.id
"""


@dataclass(frozen=True, slots=True)
class LedgerQueries(Readings):
    """Questions of the ledgers."""

    def ledger_cases(self, first_day: date, last_day: date, chosen: Chosen) -> Iterator[LedgerCase]:
        """Give, one by one, the cases of some days, by what happened to them in it."""
        span = {"since": _moment(first_day), "until": _moment(last_day + timedelta(days=1))}
        with self._cursor() as cursor:
            cursor.execute(_CASES.format(moment=_MOMENTS[chosen]), span)
            while rows := cursor.fetchmany(_AT_ONCE):
                yield from map(_case, rows)


def _case(row: Any) -> LedgerCase:
    """Read one case."""
    return LedgerCase(
        number=row[0],
        volume_no=row[1],
        title=row[2],
        text=row[3],
        division=row[4],
        place=" ".join(one for one in row[5:8] if one),
        category=Category(row[8]),
        topic=Topic(row[9]),
        source=CaseSource(row[10]),
        channel=Channel(row[11]),
        stage=Stage(row[12]),
        outcome=Outcome(row[13]),
        happened_on=_day(row[14]),
        logged_on=local_day(datetime.fromisoformat(row[15])),
        accepted_on=_local(row[16]),
        due_on=_last_day(row[17]),
        closed_on=_local(row[18]),
        mediator=row[19],
        mediator_phone=row[20],
        committee=row[21],
        team=row[22],
        parties=_parties(row[23]),
        form=AgreementForm(row[24]) if row[24] else None,
        agreed_on=_day(row[25]),
        terms=row[26],
        cents=row[27] if row[24] else None,
        performed_on=_day(row[28]),
        follow_up_on=_day(row[29]),
        satisfaction=Satisfaction(row[30] or ""),
        confirmed_on=_day(row[31]),
        risk=row[32],
        reason=row[33] or "",
        complex=bool(row[34]),
        people=row[35] or 0,
        scale=EventScale(row[36] or ""),
    )


def _moment(day: date) -> str:
    """Write the moment a day begins in China, as the store keeps moments."""
    return start_of_day(day).astimezone(UTC).isoformat(timespec="milliseconds")


def _local(moment: str | None) -> date | None:
    return local_day(datetime.fromisoformat(moment)) if moment else None


def _last_day(due_at: str | None) -> date | None:
    """Give the last day of a limit: it ends with that day's 24:00."""
    if not due_at:
        return None
    return local_day(datetime.fromisoformat(due_at) - timedelta(milliseconds=1))


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None
