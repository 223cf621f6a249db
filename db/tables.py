"""The tables: one for each kind of record, the journal they are read from, and what is derived.

The record tables are made from the records themselves, so that a value and its row cannot drift
apart; each column holds the plain value that the journal carries (moments as UTC text that sorts
as time does, amounts as exact text).
"""

from enum import Enum
from typing import Any, get_args

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    literal_column,
)
from sqlalchemy.dialects.sqlite import Insert
from sqlalchemy.dialects.sqlite import insert as upsert

from mediator_desk.records import KINDS, Record
from mediator_desk.records.values import fields_of

SCHEMA_VERSION = 1

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _column(name: str, hint: Any) -> Column[Any]:
    """Choose the column for a field: whole numbers, yes or no, lists, else text."""
    inner = [one for one in get_args(hint) if one is not type(None)]
    empty = type(None) in get_args(hint)
    plain = inner[0] if empty else hint
    plain = getattr(plain, "__supertype__", plain)
    if getattr(plain, "__origin__", None) is tuple:
        return Column(name, JSON, nullable=False)
    if isinstance(plain, type) and issubclass(plain, bool):
        return Column(name, Boolean, nullable=empty)
    if isinstance(plain, type) and issubclass(plain, int) and not issubclass(plain, Enum):
        return Column(name, Integer, nullable=empty)
    return Column(name, Text, nullable=empty)


def _record_table(kind: type[Record]) -> Table:
    """Make the table of one kind of record."""
    table = Table(
        kind.TABLE,
        metadata,
        Column("id", Text, primary_key=True),
        *(_column(name, hint) for name, hint in fields_of(kind).items()),
        Column("version", Integer, nullable=False),
        Column("gone", Boolean, nullable=False, default=False),
    )
    if kind.OWNER:
        Index(None, table.c[kind.OWNER])
    return table


RECORD_TABLES: dict[str, Table] = {code: _record_table(kind) for code, kind in KINDS.items()}

Index(None, RECORD_TABLES["deadline"].c.due_at)
Index(
    "ix_deadline_running",
    RECORD_TABLES["deadline"].c.due_at,
    sqlite_where=literal_column("met_at IS NULL AND NOT called_off AND NOT gone"),
)
Index(None, RECORD_TABLES["dispute"].c.ledger_key)
Index(None, RECORD_TABLES["dispute"].c.stage, RECORD_TABLES["dispute"].c.logged_at)
Index(None, RECORD_TABLES["dispute"].c.agenda_topic)
Index(None, RECORD_TABLES["dispute"].c.number)
Index(None, RECORD_TABLES["dispute"].c.volume_no)
Index(None, RECORD_TABLES["whistle"].c.dispute)
Index(None, RECORD_TABLES["party"].c.phone)
Index(None, RECORD_TABLES["issued_paper"].c.mark)

entry = Table(
    "entry",
    metadata,
    Column("group_id", Text, primary_key=True),
    Column("station", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("stamp", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("kind_of_record", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("vals", JSON(none_as_null=True)),
    Column("seen", JSON, nullable=False),
    Column("schema", Integer, nullable=False),
    Column("who", Text),
    Column("at", Text, nullable=False),
    Column("piece", Text, nullable=False),
    Column("salt", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("seal", Text, nullable=False),
    Index(None, "record"),
    Index(None, "piece"),
    Index("ix_entry_erasures", "record", sqlite_where=literal_column("kind = 'erase'")),
)
"""The journal: lines are only added; an erasure empties payloads and is a line itself."""

clash = Table(
    "clash",
    metadata,
    Column("record", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("stamp", Text, primary_key=True),
    Column("kind_of_record", Text, nullable=False),
    Column("group_id", Text, nullable=False),
    Column("value", JSON),
    Column("station", Text, nullable=False),
    Column("who", Text),
    Column("at", Text, nullable=False),
)
"""Derived: the other sides of open conflicts."""

line = Table(
    "line",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("number", Text, nullable=False),
    Column("volume_no", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("parties", JSON, nullable=False),
    Column("place", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("topic", Text, nullable=False),
    Column("division", Text, nullable=False),
    Column("estate", Text),
    Column("stage", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("route", Text, nullable=False),
    Column("mediator", Text),
    Column("logged_at", Text, nullable=False),
    Column("due_at", Text),
    Column("clashes", Integer, nullable=False),
    Index(None, "stage", "n"),
    Index(None, "topic", "n"),
    Index(None, "division", "n"),
    Index(None, "mediator", "n"),
)
"""Derived: one row per dispute for lists and search; ``n`` is its day and arrival number."""

chip = Table(
    "chip",
    metadata,
    Column("dimension", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("count", Integer, nullable=False),
)
"""Derived: how many lines there are by stage, topic, division and mediator."""

series = Table(
    "series",
    metadata,
    Column("name", Text, primary_key=True),
    Column("last", Integer, nullable=False),
)
"""The last number drawn of each series of this PC."""

shelf = Table(
    "shelf",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", JSON(none_as_null=True)),
)
"""Private notes of this PC: drafts, remembered choices, settings. Never journalled."""

meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", JSON, nullable=False),
)
"""What the store knows of itself: its id, its keys, the last stamp."""

peer = Table(
    "peer",
    metadata,
    Column("station", Text, primary_key=True),
    Column("card", JSON, nullable=False),
    Column("hub", Boolean, nullable=False, default=False),
    Column("trusted_at", Text, nullable=False),
    Column("last_number", Integer, nullable=False, default=0),
)
"""Stations whose cards were carried here by hand, and the last bundle number made for each."""

receipt = Table(
    "receipt",
    metadata,
    Column("peer", Text, primary_key=True),
    Column("group_id", Text, primary_key=True),
    Column("station", Text, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("state", Text, nullable=False),
)
"""What a peer said it has; nothing else counts as delivered."""

peer_lacks = Table(
    "peer_lacks",
    metadata,
    Column("peer", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
)
"""The attachments a peer said it knows of and waits for."""

bundle = Table(
    "bundle",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("made", Boolean, nullable=False),
    Column("peer", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("file", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("changes", Integer, nullable=False),
    Column("result", JSON, nullable=False),
)
"""The bundles made and taken, for people to read; never decides what is accepted."""

content = Table(
    "content",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
)
"""The bytes of attachments, each once; they travel in bundles by their hash."""

tray = Table(
    "tray",
    metadata,
    Column("group_id", Text, primary_key=True),
    Column("station", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("line", LargeBinary, nullable=False),
    Column("sender", Text, nullable=False),
    Column("why", Text, nullable=False),
)
"""Entries that wait: earlier numbers are missing, or their author is not known here yet."""


def keeping(table: Table) -> Insert:
    """Build the statement that keeps a whole row, whether its key is there already or not."""
    keys = [column.name for column in table.primary_key]
    statement = upsert(table)
    others = {one.name: statement.excluded[one.name] for one in table.c if one.name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=others)
