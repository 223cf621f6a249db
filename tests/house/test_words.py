"""The catalogue is whole, and the program that keeps it notices when it is not."""

import re
import shutil
import subprocess
import sys

import pytest

from tests.house.tree import ROOT

WORDS = "packaging/words.py"
PO = "resources/translations/zh_CN/LC_MESSAGES/mediator_desk.po"
SOURCE = '''"""A window."""

from mediator_desk.words import _, n_, p_


def said(count, day):
    """Say it."""
    return _("Due on {day}").format(day=day), n_("{n} day", "{n} days", count), p_("month", "May")
'''
CHINESE = "Due on {day}\t{day} 到期\n{n} day\t{n} 天\nmonth\x04May\t五月\n"


@pytest.fixture
def tree(tmp_path):
    """A small tree with three sentences and their Chinese."""
    (tmp_path / "packaging").mkdir()
    shutil.copy(ROOT / WORDS, tmp_path / WORDS)
    for part in ("mediator_desk", "resources"):
        (tmp_path / part).mkdir()
    (tmp_path / "mediator_desk" / "window.py").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "zh.tsv").write_text(CHINESE, encoding="utf-8")
    keep(tmp_path, "merge", "zh.tsv")
    return tmp_path


def test_every_sentence_of_the_program_has_its_chinese():
    done = keep(ROOT, "check")

    assert done.stdout == ""
    assert done.returncode == 0


def test_no_sentence_hides_inside_a_glued_string():
    # The gatherer of sentences reads f-strings as one word before Python 3.12.
    hidden = re.compile(r"""f(["']).*\{(?:_|n_|p_|N_)\(["']""")

    found = [
        path.name
        for part in ("ui", "mediator_desk", "db")
        for path in (ROOT / part).rglob("*.py")
        if hidden.search(path.read_text(encoding="utf-8"))
    ]

    assert found == []


def test_a_whole_catalogue_passes(tree):
    done = keep(tree, "check")

    assert (done.returncode, done.stdout) == (0, "")


def test_a_new_sentence_is_noticed(tree):
    say(tree, SOURCE + '\n\nNEW = _("Closed")\n')

    done = keep(tree, "check")

    assert done.returncode == 1
    assert "not in the catalogue: 'Closed'" in done.stdout


def test_a_sentence_without_chinese_is_noticed(tree):
    say(tree, SOURCE + '\n\nNEW = _("Closed")\n')
    keep(tree, "update")

    done = keep(tree, "check")

    assert done.returncode == 1
    assert "untranslated: 'Closed'" in done.stdout


def test_a_sentence_nobody_says_any_more_is_noticed(tree):
    say(tree, SOURCE.replace("Due on {day}", "Late since {day}"))

    done = keep(tree, "check")

    assert done.returncode == 1
    assert "no longer said: 'Due on {day}'" in done.stdout


def test_a_lost_place_is_noticed(tree):
    (tree / "zh.tsv").write_text("Due on {day}\t{date} 到期\n", encoding="utf-8")
    keep(tree, "merge", "zh.tsv")

    done = keep(tree, "check")

    assert done.returncode == 1
    assert "places differ: 'Due on {day}'" in done.stdout


def test_chinese_outlives_a_sentence_that_goes_and_comes_back(tree):
    say(tree, '"""Empty for a while."""\n')
    keep(tree, "merge", "zh.tsv")
    say(tree, SOURCE)
    (tree / "none.tsv").write_text("", encoding="utf-8")

    keep(tree, "merge", "none.tsv")

    assert keep(tree, "check").returncode == 0


def test_the_same_sources_give_the_same_catalogue(tree):
    before = (tree / PO).read_bytes()

    keep(tree, "update")

    assert (tree / PO).read_bytes() == before


def keep(tree, *words):
    """Run the program that keeps the words."""
    return subprocess.run(
        [sys.executable, WORDS, *words], cwd=tree, capture_output=True, text=True, check=False
    )


def say(tree, source):
    """Let the window say something else."""
    (tree / "mediator_desk" / "window.py").write_text(source, encoding="utf-8")
