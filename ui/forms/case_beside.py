"""Dialogs beside mediation: referrals to us and by us, and what parties are told of their data."""

from typing import Any

from PySide6.QtWidgets import QDialog

from mediator_desk.labels import label
from mediator_desk.records.people import PartyKind
from mediator_desk.records.referral import ReferralWay
from mediator_desk.usecases.privacy import (
    RecordPrivacy,
    TakeBackPrivacy,
    record_privacy,
    take_back_privacy,
)
from mediator_desk.usecases.referrals import (
    AnswerReferral,
    RecordReferral,
    answer_referral,
    record_referral,
)
from mediator_desk.words import _
from ui.forms.case_desk import CaseDesk, choices_of, uuid_of
from ui.forms.sheet import Choice, Day, Field, Many, Pick, Text, Tick
from ui.widgets.completing import Candidate


def referral_dialog(at: CaseDesk) -> QDialog:
    """Record that another body referred the dispute to us, or we to another."""

    def request(values: dict[str, Any]) -> RecordReferral:
        return RecordReferral(
            dispute=at.file.dispute.id,
            way=ReferralWay(values["way"]),
            body=values["body"] or "",
            contact=values["contact"],
            reference=values["reference"],
            referred_on=values["referred_on"],
            consented=tuple(
                party.id for party in at.file.parties if str(party.id) in values["consented"]
            ),
            reply_by=values["reply_by"],
        )

    return at.sheet(
        title=_("Referral, {number}").format(number=at.number),
        fields=_referral_fields(at),
        verb=_("&Record it"),
        usecase=record_referral,
        request=request,
        said=_("referral recorded"),
        values={"way": ReferralWay.IN.value, "referred_on": at.today},
        explain=_("Parties and committee must agree. The letter and the reply print from it."),
    )


def referral_answer_dialog(at: CaseDesk) -> QDialog:
    """Record that the other body was told what came of it."""
    waiting = [one for one in at.file.referrals if one.answered_on is None]

    def request(values: dict[str, Any]) -> AnswerReferral:
        return AnswerReferral(
            referral=uuid_of(values["referral"]) or waiting[0].id,
            answered_on=values["answered_on"],
            answer=values["answer"],
        )

    return at.sheet(
        title=_("Answer the referral, {number}").format(number=at.number),
        fields=(
            Choice(
                key="referral",
                label=_("&Referral"),
                choices=[(str(one.id), one.body) for one in waiting],
                required=True,
            ),
            Text(key="answer", label=_("What is &said beside the result"), lines=3),
            _day(at, "answered_on", _("&On")),
        ),
        verb=_("&Keep"),
        usecase=answer_referral,
        request=request,
        said=_("reply recorded"),
        values={"referral": str(waiting[0].id), "answered_on": at.today},
        explain=_("The result itself is the outcome of the dispute; it is not typed again."),
    )


def privacy_dialog(at: CaseDesk) -> QDialog:
    """Record what a party was told about its data, and each consent apart."""
    people = [(str(one.id), one.name) for one in at.file.parties if one.kind is PartyKind.PERSON]

    def request(values: dict[str, Any]) -> RecordPrivacy:
        return RecordPrivacy(
            party=uuid_of(values["party"]) or at.file.parties[0].id,
            told_on=values["told_on"],
            identity_copy=values["identity_copy"],
            shared_with=tuple(values["shared_with"].splitlines()),
            guardian=values["guardian"],
        )

    return at.sheet(
        title=_("About personal data, {number}").format(number=at.number),
        fields=(
            Choice(key="party", label=_("&Who was told"), choices=people, required=True),
            Tick(key="identity_copy", label=_("Agrees that a cop&y of the identity card is kept")),
            Text(
                key="shared_with",
                label=_("Agrees that it is told to &these bodies"),
                hint=_("one body on each line; empty when none"),
                lines=2,
            ),
            Text(key="guardian", label=_("&Guardian, for a child under fourteen"), half=True),
            _day(at, "told_on", _("&On")),
        ),
        verb=_("&Keep"),
        usecase=record_privacy,
        request=request,
        said=_("notice and consents recorded"),
        values={"party": people[0][0], "told_on": at.today},
        explain=_("Each consent stands alone (PIPL arts. 17, 23, 29). The notice prints from it."),
    )


def take_back_dialog(at: CaseDesk) -> QDialog:
    """Record that a party takes its consents back."""
    given = [one for one in at.file.privacy_consents if one.taken_back_on is None]

    def request(values: dict[str, Any]) -> TakeBackPrivacy:
        return TakeBackPrivacy(
            consent=uuid_of(values["consent"]) or given[0].id, on=values["taken_back_on"]
        )

    return at.sheet(
        title=_("Take consents back, {number}").format(number=at.number),
        fields=(
            Choice(
                key="consent",
                label=_("&Who takes them back"),
                choices=[(str(one.id), at.file.name(one.party)) for one in given],
                required=True,
            ),
            _day(at, "taken_back_on", _("&On")),
        ),
        verb=_("&Keep"),
        usecase=take_back_privacy,
        request=request,
        said=_("consents taken back"),
        values={"consent": str(given[0].id), "taken_back_on": at.today},
        explain=_("What was done before stays lawful; from that day on nothing more is passed on."),
    )


def _referral_fields(at: CaseDesk) -> list[Field]:
    return [
        Choice(
            key="way",
            label=_("Which wa&y"),
            choices=choices_of(ReferralWay, label),
            required=True,
        ),
        Pick(
            key="body",
            label=_("The &other body"),
            candidates=_bodies(),
            free=True,
            required=True,
        ),
        Text(key="contact", label=_("Their &person and phone"), half=True),
        Text(key="reference", label=_("Their nu&mber"), half=True),
        Many(key="consented", label=_("Who &agreed"), choices=at.parties()),
        _day(at, "referred_on", _("Referred o&n")),
        Day(
            key="reply_by",
            label=_("Reply &by"),
            today=lambda: at.today,
            calendar=at.calendar,
            half=True,
        ),
    ]


def _day(at: CaseDesk, key: str, name: str) -> Day:
    return Day(
        key=key, label=name, today=lambda: at.today, calendar=at.calendar, past=True, half=True
    )


def _bodies() -> tuple[Candidate, ...]:
    """Name the bodies that usually refer disputes, as they are called on paper."""
    return tuple(
        Candidate(key=name, text=name)
        for name in ("派出所", "人民法院", "信访局", "12345热线办理中心", "街道综治中心", "司法所")
    )
