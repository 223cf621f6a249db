"""Facts for the papers: whole files of the desk become the plain Chinese words of the blanks."""

from datetime import date, datetime

from mediator_desk.labels import chinese
from mediator_desk.paper.facts import (
    AcceptanceFacts,
    AgreementFacts,
    ObligationFacts,
    PartyFacts,
    RecordFacts,
    TopicFacts,
)
from mediator_desk.ports import Desk
from mediator_desk.records.agreement import Agreement, Obligation
from mediator_desk.records.dispute import CaseSource
from mediator_desk.records.people import Authority, Party, PartyKind, Sex
from mediator_desk.records.place import Level
from mediator_desk.records.sitting import Sitting
from mediator_desk.rows import CaseFile, TopicFile
from mediator_desk.rules.amounts import in_capitals, in_figures
from mediator_desk.rules.durations import CHINA, end_of_day, local_day

# The blank has two boxes; where a case came from is kept finer (domain.md finding 9).
_ON_APPLICATION = (CaseSource.APPLICATION, CaseSource.HOTLINE, CaseSource.PETITION)
_PRINTED_SOURCES = ("当事人申请", "人民调解委员会主动调解")
_OFFICES = {"街道": "街道办事处", "镇": "镇人民政府", "乡": "乡人民政府"}


def acceptance_facts(file: CaseFile, accepted_at: datetime) -> AcceptanceFacts:
    """Say what the acceptance register says."""
    on_application = file.dispute.source in _ON_APPLICATION
    return AcceptanceFacts(
        volume_no=file.dispute.volume_no,
        accepted_on=local_day(accepted_at),
        committee=_committee(file),
        party_names=tuple(party.name for party in file.parties),
        dispute_category=chinese(file.dispute.category),
        case_source=_PRINTED_SOURCES[0 if on_application else 1],
        brief=file.dispute.text,
    )


def record_facts(file: CaseFile, sitting: Sitting) -> RecordFacts:
    """Say what the record of one sitting says; only who was present signs it."""
    held_on = local_day(sitting.held_at)
    present = [party for party in file.parties if party.id in sitting.present]
    return RecordFacts(
        volume_no=file.dispute.volume_no,
        committee=_committee(file),
        time=moment_words(sitting.held_at),
        place=sitting.place,
        parties=tuple(party_facts(party, held_on) for party in present),
        participants="、".join(sitting.invited),
        record=sitting.record,
        result=chinese(sitting.result),
        mediators=tuple(file.name(one) for one in sitting.mediators),
        recorder=sitting.recorder,
        signed_on=held_on,
    )


def agreement_facts(file: CaseFile, agreement: Agreement) -> AgreementFacts:
    """Say what a written agreement, or the register of an oral one, says."""
    terms = tuple(line.strip() for line in agreement.terms.splitlines() if line.strip())
    return AgreementFacts(
        agreement_no=agreement.number,
        committee=_committee(file),
        parties=tuple(party_facts(party, agreement.agreed_on) for party in file.parties),
        facts_and_issues=agreement.facts,
        terms=terms,
        performance=agreement.performance,
        obligations=tuple(
            obligation_facts(file, one) for one in file.obligations if one.agreement == agreement.id
        ),
        mediators=(agreement.mediator,) if agreement.mediator else (),
        recorder=agreement.recorder,
        signed_on=agreement.agreed_on,
    )


def topic_facts(desk: Desk, file: TopicFile) -> TopicFacts:
    """Say what the registration of a council topic says."""
    topic = file.topic
    return TopicFacts(
        topic_no=topic.number,
        title=topic.title,
        source=chinese(topic.source),
        proposed_on=topic.proposed_on,
        estate=topic.place or division_words(desk, topic.division),
        households=str(topic.households or ""),
        stakeholders=topic.stakeholders,
        content=topic.content,
        suggestion=topic.suggestion,
        decision_body=chinese(topic.decision_body),
        planned_on=topic.planned_on,
        screen_opinion=topic.screen_opinion,
        community=community_words(desk, topic.division),
    )


def party_facts(party: Party, on: date) -> PartyFacts:
    """Say who a party is, with the age on the day of the paper."""
    authority = party.agent_authority
    agent = party.agent
    if agent and authority is not Authority.NONE:
        agent = f"{agent}（{chinese(authority)}）"
    return PartyFacts(
        name=party.name,
        role=chinese(party.side),
        organisation=party.kind is PartyKind.ORGANISATION,
        sex="" if party.sex is Sex.UNSAID else chinese(party.sex),
        ethnicity=party.ethnicity,
        age=str(on.year - party.birth_year) if party.birth_year else "",
        occupation=party.occupation,
        contact=party.phone,
        address=party.address,
        legal_representative=party.legal_representative,
        legal_representative_post=party.representative_post,
        agent=agent,
    )


def day_words(on: date | None) -> str:
    """Write a day as papers do: 2026年11月23日."""
    return "" if on is None else f"{on.year}年{on.month}月{on.day}日"


def moment_words(at: datetime) -> str:
    """Write a moment as papers do; the end of a day is that day."""
    here = at.astimezone(CHINA)
    return f"{day_words(here.date())} {here:%H:%M}"


def limit_words(due_at: datetime) -> str:
    """Write a limit: a moment, or the last day when it lasts until its 24:00."""
    last = local_day(due_at).toordinal() - 1
    day = date.fromordinal(last)
    return day_words(day) if end_of_day(day) == due_at else moment_words(due_at)


def division_words(desk: Desk, division: str) -> str:
    """Name a division of the directory, or a place we added."""
    known = desk.books.divisions.get(division)
    if known is not None:
        return known.name
    return next((one.name for one in desk.queries.added_places() if str(one.id) == division), "")


def street_office(desk: Desk, division: str) -> str:
    """Name the office that seals a whistle: the street's, or the township's government."""
    name = place_above(desk, division, Level.STREET)
    for ending, office in _OFFICES.items():
        if name.endswith(ending):
            return name.removesuffix(ending) + office
    return name


def community_words(desk: Desk, division: str) -> str:
    """Name the residents' committee that seals a topic."""
    name = place_above(desk, division, Level.COMMUNITY)
    return f"{name}居民委员会" if name.endswith("社区") else name


def place_above(desk: Desk, division: str, level: Level) -> str:
    """Name the place of this level that a division stands in; itself when none is known."""
    added = {str(one.id): one for one in desk.queries.added_places()}
    code = division
    while code:
        place = added.get(code) or desk.books.divisions.get(code)
        if place is None:
            break
        if place.level is level:
            return place.name
        code = added[code].under if code in added else desk.books.divisions[code].parent
    return division_words(desk, division)


def _committee(file: CaseFile) -> str:
    """Name the committee, or nothing when the team has none."""
    return "" if file.committee is None else file.committee.name


def obligation_facts(file: CaseFile, one: Obligation) -> ObligationFacts:
    """Say who does what by when, with the sum in figures and in capital characters."""
    return ObligationFacts(
        who=file.name(one.debtor),
        what=one.what,
        due=day_words(one.due_on) or day_words(one.performed_on),
        amount="" if one.amount is None else in_figures(one.amount),
        amount_in_words="" if one.amount is None else in_capitals(one.amount),
    )
