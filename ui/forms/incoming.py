"""Files that came on a stick: bundles and cards, one after the other, each looked at first."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mediator_desk.ports import Desk
from mediator_desk.rows import Taken
from ui.errands import Errands
from ui.forms.bundle_forms import OpenedBundle, TakeDialog, opened_bundle
from ui.forms.card_forms import CARD, TrustDialog, read_card
from ui.notices import Notices


class Incoming(QObject):
    """Opens the dialog of the next file when that of the one before is closed."""

    def __init__(
        self,
        pane: QWidget,
        *,
        desk: Desk,
        errands: Errands,
        notices: Notices,
        taken: Callable[[Taken], object],
        trusted: Callable[[str], object],
    ) -> None:
        """Begin with no files."""
        super().__init__(pane)
        self._pane, self._desk, self._errands, self._notices = pane, desk, errands, notices
        self._taken, self._trusted = taken, trusted
        self._queue: list[Path] = []

    def take(self, files: Sequence[Path]) -> None:
        """Take files in; what cannot be read is said, and the next one follows."""
        self._queue.extend(files)
        self._next_file()

    def _next_file(self) -> None:
        if not self._queue:
            return
        file = self._queue.pop(0)
        if file.suffix == f".{CARD}":
            self._errands.run(
                partial(read_card, self._desk, file), owner=self, then=self._compare,
                refused=self._refused,
            )  # fmt: skip
        else:
            self._errands.run(
                partial(opened_bundle, self._desk, file), owner=self, then=self._look,
                refused=self._refused,
            )  # fmt: skip

    def _look(self, opened: OpenedBundle) -> None:
        dialog = TakeDialog(
            self._pane.window(), opened, desk=self._desk, errands=self._errands, then=self._taken
        )
        dialog.finished.connect(self._next_file)
        dialog.open()

    def _compare(self, card: tuple[Path, str, str]) -> None:
        dialog = TrustDialog(
            self._pane.window(), *card, desk=self._desk, errands=self._errands, then=self._trusted
        )
        dialog.finished.connect(self._next_file)
        dialog.open()

    def _refused(self, sentence: str) -> None:
        self._notices.warn(sentence)
        self._next_file()
