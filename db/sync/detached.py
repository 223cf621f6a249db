"""A signature in a file of its own beside a file of rules: who vouches for it."""

import json
from collections.abc import Mapping
from uuid import UUID

from db.seal import StationKeys, signed_by
from db.sync.card import Card
from mediator_desk.troubles import BundleDamaged
from mediator_desk.words import N_

_DOMAIN = b"YSLB-rules\0"


def sign(content: bytes, keys: StationKeys, station: UUID) -> bytes:
    """Write the signature file for some bytes."""
    said = {"station": str(station), "signature": keys.sign(_DOMAIN + content)}
    return json.dumps(said, indent=1).encode("ascii") + b"\n"


def signer(content: bytes, signature: bytes, trusted: Mapping[UUID, Card]) -> str:
    """Name the trusted station that signed; nothing when it is no station we trust for this.

    Raises ``BundleDamaged`` when the signature is not right.
    """
    try:
        said = json.loads(signature)
        station, seal = UUID(said["station"]), str(said["signature"])
    except (ValueError, KeyError, TypeError, AttributeError) as broken:
        raise BundleDamaged(
            N_("The signature beside the file cannot be read. Ask for both files again.")
        ) from broken
    card = trusted.get(station)
    if card is None:
        return ""
    if not signed_by(card.sign, seal, _DOMAIN + content):
        raise BundleDamaged(
            N_("The file is not the one that {name} signed. Do not use it; ask for it again."),
            name=card.station,
        )
    return card.station
