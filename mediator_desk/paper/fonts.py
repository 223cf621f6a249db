"""The carried fonts: kept small in the program, unpacked once into a folder of the person."""

import hashlib
import json
import lzma
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import resources
from mediator_desk.troubles import DiskTrouble
from mediator_desk.words import N_

SANS = "NotoSansSC-Regular"
SANS_BOLD = "NotoSansSC-Bold"
SERIF = "NotoSerifSC-Regular"
RARE = "HanaMinB"
RAREST = "BabelStoneHanRare"

_PIECE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedFont:
    """A font file inside the program: its name, and what it must be once unpacked."""

    name: str
    size: int
    sha256: str


def carried() -> dict[str, CarriedFont]:
    """List the fonts that come with the program, by name."""
    entries = json.loads(resources.path("fonts", "fonts.json").read_text(encoding="utf-8"))
    return {entry["name"]: CarriedFont(**entry) for entry in entries}


def unpacked(name: str, cache: Path) -> Path:
    """Give the TrueType file of a carried font, unpacking it into the folder the first time."""
    font = carried()[name]
    # The fingerprint is part of the name: a newer program never reads an older program's font.
    target = cache / f"{name}-{font.sha256[:8]}.ttf"
    if not _whole(target, font):
        _unpack(font, target)
    return target


def _whole(target: Path, font: CarriedFont) -> bool:
    """Tell whether the file is there in full; its content was proven when it was unpacked."""
    try:
        return target.stat().st_size == font.size
    except OSError:
        return False


def _unpack(font: CarriedFont, target: Path) -> None:
    """Write beside the target and rename, so that nobody ever opens half a font."""
    packed = resources.path("fonts", f"{font.name}.ttf.xz")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, spare = tempfile.mkstemp(prefix=f"{font.name}-", suffix=".part", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as written:
                found = _copy(packed, written)
            if found != font.sha256:
                raise DiskTrouble(
                    N_("The font {name} of this program is damaged. Install the program again."),
                    name=font.name,
                )
            Path(spare).replace(target)
        finally:
            Path(spare).unlink(missing_ok=True)
    except (OSError, lzma.LZMAError, EOFError) as error:
        raise DiskTrouble(
            N_("The font {name} could not be unpacked into {folder}: {reason}"),
            name=font.name,
            folder=target.parent,
            reason=error,
        ) from error


def _copy(packed: Path, written: BinaryIO) -> str:
    """Unpack piece by piece and give the fingerprint of what was written."""
    fingerprint = hashlib.sha256()
    for piece in _pieces(packed):
        fingerprint.update(piece)
        written.write(piece)
    return fingerprint.hexdigest()


def _pieces(packed: Path) -> Iterator[bytes]:
    with lzma.open(packed) as content:
        while piece := content.read(_PIECE):
            yield piece
