"""Dialogs of what only the case volume asks for: application, notice, authority, inquiries."""

from typing import Any

from PySide6.QtWidgets import QDialog

from mediator_desk.labels import label
from mediator_desk.records.people import Authority, Party, Sex
from mediator_desk.records.volume import PowerOfAttorney
from mediator_desk.rows import CaseFile
from mediator_desk.usecases.volume_papers import (
    GiveAuthority,
    GiveRightsNotice,
    WriteApplication,
    WriteInvestigation,
    give_authority,
    give_rights_notice,
    write_application,
    write_investigation,
)
from mediator_desk.words import _
from ui.forms.case_desk import CaseDesk, choices_of
from ui.forms.fields import Count
from ui.forms.sheet import Choice, Day, Field, Many, Moment, Text, Tick


def application_dialog(at: CaseDesk) -> QDialog:
    """Write down what the applicants ask for."""
    dispute = at.file.dispute
    old = at.file.applications[-1] if at.file.applications else None

    def request(values: dict[str, Any]) -> WriteApplication:
        return WriteApplication(
            dispute=dispute.id,
            requests=tuple(values["requests"].splitlines()),
            brief=values["brief"],
            applied_on=values["applied_on"],
            oral=values["oral"],
        )

    return at.sheet(
        title=_("Application for mediation, {number}").format(number=at.number),
        fields=(
            Text(
                key="requests",
                label=_("&What they ask for"),
                hint=_("One request to a line"),
                lines=4,
                required=True,
            ),
            Text(key="brief", label=_("The dispute in &brief"), lines=4, required=True),
            past_day(at, "applied_on", _("A&pplied on"), required=True),
            Tick(key="oral", label=_("They said it, and it was written down for &them")),
        ),
        verb=_("&Keep"),
        usecase=write_application,
        request=request,
        said=_("application written down"),
        values={
            "requests": "" if old is None else "\n".join(old.requests),
            "brief": dispute.text if old is None else old.brief,
            "applied_on": at.today if old is None else old.applied_on,
            "oral": old is not None and old.oral,
        },
        explain=_("Written again, it replaces the one before."),
        width=42.0,
    )


def rights_notice_dialog(at: CaseDesk) -> QDialog:
    """Record the day the parties were told their rights and duties."""
    dispute = at.file.dispute
    return at.sheet(
        title=_("Notice of rights and duties, {number}").format(number=at.number),
        fields=(past_day(at, "given_on", _("&Told on"), required=True),),
        verb=_("&Keep"),
        usecase=give_rights_notice,
        request=lambda values: GiveRightsNotice(dispute=dispute.id, given_on=values["given_on"]),
        said=_("day of the notice recorded"),
        values={"given_on": dispute.notice_given_on or at.today},
        explain=_("It must not be later than the first sitting."),
    )


def authority_dialog(at: CaseDesk) -> QDialog:
    """Record whom a party lets act for it; a party with an agent and no paper comes first."""
    party, old = _whose(at.file)

    def request(values: dict[str, Any]) -> GiveAuthority:
        return GiveAuthority(
            party=next(one.id for one in at.file.parties if str(one.id) == values["party"]),
            agent=values["agent"],
            sex=Sex(values["sex"]),
            ethnicity=values["ethnicity"],
            birth_year=values["birth_year"] or 0,
            occupation=values["occupation"],
            phone=values["phone"],
            address=values["address"],
            matter=values["matter"],
            scope=Authority(values["scope"]),
            term=values["term"],
            signed_on=values["signed_on"],
        )

    return at.sheet(
        title=_("Power of attorney, {number}").format(number=at.number),
        fields=_authority_fields(at),
        verb=_("&Keep"),
        usecase=give_authority,
        request=request,
        said=_("power of attorney recorded"),
        values=_authority_begins(at, party, old),
        explain=_("Settling or signing for a party needs the special authority."),
        width=42.0,
    )


