"""Which words of other worlds a part of the tree may hold; the contracts say the rest."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.tree import sources

QT = {"PySide6", "shiboken6", "PyQt6", "PyQt5", "PySide2"}
SQL = {"sqlalchemy", "sqlcipher3", "sqlite3", "psycopg", "alembic"}
STATEMENT = re.compile(
    r"\bSELECT\b.+\bFROM\b|\bINSERT\s+(OR\s+\w+\s+)?INTO\b|\bUPDATE\b.+\bSET\b|\bDELETE\s+FROM\b"
    r"|\b(CREATE|DROP|ALTER)\s+(VIRTUAL\s+)?(TABLE|INDEX|TRIGGER)\b|\bPRAGMA\b",
    re.DOTALL,
)


@pytest.mark.parametrize("part", ["mediator_desk", "db"])
def test_no_qt_is_imported_by(part):
    found = [f"{file}: {module}" for file, module in _imports(part) if module in QT]

    assert not found


@pytest.mark.parametrize("part", ["mediator_desk", "ui"])
def test_no_sql_is_imported_by(part):
    found = [f"{file}: {module}" for file, module in _imports(part) if module in SQL]

    assert not found


@pytest.mark.parametrize("part", ["mediator_desk", "ui"])
def test_no_sql_statement_stands_in(part):
    found = [
        f"{file}:{node.lineno}"
        for file, tree in sources(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and STATEMENT.search(node.value)
    ]

    assert not found


def test_nothing_is_imported_only_for_the_type_checker():
    found = [
        file
        for file, tree in sources("mediator_desk", "db", "ui", "resources")
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and node.id == "TYPE_CHECKING"
    ]

    assert not found


def _imports(part: str) -> Iterator[tuple[str, str]]:
    for file, tree in sources(part):
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                yield from ((file, alias.name.partition(".")[0]) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield file, node.module.partition(".")[0]
