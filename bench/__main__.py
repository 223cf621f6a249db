"""Measures the desk: ``python -m bench [part ...] [--disputes N] [--stores DIR] [--write]``."""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench import carrying, ledgers, lists, papers, peers, remembering, report, starting, writing
from bench.filling import filled
from bench.remembering import Held
from bench.stations import AtDesk
from bench.timing import Pair
from mediator_desk.words import speak
from resources import path

PARTS = {
    "start": "Start",
    "lists": "Lists and search",
    "writing": "Writing",
    "papers": "Papers",
    "ledgers": "Long ledgers",
    "peers": "Papers beside others",
    "bundles": "Bundles",
    "memory": "Memory",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the parts that are asked for, or all of them."""
    asked = _asked(arguments)
    speak("zh_CN", path("translations"))
    measured: dict[str, list[Pair | Held]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for part in asked.parts or PARTS:
            rows = measured.setdefault(PARTS[part], [])
            with tempfile.TemporaryDirectory(dir=scratch) as own:
                for row in _measure(part, asked, Path(scratch), Path(own)):
                    rows.append(row)
                    sys.stderr.write(f"{row.row()}\n")
    sys.stdout.write(f"{report.machine()}\n\n{report.tables(measured)}")
    if asked.write:
        typed = list(sys.argv[1:] if arguments is None else arguments)
        report.write(measured, " ".join(["python -m bench", *_public(typed)]))
    return 0


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="part", default=[])
    parser.add_argument("--disputes", type=int, default=100_000, help="rows of the long lists")
    parser.add_argument("--at-desk", type=int, default=10_000, help="disputes of the ready desk")
    parser.add_argument("--changes", type=int, default=1000, help="changes of a bundle")
    parser.add_argument("--ledger", type=int, default=344, help="rows of a ledger")
    parser.add_argument("--batch", type=int, default=1000, help="papers of a batch")
    parser.add_argument("--others", type=Path, default=Path(".others/bin/python"),
                        help="the Python that has typst, fpdf2 and WeasyPrint")  # fmt: skip
    parser.add_argument("--long-ledger", type=int, default=50_000, help="rows of a long ledger")
    parser.add_argument("--rounds", type=int, default=15, help="turns of what takes long")
    parser.add_argument("--stores", type=Path, help="where filled stores are kept for the next run")
    parser.add_argument("--write", action="store_true", help="write docs/performance.md")
    return parser.parse_args(arguments)


def _measure(
    part: str, asked: argparse.Namespace, scratch: Path, own: Path
) -> Iterator[Pair | Held]:
    """Measure one part. ``scratch`` outlives the part, ``own`` does not."""
    stores = asked.stores or scratch
    if part == "start":
        with _station(stores, asked.at_desk) as here:
            yield from starting.measure(here.house.folder, scratch, asked.rounds)
            yield from starting.measure_desk(here, scratch, asked.rounds, asked.at_desk)
    elif part == "lists":
        with _station(stores, asked.disputes) as here:
            yield from lists.measure(here)
    elif part == "writing":
        with _station(own, asked.at_desk, like=stores) as here:
            yield from writing.measure(here, own, asked.rounds * 10, asked.ledger)
    elif part == "papers":
        yield from papers.measure(scratch / "fonts", asked.rounds * 4)
    elif part == "peers":
        yield from peers.measure(scratch / "fonts", asked.others, asked.rounds * 2, asked.batch)
    elif part == "ledgers":
        yield from ledgers.measure(own, asked.long_ledger, max(1, asked.rounds // 5))
    elif part == "bundles":
        yield from carrying.measure(own, max(1, asked.rounds // 3), asked.changes)
    else:
        folders = {}
        for disputes in (asked.at_desk, asked.disputes):
            with _station(stores, disputes) as here:
                folders[disputes] = here.house.folder
        yield from remembering.measure(folders, scratch)


@contextmanager
def _station(stores: Path, disputes: int, like: Path | None = None) -> Iterator[AtDesk]:
    """Open the store with so many disputes, made when missing; ``like`` lends a made one."""
    name = f"store-{disputes}"
    if like is not None:
        with _station(like, disputes):
            pass
        _copy(like / name, stores / name)
    here = filled(stores / name, disputes)
    try:
        yield here
    finally:
        here.house.close()


def _copy(made: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    for file in made.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())


def _public(typed: Sequence[str]) -> Iterator[str]:
    """Leave folders out of the command as it is printed: they say nothing and are somebody's."""
    skip = False
    for one in typed:
        if not skip and not one.startswith("--stores"):
            yield one
        skip = one == "--stores"


if __name__ == "__main__":
    sys.exit(main())
