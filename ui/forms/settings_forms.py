"""The forms of the settings: a person, a password, the committee."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mediator_desk.labels import label
from mediator_desk.ports import Desk, House
from mediator_desk.records.people import Employment, Person, Role
from mediator_desk.rows import Changes
from mediator_desk.rules.names import check_name
from mediator_desk.rules.passwords import check_password
from mediator_desk.rules.phones import check_phone
from mediator_desk.rules.remarks import Remark
from mediator_desk.usecases.run_station import (
    AddPerson,
    ChangePerson,
    SetCommittee,
    add_person,
    change_person,
    set_committee,
)
from mediator_desk.words import _
from ui.errands import Errands
from ui.forms.passwords import PasswordSheet, password_fields
from ui.forms.sheet import Choice, Field, Sheet, Text, Tick, Words
from ui.forms.sheet_dialog import SheetDialog

Then = Callable[[Any], object]


def add_person_form(
    parent: QWidget, *, desk: Desk, house: House, errands: Errands, then: Then
) -> SheetDialog:
    """Ask for somebody new and a first password."""
    sheet = PasswordSheet(
        (
            *_person_fields(),
            Words(label=_("A first password; the person changes it in the settings.")),
            *password_fields(_("&Password")),
        )
    )
    sheet.fill({"role": Role.MEDIATOR.value, "employment": Employment.PART_TIME.value})
    sheet.settle()
    return SheetDialog(
        parent,
        title=_("Add a person"),
        sheet=sheet,
        verb=_("&Add"),
        errands=errands,
        job=lambda values: partial(_add, desk, house, values),
        then=then,
        width=34.0,
    )


def change_person_form(
    parent: QWidget, person: Person, *, desk: Desk, errands: Errands, then: Then
) -> SheetDialog:
    """Ask for a person's fields again."""
    sheet = Sheet(
        (
            *_person_fields(),
            Tick(
                key="paid_elsewhere",
                label=_("&Draws other public pay (no awards for cases)"),
            ),
            Tick(key="active", label=_("&Works here and may open the station")),
        )
    )
    sheet.fill(
        {
            "name": person.name,
            "phone": person.phone,
            "role": person.role.value,
            "employment": person.employment.value,
            "registered": person.registered,
            "paid_elsewhere": person.paid_elsewhere,
            "active": person.active,
        }
    )
    sheet.settle()
    return SheetDialog(
        parent,
        title=_("Change {name}").format(name=person.name),
        sheet=sheet,
        verb=_("&Save"),
        errands=errands,
        job=lambda values: partial(
            change_person, desk, ChangePerson(person=person.id, **_person_values(values))
        ),
        then=then,
        width=34.0,
    )


def give_password_form(
    parent: QWidget, person: Person, *, desk: Desk, house: House, errands: Errands, then: Then
) -> SheetDialog:
    """Ask for a new password for somebody else."""
    return SheetDialog(
        parent,
        title=_("New password for {name}").format(name=person.name),
        explain=_("Tell it only to this person; the old one opens nothing any more."),
        sheet=PasswordSheet(password_fields()),
        verb=_("&Set"),
        errands=errands,
        job=lambda values: partial(house.admit, desk, person.id, person.name, values["password"]),
        then=then,
        width=32.0,
    )


def own_password_form(
    parent: QWidget, *, desk: Desk, house: House, errands: Errands, then: Then
) -> SheetDialog:
    """Ask for the password one has and for a new one."""
    now = Text(key="now", label=_("Password &now"), secret=True, required=True)
    return SheetDialog(
        parent,
        title=_("Change my password"),
        sheet=PasswordSheet((now, *password_fields())),
        verb=_("&Change"),
        errands=errands,
        job=lambda values: partial(_change_own, desk, house, values["now"], values["password"]),
        then=then,
        width=32.0,
    )


def committee_form(
    parent: QWidget, *, desk: Desk, proposed: tuple[str, str], errands: Errands, then: Then
) -> SheetDialog:
    """Ask for the committee's names; ``proposed`` stands there while there is none."""
    committee = desk.committee
    name, short = (committee.name, committee.short) if committee is not None else proposed
    sheet = Sheet(
        (
            Text(key="name", label=_("&Full name, as on the seal"), required=True, longest=60),
            Text(
                key="short",
                label=_("&Short name in the numbers of agreements"),
                required=True,
                longest=16,
            ),
            Choice(
                key="kind",
                label=_("&Kind, as the official tables count it"),
                choices=[(one.id, str(one.name)) for one in desk.books.statistics.committee_kinds],
                as_list=True,
            ),
        )
    )
    kind = committee.kind if committee is not None else ""
    sheet.fill({"name": name, "short": short, "kind": kind or None})
    sheet.settle()
    return SheetDialog(
        parent,
        title=_("The people's mediation committee"),
        explain=_(
            "Only a people's mediation committee can issue a mediation agreement with its seal "
            "(People's Mediation Law, article 29). A team without one can do everything else."
        ),
        sheet=sheet,
        verb=_("&Save"),
        errands=errands,
        job=lambda values: partial(
            set_committee,
            desk,
            SetCommittee(name=values["name"], short=values["short"], kind=values["kind"] or ""),
        ),
        then=then,
        width=36.0,
    )


def _person_fields() -> tuple[Field, ...]:
    return (
        Text(key="name", label=_("&Name"), required=True, half=True, remark=_name_doubt),
        Text(key="phone", label=_("P&hone"), half=True, remark=_phone_doubt),
        Choice(
            key="role",
            label=_("&Role"),
            choices=[(role.value, label(role)) for role in Role],
            required=True,
        ),
        Choice(
            key="employment",
            label=_("&Engaged"),
            choices=[(one.value, label(one)) for one in Employment],
        ),
        Tick(
            key="registered",
            label=_("Registered as a people's &mediator (may sign agreements)"),
        ),
    )


def _person_values(values: dict[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = {
        "name": values["name"],
        "phone": values["phone"],
        "role": Role(values["role"]),
        "registered": values["registered"],
        "employment": Employment(values["employment"] or Employment.PART_TIME.value),
    }
    more: dict[str, Any] = {
        key: values[key] for key in ("active", "paid_elsewhere") if key in values
    }
    return {**kept, **more}


def _add(desk: Desk, house: House, values: dict[str, Any]) -> Changes:
    """Add a person and let her in; the password is checked before anything is kept."""
    check_password(values["password"])
    id: UUID = desk.new_id()
    changes = add_person(desk, AddPerson(id=id, **_person_values(values)))
    house.admit(desk, id, values["name"].strip(), values["password"])
    return changes


def _change_own(desk: Desk, house: House, now: str, new: str) -> None:
    """Change one's own password, proving first that it is oneself who sits here."""
    house.enter(desk.person.id, now)
    house.admit(desk, desk.person.id, desk.person.name, new)


def _name_doubt(name: object) -> str:
    return _said(check_name(str(name)).remarks)


def _phone_doubt(phone: object) -> str:
    return _said(check_phone(str(phone)).remarks)


def _said(remarks: tuple[Remark, ...]) -> str:
    return " ".join(one.words() for one in remarks)
