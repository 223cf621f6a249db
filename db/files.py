"""Whole files: one dispute, one agenda topic or one whistle with all that belongs to it."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import Connection, select

from db.clashes import read_clashes
from db.lines import place_words
from db.listing import COLUMNS, PERSON, rows_from
from db.tables import RECORD_TABLES
from db.work import find_record, get_record, read_all
from mediator_desk.records import R
from mediator_desk.records.agreement import Agreement, Obligation
from mediator_desk.records.care import Recusal, RiskReport, UndisputedFacts
from mediator_desk.records.clocks import Extension, Pause
from mediator_desk.records.confirmation import Confirmation
from mediator_desk.records.council import AgendaTopic, Meeting
from mediator_desk.records.council_fate import OthersDecision, TopicReopening
from mediator_desk.records.dispute import Dispute
from mediator_desk.records.follow_up import Closing, Deadline, FollowUp, Note, Reopening
from mediator_desk.records.people import Party
from mediator_desk.records.performance import Amendment, Instalment, Lawsuit, Payment, Urging
from mediator_desk.records.sitting import Consent, Sitting
from mediator_desk.records.team import Committee, Team
from mediator_desk.records.whistle import Whistle, WhistleStep
from mediator_desk.rows import CaseFile, DisputeRow, TopicFile, WhistleFile


def case_file(connection: Connection, id: UUID) -> CaseFile:
    """Read one dispute whole. Raises ``NotFound``."""
    dispute = get_record(connection, Dispute, id)
    team = find_record(connection, Team, dispute.team)
    committee = dispute.committee or (team.committee if team else None)
    return CaseFile(
        dispute=dispute,
        place=_place(connection, dispute),
        team=team,
        committee=find_record(connection, Committee, committee),
        parties=_of(connection, Party, id),
        consents=_of(connection, Consent, id),
        sittings=_of(connection, Sitting, id),
        agreements=_of(connection, Agreement, id),
        obligations=_of(connection, Obligation, id),
        instalments=_of(connection, Instalment, id),
        payments=_of(connection, Payment, id),
        amendments=_of(connection, Amendment, id),
        urgings=_of(connection, Urging, id),
        lawsuits=_of(connection, Lawsuit, id),
        confirmations=_of(connection, Confirmation, id),
        recusals=_of(connection, Recusal, id),
        risk_reports=_of(connection, RiskReport, id),
        undisputed=_of(connection, UndisputedFacts, id),
        follow_ups=_of(connection, FollowUp, id),
        closings=_of(connection, Closing, id),
        reopenings=_of(connection, Reopening, id),
        notes=_of(connection, Note, id),
        deadlines=_of(connection, Deadline, id),
        extensions=_of(connection, Extension, id),
        pauses=_of(connection, Pause, id),
        whistles=read_all(connection, Whistle, RECORD_TABLES["whistle"].c.dispute == str(id)),
        agenda_topic=find_record(connection, AgendaTopic, dispute.agenda_topic),
        people=people_names(connection),
        clashes=read_clashes(connection, id),
    )


def topic_file(connection: Connection, id: UUID) -> TopicFile:
    """Read one agenda topic whole. Raises ``NotFound``."""
    topic = get_record(connection, AgendaTopic, id)
    disputes = RECORD_TABLES["dispute"]
    ids = connection.scalars(
        select(disputes.c.id).where(disputes.c.agenda_topic == str(id), ~disputes.c.gone)
    ).all()
    return TopicFile(
        topic=topic,
        place=topic.place,
        disputes=dispute_rows(connection, ids),
        meetings=_of(connection, Meeting, id),
        decisions=_of(connection, OthersDecision, id),
        reopenings=_of(connection, TopicReopening, id),
        notes=_of(connection, Note, id),
        deadlines=_of(connection, Deadline, id),
        extensions=_of(connection, Extension, id),
        pauses=_of(connection, Pause, id),
        whistles=read_all(connection, Whistle, RECORD_TABLES["whistle"].c.agenda_topic == str(id)),
        people=people_names(connection),
        clashes=read_clashes(connection, id),
    )


def whistle_file(connection: Connection, id: UUID) -> WhistleFile:
    """Read one whistle whole. Raises ``NotFound``."""
    whistle = get_record(connection, Whistle, id)
    rows = dispute_rows(connection, [str(whistle.dispute)] if whistle.dispute else [])
    return WhistleFile(
        whistle=whistle,
        place=whistle.place,
        steps=_of(connection, WhistleStep, id),
        deadlines=_of(connection, Deadline, id),
        extensions=_of(connection, Extension, id),
        pauses=_of(connection, Pause, id),
        notes=_of(connection, Note, id),
        dispute=rows[0] if rows else None,
        team=find_record(connection, Team, whistle.team),
        people=people_names(connection),
        clashes=read_clashes(connection, id),
    )


def dispute_rows(connection: Connection, ids: Collection[str]) -> tuple[DisputeRow, ...]:
    """Read the list lines of some disputes, newest first."""
    asked = ", ".join("?" for _id in ids)
    found = connection.exec_driver_sql(
        f"SELECT {COLUMNS} FROM line {PERSON} WHERE line.id IN ({asked}) ORDER BY line.n DESC",
        tuple(ids),
    )
    return rows_from(found)


def people_names(connection: Connection) -> Mapping[UUID, str]:
    """Name every person known here."""
    person = RECORD_TABLES["person"]
    found = connection.execute(select(person.c.id, person.c.name))
    return {UUID(row.id): row.name for row in found}


def _of(connection: Connection, kind: type[R], owner: UUID) -> tuple[R, ...]:
    """Read the records that belong to another, oldest first."""
    return read_all(connection, kind, RECORD_TABLES[kind.TABLE].c[kind.OWNER] == str(owner))


def _place(connection: Connection, dispute: Dispute) -> str:
    """Say where a dispute is: estate, building, unit."""
    row = connection.execute(
        select(RECORD_TABLES["dispute"]).where(RECORD_TABLES["dispute"].c.id == str(dispute.id))
    ).one()
    return place_words(connection, row)
