"""Dialogs on one date: extend it, pause it, let it go on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.clocks import Extension, Pause
from mediator_desk.records.follow_up import Deadline
from mediator_desk.records.people import Party
from mediator_desk.rows import Changes
from mediator_desk.rules.clocks import explain_clock, limit_of
from mediator_desk.rules.deadlines import Due
from mediator_desk.rules.durations import Duration, Unit, local_day
from mediator_desk.rules.limits import Allowance, Consent
from mediator_desk.usecases.change_clock import (
    ConsentOn,
    ExtendClock,
    PauseClock,
    ResumeClock,
    extend_clock,
    pause_clock,
    resume_clock,
)
from mediator_desk.words import _, p_
from ui.clock_section import EXTEND, PAUSE, RESUME, ChangeClock, HasClocks
from ui.errands import Errands
from ui.forms.new_date_card import NewDateCard
from ui.forms.sheet import Choice, Count, Day, Field, Moment, Sheet, Text, Words
from ui.forms.sheet_dialog import SheetDialog
from ui.said import begun, clock_said

_UNITS = (Unit.DAYS, Unit.WORKING_DAYS, Unit.MONTHS)
_PARTY = "party."


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockDesk:
    """One date at the desk, and what it belongs to. ``done`` gets the changes and the words."""

    parent: QWidget
    desk: Desk
    errands: Errands
    clock: Deadline
    named: str
    done: Callable[[Changes, str], object]
    parties: Sequence[Party] = ()
    extensions: Sequence[Extension] = ()
    pauses: Sequence[Pause] = ()

    @property
    def today(self) -> date:
        """Give the day at the desk."""
        return local_day(self.desk.now())

    def what(self) -> str:
        """Name the record and the date."""
        return f"{self.named}\n{begun(clock_said(self.clock, self.desk.books.deadlines))}"

    def moment(self, typed: datetime | None) -> datetime | None:
        """Take a typed moment; the minute of now, left as it was shown, means now itself."""
        now = self.desk.now()
        return now if typed == now.replace(second=0, microsecond=0) else typed

    def ask(
        self,
        fields: Sequence[Field],
        *,
        title: str,
        verb: str,
        said: str,
        job: Callable[[dict[str, Any]], Callable[[], Changes]],
        values: dict[str, Any],
        aside: QWidget | None = None,
    ) -> SheetDialog:
        """Make the dialog of one step."""
        sheet = Sheet(fields)
        sheet.fill(values)
        sheet.settle()
        return SheetDialog(
            self.parent,
            title=title,
            explain=self.what(),
            sheet=sheet,
            verb=verb,
            errands=self.errands,
            job=job,
            then=lambda changes: self.done(changes, said),
            aside=aside,
            width=34.0,
        )


def clock_changer(
    parent: QWidget,
    *,
    desk: Desk,
    errands: Errands,
    file: HasClocks,
    named: str,
    done: Callable[[Changes, str], object],
    parties: Sequence[Party] = (),
) -> ChangeClock:
    """Make what a side pane calls to begin a step on one of the dates of a record."""

    def change(step: str, clock: Deadline) -> SheetDialog:
        at = ClockDesk(
            parent=parent.window(),
            desk=desk,
            errands=errands,
            clock=clock,
            named=named,
            done=done,
            parties=parties,
            extensions=file.extensions,
            pauses=file.pauses,
        )
        dialog = clock_dialog(at, step)
        dialog.open()
        return dialog

    return change


def clock_notice(named: str, said: str) -> str:
    """Say in a notice what was done to a date of which record."""
    return p_("notice", "{case}: {done}").format(case=named, done=said)


def clock_dialog(at: ClockDesk, step: str) -> SheetDialog:
    """Make the dialog of a step on a date."""
    return {EXTEND: _extend, PAUSE: _pause, RESUME: _resume}[step](at)


def _extend(at: ClockDesk) -> SheetDialog:
    """Ask by how much, why, and by whose word; the new date is reckoned beside the fields."""
    allowance = limit_of(at.desk.books.deadlines, at.clock).allowance or Allowance(
        consent=Consent.APPROVAL
    )
    hours = limit_of(at.desk.books.deadlines, at.clock).duration.unit is Unit.HOURS
    units = (Unit.HOURS,) if hours else _UNITS
    most = _most(at, allowance)
    card = NewDateCard(at.desk, partial(_reckoned, at))
    dialog = at.ask(
        _extend_fields(at, allowance, units, most),
        title=_("Extend the date"),
        verb=_("&Extend"),
        said=_("the date is extended"),
        job=partial(_extended, at),
        values={
            "unit": (most.unit if most is not None else units[0]).value,
            "approved_on": at.today,
        },
        aside=card,
    )
    dialog.sheet.changed.connect(lambda: card.say(_length(dialog.sheet.values())))
    return dialog


def _extend_fields(
    at: ClockDesk, allowance: Allowance, units: Sequence[Unit], most: Duration | None
) -> list[Field]:
    fields: list[Field] = [
        Count(key="length", label=_("By how &much"), required=True, half=True),
        Choice(
            key="unit",
            label=_("Counted in"),
            choices=[(one.value, label(one)) for one in units],
            required=True,
            half=True,
        ),
        Text(key="reason", label=_("&Why"), lines=2, required=True),
    ]
    if most is not None:
        fields.insert(
            2, Words(label=_("The rule allows an extension of at most {most}.").format(most=most))
        )
    if allowance.consent is Consent.EVERY_PARTY:
        fields.append(Words(label=_("Every party must have consented. When did they?")))
        return fields + [_consent_field(at, party) for party in at.parties]
    return [
        *fields,
        Text(key="approver", label=_("&Approved by"), required=True, half=True),
        _day_field(at, "approved_on", _("Approved on")),
    ]


def _consent_field(at: ClockDesk, party: Party) -> Day:
    said = _("{name} consented on").format(name=party.name)
    return _day_field(at, f"{_PARTY}{party.id}", said)


def _day_field(at: ClockDesk, key: str, said: str) -> Day:
    return Day(
        key=key,
        label=said,
        required=True,
        today=lambda: at.today,
        calendar=at.desk.books.calendar,
        past=True,
        half=True,
    )


def _extended(at: ClockDesk, values: dict[str, Any]) -> Callable[[], Changes]:
    asked = ExtendClock(
        clock=at.clock.id,
        length=values["length"],
        unit=Unit(values["unit"]),
        reason=values["reason"],
        consents=tuple(
            ConsentOn(party=party.id, on=values[key])
            for party in at.parties
            if (key := f"{_PARTY}{party.id}") in values
        ),
        approver=values.get("approver", ""),
        approved_on=values.get("approved_on"),
    )
    return partial(extend_clock, at.desk, asked)


def _pause(at: ClockDesk) -> SheetDialog:
    """Ask why it stands still, and since when."""

    def job(values: dict[str, Any]) -> Callable[[], Changes]:
        asked = PauseClock(clock=at.clock.id, reason=values["reason"], at=at.moment(values["at"]))
        return partial(pause_clock, at.desk, asked)

    return at.ask(
        (
            Text(
                key="reason",
                label=_("&Why it stands still"),
                hint=_("An appraisal, a party who is away, …"),
                lines=2,
                required=True,
            ),
            _moment_field(at, _("&Since")),
            Words(label=_("Days on which it stands still are not counted.")),
        ),
        title=_("Pause the date"),
        verb=_("&Pause"),
        said=_("the date is paused"),
        job=job,
        values={"at": at.desk.now()},
    )


def _resume(at: ClockDesk) -> SheetDialog:
    """Ask since when it goes on."""

    def job(values: dict[str, Any]) -> Callable[[], Changes]:
        asked = ResumeClock(clock=at.clock.id, at=at.moment(values["at"]))
        return partial(resume_clock, at.desk, asked)

    return at.ask(
        (
            _moment_field(at, _("&Since")),
            Words(label=_("The days it stood still are added to the date.")),
        ),
        title=_("Let the date go on"),
        verb=_("&Go on"),
        said=_("the date goes on"),
        job=job,
        values={"at": at.desk.now()},
    )


def _moment_field(at: ClockDesk, said: str) -> Moment:
    return Moment(
        key="at",
        label=said,
        required=True,
        today=lambda: at.today,
        calendar=at.desk.books.calendar,
        past=True,
    )


def _most(at: ClockDesk, allowance: Allowance) -> Duration | None:
    """Give the longest extension the rule allows, if it names one."""
    if not allowance.at_most:
        return None
    limits, on = at.desk.books.deadlines.limits, local_day(at.clock.starts_at)
    return limits.find(allowance.at_most, at.clock.rule_set, on).duration


def _length(values: dict[str, Any]) -> Duration | None:
    """Read how much more time is typed so far."""
    if not values.get("length") or not values.get("unit"):
        return None
    return Duration(length=values["length"], unit=Unit(values["unit"]))


def _reckoned(at: ClockDesk, by: Duration) -> Due:
    """Reckon the date with so much more time; only what the extension adds is explained."""
    books = at.desk.books

    def due(extensions: Sequence[Extension]) -> Due:
        return explain_clock(books.deadlines, books.calendar, at.clock, extensions, at.pauses)

    longer = due([*at.extensions, _drafted(at, by)])
    return replace(longer, because=longer.because[len(due(at.extensions).because) :])


def _drafted(at: ClockDesk, by: Duration) -> Extension:
    """Make an extension as it would be kept, to reckon with."""
    return Extension(
        id=at.desk.new_id(),
        subject=at.clock.subject,
        clock=at.clock.id,
        length=by.length,
        unit=by.unit.value,
        agreed_on=max([at.today, *(one.agreed_on for one in at.extensions)]),
        reason="",
        by=at.desk.person.id,
    )
