"""The stations we know: cards that were carried here, and the ids this store had before."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert as upsert

from db.sync.card import Card
from db.tables import bundle, meta, peer
from mediator_desk.records.ids import StationId
from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.words import N_


def keep_card(connection: Connection, card: Card, now: datetime, *, hub: bool) -> None:
    """Keep the card of a station people have decided to trust."""
    kept = {
        "card": {**_plain(card), "name": card.station, "fingerprint": card.fingerprint()},
        "hub": hub,
        "trusted_at": now.isoformat(timespec="seconds"),
    }
    statement = upsert(peer).values(station=str(card.store), last_number=0, **kept)
    connection.execute(statement.on_conflict_do_update(index_elements=["station"], set_=kept))


def peer_cards(connection: Connection) -> dict[UUID, Card]:
    """Give the cards of all stations trusted here."""
    rows = connection.execute(select(peer.c.station, peer.c.card))
    return {UUID(row.station): _card(row.card) for row in rows}


def find_card(connection: Connection, station: UUID) -> Card | None:
    """Give the card of a station, if it is trusted here."""
    kept = connection.scalar(select(peer.c.card).where(peer.c.station == str(station)))
    return None if kept is None else _card(kept)


def hubs(connection: Connection) -> frozenset[UUID]:
    """Name the stations believed about what others wrote."""
    return frozenset(
        UUID(one) for one in connection.scalars(select(peer.c.station).where(peer.c.hub))
    )


def past_cards(connection: Connection) -> dict[UUID, Card]:
    """Give the cards of this store's former ids; what they wrote is still ours."""
    kept = connection.scalar(select(meta.c.value).where(meta.c.key == "past")) or []
    return {UUID(one["store"]): _card(one) for one in kept}


def keep_past(connection: Connection, card: Card) -> None:
    """Keep the card of an id that this store gives up."""
    kept = [_plain(one) for one in past_cards(connection).values()] + [_plain(card)]
    statement = upsert(meta).values(key="past", value=kept)
    connection.execute(
        statement.on_conflict_do_update(index_elements=["key"], set_={"value": kept})
    )


def pick(connection: Connection, said: str) -> Card:
    """Find the trusted station somebody names. Raises ``NotFound``."""
    cards = peer_cards(connection)
    found = [
        card for id, card in cards.items() if said in (str(id), card.station) or said == id.hex[-8:]
    ]
    if not found:
        raise NotFound(N_("No card of {peer} is kept here. Add its card first."), peer=said)
    if len(found) > 1:
        raise Refusal(
            N_("Several stations are called {peer}. Say which one by its id ({ids})."),
            peer=said,
            ids=", ".join(str(one.store) for one in found),
        )
    return found[0]


def taken_numbers(connection: Connection, station: UUID) -> frozenset[int]:
    """Give the numbers of the bundles that were taken from a peer, since this store has its id."""
    since = connection.scalar(select(meta.c.value).where(meta.c.key == "bundles_before")) or 0
    return frozenset(
        connection.scalars(
            select(bundle.c.number).where(
                bundle.c.peer == str(station), ~bundle.c.made, bundle.c.id > since
            )
        )
    )


def forget_bundles(connection: Connection) -> None:
    """Begin the numbers of bundles anew, for a store with a new id; the list stays to be read."""
    last = connection.scalar(select(func.max(bundle.c.id))) or 0
    statement = upsert(meta).values(key="bundles_before", value=last)
    connection.execute(
        statement.on_conflict_do_update(index_elements=["key"], set_={"value": last})
    )
    connection.execute(peer.update().values(last_number=0))


def _plain(card: Card) -> dict[str, str]:
    """Write a card as the JSON kept in the store."""
    return {**msgspec.to_builtins(card), "store": str(card.store)}


def _card(kept: Mapping[str, str]) -> Card:
    """Read a card back."""
    return Card(
        store=StationId(UUID(kept["store"])),
        station=kept["station"],
        team=kept["team"],
        sign=kept["sign"],
        recipient=kept["recipient"],
        made_at=kept["made_at"],
        seal=kept["seal"],
    )
