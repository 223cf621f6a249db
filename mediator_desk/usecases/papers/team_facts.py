"""Facts for a team's own papers: sweeps, handovers, claims of awards."""

from datetime import date
from decimal import Decimal

from mediator_desk.labels import chinese
from mediator_desk.paper.facts_outside import AwardClaimFacts, HandoverFacts, SweepFacts
from mediator_desk.paper.volume import pages_of_volume
from mediator_desk.ports import Desk
from mediator_desk.records.agreement import AgreementForm
from mediator_desk.records.award import AwardLine
from mediator_desk.records.dispute import Outcome
from mediator_desk.records.team import Committee, Team
from mediator_desk.refusals import NotFound
from mediator_desk.rows import CaseFile, DisputeRow
from mediator_desk.rows.team_work import AwardFile, HandoverFile, SweepFile, SweptDispute
from mediator_desk.rules.amounts import in_capitals, in_figures
from mediator_desk.rules.volume_check import lacking_papers
from mediator_desk.usecases.awards.cases import performed
from mediator_desk.usecases.papers.facts import community_words, day_words, limit_words
from mediator_desk.usecases.papers.facts_volume import retention_words
from mediator_desk.usecases.papers.sort import PaperName

_NIL = "本期无矛盾纠纷"
_FORMS = {
    AgreementForm.WRITTEN: "书面",
    AgreementForm.ORAL: "口头",
    AgreementForm.NOTE: "纪要",
}
_SETTLED = (Outcome.AGREED_WRITTEN, Outcome.AGREED_ORAL)


def sweep_facts(desk: Desk, file: SweepFile) -> SweepFacts:
    """Say what a sweep found: the disputes logged in its days, and nothing typed again."""
    sweep = file.sweep
    return SweepFacts(
        number=sweep.number,
        unit=_unit(file.team),
        period=_period(sweep.first_on, sweep.last_on),
        nil="" if file.disputes else _NIL,
        times=f"{sweep.times}次",
        found=f"{len(file.disputes)}件",
        lines=tuple(_swept(one) for one in file.disputes),
        note=sweep.note,
        filler=file.people.get(sweep.by, ""),
        community="" if file.team is None else community_words(desk, file.team.division),
        filed_on=sweep.filed_on,
    )


def _swept(one: SweptDispute) -> tuple[str, ...]:
    row = one.row
    measures = one.measures or ("" if not row.route else chinese(row.route))
    return (
        _title(row),
        "、".join(row.parties),
        str(one.people or ""),
        "" if one.level is None else chinese(one.level),
        measures,
        row.mediator_name,
        "" if row.due_at is None else limit_words(row.due_at),
        chinese(row.stage),
    )


def handover_facts(desk: Desk, file: HandoverFile) -> HandoverFacts:
    """Say which volumes change hands; pages and retention are those of the bound volumes."""
    handover = file.handover
    return HandoverFacts(
        number=handover.number,
        committee=_body(desk, file.team),
        giver=file.people.get(handover.giver, ""),
        taker=file.people.get(handover.taker, ""),
        supervisor=handover.supervisor,
        reason=handover.reason,
        count=f"{len(file.disputes)}卷",
        lines=tuple(_volume(desk, row) for row in file.disputes),
        handed_on=handover.handed_on,
    )


def _volume(desk: Desk, row: DisputeRow) -> tuple[str, ...]:
    open_matter = "" if row.outcome is not Outcome.OPEN else chinese(row.stage)
    if open_matter and row.due_at is not None:
        open_matter = f"{open_matter}，{limit_words(row.due_at)}到期"
    case = desk.queries.case_file(row.id)
    kept = retention_words(case, desk.books.volume)
    return (
        row.volume_no or row.number,
        _title(row),
        _bound_pages(desk, case),
        kept,
        open_matter or "无",
    )


def _bound_pages(desk: Desk, case: CaseFile) -> str:
    """Count the pages of the volume as it was issued last.

    Nothing where it never was, or its bytes are still on their way from another station.
    """
    bound = [one for one in case.issued_papers if one.paper == PaperName.VOLUME.value]
    last = max(bound, key=lambda one: (one.issued_at, one.id), default=None)
    if last is None:
        return ""
    try:
        return str(pages_of_volume(desk.queries.content(last.sha256)))
    except NotFound:
        return ""


def award_claim_facts(desk: Desk, file: AwardFile) -> AwardClaimFacts:
    """Say what is claimed for which case and whom; the sums are those that were drafted."""
    claim = file.claim
    total = sum((one.amount for one in file.lines), Decimal(0))
    known = {one.name: one.title.zh for one in desk.books.awards.schemes}
    return AwardClaimFacts(
        number=claim.number,
        committee=_body(desk, file.team),
        period=_period(claim.first_on, claim.last_on),
        scheme=known.get(claim.scheme, claim.scheme),
        lines=tuple(_award(desk, file, one) for one in file.lines),
        total=in_figures(total),
        total_in_words=in_capitals(total),
        committee_opinion=_opinion(claim.committee_opinion, day_words(claim.committee_on)),
        office_opinion=_opinion(claim.office_opinion, day_words(claim.office_on)),
        bureau_opinion=_opinion(claim.bureau_opinion, day_words(claim.bureau_on)),
        paid=day_words(claim.paid_on),
        claimant=file.people.get(claim.drafted_by, ""),
        drafted_on=claim.drafted_on,
    )


def _award(desk: Desk, file: AwardFile, line: AwardLine) -> tuple[str, ...]:
    case = desk.queries.case_file(line.dispute)
    form = case.agreements[-1].form if case.agreements else None
    settled = case.dispute.outcome in _SETTLED
    return (
        case.dispute.volume_no or case.dispute.number,
        chinese(case.dispute.category),
        chinese(line.award_class),
        "" if form is None else _FORMS[form],
        "调解成功" if settled else chinese(case.dispute.outcome),
        "是" if performed(case) else "否",
        "否" if lacking_papers(desk.books.volume, case) else "是",
        file.people.get(line.mediator, ""),
        f"{line.share}%",
        in_figures(line.amount),
    )


def _opinion(words: str, on: str) -> str:
    return f"{words}　{on}".strip() if words else ""


def _period(first: date, last: date) -> str:
    return f"{day_words(first)}至{day_words(last)}"


def _title(row: DisputeRow) -> str:
    return row.title or row.text[:24]


def _unit(team: Team | None) -> str:
    return "" if team is None else team.name


def _body(desk: Desk, team: Team | None) -> str:
    """Name the committee the team works for, or else the team."""
    committee: Committee | None = desk.committee
    if team is not None and committee is not None and team.committee == committee.id:
        return committee.name
    return _unit(team)
