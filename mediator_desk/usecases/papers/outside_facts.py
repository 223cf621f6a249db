"""Facts for the papers of a case that stand outside its volume, in the Chinese of the blanks."""

from collections.abc import Iterator
from datetime import date

from mediator_desk.labels import chinese
from mediator_desk.paper.facts_outside import (
    NonAcceptanceFacts,
    PrivacyFacts,
    ReferralFacts,
    SignInFacts,
    UrgingFacts,
)
from mediator_desk.ports import Desk
from mediator_desk.records.attachment import AttachmentKind
from mediator_desk.records.dispute import Outcome, Stage
from mediator_desk.records.ids import PartyId
from mediator_desk.records.people import Party, PartyKind
from mediator_desk.records.performance import Urging
from mediator_desk.records.privacy import PrivacyConsent
from mediator_desk.records.referral import Referral, ReferralWay
from mediator_desk.records.sitting import SittingResult
from mediator_desk.rows import CaseFile
from mediator_desk.rules.amounts import in_figures
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.performance import NOTHING, Part, parts_of
from mediator_desk.rules.privacy import may_be_child
from mediator_desk.usecases.papers.facts import day_words, moment_words, party_facts
from mediator_desk.usecases.papers.facts_after import committee_of, dispute_name, number_of

# The blank knows six reasons; the grounds of the rules are finer. Each with where to turn instead.
_OTHER = ("其他", "可以依法通过仲裁、行政、司法等途径维护自己的合法权益。")
_BY_GROUND = {
    "court": (
        "法院公安或其他行政机关已受理或者解决",
        "人民法院已经受理或者审结，请按照人民法院的程序办理；对裁判不服的，可以依法上诉或者申请再审。",
    ),
    "arbitration": (
        "法院公安或其他行政机关已受理或者解决",
        "仲裁机构已经受理或者裁决，请按照仲裁程序办理；符合法定情形的，可以向人民法院提出。",
    ),
    "authority": (
        "法院公安或其他行政机关已受理或者解决",
        "有关机关已经受理或者解决，请向该机关了解办理情况；对处理决定不服的，可以依法申请行政复议或者提起诉讼。",
    ),
    "police": ("已构成犯罪或治安违法", "请向公安机关报案，由公安机关依法处理。"),
    "special": (
        "只能由专门机关管辖处理或法律法规禁止采用民间调解",
        "请向法律规定的专门机关提出，由其依法处理。",
    ),
    "not_civil": ("不属民间纠纷", "请向有权处理的部门反映，或者依法申请行政复议、提起诉讼。"),
    "refused": (
        "一方当事人不同意",
        "可以与对方另行协商；协商不成的，可以依法申请仲裁或者向人民法院提起诉讼。",
    ),
}
_CONSENTED = "□同意　　□不同意"
_TO_WHOM = "□同意　　□不同意　　接收方、目的、种类：＿＿＿＿＿＿＿＿"
_CHILD = "□同意　　□不同意（监护人签名）"
_SPARE_LINES = 4


def non_acceptance_facts(desk: Desk, file: CaseFile) -> NonAcceptanceFacts:
    """Say why a dispute is not taken up and where to turn instead."""
    turned_away = [one for one in file.closings if one.outcome is Outcome.NOT_ACCEPTED]
    closing = turned_away[-1] if turned_away else None
    why = "" if closing is None else closing.reason
    known = [one for one in desk.books.routing.grounds if why.startswith(one.said.zh)]
    reason, advice = _BY_GROUND.get(known[0].code, _OTHER) if known else _OTHER
    return NonAcceptanceFacts(
        number=file.dispute.number,
        applicant="、".join(party.name for party in file.parties[:1]),
        matter=file.dispute.text,
        reason=reason,
        explained=why,
        advice=advice,
        committee=committee_of(file),
        told_on=None if closing is None else local_day(closing.closed_at),
    )


def referral_facts(file: CaseFile, one: Referral) -> ReferralFacts:
    """Say what a letter of referral says, and what came of it; the result is the dispute's own."""
    ours = committee_of(file)
    came = one.way is ReferralWay.IN
    asked = [file.name(party) for party in one.consented]
    agreement = file.agreements[-1].number if file.agreements else ""
    return ReferralFacts(
        number=file.dispute.volume_no or file.dispute.number,
        sender=one.body if came else ours,
        receiver=ours if came else one.body,
        reference=one.reference or ("" if came else file.dispute.number),
        parties="、".join(party.name for party in file.parties),
        consent=f"是（{'、'.join(asked)}）" if asked else "",
        brief=file.dispute.text,
        reply_by=day_words(one.reply_by),
        result=result_in_boxes(file),
        agreement_no=agreement,
        answer=one.answer,
        contact=one.contact,
        referred_on=one.referred_on,
        answered_on=one.answered_on,
    )


def result_in_boxes(file: CaseFile) -> str:
    """Say by the three boxes of the blank how mediation stands."""
    settled = (Outcome.AGREED_WRITTEN, Outcome.AGREED_ORAL, Outcome.AGREED_NOTE)
    dispute = file.dispute
    if dispute.stage is Stage.AGREED or dispute.outcome in settled:
        return chinese(SittingResult.SUCCEEDED)
    return chinese(SittingResult.TO_BE_CONTINUED if dispute.open else SittingResult.FAILED)


