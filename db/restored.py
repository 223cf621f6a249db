"""A store that came out of a backup takes a new id and new keys before it writes anything.

The station it was may have gone on after the backup: two stores that number their entries under
one id would contradict each other for ever. The old id stays as a past author, and its people
stay ours.
"""

import secrets
from dataclasses import replace
from string import ascii_uppercase

from sqlalchemy import delete, update

from db import engine as engines
from db.seal import StationKeys
from db.store import RESTORED, Store
from db.sync import peers
from db.sync.card import make_card
from db.tables import meta
from db.work import Author, SqlWork
from mediator_desk.records.ids import StationId, uuid7
from mediator_desk.records.team import Station, Team


def take_new_id(store: Store) -> Store:
    """Give a restored store a new id, new keys and a station record of its own, at once."""
    moment = store.now()
    old = store.station
    new = StationId(uuid7(int(moment.timestamp() * 1000), secrets.randbits(74)))
    keys = StationKeys.new()
    with store.engine.connect().execution_options(write=True) as connection, connection.begin():
        work = SqlWork(
            connection=connection,
            author=Author(station=new, person=None, keys=keys, now=store.now),
            readings=engines.readings,
        )
        was = work.get(Station, old)
        team = work.get(Team, was.team)
        peers.keep_past(
            connection,
            make_card(
                store.keys,
                store=old,
                station=was.name,
                team=team.name,
                made_at=moment.isoformat(timespec="seconds"),
            ),
        )
        peers.forget_bundles(connection)
        for key, value in (("station", str(new)), ("keys", keys.to_dict())):
            connection.execute(update(meta).where(meta.c.key == key).values(value=value))
        connection.execute(delete(meta).where(meta.c.key == RESTORED))
        marks = {one.mark for one in work.every(Station) if one.team == was.team}
        mark = _free_mark(marks)
        bare = was.name.removesuffix(f" {was.mark}") if was.mark else was.name
        work.add(Station(id=new, team=was.team, name=f"{bare} {mark}", mark=mark))
        work.commit()
    return replace(store, station=new, keys=keys, restored=False)


def _free_mark(taken: set[str]) -> str:
    """Pick a mark no station of the team has, so that two never print the same log number."""
    letters = (one for one in ascii_uppercase[1:] if one not in taken)
    return next(letters, f"B{len(taken)}")
