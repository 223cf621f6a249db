"""The tree as the house tests see it: its own files and nothing that was made from them."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("mediator_desk", "db", "ui", "resources")
PARTS = (*PACKAGES, "packaging", "tests", "bench", "docs", "requirements", ".ci")
MADE = {"__pycache__", ".venv", ".hypothesis", ".git"}


def files(*parts: str, ending: str = "") -> Iterator[Path]:
    """Give the files of the parts of the tree, and of its top level if no part is named."""
    if not parts:
        parts = PARTS
        yield from (file for file in ROOT.iterdir() if file.is_file() and _ours(file, ending))
    for part in parts:
        yield from (file for file in sorted((ROOT / part).rglob("*")) if _ours(file, ending))


def sources(*parts: str) -> Iterator[tuple[str, ast.Module]]:
    """Give the Python files of the parts, by their name in the tree, parsed."""
    for file in files(*parts, ending=".py"):
        yield name(file), ast.parse(file.read_text(encoding="utf-8"), str(file))


def name(file: Path) -> str:
    """Name a file by its place in the tree."""
    return file.relative_to(ROOT).as_posix()


def _ours(file: Path, ending: str) -> bool:
    if MADE & set(file.parts[len(ROOT.parts) :]) or file.suffix in {".mo", ".part", ".pyc"}:
        return False
    return file.is_file() and file.name.endswith(ending)
