"""The process that parses workbooks knows neither windows nor store."""

import subprocess
import sys
from pathlib import Path

TREE = Path(__file__).parents[2]


def test_the_reader_loads_no_windows_and_no_store():
    asked = "import sys, mediator_desk.ledgers.reader; print(*sys.modules)"

    loaded = subprocess.run(
        [sys.executable, "-c", asked], cwd=TREE, capture_output=True, text=True, check=True
    ).stdout.split()

    roots = {name.partition(".")[0] for name in loaded}
    assert roots.isdisjoint({"PySide6", "shiboken6", "sqlalchemy", "sqlcipher3", "db", "ui"})
    assert "defusedxml.ElementTree" in loaded
