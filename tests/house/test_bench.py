"""The bench runs whole on few disputes; how fast it is, nobody asks here."""

import pytest

from bench import __main__ as bench
from bench import report
from mediator_desk.words import speak, spoken
from resources import path


@pytest.fixture(autouse=True)
def _speak_again():
    """Speak afterwards what was spoken before; the bench speaks Chinese."""
    before = spoken()
    yield
    speak(before, path("translations"))


@pytest.mark.parametrize("part", ["lists", "writing", "papers", "ledgers", "peers", "bundles"])
def test_the_bench_measures(part, tmp_path, capsys):
    few = [
        "--disputes",
        "60",
        "--at-desk",
        "40",
        "--changes",
        "20",
        "--ledger",
        "3",
        "--long-ledger",
        "30",
        "--rounds",
        "1",
        "--stores",
    ]

    code = bench.main([part, *few, str(tmp_path)])

    told = capsys.readouterr().out
    assert code == 0
    assert f"## {bench.PARTS[part]}" in told
    assert "| **" in told


def test_the_bench_writes_its_figures_below_what_people_wrote(tmp_path, monkeypatch, capsys):
    page = tmp_path / "performance.md"
    page.write_text("# Speed\n\nWritten by hand.\n", encoding="utf-8")
    monkeypatch.setattr(report, "PAGE", page)

    bench.main(["papers", "--rounds", "1", "--stores", str(tmp_path), "--write"])
    bench.main(["papers", "--rounds", "1", "--stores", str(tmp_path), "--write"])

    told = page.read_text(encoding="utf-8")
    assert told.startswith("# Speed\n\nWritten by hand.\n")
    assert told.count("## Papers") == 1
    assert str(tmp_path) not in told
    assert capsys.readouterr().out
