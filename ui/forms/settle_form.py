"""Settling a conflict: both sides as people would say them, and which one shall stand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.entry import Json
from mediator_desk.rows import Changes, Clash
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases.settle_clash import SettleClash, settle_clash
from mediator_desk.words import _, p_
from ui.errands import Errands
from ui.fields_said import field_said, kind_said
from ui.forms.sheet import Choice, Day, Field, Moment, Sheet, Text
from ui.forms.sheet_dialog import SheetDialog
from ui.said import moment_said
from ui.theme import SMALL, worn
from ui.values_said import field_type, value_said
from ui.widgets.label import Label

IN_FORCE, OTHER, THIRD = "in_force", "other", "third"
_LONG = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A conflict with both values in words."""

    clash: Clash
    in_force: str
    other: str

    @property
    def key(self) -> tuple[object, ...]:
        """Tell it from the other conflicts."""
        return self.clash.id, self.clash.field, repr(self.clash.other)


def weigh(desk: Desk) -> tuple[Weighed, ...]:
    """Read every open conflict and put it into words; an errand."""
    names = {str(one.id): one.name for one in desk.queries.people()}
    names |= {code: one.name for code, one in desk.books.divisions.items()}
    names |= {str(one.id): one.name for one in desk.queries.added_places()}
    weighed = []
    for clash in desk.queries.clashes():
        if clash.dispute is not None:
            file = desk.queries.case_file(clash.dispute)
            names |= {str(party.id): party.name for party in file.parties}
            names |= {str(id): name for id, name in file.people.items()}
        say = partial(value_said, clash.table, clash.field, names=names)
        weighed.append(Weighed(clash=clash, in_force=say(clash.in_force), other=say(clash.other)))
    return tuple(weighed)


class SettleDialog(SheetDialog):
    """Shows the two sides beside each other and asks which stands, or for a third value."""

    def __init__(
        self,
        parent: QWidget,
        weighed: Weighed,
        *,
        desk: Desk,
        errands: Errands,
        then: Callable[[Changes], object],
    ) -> None:
        """Lay out both sides."""
        clash, now = weighed.clash, desk.now()
        third = third_field(clash, local_day(now))
        sheet = _sheet(clash, third)
        super().__init__(
            parent,
            title=_("Settle: {field} of {what}").format(
                field=field_said(clash.table, clash.field),
                what=" ".join(one for one in (clash.number, kind_said(clash.table)) if one),
            ),
            explain=_(
                "Two people wrote this without seeing each other's value. Ask them if you are not "
                "sure; whatever is decided here goes to the other stations with the next bundle."
            ),
            sheet=sheet,
            verb=_("&Settle"),
            errands=errands,
            job=lambda values: partial(settle_clash, desk, settling(clash, values)),
            then=then,
            width=44.0,
        )
        self._show_sides(_sides(weighed, now), higher=worn().em(8) if third is not None else 0)

    def _show_sides(self, sides: QWidget, *, higher: int) -> None:
        whole = self.layout()
        if isinstance(whole, QVBoxLayout):
            whole.insertWidget(2, sides)
        room = round(self.screen().availableGeometry().height() * 0.94)
        self.resize(self.width(), min(self.height() + sides.sizeHint().height() + higher, room))


def settling(clash: Clash, values: Mapping[str, Any]) -> SettleClash:
    """Say which value was decided on."""
    decided: dict[str, Json] = {IN_FORCE: clash.in_force, OTHER: clash.other}
    which = values["which"]
    return SettleClash(
        table=clash.table,
        id=clash.id,
        field=clash.field,
        value=decided[which] if which in decided else _as_json(values.get(THIRD), clash),
    )


def third_field(clash: Clash, today: date) -> Field | None:
    """Make the field for a third value; ids and lists can only be one of the two sides."""
    held = field_type(clash.table, clash.field)
    asked: dict[str, Any] = {
        "key": THIRD,
        "label": field_said(clash.table, clash.field),
        "when": ("which", (THIRD,)),
    }
    if any(isinstance(side, list | dict) for side in (clash.in_force, clash.other)):
        return None
    if held is bool:
        return None
    if issubclass(held, StrEnum):
        choices = [(one.value, label(one)) for one in held if one.value]
        return Choice(choices=choices, as_list=True, **asked)
    if held is datetime:
        return Moment(today=lambda: today, **asked)
    if held is date:
        return Day(today=lambda: today, **asked)
    if held in (str, int, Decimal):
        long = max(len(str(side or "")) for side in (clash.in_force, clash.other)) > _LONG
        return Text(lines=4 if long and held is str else 1, **asked)
    return None


def plain_value(value: Json) -> Any:
    """Give a journalled value as the field of a sheet takes it."""
    return value if isinstance(value, str) else "" if value is None else str(value)


def _sheet(clash: Clash, third: Field | None) -> Sheet:
    """Ask which side stands, or for a third value where one can be typed."""
    choices = [(IN_FORCE, p_("side", "The first")), (OTHER, p_("side", "The second"))]
    fields: list[Field] = []
    if third is not None:
        choices.append((THIRD, p_("side", "Another")))
        fields.append(third)
    which = Choice(key="which", label=_("&What shall stand"), choices=choices, required=True)
    sheet = Sheet((which, *fields))
    sheet.fill({THIRD: plain_value(clash.in_force)})
    sheet.settle()
    return sheet


def _as_json(value: Any, clash: Clash) -> Json:
    held = field_type(clash.table, clash.field)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if held is int:
        digits = str(value or "").strip()
        return int(digits) if digits.isdigit() else 0
    return str(value) if value else None if clash.in_force is None else ""


def _sides(weighed: Weighed, now: datetime) -> QWidget:
    """Put both sides beside each other."""
    clash = weighed.clash
    sides = QWidget()
    grid = QGridLayout(sides)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(12)
    first = _side(
        _("First: shown for now"),
        weighed.in_force,
        clash.in_force_by,
        _moment(clash.in_force_at, now),
    )
    second = _side(_("Second"), weighed.other, clash.other_by, _moment(clash.other_at, now))
    for column, side in enumerate((first, second)):
        grid.addWidget(side, 0, column)
        grid.setColumnStretch(column, 1)
    return sides


def _side(head: str, value: str, by: str, at: str) -> QFrame:
    card = QFrame()
    card.setProperty("inset", True)
    column = QVBoxLayout(card)
    column.setContentsMargins(14, 10, 14, 10)
    column.setSpacing(4)
    words = Label(value, strong=True, wrap=True)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    column.addWidget(Label(head, scale=SMALL, tone="quiet"))
    column.addWidget(words)
    column.addStretch(1)
    column.addWidget(Label(by, scale=SMALL, tone="quiet", wrap=True))
    column.addWidget(Label(at, scale=SMALL, tone="quiet"))
    return card


def _moment(at: str, now: datetime) -> str:
    try:
        return moment_said(datetime.fromisoformat(at), now)
    except ValueError:
        return at
