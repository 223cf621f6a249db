"""kill -9 at random moments: what was acknowledged is there, nothing is half, the draft is back."""

import os
import random
import subprocess
import sys

import pytest

from mediator_desk.usecases.run_station import draft_key
from tests.store.stations import enter, sit_down

KILLS = int(os.environ.get("MEDIATOR_DESK_KILLS", "20"))


@pytest.mark.skipif(os.name != "posix", reason="a process is forked and killed with a signal")
def test_what_was_acknowledged_outlives_kill_9(tmp_path):
    folder = tmp_path / "station"
    sit_down(folder).leave()
    chance = random.Random(20261123)
    delays = "".join(f"{chance.uniform(0.03, 0.35):.4f}\n" for _ in range(KILLS))

    ended = subprocess.run(
        [sys.executable, "-m", "tests.store.logging_until_killed", str(folder)],
        input=delays,
        capture_output=True,
        text=True,
        check=True,
        timeout=60 + KILLS,
    )

    said = [line.split() for line in ended.stdout.splitlines()]
    acknowledged = {words[1] for words in said if words[0] == "dispute"}
    drafts = [int(words[1]) for words in said if words[0] == "draft"]
    here = enter(folder)
    kept = {str(row.id): here.desk.queries.case_file(row.id) for row in _every(here)}
    draft = here.desk.queries.shelved(draft_key(here.desk.person.id, "dispute"))
    assert said.count(["killed"]) == KILLS, ended.stdout
    assert acknowledged
    assert acknowledged <= set(kept)
    assert len(kept) <= len(acknowledged) + KILLS
    assert all(len(file.parties) == 2 for file in kept.values())
    assert len({file.dispute.number for file in kept.values()}) == len(kept)
    assert draft["text"] in {f"第{drafts[-1]}件", f"第{drafts[-1] + 1}件", "第1件"}
    assert here.sane()
    here.leave()


def _every(here):
    """List every dispute, page by page."""
    from mediator_desk.rows import DisputeFilter

    before = None
    while page := here.desk.queries.disputes(DisputeFilter(before=before)):
        yield from page
        before = page[-1].key
