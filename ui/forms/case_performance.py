"""Dialogs of performance: a payment, another schedule, urging, a lawsuit."""

from typing import Any

from PySide6.QtWidgets import QDialog

from mediator_desk.labels import label
from mediator_desk.records.agreement import Obligation
from mediator_desk.records.performance import PaidBy, UrgedBy
from mediator_desk.rules.amounts import in_figures
from mediator_desk.rules.performance import Part, Share, rest_of
from mediator_desk.usecases.perform_agreement import (
    ChangeSchedule,
    RecordPayment,
    change_schedule,
    record_payment,
)
from mediator_desk.usecases.schedule import Schedule, schedule_of
from mediator_desk.usecases.urge_performance import (
    RecordLawsuit,
    UrgePerformance,
    record_lawsuit,
    urge_performance,
)
from mediator_desk.words import _
from ui.forms.case_desk import CaseDesk, choices_of, uuid_of
from ui.forms.sheet import Choice, Day, Field, Many, Money, Rows, Text
from ui.said import day_said


def payment_dialog(at: CaseDesk) -> QDialog:
    """Record money that was paid; less than the whole is a part payment."""
    open_ones = _open(at, sums=True)
    one, parts = open_ones[0]
    first = next(part for part in parts if part.rest)

    def request(values: dict[str, Any]) -> RecordPayment:
        return RecordPayment(
            obligation=uuid_of(values["obligation"]) or one.id,
            amount=values["amount"],
            paid_on=values["paid_on"],
            paid_by=PaidBy(values["paid_by"]),
            proof=values["proof"],
        )

    return at.sheet(
        title=_("Payment, {number}").format(number=at.number),
        fields=(
            _which(at, open_ones),
            Money(key="amount", label=_("&Amount (yuan)"), required=True, half=True),
            Day(
                key="paid_on",
                label=_("&On"),
                today=lambda: at.today,
                calendar=at.calendar,
                past=True,
                required=True,
                half=True,
            ),
            Choice(
                key="paid_by", label=_("&How"), choices=choices_of(PaidBy, label), required=True
            ),
            Text(key="proof", label=_("&Proof"), hint=_("Receipt, transfer slip, photo …")),
        ),
        verb=_("&Record it"),
        usecase=record_payment,
        request=request,
        said=_("payment recorded"),
        values={
            "obligation": str(one.id),
            "amount": f"{first.rest}",
            "paid_on": at.today,
            "paid_by": PaidBy.TRANSFER.value,
        },
        explain=_("It counts for the earliest part still owed. Less than the part is welcome too."),
    )


def schedule_dialog(at: CaseDesk) -> QDialog:
    """Split what is still owed anew, with the word of both sides."""
    open_ones = _open(at, sums=True)
    one, parts = open_ones[0]

    def request(values: dict[str, Any]) -> ChangeSchedule:
        return ChangeSchedule(
            obligation=uuid_of(values["obligation"]) or one.id,
            shares=tuple(
                Share(amount=row["amount"], due_on=row["due_on"]) for row in values["shares"]
            ),
            agreed_by=tuple(
                party.id for party in at.file.parties if str(party.id) in values["agreed_by"]
            ),
            reason=values["reason"],
            agreed_on=values["agreed_on"],
        )

    return at.sheet(
        title=_("Change the parts, {number}").format(number=at.number),
        fields=_schedule_fields(at, open_ones),
        verb=_("Chan&ge the parts"),
        usecase=change_schedule,
        request=request,
        said=_("parts changed"),
        values={
            "obligation": str(one.id),
            "agreed_on": at.today,
            "shares": [
                {"amount": f"{part.rest}", "due_on": part.due_on} for part in parts if part.rest
            ],
        },
        explain=_("{rest} yuan are still owed; the new parts must add up to that.").format(
            rest=in_figures(rest_of(parts))
        ),
        width=42.0,
    )


def urging_dialog(at: CaseDesk) -> QDialog:
    """Record that somebody was urged, and name the day to ask again."""
    open_ones = _open(at)
    count = len([one for one in at.file.urgings if one.obligation == open_ones[0][0].id])

    def request(values: dict[str, Any]) -> UrgePerformance:
        return UrgePerformance(
            obligation=uuid_of(values["obligation"]) or open_ones[0][0].id,
            urged_by=UrgedBy(values["urged_by"]),
            words=values["words"],
            next_on=values["next_on"],
        )

    return at.sheet(
        title=_("Urge to perform, {number}").format(number=at.number),
        fields=(
            _which(at, open_ones),
            Choice(
                key="urged_by", label=_("&How"), choices=choices_of(UrgedBy, label), required=True
            ),
            Text(key="words", label=_("&What was said and answered"), lines=3, required=True),
            Day(
                key="next_on",
                label=_("&Ask again on"),
                today=lambda: at.today,
                calendar=at.calendar,
            ),
        ),
        verb=_("&Record it"),
        usecase=urge_performance,
        request=request,
        said=_("urging recorded"),
        values={"obligation": str(open_ones[0][0].id), "urged_by": UrgedBy.CALL.value},
        explain=_("Urged {count} times so far. If it does not help: court (art. 32, 33).").format(
            count=count
        ),
    )


