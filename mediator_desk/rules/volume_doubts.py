"""Which days, names and marks in a volume cannot be right, or are still missing."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from mediator_desk.records.agreement import Agreement, AgreementForm
from mediator_desk.records.attachment import AttachmentKind
from mediator_desk.records.confirmation import ConfirmationState
from mediator_desk.records.people import Authority
from mediator_desk.records.sitting import SittingResult
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.remarks import Day, Listed, remark
from mediator_desk.rules.volume import VolumeItem
from mediator_desk.rules.volume_gaps import binding, of_kind, some
from mediator_desk.rules.volume_held import Finding, Held, Presence
from mediator_desk.words import N_

_ANSWERED = (ConfirmationState.CONFIRMED, ConfirmationState.DISMISSED)


def _cover_doubts(file: Held) -> Iterator[Finding]:
    filed, last = file.filings[-1].filed_on, _last_day(file)
    if last is not None and filed < last:
        said = remark(
            N_("Filed on {filed}, but the case went on until {last}."),
            filed=Day(filed),
            last=Day(last),
        )
        yield Finding(said, "file-volume")
    sat = {one for sitting in file.sittings for one in sitting.mediators}
    mediator = file.dispute.mediator
    if sat and mediator is not None and mediator not in sat:
        said = remark(
            N_("{name} has the case but sat in no sitting; the cover names those who sat."),
            name=file.people.get(mediator, ""),
        )
        yield Finding(said, "assign-mediator")


def _intake_doubts(file: Held) -> Iterator[Finding]:
    accepted = file.dispute.accepted_at
    for one in file.applications[-1:]:
        if accepted is not None and one.applied_on > local_day(accepted):
            said = remark(
                N_("The application is of {applied}, after the acceptance of {accepted}."),
                applied=Day(one.applied_on),
                accepted=Day(local_day(accepted)),
            )
            yield Finding(said, "write-application")
    agreed = {one.party: one.agreed for one in sorted(file.consents, key=lambda one: one.at)}
    silent = [party.name for party in file.parties if party.id not in agreed]
    if silent:
        said = remark(
            N_("It is not recorded that {names} agreed to mediation (Mediation Law 17)."),
            names=some(silent),
        )
        yield Finding(said, "record-consent")


def _notice_doubts(file: Held) -> Iterator[Finding]:
    given = file.dispute.notice_given_on
    first = min((local_day(one.held_at) for one in file.sittings), default=None)
    if given is not None and first is not None and given > first:
        said = remark(
            N_("The notice is of {given}, after the first sitting of {first}."),
            given=Day(given),
            first=Day(first),
        )
        yield Finding(said, "give-rights-notice")


def _authority_doubts(file: Held) -> Iterator[Finding]:
    names = {party.id: party.name for party in file.parties}
    for one in file.powers:
        if one.scope is not Authority.SPECIAL and binding(file):
            said = remark(
                N_(
                    "{agent} acts for {party} with general authority only; an agreement needs "
                    "the special one."
                ),
                agent=one.agent,
                party=names.get(one.party, ""),
            )
            yield Finding(said, "give-authority")


def _evidence_doubts(file: Held) -> Iterator[Finding]:
    pictures = [
        one for one in of_kind(file, AttachmentKind.EVIDENCE) if one.media_type.startswith("image/")
    ]
    bare = [one for one in pictures if not (one.taken_at and one.taken_where and one.taken_by)]
    if bare:
        said = remark(
            N_("Pictures that do not say where, when and by whom they were taken: {count}."),
            count=len(bare),
        )
        yield Finding(said, "describe-attachment")


def _record_doubts(file: Held) -> Iterator[Finding]:
    accepted = file.dispute.accepted_at
    days = sorted(local_day(one.held_at) for one in file.sittings)
    if accepted is not None and days[0] < local_day(accepted):
        said = remark(
            N_("The sitting of {held} was before the acceptance of {accepted}."),
            held=Day(days[0]),
            accepted=Day(local_day(accepted)),
        )
        yield Finding(said, "note-volume")
    last = max(file.sittings, key=lambda one: one.held_at)
    explained = any(one.routes_explained for one in file.sittings)
    if last.result is SittingResult.FAILED and not explained:
        said = remark(
            N_("The record does not show that the other routes were explained (Mediation Law 26).")
        )
        yield Finding(said, "note-volume")
    succeeded = any(one.result is SittingResult.SUCCEEDED for one in file.sittings)
    if binding(file) and not succeeded:
        said = remark(N_("There is an agreement, but no sitting that succeeded."))
        yield Finding(said, "note-volume")


def _agreement_doubts(file: Held) -> Iterator[Finding]:
    sat = {file.people.get(one, "") for sitting in file.sittings for one in sitting.mediators}
    held = max((local_day(one.held_at) for one in file.sittings), default=None)
    for one in binding(file):
        yield from _marks(one)
        if held is not None and one.agreed_on < held:
            said = remark(
                N_("The agreement is of {agreed}, before the last sitting of {held}."),
                agreed=Day(one.agreed_on),
                held=Day(held),
            )
            yield Finding(said, "note-volume")
        if one.mediator and sat - {""} and one.mediator not in sat:
            said = remark(
                N_("{name} signed the agreement but sat in no sitting."), name=one.mediator
            )
            yield Finding(said, "note-volume")


def _marks(one: Agreement) -> Iterator[Finding]:
    """Say which marks a written agreement lacks, and which are older than itself."""
    if one.form is AgreementForm.ORAL:
        return
    marks = {
        N_("the parties' marks"): one.parties_marked_on,
        N_("the mediator's signature"): one.mediator_signed_on,
        N_("the committee's seal"): one.sealed_on,
    }
    lacking = [remark(name) for name, day in marks.items() if day is None]
    if lacking:
        said = remark(N_("Still missing on the agreement: {marks}."), marks=Listed(tuple(lacking)))
        yield Finding(said, "mark-agreement", Presence.UNSIGNED)
    early = [day for day in marks.values() if day is not None and day < one.agreed_on]
    if early:
        said = remark(
            N_("The agreement is of {agreed}, but was marked on {marked}."),
            agreed=Day(one.agreed_on),
            marked=Day(min(early)),
        )
        yield Finding(said, "note-volume")


def _visit_doubts(file: Held) -> Iterator[Finding]:
    agreed = min((one.agreed_on for one in binding(file)), default=None)
    last = max(file.follow_ups, key=lambda one: one.visited_on)
    if agreed is not None and any(one.visited_on < agreed for one in file.follow_ups):
        said = remark(
            N_("A return visit is dated before the agreement of {agreed}."), agreed=Day(agreed)
        )
        yield Finding(said, "note-volume")
    if not last.performed:
        said = remark(
            N_("The visit of {visited} found it not performed: visit again."),
            visited=Day(last.visited_on),
        )
        yield Finding(said, "follow-up")


def _court_doubts(file: Held) -> Iterator[Finding]:
    for one in file.confirmations[-1:]:
        if one.state is ConfirmationState.OFFERED:
            said = remark(N_("The application to the court is not signed and handed in yet."))
            yield Finding(said, "apply-confirmation", Presence.UNSIGNED)
        elif one.state in _ANSWERED and not of_kind(file, AttachmentKind.CONFIRMATION):
            said = remark(N_("The ruling of the court is not here: attach it."))
            yield Finding(said, "attach-file")


DOUBTS: Mapping[VolumeItem, Callable[[Held], Iterable[Finding]]] = {
    VolumeItem.COVER: _cover_doubts,
    VolumeItem.INTAKE: _intake_doubts,
    VolumeItem.RIGHTS_NOTICE: _notice_doubts,
    VolumeItem.AUTHORITY: _authority_doubts,
    VolumeItem.EVIDENCE: _evidence_doubts,
    VolumeItem.RECORD: _record_doubts,
    VolumeItem.AGREEMENT: _agreement_doubts,
    VolumeItem.FOLLOW_UP: _visit_doubts,
    VolumeItem.CONFIRMATION: _court_doubts,
}


def _last_day(file: Held) -> date | None:
    """Give the last day something happened that stands in the volume."""
    closed = file.dispute.closed_at
    days = [local_day(one.held_at) for one in file.sittings]
    days += [one.agreed_on for one in binding(file)]
    days += [one.visited_on for one in file.follow_ups]
    days += [] if closed is None else [local_day(closed)]
    return max(days, default=None)
