"""The page of figures: what was measured, on what, with which command, and how it compares."""

import os
import platform
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

from bench import remembering, timing
from bench.remembering import Held
from bench.timing import Pair

PAGE = Path(__file__).parent.parent / "docs" / "performance.md"
_MARK = "<!-- measured: everything below is written by `python -m bench --write` -->"


def tables(measured: Mapping[str, Sequence[Pair | Held]]) -> str:
    """Write the figures as tables, one for each part."""
    said: list[str] = []
    for title, rows in measured.items():
        head = remembering.HEAD if isinstance(rows[0], Held) else timing.HEAD
        said += [f"## {title}", "", head, *(one.row() for one in rows), ""]
    return "\n".join(said)


def write(measured: Mapping[str, Sequence[Pair | Held]], command: str) -> None:
    """Put the figures below what people wrote on the page."""
    kept = PAGE.read_text(encoding="utf-8").partition(_MARK)[0]
    PAGE.write_text(
        f"{kept}{_MARK}\n\n{machine()}\n\nCommand: `{command}`\n\n{tables(measured)}",
        encoding="utf-8",
    )


def machine() -> str:
    """Say in plain words what it was measured on."""
    cores = os.cpu_count() or 1
    memory = ""
    if hasattr(os, "sysconf"):
        size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30)
        memory = f", {size:.0f} GB of memory"
    return (
        f"{date.today().isoformat()}; {platform.system()} on {platform.machine()}, {cores} cores"  # noqa: DTZ011 - the day of whoever runs it
        f"{memory}; Python {sys.version.split()[0]}, PySide6 {version('PySide6-Essentials')}, "
        f"SQLAlchemy {version('SQLAlchemy')}, SQLCipher by sqlcipher3 {version('sqlcipher3')}, "
        f"ReportLab {version('reportlab')}."
    )
