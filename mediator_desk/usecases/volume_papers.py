"""What the case volume asks for beside the course of the mediation, each typed once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records import R
from mediator_desk.records.dispute import Dispute
from mediator_desk.records.people import Authority, Party, Person, Sex
from mediator_desk.records.volume import (
    Application,
    Filing,
    Investigation,
    PowerOfAttorney,
    Retention,
    VolumeNote,
)
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.transitions import DISPUTE_STEPS, after
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteApplication:
    """What the applicants ask for, one request each; without a brief the dispute's text stands."""

    dispute: UUID
    requests: tuple[str, ...]
    brief: str = ""
    applied_on: date | None = None
    oral: bool = False


def write_application(desk: Desk, asked: WriteApplication) -> Changes:
    """Keep the application; written again, it replaces the one before."""
    with desk.work("write-application") as work:
        dispute = _at(work, "write-application", asked.dispute)
        requests = _lines(asked.requests)
        if not requests:
            raise Refusal(N_("Write down what the applicants ask for, one request to a line."))
        applied_on = asked.applied_on or local_day(dispute.accepted_at or desk.now())
        _not_ahead(desk, applied_on)
        _keep(
            work,
            _last(work, Application, dispute.id),
            Application(
                id=desk.new_id(),
                dispute=dispute.id,
                brief=asked.brief.strip() or dispute.text,
                requests=requests,
                applied_on=applied_on,
                oral=asked.oral,
                by=desk.person.id,
            ),
        )
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveAuthority:
    """Whom a party lets act for it: who that is, in what, how far and how long."""

    party: UUID
    agent: str
    sex: Sex = Sex.UNSAID
    ethnicity: str = ""
    birth_year: int = 0
    occupation: str = ""
    phone: str = ""
    address: str = ""
    matter: str = ""
    scope: Authority = Authority.GENERAL
    term: str = ""
    signed_on: date | None = None


def give_authority(desk: Desk, asked: GiveAuthority) -> Changes:
    """Keep the power of attorney, and name the agent beside the party on every paper."""
    with desk.work("give-authority") as work:
        party = work.get(Party, asked.party)
        dispute = _at(work, "give-authority", party.dispute)
        if not asked.agent.strip():
            raise Refusal(N_("Say who acts for {name}."), name=party.name)
        if asked.scope is Authority.NONE:
            raise Refusal(N_("Say how far the authority goes: general, or special."))
        signed_on = asked.signed_on or local_day(desk.now())
        _not_ahead(desk, signed_on)
        old = [one for one in work.of(PowerOfAttorney, dispute.id) if one.party == party.id]
        _keep(
            work,
            old[-1] if old else None,
            PowerOfAttorney(
                id=desk.new_id(),
                dispute=dispute.id,
                party=party.id,
                agent=asked.agent.strip(),
                sex=asked.sex,
                ethnicity=asked.ethnicity.strip(),
                birth_year=asked.birth_year,
                occupation=asked.occupation.strip(),
                phone=asked.phone.strip(),
                address=asked.address.strip(),
                matter=asked.matter.strip(),
                scope=asked.scope,
                term=asked.term.strip(),
                signed_on=signed_on,
                by=desk.person.id,
            ),
        )
        work.put(
            replace(
                party,
                agent=asked.agent.strip(),
                agent_phone=asked.phone.strip(),
                agent_authority=asked.scope,
            )
        )
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteInvestigation:
    """Who was asked, where and when, and what was said; without a name, the desk's person asked."""

    dispute: UUID
    asked: str
    held_at: datetime
    place: str
    record: str
    participants: str = ""
    investigators: tuple[UUID, ...] = ()
    recorder: str = ""


