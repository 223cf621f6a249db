"""Cutting a large exchange into volumes, each of which is a whole bundle by itself.

Sizes are reckoned before compression: what fits unpacked fits packed, and the cut is the same
on every computer.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

import msgspec

from db.canonical import canonical, entry_line, state_hash
from db.sync.contents import Attachment, BundleContents, GroupContents
from db.sync.manifest import AttachmentSent, GroupSent, State
from mediator_desk.records.entry import Entry
from mediator_desk.troubles import BundleTrouble
from mediator_desk.words import N_

TOO_LONG = N_("A record is too long to travel in a bundle. Shorten its longest text first.")

_MANIFEST = 2048
_GROUP = 256
_STATION = 160
_FILE = 256


@dataclass(slots=True)
class Volume:
    """One bundle being filled, and how many bytes of its budget are used."""

    used: int = _MANIFEST
    groups: list[GroupSent] = field(default_factory=list)
    lines: list[bytes] = field(default_factory=list)
    stamp_max: str = ""
    files: list[tuple[AttachmentSent, bytes]] = field(default_factory=list)

    def started(self) -> bool:
        """Tell whether anything was put in yet, so that a fresh volume would have more room."""
        return self.used > _MANIFEST


def cut(contents: BundleContents, most: int, longest: int) -> Iterator[Volume]:
    """Fill volumes of at most ``most`` bytes; a group is cut only if it is larger than one.

    ``longest`` is how long a line may be that a reader still accepts.
    """
    budget = most - most // 32 - 1024
    volume = Volume(used=_MANIFEST + _size_of_lists(contents))
    for group in sorted(contents.groups, key=lambda one: one.group):
        for piece in _Cutting(group, budget, longest).pieces(volume):
            if piece is not volume:
                yield volume
                volume = piece
    for attachment in {one.sha256: one for one in contents.attachments}.values():
        size = _FILE + 6 * len(attachment.name) + attachment.size
        if volume.started() and volume.used + size > budget:
            yield volume
            volume = Volume()
        if volume.used + size > budget:
            raise BundleTrouble(
                N_("The attachment {name} is too large to travel. Make it smaller first."),
                name=attachment.name,
            )
        _put_file(volume, attachment, size)
    yield volume


class _Cutting:
    """One group on its way into volumes, with the state it has reached so far."""

    def __init__(self, group: GroupContents, budget: int, longest: int) -> None:
        """Write the entries of the group as lines, in the order of the format."""
        self._group = group.group
        self._budget = budget
        self._entries = sorted(group.entries, key=lambda one: (one.station, one.number))
        self._lines = [entry_line(one) for one in self._entries]
        self._known = {(station, number): digest for station, number, digest in group.earlier}
        stations = {station for station, _ in self._known}
        stations |= {one.station for one in self._entries}
        self._overhead = _GROUP + _STATION * len(stations)
        if any(len(line) > longest for line in self._lines):
            raise BundleTrouble(TOO_LONG)

    def pieces(self, volume: Volume) -> Iterator[Volume]:
        """Put the group into the volume, and into as many new ones as it takes."""
        start = 0
        while start < len(self._lines):
            end = self._fitting(volume, start)
            whole = start == 0 and end == len(self._lines)
            if not whole and volume.started() and self._fitting(Volume(), start) > end:
                volume = Volume()
                continue
            if end == start:
                raise BundleTrouble(TOO_LONG)
            self._put(volume, start, end)
            yield volume
            start = end
            if start < len(self._lines):
                volume = Volume()

    def _fitting(self, volume: Volume, start: int) -> int:
        """Tell up to which line the entries from ``start`` on fit into the volume."""
        room = self._budget - volume.used - self._overhead
        end = start
        while end < len(self._lines) and room > len(self._lines[end]):
            room -= len(self._lines[end]) + 1
            end += 1
        return end

    def _put(self, volume: Volume, start: int, end: int) -> None:
        """Put some entries into a volume, with the state of the group after them."""
        sent = self._entries[start:end]
        self._known.update({(one.station, one.number): one.digest for one in sent})
        volume.groups.append(
            GroupSent(group=self._group, ranges=_ranges(sent), state=_state(self._known))
        )
        volume.lines += self._lines[start:end]
        volume.used += self._overhead + sum(len(one) + 1 for one in self._lines[start:end])
        volume.stamp_max = max(volume.stamp_max, *(one.stamp for one in sent))


def _ranges(entries: list[Entry]) -> dict[UUID, tuple[int, int]]:
    """Give the first and last number of each station, and insist that no number is left out."""
    ranges: dict[UUID, tuple[int, int]] = {}
    for one in entries:
        first, last = ranges.get(one.station, (one.number, one.number - 1))
        if one.number != last + 1:
            raise ValueError("entries to send must count without a gap")
        ranges[one.station] = (first, one.number)
    return ranges


def _state(known: dict[tuple[UUID, int], str]) -> State:
    """Give the vector and the hash of what is known of a group."""
    vector: dict[UUID, int] = {}
    for station, number in known:
        vector[station] = max(number, vector.get(station, 0))
    digests = ((station, number, digest) for (station, number), digest in known.items())
    return State(hash=state_hash(digests), vector=vector)


def _put_file(volume: Volume, one: Attachment, size: int) -> None:
    """Put an attachment into a volume."""
    sent = AttachmentSent(name=one.name, sha256=one.sha256, size=one.size)
    volume.files.append((sent, one.read()))
    volume.used += size


def _size_of_lists(contents: BundleContents) -> int:
    """Reckon how long the lists are that only the first volume carries."""
    lists = [msgspec.to_builtins(contents.receipts), contents.certificates, contents.loans]
    lists.append(list(contents.lacks))
    return len(canonical(lists))
