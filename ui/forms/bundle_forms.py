"""Taking a bundle in: what it would bring is seen first, line by line."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from mediator_desk.ports import Desk
from mediator_desk.rows import Taken, TakenGroup
from mediator_desk.troubles import BundleAhead
from mediator_desk.usecases.exchange import TakeBundle, take_bundle
from mediator_desk.words import _, n_, p_
from ui.errands import Errands
from ui.fields_said import kind_said
from ui.models.column import Column
from ui.theme import TITLE, worn
from ui.tokens import Tone
from ui.widgets.card import Banner, Card
from ui.widgets.label import Label
from ui.widgets.press import PressButton
from ui.widgets.table import TableView
from ui.widgets.verb import Verb, VerbButton

BUNDLE = "yslb"


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
    if taken.moved:
        said = n_("{count} date moved", "{count} dates moved", taken.moved)
        parts.append(said.format(count=taken.moved))
    if taken.attachments:
        said = n_("{count} attachment", "{count} attachments", taken.attachments)
        parts.append(said.format(count=taken.attachments))
    if taken.on_their_way:
        said = n_("{count} file on its way", "{count} files on their way", taken.on_their_way)
        parts.append(said.format(count=taken.on_their_way))
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
        nothing = not (opened.taken.groups or opened.taken.attachments)
        self.press = VerbButton(
            Verb(
                text=_("&Take it in"),
                do=self.take_in,
                primary=True,
                icon="import",
                why_not=_("There is nothing new in it.") if nothing else "",
            )
        )
        self.cancel = PressButton(_("&Close") if nothing else _("&Cancel"))
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
        banners = self._banners()
        for banner in banners:
            column.addWidget(banner)
        if self._opened.ahead:
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
        tall = worn().em(14 + 3 * len(banners)) + worn().row() * min(len(taken.groups) + 1, 9)
        self.resize(min(worn().em(50), room.width() - 24), min(tall, round(room.height() * 0.94)))

    def _banners(self) -> list[Banner]:
        """Say what has to be known before this is taken in."""
        taken, banners = self._opened.taken, []
        if taken.missed:
            numbers = p_("list mark", ", ").join(str(one) for one in taken.missed)
            missed = _("Earlier bundles from there never came: {numbers}. Ask for them again.")
            banners.append(Banner(missed.format(numbers=numbers), "warning"))
        if taken.to_settle:
            both = _(
                "Where two people wrote the same field, both values are kept; "
                "settle them under “To settle”."
            )
            banners.append(Banner(both, "warning"))
        if self._opened.ahead:
            banners.append(Banner(self._opened.ahead, "danger"))
        return banners

    def _wire(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.confirm.toggled.connect(self._confirmed)


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
