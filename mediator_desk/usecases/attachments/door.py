"""The door for files: what comes in is told by its bytes, opened apart, and made clean."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mediator_desk.quarantine import DAMAGED, MEMORY, SLOW, Found, Patience, look_at
from mediator_desk.rules.durations import CHINA
from mediator_desk.rules.file_types import LARGEST, MEGABYTE, PICTURE, family_of, tidy_name
from mediator_desk.troubles import DiskTrouble, FileUnfit
from mediator_desk.words import N_

_CHILDREN = {
    "picture": "mediator_desk.pictures.cleaner",
    "pdf": "mediator_desk.paper.given_pdf",
}
_WHY = {
    DAMAGED: N_("{name} is damaged or incomplete. Copy or scan it once more."),
    SLOW: N_("{name} takes too long to open. Save it smaller, or in several parts."),
    MEMORY: N_("{name} needs too much memory. Save it smaller, or in several parts."),
    "dots": N_("{name} has more than 40 million dots. Save it smaller, or as JPG."),
    "pages": N_("{name} has too many pages. Save it in several parts."),
    "locked": N_("{name} is protected by a password. Save a copy without one, then add that."),
}
_YEARS = range(1990, 2200)


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenFile:
    """A file on this PC by its ``path``; or the ``data`` of what was pasted, and a name for it."""

    path: str = ""
    name: str = ""
    data: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """A file that came through the door: clean bytes, what they are, and a harmless name."""

    name: str
    media_type: str
    data: bytes
    pages: int
    taken_at: datetime | None


def admit(given: GivenFile) -> Admitted:
    """Bring one file through the door. Raises ``FileUnfit``, ``DiskTrouble``."""
    name, data = _read(given)
    family = family_of(data, name)
    found, clean = look_at(_CHILDREN[family], data, Patience())
    if found.why:
        raise FileUnfit(_WHY.get(found.why, _WHY[DAMAGED]), name=name)
    return Admitted(
        name=tidy_name(name, found.media_type),
        media_type=found.media_type,
        data=clean,
        pages=found.pages,
        taken_at=_taken_at(found) if family == PICTURE else None,
    )


def _read(given: GivenFile) -> tuple[str, bytes]:
    """Read the file, and call it by a name that can be shown."""
    if not given.path:
        return given.name, given.data
    file = Path(given.path)
    name = file.name.encode("utf-8", "backslashreplace").decode("utf-8")
    try:
        # A device or a pipe would never end.
        if not file.is_file():
            raise FileNotFoundError
        if file.stat().st_size > max(LARGEST.values()):
            raise FileUnfit(
                N_("{name} is larger than {limit} MB. Save it smaller, or in several parts."),
                name=name,
                limit=max(LARGEST.values()) // MEGABYTE,
            )
        return name, file.read_bytes()
    except (OSError, ValueError) as error:
        raise DiskTrouble(
            N_("{name} cannot be read. See whether it is still there, and copy it to this PC."),
            name=name,
        ) from error


def _taken_at(found: Found) -> datetime | None:
    """Believe the moment a photo tells if it is one; cameras without a clock tell odd ones."""
    try:
        moment = datetime.fromisoformat(found.taken_at)
    except ValueError:
        return None
    if moment.year not in _YEARS:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=CHINA)
