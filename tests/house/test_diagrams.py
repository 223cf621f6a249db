"""The page of transitions is drawn from the table that the desk obeys."""

import importlib.util

from tests.house.tree import ROOT


def _diagrams():
    spec = importlib.util.spec_from_file_location("diagrams", ROOT / "packaging" / "diagrams.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_of_transitions_is_current():
    drawn = _diagrams().page()

    assert (ROOT / "docs" / "transitions.md").read_text(encoding="utf-8") == drawn
