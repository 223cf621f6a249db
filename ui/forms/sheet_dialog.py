"""A sheet in a window of its own: what it is for, the fields, one verb, and errors in place."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from mediator_desk.refusals import Refusal
from mediator_desk.words import _
from ui.dialogs.question import Question
from ui.errands import Errands
from ui.forms.sheet import Sheet
from ui.theme import TITLE, worn
from ui.widgets.card import Banner
from ui.widgets.label import Label
from ui.widgets.press import PressButton
from ui.widgets.reading import ReadingArea
from ui.widgets.verb import Verb, VerbButton

_BESIDE = 50.0
_ASIDE = 17.0

Job = Callable[[], Any]


class SheetDialog(QDialog):
    """Hands the sheet over with Ctrl+Enter or its verb; Esc asks only if something was typed.

    ``job`` makes the errand from the values (it may raise a Refusal: its sentence shows in place);
    ``then`` gets the answer after the window has closed. Use ``open()``, never ``exec()``.

        SheetDialog(self, title=_("Log a dispute"), sheet=sheet, verb=_("&Log"), errands=errands,
            job=lambda values: partial(log_dispute, desk, LogDispute(**values)),
            then=self._logged).open()
    """

    handed_over = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        *,
        title: str,
        sheet: Sheet,
        verb: str,
        errands: Errands,
        job: Callable[[dict[str, Any]], Job],
        then: Callable[[Any], object] | None = None,
        explain: str = "",
        aside: QWidget | None = None,
        width: float = 40.0,
    ) -> None:
        """Lay out the window; ``aside`` stands beside the fields, for what may be alike."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.sheet, self._errands, self._job, self._then = sheet, errands, job, then
        self._aside = aside
        self._sure = False
        self._beside: bool | None = None
        self._margin = ReadingArea()
        self.error = Banner()
        self.press = VerbButton(
            Verb(text=verb, do=self.hand_over, primary=True, hint=_("Ctrl+Enter"))
        )
        self.cancel = PressButton(_("&Cancel"))
        self.cancel.setAutoDefault(False)
        self._lay_out(title, explain)
        self._wire()
        self._measure(width)
        sheet.grid.focus_first()

    def hand_over(self) -> None:
        """Hand the values over, or say in place what is missing."""
        problems = self.sheet.problems()
        if problems:
            key, sentence = problems[0]
            self.refuse(sentence)
            self.sheet.focus(key)
            return
        try:
            job = self._job(self.sheet.values())
        except Refusal as refusal:
            self.refuse(refusal.words())
            return
        self.press.setEnabled(False)
        self._errands.run(job, owner=self, then=self._done, refused=self.refuse)

    def stand_above(self, widget: QWidget) -> None:
        """Put something above the fields that stays in sight while they scroll."""
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.indexOf(self._middle), widget)
        room = self.screen().availableGeometry()
        wanted = self.height() + widget.sizeHint().height() + worn().em(2)
        self.resize(self.width(), min(wanted, round(room.height() * 0.94)))

    def refuse(self, sentence: str) -> None:
        """Say in place why it was not taken; everything typed is still there."""
        self.error.say(sentence, "danger")
        self.press.setEnabled(True)

    @override
    def reject(self) -> None:
        if self._sure or not self.sheet.touched():
            super().reject()
            return
        Question(
            self,
            _("Throw away what was typed?"),
            _("Nothing of this form has been saved yet."),
            verb=_("&Throw away"),
            do=self._throw_away,
            danger=True,
            stay=_("&Keep writing"),
        ).open()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._aside is not None:
            self._lay_aside(self._aside, beside=self.width() >= worn().em(_BESIDE))

    def _lay_aside(self, aside: QWidget, *, beside: bool) -> None:
        """Put the aside beside the fields, or below them where it is narrow."""
        if beside == self._beside:
            return
        self._beside = beside
        self._margin.setVisible(beside)
        if beside:
            self._margin.setWidget(aside)
        else:
            self._margin.takeWidget()
            self.sheet.column.insertWidget(1, aside)
        aside.show()

    def _done(self, answer: Any) -> None:
        self._sure = True
        self.accept()
        self.handed_over.emit(answer)
        if self._then is not None:
            self._then(answer)

    def _throw_away(self) -> None:
        self._sure = True
        self.reject()

    def _lay_out(self, title: str, explain: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        column.addWidget(Label(title, scale=TITLE, strong=True, wrap=True))
        self._explain = Label(explain, tone="quiet", wrap=True)
        self._explain.setVisible(bool(explain))
        column.addWidget(self._explain)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(18)
        self._middle.addWidget(self.sheet, 1)
        self._margin.setFixedWidth(worn().em(_ASIDE))
        self._margin.hide()
        self._middle.addWidget(self._margin)
        column.addLayout(self._middle, 1)
        column.addWidget(self.error)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(Label(_("* is needed now; the rest can follow."), tone="quiet"), 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.press)
        column.addLayout(foot)

    def _wire(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.sheet.changed.connect(self._take_back_error)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.hand_over)

    def _take_back_error(self) -> None:
        self.error.say("")

    def _aside_height(self) -> int:
        """Measure what stands beside the fields, its sentences broken into lines."""
        layout = self._aside.layout() if self._aside is not None else None
        return layout.totalHeightForWidth(worn().em(_ASIDE)) if layout is not None else 0

    def _measure(self, width: float) -> None:
        """Be as large as the fields need, and never larger than the screen."""
        room = self.screen().availableGeometry()
        wide = worn().em(width + (18 if self._aside is not None else 0))
        inside = max(self.sheet.grid.sizeHint().height(), self._aside_height())
        wanted = inside + worn().em(11)
        if self._explain.text():
            # The first line has room already in what is added for title and foot.
            lines = self._explain.heightForWidth(min(wide, room.width() - 24) - 48)
            wanted += max(0, lines - worn().em(1.5))
        least = worn().em(18)
        self.resize(
            min(wide, room.width() - 24), min(max(wanted, least), round(room.height() * 0.94))
        )
