"""What is installed is written down to the byte."""

import re

import pytest

from tests.house.tree import ROOT

PIN = re.compile(
    r"^([a-z0-9-]+)==(\S+)(?: ;[^\\]+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.M
)


@pytest.mark.parametrize("lock", ["run.lock", "check.lock", "bench.lock"])
def test_every_package_of_a_lock_has_its_hashes(lock):
    text = _text(lock)

    assert len(PIN.findall(text)) == len(re.findall(r"^[a-z0-9]", text, re.M)) > 15


def test_the_check_uses_the_very_packages_the_program_runs_with():
    run, check = _pins("run.lock"), _pins("check.lock")

    assert run.items() <= check.items()


def test_whatever_the_project_asks_for_is_locked():
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    asked = re.findall(r'^  "([a-z0-9-]+)[^a-z0-9-]', project.partition("]\n\n")[0], re.M)

    assert set(asked) <= _pins("run.lock").keys()
    assert len(asked) > 15


def _pins(lock: str) -> dict[str, str]:
    return {name: release for name, release, _hashes in PIN.findall(_text(lock))}


def _text(lock: str) -> str:
    return (ROOT / "requirements" / lock).read_text(encoding="utf-8")
