"""The fields of a party, with the doubts of the rules about names, phones and ID numbers."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from mediator_desk.labels import label
from mediator_desk.records.people import Authority, Party, PartyKind, Sex, Side
from mediator_desk.rules.identity import check_identity
from mediator_desk.rules.names import check_name
from mediator_desk.rules.phones import check_phone
from mediator_desk.rules.remarks import Remark
from mediator_desk.usecases.log_dispute import NewParty
from mediator_desk.words import _
from ui.forms.case_desk import choices_of
from ui.forms.sheet import Choice, Field, Rows, Text

_PERSON = ("kind", (PartyKind.PERSON.value,))
_ORGANISATION = ("kind", (PartyKind.ORGANISATION.value,))
_ENTERED = tuple(NewParty.__dataclass_fields__)


def party_rows(key: str, today: date, counties: Sequence[str]) -> Rows:
    """Make the rows of the log form: an applicant, a respondent, and whoever else comes."""
    return Rows(
        key=key,
        label=_("Parties"),
        fields=short_fields(today, counties),
        one=_("Party {number}"),
        add=_("&Add a party"),
        first=2,
        given=[
            {"kind": PartyKind.PERSON.value, "side": side.value}
            for side in (Side.APPLICANT, Side.RESPONDENT)
        ],
    )


def short_fields(today: date, counties: Sequence[str]) -> tuple[Field, ...]:
    """Give what is asked of a party at the desk; the name comes first."""
    return (
        Text(key="name", label=_("Name"), required=True, remark=_name_doubt, half=True),
        Text(key="phone", label=_("Phone"), remark=_phone_doubt, half=True),
        Choice(key="side", label=_("Stands as"), choices=choices_of(Side, label), half=True),
        Choice(key="kind", label=_("Kind"), choices=choices_of(PartyKind, label), half=True),
        Text(key="address", label=_("Address"), half=True),
        Text(key="agent", label=_("Agent"), hint=_("If somebody speaks for them"), half=True),
        Text(
            key="id_number",
            label=_("ID number"),
            hint=_("Only when a paper needs it"),
            remark=partial(_id_doubt, today, tuple(counties)),
            half=True,
            when=_PERSON,
        ),
        Text(
            key="legal_representative",
            label=_("Legal representative"),
            half=True,
            when=_ORGANISATION,
        ),
    )


def full_fields(today: date, counties: Sequence[str]) -> tuple[Field, ...]:
    """Give every field of the official party block, for adding and correcting a party."""
    return (
        *short_fields(today, counties),
        Choice(key="sex", label=_("Sex"), choices=choices_of(Sex, label), half=True, when=_PERSON),
        Text(key="ethnicity", label=_("Ethnicity"), half=True, when=_PERSON),
        Text(
            key="birth_year",
            label=_("Year of birth"),
            remark=partial(_year_doubt, today),
            half=True,
            when=_PERSON,
        ),
        Text(key="occupation", label=_("Occupation"), half=True, when=_PERSON),
        Text(key="representative_post", label=_("Post"), half=True, when=_ORGANISATION),
        Text(key="agent_phone", label=_("Phone of the agent"), remark=_phone_doubt, half=True),
        Choice(
            key="agent_authority",
            label=_("What the agent may do"),
            choices=choices_of(Authority, label),
            half=True,
        ),
    )


def party_from(typed: Mapping[str, Any], today: date, before: Party | None = None) -> NewParty:
    """Read a party from its fields; a sound ID number also says the sex and the year of birth.

    What was not asked stays as it was ``before``.
    """
    kept: dict[str, Any] = {} if before is None else party_values(before)
    said = {**kept, **{key: value for key, value in typed.items() if value is not None}}
    fields: dict[str, Any] = {key: said[key] for key in _ENTERED if key in said}
    fields["side"] = Side(said.get("side") or Side.APPLICANT)
    fields["kind"] = PartyKind(said.get("kind") or PartyKind.PERSON)
    fields["sex"] = Sex(said.get("sex") or "")
    fields["agent_authority"] = Authority(said.get("agent_authority") or "")
    fields["birth_year"] = year_of(said.get("birth_year"))
    identity = check_identity(said.get("id_number") or "", today)
    if identity.valid and identity.born_on is not None:
        fields["birth_year"] = fields["birth_year"] or identity.born_on.year
        fields["sex"] = fields["sex"] or identity.sex
    return NewParty(**fields)


def party_values(party: Party) -> dict[str, Any]:
    """Give the fields of a party as the form shows them."""
    values = {key: getattr(party, key) for key in _ENTERED}
    return {**values, "birth_year": str(party.birth_year or "")}


def year_of(typed: object) -> int:
    """Read a year of birth; anything else counts as not known."""
    words = str(typed or "").strip()
    return int(words) if words.isascii() and words.isdigit() else 0


def _name_doubt(typed: str) -> str:
    return _said(check_name(typed).remarks)


def _phone_doubt(typed: str) -> str:
    return _said(check_phone(typed).remarks)


def _id_doubt(today: date, counties: Sequence[str], typed: str) -> str:
    return _said(check_identity(typed, today, counties).remarks)


def _year_doubt(today: date, typed: str) -> str:
    year = year_of(typed)
    oldest = today.year - 120
    return "" if oldest <= year <= today.year else _("Write the year with four digits.")


def _said(remarks: Sequence[Remark]) -> str:
    return " ".join(remark.words() for remark in remarks)
