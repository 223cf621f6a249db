"""Taking a bundle in, trusting a station's card, and giving one's own: all seen before done."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mediator_desk.commands.files import write_whole
from mediator_desk.ports import Desk, Taken, TakenGroup
from mediator_desk.troubles import BundleAhead, DiskTrouble
from mediator_desk.usecases.exchange import TakeBundle, TrustCard, take_bundle, trust_card
from mediator_desk.words import N_, _, n_, p_
from ui.errands import Errands
from ui.fields_said import kind_said
from ui.files import FileQuestions
from ui.models.column import Column
from ui.theme import TITLE, worn
from ui.tokens import Tone
from ui.widgets.card import Banner, Card
from ui.widgets.label import Label
from ui.widgets.table import TableView
from ui.widgets.verb import Verb, VerbButton

BUNDLE, CARD = "yslb", "yscard"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedBundle:
    """What a bundle would bring, and whether it was written ahead of this PC's clock."""

    file: Path
    taken: Taken
    ahead: str = ""


def opened_bundle(desk: Desk, file: Path) -> OpenedBundle:
    """Say what a bundle would bring; an errand. Nothing is kept."""
    try:
        return OpenedBundle(file=file, taken=take_bundle(desk, TakeBundle(file=file, preview=True)))
    except BundleAhead as ahead:
        asked = TakeBundle(file=file, preview=True, confirm_clock=True)
        return OpenedBundle(file=file, taken=take_bundle(desk, asked), ahead=ahead.words())


def counted(taken: Taken) -> str:
    """Count what came, in one line."""
    parts = [
        n_("{count} new", "{count} new", taken.new).format(count=taken.new),
        n_("{count} changed", "{count} changed", taken.changed).format(count=taken.changed),
    ]
    if taken.to_settle:
        said = n_("{count} conflict to settle", "{count} conflicts to settle", taken.to_settle)
        parts.append(said.format(count=taken.to_settle))
    if taken.waiting:
        said = n_("{count} waiting", "{count} waiting", taken.waiting)
        parts.append(said.format(count=taken.waiting))
    return " · ".join(parts)


def group_state(group: TakenGroup) -> str:
    """Say what becomes of one group of a bundle."""
    if group.why:
        return p_("bundle", "waits")
    if group.clashes:
        return p_("bundle", "to settle")
    return p_("bundle", "new") if group.new else p_("bundle", "changed")


def group_tone(group: TakenGroup) -> Tone:
    """Give the tone of what becomes of a group."""
    if group.why or group.clashes:
        return "warning"
    return "good" if group.new else "accent"


class TakeDialog(QDialog):
    """Shows what a bundle would bring, line by line; only then it is taken in."""

    def __init__(
        self,
        parent: QWidget,
        opened: OpenedBundle,
        *,
        desk: Desk,
        errands: Errands,
        then: Callable[[Taken], object],
    ) -> None:
        """Lay out the list."""
        super().__init__(parent)
        self.setWindowTitle(_("Take a bundle in"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._opened, self._desk, self._errands, self._then = opened, desk, errands, then
        self.error = Banner()
        self.confirm = QCheckBox(_("The clock of this PC is &right; take it in all the same"))
        self.confirm.setVisible(bool(opened.ahead))
        nothing = not opened.taken.groups
        self.press = VerbButton(
            Verb(
                text=_("&Take it in"),
                do=self.take_in,
                primary=True,
                icon="import",
                why_not=_("There is nothing new in it.") if nothing else "",
            )
        )
        self.cancel = QPushButton(_("&Close") if nothing else _("&Cancel"))
        self.cancel.setAutoDefault(False)
        self.table: TableView[TakenGroup] = TableView(
            _group_columns(), key=lambda row: row.group, name=_("What comes with it")
        )
        self.table.show_rows(opened.taken.groups)
        self._lay_out()
        self._wire()

    def take_in(self) -> None:
        """Take it in."""
        self.press.setEnabled(False)
        asked = TakeBundle(file=self._opened.file, confirm_clock=self.confirm.isChecked())
        self._errands.run(
            partial(take_bundle, self._desk, asked),
            owner=self,
            then=self._done,
            refused=self._refuse,
        )

    def _done(self, taken: Taken) -> None:
        # The bundle's answer is larger than its changes, so the panes are told here.
        self._errands.changed.emit(taken.changes)
        self.accept()
        self._then(taken)

    def _refuse(self, sentence: str) -> None:
        self.error.say(sentence, "danger")
        self.press.setEnabled(True)

    def _confirmed(self, yes: bool) -> None:
        self.press.setEnabled(yes)

    def _lay_out(self) -> None:
        taken = self._opened.taken
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        title = _("Bundle no. {number} from {station}").format(
            number=taken.number, station=taken.sender
        )
        column.addWidget(Label(title, scale=TITLE, strong=True, wrap=True))
        nothing = _("Everything in it is known here already.")
        column.addWidget(Label(counted(taken) if taken.groups else nothing, wrap=True))
        if taken.missed:
            numbers = p_("list mark", ", ").join(str(one) for one in taken.missed)
            missed = _("Earlier bundles from there never came: {numbers}. Ask for them again.")
            column.addWidget(Banner(missed.format(numbers=numbers), "warning"))
        if taken.to_settle:
            column.addWidget(
                Banner(
                    _(
                        "Where two people wrote the same field, both values are kept; "
                        "settle them under “To settle”."
                    ),
                    "warning",
                )
            )
        if self._opened.ahead:
            column.addWidget(Banner(self._opened.ahead, "danger"))
            column.addWidget(self.confirm)
            self.press.setEnabled(False)
        card = Card(margin=1)
        card.column.addWidget(self.table)
        card.setVisible(bool(taken.groups))
        column.addWidget(card, 1)
        column.addWidget(self.error)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.press)
        column.addLayout(foot)
        room = self.screen().availableGeometry()
        banners = sum(bool(one) for one in (taken.missed, taken.to_settle, self._opened.ahead))
        tall = worn().em(14 + 3 * banners) + worn().row() * min(len(taken.groups) + 1, 9)
        self.resize(min(worn().em(50), room.width() - 24), min(tall, round(room.height() * 0.94)))

    def _wire(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.confirm.toggled.connect(self._confirmed)


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
        self.cancel = QPushButton(_("&Cancel"))
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
        self.shut = QPushButton(_("&Close"))
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


def _group_columns() -> tuple[Column[TakenGroup], ...]:
    return (
        Column(title=_("What happens"), text=group_state, tone=group_tone, pill=True, width=5),
        Column(title=_("Kind"), text=lambda row: kind_said(row.what), width=5, fold=2),
        Column(title=_("What comes with it"), text=lambda row: row.name, width=12, stretch=True),
        Column(
            title=_("Changes"), text=lambda row: f"{row.changes:,}", right=True, width=4, fold=1
        ),
        Column(
            title=_("Why it waits"), text=lambda row: _(row.why), tone=_why_tone, width=13, fold=3
        ),
    )


def _why_tone(row: TakenGroup) -> Tone:
    return "warning" if row.why else "quiet"


def _lay_out(
    dialog: QDialog, title: str, parts: list[QWidget], foot_buttons: list[QPushButton]
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
