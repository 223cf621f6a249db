"""Files the program carries: fonts, icons, forms, calendars, places, translations."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def path(*parts: str) -> Path:
    """Give the place of a carried file or folder, for example ``path("fonts")``."""
    return _HERE.joinpath(*parts)
