"""What a station wants to send, before it is cut into bundles."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from db.sync.manifest import Receipt
from mediator_desk.records.entry import Entry, Json
from mediator_desk.records.ids import GroupId, StationId


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupContents:
    """One group to send.

    ``earlier`` names (station, number, digest) of those entries of the group that stay out of
    the bundle because the peer has them already; the state hash covers them too.
    """

    group: GroupId
    entries: Sequence[Entry]
    earlier: Sequence[tuple[UUID, int, str]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file to send, and the name people know it by; its bytes are read when their turn comes."""

    name: str
    sha256: str
    size: int
    read: Callable[[], bytes]

    @classmethod
    def of(cls, *, name: str, data: bytes) -> "Attachment":
        """Make one of bytes at hand."""
        return cls(name=name, sha256=sha256(data).hexdigest(), size=len(data), read=lambda: data)


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleContents:
    """What goes to a peer. ``number`` is that of the first bundle; more volumes count on.

    ``previous`` is the number of the last bundle to this peer, 0 if there was none. ``lacks`` names
    the attachments that the sender knows of and waits for.
    """

    sender: StationId
    peer: StationId
    number: int
    previous: int
    schema: int
    program: str
    made_at: str
    groups: Sequence[GroupContents]
    attachments: Sequence[Attachment] = ()
    receipts: Sequence[Receipt] = ()
    lacks: Sequence[str] = ()
    certificates: Sequence[Mapping[str, Json]] = ()
    loans: Sequence[Mapping[str, Json]] = ()
