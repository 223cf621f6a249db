"""The key file beside the store: one random data key, wrapped once for each person.

A changed password rewrites one slot and leaves the store alone. The recovery slot opens with the
code on the printed card. Without this file the store cannot be read by anybody.
"""

import json
import os
import secrets
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unicodedata import normalize
from uuid import UUID

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
)
from nacl.exceptions import CryptoError
from nacl.pwhash import argon2id

from db.people import RECOVERY
from mediator_desk.troubles import StoreDamaged, StoreTooNew, WrongPassword
from mediator_desk.words import N_

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_MEMORY = 64 * 1024 * 1024
_PASSES = 3
_FORMAT = 1
_LENGTHS = (16, 24, 48)
_MEMORIES = range(8 * 1024, 1024**3 + 1)
_ALL_PASSES = range(1, 101)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """How dear a guess is: memory in bytes, and passes over it (Argon2id)."""

    memory: int = _MEMORY
    passes: int = _PASSES


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One wrapping of the data key; the name is shown on the unlock window."""

    id: str
    name: str
    memory: int
    passes: int
    salt: bytes
    nonce: bytes
    wrapped: bytes

    def bound(self) -> bytes:
        """Say what the wrapping is bound to, so that a slot cannot be passed to another."""
        return f"{self.id}|{self.memory}|{self.passes}".encode()


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The slots of one store."""

    slots: tuple[Slot, ...] = ()

    def with_slot(self, id: str, name: str, secret: str, data_key: bytes, cost: Cost) -> "KeyFile":
        """Wrap the data key for one more secret, replacing the slot of the same id."""
        salt, nonce = secrets.token_bytes(16), secrets.token_bytes(24)
        bare = Slot(
            id=id, name=name, memory=cost.memory, passes=cost.passes,
            salt=salt, nonce=nonce, wrapped=b"",
        )  # fmt: skip
        wrapped = crypto_aead_xchacha20poly1305_ietf_encrypt(
            data_key, bare.bound(), nonce, _derive(secret, bare)
        )
        others = tuple(one for one in self.slots if one.id != id)
        return KeyFile((*others, replace(bare, wrapped=wrapped)))

    def open(self, id: str, secret: str) -> bytes:
        """Unwrap the data key. Raises ``WrongPassword``."""
        for one in self.slots:
            if one.id == id:
                try:
                    return crypto_aead_xchacha20poly1305_ietf_decrypt(
                        one.wrapped, one.bound(), one.nonce, _derive(secret, one)
                    )
                except CryptoError:
                    raise WrongPassword from None
        raise WrongPassword

    def people(self) -> Mapping[UUID, str]:
        """Name the people who have a slot, for the unlock window."""
        return {UUID(one.id): one.name for one in self.slots if one.id != RECOVERY}


def new_data_key() -> bytes:
    """Draw the 256-bit key of a new store."""
    return secrets.token_bytes(32)


def new_recovery_code() -> str:
    """Draw a recovery code for the printed card: eight groups of four, 160 bits."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(32))
    return "-".join(letters[start : start + 4] for start in range(0, 32, 4))


def tidy_code(typed: str) -> str:
    """Read a typed recovery code whatever its case, spaces and dashes."""
    letters = "".join(one for one in typed.upper() if one in _LETTERS)
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def read_key_file(file: Path) -> KeyFile:
    """Read the key file, or its spare copy. Raises ``StoreDamaged``."""
    for one in (file, file.with_suffix(".bak")):
        try:
            return _parse(json.loads(one.read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError):
            continue
    raise StoreDamaged(
        N_("The key file {file} is missing or damaged. Put it back from a backup."), file=file.name
    )


def write_key_file(file: Path, keys: KeyFile) -> None:
    """Replace the key file so that at every moment a whole one is there."""
    text = json.dumps({"format": _FORMAT, "slots": [_plain(one) for one in keys.slots]}, indent=1)
    part = file.with_suffix(".part")
    with part.open("w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    if file.exists():
        file.replace(file.with_suffix(".bak"))
    part.replace(file)
    sync_folder(file.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in the folder last through a power cut (where the system can)."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _derive(secret: str, slot: Slot) -> bytes:
    """Turn a password into a key; composed and decomposed characters give the same one."""
    return argon2id.kdf(
        32,
        normalize("NFC", secret).encode(),
        slot.salt,
        opslimit=slot.passes,
        memlimit=slot.memory,
    )


def _plain(slot: Slot) -> dict[str, Any]:
    """Write a slot as JSON."""
    return {
        "id": slot.id,
        "name": slot.name,
        "memory": slot.memory,
        "passes": slot.passes,
        "salt": b64encode(slot.salt).decode(),
        "nonce": b64encode(slot.nonce).decode(),
        "wrapped": b64encode(slot.wrapped).decode(),
    }


def _parse(found: Any) -> KeyFile:
    """Read the slots out of JSON. Raises ``ValueError`` and its like on anything odd."""
    if found["format"] > _FORMAT:
        raise StoreTooNew(
            N_("This station was last used with a newer program. Update this one first.")
        )
    slots = tuple(_slot(one) for one in found["slots"])
    if not slots:
        raise ValueError(found)
    return KeyFile(slots)


def _slot(one: Any) -> Slot:
    """Read one slot; what no program of ours writes is damage, and would only be tried in vain."""
    slot = Slot(
        id=one["id"] if one["id"] == RECOVERY else str(UUID(str(one["id"]))),
        name=one["name"],
        memory=int(one["memory"]),
        passes=int(one["passes"]),
        salt=b64decode(one["salt"]),
        nonce=b64decode(one["nonce"]),
        wrapped=b64decode(one["wrapped"]),
    )
    lengths = (len(slot.salt), len(slot.nonce), len(slot.wrapped))
    dear = slot.memory not in _MEMORIES or slot.passes not in _ALL_PASSES
    if lengths != _LENGTHS or dear or not isinstance(slot.name, str):
        raise ValueError(slot.id)
    return slot
