"""Dialogs at the door: accept a dispute, turn it away, hand it to a mediator."""

from typing import Any

from PySide6.QtWidgets import QDialog

from mediator_desk.labels import label
from mediator_desk.records.dispute import CaseSource, Category, Channel
from mediator_desk.usecases.accept_dispute import (
    AcceptDispute,
    RefuseDispute,
    accept_dispute,
    refuse_dispute,
)
from mediator_desk.usecases.change_dispute import AssignMediator, assign_mediator
from mediator_desk.words import _
from ui.forms.case_desk import CaseDesk, choices_of, uuid_of
from ui.forms.sheet import Choice, Day, Field, Text, Words

# What the channel already says about the source, so that nobody has to say it twice.
_SOURCES = {
    Channel.HOTLINE: CaseSource.HOTLINE,
    Channel.GRID: CaseSource.GRID,
    Channel.VISIT: CaseSource.PROACTIVE,
}


def accept_dialog(at: CaseDesk) -> QDialog:
    """Accept: mediator, source, category, rights notice; the number is drawn when it is saved."""
    dispute = at.file.dispute
    source = _SOURCES.get(dispute.channel, dispute.source)

    def request(values: dict[str, Any]) -> AcceptDispute:
        return AcceptDispute(
            dispute=dispute.id,
            source=CaseSource(values["source"]),
            category=Category(values["category"]),
            mediator=uuid_of(values["mediator"]),
            notice_given_on=values["notice_given_on"],
        )

    return at.sheet(
        title=_("Accept {number}").format(number=at.number),
        fields=_accept_fields(at),
        verb=_("&Accept"),
        usecase=accept_dispute,
        request=request,
        said=_("accepted"),
        values={
            "mediator": str(dispute.mediator or at.desk.person.id),
            "source": source.value,
            "category": dispute.category.value,
            "notice_given_on": dispute.notice_given_on,
        },
        explain=_("From today the usual month for settling it runs (MoJ Order 75, art. 33)."),
    )


def refuse_dialog(at: CaseDesk) -> QDialog:
    """Turn it away: a ground of the rules, and what is to be added; the desk proposes a ground."""
    dispute = at.file.dispute
    rules = at.desk.books.routing
    proposal = rules.propose(dispute.topic, f"{dispute.title} {dispute.text}".strip())
    grounds = [(one.code, str(one.said)) for one in rules.grounds]
    known = proposal.outside if proposal.outside in dict(grounds) else ""
    explain = _("It closes as not accepted; the reason stays with it.")
    notice = f"{proposal.notice}\n{explain}" if proposal.notice is not None else explain

    def request(values: dict[str, Any]) -> RefuseDispute:
        return RefuseDispute(
            dispute=dispute.id, ground=values["ground"] or "", reason=values["reason"]
        )

    return at.sheet(
        title=_("Turn {number} away").format(number=at.number),
        fields=(
            Choice(key="ground", label=_("&Ground of the rules"), choices=grounds, as_list=True),
            Text(
                key="reason",
                label=_("&Why it is not accepted"),
                hint=_("What is to be added, or a reason of its own"),
                lines=4,
            ),
        ),
        verb=_("&Turn away"),
        usecase=refuse_dispute,
        request=request,
        said=_("turned away"),
        values={"ground": known},
        explain=notice,
    )


def assign_dialog(at: CaseDesk) -> QDialog:
    """Hand a dispute to somebody."""
    dispute = at.file.dispute

    def request(values: dict[str, Any]) -> AssignMediator:
        mediator = uuid_of(values["mediator"])
        return AssignMediator(dispute=dispute.id, mediator=mediator or at.desk.person.id)

    return at.sheet(
        title=_("Hand {number} to a mediator").format(number=at.number),
        fields=(
            Choice(
                key="mediator",
                label=_("&Mediator"),
                choices=at.mediators(),
                required=True,
                as_list=True,
            ),
        ),
        verb=_("&Hand over"),
        usecase=assign_mediator,
        request=request,
        said=_("handed over"),
        values={"mediator": str(dispute.mediator or "")},
    )


def _accept_fields(at: CaseDesk) -> list[Field]:
    return [
        Choice(
            key="mediator",
            label=_("&Mediator"),
            choices=at.mediators(),
            required=True,
            as_list=True,
            half=True,
        ),
        Choice(
            key="source",
            label=_("&Source of the case"),
            choices=choices_of(CaseSource, label),
            required=True,
            half=True,
        ),
        Choice(
            key="category",
            label=_("Official cate&gory"),
            choices=choices_of(Category, label),
            required=True,
            half=True,
        ),
        Day(
            key="notice_given_on",
            label=_("Rights and duties explained &on"),
            today=lambda: at.today,
            calendar=at.calendar,
            past=True,
            half=True,
        ),
        Words(label=_number_said(at)),
    ]


def _number_said(at: CaseDesk) -> str:
    """Say where the printed number will come from; it is drawn only when it is saved."""
    if at.file.dispute.volume_no:
        return _("It keeps its volume number {number}.").format(number=at.file.dispute.volume_no)
    if at.file.committee is None:
        return _(
            "This team has no committee, so no volume number is drawn and no agreement can be "
            "issued. Set the committee in the settings."
        )
    return _("{committee} gives it the next volume number when it is saved.").format(
        committee=at.file.committee.name
    )
