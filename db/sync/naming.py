"""Groups as a person would name them: a dispute by its number and title, a table by its rows."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from db.sync.entering import Entered
from db.tables import RECORD_TABLES, clash
from mediator_desk.records import KINDS
from mediator_desk.records.entry import Entry, Kind
from mediator_desk.records.ids import PLACES, RULES, TEAMS
from mediator_desk.rows import TakenGroup

_COMMON = {PLACES: "place", TEAMS: "team", RULES: "rule_file"}
_MOST = 3
_TITLE = 24


def named(connection: Connection, entered: Entered, came: Sequence[Entry]) -> TakenGroup:
    """Say what became of one group."""
    what = _COMMON.get(entered.group, "") or _root(connection, came)
    if entered.group in _COMMON:
        name = _names(connection, came)
    else:
        name = _title(connection, what, entered, came)
    clashes = connection.scalar(
        select(func.count()).select_from(clash).where(clash.c.group_id == str(entered.group))
    )
    return TakenGroup(
        group=entered.group,
        what=what,
        name=name,
        new=entered.new,
        changes=len(entered.entries),
        clashes=clashes or 0,
        why=entered.why,
    )


def _root(connection: Connection, came: Sequence[Entry]) -> str:
    """Name the kind of thing a group is, by whose children came."""
    for one in came:
        if one.record == one.group:
            return one.table
    owners = {KINDS[one.table].OWNER for one in came if one.table in KINDS}
    return next((one for one in sorted(owners) if one in KINDS), "") or _holder(connection, came[0])


def _holder(connection: Connection, one: Entry) -> str:
    """Find what attachments belong to, for they do not say of which kind it is."""
    for code, table in RECORD_TABLES.items():
        if connection.scalar(select(table.c.id).where(table.c.id == str(one.group))) is not None:
            return code
    return "dispute"


def _title(connection: Connection, what: str, entered: Entered, came: Sequence[Entry]) -> str:
    """Say the number and title of a dispute, a topic or a whistle."""
    table = RECORD_TABLES.get(what)
    row: Any = None
    if table is not None:
        row = connection.execute(
            select(table).where(table.c.id == str(entered.group))
        ).one_or_none()
    if row is not None:
        return _said(row._mapping)
    births = [one for one in came if one.record == one.group and one.kind is Kind.BIRTH]
    return _said(births[0].values or {}) if births else ""


def _names(connection: Connection, came: Sequence[Entry]) -> str:
    """Name the rows of a common table that came, a few of them."""
    names: dict[str, None] = {}
    for one in came:
        table = RECORD_TABLES.get(one.table)
        if table is not None and "name" in table.c:
            name = connection.scalar(select(table.c.name).where(table.c.id == str(one.record)))
            names.setdefault(name or str((one.values or {}).get("name", "")))
    said = [name for name in names if name]
    return ", ".join(said[:_MOST]) + (" …" if len(said) > _MOST else "")


def _said(values: Any) -> str:
    """Put number and title (or the first words) of something next to each other."""
    title = values.get("title") or values.get("text") or ""
    return " ".join(one for one in (values.get("number", ""), title[:_TITLE]) if one)
