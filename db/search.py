"""The search index: two contentless full-text tables fed with our own words.

State, topic, place and mediator are words of the same index, so that a filter narrows inside it.
The row id is the list key, so that newest first costs nothing (storage: measured on a million).
"""

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import Connection, text

from mediator_desk.rules.search_words import filter_token, name_tokens, phone_tokens, text_tokens

DIMENSIONS = ("stage", "topic", "division", "mediator")

_TEXTS = (
    "CREATE VIRTUAL TABLE dispute_texts USING fts5"
    "(t, content='', contentless_delete=1, detail=none, tokenize='unicode61')"
)
_NAMES = (
    "CREATE VIRTUAL TABLE dispute_names USING fts5"
    "(t, content='', contentless_delete=1, detail=none, tokenize='unicode61', prefix='1 2 3')"
)

_WRITE = {
    table: text(f"INSERT INTO {table}(rowid, t) VALUES (:key, :words)")
    for table in ("dispute_texts", "dispute_names")
}
_FORGET = [text(f"DELETE FROM {table} WHERE rowid = :key") for table in _WRITE]


def create_index(connection: Connection) -> None:
    """Make the two empty search tables."""
    connection.exec_driver_sql(_TEXTS)
    connection.exec_driver_sql(_NAMES)


def drop_index(connection: Connection) -> None:
    """Throw the search tables away; they can always be made anew."""
    connection.exec_driver_sql("DROP TABLE IF EXISTS dispute_texts")
    connection.exec_driver_sql("DROP TABLE IF EXISTS dispute_names")


def index(
    connection: Connection,
    key: int,
    line: Mapping[str, object],
    phones: Sequence[str],
    readings: Callable[[str], Sequence[str]],
) -> None:
    """Write the words of one dispute into the index; what was there must be forgotten before."""
    filters = [filter_token(one, str(line[one])) for one in DIMENSIONS if line[one]]
    parties = line["parties"]
    names = parties if isinstance(parties, list) else []
    for table, tokens in (
        ("dispute_texts", text_tokens(str(line["words"]))),
        ("dispute_names", [*name_tokens(names, readings), *phone_tokens(phones)]),
    ):
        words = " ".join([*tokens, *filters])
        connection.execute(_WRITE[table], {"key": key, "words": words})


def forget(connection: Connection, key: int) -> None:
    """Take one dispute out of the index."""
    for statement in _FORGET:
        connection.execute(statement, {"key": key})