def write_investigation(desk: Desk, asked: WriteInvestigation) -> Changes:
    """Keep the record of an inquiry: one for each person asked."""
    with desk.work("write-investigation") as work:
        dispute = _at(work, "write-investigation", asked.dispute)
        if not asked.asked.strip():
            raise Refusal(N_("Say who was asked; each person has a record of their own."))
        if not asked.place.strip():
            raise Refusal(N_("Say where it was."))
        if not asked.record.strip():
            raise Refusal(N_("Write down what was asked and answered; the record is signed."))
        if asked.held_at > desk.now():
            raise Refusal(N_("Ask first, then write it down: that moment has not come yet."))
        investigators = tuple(work.get(Person, one).id for one in asked.investigators)
        least = desk.books.volume.investigators
        if len(investigators or (desk.person.id,)) < least:
            raise Refusal(N_("Here an inquiry needs {count} mediators. Name them."), count=least)
        work.add(
            Investigation(
                id=desk.new_id(),
                dispute=dispute.id,
                held_at=asked.held_at,
                place=asked.place.strip(),
                asked=asked.asked.strip(),
                participants=asked.participants.strip(),
                record=asked.record.strip(),
                investigators=investigators or (desk.person.id,),
                recorder=asked.recorder.strip(),
                by=desk.person.id,
            )
        )
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveRightsNotice:
    """The day the parties were told their rights and duties."""

    dispute: UUID
    given_on: date


def give_rights_notice(desk: Desk, asked: GiveRightsNotice) -> Changes:
    """Keep the day; the notice in the volume carries it."""
    with desk.work("give-rights-notice") as work:
        dispute = _at(work, "give-rights-notice", asked.dispute)
        _not_ahead(desk, asked.given_on)
        work.put(replace(dispute, notice_given_on=asked.given_on))
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteVolume:
    """What must be known of the volume's condition, who filed it and who checked it."""

    dispute: UUID
    text: str
    filed_by: str = ""
    filed_on: date | None = None
    checked_by: str = ""
    checked_on: date | None = None


def note_volume(desk: Desk, asked: NoteVolume) -> Changes:
    """Keep the note; written again, it replaces the one before."""
    with desk.work("note-volume") as work:
        dispute = _at(work, "note-volume", asked.dispute)
        if not asked.text.strip():
            raise Refusal(N_("Write down what a reader of the volume must know."))
        filed_on = asked.filed_on or local_day(desk.now())
        if asked.checked_on is not None and asked.checked_on < filed_on:
            raise Refusal(N_("A volume is checked after it was filed; correct the days."))
        _keep(
            work,
            _last(work, VolumeNote, dispute.id),
            VolumeNote(
                id=desk.new_id(),
                dispute=dispute.id,
                text=asked.text.strip(),
                filed_by=asked.filed_by.strip() or desk.person.name,
                filed_on=filed_on,
                checked_by=asked.checked_by.strip(),
                checked_on=asked.checked_on,
                by=desk.person.id,
            ),
        )
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class FileVolume:
    """Who files the volume, when, and how long it is kept; the person chooses, not the desk."""

    dispute: UUID
    retention: Retention
    filed_by: str = ""
    filed_on: date | None = None
    remark: str = ""


def file_volume(desk: Desk, asked: FileVolume) -> Changes:
    """Keep the filing; the cover, the back and the closing report say it."""
    with desk.work("file-volume") as work:
        dispute = _at(work, "file-volume", asked.dispute)
        filed_on = asked.filed_on or local_day(desk.now())
        _not_ahead(desk, filed_on)
        _keep(
            work,
            _last(work, Filing, dispute.id),
            Filing(
                id=desk.new_id(),
                dispute=dispute.id,
                filed_by=asked.filed_by.strip() or desk.person.name,
                filed_on=filed_on,
                retention=asked.retention,
                remark=asked.remark.strip(),
                by=desk.person.id,
            ),
        )
        return work.commit()


def _at(work: Work, step: str, id: UUID) -> Dispute:
    """Read the dispute, where its stage allows the step."""
    dispute = work.get(Dispute, id)
    after(DISPUTE_STEPS, step, dispute.stage)
    return dispute


def _last(work: Work, kind: type[R], dispute: UUID) -> R | None:
    found = work.of(kind, dispute)
    return found[-1] if found else None


def _keep(work: Work, old: R | None, new: R) -> None:
    """Keep a record of which there is only one: anew, or in the place of the old one."""
    if old is None:
        work.add(new)
    else:
        work.put(replace(new, id=old.id, version=old.version))  # type: ignore[type-var]


def _lines(said: Iterable[str]) -> tuple[str, ...]:
    return tuple(one.strip() for one in said if one.strip())


def _not_ahead(desk: Desk, day: date) -> None:
    if day > local_day(desk.now()):
        raise Refusal(N_("That day has not come yet. Correct it."))
