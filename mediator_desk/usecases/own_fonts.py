"""Fonts that the district owns: kept in the store of this PC, used by every paper."""

import base64
import binascii
import zlib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from mediator_desk.paper.own_fonts import LARGEST, OwnFont, Use, examined, own_file, placed
from mediator_desk.ports import Desk
from mediator_desk.records.entry import Json
from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.characters import character_sets
from mediator_desk.troubles import DiskTrouble
from mediator_desk.words import N_

_LIST = "fonts"
_MOST = 6  # the store carries them in every backup


@dataclass(frozen=True, slots=True, kw_only=True)
class AddFont:
    """The file, and what the font is for. The licence is the district's own matter."""

    file: Path
    use: Use = Use.TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveFont:
    """The name of the font as ``font list`` gives it."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FontRow:
    """A font of the district: what it is for, and how many characters it draws.

    ``held`` counts what it holds of each set of ``rules/characters.py``, by the set's code.
    """

    name: str
    use: Use
    sha256: str
    size: int
    characters: int
    held: dict[str, int]


def list_fonts(desk: Desk) -> tuple[FontRow, ...]:
    """List the fonts of the district kept here, the first added first."""
    return _rows(desk.queries.shelved(_LIST))


def add_font(desk: Desk, asked: AddFont) -> Changes:
    """Look at a font file, keep it, and use it from the next paper on.

    It is a private note of this PC: backups hold it, bundles never do. Raises ``FontUnfit``.
    """
    content = _bytes(asked.file)
    found = examined(content)
    digest = sha256(content).hexdigest()
    row: dict[str, Json] = {
        "name": found.name,
        "use": asked.use.value,
        "sha256": digest,
        "size": len(content),
        "characters": len(found.characters),
        "held": {
            one.code: sum(code in found.characters for code in one.members())
            for one in character_sets()
        },
    }
    with desk.work("add-font") as work:
        known = _listed(work.shelved(_LIST))
        others = [one for one in known if one["name"] != found.name or one["use"] != row["use"]]
        if len(others) >= _MOST:
            raise Refusal(
                N_("There are {count} fonts here already. Remove one first."), count=len(others)
            )
        work.shelve(_LIST, [*others, row])
        work.shelve(_key(digest), base64.b64encode(zlib.compress(content)).decode())
        return work.commit()


def remove_font(desk: Desk, asked: RemoveFont) -> Changes:
    """Forget a font; the carried ones print what it printed. Raises ``NotFound``."""
    with desk.work("remove-font") as work:
        known = _listed(work.shelved(_LIST))
        gone = [one for one in known if one["name"] == asked.name]
        if not gone:
            raise NotFound(
                N_("There is no font “{name}” of yours here. See: font list."), name=asked.name
            )
        left = [one for one in known if one not in gone]
        work.shelve(_LIST, list(left))
        for digest in {one["sha256"] for one in gone} - {one["sha256"] for one in left}:
            work.shelve(_key(str(digest)), None)
        return work.commit()


def fonts_in_use(desk: Desk, cache: Path) -> tuple[OwnFont, ...]:
    """Give the fonts of this station with their unpacked files, the first added first."""
    return tuple(
        OwnFont(f"{row.name} {row.sha256[:8]}", row.use, file)
        for row in list_fonts(desk)
        if (file := _unpacked(desk, row, cache)) is not None
    )


def _unpacked(desk: Desk, row: FontRow, cache: Path) -> Path | None:
    """Give the file of a font, from the store when it is not unpacked yet."""
    file = own_file(row.sha256, cache)
    if file.is_file() and file.stat().st_size == row.size:
        return file
    kept = desk.queries.shelved(_key(row.sha256))
    try:
        content = zlib.decompress(base64.b64decode(kept if isinstance(kept, str) else ""))
    except (binascii.Error, zlib.error):
        return None
    return placed(content, cache) if sha256(content).hexdigest() == row.sha256 else None


def _bytes(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError as error:
        raise DiskTrouble(
            N_("The file {file} cannot be read. Check the stick and choose it again."),
            file=str(file),
        ) from error


def _key(digest: str) -> str:
    return f"font/{digest}"


def _listed(kept: Json) -> list[dict[str, Json]]:
    return [one for one in kept if isinstance(one, dict)] if isinstance(kept, list) else []


def _rows(kept: Json) -> tuple[FontRow, ...]:
    rows = []
    for one in _listed(kept):
        held = one["held"]
        rows.append(
            FontRow(
                name=str(one["name"]),
                use=Use(str(one["use"])),
                sha256=str(one["sha256"]),
                size=int(str(one["size"])),
                characters=int(str(one["characters"])),
                held={key: int(str(count)) for key, count in held.items()}
                if isinstance(held, dict)
                else {},
            )
        )
    return tuple(rows)
