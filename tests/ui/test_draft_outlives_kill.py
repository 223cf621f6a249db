"""kill -9 in the middle of a form: the next start offers what was typed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.stations import enter, sit_down
from tests.ui.casework import Windows

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(os.name != "posix", reason="a process is killed with a signal")
def test_a_half_typed_form_outlives_kill_9_and_is_offered_again(qtbot, tmp_path):
    folder = tmp_path / "station"
    sit_down(folder).leave()
    command = [sys.executable, "-m", "tests.ui.typing_until_killed", str(folder), str(tmp_path)]

    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as typing:
        said = typing.stdout.readline()
        typing.send_signal(signal.SIGKILL)

    here = enter(folder)
    windows = Windows(qtbot, here.desk, tmp_path)
    form = windows.disputes().log()
    form.offer.go_on.click()
    assert said == "kept\n"
    assert form.sheet.values()["text"] == "half a story"
    assert here.sane()
    here.leave()
