"""The outer bytes of a bundle: magic, header, signature, and what only its recipients can read.

``docs/bundle-format.md`` fixes every byte. Reading goes signature, decrypt, decompress: nothing
that a stranger wrote ever reaches the decryption, and nothing unbounded leaves it.
"""

import struct
from base64 import b64decode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha512
from uuid import UUID

import msgspec
import pyrage  # type: ignore[import-untyped]
from pyrage import x25519

from db.canonical import Counting, NotCanonical, canonical, read_canonical
from db.seal import StationKeys, signed_raw
from db.sync.card import Card
from db.sync.inflate import TOO_LARGE, TORN, Inflated, deflate
from db.sync.manifest import FORMAT
from mediator_desk.troubles import BundleDamaged, BundleNotForUs, BundleTooNew, StationUnknown
from mediator_desk.words import N_

MAGIC = b"YSLB"
SUITE = 1
"""Ed25519 signatures, age with X25519, zstd."""

NOT_FOR_US = N_(
    "This bundle is meant for another station. Ask the sender to save one for this station."
)

_DOMAIN = b"YSLB-bundle\0"
_FRONT = struct.Struct(">4sHHI")
_SIGNATURE = 64
_LONGEST_HEADER = 4096
_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How many bytes a bundle may have packed, unpacked, and in one line of its content."""

    packed: int = 64 * _MIB
    unpacked: int = 256 * _MIB
    line: int = 4 * _MIB
    manifest: int = 48 * _MIB


class Header(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What anybody may read of a bundle: who sent it and its number."""

    format: int
    sender: UUID = msgspec.field(name="from")
    number: Counting
    suite: int


_HEADERS = msgspec.json.Decoder(Header)


def wrap(
    content: bytes,
    *,
    sender: UUID,
    number: int,
    keys: StationKeys,
    recipients: Sequence[str],
) -> bytes:
    """Compress, encrypt and sign the content of a bundle."""
    header = canonical({"format": FORMAT, "from": str(sender), "number": number, "suite": SUITE})
    front = _FRONT.pack(MAGIC, FORMAT, SUITE, len(header)) + header
    to = [x25519.Recipient.from_str(one) for one in recipients]
    hidden = pyrage.encrypt(deflate(content), to)
    return b"".join((front, keys.sign_raw(_signed(front, hidden)), hidden))


def unwrap(
    data: bytes, keys: StationKeys, cards: Mapping[UUID, Card], limits: Limits
) -> tuple[Header, Inflated]:
    """Check the signature, decrypt, and give the header and the content to be read."""
    if len(data) > limits.packed:
        raise BundleDamaged(TOO_LARGE, reason="packed")
    header, signed_to = _read_header(data)
    card = cards.get(header.sender)
    if card is None:
        raise StationUnknown(
            N_("No card of the station that made this bundle is kept here. Add its card first."),
            station=header.sender,
        )
    view = memoryview(data)
    front, hidden = view[:signed_to], view[signed_to + _SIGNATURE :]
    signature = bytes(view[signed_to : signed_to + _SIGNATURE])
    if not signed_raw(b64decode(card.sign), signature, _signed(front, hidden)):
        raise BundleDamaged(TORN, reason="signature")
    return header, Inflated(_decrypt(bytes(hidden), keys), limits.unpacked)


def _read_header(data: bytes) -> tuple[Header, int]:
    """Read the bytes before the signature, and tell where they end."""
    if len(data) < _FRONT.size or not data.startswith(MAGIC):
        raise BundleDamaged(TORN, reason="magic")
    _, form, suite, length = _FRONT.unpack_from(data)
    if form > FORMAT or suite > SUITE:
        raise BundleTooNew(
            N_("This bundle was made by a newer version. Update this program, then take it in.")
        )
    end = _FRONT.size + length
    if length > _LONGEST_HEADER or len(data) < end + _SIGNATURE:
        raise BundleDamaged(TORN, reason="short")
    try:
        header: Header = read_canonical(_HEADERS, data[_FRONT.size : end])
    except NotCanonical as why:
        raise BundleDamaged(TORN, reason="header") from why
    if (header.format, header.suite) != (form, suite) or (form, suite) != (FORMAT, SUITE):
        raise BundleDamaged(TORN, reason="header")
    return header, end


def _decrypt(hidden: bytes, keys: StationKeys) -> bytes:
    """Open the age file with our own key."""
    try:
        opened: bytes = pyrage.decrypt(hidden, [x25519.Identity.from_str(keys.identity)])
    except pyrage.DecryptError as why:
        # age says only in words whether no key fits or the bytes are wrong.
        if "No matching keys" in str(why):
            raise BundleNotForUs(NOT_FOR_US) from why
        raise BundleDamaged(TORN, reason="age") from why
    return opened


def _signed(front: bytes | memoryview, hidden: bytes | memoryview) -> bytes:
    """Give the bytes a bundle's signature is made over."""
    digest = sha512(front)
    digest.update(hidden)
    return _DOMAIN + digest.digest()
