"""The questions windows and commands ask; each opens and ends its own short reading."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, or_, select, text

from db import council_files, files, listing
from db.case_records import CaseRecordQueries
from db.clashes import read_clashes
from db.gathering import gatherings
from db.ledger_cases import LedgerQueries
from db.routing import decided, overrides
from db.statistics import FigureQueries
from db.sync.peers import past_cards, peer_cards
from db.tables import RECORD_TABLES, bundle, peer, shelf, tray
from db.team_work import TeamWorkQueries
from db.today import today
from db.votes import vote_file, vote_rows
from db.work import read_all
from mediator_desk.records.council_meeting import Meeting
from mediator_desk.records.council_member import CouncilMember
from mediator_desk.records.entry import Json
from mediator_desk.records.ids import DisputeId, WhistleId
from mediator_desk.records.people import Person
from mediator_desk.records.place import Level, Place
from mediator_desk.records.rule_file import RuleFile
from mediator_desk.records.whistle import WhistleState
from mediator_desk.refusals import NotFound
from mediator_desk.rows import (
    BundleRow,
    CaseFile,
    Chip,
    Clash,
    DisputeFilter,
    DisputeRow,
    Gathering,
    LikenessProbe,
    LikenessRow,
    MeetingFile,
    OverrideRow,
    PeerRow,
    TodayRow,
    TopicFile,
    TopicRow,
    VoteFile,
    VoteRow,
    WhistleFile,
    WhistleRow,
)
from mediator_desk.rules.gathering import GatheringRules
from mediator_desk.rules.learner import Decided
from mediator_desk.words import N_

# The return window is no clock to keep: when it shuts, nothing is late.
_WHISTLES = """
SELECT whistle.*, deadline.due_at, deadline.rule AS due_rule,
 deadline.rule_set AS due_rule_set FROM whistle
LEFT JOIN deadline ON deadline.id = (
  SELECT id FROM deadline WHERE subject = whistle.id AND met_at IS NULL AND NOT called_off
   AND NOT gone AND rule <> 'D08.return' ORDER BY due_at LIMIT 1)
WHERE NOT whistle.gone ORDER BY whistle.id DESC
"""

_CHIPS = "SELECT key, count FROM chip WHERE dimension = ? AND count > 0"

_ALIKE = """
SELECT DISTINCT dispute.id FROM dispute LEFT JOIN party ON party.dispute = dispute.id
 AND NOT party.gone
WHERE NOT dispute.gone AND (
  (dispute.division = :division AND dispute.topic = :topic AND (dispute.estate = :estate
     OR :estate IS NULL))
  OR party.phone IN (SELECT value FROM json_each(:phones))
  OR party.name IN (SELECT value FROM json_each(:names)))
