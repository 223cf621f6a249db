"""The keys of a station, and the seal that lets an entry be believed whoever carried it."""

from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from secrets import token_hex
from typing import Protocol

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey
from pyrage import x25519  # type: ignore[import-untyped]

from db.canonical import entry_digest
from mediator_desk.records.entry import Entry
from mediator_desk.records.ids import StationId

_DOMAIN = b"YSLB-entry\0"


class Author(Protocol):
    """What a card says of who seals: the store id, and the public key in base64."""

    @property
    def store(self) -> StationId:
        """Give the store id."""

    @property
    def sign(self) -> str:
        """Give the public key that signatures are checked with."""


@dataclass(frozen=True, slots=True)
class StationKeys:
    """The secret keys of a station: Ed25519 to sign with, age (X25519) to open bundles with."""

    seed: bytes = field(repr=False)
    identity: str = field(repr=False)

    @classmethod
    def new(cls) -> "StationKeys":
        """Make fresh keys from the system's randomness."""
        return cls(seed=bytes(SigningKey.generate()), identity=str(x25519.Identity.generate()))

    @classmethod
    def from_dict(cls, kept: Mapping[str, str]) -> "StationKeys":
        """Read the keys back from what ``to_dict`` gave."""
        return cls(seed=b64decode(kept["sign"], validate=True), identity=kept["age"])

    def to_dict(self) -> dict[str, str]:
        """Write the keys as text; only the encrypted store may keep it."""
        return {"sign": b64encode(self.seed).decode("ascii"), "age": self.identity}

    @property
    def verify_key(self) -> bytes:
        """Give the public key that signatures are checked with."""
        return bytes(SigningKey(self.seed).verify_key)

    @property
    def recipient(self) -> str:
        """Give the public key that bundles for this station are encrypted to."""
        return str(x25519.Identity.from_str(self.identity).to_public())

    def sign(self, message: bytes) -> str:
        """Sign a message; the signature is in base64."""
        return b64encode(self.sign_raw(message)).decode("ascii")

    def sign_raw(self, message: bytes) -> bytes:
        """Sign a message; the signature is 64 bytes."""
        return SigningKey(self.seed).sign(message).signature


def seal_entry(entry: Entry, keys: StationKeys) -> Entry:
    """Give the entry with its digest, and its author station's signature over the digest."""
    digest = entry_digest(entry)
    return replace(entry, digest=digest, seal=keys.sign(_sealed(digest)))


def new_salt() -> str:
    """Draw the salt of one entry: 16 bytes in hexadecimal."""
    return token_hex(16)


def check_entry(entry: Entry, card: Author) -> bool:
    """Tell whether the entry is as the station of this card wrote it.

    Of an erased entry (no payload) only the seal over its digest can be checked; whether an
    erasure explains the missing payload is for the one who takes it in to ask (see ``whole``).
    """
    return (
        entry.station == card.store
        and (entry.values is None or whole(entry))
        and signed_by(card.sign, entry.seal, _sealed(entry.digest))
    )


def whole(entry: Entry) -> bool:
    """Tell whether the digest is still that of the entry, so that no payload is missing."""
    return entry_digest(entry) == entry.digest


def signed_by(key: str, signature: str, message: bytes) -> bool:
    """Tell whether the signature (base64) over the message was made with the key (base64)."""
    try:
        raw = b64decode(signature, validate=True)
        # A second spelling of one signature would make two different lines of one entry.
        if b64encode(raw).decode("ascii") != signature:
            return False
        return signed_raw(b64decode(key, validate=True), raw, message)
    except (NotBase64, ValueError):
        return False


def signed_raw(key: bytes, signature: bytes, message: bytes) -> bool:
    """Tell whether the signature (64 bytes) over the message was made with the key (32 bytes)."""
    try:
        VerifyKey(key).verify(message, signature)
    except (BadSignatureError, ValueError):
        return False
    return True


def _sealed(digest: str) -> bytes:
    """Give the bytes a seal is made over: the domain, then the digest's 32 bytes."""
    return _DOMAIN + bytes.fromhex(digest)
