"""What we ask of Qt itself: no lost references, and a quick way to the first window."""

import subprocess
import sys

from PySide6.QtCore import QObject

import resources

HEAVY = ("sqlalchemy", "reportlab", "pypinyin", "alembic", "babel", "openpyxl", "pypdfium2")


def test_calls_that_return_nothing_keep_their_references():
    # PySide6 6.12.0 on Python 3.11 loses one of None with each and dies after some 5,000.
    thing = QObject()
    before = sys.getrefcount(None)

    for _call in range(100_000):
        thing.setObjectName("name")

    assert abs(sys.getrefcount(None) - before) < 1000


def test_the_unlock_window_loads_none_of_the_heavy_libraries():
    wanted = (
        "import sys; import ui.app, ui.dialogs.unlock, ui.errands;"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )

    ran = subprocess.run(
        [sys.executable, "-c", wanted],
        capture_output=True,
        text=True,
        check=True,
        cwd=resources.path().parent,
    )

    assert ran.stdout.strip() == "[]"


def test_importing_after_pyside_is_not_slowed_by_its_look_at_sources():
    from shibokensupport import feature

    from ui.quickening import quicken_imports

    before = feature.feature_imported
    try:
        quicken_imports()

        assert feature.feature_imported("any module") is None
        assert feature.feature_imported is not before or before.__module__ == "ui.app"
    finally:
        feature.feature_imported = before
