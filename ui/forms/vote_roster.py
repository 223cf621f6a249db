"""Taking in the roster of a vote: from a file, an earlier vote or pasted, its sums beside it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes, VoteFile
from mediator_desk.rules.heads_and_area import UnitVote, square_metres, tally_area, tally_heads
from mediator_desk.usecases.owners_votes import rosters
from mediator_desk.usecases.owners_votes.pasted import line_of, read_lines, units_of
from mediator_desk.usecases.owners_votes.roster_file import lines_of
from mediator_desk.words import _, n_
from ui.forms.sheet import Sheet, Text
from ui.forms.sheet_dialog import SheetDialog
from ui.forms.vote_desk import VoteDesk
from ui.widgets.drop_list import DropList
from ui.widgets.press import PressButton

_LINES = 12
_NAMED = 3


def take_roster(at: VoteDesk) -> QDialog:
    """Ask for the units; what stands in the roster now can be corrected in place."""
    sheet = Sheet(
        (
            Text(
                key="units",
                label=_("&Units: unit, owners, area, remarks — one on each line"),
                hint=_("Copy the rows of an Excel table and paste them here"),
                lines=_LINES,
                required=True,
            ),
        )
    )
    sheet.fill({"units": "\n".join(line_of(one) for one in at.file.units)})
    sheet.settle()

    def asked(values: dict[str, Any]) -> Callable[[], Changes]:
        request = rosters.TakeRoster(vote=at.file.vote.id, units=units_of(values["units"]))
        return partial(rosters.take_roster, at.desk, request)

    dialog = SheetDialog(
        at.parent,
        title=_("Roster of the vote"),
        explain=_("Units of one owner count one head; so do all unsold units of a developer."),
        sheet=sheet,
        verb=_("&Keep the roster"),
        errands=at.errands,
        job=asked,
        then=at.then(_("{vote}: the roster is kept.")),
        width=44.0,
    )
    sources = RosterSources(at, dialog)
    dialog.stand_above(sources)
    sheet.changed.connect(sources.reckon)
    sources.reckon()
    dialog.open()
    return dialog


class RosterSources(QWidget):
    """Where a roster can come from; what is read stands below as lines, to be looked over."""

    def __init__(self, at: VoteDesk, dialog: SheetDialog) -> None:
        """Offer a file, and the votes that have a roster."""
        super().__init__(dialog)
        self._at, self._dialog = at, dialog
        self.file = PressButton(_("From a &file"))
        self.file.setAutoDefault(False)
        self.earlier = DropList()
        self.earlier.setAccessibleName(_("As in an earlier vote"))
        self.earlier.setPlaceholderText(_("As in an earlier vote"))
        for row in at.earlier:
            self.earlier.addItem(f"{row.number} {row.title}", row.id)
        self.earlier.setCurrentIndex(-1)
        self.earlier.setVisible(bool(at.earlier))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(self.file)
        across.addWidget(self.earlier, 1)
        across.addStretch(0 if at.earlier else 1)
        self.file.clicked.connect(self.choose)
        self.earlier.activated.connect(self._carry)

    def choose(self) -> None:
        """Ask for the file, and show its rows as lines."""
        kinds = [(_("Excel ledgers"), "xlsx"), (_("Tables as text"), "csv")]
        for file in self._at.files.to_open(self, _("Roster of the vote"), kinds)[:1]:
            self._at.errands.run(
                partial(lines_of, file),
                owner=self._dialog,
                then=self._show,
                refused=self._dialog.refuse,
            )

    def reckon(self) -> None:
        """Say the sums of the lines, or which of them cannot be read."""
        units, bad = read_lines(self._dialog.sheet.values()["units"])
        cell = self._dialog.sheet.cell("units")
        if bad:
            cell.say_doubt(_unread(bad))
            return
        try:
            cell.say_note(_sums(units) if units else "")
        except Refusal as refusal:
            cell.say_doubt(refusal.words())

    def _carry(self, place: int) -> None:
        earlier: UUID = self.earlier.itemData(place)
        self._at.errands.run(
            partial(self._at.desk.queries.vote_file, earlier),
            owner=self._dialog,
            then=self._show_earlier,
        )

    def _show_earlier(self, file: VoteFile) -> None:
        self._show("\n".join(line_of(one) for one in file.units))

    def _show(self, lines: str) -> None:
        self._dialog.error.say("")
        self._dialog.sheet.fill({"units": lines})
        self._dialog.sheet.focus("units")


def _unread(bad: Sequence[Refusal]) -> str:
    """Name the first lines that cannot be read, and count the others."""
    said = [one.words() for one in bad[:_NAMED]]
    more = len(bad) - _NAMED
    if more > 0:
        said.append(n_("{count} more line.", "{count} more lines.", more).format(count=more))
    return "\n".join(said)


def _sums(units: Sequence[rosters.NewUnit]) -> str:
    """Add up units, heads and area. Raises ``Refusal``."""
    votes = [
        UnitVote(
            unit=one.unit,
            owner=one.owner,
            area=rosters.hundredths(one.area, one.unit),
            took_part=False,
            agrees=False,
            unsold=one.unsold,
        )
        for one in units
    ]
    return _("{units} units, {heads} heads, {area} m²").format(
        units=len(units),
        heads=tally_heads(votes).all,
        area=square_metres(tally_area(votes).all),
    )
