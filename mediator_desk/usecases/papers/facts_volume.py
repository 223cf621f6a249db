"""Facts for the papers of the case volume, in the Chinese of the blanks."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from mediator_desk.labels import chinese
from mediator_desk.paper.facts import PartyFacts
from mediator_desk.paper.facts_volume import (
    AttorneyFacts,
    ClosingReportFacts,
    CoverFacts,
    EvidenceFacts,
    IdentityFacts,
    InvestigationFacts,
    MediationRequestFacts,
    RightsNoticeFacts,
    VolumeNoteFacts,
)
from mediator_desk.records.agreement import AgreementForm
from mediator_desk.records.attachment import Attachment, AttachmentKind
from mediator_desk.records.dispute import Outcome
from mediator_desk.records.people import Party, PartyKind, Sex, Side
from mediator_desk.records.volume import Application, Investigation, PowerOfAttorney, VolumeNote
from mediator_desk.rows import CaseFile
from mediator_desk.rows.attachments import evidence_lines
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.volume import VolumeRules
from mediator_desk.usecases.papers.facts import day_words, moment_words, party_facts
from mediator_desk.usecases.papers.facts_after import committee_of

_NAMED = 2  # so many on each side are named in the title of a volume
_MEDIATED = (Outcome.AGREED_WRITTEN, Outcome.AGREED_ORAL, Outcome.AGREED_NOTE)


def volume_no(file: CaseFile) -> str:
    """Give the number of the volume, or else the log number."""
    return file.dispute.volume_no or file.dispute.number


def volume_title(file: CaseFile) -> str:
    """Name a volume: who against whom, and the kind of dispute; many are counted, not named."""
    applicants = [one.name for one in file.parties if one.side is Side.APPLICANT]
    others = [one.name for one in file.parties if one.side is not Side.APPLICANT]
    sides = [_several(one) for one in (applicants, others) if one]
    return f"{'与'.join(sides)}{chinese(file.dispute.category)}"


def mediators_of(file: CaseFile) -> tuple[str, ...]:
    """Name the mediators of all sittings, in the order they first sat; else who has the case."""
    seen = [file.name(one) for sitting in file.sittings for one in sitting.mediators]
    if not seen and file.dispute.mediator is not None:
        seen = [file.name(file.dispute.mediator)]
    return tuple(dict.fromkeys(one for one in seen if one))


def mediated_from(file: CaseFile) -> date | None:
    """Give the day mediation began: the acceptance, or else the first sitting."""
    if file.dispute.accepted_at is not None:
        return local_day(file.dispute.accepted_at)
    return min((local_day(one.held_at) for one in file.sittings), default=None)


def mediated_to(file: CaseFile) -> date | None:
    """Give the day mediation ended: the agreement, or else the last sitting."""
    agreed = [one.agreed_on for one in file.agreements if one.form is not AgreementForm.NOTE]
    sat = [local_day(one.held_at) for one in file.sittings]
    return max(agreed, default=None) or max(sat, default=None)


def retention_words(file: CaseFile, rules: VolumeRules) -> str:
    """Say how long the volume is kept, as in 短期（10年）; nothing before it is filed."""
    if not file.filings:
        return ""
    kept = file.filings[-1].retention
    years = rules.years(kept)
    return chinese(kept) + (f"（{years}年）" if years else "")


def cover_facts(file: CaseFile, rules: VolumeRules, pages: int = 0) -> CoverFacts:
    """Say what cover and back say; what nobody has filed yet stays free."""
    filing = file.filings[-1] if file.filings else None
    return CoverFacts(
        committee_name=committee_of(file),
        volume_title=volume_title(file),
        volume_no=volume_no(file),
        mediators=mediators_of(file),
        mediation_from=mediated_from(file),
        mediation_to=mediated_to(file),
        filed_by="" if filing is None else filing.filed_by,
        filed_on=None if filing is None else filing.filed_on,
        retention_class=retention_words(file, rules),
        remark="" if filing is None else filing.remark,
        pages=str(pages or ""),
    )


def request_facts(file: CaseFile, one: Application) -> MediationRequestFacts:
    """Say what the applicants ask for."""
    return MediationRequestFacts(
        volume_no=volume_no(file),
        committee=committee_of(file),
        applicant=_parties(file, one.applied_on, Side.APPLICANT),
        respondent=_parties(file, one.applied_on, Side.RESPONDENT, Side.THIRD),
        brief=one.brief,
        requests=one.requests,
        date=one.applied_on,
    )


def notice_facts(file: CaseFile, parties: Iterable[Party]) -> RightsNoticeFacts:
    """Say who was told their rights and duties, and when."""
    given_on = file.dispute.notice_given_on
    day = given_on or local_day(file.dispute.logged_at)
    return RightsNoticeFacts(
        volume_no=volume_no(file),
        committee=committee_of(file),
        parties=tuple(party_facts(party, day) for party in parties),
        date=given_on,
    )


def identity_of(file: CaseFile, party: Party) -> tuple[Attachment, ...]:
    """Find what proves who a party is: copies here, and notes of copies on paper."""
    return tuple(
        one
        for one in file.attachments
        if one.kind is AttachmentKind.IDENTITY and one.party == party.id
    )


def identity_facts(file: CaseFile, party: Party) -> IdentityFacts:
    """Say how one party's identity is proved, and where the copies are."""
    proofs = identity_of(file, party)
    scanned = [one for one in proofs if not one.on_paper]
    person = party.kind is PartyKind.PERSON
    usual = "身份证复印件" if person else "营业执照复印件、法定代表人身份证明"
    named = "、".join(dict.fromkeys(one.caption for one in proofs if one.caption))
    return IdentityFacts(
        volume_no=volume_no(file),
        committee=committee_of(file),
        party=party.name,
        role=chinese(party.side),
        copy=named or usual,
        pages=str(sum(one.pages for one in proofs) or ""),
        kept=_kept(proofs, scanned),
        paste=len(scanned) < max(1, len(proofs)),
    )


