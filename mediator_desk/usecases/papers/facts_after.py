"""Facts for the papers after an agreement, or instead of one, in the Chinese of the blanks."""

from dataclasses import replace

from mediator_desk.labels import chinese
from mediator_desk.paper.facts_after import (
    ApplicationFacts,
    EndingFacts,
    NoteFacts,
    ReceiptFacts,
    RiskFacts,
    VisitFacts,
)
from mediator_desk.records.agreement import Agreement
from mediator_desk.records.care import RiskReport, UndisputedFacts
from mediator_desk.records.confirmation import Confirmation
from mediator_desk.records.dispute import Outcome
from mediator_desk.records.follow_up import FollowUp, Satisfaction
from mediator_desk.records.performance import Payment
from mediator_desk.rows import CaseFile
from mediator_desk.rules.amounts import in_capitals, in_figures
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases.papers.facts import (
    moment_words,
    obligation_facts,
    party_facts,
)

# The blank of F19 knows five reasons; ours are finer.
_REASONS = {
    Outcome.REFUSED: "一方拒绝或者放弃调解",
    Outcome.WITHDRAWN: "一方拒绝或者放弃调解",
    Outcome.FAILED: "无法达成协议",
    Outcome.REFERRED: "发生特定事由不能进行",
}


def receipt_facts(file: CaseFile, payment: Payment) -> ReceiptFacts | None:
    """Say what a receipt says; a payment whose promise was put aside has none."""
    owed = {one.id: one for one in file.obligations}.get(payment.obligation)
    if owed is None:
        return None
    return ReceiptFacts(
        agreement_no=number_of(file),
        committee=committee_of(file),
        payer=file.name(owed.debtor),
        payee=file.name(owed.creditor),
        amount=f"{in_figures(payment.amount)}元",
        amount_in_words=in_capitals(payment.amount),
        reason=owed.what,
        paid_by=chinese(payment.paid_by),
        paid_on=payment.paid_on,
        proof=payment.proof,
    )


def visit_facts(file: CaseFile, visit: FollowUp) -> VisitFacts:
    """Say what the record of a visit says: performance, satisfaction, and what may be brewing."""
    lines = [visit.situation]
    lines.append("协议履行情况：" + ("已按约定履行。" if visit.performed else "尚未按约定履行。"))
    if visit.satisfaction is not Satisfaction.UNASKED:
        lines.append(f"当事人评价：{chinese(visit.satisfaction)}。")
    if visit.risk:
        lines.append(f"隐患和苗头：{visit.risk}")
    return VisitFacts(
        agreement_no=number_of(file),
        committee=committee_of(file),
        parties=visit.visited or "、".join(party.name for party in file.parties),
        cause=dispute_name(file),
        visited_on=visit.visited_on,
        situation="\n".join(lines),
    )


def application_facts(
    file: CaseFile, agreement: Agreement, one: Confirmation | None
) -> ApplicationFacts:
    """Say what both parties ask the court for; without a court chosen its place stays free."""
    accepted_at = file.dispute.accepted_at
    return ApplicationFacts(
        agreement_no=agreement.number,
        committee=committee_of(file),
        parties=tuple(
            replace(party_facts(party, agreement.agreed_on), role="申请人")
            for party in file.parties
        ),
        dispute=dispute_name(file),
        agreed_on=agreement.agreed_on,
        effective_on=agreement.effective_on,
        terms=tuple(line.strip() for line in agreement.terms.splitlines() if line.strip()),
        court="＿＿＿＿＿＿人民法院" if one is None else one.court,
        mediators=agreement.mediator,
        accepted_on=None if accepted_at is None else local_day(accepted_at),
        obligations=tuple(
            obligation_facts(file, each)
            for each in file.obligations
            if each.agreement == agreement.id
        ),
        signed_on=None if one is None else one.applied_on,
    )


def ending_facts(file: CaseFile, undisputed: UndisputedFacts | None = None) -> EndingFacts:
    """Say how mediation ended without an agreement, and what nobody disputes."""
    dispute = file.dispute
    closing = file.closings[-1] if file.closings else None
    ended_on = None if closing is None else local_day(closing.closed_at)
    return EndingFacts(
        volume_no=dispute.volume_no or dispute.number,
        committee=committee_of(file),
        parties=tuple(party_facts(party, local_day(dispute.logged_at)) for party in file.parties),
        dispute=dispute_name(file),
        accepted_on=local_day(dispute.accepted_at or dispute.logged_at),
        ended_on=ended_on,
        sittings=f"{len(file.sittings)}次",
        reason=_REASONS.get(dispute.outcome, "其他"),
        why="" if closing is None else closing.reason,
        mediators=file.name(dispute.mediator),
        facts="" if undisputed is None else undisputed.facts,
        signed_on=ended_on if undisputed is None else undisputed.signed_on,
    )


def note_facts(file: CaseFile, agreement: Agreement) -> NoteFacts:
    """Say what a consultation note says."""
    return NoteFacts(
        number=agreement.number,
        team="" if file.team is None else file.team.name,
        parties=tuple(party_facts(party, agreement.agreed_on) for party in file.parties),
        facts_and_issues=agreement.facts,
        terms=tuple(line.strip() for line in agreement.terms.splitlines() if line.strip()),
        performance=agreement.performance,
        signed_on=agreement.agreed_on,
        obligations=tuple(
            obligation_facts(file, one) for one in file.obligations if one.agreement == agreement.id
        ),
    )


def risk_facts(file: CaseFile, report: RiskReport) -> RiskFacts:
    """Say what the report of a risk says."""
    return RiskFacts(
        case_no=file.dispute.number,
        team="" if file.team is None else file.team.name,
        level=chinese(report.level),
        parties="、".join(party.name for party in file.parties),
        place=file.place,
        signs=report.signs,
        measures=report.measures,
        reported_to=report.reported_to,
        reported_at=moment_words(report.reported_at),
        received_by=report.received_by,
        means=report.means,
        handled=report.handled,
        signed_on=local_day(report.reported_at),
    )


def number_of(file: CaseFile) -> str:
    """Give the number of the last agreement, or else of the case."""
    if file.agreements and file.agreements[-1].number:
        return file.agreements[-1].number
    return file.dispute.volume_no or file.dispute.number


def committee_of(file: CaseFile) -> str:
    """Name the committee, or the team where there is none."""
    if file.committee is not None:
        return file.committee.name
    return "" if file.team is None else file.team.name


def dispute_name(file: CaseFile) -> str:
    """Name a dispute as volumes do: 张三与李四邻里纠纷."""
    names = "与".join(party.name for party in file.parties[:2])
    return f"{names}{chinese(file.dispute.category)}"
