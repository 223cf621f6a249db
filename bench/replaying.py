"""The floor under a write: the statements a piece of work came down to, run by the bare driver."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

_WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")

Written = list[tuple[str, list[Any]]]


@contextmanager
def recorded(engine: Engine) -> Iterator[Written]:
    """Note every statement that writes, with its values, while the block runs."""
    written: Written = []

    def note(
        _connection: object,
        _cursor: object,
        statement: str,
        values: Any,
        _context: object,
        many: bool,
    ) -> None:
        if statement.lstrip().startswith(_WRITES):
            written.append((statement, list(values) if many else [values]))

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield written
    finally:
        event.remove(engine, "before_cursor_execute", note)


def replay(raw: Any, written: Written) -> None:
    """Write the same rows again in one transaction, statement by statement as they came."""
    raw.execute("BEGIN IMMEDIATE")
    for statement, rows in written:
        for row in rows:
            raw.execute(statement, row).fetchall()
    raw.execute("COMMIT")


def in_bulk(written: Written) -> Written:
    """Put the rows of one statement together, for ``executemany``; order by first appearance."""
    together: dict[str, list[Any]] = {}
    for statement, rows in written:
        together.setdefault(statement.partition(" RETURNING ")[0], []).extend(rows)
    return list(together.items())


def replay_in_bulk(raw: Any, bulk: Written) -> None:
    """Write the same rows again in one transaction, each kind with one ``executemany``."""
    raw.execute("BEGIN IMMEDIATE")
    for statement, rows in bulk:
        raw.executemany(statement, rows)
    raw.execute("COMMIT")
