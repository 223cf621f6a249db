"""The two commands of the README, tried on a tree whose Python only says what it was asked."""

import os
import shutil
import subprocess

import pytest

from tests.house.tree import ROOT

# Stands for the Python of the environment: says what it was asked to run, and on what screen.
SAYS_WHAT_IT_RUNS = '#!/bin/sh\necho "$@" "[$QT_QPA_PLATFORM]"\n'
# Stands for a machine whose Python has no venv module.
BARE_PYTHON = '#!/bin/sh\ncase "$2" in *ensurepip*) exit 1 ;; esac\n'

pytestmark = pytest.mark.skipif(
    not shutil.which("flock"), reason="the set-up is for Linux, which has flock"
)


@pytest.fixture
def tree(tmp_path):
    """A tree that has been set up once."""
    tree = tmp_path / "desk"
    for part in ("packaging", "requirements", "bin"):
        (tree / part).mkdir(parents=True)
    for file in ("run", "packaging/set-up.sh", "requirements/run.lock", "requirements/check.lock"):
        shutil.copy(ROOT / file, tree / file)
    (tree / ".venv" / "bin").mkdir(parents=True)
    (tree / ".venv" / "lib" / "python" / "site-packages" / "pip").mkdir(parents=True)
    write_program(tree / ".venv" / "bin" / "python", SAYS_WHAT_IT_RUNS)
    shutil.copy(tree / "requirements" / "run.lock", tree / ".venv" / "run.lock")
    write_program(tree / "bin" / "python3", BARE_PYTHON)
    write_program(tree / "bin" / "id", "#!/bin/sh\necho 1000\n")  # who may not install
    return tree


def test_arguments_are_handed_on_and_nothing_is_set_up_again(tree):
    done = start(tree, "--data", "my folder", "list", "--json")

    assert done.stdout == f"{tree}/main.py --data my folder list --json [offscreen]\n"
    assert done.stderr == ""


def test_with_a_display_nothing_is_drawn_offscreen(tree):
    done = start(tree, "--version", DISPLAY=":0")

    assert done.stdout == f"{tree}/main.py --version []\n"


def test_without_a_display_the_tour_is_played_and_it_says_so_in_both_languages(tree):
    done = start(tree)

    assert done.stdout == f"{tree}/main.py tour --out {tree}/tour-output [offscreen]\n"
    assert "没有显示器" in done.stderr
    assert "no display" in done.stderr


def test_a_window_that_was_asked_for_by_name_is_refused_without_a_display(tree):
    done = start(tree, "--data", "folder")

    assert (done.returncode, done.stdout) == (1, "")
    assert "no display" in done.stderr


def test_who_may_not_install_is_told_the_one_line_to_type(tree):
    (tree / ".venv" / "run.lock").unlink()

    done = start(tree, "list")

    assert done.returncode == 1
    assert "sudo apt-get install -y python3-venv\n" in done.stderr


def test_who_may_install_has_it_installed(tree):
    (tree / ".venv" / "run.lock").unlink()
    write_program(tree / "bin" / "id", "#!/bin/sh\necho 0\n")
    write_program(tree / "bin" / "dpkg", "#!/bin/sh\n")
    write_program(tree / "bin" / "apt-get", f'#!/bin/sh\necho "$@" >>{tree}/apt\n')

    start(tree, "list")

    update, install = (tree / "apt").read_text(encoding="utf-8").splitlines()
    assert update.startswith("update")
    assert install.startswith("install -y")
    assert " python3-venv" in install


def test_a_set_up_that_was_interrupted_begins_anew(tree):
    (tree / ".venv" / "run.lock").unlink()
    write_program(tree / "bin" / "python3", f'#!/bin/sh\necho "$@" >>{tree}/asked\n')

    done = start(tree, "list")

    asked = (tree / "asked").read_text(encoding="utf-8").splitlines()
    assert asked[-1] == f"-m venv --clear {tree}/.venv"
    assert f"--require-hashes --only-binary=:all: -r {tree}/requirements/run.lock" in done.stderr
    assert (tree / ".venv" / "run.lock").exists()


def test_a_lock_that_changed_is_laid_over_what_there_is(tree):
    (tree / ".venv" / "run.lock").write_text("older", encoding="utf-8")
    write_program(tree / "bin" / "python3", f'#!/bin/sh\necho "$@" >>{tree}/asked\n')

    done = start(tree, "list")

    assert "venv --clear" not in (tree / "asked").read_text(encoding="utf-8")
    assert f"-r {tree}/requirements/run.lock" in done.stderr


def test_words_that_changed_are_compiled_again_before_the_start(tree):
    words = tree / "resources" / "translations" / "zh_CN" / "LC_MESSAGES" / "mediator_desk.po"
    words.parent.mkdir(parents=True)
    words.write_text("", encoding="utf-8")

    done = start(tree, "list")

    assert done.stderr == f"{tree}/packaging/words.py compile [offscreen]\n"


def start(tree, *words, **surroundings):
    """Start the desk the way a person does."""
    path = f"{tree / 'bin'}:{os.environ['PATH']}"
    return subprocess.run(
        [tree / "run", *words],
        env={"PATH": path, **surroundings},
        capture_output=True,
        text=True,
        check=False,
    )


def write_program(file, text):
    """Put a small program in place."""
    file.write_text(text, encoding="utf-8")
    file.chmod(0o755)
