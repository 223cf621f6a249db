"""Reserve numbers of the committee for a station that works without a network."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from mediator_desk.ports import Desk
from mediator_desk.rows import Changes, PeerRow
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases.number_blocks import ReserveNumbers, reserve_numbers
from mediator_desk.words import _
from ui.errands import Errands
from ui.forms.case_desk import uuid_of
from ui.forms.fields import Choice, Count
from ui.forms.sheet import Sheet
from ui.forms.sheet_dialog import SheetDialog


def numbers_form(
    parent: QWidget,
    *,
    desk: Desk,
    peers: Sequence[PeerRow],
    errands: Errands,
    then: Callable[[Changes], object],
) -> SheetDialog:
    """Ask for a station and the numbers it may draw."""
    own = (str(desk.station.id), _("This station ({name})").format(name=desk.station.name))
    stations = [own, *((str(one.id), one.name) for one in peers)]
    year = local_day(desk.now()).year
    sheet = Sheet(
        (
            Choice(
                key="station",
                label=_("For which &station"),
                choices=stations,
                required=True,
                as_list=True,
            ),
            Count(key="first", label=_("&First number"), required=True, half=True),
            Count(key="last", label=_("&Last number"), required=True, half=True),
            Count(key="year", label=_("&Year"), required=True, half=True),
        )
    )
    sheet.fill({"station": own[0], "year": year})
    sheet.settle()
    return SheetDialog(
        parent,
        title=_("Reserve numbers"),
        explain=_(
            "Stations that work for one committee without a network each draw from their own "
            "numbers. The next bundle carries the block to the station."
        ),
        sheet=sheet,
        verb=_("&Reserve"),
        errands=errands,
        job=lambda values: partial(
            reserve_numbers,
            desk,
            ReserveNumbers(
                station=uuid_of(values["station"]) or desk.station.id,
                first=values["first"],
                last=values["last"],
                year=values["year"],
            ),
        ),
        then=then,
        width=34.0,
    )
