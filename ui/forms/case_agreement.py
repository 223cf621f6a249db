"""Dialogs of the agreement: what was agreed, its marks, and what was performed."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog

from mediator_desk.labels import label
from mediator_desk.records.agreement import Agreement, AgreementForm
from mediator_desk.usecases.perform_agreement import PerformObligation, perform_obligation
from mediator_desk.usecases.schedule import schedule_of
from mediator_desk.usecases.sign_agreement import (
    MarkAgreement,
    Promise,
    SignAgreement,
    mark_agreement,
    sign_agreement,
)
from mediator_desk.words import _
from ui.forms.case_desk import CaseDesk, choices_of, uuid_of
from ui.forms.case_performance import promise_said
from ui.forms.fields import Count
from ui.forms.sheet import Choice, Day, Field, Money, Rows, Text, Tick, Words

_WRITTEN = ("form", (AgreementForm.WRITTEN.value,))
_ON_PAPER = ("form", (AgreementForm.WRITTEN.value, AgreementForm.NOTE.value))


def agreement_dialog(at: CaseDesk) -> QDialog:
    """Write down an agreement, with what each party promises."""
    dispute = at.file.dispute

    def request(values: dict[str, Any]) -> SignAgreement:
        return SignAgreement(
            dispute=dispute.id,
            form=AgreementForm(values["form"]),
            facts=values["facts"],
            terms=values["terms"],
            performance=values["performance"],
            agreed_on=values["agreed_on"],
            recorder=values["recorder"],
            promises=tuple(_promise(one) for one in values["promises"]),
            parties_marked_on=values.get("parties_marked_on"),
            mediator_signed_on=values.get("mediator_signed_on"),
            sealed_on=values.get("sealed_on"),
            partial=values["partial"],
        )

    recorder = at.file.sittings[-1].recorder if at.file.sittings else ""
    return at.sheet(
        title=_("Agreement, {number}").format(number=at.number),
        fields=_agreement_fields(at),
        verb=_("&Keep the agreement"),
        usecase=sign_agreement,
        request=request,
        said=_("agreement recorded"),
        values={
            "form": _likely_form(at).value,
            "facts": dispute.text,
            "agreed_on": at.today,
            "recorder": recorder,
        },
        explain=_form_explained(at),
        width=42.0,
    )


def marks_dialog(at: CaseDesk) -> QDialog:
    """Record the days the marks were put on a written agreement."""
    agreement = next(one for one in reversed(at.file.agreements) if one.effective_on is None)
    note = agreement.form is AgreementForm.NOTE

    def request(values: dict[str, Any]) -> MarkAgreement:
        return MarkAgreement(agreement=agreement.id, **values)

    return at.sheet(
        title=_("Marks of the agreement, {number}").format(number=at.number),
        fields=_mark_fields(at, note=note),
        verb=_("&Keep"),
        usecase=mark_agreement,
        request=request,
        said=_("marks recorded"),
        values=_marks(agreement),
        explain=_("It binds the parties as their contract, with their marks.")
        if note
        else _("With the last mark it takes effect, and 30 days for the court begin (art. 33)."),
        width=42.0,
    )


def performed_dialog(at: CaseDesk) -> QDialog:
    """Record that an obligation was fulfilled, with its proof."""
    open_ones = [one for one in at.file.obligations if one.performed_on is None]
    parts = dict(schedule_of(at.file, at.today))
    choices = [(str(one.id), promise_said(at, one, parts[one])) for one in open_ones]

    def request(values: dict[str, Any]) -> PerformObligation:
        return PerformObligation(
            obligation=uuid_of(values["obligation"]) or open_ones[0].id,
            performed_on=values["performed_on"],
            proof=values["proof"],
        )

    return at.sheet(
        title=_("Performed, {number}").format(number=at.number),
        fields=(
            Choice(
                key="obligation",
                label=_("&What was done"),
                choices=choices,
                required=True,
                as_list=True,
            ),
            Day(
                key="performed_on",
                label=_("&On"),
                today=lambda: at.today,
                calendar=at.calendar,
                past=True,
                required=True,
            ),
            Text(key="proof", label=_("&Proof"), hint=_("Receipt, transfer slip, photo …")),
        ),
        verb=_("&Record it"),
        usecase=perform_obligation,
        request=request,
        said=_("performance recorded"),
        values={"obligation": choices[0][0], "performed_on": at.today},
    )


def _likely_form(at: CaseDesk) -> AgreementForm:
    """Choose beforehand: without a committee there is only the consultation note."""
    return AgreementForm.WRITTEN if at.file.dispute.committee else AgreementForm.NOTE


def _form_explained(at: CaseDesk) -> str:
    if at.file.dispute.committee is None:
        return _(
            "This team has no committee, so it issues no mediation agreement (art. 29). A "
            "consultation note is allowed: a contract of the parties, not official."
        )
    return _("A written one binds with the last of three marks (art. 29); an oral one at once.")


def _agreement_fields(at: CaseDesk) -> list[Field]:
    return [
        Choice(
            key="form",
            label=_("&Form"),
            choices=choices_of(AgreementForm, label),
            required=True,
            half=True,
        ),
        Day(
            key="agreed_on",
            label=_("Agreed &on"),
            today=lambda: at.today,
            calendar=at.calendar,
            past=True,
            required=True,
            half=True,
        ),
        Text(
            key="facts",
            label=_("&Main facts and what was in dispute"),
            lines=4,
            required=True,
        ),
        Text(
            key="terms",
            label=_("&What was agreed"),
            hint=_("One matter to a line"),
            lines=4,
            required=True,
        ),
        _promises(at),
        Text(key="performance", label=_("&How, where and by when it is performed"), lines=2),
        Tick(key="partial", label=_("It settles only a &part of the dispute")),
        Text(key="recorder", label=_("&Recorder"), half=True),
        *_first_marks(at),
    ]


def _first_marks(at: CaseDesk) -> list[Field]:
    words = _("Marks, as far as they are there already")
    return [
        Words(label=words, heading=True, when=_ON_PAPER),
        *_mark_fields(at, asked=True),
    ]


def _promises(at: CaseDesk) -> Rows:
    return Rows(
        key="promises",
        label=_("Promises"),
        fields=_promise_fields(at),
        one=_("Promise {number}"),
        add=_("&Add a promise"),
        first=1,
    )


def _promise_fields(at: CaseDesk) -> tuple[Field, ...]:
    choices = at.parties()
    return (
        Choice(
            key="debtor",
            label=_("Who"),
            choices=choices,
            required=True,
            as_list=True,
            half=True,
        ),
        Choice(key="creditor", label=_("To whom"), choices=choices, as_list=True, half=True),
        Text(key="what", label=_("Does what"), required=True),
        Money(key="amount", label=_("Amount (yuan)"), half=True),
        Day(key="due_on", label=_("By"), today=lambda: at.today, calendar=at.calendar, half=True),
        Count(key="parts", label=_("In how many equal parts"), half=True),
        Count(key="months", label=_("Every how many months"), half=True),
    )


def _promise(values: dict[str, Any]) -> Promise:
    debtor = uuid_of(values["debtor"])
    if debtor is None:
        raise ValueError("a promise without a debtor passed the sheet")
    return Promise(
        debtor=debtor,
        creditor=uuid_of(values["creditor"]),
        what=values["what"],
        amount=values["amount"],
        due_on=values["due_on"],
        parts=values["parts"] or 1,
        months=values["months"] or 1,
    )


def _mark_fields(at: CaseDesk, *, asked: bool = False, note: bool = False) -> list[Field]:
    """Ask for the days of the marks; a consultation note carries those of the parties alone."""
    day = partial(Day, today=lambda: at.today, calendar=at.calendar, past=True, half=True)
    ours = partial(day, when=_WRITTEN if asked else None)
    first = day(
        key="parties_marked_on",
        label=_("Signed by the parties on"),
        when=_ON_PAPER if asked else None,
    )
    if note:
        return [first]
    return [
        first,
        ours(key="mediator_signed_on", label=_("Signed by the mediator on")),
        ours(key="sealed_on", label=_("Sealed by the committee on")),
    ]


def _marks(agreement: Agreement) -> dict[str, Any]:
    return {
        "parties_marked_on": agreement.parties_marked_on,
        "mediator_signed_on": agreement.mediator_signed_on,
        "sealed_on": agreement.sealed_on,
    }
