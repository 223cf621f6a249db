"""Whole files: one dispute or one whistle with all that belongs to it."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import Connection, select

from db import contents
from db.clashes import read_clashes
from db.lines import place_words
from db.listing import COLUMNS, PERSON, rows_from
from db.tables import RECORD_TABLES
from db.work import find_record, get_record, read_all
from mediator_desk.records import R
from mediator_desk.records.agreement import Agreement, Obligation
from mediator_desk.records.attachment import Attachment
from mediator_desk.records.care import Recusal, RiskReport, UndisputedFacts
from mediator_desk.records.case_marks import CaseMarks
from mediator_desk.records.clocks import Extension, Pause
from mediator_desk.records.confirmation import Confirmation
from mediator_desk.records.council import AgendaTopic
from mediator_desk.records.dispute import Dispute
from mediator_desk.records.follow_up import Closing, Deadline, FollowUp, Note, Reopening
from mediator_desk.records.issued_paper import IssuedPaper, SignedPage
from mediator_desk.records.people import Party, Person
from mediator_desk.records.performance import Amendment, Instalment, Lawsuit, Payment, Urging
from mediator_desk.records.privacy import PrivacyConsent
from mediator_desk.records.referral import Referral
from mediator_desk.records.sitting import Consent, Sitting
from mediator_desk.records.team import Committee, Station, Team
from mediator_desk.records.volume import (
    Application,
    Filing,
    Investigation,
    PowerOfAttorney,
    VolumeNote,
)
from mediator_desk.records.whistle import Whistle, WhistleStep
from mediator_desk.rows import CaseFile, DisputeRow, WhistleFile


def case_file(connection: Connection, id: UUID) -> CaseFile:
    """Read one dispute whole. Raises ``NotFound``."""
    dispute = get_record(connection, Dispute, id)
    team = find_record(connection, Team, dispute.team)
    committee = dispute.committee or (team.committee if team else None)
    attachments = children(connection, Attachment, id)
    return CaseFile(
        dispute=dispute,
        place=_place(connection, dispute),
        team=team,
        committee=find_record(connection, Committee, committee),
        parties=children(connection, Party, id),
        consents=children(connection, Consent, id),
        sittings=children(connection, Sitting, id),
        agreements=children(connection, Agreement, id),
        obligations=children(connection, Obligation, id),
        instalments=children(connection, Instalment, id),
        payments=children(connection, Payment, id),
        amendments=children(connection, Amendment, id),
        urgings=children(connection, Urging, id),
        lawsuits=children(connection, Lawsuit, id),
        confirmations=children(connection, Confirmation, id),
        recusals=children(connection, Recusal, id),
        risk_reports=children(connection, RiskReport, id),
        marks=next(reversed(children(connection, CaseMarks, id)), None),
        undisputed=children(connection, UndisputedFacts, id),
        applications=children(connection, Application, id),
        powers=children(connection, PowerOfAttorney, id),
        investigations=children(connection, Investigation, id),
        volume_notes=children(connection, VolumeNote, id),
        filings=children(connection, Filing, id),
        referrals=children(connection, Referral, id),
        privacy_consents=children(connection, PrivacyConsent, id),
        follow_ups=children(connection, FollowUp, id),
        closings=children(connection, Closing, id),
        reopenings=children(connection, Reopening, id),
        notes=children(connection, Note, id),
        deadlines=children(connection, Deadline, id),
        extensions=children(connection, Extension, id),
        pauses=children(connection, Pause, id),
        attachments=attachments,
        on_their_way=_on_their_way(connection, id, attachments),
        issued_papers=children(connection, IssuedPaper, id),
        signed_pages=children(connection, SignedPage, id),
        whistles=read_all(connection, Whistle, RECORD_TABLES["whistle"].c.dispute == str(id)),
        agenda_topic=find_record(connection, AgendaTopic, dispute.agenda_topic),
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
        steps=children(connection, WhistleStep, id),
        deadlines=children(connection, Deadline, id),
        extensions=children(connection, Extension, id),
        pauses=children(connection, Pause, id),
        notes=children(connection, Note, id),
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


def children(connection: Connection, kind: type[R], owner: UUID) -> tuple[R, ...]:
    """Read the records that belong to another, oldest first."""
    return read_all(connection, kind, RECORD_TABLES[kind.TABLE].c[kind.OWNER] == str(owner))


def _on_their_way(
    connection: Connection, about: UUID, found: Collection[Attachment]
) -> Mapping[str, str]:
    """Name the bytes that did not come yet, each with the station of who attached it."""
    late: dict[str, str] = {}
    here = contents.here(connection, about) if found else frozenset()
    for one in found:
        if one.sha256 and one.sha256 not in here:
            person = find_record(connection, Person, one.by)
            station = None if person is None else find_record(connection, Station, person.station)
            late[one.sha256] = "" if station is None else station.name
    return late


def _place(connection: Connection, dispute: Dispute) -> str:
    """Say where a dispute is: estate, building, unit."""
    row = connection.execute(
        select(RECORD_TABLES["dispute"]).where(RECORD_TABLES["dispute"].c.id == str(dispute.id))
    ).one()
    return place_words(connection, row)
