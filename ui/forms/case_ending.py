"""Dialogs on the way and at the end: notes, return visits, closing, reopening, archiving."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.agreement import AgreementForm
from mediator_desk.records.dispute import Outcome, Route
from mediator_desk.records.follow_up import NoteKind, Satisfaction
from mediator_desk.records.sitting import SittingResult
from mediator_desk.rows import CaseFile, Changes
from mediator_desk.rules.endings import outcome_of_topic, solved_by_department
from mediator_desk.rules.volume_check import Checked
from mediator_desk.usecases.close_dispute import (
    AddNote,
    ArchiveDispute,
    CloseDispute,
    PayFollowUp,
    ReopenDispute,
    add_note,
    archive_dispute,
    close_dispute,
    pay_follow_up,
    reopen_dispute,
)
from mediator_desk.usecases.volume_incomplete import lacking
from mediator_desk.words import _, p_
from ui.case_detail import named
from ui.dialogs.question import Question
from ui.forms.case_desk import CaseDesk, choices_of
from ui.forms.sheet import Choice, Day, Field, Text, Tick

_AGREED = {
    AgreementForm.WRITTEN: Outcome.AGREED_WRITTEN,
    AgreementForm.ORAL: Outcome.AGREED_ORAL,
    AgreementForm.NOTE: Outcome.AGREED_NOTE,
}


def note_dialog(at: CaseDesk) -> QDialog:
    """Add a line to the course of events."""
    dispute = at.file.dispute
    return at.sheet(
        title=_("Note, {number}").format(number=at.number),
        fields=(
            Text(key="text", label=_("&What happened"), lines=4, required=True),
            Choice(
                key="kind", label=_("&Kind"), choices=choices_of(NoteKind, label), required=True
            ),
        ),
        verb=_("&Add"),
        usecase=add_note,
        request=lambda values: AddNote(
            subject=dispute.id, text=values["text"], kind=NoteKind(values["kind"])
        ),
        said=_("note added"),
        values={"kind": NoteKind.NOTE.value},
    )


def follow_up_dialog(at: CaseDesk) -> QDialog:
    """Record a return visit."""
    dispute = at.file.dispute

    def request(values: dict[str, Any]) -> PayFollowUp:
        return PayFollowUp(
            dispute=dispute.id,
            situation=values["situation"],
            performed=values["performed"] == "yes",
            satisfaction=Satisfaction(values["satisfaction"]),
            visited=values["visited"],
            visited_on=values["visited_on"],
            risk=values["risk"],
            next_on=values["next_on"],
        )

    names = p_("list mark", ", ").join(party.name for party in at.file.parties)
    owed = any(one.performed_on is None for one in at.file.obligations)
    return at.sheet(
        title=_("Return visit, {number}").format(number=at.number),
        fields=_visit_fields(at),
        verb=_("&Record it"),
        usecase=pay_follow_up,
        request=request,
        said=_("return visit recorded"),
        values={"visited_on": at.today, "visited": names, "performed": "no" if owed else "yes"},
    )


def close_dialog(at: CaseDesk) -> QDialog:
    """Close with an outcome; only what fits is offered."""
    dispute = at.file.dispute
    fitting = fitting_outcomes(at.file)

    def request(values: dict[str, Any]) -> tuple[CloseDispute, str]:
        asked = CloseDispute(
            dispute=dispute.id,
            outcome=Outcome(values["outcome"]),
            reason=values["reason"],
            routes_explained=values.get("routes_explained", False),
        )
        return asked, (values.get("same_as") or "").strip()

    return at.sheet(
        title=_("Close {number}").format(number=at.number),
        fields=(
            Choice(
                key="outcome",
                label=_("&What came of it"),
                choices=choices_of(fitting, label),
                required=True,
                as_list=True,
            ),
            Text(key="reason", label=_("&How it ended, in a few words"), lines=3),
            Tick(
                key="routes_explained",
                label=_("Arbitration, the authorities and the court were e&xplained (art. 26)"),
                when=("outcome", (Outcome.FAILED.value,)),
            ),
            Text(
                key="same_as",
                label=_("Number of the &other dispute about the same matter"),
                when=("outcome", (Outcome.DUPLICATE.value,)),
            ),
        ),
        verb=_("C&lose"),
        usecase=_close_named,
        request=request,
        said=_("closed"),
        values={"outcome": likely_outcome(at.file, fitting).value},
        explain=_("The outcome is not the stage: a closed dispute may have failed."),
    )


def _close_named(desk: Desk, asked: tuple[CloseDispute, str]) -> Changes:
    """Close it; the other dispute of the same matter is named by its number."""
    request, number = asked
    if number:
        request = replace(request, same_as=desk.queries.dispute_by_number(number))
    return close_dispute(desk, request)


def reopen_dialog(at: CaseDesk) -> QDialog:
    """Take a closed dispute up again; the old closing stays."""
    dispute = at.file.dispute
    return at.sheet(
        title=_("Reopen {number}").format(number=at.number),
        fields=(
            Text(
                key="reason",
                label=_("&Why it is taken up again"),
                lines=3,
                required=True,
            ),
        ),
        verb=_("&Reopen"),
        usecase=reopen_dispute,
        request=lambda values: ReopenDispute(dispute=dispute.id, reason=values["reason"]),
        said=_("reopened"),
        explain=_("The old closing stays with it."),
    )


def archive_dialog(at: CaseDesk) -> QDialog:
    """Ask once before the volume is put away; of one that is not complete, ask why as well."""
    checked = lacking(at.desk, at.file)
    if checked is not None and not at.file.volume_notes:
        return _archive_incomplete(at, checked)

    def archive() -> None:
        asked = ArchiveDispute(dispute=at.file.dispute.id)
        at.errands.run(partial(archive_dispute, at.desk, asked), owner=at.parent, then=archived)

    def archived(changes: Changes) -> None:
        at.done(changes, _("archived"))

    return Question(
        at.parent,
        _("Archive {case}?").format(case=named(at.file)),
        _("The volume is bound and put away; nothing can be added after that."),
        verb=_("Arc&hive"),
        do=archive,
    )


def _archive_incomplete(at: CaseDesk, checked: Checked) -> QDialog:
    """Name what is still to be done, and keep why the volume is put away as it is."""
    papers = p_("list mark", ", ").join(str(line.title) for line in checked.open)
    return at.sheet(
        title=_("Archive {number}").format(number=at.number),
        fields=(
            Text(
                key="reason",
                label=_("&Why it is archived as it is"),
                hint=_("It stands in the note on the volume"),
                lines=4,
                required=True,
            ),
        ),
        verb=_("Arc&hive"),
        usecase=archive_dispute,
        request=lambda values: ArchiveDispute(dispute=at.file.dispute.id, reason=values["reason"]),
        said=_("archived"),
        explain=_(
            "The volume is not complete: {papers}. After archiving nothing can be added."
        ).format(papers=papers),
        width=40.0,
    )


def _visit_fields(at: CaseDesk) -> tuple[Field, ...]:
    return (
        Day(
            key="visited_on",
            label=_("&Visited on"),
            today=lambda: at.today,
            calendar=at.calendar,
            past=True,
            required=True,
            half=True,
        ),
        Text(key="visited", label=_("W&ho was visited"), half=True),
        Text(key="situation", label=_("&What was found"), lines=4, required=True),
        Choice(
            key="performed",
            label=_("Is it &performed as agreed?"),
            choices=(("yes", _("Yes")), ("no", _("Not yet"))),
            required=True,
        ),
        Choice(
            key="satisfaction",
            label=_("Are they co&ntent?"),
            choices=choices_of(Satisfaction, label),
        ),
        Text(key="risk", label=_("&Is anything brewing"), half=True),
        Day(
            key="next_on",
            label=_("Visit a&gain on"),
            today=lambda: at.today,
            calendar=at.calendar,
            half=True,
        ),
    )


def fitting_outcomes(file: CaseFile) -> tuple[Outcome, ...]:
    """Name the outcomes that this dispute can have, the agreements only if there is one."""
    agreed = [_AGREED[one.form] for one in file.agreements]
    others = [Outcome.FAILED, Outcome.WITHDRAWN, Outcome.REFERRED, Outcome.DUPLICATE]
    decided = outcome_of_topic(file.agenda_topic)
    if decided is not None:
        others.insert(0, decided)
    if solved_by_department(file.whistles):
        others.insert(0, Outcome.SOLVED_BY_DEPARTMENT)
    others.insert(0, Outcome.REFUSED)
    return tuple(dict.fromkeys([*reversed(agreed), *others]))


def likely_outcome(file: CaseFile, fitting: tuple[Outcome, ...]) -> Outcome:
    """Choose beforehand what most likely came of it."""
    if file.agreements:
        return _AGREED[file.agreements[-1].form]
    by_route = {
        Route.COUNCIL: Outcome.SETTLED_BY_COUNCIL,
        Route.WHISTLE: Outcome.SOLVED_BY_DEPARTMENT,
    }
    likely = by_route.get(file.dispute.route, Outcome.OPEN)
    failed = bool(file.sittings) and file.sittings[-1].result is SittingResult.FAILED
    if failed:
        likely = Outcome.FAILED
    return likely if likely in fitting else Outcome.OPEN