def lawsuit_dialog(at: CaseDesk) -> QDialog:
    """Record that a party went to court over the agreement."""
    agreement = at.file.agreements[-1]
    parties = at.parties()

    def request(values: dict[str, Any]) -> RecordLawsuit:
        return RecordLawsuit(
            agreement=agreement.id,
            plaintiff=uuid_of(values["plaintiff"]) or at.file.parties[0].id,
            sued_on=values["sued_on"],
            court=values["court"],
            number=values["number"],
            result=values["result"],
        )

    return at.sheet(
        title=_("Lawsuit, {number}").format(number=at.number),
        fields=(
            Choice(
                key="plaintiff", label=_("&Who sued"), choices=parties, required=True, half=True
            ),
            Day(
                key="sued_on",
                label=_("&On"),
                today=lambda: at.today,
                calendar=at.calendar,
                past=True,
                required=True,
                half=True,
            ),
            Text(key="court", label=_("Cour&t")),
            Text(key="number", label=_("&Number of the court"), half=True),
            Text(key="result", label=_("Re&sult, once the court has spoken"), lines=2),
        ),
        verb=_("&Record it"),
        usecase=record_lawsuit,
        request=request,
        said=_("lawsuit recorded"),
        values=_lawsuit_begins(at),
        explain=_("Either party may sue over performance (Mediation Law 32)."),
    )


def _lawsuit_begins(at: CaseDesk) -> dict[str, Any]:
    """Begin with the lawsuit that is known, to add its number and result."""
    known = at.file.lawsuits[-1] if at.file.lawsuits else None
    if known is None:
        return {"plaintiff": str(at.file.parties[0].id), "sued_on": at.today}
    return {
        "plaintiff": str(known.plaintiff),
        "sued_on": known.sued_on,
        "court": known.court,
        "number": known.number,
        "result": known.result,
    }


def promise_said(at: CaseDesk, one: Obligation, parts: tuple[Part, ...]) -> str:
    """Name a promise in a list: who, what, what is still owed, by when."""
    words = [at.file.name(one.debtor), one.what]
    if one.amount is not None:
        words.append(_("{amount} yuan owed").format(amount=in_figures(rest_of(parts))))
    due_on = next((part.due_on for part in parts if part.performed_on is None), None)
    if due_on is not None:
        words.append(_("due {day}").format(day=day_said(due_on, at.desk.now())))
    return " · ".join(words)


def _schedule_fields(at: CaseDesk, open_ones: Schedule) -> list[Field]:
    return [
        _which(at, open_ones),
        Rows(
            key="shares",
            label=_("New parts"),
            fields=(
                Money(key="amount", label=_("Amount (yuan)"), required=True, half=True),
                Day(
                    key="due_on",
                    label=_("By"),
                    today=lambda: at.today,
                    calendar=at.calendar,
                    required=True,
                    half=True,
                ),
            ),
            one=_("Part {number}"),
            add=_("&Add a part"),
            first=1,
        ),
        Many(key="agreed_by", label=_("Who agree&d to it"), choices=at.parties()),
        Text(key="reason", label=_("&Why"), required=True),
        Day(
            key="agreed_on",
            label=_("Agreed &on"),
            today=lambda: at.today,
            calendar=at.calendar,
            past=True,
        ),
    ]


def _which(at: CaseDesk, open_ones: Schedule) -> Choice:
    return Choice(
        key="obligation",
        label=_("&For which promise"),
        choices=[(str(one.id), promise_said(at, one, parts)) for one, parts in open_ones],
        required=True,
        as_list=True,
    )


def _open(at: CaseDesk, *, sums: bool = False) -> Schedule:
    """List the promises not kept yet, the one that is due first at the head."""
    found = [
        (one, parts)
        for one, parts in schedule_of(at.file, at.today)
        if one.performed_on is None and (one.amount or not sums)
    ]
    return tuple(sorted(found, key=lambda pair: (pair[0].due_on is None, pair[0].due_on)))
