"""Cards of stations: giving one's own, and trusting another's after comparing its figures."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from mediator_desk.commands.files import write_whole
from mediator_desk.ports import Desk
from mediator_desk.troubles import DiskTrouble
from mediator_desk.usecases.exchange import TrustCard, trust_card
from mediator_desk.words import N_, _
from ui.errands import Errands
from ui.files import FileQuestions
from ui.theme import TITLE, worn
from ui.widgets.card import Banner
from ui.widgets.label import Label
from ui.widgets.press import PressButton
from ui.widgets.verb import Verb, VerbButton

CARD = "yscard"


class TrustDialog(QDialog):
    """Shows the figures of a card, large, for two people to compare aloud before trusting."""

    def __init__(
        self,
        parent: QWidget,
        file: Path,
        name: str,
        fingerprint: str,
        *,
        desk: Desk,
        errands: Errands,
        then: Callable[[str], object],
    ) -> None:
        """Lay out the figures."""
        super().__init__(parent)
        self.setWindowTitle(_("Trust a station"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._file, self._desk, self._errands, self._then = file, desk, errands, then
        self.error = Banner()
        self.compared = QCheckBox(_("We &read the figures aloud to each other; they are the same"))
        self.hub = QCheckBox(_("It is the &hub of the district"))
        self.press = VerbButton(Verb(text=_("&Trust it"), do=self.trust, primary=True))
        self.press.setEnabled(False)
        self.cancel = PressButton(_("&Cancel"))
        self.cancel.setAutoDefault(False)
        advice = _(
            "Ring {name} up. There the same figures stand under Bundles, “My card”. "
            "Trust it only if all six groups are the same."
        ).format(name=name)
        _lay_out(
            self,
            _("Trust {name}?").format(name=name),
            [Label(advice, wrap=True), Figures(fingerprint), self.compared, self.hub, self.error],
            [self.cancel, self.press],
        )
        self.compared.toggled.connect(self.press.setEnabled)
        self.cancel.clicked.connect(self.reject)

    def trust(self) -> None:
        """Trust it."""
        self._errands.run(
            partial(trust_card, self._desk, TrustCard(file=self._file, hub=self.hub.isChecked())),
            owner=self,
            then=self._done,
            refused=self._refuse,
        )

    def _done(self, name: str) -> None:
        self.accept()
        self._then(name)

    def _refuse(self, sentence: str) -> None:
        self.error.say(sentence, "danger")


class CardDialog(QDialog):
    """Shows the figures of this station's own card, and writes it for others to take in."""

    def __init__(
        self,
        parent: QWidget,
        card: bytes,
        name: str,
        fingerprint: str,
        *,
        errands: Errands,
        files: FileQuestions,
    ) -> None:
        """Lay out the figures."""
        super().__init__(parent)
        self.setWindowTitle(_("My card"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._card, self._name, self._errands, self._files = card, name, errands, files
        self.said = Banner()
        self.press = VerbButton(
            Verb(text=_("&Write the card …"), do=self.write, primary=True, icon="save")
        )
        self.shut = PressButton(_("&Close"))
        self.shut.setAutoDefault(False)
        advice = _(
            "Give the card to the other station on a stick; it holds nothing secret. When they "
            "ring up, read these figures aloud."
        )
        _lay_out(
            self,
            _("Card of {name}").format(name=name),
            [Label(advice, wrap=True), Figures(fingerprint), self.said],
            [self.shut, self.press],
        )
        self.shut.clicked.connect(self.reject)

    def write(self) -> None:
        """Write the card into a file."""
        kind = (_("Cards of stations"), CARD)
        file = self._files.to_save(self, _("Write the card"), f"{self._name}.{CARD}", kind)
        if file is not None:
            self._errands.run(
                partial(_write_card, file, self._card),
                owner=self,
                then=self._written,
                refused=self._refuse,
            )

    def _written(self, file: Path) -> None:
        self.said.say(_("The card is in {file}.").format(file=file), "good")

    def _refuse(self, sentence: str) -> None:
        self.said.say(sentence, "danger")


class Figures(QFrame):
    """Six groups of four figures, large, two rows of three."""

    def __init__(self, fingerprint: str) -> None:
        """Show the figures."""
        super().__init__()
        self.setProperty("inset", True)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 14, 16, 14)
        grid.setSpacing(10)
        self.setAccessibleName(fingerprint)
        for place, group in enumerate(fingerprint.split()):
            words = Label(group, scale=1.6, strong=True)
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(words, place // 3, place % 3)


def card_of(desk: Desk) -> tuple[bytes, str, str]:
    """Give the own card, the name on it and its figures; an errand."""
    card = desk.exchange.card()
    return card, *desk.exchange.fingerprint(card)


def read_card(desk: Desk, file: Path) -> tuple[Path, str, str]:
    """Read the name and the figures of a card; an errand. Raises ``BundleDamaged``."""
    try:
        card = file.read_bytes()
    except OSError as error:
        raise DiskTrouble(
            N_("{file} cannot be opened. Check that it is there and not in use elsewhere."),
            file=file.name,
        ) from error
    return file, *desk.exchange.fingerprint(card)


def _write_card(file: Path, card: bytes) -> Path:
    write_whole(file, card)
    return file


def _lay_out(
    dialog: QDialog, title: str, parts: list[QWidget], foot_buttons: list[PressButton]
) -> None:
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 18, 24, 18)
    column.setSpacing(12)
    column.addWidget(Label(title, scale=TITLE, strong=True, wrap=True))
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    foot = QHBoxLayout()
    foot.setSpacing(10)
    foot.addStretch(1)
    for button in foot_buttons:
        foot.addWidget(button)
    column.addLayout(foot)
    room = dialog.screen().availableGeometry()
    dialog.resize(min(worn().em(34), room.width() - 24), dialog.sizeHint().height())