ORDER BY dispute.id DESC LIMIT 60
"""


@dataclass(frozen=True, slots=True)
class SqlQueries(CaseRecordQueries, TeamWorkQueries, FigureQueries, LedgerQueries):
    """Questions to the store (the promises are those of ``ports.Queries``)."""

    def disputes(self, asked: DisputeFilter) -> tuple[DisputeRow, ...]:
        """List disputes, newest first, one page."""
        with self._cursor() as cursor:
            return listing.page(cursor, asked)

    def found(self, asked: DisputeFilter, stop_at: int = 1000) -> int:
        """Count the hits of a search, up to ``stop_at``."""
        with self._cursor() as cursor:
            return len(listing.find_keys(cursor, asked, stop_at))

    def keys(self, asked: DisputeFilter) -> tuple[int, ...]:
        """Give the keys of a whole list, newest first."""
        with self._cursor() as cursor:
            return tuple(listing.find_keys(cursor, asked, None))

    def chips(self, dimension: str) -> tuple[Chip, ...]:
        """Count all disputes by one dimension."""
        with self._cursor() as cursor:
            return tuple(
                Chip(key=key, count=count) for key, count in cursor.execute(_CHIPS, (dimension,))
            )

    def decided(self, newest: int, *, but: DisputeId | None = None) -> tuple[Decided, ...]:
        """Give the newest disputes whose way a person decided, but one."""
        with self._cursor() as cursor:
            return decided(cursor, newest, but)

    def overrides(self) -> tuple[OverrideRow, ...]:
        """List the decisions that were other ones than the desk proposed, newest first."""
        with self._cursor() as cursor:
            return overrides(cursor)

    def case_file(self, id: UUID) -> CaseFile:
        """Read one dispute whole."""
        with self._reading() as connection:
            return files.case_file(connection, id)

    def dispute_by_number(self, number: str) -> DisputeId:
        """Find a dispute by its log number, its volume number or its id."""
        disputes = RECORD_TABLES["dispute"]
        typed = number.strip()
        with self._reading() as connection:
            found = connection.scalar(
                select(disputes.c.id).where(
                    or_(
                        disputes.c.number == typed,
                        disputes.c.volume_no == typed,
                        disputes.c.id == typed,
                    ),
                    ~disputes.c.gone,
                )
            )
        if found is None:
            raise NotFound(N_("There is no dispute {number} here."), number=typed)
        return DisputeId(UUID(found))

    def known_like(self, asked: LikenessProbe) -> tuple[LikenessRow, ...]:
        """Give the disputes worth comparing with a new one."""
        with self._reading() as connection:
            return _alike(connection, asked)

    def topics(self) -> tuple[TopicRow, ...]:
        """List agenda topics, newest first."""
        with self._reading() as connection:
            return council_files.topic_rows(connection)

    def topic_file(self, id: UUID) -> TopicFile:
        """Read one agenda topic whole."""
        with self._reading() as connection:
            return council_files.topic_file(connection, id)

    def meetings(self) -> tuple[Meeting, ...]:
        """List the meetings of the council, newest first."""
        with self._reading() as connection:
            return read_all(connection, Meeting)[::-1]

    def meeting_file(self, id: UUID) -> MeetingFile:
        """Read one meeting of the council whole."""
        with self._reading() as connection:
            return council_files.meeting_file(connection, id)

    def council_members(self) -> tuple[CouncilMember, ...]:
        """List the members of the council, those of the past too."""
        with self._reading() as connection:
            return read_all(connection, CouncilMember)

    def votes(self) -> tuple[VoteRow, ...]:
        """List owners' votes, newest first."""
        with self._reading() as connection:
            return vote_rows(connection)

    def vote_file(self, id: UUID) -> VoteFile:
        """Read one owners' vote whole."""
        with self._reading() as connection:
            return vote_file(connection, id)

    def whistles(self) -> tuple[WhistleRow, ...]:
        """List whistles, newest first."""
        with self._reading() as connection:
            found = connection.execute(text(_WHISTLES)).mappings()
            return tuple(
                WhistleRow(
                    id=WhistleId(UUID(one["id"])),
                    number=one["number"],
                    title=one["title"],
                    lead=one["lead"],
                    state=WhistleState(one["state"]),
                    place=one["place"],
                    blown_at=datetime.fromisoformat(one["blown_at"]),
                    due_at=_moment(one["due_at"]),
                    due_rule=one["due_rule"] or "",
                    due_rule_set=one["due_rule_set"] or "",
                    reassigned=one["reassigned"],
                    turn=one["turn"],
                )
                for one in found
            )

    def whistle_file(self, id: UUID) -> WhistleFile:
        """Read one whistle whole."""
        with self._reading() as connection:
            return files.whistle_file(connection, id)

    def today(self, person: UUID | None = None) -> tuple[TodayRow, ...]:
        """List what is due or waiting, the earliest first."""
        with self._reading() as connection:
            return today(connection, self.station, person)

    def gatherings(self, rules: GatheringRules, today: date) -> tuple[Gathering, ...]:
        """Find what could be one topic of the council, the largest first."""
        with self._reading() as connection:
            return gatherings(connection, self.station, rules, today)

    def dispute_rows(self, ids: Collection[UUID]) -> tuple[DisputeRow, ...]:
        """Read the lines of some disputes, newest first."""
        with self._reading() as connection:
            return files.dispute_rows(connection, [str(id) for id in ids])

    def rule_files(self) -> tuple[RuleFile, ...]:
        """List the files of rules taken in, oldest first."""
        with self._reading() as connection:
            return read_all(connection, RuleFile)

    def people(self) -> tuple[Person, ...]:
        """List the people of this station."""
        table = RECORD_TABLES["person"]
        with self._reading() as connection:
            ours = {str(self.station), *map(str, past_cards(connection))}
            return read_all(connection, Person, table.c.station.in_(ours))

    def estates(self, division: str) -> tuple[Place, ...]:
        """List the estates known in a division."""
        table = RECORD_TABLES["place"]
        with self._reading() as connection:
            return read_all(
                connection, Place, table.c.level == Level.ESTATE.value, table.c.under == division
            )

    def added_places(self) -> tuple[Place, ...]:
        """List the streets and communities we added ourselves."""
        table = RECORD_TABLES["place"]
        with self._reading() as connection:
            return read_all(connection, Place, table.c.level != Level.ESTATE.value)

    def clashes(self) -> tuple[Clash, ...]:
        """List every open conflict."""
        with self._reading() as connection:
            return read_clashes(connection)

    def peers(self) -> tuple[PeerRow, ...]:
        """List the stations whose cards we trust."""
        with self._reading() as connection:
            return tuple(_peer(connection, row) for row in connection.execute(select(peer)))

    def bundles(self) -> tuple[BundleRow, ...]:
        """List the bundles made and taken, newest first."""
        with self._reading() as connection:
            names = {str(id): card.station for id, card in peer_cards(connection).items()}
            found = connection.execute(select(bundle).order_by(bundle.c.id.desc()).limit(200))
            return tuple(
                BundleRow(
                    made=row.made,
                    peer=names.get(row.peer, row.peer),
                    number=row.number,
                    file=row.file,
                    at=datetime.fromisoformat(row.at),
                    changes=row.changes,
                    result=str(row.result),
                )
                for row in found
            )

    def shelved(self, key: str) -> Json:
        """Read a private note of this PC."""
        with self._reading() as connection:
            return connection.scalar(select(shelf.c.value).where(shelf.c.key == key))


