"""Keeps a half-typed form every few seconds and when the focus moves; it outlives a power cut."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from mediator_desk.ports import Desk
from mediator_desk.records.entry import Json
from mediator_desk.usecases.run_station import KeepDraft, draft_key, keep_draft
from ui.errands import Errands

_EVERY = 3_000


@dataclass(frozen=True, slots=True)
class Draft:
    """An unfinished form: when it was last kept, and what stood in it."""

    at: datetime
    values: dict[str, Any]


class DraftKeeper(QObject):
    """Keeps ``values()`` of a form while it changes; ``found`` carries a draft of an earlier day.

    ``touch`` says that something changed. ``forget`` throws the draft away for good.
    """

    found = Signal(object)

    def __init__(
        self,
        form: QWidget,
        name: str,
        *,
        desk: Desk,
        errands: Errands,
        values: Callable[[], dict[str, Any]],
    ) -> None:
        """Begin to watch; ``look`` asks for an earlier draft."""
        super().__init__(form)
        self._name, self._desk, self._errands, self._values = name, desk, errands, values
        self._changed = False
        self._over = False
        self._kept: dict[str, Any] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.keep)
        self._timer.start()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            # Not focusChanged: it would hand over the widget before, which may be dying.
            application.focusObjectChanged.connect(self._focus_moved)
            application.aboutToQuit.connect(self._leave)

    def look(self) -> None:
        """Ask whether an earlier form was left unfinished."""
        self._errands.run(
            partial(self._desk.queries.shelved, draft_key(self._desk.person.id, self._name)),
            owner=self,
            then=self._tell,
        )

    def touch(self) -> None:
        """Say that something changed since it was last kept."""
        self._changed = True

    def keep(self) -> None:
        """Keep what stands in the form now, if it changed."""
        if not self._changed or self._over:
            return
        self._changed = False
        values = self._values()
        if values != self._kept:
            self._kept = values
            self._shelve({"at": self._desk.now().isoformat(), "values": values})

    def forget(self) -> None:
        """Throw the draft away and keep no other."""
        self._over = True
        self.drop()

    def drop(self) -> None:
        """Throw away the draft that lies there; what is typed from now on is kept again."""
        self._kept = None
        self._shelve(None)

    def _shelve(self, values: Json) -> None:
        asked = KeepDraft(form=self._name, values=values)
        self._errands.run(partial(keep_draft, self._desk, asked))

    def _focus_moved(self, _now: object) -> None:
        self.keep()

    def _leave(self) -> None:
        """Keep it a last time, while errands still run."""
        self.keep()
        self._over = True

    def _tell(self, kept: Json) -> None:
        draft = read_draft(kept)
        if draft is not None:
            self.found.emit(draft)


def read_draft(kept: Json) -> Draft | None:
    """Read a kept draft; anything else on that shelf is no draft."""
    match kept:
        case {"at": str(at), "values": dict(values)} if values:
            return Draft(at=datetime.fromisoformat(at), values=values)
        case _:
            return None
