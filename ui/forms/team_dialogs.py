"""Dialogs about a team's own papers: a sweep, and volumes handed over."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QDialog, QWidget

from mediator_desk.ports import Desk
from mediator_desk.records.people import Person
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases.team_work import (
    HandOverVolumes,
    RecordSweep,
    hand_over_volumes,
    record_sweep,
)
from mediator_desk.words import _
from ui.errands import Errands
from ui.forms.sheet import Choice, Count, Day, Field, Sheet, Text
from ui.forms.sheet_dialog import SheetDialog

Then = Callable[[Changes], object]
_A_FORTNIGHT = timedelta(days=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamDesk:
    """Where the dialogs open; ``people`` are those volumes can be handed to."""

    parent: QWidget
    desk: Desk
    errands: Errands
    people: tuple[Person, ...] = ()

    def sweep(self, then: Then) -> QDialog:
        """Ask from when to when the team went round, and how often."""
        today = local_day(self.desk.now())

        def job(values: dict[str, Any]) -> Callable[[], Changes]:
            asked = RecordSweep(
                first_on=values["first_on"],
                last_on=values["last_on"],
                times=values["times"] or 0,
                note=values["note"],
            )
            return partial(record_sweep, self.desk, asked)

        return self._open(
            _("A sweep for disputes"),
            (
                self._day("first_on", _("&First day")),
                self._day("last_on", _("&Last day")),
                Count(key="times", label=_("How often the team &went round"), half=True),
                Text(key="note", label=_("Re&mark"), lines=2),
            ),
            {"first_on": today - _A_FORTNIGHT + timedelta(days=1), "last_on": today, "times": 1},
            _("&Record it"),
            job,
            then,
            _("It found the disputes logged in these days; without any it is a nil report."),
        )

    def handover(self, then: Then) -> QDialog:
        """Ask who hands all volumes to whom."""
        active = [(str(one.id), one.name) for one in self.people if one.active]
        everybody = [(str(one.id), one.name) for one in self.people]

        def job(values: dict[str, Any]) -> Callable[[], Changes]:
            asked = HandOverVolumes(
                giver=UUID(values["giver"]),
                taker=UUID(values["taker"]),
                supervisor=values["supervisor"],
                handed_on=values["handed_on"],
                reason=values["reason"],
            )
            return partial(hand_over_volumes, self.desk, asked)

        return self._open(
            _("Hand volumes over"),
            (
                Choice(
                    key="giver",
                    label=_("Who &hands over"),
                    choices=everybody,
                    required=True,
                    as_list=True,
                    half=True,
                ),
                Choice(
                    key="taker",
                    label=_("Who &takes over"),
                    choices=active,
                    required=True,
                    as_list=True,
                    half=True,
                ),
                Text(key="supervisor", label=_("Who &watches"), required=True, half=True),
                self._day("handed_on", _("Handed over &on")),
                Text(key="reason", label=_("R&eason"), lines=2),
            ),
            {"handed_on": local_day(self.desk.now())},
            _("&Record it"),
            job,
            then,
            _("All volumes in those hands go on the list; open disputes get the new mediator."),
        )

    def _day(self, key: str, name: str) -> Day:
        return Day(
            key=key,
            label=name,
            today=lambda: local_day(self.desk.now()),
            calendar=self.desk.books.calendar,
            past=True,
            required=True,
            half=True,
        )

    def _open(
        self,
        title: str,
        fields: tuple[Field, ...],
        values: dict[str, Any],
        verb: str,
        job: Callable[[dict[str, Any]], Callable[[], Changes]],
        then: Then,
        explain: str,
    ) -> QDialog:
        sheet = Sheet(fields)
        sheet.fill(values)
        sheet.settle()
        dialog = SheetDialog(
            self.parent,
            title=title,
            sheet=sheet,
            verb=verb,
            errands=self.errands,
            job=job,
            then=then,
            explain=explain,
            width=34.0,
        )
        dialog.open()
        return dialog
