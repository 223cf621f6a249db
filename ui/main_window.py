"""The frame of the desk: places at the left, a header with one main verb, the panes, the foot."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from mediator_desk.rows import Changes
from mediator_desk.words import _
from ui.actions import KEYS, places
from ui.errands import Errands
from ui.notices import Notices
from ui.theme import worn
from ui.widgets.card import Hairline
from ui.widgets.foot import Foot
from ui.widgets.header import Header
from ui.widgets.navigation import Navigation
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.pane import Pane

_WIDE = 64.0
_SMALL_SCREEN = 800


class MainWindow(QMainWindow):
    """Holds the panes; each is built when it is first opened. ``locked`` asks for the password.

    ``build`` has one entry for each place of ``actions.places()``; a place without one is not
    shown. ``build`` is called once for each pane, with no arguments (use ``functools.partial``).
    """

    locked = Signal()

    def __init__(
        self,
        build: Mapping[str, Callable[[], Pane]],
        *,
        errands: Errands,
        notices: Notices,
        person: str,
        station: str,
    ) -> None:
        """Lay out the frame; call ``open_first`` when it is in sight."""
        super().__init__()
        self._build = build
        self._panes: dict[str, Pane] = {}
        self._errands, self._notices = errands, notices
        offered = [place for place in places() if place.code in build]
        self._codes = [place.code for place in offered]
        self.navigation = Navigation(_("Mediator Desk"), station, offered)
        self.header = Header()
        self.foot = Foot(person)
        self.stack = QStackedWidget()
        self.notice_bar = NoticeBar()
        self._lay_out()
        self._wire()
        # Before it is shown, or a low screen would be asked for the height of the wide column.
        self._measure()
        self.setWindowTitle(_("Mediator Desk · {station}").format(station=station))

    def open_first(self) -> None:
        """Show the window, as large as a small screen needs, at the first place."""
        room = self.screen().availableGeometry()
        if room.height() <= _SMALL_SCREEN:
            # A window of 768 pixels plus its title bar would push the foot off the screen.
            self.showMaximized()
        else:
            self.resize(min(1366, room.width()), min(820, room.height()))
            self.show()
        self.open_place(self._codes[0])

    def open_place(self, code: str, id: UUID | None = None) -> None:
        """Go to a place, at a record if one is named."""
        if code not in self._build:
            return
        pane = self.pane(code)
        self.stack.setCurrentWidget(pane)
        self.navigation.choose(code)
        self.header.search.clear_quietly()
        pane.open(id)
        self._head()
        pane.take_focus()

    def begin_step(self, code: str, id: UUID) -> None:
        """Begin the next step of a record of another place; the place in sight stays."""
        if code in self._build:
            self.pane(code).begin(id, partial(self.open_place, code, id))

    def pane(self, code: str) -> Pane:
        """Give the pane of a place, building it the first time."""
        if code not in self._panes:
            pane = self._build[code]()
            self._panes[code] = pane
            self.stack.addWidget(pane)
            pane.header_changed.connect(self._head)
            pane.go.connect(self.open_place)
            pane.step.connect(self.begin_step)
        return self._panes[code]

    def current(self) -> Pane | None:
        """Give the pane in sight."""
        pane = self.stack.currentWidget()
        return pane if isinstance(pane, Pane) else None

    def place(self) -> str:
        """Give the code of the place in sight."""
        pane = self.current()
        return next((code for code, built in self._panes.items() if built is pane), "")

    def say_saved(self, at: datetime) -> None:
        """Tell in the foot when the last change was saved on this PC."""
        self.foot.say_saved(at)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if all(pane.close() for pane in self._panes.values()):
            event.accept()
        else:
            event.ignore()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("page", True)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(10)
        column.addWidget(self.header)
        column.addWidget(self.stack, 1)
        column.addWidget(self.notice_bar)
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.navigation)
        across.addWidget(Hairline(upright=True))
        across.addWidget(body, 1)
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(across, 1)
        whole.addWidget(Hairline())
        whole.addWidget(self.foot)
        self.setCentralWidget(inside)

    def _measure(self) -> None:
        rail = self.width() < worn().em(_WIDE)
        if rail != self.navigation.is_rail():
            self.navigation.set_rail(rail)

    def _head(self) -> None:
        pane = self.current()
        if pane is not None:
            self.header.show_pane(pane)

    def _changed(self, changes: Changes) -> None:
        # Only the pane in sight asks again; the others do so when they are opened.
        pane = self.current()
        if pane is not None:
            pane.refresh(changes)
        self._head()

    def _wire(self) -> None:
        self.navigation.gone.connect(self.open_place)
        self.header.search.searched.connect(self._find)
        self.header.search.left_down.connect(self._focus_pane)
        self.foot.lock_asked.connect(self.locked)
        self._errands.changed.connect(self._changed)
        self._errands.refused.connect(self._notices.warn)
        self._errands.failed.connect(self._notices.mistake)
        self._errands.busy.connect(self.foot.set_busy)
        self._notices.posted.connect(self.notice_bar.show_notice)
        does: dict[str, Callable[[], object]] = {
            "new": self.header.do_primary,
            "find": self.header.focus_search,
            "print": self._print,
            "refresh": self._refresh,
            "lock": self.locked.emit,
        }
        for key in KEYS:
            # QShortcut, for QAbstractButton.setShortcut would replace the mnemonic of the button.
            QShortcut(QKeySequence(key.keys), self).activated.connect(does[key.code])
        for number, code in enumerate(self._codes, start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(self.navigation.button(code).click)

    def _find(self, text: str) -> None:
        pane = self.current()
        if pane is not None:
            pane.search(text)

    def _focus_pane(self) -> None:
        pane = self.current()
        if pane is not None:
            pane.take_focus()

    def _print(self) -> None:
        pane = self.current()
        if pane is not None:
            pane.print_out()

    def _refresh(self) -> None:
        pane = self.current()
        if pane is not None:
            pane.refresh(None)
