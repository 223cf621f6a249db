"""A member of the council: name, as whom, phone and term."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.council_member import CouncilMember, MemberKind
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases.council_members import (
    AddCouncilMember,
    ChangeCouncilMember,
    add_council_member,
    change_council_member,
)
from mediator_desk.words import _
from ui.errands import Errands
from ui.forms.sheet import Choice, Day, Sheet, Text
from ui.forms.sheet_dialog import SheetDialog


def member_form(
    parent: QWidget,
    member: CouncilMember | None,
    *,
    desk: Desk,
    errands: Errands,
    then: Callable[[Changes], object],
) -> SheetDialog:
    """Ask for the fields of a member, a new one when there is none."""
    today = local_day(desk.now())
    kinds = [(kind.value, label(kind)) for kind in MemberKind]
    sheet = Sheet(
        (
            Text(key="name", label=_("&Name"), required=True, longest=50),
            Choice(key="kind", label=_("Sits &as"), choices=kinds, as_list=True, required=True),
            Text(key="phone", label=_("&Phone")),
            Day(key="since", label=_("Term &from"), required=True, half=True, today=lambda: today),
            Day(key="until", label=_("Term un&til"), half=True, today=lambda: today),
        )
    )
    sheet.fill(_beginning(member) or {"kind": MemberKind.RESIDENT.value, "since": today})
    sheet.settle()

    def job(values: Mapping[str, Any]) -> Callable[[], Changes]:
        given = dict(values) | {"kind": MemberKind(values["kind"])}
        if member is None:
            return partial(add_council_member, desk, AddCouncilMember(**given))
        asked = ChangeCouncilMember(member=member.id, **given)
        return partial(change_council_member, desk, asked)

    title = _("Add a member") if member is None else _("Change {name}").format(name=member.name)
    return SheetDialog(
        parent,
        title=title,
        explain=_("Members whose term runs on the day of a meeting are due at it."),
        sheet=sheet,
        verb=_("&Save"),
        errands=errands,
        job=job,
        then=then,
        width=32.0,
    )


def _beginning(member: CouncilMember | None) -> dict[str, Any]:
    if member is None:
        return {}
    return {
        "name": member.name,
        "kind": member.kind.value,
        "phone": member.phone,
        "since": member.since,
        "until": member.until,
    }
