"""Quicker imports beside Qt; to be done before the modules of the windows are imported."""

import sys

import PySide6.QtCore  # noqa: F401 - brings along what is quickened


def quicken_imports() -> None:
    """Keep PySide from reading the source of every module that is imported after it.

    Otherwise the windows' own modules and the store's libraries take twice as long to load. The
    name is private to PySide, so its absence must change nothing.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "feature_imported"):
        setattr(feature, "feature_imported", _look_at_nothing)  # noqa: B010 - not in its stubs


def _look_at_nothing(_module: object) -> None:
    """Stand in for PySide's look at a module's source."""
