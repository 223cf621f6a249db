"""A real desk with its windows about disputes, for tests."""

from dataclasses import dataclass, field

from PySide6.QtWidgets import QDialog, QWidget

from mediator_desk.rows import CaseFile, DisputeRow
from ui.errands import InlineErrands
from ui.forms.case_desk import CaseDesk
from ui.forms.case_dialogs import DIALOGS
from ui.notices import Notice, Notices
from ui.panes.disputes import DisputesPane
from ui.panes.today import TodayPane


@dataclass(slots=True)
class Handed:
    """What the panes handed to the council and to the whistles."""

    topics: list[tuple[DisputeRow, ...]] = field(default_factory=list)
    whistles: list[CaseFile] = field(default_factory=list)


class Windows:
    """Panes on a desk, refreshed by the changes of every errand, as the frame does it."""

    def __init__(self, qtbot, desk, folder):
        """Sit down without a pane yet."""
        self.qtbot, self.desk, self.folder = qtbot, desk, folder
        self.errands = InlineErrands()
        # qtbot holds them weakly: without this one could be collected while it is being painted.
        self.kept: list[QWidget] = []
        self.mistakes = []
        self.errands.failed.connect(self.mistakes.append)
        self.notices = Notices(folder / "reports", desk.now)
        self.said: list[Notice] = []
        self.notices.posted.connect(self.said.append)
        self.handed = Handed()

    def disputes(self, **more) -> DisputesPane:
        """Open the pane of disputes."""
        return self._open(DisputesPane(**self._given(), **more))

    def today(self) -> TodayPane:
        """Open the pane of today."""
        return self._open(TodayPane(**self._given()))

    def dialog(self, usecase: str, dispute) -> QDialog:
        """Open the dialog of a step of a dispute."""
        window = QWidget()
        self.qtbot.addWidget(window)
        self.kept.append(window)
        window.resize(1366, 768)
        window.show()
        at = CaseDesk(
            parent=window,
            desk=self.desk,
            errands=self.errands,
            file=self.desk.queries.case_file(dispute),
            people=self.desk.queries.people(),
            done=lambda _changes, words: self.said.append(words),
        )
        dialog = DIALOGS[usecase](at)
        dialog.window_behind = window
        self.kept.append(dialog)
        dialog.open()
        return dialog

    def _given(self):
        return {
            "desk": self.desk,
            "errands": self.errands,
            "notices": self.notices,
            "fonts": self.folder,
            "raise_topic": self.handed.topics.append,
            "blow_whistle": self.handed.whistles.append,
        }

    def _open(self, pane):
        self.qtbot.addWidget(pane)
        self.kept.append(pane)
        self.errands.changed.connect(pane.refresh)
        pane.resize(1180, 680)
        pane.show()
        pane.open()
        return pane


def columns_of(table) -> list[list[str]]:
    """Read the words of a table, row by row."""
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