def _kept(proofs: Sequence[Attachment], scanned: Sequence[Attachment]) -> str:
    """Say where the copies are; where nothing is known yet, one is pasted in."""
    if not proofs:
        return "复印件粘贴于下"
    return "复印件附后" if scanned else "只存纸质复印件，粘贴于下或者附后"


def attorney_facts(file: CaseFile, one: PowerOfAttorney) -> AttorneyFacts:
    """Say whom a party lets act for it."""
    principal = next(party for party in file.parties if party.id == one.party)
    agent = PartyFacts(
        name=one.agent,
        role="受委托人",
        sex="" if one.sex is Sex.UNSAID else chinese(one.sex),
        ethnicity=one.ethnicity,
        age=str(one.signed_on.year - one.birth_year) if one.birth_year else "",
        occupation=one.occupation,
        contact=one.phone,
        address=one.address,
    )
    return AttorneyFacts(
        volume_no=volume_no(file),
        committee=committee_of(file),
        principal=(replace(party_facts(principal, one.signed_on), role="委托人", agent=""),),
        agent=(agent,),
        matter=one.matter or f"代为参加{volume_title(file)}的调解",
        scope=chinese(one.scope),
        term=one.term,
        date=one.signed_on,
    )


def investigation_facts(file: CaseFile, one: Investigation) -> InvestigationFacts:
    """Say what one person was asked and answered."""
    return InvestigationFacts(
        volume_no=volume_no(file),
        committee=committee_of(file),
        time=moment_words(one.held_at),
        place=one.place,
        participants=one.participants,
        respondent=one.asked,
        record=one.record,
        investigators=tuple(file.name(each) for each in one.investigators),
        recorder=one.recorder,
        date=local_day(one.held_at),
    )


def evidence_facts(file: CaseFile) -> EvidenceFacts:
    """List the evidence."""
    rows = [
        (
            str(one.seq),
            one.name,
            "" if one.kind is None else chinese(one.kind),
            one.provider,
            day_words(one.provided_on),
            str(one.pages),
            "原件" if one.original else "复印件",
        )
        for one in evidence_lines(file)
    ]
    return EvidenceFacts(volume_no=volume_no(file), committee=committee_of(file), rows=tuple(rows))


def note_facts(file: CaseFile, one: VolumeNote) -> VolumeNoteFacts:
    """Say what must be known of the volume's condition."""
    return VolumeNoteFacts(
        volume_no=volume_no(file),
        committee=committee_of(file),
        text=one.text,
        filed_by=one.filed_by,
        checked_by=one.checked_by,
        filed_on=one.filed_on,
        checked_on=one.checked_on,
    )


def closing_facts(file: CaseFile) -> ClosingReportFacts:
    """Say what the closing report says; all of it is known already."""
    dispute = file.dispute
    filing = file.filings[-1] if file.filings else None
    filled_on = None if filing is None else filing.filed_on
    return ClosingReportFacts(
        volume_no=volume_no(file),
        filled_on=filled_on,
        unit=committee_of(file),
        handler="、".join(mediators_of(file)),
        accepted_on=None if dispute.accepted_at is None else local_day(dispute.accepted_at),
        closed_on=_handled_on(file),
        people=tuple((one.name, one.address, one.phone) for one in file.parties),
        source=chinese(dispute.source),
        facts=dispute.text,
        process_result=_process(file),
        performance=_performed(file),
        signed_on=filled_on,
    )


def _parties(file: CaseFile, on: date, *sides: Side) -> tuple[PartyFacts, ...]:
    return tuple(party_facts(one, on) for one in file.parties if one.side in sides)


def _several(names: list[str]) -> str:
    """Name a side; many are counted: 王某、李某等60人."""
    if len(names) <= _NAMED:
        return "、".join(names)
    return f"{'、'.join(names[:_NAMED])}等{len(names)}人"


def _handled_on(file: CaseFile) -> date | None:
    """Give the day it was performed or handled, not the day it was signed (domain.md F18)."""
    done = [one.performed_on for one in file.obligations]
    known = [day for day in done if day is not None]
    if done and len(known) == len(done):
        return max(known)
    return None if file.dispute.closed_at is None else local_day(file.dispute.closed_at)


def _process(file: CaseFile) -> str:
    """Tell the sittings and how it ended."""
    said = [
        f"{day_words(local_day(one.held_at))}在{one.place}调解，{chinese(one.result)}。"
        for one in file.sittings
    ]
    outcome = file.dispute.outcome
    if outcome is not Outcome.OPEN:
        said.append(f"处理结果：{chinese(outcome)}。")
    if outcome not in _MEDIATED and file.closings:
        said.append(file.closings[-1].reason)
    return "\n".join(one for one in said if one)


def _performed(file: CaseFile) -> str:
    """Tell each promise and how far it is."""
    said = []
    for one in file.obligations:
        state = f"{day_words(one.performed_on)}已履行" if one.performed_on else "尚未履行"
        said.append(f"{file.name(one.debtor)}{one.what}：{state}。")
    return "\n".join(said)