def urging_facts(file: CaseFile) -> Iterator[UrgingFacts]:
    """Say to each party who was urged what it still owes, and by when."""
    for debtor in dict.fromkeys(one.debtor for one in file.obligations):
        urged = [one for one in file.urgings if one.obligation in _owed_by(file, debtor)]
        party = next((one for one in file.parties if one.id == debtor), None)
        if urged and party is not None:
            yield _urging(file, party, urged[-1])


def _urging(file: CaseFile, party: Party, last: Urging) -> UrgingFacts:
    told_on = local_day(last.at)
    effective = [one.effective_on for one in file.agreements if one.effective_on]
    rows = [
        _owed_row(one.what, part)
        for one in file.obligations
        if one.debtor == party.id and one.performed_on is None
        for part in parts_of(one, file.instalments, file.payments, told_on)
        if part.performed_on is None
    ]
    return UrgingFacts(
        agreement_no=number_of(file),
        committee=committee_of(file),
        debtor=party_facts(party, told_on),
        dispute=dispute_name(file),
        effective_on=effective[-1] if effective else None,
        owed=tuple(rows),
        until=last.next_on,
        told_on=told_on,
    )


def _owed_by(file: CaseFile, debtor: PartyId) -> set[object]:
    return {one.id for one in file.obligations if one.debtor == debtor and not one.performed_on}


def _owed_row(what: str, part: Part) -> tuple[str, ...]:
    promised = "" if part.amount is None else in_figures(part.amount)
    paid = in_figures(part.paid) if part.paid > NOTHING else ""
    rest = in_figures(part.rest) if part.amount is not None else ""
    return (what, day_words(part.due_on), promised, paid, rest)


def privacy_facts(desk: Desk, file: CaseFile, party: Party, on: date) -> PrivacyFacts:
    """Say what a party is told; a consent that was recorded is filled in, others are boxes."""
    said = [one for one in file.privacy_consents if one.party == party.id]
    last = said[-1] if said else None
    phone = desk.person.phone or "＿＿＿＿＿＿＿＿"
    return PrivacyFacts(
        number=file.dispute.volume_no or file.dispute.number,
        handler=f"{committee_of(file)}（联系电话：{phone}）",
        party=party_facts(party, on if last is None else last.told_on),
        identity_copy=_identity(file, party, last),
        referral=_sharing(last),
        child=_child(party, on, last),
        told_on=None if last is None else last.told_on,
    )


def people_told(file: CaseFile) -> tuple[Party, ...]:
    """Name the parties whose personal data are kept: human beings."""
    return tuple(one for one in file.parties if one.kind is PartyKind.PERSON)


def _identity(file: CaseFile, party: Party, last: PrivacyConsent | None) -> str:
    copies = [
        one
        for one in file.attachments
        if one.kind is AttachmentKind.IDENTITY and one.party == party.id and one.consent_on
    ]
    if last is None and not copies:
        return _CONSENTED
    if last is not None and last.taken_back_on is not None:
        return f"已于{day_words(last.taken_back_on)}撤回"
    return "同意" if copies or (last is not None and last.identity_copy) else "不同意"


def _sharing(last: PrivacyConsent | None) -> str:
    if last is None:
        return _TO_WHOM
    if last.taken_back_on is not None:
        return f"已于{day_words(last.taken_back_on)}撤回"
    if not last.shared_with:
        return "不同意"
    names = "、".join(last.shared_with)
    return f"同意。接收方：{names}；目的：办理本纠纷；种类：姓名、联系方式、住址、纠纷情况"


def _child(party: Party, on: date, last: PrivacyConsent | None) -> str:
    if last is not None and last.guardian:
        return f"同意（监护人：{last.guardian}）"
    return _CHILD if may_be_child(party.birth_year, on) else ""


def sitting_sheet_facts(file: CaseFile) -> SignInFacts:
    """Name everybody who is expected at the table, with a few lines for others."""
    last = file.sittings[-1] if file.sittings else None
    rows = [(party.name, chinese(party.side), party.phone) for party in file.parties]
    rows += [
        (party.agent, "委托代理人", party.agent_phone) for party in file.parties if party.agent
    ]
    mediators = (file.dispute.mediator,) if last is None else last.mediators
    rows += [(file.name(one), "人民调解员", "") for one in mediators if file.name(one)]
    rows += [(one, "参加人", "") for one in (last.invited if last else ())]
    rows += [(last.recorder, "记录人", "")] if last is not None and last.recorder else []
    return SignInFacts(
        number=file.dispute.volume_no or file.dispute.number,
        matter=dispute_name(file),
        time="" if last is None else moment_words(last.held_at),
        place="" if last is None else last.place,
        lines=numbered(rows, spare=_SPARE_LINES),
        body=committee_of(file),
    )


def numbered(rows: list[tuple[str, str, str]], *, spare: int) -> tuple[tuple[str, ...], ...]:
    """Number the lines of a sheet to sign, with some free ones at its end."""
    whole = [*rows, *[("", "", "")] * spare]
    return tuple((str(at), *row, "") for at, row in enumerate(whole, 1))
