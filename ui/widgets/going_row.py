"""How far a long errand is: a bar and a few words, looked up now and then."""

from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from mediator_desk.words import N_, _
from ui.theme import SMALL, worn
from ui.widgets.label import Label

_EVERY = 120


@dataclass(slots=True)
class Going:
    """How far the worker is; it writes, the window looks, nobody waits."""

    row: int = 0
    of: int = 0
    stopped: bool = False
    name: str = ""

    def tell(self, row: int, of: int) -> None:
        """Take note of a row that was reached."""
        self.row, self.of = row, of

    def stop(self) -> bool:
        """Tell the worker whether to stop."""
        return self.stopped


class GoingRow(QWidget):
    """Shows how far something is while it is under way."""

    def __init__(self, words: str = N_("Row {row} of {of} …")) -> None:
        """Show nothing yet; ``words`` is the marked sentence, which may also name what is done."""
        super().__init__()
        self._sentence = words
        self._going: Going | None = None
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(worn().em(10))
        self._words = Label(tone="quiet", scale=SMALL)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._bar)
        row.addWidget(self._words, 1)
        self._watch = QTimer(self)
        self._watch.setInterval(_EVERY)
        self._watch.timeout.connect(self._look)
        self.follow(None)

    def follow(self, going: Going | None) -> None:
        """Follow an errand that begins, or rest."""
        self._going = going
        self._bar.setVisible(going is not None)
        self._words.setText("")
        if going is None:
            self._watch.stop()
        else:
            self._bar.setRange(0, 0)
            self._watch.start()

    def _look(self) -> None:
        going = self._going
        if going is None or not going.of:
            return
        self._bar.setRange(0, going.of)
        self._bar.setValue(min(going.row, going.of))
        said = _(self._sentence)
        self._words.setText(said.format(row=f"{going.row:,}", of=f"{going.of:,}", name=going.name))
