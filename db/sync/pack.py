"""Making bundles: what a peer does not have yet, as files to carry."""

import errno
import os
from collections.abc import Sequence
from pathlib import Path

from db.seal import StationKeys
from db.sync.card import Card
from db.sync.container import Limits, wrap
from db.sync.contents import Attachment, BundleContents, GroupContents
from db.sync.manifest import FORMAT, Counts, Manifest, Receipt, manifest_line
from db.sync.volumes import Volume, cut
from mediator_desk.troubles import DiskFull, DiskTrouble, Trouble
from mediator_desk.words import N_

__all__ = ["Attachment", "BundleContents", "GroupContents", "Receipt", "pack"]

SUFFIX = ".yslb"


def pack(
    contents: BundleContents,
    sender: StationKeys,
    recipients: Sequence[Card],
    into: Path,
    *,
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> tuple[Path, ...]:
    """Write the contents as one bundle, or as several, each within the limits.

    All get their names only once all are safely on the disk; a write that fails leaves none behind.
    The cards must include that of the peer; the sender can always open its own bundle again.
    """
    if contents.peer not in {card.store for card in recipients}:
        raise ValueError("the card of the peer is missing")
    to = tuple(dict.fromkeys([*(card.recipient for card in recipients), sender.recipient]))
    ready: list[tuple[Path, Path]] = []
    try:
        for place, volume in enumerate(cut(contents, limits.packed, limits.line)):
            manifest = _manifest(contents, volume, place, to)
            name = into / _name(manifest)
            part = name.with_name(f".{name.name}.part")
            ready.append((part, name))
            content = _content(manifest, volume)
            data = wrap(
                content,
                sender=contents.sender,
                number=manifest.number,
                keys=sender,
                recipients=to,
            )
            _write(part, data)
        for part, name in ready:
            part.replace(name)
        _settle(into)
    except OSError as why:
        raise _in_words(why, into) from why
    finally:
        for part, _ in ready:
            part.unlink(missing_ok=True)
    return tuple(name for _, name in ready)


def _manifest(
    contents: BundleContents, volume: Volume, place: int, to: tuple[str, ...]
) -> Manifest:
    """Say what one volume holds; the first says what the sender has and lacks."""
    first = place == 0
    number = contents.number + place
    return Manifest(
        attachments=tuple(sent for sent, _ in volume.files),
        certificates=tuple(dict(one) for one in contents.certificates) if first else (),
        counts=Counts(attachments=len(volume.files), entries=len(volume.lines)),
        format=FORMAT,
        sender=contents.sender,
        groups=tuple(volume.groups),
        lacks=tuple(contents.lacks) if first else None,
        loans=tuple(dict(one) for one in contents.loans) if first else (),
        made_at=contents.made_at,
        number=number,
        previous=contents.previous if first else number - 1,
        program=contents.program,
        receipts=tuple(contents.receipts) if first else (),
        recipients=to,
        schema=contents.schema,
        stamp_max=volume.stamp_max,
        peer=contents.peer,
    )


def _content(manifest: Manifest, volume: Volume) -> bytes:
    """Join the manifest, the entries and the attachments, each attachment after its length."""
    lines = b"".join(line + b"\n" for line in (manifest_line(manifest), *volume.lines))
    return b"".join((lines, *(len(data).to_bytes(8, "big") + data for _, data in volume.files)))


def _name(manifest: Manifest) -> str:
    """Name a bundle's file by whom it is from, whom it is for, and its number."""
    return f"{manifest.sender.hex[-8:]}-{manifest.peer.hex[-8:]}-{manifest.number:06d}{SUFFIX}"


def _write(part: Path, data: bytes) -> None:
    """Write a file under its temporary name and wait until the disk has it."""
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Wait until the disk has the new names too, where the system can be asked for it."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as why:
        # Some file systems of carried sticks cannot sync a folder; the files themselves are safe.
        if why.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


def _in_words(why: OSError, folder: Path) -> Trouble:
    """Say what a disk's error means for the person who carries the bundle."""
    if why.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(
            N_("There is too little space in {folder}. Free some space or choose another place."),
            folder=str(folder),
        )
    return DiskTrouble(
        N_("The bundle could not be written to {folder}. Choose another place."),
        folder=str(folder),
    )
