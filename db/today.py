"""What there is to do: clocks that run, and what waits for somebody.

A new kind of record that has clocks or steps is one entry of ``SUBJECTS``; anything else that
waits is one question of ``_WAITING``.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, text

from mediator_desk.rows import TodayRow
from mediator_desk.rules.whose_turn import Turn, whose_turn

_ROWS = 500
_FEW = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A kind of record that clocks run on, and the columns that say what Today says of it.

    Even with no clock a step, or somebody else, is waited for in the states ``waits``; where they
    are not named, in every state but those in which it is ``over``.
    """

    kind: str
    who: str
    state: str = "state"
    title: str = "title"
    whom: str = "NULL"
    team: str = "team"
    waits: tuple[str, ...] = ()
    over: tuple[str, ...] = ()

    def column(self, name: str) -> str:
        """Name a column in its table; an expression stays as it is."""
        said: str = getattr(self, name)
        return said if said == "NULL" or "(" in said else f"{self.kind}.{said}"


SUBJECTS = (
    Subject(kind="public_notice", who="posted_by", over=("posted", "taken_down")),
    Subject(
        kind="dispute",
        who="mediator",
        state="stage",
        title="coalesce(nullif(dispute.title, ''), dispute.text)",
        waits=("logged",),
    ),
    Subject(
        kind="whistle",
        who="blown_by",
        whom="lead",
        over=("closed", "cancelled"),
    ),
    Subject(kind="agenda_topic", who="logged_by", over=("shared", "withdrawn")),
    Subject(kind="revenue_account", who="logged_by", over=("closed",)),
    # Its state is that of a version, see ``_CONVENTIONS``; empty text where it is the subject.
    Subject(
        kind="convention",
        who="logged_by",
        state="substr(convention.number, 1, 0)",
        over=("",),
    ),
    Subject(kind="owners_vote", who="logged_by", over=("effective", "void")),
)

_RUNNING = "deadline.met_at IS NULL AND NOT deadline.called_off AND NOT deadline.gone"
# The return window of a whistle is no clock to keep: when it shuts, nothing is late.
_KEPT = f"{_RUNNING} AND deadline.rule <> 'D08.return'"

# An agreement or a consultation note whose marks are missing waits for those who sign it.
_UNMARKED = """
SELECT 'agreement' AS kind, dispute.id, dispute.number,
 coalesce(nullif(dispute.title, ''), dispute.text) AS title, 'unmarked' AS state,
 dispute.mediator AS who, NULL AS whom, dispute.team, NULL AS rule
FROM agreement JOIN dispute ON dispute.id = agreement.dispute AND NOT dispute.gone
WHERE dispute.stage = 'agreed' AND NOT agreement.gone AND agreement.form IN ('written', 'note') AND
 (agreement.parties_marked_on IS NULL OR (agreement.form = 'written' AND
  (agreement.mediator_signed_on IS NULL OR agreement.sealed_on IS NULL)))
"""
# A party wishes for another mediator, and nobody has answered yet.
_RECUSALS = """
SELECT 'recusal' AS kind, dispute.id, dispute.number,
 coalesce(nullif(dispute.title, ''), dispute.text) AS title, recusal.answer AS state,
 dispute.mediator AS who, NULL AS whom, dispute.team, NULL AS rule
FROM recusal JOIN dispute ON dispute.id = recusal.dispute AND NOT dispute.gone
WHERE recusal.answer = 'asked' AND NOT recusal.gone
"""
_CONVENTIONS = """
SELECT 'convention' AS kind, convention.id, convention.number, convention.title,
 convention_version.state, convention.logged_by AS who, NULL AS whom, convention.team, NULL AS rule
FROM convention_version
JOIN convention ON convention.id = convention_version.convention AND NOT convention.gone
WHERE convention_version.state IN ('draft', 'consulted', 'adopted', 'filed')
 AND NOT convention_version.gone
"""
_CLASHES = """
SELECT DISTINCT 'clash' AS kind, clash.group_id AS id, coalesce(line.number, '') AS number,
 coalesce(nullif(line.title, ''), line.text, '') AS title, 'open' AS state, NULL AS who,
 NULL AS whom, NULL AS team, NULL AS rule
FROM clash LEFT JOIN line ON line.id = clash.group_id
"""
_WAITING = (_UNMARKED, _RECUSALS, _CONVENTIONS, _CLASHES)
# What belongs to a dispute is a line of that dispute.
_OF_DISPUTES = ("agreement", "recusal")


def _joined(name: str) -> str:
    """Say a column of whichever subject a clock runs on."""
    return f"coalesce({', '.join(one.column(name) for one in SUBJECTS)}, NULL)"


def _kinds() -> str:
    """Say which table the subject of a clock is in."""
    cases = " ".join(f"WHEN {one.kind}.id IS NOT NULL THEN '{one.kind}'" for one in SUBJECTS)
    return f"CASE {cases} END"


