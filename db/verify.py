"""Checking a store: that its bytes are whole, and that its tables say what its journal says."""

from collections import Counter
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, select
from sqlalchemy.exc import DatabaseError

from db import contents, journal, lines
from db import engine as engines
from db.seal import check_entry, whole
from db.store import Store
from db.sync import peers
from db.sync.card import Card, make_card
from db.tables import RECORD_TABLES, chip, clash, entry, line
from mediator_desk.ports import Verdict
from mediator_desk.troubles import StoreDamaged
from mediator_desk.words import _

_DERIVED_INDEXES = ("dispute_texts", "dispute_names")


def verify(store: Store) -> Verdict:
    """Check the file and the seals, then make everything derived anew and compare.

    Nothing is changed: the transaction is left uncommitted.
    """
    own = make_card(store.keys, store=store.station, station="", team="", made_at="")
    try:
        writing = store.engine.connect().execution_options(write=True)
        with engines.said_in_words(), writing as connection:
            transaction = connection.begin()
            try:
                disputes = len(connection.execute(select(line.c.n)).all())
                problems = [*damages(connection), *_unsealed(connection, own)]
                problems += [] if problems else _strays(connection)
            finally:
                transaction.rollback()
    except StoreDamaged as broken:
        return Verdict(ok=False, disputes=0, problems=(broken.words(),))
    except (DatabaseError, driver.DatabaseError) as broken:
        return Verdict(ok=False, disputes=0, problems=(_unreadable(broken),))
    return Verdict(ok=not problems, disputes=disputes, problems=tuple(problems))


def damages(connection: Connection) -> Iterator[str]:
    """Name what is wrong with the bytes of the file."""
    found = [row[0] for row in connection.exec_driver_sql("PRAGMA cipher_integrity_check")]
    found += [
        row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"
    ]
    for one in found:
        yield _("The file of the store is damaged ({what}). Restore the last backup.").format(
            what=one
        )


def _unsealed(connection: Connection, own: Card) -> Iterator[str]:
    """Tell whether lines of the journal are not as their authors sealed them."""
    cards = {**peers.peer_cards(connection), **peers.past_cards(connection), own.store: own}
    erased = journal.erased(connection)
    wrong = 0
    for row in connection.execute(select(entry)).yield_per(1000):
        one = journal.from_row(row)
        card = cards.get(one.station)
        # What a hub brought of others has no card here; its digest can be checked all the same.
        sealed = check_entry(one, card) if card else one.values is None or whole(one)
        emptied = one.values is None and one.record not in erased
        wrong += not sealed or emptied
    if contents.strange(connection):
        yield _("Some files kept with records are not as they came. Restore the last backup.")
    if wrong:
        yield _(
            "{count} lines of the journal are not as they were written. Restore the last backup."
        ).format(count=wrong)


def _strays(connection: Connection) -> Iterator[str]:
    """Name the derived tables that do not say what the journal says."""
    before = {name: Counter(_rows(connection, name)) for name in _derived()}
    words = {name: _words(connection, name) for name in _DERIVED_INDEXES}
    for one in connection.scalars(select(entry.c.record).distinct()).all():
        journal.refold(connection, UUID(one))
    lines.rebuild(connection, engines.readings)
    for name, rows in before.items():
        wrong = rows != Counter(_rows(connection, name))
        if wrong:
            yield _astray(name)
    for name, sum_before in words.items():
        if sum_before != _words(connection, name):
            yield _astray(name)


def _derived() -> tuple[str, ...]:
    """Name the tables that can be made anew from the journal."""
    return (*RECORD_TABLES, clash.name, line.name, chip.name)


def _rows(connection: Connection, name: str) -> Iterator[str]:
    """Read a table as comparable lines; a chip that counts nothing is no chip."""
    table: Any = line.metadata.tables[name]
    asked = select(table).where(chip.c.count != 0) if name == chip.name else select(table)
    for row in connection.execute(asked):
        yield repr(tuple(row))


def _words(connection: Connection, index: str) -> int:
    """Sum up what a search index holds, in whatever order it tells."""
    connection.exec_driver_sql("DROP TABLE IF EXISTS temp.index_words")
    connection.exec_driver_sql(
        f"CREATE VIRTUAL TABLE temp.index_words USING fts5vocab('main', '{index}', 'instance')"
    )
    found = connection.exec_driver_sql("SELECT term, doc FROM temp.index_words")
    return sum(hash((row[0], row[1])) for row in found)


def _astray(name: str) -> str:
    """Say that a table does not agree with the journal."""
    return _(
        "The table {name} does not say what the journal says. Write to the developers."
    ).format(name=name)


def _unreadable(broken: Exception) -> str:
    """Say that the file cannot be read."""
    return _("The file of the store is damaged ({what}). Restore the last backup.").format(
        what=broken
    )
