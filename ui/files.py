"""Asking for files and folders with Qt's own window, always beginning where the last one was."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from mediator_desk.words import _

Kind = tuple[str, str]


def _documents() -> Path:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place) or Path.home())


@dataclass(slots=True)
class FileQuestions:
    """Each question is answered with nothing when the person changes her mind.

    A kind of file is its words and its ending: ``(_("Bundles"), "yslb")``.
    """

    folder: Path = field(default_factory=_documents)

    def to_open(self, parent: QWidget, title: str, kinds: Sequence[Kind]) -> list[Path]:
        """Ask for files to read."""
        found, _kind = QFileDialog.getOpenFileNames(
            parent, title, str(self.folder), _filters(kinds)
        )
        return [self._from(Path(file)) for file in found]

    def to_save(self, parent: QWidget, title: str, name: str, kind: Kind) -> Path | None:
        """Ask where a file is to go; Qt itself asks before one is written over."""
        found, _kind = QFileDialog.getSaveFileName(
            parent, title, str(self.folder / name), _filters([kind])
        )
        if not found:
            return None
        file = Path(found)
        ending = f".{kind[1]}"
        return self._from(file if file.suffix == ending else file.with_name(file.name + ending))

    def to_fill(self, parent: QWidget, title: str) -> Path | None:
        """Ask for a folder to write into."""
        found = QFileDialog.getExistingDirectory(parent, title, str(self.folder))
        if not found:
            return None
        self.folder = Path(found)
        return self.folder

    def _from(self, file: Path) -> Path:
        self.folder = file.parent
        return file


def _filters(kinds: Sequence[Kind]) -> str:
    named = [f"{words} (*.{ending})" for words, ending in kinds]
    if len(kinds) > 1:
        together = " ".join(f"*.{ending}" for _words, ending in kinds)
        every = _("All that fit")
        named.insert(0, f"{every} ({together})")
    return ";;".join(named)
