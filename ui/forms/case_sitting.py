"""Dialogs of the table: each party's answer to mediation, and the record of a sitting."""

import re
from typing import Any

from PySide6.QtWidgets import QDialog

from mediator_desk.labels import label
from mediator_desk.records.sitting import Means, SittingResult
from mediator_desk.usecases.hold_sitting import (
    HoldSitting,
    RecordConsent,
    hold_sitting,
    missing_consents,
    record_consent,
)
from mediator_desk.words import _, p_
from ui.forms.case_desk import CaseDesk, choices_of, uuid_of
from ui.forms.sheet import Choice, Field, Many, Moment, Text, Tick

_BETWEEN = re.compile(r"[,，、;；\n]+")


def consent_dialog(at: CaseDesk) -> QDialog:
    """Ask for the answer of one party; a clear no ends the mediation."""
    dispute, file = at.file.dispute, at.file
    missing = missing_consents(file.parties, file.consents)
    first = next((party for party in file.parties if party.name in missing), file.parties[0])

    def request(values: dict[str, Any]) -> RecordConsent:
        return RecordConsent(
            dispute=dispute.id,
            party=uuid_of(values["party"]) or first.id,
            agreed=values["agreed"] == "yes",
            means=Means(values["means"]),
            words=values["words"],
            at=at.moment(values["at"]),
            routes_explained=values.get("routes_explained", False),
        )

    return at.sheet(
        title=_("Consent to mediation, {number}").format(number=at.number),
        fields=_consent_fields(at),
        verb=_("&Record it"),
        usecase=record_consent,
        request=request,
        said=_("answer to mediation recorded"),
        values={
            "party": str(first.id),
            "agreed": "yes",
            "means": Means.IN_PERSON.value,
            "at": at.desk.now(),
        },
        explain=_consent_explained(missing),
    )


def sitting_dialog(at: CaseDesk) -> QDialog:
    """Write the record of a sitting."""
    dispute = at.file.dispute

    def request(values: dict[str, Any]) -> HoldSitting:
        mediator = uuid_of(values["mediator"])
        return HoldSitting(
            dispute=dispute.id,
            held_at=at.moment(values["held_at"]) or at.desk.now(),
            place=values["place"],
            present=tuple(
                party.id for party in at.file.parties if str(party.id) in values["present"]
            ),
            record=values["record"],
            result=SittingResult(values["result"]),
            mediators=(mediator,) if mediator else (),
            recorder=values["recorder"],
            invited=names_in(values["invited"]),
            open_session=values["open_session"],
            notice_given=values["notice_given"],
            routes_explained=values.get("routes_explained", False),
        )

    return at.sheet(
        title=_("Sitting, {number}").format(number=at.number),
        fields=_sitting_fields(at),
        verb=_("&Keep the record"),
        usecase=hold_sitting,
        request=request,
        said=_("sitting recorded"),
        values=_sitting_begins(at),
        width=42.0,
    )


def names_in(typed: str) -> tuple[str, ...]:
    """Read several names from one line."""
    return tuple(one.strip() for one in _BETWEEN.split(typed) if one.strip())


def _consent_fields(at: CaseDesk) -> list[Field]:
    yes_no = (("yes", _("agrees")), ("no", _("does not agree")))
    return [
        Choice(key="party", label=_("&Party"), choices=at.parties(), required=True),
        Choice(key="agreed", label=_("&Answer"), choices=yes_no, required=True),
        Choice(key="means", label=_("&How"), choices=choices_of(Means, label), required=True),
        Moment(key="at", label=_("&When"), today=lambda: at.today, calendar=at.calendar, past=True),
        Text(key="words", label=_("In their &own words"), lines=2),
        Tick(
            key="routes_explained",
            label=_("Arbitration, the authorities and the court were e&xplained (art. 26)"),
            when=("agreed", ("no",)),
        ),
    ]


def _consent_explained(missing: tuple[str, ...]) -> str:
    law = _("When a party clearly does not agree, the mediation ends (Mediation Law 17).")
    if not missing:
        return law
    names = p_("list mark", ", ").join(missing)
    asked = _("Still to be asked: {names}.").format(names=names)
    return f"{asked}\n{law}"


def _sitting_begins(at: CaseDesk) -> dict[str, Any]:
    """Begin with now, everybody at the table, and what the sitting before said."""
    dispute = at.file.dispute
    last = at.file.sittings[-1] if at.file.sittings else None
    return {
        "held_at": at.desk.now(),
        "place": last.place if last else at.desk.team.name,
        "mediator": str(dispute.mediator or at.desk.person.id),
        "recorder": last.recorder if last else "",
        "present": [str(party.id) for party in at.file.parties],
        "notice_given": dispute.notice_given_on is not None,
    }


def _sitting_fields(at: CaseDesk) -> list[Field]:
    return [
        Moment(
            key="held_at",
            label=_("&Held at"),
            today=lambda: at.today,
            calendar=at.calendar,
            past=True,
            required=True,
        ),
        Text(key="place", label=_("&Place"), half=True),
        Choice(
            key="mediator",
            label=_("&Mediator"),
            choices=at.mediators(),
            as_list=True,
            half=True,
            required=True,
        ),
        Many(key="present", label=_("Parties &at the table"), choices=at.parties()),
        Text(
            key="record",
            label=_("&What was said"),
            hint=_("What each side wants, what was explained, what they came to"),
            lines=7,
            required=True,
        ),
        *_sitting_ends(),
        Text(
            key="invited",
            label=_("&Invited to help"),
            hint=_("Names, with 、 between them"),
            half=True,
        ),
        Text(key="recorder", label=_("Rec&order"), half=True),
        Tick(key="open_session", label=_("Residents were let in to &listen")),
    ]


def _sitting_ends() -> list[Field]:
    results = choices_of(SittingResult, label)
    return [
        Choice(key="result", label=p_("sitting", "&Result"), choices=results, required=True),
        Tick(
            key="routes_explained",
            label=_("Arbitration, the authorities and the court were e&xplained (art. 26)"),
            when=("result", (SittingResult.FAILED.value,)),
        ),
        Tick(key="notice_given", label=_("Ri&ghts and duties were explained to the parties")),
    ]
