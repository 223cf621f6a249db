"""Putting a finished paper into a file or on a printer."""

import os
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from mediator_desk.paper.layout import MM
from mediator_desk.paper.pdf import Printed
from mediator_desk.records.entry import Json
from mediator_desk.refusals import Refusal
from mediator_desk.troubles import DiskTrouble, Trouble, check_is_file
from mediator_desk.words import N_

_PATIENCE = 60
_RANGE = re.compile(r"(\d+)(?:-(\d+))?")
_MOST_COPIES = 99

ONE_SIDE, LONG_EDGE, SHORT_EDGE = "one-sided", "two-sided-long-edge", "two-sided-short-edge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How something is to be printed: where, how often, on which sides, and which pages.

    ``printer`` empty means the usual one, ``pages`` empty means all: else ``1-3,5``.
    """

    printer: str = ""
    copies: int = 1
    sides: str = ONE_SIDE
    pages: str = ""

    def kept(self) -> dict[str, Json]:
        """Give what is remembered: everything but the pages, which are of this paper only."""
        return {name: value for name, value in asdict(self).items() if name != "pages"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Printers:
    """The printers this PC knows, and its usual one, which may be empty."""

    names: tuple[str, ...] = ()
    usual: str = ""


def wish_from(kept: Mapping[str, Json], printers: Printers) -> Wish:
    """Give what was wished last; a printer that is gone gives way to the usual one."""
    printer, copies, sides = kept.get("printer"), kept.get("copies"), kept.get("sides")
    return Wish(
        printer=str(printer) if printer in printers.names else printers.usual,
        copies=copies if isinstance(copies, int) and 1 <= copies <= _MOST_COPIES else 1,
        sides=str(sides) if sides in (LONG_EDGE, SHORT_EDGE) else ONE_SIDE,
    )


def tidy_pages(typed: str, count: int) -> str:
    """Read a range of pages as people type it: 1-3、5. All of them is empty. Raises ``Refusal``."""
    plain = re.sub(r"[\s]+", "", unicodedata.normalize("NFKC", typed))
    plain = re.sub(r"[~—–至到]", "-", plain).replace("、", ",").replace(";", ",")
    parts: list[str] = []
    for part in filter(None, plain.split(",")):
        found = _RANGE.fullmatch(part)
        first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
        if not 1 <= first <= last <= count:
            raise Refusal(
                N_(
                    "“{typed}” are no pages of this paper; it has {count}. Write 1-3, 5, or nothing"
                    " for all."
                ),
                typed=typed.strip(),
                count=count,
            )
        parts.append(str(first) if first == last else f"{first}-{last}")
    return "" if parts == [f"1-{count}"] else ",".join(parts)


def printed_directly() -> bool:
    """Tell whether this system takes the PDF itself; elsewhere pages go as pictures."""
    return sys.platform.startswith("linux")


def known_printers() -> Printers:
    """Ask the printing system of Linux for its printers. Raises ``Trouble`` where it is missing."""
    if shutil.which("lp") is None:
        raise Trouble(
            N_("Printing is not set up on this PC (CUPS is missing). Save the paper and print it.")
        )
    names = tuple(line.split()[0] for line in _asked("-e").splitlines() if line.strip())
    _said, _colon, usual = _asked("-d").strip().partition(":")
    usual = usual.strip()
    return Printers(names=names, usual=usual if usual in names else "")


def save_paper(printed: Printed, file: Path) -> Path:
    """Write a paper into a file, whole or not at all. Raises ``DiskTrouble``."""
    return save_bytes(printed.pdf, file)


def save_bytes(data: bytes, file: Path) -> Path:
    """Write bytes into a file, whole or not at all. Raises ``DiskTrouble``."""
    check_is_file(file)
    beside = file.with_name(f".{file.name}.part")
    try:
        beside.write_bytes(data)
        beside.replace(file)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise DiskTrouble(
            N_("{file} could not be written: {why}. Choose another folder."),
            file=str(file),
            why=error.strerror or "",
        ) from error
    return file


def print_paper(printed: Printed, wish: Wish | None = None) -> None:
    """Hand a paper to the printing system of Linux; no copy is left on the disk by us.

    Raises ``Trouble`` with what the printing system said.
    """
    wish = wish or Wish()
    command = shutil.which("lp")
    if command is None:
        raise Trouble(
            N_("Printing is not set up on this PC (CUPS is missing). Save the paper and print it.")
        )
    try:
        done = subprocess.run(
            [command, *_options(wish), "-t", printed.title, "-"],
            input=printed.pdf,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Trouble(N_("The printer does not answer. Save the paper and print it.")) from error
    if done.returncode != 0:
        raise Trouble(
            N_("The printer did not take the paper: {why}"),
            why=done.stderr.decode("utf-8", "replace").strip(),
        )


def page_sizes(printed: Printed) -> list[tuple[float, float]]:
    """Give the size of every page in points."""
    return [
        (paper.layout.page.width * MM, paper.layout.page.height * MM)
        for paper in printed.papers
        for _page in paper.pages
    ]


def _options(wish: Wish) -> list[str]:
    """Say a wish to ``lp``."""
    told = ["-n", str(wish.copies), "-o", f"sides={wish.sides}"]
    if wish.copies > 1:
        told += ["-o", "collate=true"]
    if wish.printer:
        told = ["-d", wish.printer, *told]
    return [*told, "-P", wish.pages] if wish.pages else told


def _asked(what: str) -> str:
    """Ask ``lpstat``; whatever goes wrong there is no printer known."""
    command = shutil.which("lpstat")
    if command is None:
        return ""
    plain = {**os.environ, "LC_ALL": "C"}
    try:
        done = subprocess.run(
            [command, what], capture_output=True, timeout=10, check=False, env=plain
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""
