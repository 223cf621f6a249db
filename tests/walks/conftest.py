"""The command line as a person types it, on a throw-away station."""

import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import main
from tests.store import stations


@dataclass(slots=True)
class Told:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        """Read the one document on standard output."""
        return json.loads(self.out)

    @property
    def error(self):
        """Read the complaint on standard error."""
        return json.loads(self.err.strip().splitlines()[-1])


@dataclass(slots=True)
class CommandLine:
    """A folder with a station, and the program over it."""

    folder: Path
    capsys: pytest.CaptureFixture[str] = field(repr=False)

    def __call__(self, *typed: object, data: Path | None = None) -> Told:
        """Type a command."""
        words = ["--lang", "en", "--data", str(data or self.folder), "--any-folder"]
        words += ["--stop-below-mb", "0", "--ballast-mb", "0"]
        self.capsys.readouterr()
        code = main.main([*words, *map(str, typed)])
        said = self.capsys.readouterr()
        return Told(code, said.out, said.err)

    def file(self, request: object, name: str = "request.json") -> Path:
        """Write a request into a file beside the station."""
        path = self.folder.parent / name
        path.write_text(json.dumps(request, ensure_ascii=False), encoding="utf-8")
        return path

    def log(self, **said: object) -> Told:
        """Log a dispute."""
        request = {"text": "楼下私装地锁", "topic": "parking"} | said
        return self("log", "--file", self.file(request), "--json")

    def do(self, usecase: str, **said: object) -> Told:
        """Do a use case."""
        return self("do", usecase, "--file", self.file(said), "--json")


@pytest.fixture
def desk(tmp_path, capsys, monkeypatch):
    """Stand before the command line of a fresh station, the password in the environment."""
    monkeypatch.setenv("MEDIATOR_DESK_PASSWORD", stations.PASSWORD)
    folder = tmp_path / "station"
    template, _code = stations._template("古城")
    shutil.copytree(template, folder)
    return CommandLine(folder, capsys)
