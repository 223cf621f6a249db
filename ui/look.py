"""What this PC remembers of the windows: language, letters, colours, and who was here last."""

import json
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from mediator_desk.words import LANGUAGES
from ui.tokens import ALL, TEXT_SIZES

_COLOURS = tuple(tokens.name for tokens in ALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """What the unlock window says of a station while it is still closed."""

    name: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the windows look and speak on this PC; ``stations`` goes by the folder."""

    language: str = LANGUAGES[0]
    text_size: int = TEXT_SIZES[0]
    colours: str = _COLOURS[0]
    stations: dict[str, Station] = field(default_factory=dict)

    def station(self, folder: Path) -> Station:
        """Tell what is remembered of the station in a folder."""
        return self.stations.get(str(folder), Station())

    def met(self, folder: Path, station: Station) -> "Look":
        """Remember a station and who was at its desk."""
        return replace(self, stations={**self.stations, str(folder): station})


def read_look(file: Path) -> Look:
    """Read what is remembered; whatever is missing or odd is as on the first day."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Look()
    if not isinstance(found, dict):
        return Look()
    first = Look()
    return Look(
        language=_one_of(found.get("language"), LANGUAGES, first.language),
        text_size=_one_of(found.get("text_size"), TEXT_SIZES, first.text_size),
        colours=_one_of(found.get("colours"), _COLOURS, first.colours),
        stations=_stations(found.get("stations")),
    )


def keep_look(file: Path, look: Look) -> bool:
    """Remember it for the next start; tell whether that was possible, for nothing hangs on it."""
    part = file.with_suffix(".part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(asdict(look), ensure_ascii=False, indent=1), encoding="utf-8")
        part.replace(file)
    except OSError:
        return False
    return True


def _one_of(value: Any, known: tuple[Any, ...], usual: Any) -> Any:
    return value if value in known else usual


def _stations(found: Any) -> dict[str, Station]:
    if not isinstance(found, dict):
        return {}
    return {
        str(folder): Station(name=str(one.get("name", "")), person=str(one.get("person", "")))
        for folder, one in found.items()
        if isinstance(one, dict)
    }
