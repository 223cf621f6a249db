"""Dialogs of judicial confirmation: the court and its doubts, the signatures, the answer."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtWidgets import QDialog

from mediator_desk.labels import label
from mediator_desk.records.agreement import Agreement
from mediator_desk.records.confirmation import Confirmation, ConfirmationState, CourtGround
from mediator_desk.rules.confirmation import CourtChoice
from mediator_desk.rules.transitions import CONFIRMATION_STEPS
from mediator_desk.usecases.confirm_agreement import (
    AnswerConfirmation,
    ApplyConfirmation,
    OfferConfirmation,
    answer_confirmation,
    apply_confirmation,
    last_day,
    offer_confirmation,
)
from mediator_desk.usecases.schedule import live_confirmation, to_confirm
from mediator_desk.words import _, p_
from ui.forms.case_desk import CaseDesk, choices_of
from ui.forms.sheet import Choice, Day, Field, Many, Text, Words
from ui.said import due_long

_OTHER = "other"


def offer_dialog(at: CaseDesk) -> QDialog:
    """Choose the court, with everything in sight that a court might hold against it."""
    agreement = to_confirm(at.file)
    if agreement is None:
        raise ValueError("there is no agreement a court could confirm")
    division = at.desk.team.division
    choices = at.desk.books.confirmation.choices(at.file.dispute, at.file.parties, division)
    by_key = {str(place): one for place, one in enumerate(choices)}

    def request(values: dict[str, Any]) -> OfferConfirmation:
        chosen = by_key.get(values["choice"])
        return OfferConfirmation(
            agreement=agreement.id,
            court=values.get("court", "") if chosen is None else chosen.court,
            ground=CourtGround(values["ground"]) if chosen is None else chosen.ground,
        )

    return at.sheet(
        title=_("Judicial confirmation, {number}").format(number=at.number),
        fields=(*_court_fields(by_key), *_checklist(at, agreement)),
        verb=_("&Begin the application"),
        usecase=offer_confirmation,
        request=request,
        said=_("application for confirmation begun"),
        values={
            "choice": "0" if by_key else _OTHER,
            "ground": CourtGround.COMMITTEE.value,
        },
        explain=_until(at, agreement),
        width=42.0,
    )


def apply_dialog(at: CaseDesk) -> QDialog:
    """Record who signed the application, and the day it was handed in."""
    one = _live(at)
    agreement = next(each for each in at.file.agreements if each.id == one.agreement)

    def request(values: dict[str, Any]) -> ApplyConfirmation:
        return ApplyConfirmation(
            confirmation=one.id,
            signed_by=tuple(
                party.id for party in at.file.parties if str(party.id) in values["signed_by"]
            ),
            applied_on=values["applied_on"],
        )

    return at.sheet(
        title=_("Hand in the application, {number}").format(number=at.number),
        fields=(
            Many(key="signed_by", label=_("Who &signed the application"), choices=at.parties()),
            Day(
                key="applied_on",
                label=_("&Handed in on"),
                today=lambda: at.today,
                calendar=at.calendar,
                past=True,
                required=True,
            ),
        ),
        verb=_("&Record it"),
        usecase=apply_confirmation,
        request=request,
        said=_("application handed in"),
        values={"applied_on": at.today},
        explain=p_("court and last day", "{court}. {until}").format(
            court=one.court, until=_until(at, agreement)
        ),
    )


def answer_dialog(at: CaseDesk) -> QDialog:
    """Record what the court answered, or that the parties withdrew."""
    one = _live(at)
    possible = _answers(one.state)

    def request(values: dict[str, Any]) -> AnswerConfirmation:
        return AnswerConfirmation(
            confirmation=one.id,
            result=ConfirmationState(values["result"]),
            answered_on=values["answered_on"],
            number=values["number"],
            words=values["words"],
        )

    return at.sheet(
        title=_("Answer of the court, {number}").format(number=at.number),
        fields=(
            Choice(
                key="result",
                label=_("&What was answered"),
                choices=choices_of(possible, label),
                required=True,
                as_list=True,
            ),
            Day(
                key="answered_on",
                label=_("&On"),
                today=lambda: at.today,
                calendar=at.calendar,
                past=True,
                required=True,
                half=True,
            ),
            Text(
                key="number",
                label=_("&Number of the court"),
                hint=_("For example （2026）鲁1502调确字第12号"),
                half=True,
            ),
            Text(key="words", label=_("Reason or re&mark"), lines=2),
        ),
        verb=_("&Record it"),
        usecase=answer_confirmation,
        request=request,
        said=_("answer of the court recorded"),
        values={"result": possible[0].value, "answered_on": at.today, "number": one.number},
        explain=one.court,
    )


def _court_fields(by_key: dict[str, CourtChoice]) -> list[Field]:
    other = ("choice", (_OTHER,))
    said = [(key, _court_said(one)) for key, one in by_key.items()]
    return [
        Choice(
            key="choice",
            label=_("Cour&t"),
            choices=[*said, (_OTHER, _("Another court …"))],
            required=True,
            as_list=True,
        ),
        Text(key="court", label=_("Na&me of the court"), required=True, when=other),
        Choice(
            key="ground",
            label=_("&Why this court"),
            choices=choices_of(CourtGround, label),
            as_list=True,
            when=other,
        ),
    ]


def _court_said(one: CourtChoice) -> str:
    ground = label(one.ground)
    if one.because:
        ground = p_("ground and party", "{ground}: {party}").format(
            ground=ground, party=one.because
        )
    return p_("court", "{court} ({ground})").format(court=one.court, ground=ground)


def _checklist(at: CaseDesk, agreement: Agreement) -> list[Field]:
    """Show the doubts first, then what a clear agreement says and this one does or does not."""
    rules = at.desk.books.confirmation
    own = [one for one in at.file.obligations if one.agreement == agreement.id]
    doubts = rules.doubts(agreement, own)
    fields: list[Field] = []
    if doubts:
        fields.append(Words(label=_("What a court may hold against it"), heading=True))
        for doubt in doubts:
            line = _("⚠ “{found}”: {said} ({source}). {advice}").format(
                found=doubt.found, said=doubt.said, source=doubt.source, advice=doubt.advice
            )
            fields.append(Words(label=line))
    fields.append(Words(label=_("Is it clear enough? (interpretation, art. 358)"), heading=True))
    for check in rules.clarity(agreement, own):
        mark = _("✓ {said}") if check.met else _("⚠ Not found: {said}")
        fields.append(Words(label=mark.format(said=check.said)))
    fields.append(
        Words(label=_("A doubt does not stop you. Mending the agreement first saves a way."))
    )
    return fields


def _until(at: CaseDesk, agreement: Agreement) -> str:
    due = last_day(at.desk, agreement)
    if due is None:
        return ""
    day = due_long(due.moment, at.desk.now(), at.calendar)
    return _("Both sides apply together (art. 33), at the latest on {day}.").format(day=day)


def _answers(state: ConfirmationState) -> list[ConfirmationState]:
    """Name the answers that may follow a state."""
    names: Iterable[str] = (
        step.usecase.partition(": ")[2]
        for step in CONFIRMATION_STEPS
        if state in step.before and ":" in step.usecase
    )
    return [ConfirmationState(name) for name in names]


def _live(at: CaseDesk) -> Confirmation:
    one = live_confirmation(at.file)
    if one is None:
        raise ValueError("no application is under way")
    return one