def investigation_dialog(at: CaseDesk) -> QDialog:
    """Write down what one person was asked and answered."""
    dispute = at.file.dispute

    def request(values: dict[str, Any]) -> WriteInvestigation:
        return WriteInvestigation(
            dispute=dispute.id,
            asked=values["asked"],
            held_at=at.moment(values["held_at"]) or at.desk.now(),
            place=values["place"],
            record=values["record"],
            participants=values["participants"],
            investigators=tuple(
                one.id for one in at.people if str(one.id) in values["investigators"]
            ),
            recorder=values["recorder"],
        )

    return at.sheet(
        title=_("Inquiry, {number}").format(number=at.number),
        fields=(
            Text(key="asked", label=_("&Who was asked"), required=True, half=True),
            Text(key="place", label=_("&Place"), required=True, half=True),
            Moment(
                key="held_at",
                label=_("Asked a&t"),
                today=lambda: at.today,
                calendar=at.calendar,
                past=True,
                required=True,
            ),
            Text(
                key="record",
                label=_("&Questions and answers"),
                hint=_("Begin each line with 问： or 答："),
                lines=9,
                required=True,
            ),
            Many(key="investigators", label=_("Who as&ked"), choices=at.mediators()),
            Text(key="participants", label=_("Also pr&esent"), half=True),
            Text(key="recorder", label=_("Rec&order"), half=True),
        ),
        verb=_("Keep the reco&rd"),
        usecase=write_investigation,
        request=request,
        said=_("inquiry written down"),
        values={
            "held_at": at.desk.now(),
            "investigators": [str(dispute.mediator or at.desk.person.id)],
            "record": "问：\n答：",
        },
        explain=_("Each person asked has a record of their own, which they sign."),
        width=44.0,
    )


def past_day(at: CaseDesk, key: str, words: str, *, required: bool = False) -> Day:
    """Make the field of a day that has passed."""
    return Day(
        key=key,
        label=words,
        today=lambda: at.today,
        calendar=at.calendar,
        past=True,
        required=required,
        half=True,
    )


def _whose(file: CaseFile) -> tuple[Party | None, PowerOfAttorney | None]:
    """Find the party whose authority is asked for, and the paper it gave before."""
    given = {one.party: one for one in file.powers}
    lacking = [one for one in file.parties if one.agent and one.id not in given]
    having = [one for one in file.parties if one.id in given]
    party = next(iter([*lacking, *having, *file.parties]), None)
    return party, None if party is None else given.get(party.id)


def _authority_begins(
    at: CaseDesk, party: Party | None, old: PowerOfAttorney | None
) -> dict[str, Any]:
    if old is not None:
        names = (
            "agent", "sex", "ethnicity", "occupation", "phone", "address", "matter", "scope",
            "term", "signed_on",
        )  # fmt: skip
        said = {name: getattr(old, name) for name in names}
        return {**said, "party": str(old.party), "birth_year": old.birth_year or None}
    return {
        "party": "" if party is None else str(party.id),
        "agent": "" if party is None else party.agent,
        "phone": "" if party is None else party.agent_phone,
        "scope": (party.agent_authority if party and party.agent else Authority.SPECIAL).value,
        "signed_on": at.today,
    }


def _authority_fields(at: CaseDesk) -> list[Field]:
    return [
        Choice(key="party", label=_("&Who gives it"), choices=at.parties(), required=True),
        Text(key="agent", label=_("Who &acts for them"), required=True, half=True),
        Text(key="phone", label=_("P&hone"), half=True),
        Choice(key="sex", label=_("Se&x"), choices=choices_of(Sex, label), half=True),
        Count(key="birth_year", label=_("&Year of birth"), half=True),
        Text(key="ethnicity", label=_("Eth&nicity"), half=True),
        Text(key="occupation", label=_("&Occupation"), half=True),
        Text(key="address", label=_("A&ddress")),
        Choice(
            key="scope",
            label=_("How &far it goes"),
            choices=choices_of(Authority, label),
            required=True,
        ),
        Text(key="matter", label=_("In what &matter"), lines=2),
        Text(key="term", label=_("Fo&r how long"), half=True),
        past_day(at, "signed_on", _("&Signed on"), required=True),
    ]
