"""Dialogs of care: a wish for another mediator, a risk reported, facts nobody disputes."""

from typing import Any

from PySide6.QtWidgets import QDialog

from mediator_desk.labels import label
from mediator_desk.records.care import RecusalAnswer, RiskLevel
from mediator_desk.usecases.recusals import AnswerRecusal, AskRecusal, answer_recusal, ask_recusal
from mediator_desk.usecases.report_risk import ReportRisk, report_risk
from mediator_desk.usecases.undisputed import RecordUndisputed, record_undisputed
from mediator_desk.words import _, p_
from ui.forms.case_desk import CaseDesk, choices_of, uuid_of
from ui.forms.sheet import Choice, Day, Field, Many, Moment, Pick, Text
from ui.widgets.completing import Candidate

_REPLACED = ("answer", (RecusalAnswer.REPLACED.value,))


def recusal_dialog(at: CaseDesk) -> QDialog:
    """Record a party's wish for another mediator."""
    parties = at.parties()

    def request(values: dict[str, Any]) -> AskRecusal:
        return AskRecusal(
            dispute=at.file.dispute.id,
            asked_by=uuid_of(values["asked_by"]) or at.file.parties[0].id,
            reason=values["reason"],
            asked_on=values["asked_on"],
        )

    return at.sheet(
        title=_("Wish for another mediator, {number}").format(number=at.number),
        fields=(
            Choice(key="asked_by", label=_("&Who wishes it"), choices=parties, required=True),
            Text(key="reason", label=_("Wh&y"), lines=2, required=True),
            Day(
                key="asked_on",
                label=_("&On"),
                today=lambda: at.today,
                calendar=at.calendar,
                past=True,
            ),
        ),
        verb=_("&Record it"),
        usecase=ask_recusal,
        request=request,
        said=_("wish for another mediator recorded"),
        values={"asked_by": parties[0][0], "asked_on": at.today},
        explain=_("Now: {mediator}. No sitting is held until the committee has answered.").format(
            mediator=at.file.name(at.file.dispute.mediator)
        ),
    )


def recusal_answer_dialog(at: CaseDesk) -> QDialog:
    """Answer the wish; another mediator takes the dispute over at once."""
    wish = next(one for one in at.file.recusals if one.answer is RecusalAnswer.ASKED)
    others = [one for one in at.mediators(registered=True) if one[0] != str(wish.mediator)]
    answers = (RecusalAnswer.REPLACED, RecusalAnswer.KEPT, RecusalAnswer.TAKEN_BACK)

    def request(values: dict[str, Any]) -> AnswerRecusal:
        return AnswerRecusal(
            recusal=wish.id,
            answer=RecusalAnswer(values["answer"]),
            replacement=uuid_of(values.get("replacement")),
            words=values["words"],
        )

    return at.sheet(
        title=_("Answer the wish, {number}").format(number=at.number),
        fields=(
            Choice(
                key="answer", label=_("&Answer"), choices=choices_of(answers, label), required=True
            ),
            Choice(
                key="replacement",
                label=_("&Mediator who takes it over"),
                choices=others,
                as_list=True,
                when=_REPLACED,
            ),
            Text(key="words", label=_("Reason or &remark"), lines=2),
        ),
        verb=_("&Keep"),
        usecase=answer_recusal,
        request=request,
        said=_("wish answered"),
        values={"answer": RecusalAnswer.REPLACED.value},
        explain=p_("wish", "{party}: {reason}").format(
            party=at.file.name(wish.asked_by), reason=wish.reason
        ),
    )


def risk_dialog(at: CaseDesk) -> QDialog:
    """Record that a risk was reported; the case goes on."""

    def request(values: dict[str, Any]) -> ReportRisk:
        return ReportRisk(
            dispute=at.file.dispute.id,
            level=RiskLevel(values["level"]),
            signs=values["signs"],
            measures=values["measures"],
            reported_to=values["reported_to"] or "",
            received_by=values["received_by"],
            means=values["means"],
            reported_at=at.moment(values["reported_at"]),
            handled=values["handled"],
        )

    return at.sheet(
        title=_("Report a risk, {number}").format(number=at.number),
        fields=_risk_fields(at),
        verb=_("&Record it"),
        usecase=report_risk,
        request=request,
        said=_("risk report recorded"),
        values={
            "level": RiskLevel.YELLOW.value,
            "signs": at.file.dispute.risk,
            "reported_at": at.desk.now(),
            "means": _("by phone"),
        },
        explain=_(
            "What may become a matter of public order or a crime is reported at once "
            "(Mediation Law 25). Mediation may go on."
        ),
        width=42.0,
    )


def undisputed_dialog(at: CaseDesk) -> QDialog:
    """Record the facts that no side disputes."""

    def request(values: dict[str, Any]) -> RecordUndisputed:
        return RecordUndisputed(
            dispute=at.file.dispute.id,
            facts=values["facts"],
            agreed_by=tuple(
                party.id for party in at.file.parties if str(party.id) in values["agreed_by"]
            ),
            signed_on=values["signed_on"],
        )

    return at.sheet(
        title=_("Undisputed facts, {number}").format(number=at.number),
        fields=(
            Text(key="facts", label=_("&Facts that no side disputes"), lines=5, required=True),
            Many(key="agreed_by", label=_("Who &agreed to it"), choices=at.parties()),
            Day(
                key="signed_on",
                label=_("&Signed on"),
                today=lambda: at.today,
                calendar=at.calendar,
                past=True,
            ),
        ),
        verb=_("&Keep"),
        usecase=record_undisputed,
        request=request,
        said=_("undisputed facts recorded"),
        values={"signed_on": at.today},
        explain=_("Useful in court (Shandong 2016, art. 24). Every party must agree and sign."),
    )


def _risk_fields(at: CaseDesk) -> list[Field]:
    return [
        Choice(key="level", label=_("&Level"), choices=choices_of(RiskLevel, label), required=True),
        Text(key="signs", label=_("&What was seen or heard"), lines=3, required=True),
        Text(key="measures", label=_("Measures &taken"), lines=2),
        Pick(
            key="reported_to",
            label=_("Reported t&o"),
            candidates=_bodies(),
            free=True,
            required=True,
            half=True,
        ),
        Text(key="received_by", label=_("Who recei&ved it"), required=True, half=True),
        Moment(
            key="reported_at",
            label=_("Reported &at"),
            today=lambda: at.today,
            calendar=at.calendar,
            past=True,
            half=True,
        ),
        Text(key="means", label=_("&How"), half=True),
        Text(key="handled", label=_("How it was han&dled"), lines=2),
    ]


def _bodies() -> tuple[Candidate, ...]:
    """Name the bodies reports usually go to, as they are called on paper."""
    return tuple(
        Candidate(key=name, text=name)
        for name in ("派出所", "消防救援大队", "应急管理局", "街道办事处", "社区居委会")
    )
