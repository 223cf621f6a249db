"""Handing the journal to other stations and taking theirs in (the promises of ``ports.Exchange``).

Trust starts with a card carried by hand. What a peer has is known only from what it said itself:
the state in its manifests and the receipts in its bundles.
"""

from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection

from db import contents, journal
from db.store import Store
from db.sync import detached, incoming, outgoing, peers
from db.sync.card import Card, make_card, read_card, write_card
from db.sync.container import Limits
from db.sync.entering import Trust
from db.sync.pack import pack
from db.sync.unpack import open_bundle
from db.work import last_stamp
from mediator_desk.records.team import Station, Team
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Made, Taken
from mediator_desk.troubles import BundleDamaged, BundleNotForUs
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class SqlExchange:
    """Cards and bundles of one station."""

    store: Store
    station: Station
    team: Team
    person: UUID
    limits: Limits = field(default_factory=Limits)

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
            incoming.release_all(connection, self._trust(connection))
        return read.station

    def make(self, peer: str, folder: Path) -> Made:
        """Write what the peer does not have yet, by what it said itself."""
        now = self.store.now()
        with self.store.writing() as connection:
            card = peers.pick(connection, peer)
            going = outgoing.gather(connection, self.store.station, card, now, self._content)
        files = pack(going, self.store.keys, [card], folder, limits=self.limits)
        with self.store.writing() as connection:
            changes = outgoing.log_made(connection, going, files, now)
        return Made(
            files=files,
            changes=changes,
            groups=len(going.groups),
            attachments=len(going.attachments),
        )

    def take(self, file: Path, *, preview: bool = False, confirm_clock: bool = False) -> Taken:
        """Take a bundle in, or say what would come."""
        now = self.store.now()
        with self.store.reading() as connection:
            trust = self._trust(connection)
            erased = journal.erased(connection)
            seen = last_stamp(connection)
        # Strangers' entries are asked for too: they wait in the tray until their card is here.
        opened = open_bundle(
            file,
            self.store.keys,
            trust.cards,
            erased=erased,
            relays=trust.cards.keys(),
            limits=self.limits,
        )
        sender = opened.manifest.sender
        if sender == self.store.station:
            raise BundleNotForUs(N_("This bundle was made here. Carry it to the other station."))
        if not confirm_clock:
            incoming.check_clock(opened, now, seen)
        name = trust.cards[sender].station
        came = incoming.Came(opened=opened, sender=name, file=_readable(file.name), now=now)
        with self.store.writing() as connection:
            taken = incoming.take(connection, came, trust)
            if preview:
                connection.get_transaction().rollback()  # type: ignore[union-attr]
        return taken

    def sign_file(self, content: bytes) -> bytes:
        """Write this station's signature for a file it vouches for."""
        return detached.sign(content, self.store.keys, self.store.station)

    def file_signer(self, content: bytes, signature: bytes) -> str:
        """Name the trusted hub that signed a file, or nothing."""
        with self.store.reading() as connection:
            trust = self._trust(connection)
        hubs = {one: trust.cards[one] for one in trust.hubs if one in trust.cards}
        return detached.signer(content, signature, hubs)

    def _content(self, digest: str) -> bytes:
        """Read the bytes of an attachment, one at a time: together they may be gigabytes."""
        with self.store.reading() as connection:
            return contents.read(connection, digest)

    def _trust(self, connection: Connection) -> Trust:
        """Say whom this store believes."""
        return incoming.trust_of(connection, {self.store.station: self._own_card()})

    def _own_card(self) -> Card:
        """Make the card of this station."""
        return make_card(
            self.store.keys,
            store=self.store.station,
            station=self.station.name,
            team=self.team.name,
            made_at=self.store.now().isoformat(timespec="seconds"),
        )


def _readable(name: str) -> str:
    """Spell out what a name of a file has in other letters than ours; the store keeps text."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")
