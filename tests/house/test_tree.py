"""The tree is ours: its names, its first sentences, its sizes, and nothing of one machine."""

import ast
import importlib
import re
from pathlib import Path

import pytest

from tests.house.tree import PACKAGES, ROOT, files, name, sources

FILE_LINES, CLASS_LINES, FUNCTION_LINES = 400, 300, 60

# What is longer than that, and why it is one thing all the same.
LONG_FOR_A_REASON: dict[str, str] = {}

# Put together here, so that this file does not hold what it looks for.
FOLDERS = "|".join(["work", "root", "tmp", "home"])
FOLDERS_OF_ONE_MACHINE = re.compile(rf"(?<![\w.])/(?:{FOLDERS})/")
REGISTRIES = [
    "py" + "pi.org",
    "python" + "hosted.org",
    "registry." + "npmjs",
    "deb." + "debian.org",
    "npm" + "mirror.com",
    "tuna." + "tsinghua",
]


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_of_a_common_name_is_the_one_of_this_tree(package):
    module = importlib.import_module(package)

    assert [Path(place) for place in module.__path__] == [ROOT / package]


def test_every_file_of_python_opens_with_a_sentence():
    mute = [file for file, tree in sources() if not _is_sentence(ast.get_docstring(tree))]

    assert not mute


def test_every_class_and_public_function_opens_with_a_sentence():
    mute = [
        f"{file}:{node.lineno} {node.name}"
        for file, tree in sources("mediator_desk", "db", "ui", "resources", "packaging")
        for node in tree.body
        if isinstance(node, (ast.FunctionDef, ast.ClassDef))
        and not node.name.startswith("_")
        and not _is_sentence(ast.get_docstring(node))
    ]

    assert not mute


def test_what_is_very_long_has_a_reason():
    long = {
        place
        for part in (*PACKAGES, "packaging", "bench", "tests")
        for file, tree in sources(part)
        for place, lines, limit in _lengths(file, tree)
        if lines > limit
    }

    assert long == LONG_FOR_A_REASON.keys()


def test_no_file_names_a_folder_of_one_machine():
    found = [
        f"{name(file)}:{number}"
        for file, text in _texts()
        for number, line in enumerate(text.split("\n"), 1)
        if FOLDERS_OF_ONE_MACHINE.search(line)
    ]

    assert not found


def test_no_file_names_the_host_of_a_package_registry():
    found = [name(file) for file, text in _texts() if any(host in text for host in REGISTRIES)]

    assert not found


def _is_sentence(docstring: str | None) -> bool:
    first = (docstring or "").partition("\n\n")[0].strip()
    return bool(first) and first[-1] in ".?!:。"


def _lengths(file: str, tree: ast.Module):
    lines = (ROOT / file).read_text(encoding="utf-8").count("\n")
    yield file, lines, FILE_LINES
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield f"{file} {node.name}", node.end_lineno - node.lineno + 1, CLASS_LINES
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield f"{file} {node.name}", node.end_lineno - node.lineno + 1, FUNCTION_LINES


def _texts():
    for file in files():
        try:
            yield file, file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a font or a picture


def test_main_is_the_only_program_at_the_top():
    programs = [file.name for file in ROOT.glob("*.py")]

    assert programs == ["main.py"]