def _clocks_sql() -> str:
    """Ask for the running clocks, the earliest first, along the index of what runs."""
    joins = " ".join(
        f"LEFT JOIN {one.kind} ON {one.kind}.id = deadline.subject AND NOT {one.kind}.gone"
        for one in SUBJECTS
    )
    numbers = ", ".join(f"{one.kind}.number" for one in SUBJECTS)
    return (
        f"SELECT * FROM (SELECT deadline.rule, deadline.rule_set, deadline.starts_at,"
        f" deadline.due_at, deadline.provisional, deadline.paused_at,"
        f" deadline.subject AS id, {_kinds()} AS kind,"
        f" coalesce({numbers}) AS number, {_joined('title')} AS title,"
        f" {_joined('state')} AS state, {_joined('who')} AS who, {_joined('whom')} AS whom,"
        f" {_joined('team')} AS team FROM deadline INDEXED BY ix_deadline_running {joins}"
        f" WHERE {_KEPT})"
        " WHERE kind IS NOT NULL AND (who = :person OR :person IS NULL)"
        " ORDER BY due_at LIMIT :rows"
    )


def _steps_sql(one: Subject) -> str:
    """Ask for what is in a state that waits while no clock runs on it."""
    among = "IN" if one.waits else "NOT IN"
    states = ", ".join(f"'{state}'" for state in one.waits or one.over)
    return (
        f"SELECT '{one.kind}' AS kind, id, number, {one.column('title')} AS title,"
        f" {one.column('state')} AS state, {one.column('who')} AS who,"
        f" {one.column('whom')} AS whom, {one.column('team')} AS team, NULL AS rule"
        f" FROM {one.kind} WHERE NOT gone AND {one.column('state')} {among} ({states})"
        f" AND NOT EXISTS (SELECT 1 FROM deadline WHERE deadline.subject = {one.kind}.id"
        f" AND {_KEPT})"
    )


CLOCKS = _clocks_sql()
_STEPS = tuple(
    f"SELECT * FROM ({asked}) WHERE (who = :person OR :person IS NULL) ORDER BY id LIMIT :rows"
    for asked in (*map(_steps_sql, SUBJECTS), *_WAITING)
)


def today(
    connection: Connection, station: UUID, person: UUID | None = None
) -> tuple[TodayRow, ...]:
    """List running clocks, the earliest first, then what waits; with a person, only hers."""
    people = _names(connection, "person")
    teams = _names(connection, "team")
    ours = connection.scalar(text("SELECT team FROM station WHERE id = :id"), {"id": str(station)})
    asked = {"person": None if person is None else str(person)}
    rows = [
        _row(one, people, teams, ours)
        for one in _read(connection, CLOCKS, {**asked, "rows": _ROWS})
    ]
    for question in _STEPS:
        found = _read(connection, question, {**asked, "rows": _FEW})
        rows += [_row(one, people, teams, ours) for one in found if one["team"] in (None, ours)]
    return tuple(rows)


def _read(
    connection: Connection, asked: str, places: Mapping[str, object]
) -> Iterable[Mapping[str, Any]]:
    return connection.execute(text(asked), places).mappings()  # type: ignore[return-value]


def _row(
    one: Mapping[str, Any], people: Mapping[str, str], teams: Mapping[str, str], ours: str | None
) -> TodayRow:
    """Read one line; what another team keeps is theirs to do."""
    waiting, rule, due_at = f"{one['kind']}.{one['state']}", one["rule"] or "", None
    turn, whom, plus = whose_turn(waiting, rule), one["whom"] or "", {}
    if one["team"] not in (None, ours):
        turn, whom = Turn.STATION, teams.get(one["team"], "")
    if rule:
        due_at = datetime.fromisoformat(one["due_at"])
        plus = {
            "provisional": bool(one["provisional"]),
            "paused": one["paused_at"] is not None,
            "rule_set": one["rule_set"],
            "starts_at": datetime.fromisoformat(one["starts_at"]),
        }
    return TodayRow(
        kind="dispute" if one["kind"] in _OF_DISPUTES else one["kind"],
        id=UUID(one["id"]),
        number=one["number"],
        title=one["title"],
        rule=rule,
        due_at=due_at,
        waiting=waiting,
        who=None if one["who"] is None else UUID(one["who"]),
        who_name=people.get(one["who"] or "", ""),
        turn=turn,
        whom=whom,
        **plus,
    )


def _names(connection: Connection, table: str) -> dict[str, str]:
    return dict(_pairs(connection, table))


def _pairs(connection: Connection, table: str) -> Iterator[tuple[str, str]]:
    for one in connection.execute(text(f"SELECT id, name FROM {table}")):
        yield one.id, one.name
