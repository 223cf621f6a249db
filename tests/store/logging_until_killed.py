"""A station that logs as fast as it can and says what was acknowledged, until it is killed.

Run as ``python -m tests.store.logging_until_killed FOLDER ROUND``. Everything is imported once;
for each line read a child is forked that opens the store as after any crash.
"""

import os
import signal
import sys
import time
from pathlib import Path

from db.engine import readings
from mediator_desk.usecases.run_station import KeepDraft, keep_draft
from tests.store.stations import enter, party


def log_for_ever(folder: Path) -> None:
    """Keep a draft, log the dispute, throw nothing away; say so only after each commit."""
    here = enter(folder)
    place = 0
    while True:
        place += 1
        keep_draft(here.desk, KeepDraft(form="dispute", values={"text": f"第{place}件"}))
        say(f"draft {place}")
        dispute = here.log(f"第{place}件", parties=(party("王芳"), party("赵强")))
        say(f"dispute {dispute}")


def say(words: str) -> None:
    """Say it in one write: it is said whole or not at all, whenever the kill comes."""
    os.write(sys.stdout.fileno(), f"{words}\n".encode())


def main() -> None:
    """Fork a logger for each delay given on a line, kill it after that time, and say so."""
    folder = Path(sys.argv[1])
    readings("王芳")
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            log_for_ever(folder)
        time.sleep(float(line))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        say("killed")


if __name__ == "__main__":
    main()
