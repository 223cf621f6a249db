"""The card of a station: its name and public keys, carried by hand before the first bundle.

A card proves only that whoever made it held the keys; that the keys belong to the station is
for two people to say, by reading the fingerprint to each other.
"""

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from typing import Annotated
from uuid import UUID

import msgspec

from db.canonical import NotCanonical, canonical, read_canonical
from db.seal import StationKeys, signed_by
from mediator_desk.records.entry import Json
from mediator_desk.records.ids import StationId
from mediator_desk.troubles import BundleDamaged, BundleTooNew
from mediator_desk.words import N_

FORMAT = 1
_DOMAIN = b"YSLB-card\0"
_LARGEST = 16 * 1024
_Short = Annotated[str, msgspec.Meta(max_length=200)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Who a station is: its store id, its names, its signing key and its age recipient."""

    store: StationId
    station: str
    team: str
    sign: str
    recipient: str
    made_at: str
    seal: str = ""

    def fingerprint(self) -> str:
        """Give 24 digits in six groups, for two people to compare aloud.

        The names are left out of it, so that a station may be renamed without a new comparison.
        """
        keys = canonical({"recipient": self.recipient, "sign": self.sign, "store": str(self.store)})
        number = int.from_bytes(sha256(b"YSLB-fingerprint\0" + keys).digest(), "big") % 10**24
        digits = f"{number:024d}"
        return " ".join(digits[at : at + 4] for at in range(0, 24, 4))


class _CardLine(msgspec.Struct, forbid_unknown_fields=True):
    """A card as it is written in its file."""

    format: int
    made_at: Annotated[str, msgspec.Meta(max_length=64)]
    recipient: Annotated[str, msgspec.Meta(pattern=r"\Aage1[02-9ac-hj-np-z]{58}\Z")]
    seal: _Short
    sign: Annotated[str, msgspec.Meta(pattern=r"\A[0-9A-Za-z+/]{43}=\Z")]
    station: _Short
    store: UUID
    team: _Short


class _FormatOnly(msgspec.Struct):
    """The one thing that must be readable in the card of any version."""

    format: int


_CARDS = msgspec.json.Decoder(_CardLine)
_FORMATS = msgspec.json.Decoder(_FormatOnly)


def make_card(
    keys: StationKeys, *, store: StationId, station: str, team: str, made_at: str
) -> Card:
    """Make the card of a station and sign it with the station's own key."""
    bare = Card(
        store=store,
        station=station,
        team=team,
        sign=b64encode(keys.verify_key).decode("ascii"),
        recipient=keys.recipient,
        made_at=made_at,
    )
    seal = keys.sign(_DOMAIN + canonical(_form(bare)))
    return Card(
        store=store,
        station=station,
        team=team,
        sign=bare.sign,
        recipient=bare.recipient,
        made_at=made_at,
        seal=seal,
    )


def write_card(card: Card) -> bytes:
    """Write a card as the bytes of a ``.yscard`` file."""
    return canonical({**_form(card), "seal": card.seal})


def read_card(data: bytes) -> Card:
    """Read a ``.yscard`` file; raise a trouble unless it is whole and signed by its own key."""
    damaged = BundleDamaged(
        N_("This card file is damaged. Ask the other station to save its card again.")
    )
    if len(data) > _LARGEST:
        raise damaged
    try:
        if _FORMATS.decode(data).format > FORMAT:
            raise BundleTooNew(
                N_("This card was made by a newer version. Update this program, then add it again.")
            )
        line = read_canonical(_CARDS, data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, NotCanonical) as why:
        raise damaged from why
    card = Card(
        store=StationId(line.store),
        station=line.station,
        team=line.team,
        sign=line.sign,
        recipient=line.recipient,
        made_at=line.made_at,
        seal=line.seal,
    )
    if line.format != FORMAT or not signed_by(
        card.sign, card.seal, _DOMAIN + canonical(_form(card))
    ):
        raise damaged
    return card


def _form(card: Card) -> dict[str, Json]:
    """Give what a card's own signature covers."""
    return {
        "format": FORMAT,
        "made_at": card.made_at,
        "recipient": card.recipient,
        "sign": card.sign,
        "station": card.station,
        "store": str(card.store),
        "team": card.team,
    }
