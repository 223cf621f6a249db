"""Handing the journal to other stations and taking theirs in (the promises of ``ports.Exchange``).

Trust starts with a card carried by hand. What a peer has is known only from what it said itself:
the state in its manifests and the receipts in its bundles.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy.dialects.sqlite import insert as upsert

from db.folder import check_room
from db.sync import incoming, outgoing, peers
from db.sync.card import Card, make_card, read_card, write_card
from db.tables import peer as peer_table
from mediator_desk.ports import Made, Taken
from mediator_desk.records.team import Station, Team
from mediator_desk.refusals import Refusal
from mediator_desk.troubles import BundleDamaged
from mediator_desk.words import N_

if TYPE_CHECKING:
    from db.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class SqlExchange:
    """Cards and bundles of one station."""

    store: "Store"
    station: Station
    team: Team
    person: UUID

    def card(self) -> bytes:
        """Write this station's public card."""
        return write_card(self._own_card())

    def fingerprint(self, card: bytes) -> tuple[str, str]:
        """Give the name on a card and the figures two people compare aloud."""
        read = read_card(card)
        return read.station, read.fingerprint()

    def trust(self, card: bytes, *, hub: bool = False) -> str:
        """Trust a peer's card; what waited only for it goes in now."""
        read = read_card(card)
        if read.store == self.store.station:
            raise Refusal(N_("This is the card of this station itself. Pick the other one's card."))
        with self.store.writing() as connection:
            known = peers.find_card(connection, read.store)
            if known is not None and known.fingerprint() != read.fingerprint():
                raise BundleDamaged(
                    N_(
                        "The card of {name} has other keys than the one kept here. Do not use it; "
                        "ask the station on the phone."
                    ),
                    name=known.station,
                )
            peers.keep_card(connection, read, self.store.now(), hub=hub)
            incoming.release(connection, self._reader(connection))
        return read.station

    def _own_card(self) -> Card:
        """Make the card of this station."""
        return make_card(
            self.store.keys,
            store=self.store.station,
            station=self.station.name,
            team=self.team.name,
            made_at=self.store.now().isoformat(timespec="seconds"),
        )
