"""A font file that the district owns: looked at where it does no harm, put before the rest."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from mediator_desk.paper.font_reader import Found, look
from mediator_desk.troubles import DiskTrouble, FontUnfit
from mediator_desk.words import N_

LARGEST = 40 * 1024 * 1024
_SECONDS = 30.0
_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_OTHERS: Mapping[bytes, str] = {
    b"OTTO": N_(
        "The outlines of this font are of a kind that cannot be put into a PDF here (CFF). Choose"
        " its TrueType version, usually a file ending in .ttf."
    ),
    b"ttcf": N_(
        "This file holds several fonts in one. Choose a file with a single font, ending in .ttf."
    ),
    b"wOFF": N_("This is a font for web pages. Choose its TrueType file, ending in .ttf."),
    b"wOF2": N_("This is a font for web pages. Choose its TrueType file, ending in .ttf."),
}
# OS/2.fsType: what whoever made the font allows (OpenType specification, OS/2 table).
_RESTRICTED, _PRINT_ONLY, _WHOLE_ONLY, _PICTURES_ONLY = 0x2, 0x4, 0x100, 0x200


class Use(StrEnum):
    """What a font of the district is for: text, heads, titles, or only what others lack."""

    TEXT = "text"
    HEAD = "head"
    TITLE = "title"
    RARE = "rare"


@dataclass(frozen=True, slots=True)
class OwnFont:
    """A font of the district: its short name here, what it is for, and its unpacked file."""

    name: str
    use: Use
    file: Path


def examined(content: bytes) -> Found:
    """Look at a font file in a process that may die. Raises ``FontUnfit`` with what to do."""
    if len(content) > LARGEST:
        raise FontUnfit(N_("This font is larger than 40 MB. Choose a smaller one."))
    kind = content[:4]
    if kind in _OTHERS:
        raise FontUnfit(_OTHERS[kind])
    if kind not in _TRUETYPE:
        raise _damaged()
    found = _in_a_child(content)
    if found is None or not found.characters:
        raise _damaged()
    if found.rights & 0xF == _RESTRICTED or found.rights & (_WHOLE_ONLY | _PICTURES_ONLY):
        raise FontUnfit(
            N_(
                "Whoever made “{name}” does not allow it to be put into documents. Choose another"
                " font, or ask the maker for one that may be."
            ),
            name=found.name,
        )
    return found


def placed(content: bytes, cache: Path) -> Path:
    """Put the file of a font where the carried ones are unpacked. Raises ``DiskTrouble``."""
    file = own_file(sha256(content).hexdigest(), cache)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        spare = file.with_suffix(".part")
        spare.write_bytes(content)
        spare.replace(file)
    except OSError as error:
        raise DiskTrouble(
            N_("The font {name} could not be unpacked into {folder}: {reason}"),
            name=file.name,
            folder=file.parent,
            reason=error,
        ) from error
    return file


def own_file(digest: str, cache: Path) -> Path:
    """Name the unpacked file of a font with this SHA-256."""
    return cache / f"own-{digest[:16]}.ttf"


def _in_a_child(content: bytes) -> Found | None:
    """Have the file read by a process of its own, with a limit of time and memory."""
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=look, args=(theirs,), daemon=True)
    child.start()
    theirs.close()
    try:
        ours.send_bytes(content)
        return _answer(ours)
    except (EOFError, OSError):
        return None
    finally:
        child.kill()
        child.join()
        ours.close()


def _answer(line: Connection) -> Found | None:
    if not line.poll(_SECONDS if sys.platform != "win32" else 2 * _SECONDS):
        return None
    told = line.recv()
    return told if isinstance(told, Found) else None


def _damaged() -> FontUnfit:
    return FontUnfit(
        N_("This file is no TrueType font, or it is damaged. Choose a file ending in .ttf.")
    )
