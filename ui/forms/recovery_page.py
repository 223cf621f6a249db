"""The recovery code, large enough to copy by hand; one goes on only when it is written down."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.recovery_card import RecoveryCard, code_lines, print_recovery_card
from mediator_desk.paper.setting import open_press
from mediator_desk.words import _
from ui.dialogs.preview import PreviewDialog
from ui.errands import Errands
from ui.notices import Notices
from ui.theme import TITLE, worn
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.verb import Verb, VerbButton

_CODE = 1.5


class RecoveryPage(QWidget):
    """Shows the card of a new station; ``kept`` is sent when the person says it is safe."""

    kept = Signal()

    def __init__(
        self,
        card: RecoveryCard,
        *,
        errands: Errands,
        fonts: Path,
        notices: Notices,
    ) -> None:
        """Lay out the page."""
        super().__init__()
        self.setProperty("page", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.card = card
        self._errands, self._fonts, self._notices = errands, fonts, notices
        self.tick = QCheckBox(_("I have &written the code down or saved it, away from this PC"))
        self.paper = VerbButton(Verb(text=_("&Print or save …"), do=self.show_paper, icon="print"))
        self.go = VerbButton(Verb(text=_("&Open the desk"), do=self.kept.emit, primary=True))
        self.go.setEnabled(False)
        self.tick.toggled.connect(self.go.setEnabled)
        self._lay_out()

    def show_paper(self) -> PreviewDialog:
        """Show the card as it will be printed, to print or to save it."""
        shown = PreviewDialog(
            self,
            title=_("Recovery card"),
            make=partial(_card, self._fonts, self.card),
            errands=self._errands,
            notices=self._notices,
        )
        shown.open()
        return shown

    def _lay_out(self) -> None:
        card = Card(margin=24)
        card.setMaximumWidth(worn().em(46))
        card.column.setSpacing(12)
        card.column.addWidget(
            Label(_("The station is set up. Keep this code."), scale=TITLE, strong=True, wrap=True)
        )
        card.column.addWidget(
            Label(
                _(
                    "If all passwords are forgotten, only this code opens the station again. "
                    "Nobody else can: not the district, and not those who made the program."
                ),
                tone="quiet",
                wrap=True,
            )
        )
        card.column.addWidget(_code(self.card.code))
        card.column.addWidget(
            Label(_("Put it into an envelope and lock it away, not beside this PC."), wrap=True)
        )
        card.column.addStretch(1)
        card.column.addWidget(self.tick)
        foot = QHBoxLayout()
        foot.addWidget(self.paper)
        foot.addStretch(1)
        foot.addWidget(self.go)
        card.column.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.addStretch(1)
        row.addWidget(card, 20)
        row.addStretch(1)


def _code(code: str) -> QFrame:
    frame = QFrame()
    frame.setProperty("inset", True)
    lines = QVBoxLayout(frame)
    lines.setContentsMargins(16, 18, 16, 18)
    for line in code_lines(code):
        words = Label(line, scale=_CODE, strong=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        lines.addWidget(words)
    return frame


def _card(fonts: Path, card: RecoveryCard) -> Printed:
    return print_recovery_card(open_press(fonts), card).finished()