def _alike(connection: Connection, asked: LikenessProbe) -> tuple[LikenessRow, ...]:
    """Find disputes of the same place and topic, or with the same phones or names."""
    places = {
        "division": asked.division,
        "topic": None if asked.topic is None else asked.topic.value,
        "estate": None if asked.estate is None else str(asked.estate),
        "phones": json.dumps([one for one in asked.phones if one]),
        "names": json.dumps([one for one in asked.names if one]),
    }
    ids = list(connection.execute(text(_ALIKE), places).scalars())
    rows = {str(row.id): row for row in files.dispute_rows(connection, ids)}
    disputes, parties = RECORD_TABLES["dispute"], RECORD_TABLES["party"]
    phones: dict[str, list[str]] = {}
    for one in connection.execute(
        select(parties.c.dispute, parties.c.phone).where(parties.c.dispute.in_(ids))
    ):
        phones.setdefault(one.dispute, []).append(one.phone)
    places_of = connection.execute(
        select(disputes.c.id, disputes.c.estate, disputes.c.building, disputes.c.unit).where(
            disputes.c.id.in_(ids)
        )
    )
    return tuple(
        LikenessRow(
            row=rows[one.id],
            estate=None if one.estate is None else UUID(one.estate),
            building=one.building,
            unit=one.unit,
            phones=tuple(phones.get(one.id, ())),
        )
        for one in places_of
        if one.id in rows
    )


def _peer(connection: Connection, row: Any) -> PeerRow:
    """Read one peer with the moments of the last bundles."""
    waiting = connection.scalar(
        select(func.count()).select_from(tray).where(tray.c.sender == row.station)
    )
    return PeerRow(
        id=UUID(row.station),
        name=row.card["name"],
        team=row.card.get("team", ""),
        fingerprint=row.card.get("fingerprint", ""),
        hub=row.hub,
        trusted_at=datetime.fromisoformat(row.trusted_at),
        last_made_at=_last_bundle(connection, row.station, made=True),
        last_taken_at=_last_bundle(connection, row.station, made=False),
        waiting=waiting or 0,
    )


def _last_bundle(connection: Connection, station: str, *, made: bool) -> datetime | None:
    """Say when the last bundle went to, or came from, a peer."""
    return _moment(
        connection.scalar(
            select(func.max(bundle.c.at)).where(bundle.c.peer == station, bundle.c.made == made)
        )
    )


def _moment(found: str | None) -> datetime | None:
    """Read a moment that may not be there."""
    return None if found is None else datetime.fromisoformat(found)
