"""Opening a bundle: nothing in it is believed before everything about it was checked."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar
from uuid import UUID

from db.canonical import NotCanonical, read_canonical, read_entry_line, state_hash
from db.seal import StationKeys, check_entry, whole
from db.sync.card import Card
from db.sync.container import NOT_FOR_US, Header, Limits, unwrap
from db.sync.inflate import Inflated
from db.sync.manifest import MANIFESTS, Manifest
from mediator_desk.records.entry import Entry, Kind
from mediator_desk.records.ids import GroupId
from mediator_desk.troubles import BundleDamaged, BundleNotForUs, DiskTrouble, StationUnknown
from mediator_desk.words import N_

_T = TypeVar("_T")

WRONG = N_(
    "The content of this bundle contradicts itself, so nothing of it was taken in. "
    "Tell the sender, and ask for a new one."
)
AUTHOR_UNKNOWN = N_(
    "Some entries were written at a station whose card is not kept here. "
    "Add its card, then take the bundle in again."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedBundle:
    """A bundle that was checked. ``attachments`` holds files by their SHA-256, never by name.

    ``set_aside`` names the groups whose entries are not among ``entries`` because the card of
    one of their authors is missing; the same bundle brings them once the card is there.
    """

    manifest: Manifest
    entries: tuple[Entry, ...]
    attachments: Mapping[str, bytes]
    set_aside: Mapping[GroupId, StationUnknown]


def open_bundle(
    path: Path,
    keys: StationKeys,
    cards: Mapping[UUID, Card],
    *,
    erased: Container[UUID] = frozenset(),
    relays: Container[UUID] = frozenset(),
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> OpenedBundle:
    """Open a bundle, or raise the trouble that says why not and what to do.

    ``cards`` are those of the stations trusted here, our own included. ``erased`` are the
    records this journal knows to be erased; of these (and those the bundle itself erases) an
    entry may come without its payload. ``relays`` are stations (the hub) believed about
    entries of authors whose card is not here.
    """
    header, content = unwrap(_read(path, limits), keys, cards, limits)
    manifest = _read_manifest(content, header, keys, limits)
    entries = tuple(_read_entries(content, manifest, limits))
    attachments = dict(_read_attachments(content, manifest))
    content.finish()
    _check_state(manifest, entries)
    strangers = _believe(entries, cards, erased, trusting=header.sender in relays)
    return OpenedBundle(
        manifest=manifest,
        entries=tuple(one for one in entries if one.group not in strangers),
        attachments=MappingProxyType(attachments),
        set_aside=MappingProxyType(strangers),
    )


def _read(path: Path, limits: Limits) -> bytes:
    """Read the file, but never more of it than a bundle may have."""
    try:
        with path.open("rb") as file:
            return file.read(limits.packed + 1)
    except OSError as why:
        raise DiskTrouble(
            N_("The file {name} could not be read. Copy it again, or choose another."),
            name=path.name,
        ) from why


def _read_manifest(
    content: Inflated, header: Header, keys: StationKeys, limits: Limits
) -> Manifest:
    """Read the first line, and hold it against the header and against who we are."""
    line = content.line(limits.manifest)
    manifest: Manifest = _by_form(partial(read_canonical, MANIFESTS), line)
    same = (manifest.format, manifest.sender, manifest.number)
    # Without this a peer could sign what another station wrote, or pass on what was for it.
    if same != (header.format, header.sender, header.number):
        raise BundleDamaged(WRONG, reason="header")
    if keys.recipient not in manifest.recipients:
        raise BundleNotForUs(NOT_FOR_US)
    return manifest


def _read_entries(content: Inflated, manifest: Manifest, limits: Limits) -> Iterator[Entry]:
    """Read exactly the entries the manifest names, in the order of the format."""
    groups = [one.group for one in manifest.groups]
    if groups != sorted(set(groups)):
        raise BundleDamaged(WRONG, reason="order")
    spans = [
        (one.group, station, first, last)
        for one in manifest.groups
        for station, (first, last) in sorted(one.ranges.items())
    ]
    if any(first > last for *_, first, last in spans):
        raise BundleDamaged(WRONG, reason="ranges")
    if sum(last - first + 1 for *_, first, last in spans) != manifest.counts.entries:
        raise BundleDamaged(WRONG, reason="counts")
    for group, station, first, last in spans:
        for number in range(first, last + 1):
            line = content.line(limits.line)
            entry = _by_form(read_entry_line, line)
            if (entry.group, entry.station, entry.number) != (group, station, number):
                raise BundleDamaged(WRONG, reason="order")
            yield entry


def _read_attachments(content: Inflated, manifest: Manifest) -> Iterator[tuple[str, bytes]]:
    """Read the attachments in the order of the manifest; their hash is their only name here."""
    if manifest.counts.attachments != len(manifest.attachments):
        raise BundleDamaged(WRONG, reason="counts")
    for one in manifest.attachments:
        if int.from_bytes(content.exactly(8), "big") != one.size:
            raise BundleDamaged(WRONG, reason="attachment")
        data = content.exactly(one.size)
        if sha256(data).hexdigest() != one.sha256:
            raise BundleDamaged(WRONG, reason="attachment")
        yield one.sha256, data


def _check_state(manifest: Manifest, entries: Sequence[Entry]) -> None:
    """Hold what the manifest says about stamps and states against the entries themselves."""
    if manifest.stamp_max != max((one.stamp for one in entries), default=""):
        raise BundleDamaged(WRONG, reason="stamps")
    sent: dict[UUID, list[tuple[UUID, int, str]]] = {}
    for one in entries:
        sent.setdefault(one.group, []).append((one.station, one.number, one.digest))
    for group in manifest.groups:
        lasts = {station: last for station, (_, last) in group.ranges.items()}
        if any(group.state.vector.get(station) != last for station, last in lasts.items()):
            raise BundleDamaged(WRONG, reason="vector")
        from_start = all(first == 1 for first, _ in group.ranges.values())
        # Whoever sends a group from its start can be checked here; for the rest one needs
        # the journal, and the one who takes the group in compares.
        complete = from_start and group.state.vector == lasts
        if complete and state_hash(sent.get(group.group, ())) != group.state.hash:
            raise BundleDamaged(WRONG, reason="state")


def _believe(
    entries: Sequence[Entry],
    cards: Mapping[UUID, Card],
    erased: Container[UUID],
    *,
    trusting: bool,
) -> dict[GroupId, StationUnknown]:
    """Check every seal and payload; give the groups whose authors are not known here."""
    strangers: dict[GroupId, StationUnknown] = {}
    erasing = {one.record for one in entries if one.kind is Kind.ERASE and whole(one)}
    for one in entries:
        card = cards.get(one.station)
        if card is None and not trusting:
            strangers[one.group] = StationUnknown(AUTHOR_UNKNOWN, station=one.station)
        if card is not None and not check_entry(one, card):
            raise BundleDamaged(WRONG, reason="seal")
        emptied = one.values is None and (one.record in erasing or one.record in erased)
        if not emptied and not whole(one):
            raise BundleDamaged(WRONG, reason="payload")
    return strangers


def _by_form(read: Callable[[bytes], _T], line: bytes) -> _T:
    """Turn what is not written as the format says into its trouble."""
    try:
        return read(line)
    except NotCanonical as why:
        raise BundleDamaged(WRONG, reason="form") from why
