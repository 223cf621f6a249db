"""How long a start takes: to the unlock window, and from the password to the list of disputes."""

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.stations import CHEAP, AtDesk, bare
from bench.timing import Pair, in_turns, pair, timed
from db.keys import Cost, KeyFile, new_data_key
from db.listing import COLUMNS, PERSON
from mediator_desk.paper.fonts import SANS, unpacked

CHECKOUT = Path(__file__).parent.parent


def measure(folder: Path, scratch: Path, rounds: int) -> Iterator[Pair]:
    """Measure the start up to the first paint of the unlock window."""
    font = str(unpacked(SANS, scratch / "fonts"))
    ways = (("unlock", str(folder)), ("bare",), ("lettered", font))
    times: dict[str, list[float]] = {way[0]: [] for way in ways}
    for count in range(rounds + 1):
        for way in ways:
            took = timed(lambda: ended(scratch, "bench.starter", *way))  # noqa: B023 - runs now
            # The first start of all compiles the modules, which an installation does once.
            if count:
                times[way[0]].append(took)
    for floor, floor_is, aim in (
        ("bare", "a process that shows a bare QMainWindow", "below 1.5"),
        ("lettered", "the same with one sentence in the carried Chinese font", ""),
    ):
        name = "start to the unlock window"
        yield pair(name, times["unlock"], times[floor], floor_is=floor_is, aim=aim)


def measure_desk(here: AtDesk, scratch: Path, rounds: int, disputes: int) -> Iterator[Pair]:
    """Measure from the password to the painted list, and the password's own cost beside it."""
    folder, key = here.house.folder, here.house._data_key
    here.store.close()
    ours, floor = [], []
    for _ in range(rounds):
        ours.append(float(ended(scratch, "bench.starter", "desk", str(folder))["ms"]))
        floor.append(timed(lambda: _first_page(folder, key)))
    yield pair(
        f"password to the painted list, {disputes:,} disputes",
        ours,
        floor,
        floor_is="open and key the file, read the first page, by the bare driver; no window",
    )
    secret, data_key = secrets.token_urlsafe(), new_data_key()
    dear = KeyFile().with_slot("a", "", secret, data_key, Cost())
    cheap = KeyFile().with_slot("a", "", secret, data_key, CHEAP)
    yield in_turns(
        "the password itself (Argon2id, 64 MiB, 3 passes)",
        lambda: dear.open("a", secret),
        lambda: cheap.open("a", secret),
        rounds=rounds,
        floor_is="the cheap cost that all other rows of this page are measured with",
        aim="dear on purpose",
    )


def ended(scratch: Path, module: str, *arguments: str) -> dict[str, Any]:
    """Run a module of the bench in a process of its own; give what it told at its end."""
    environment = {
        name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
    }
    # A person's own settings stay out of it, and compiled modules are kept as an installation does.
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "PYTHONPYCACHEPREFIX"):
        environment[name] = str(scratch / name.lower())
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=CHECKOUT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode or not done.stdout:
        raise RuntimeError(done.stderr)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def _first_page(folder: Path, key: bytes) -> object:
    raw = bare(folder, key)
    found = raw.execute(f"SELECT {COLUMNS} FROM line {PERSON} ORDER BY line.n DESC LIMIT 50")
    rows = found.fetchall()
    raw.close()
    return rows
