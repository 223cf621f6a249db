"""The first line of a bundle's content: what is in it, from whom, for whom, and what it proves."""

from typing import Annotated, Any
from uuid import UUID

import msgspec

from db.canonical import Counting, DigestText, canonical

FORMAT = 1
"""The version of the container and of its content; a reader refuses a higher one."""

Whole = Annotated[int, msgspec.Meta(ge=0, le=2**53 - 1)]
_Text = Annotated[str, msgspec.Meta(max_length=255)]


class State(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What the sender has of a group: the highest number of each station, and the state hash."""

    hash: DigestText
    vector: dict[UUID, Counting]


class GroupSent(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One group in this bundle: the first and last number of each station, and the state after."""

    group: UUID
    ranges: dict[UUID, tuple[Counting, Counting]]
    state: State


class Counts(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """How much the content holds."""

    attachments: Whole
    entries: Whole


class AttachmentSent(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """An attachment in this bundle. The name is for people to read and is never a path."""

    name: _Text
    sha256: DigestText
    size: Whole


class Receipt(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What the sender holds of one station's part of a group, and its state of that group."""

    group: UUID
    number: Counting
    state: DigestText
    station: UUID


class Manifest(
    msgspec.Struct, forbid_unknown_fields=True, frozen=True, omit_defaults=True, kw_only=True
):
    """What a bundle says about itself; one that says nothing of ``lacks`` leaves it out."""

    attachments: tuple[AttachmentSent, ...]
    certificates: tuple[dict[str, Any], ...]
    counts: Counts
    format: int
    sender: UUID = msgspec.field(name="from")
    groups: tuple[GroupSent, ...]
    lacks: tuple[DigestText, ...] | None = None
    loans: tuple[dict[str, Any], ...]
    made_at: Annotated[str, msgspec.Meta(max_length=64)]
    number: Counting
    previous: Whole
    program: _Text
    receipts: tuple[Receipt, ...]
    recipients: tuple[_Text, ...]
    schema: Counting
    stamp_max: Annotated[str, msgspec.Meta(pattern=r"\A([0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{32})?\Z")]
    peer: UUID = msgspec.field(name="to")


MANIFESTS = msgspec.json.Decoder(Manifest)


def manifest_line(manifest: Manifest) -> bytes:
    """Write a manifest canonically, without the line's end."""
    return canonical(msgspec.to_builtins(manifest, str_keys=True))
