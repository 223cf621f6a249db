"""Owners' votes: the list, and one vote whole."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Connection, text

from db.clashes import read_clashes
from db.files import children, people_names
from db.work import find_record, get_record
from mediator_desk.records.clocks import Extension, Pause
from mediator_desk.records.council import AgendaTopic
from mediator_desk.records.follow_up import Deadline, Note
from mediator_desk.records.ids import VoteId
from mediator_desk.records.owners_vote import BallotEntry, OwnersVote, VoteState, VotingUnit
from mediator_desk.records.public_notice import Objection, PublicNotice
from mediator_desk.records.team import Team
from mediator_desk.rows import VoteFile, VoteRow
from mediator_desk.rules.ballots import read_ballots

# The year an owner may sue in is nothing to be done, so it is no date of the list.
_VOTES = """
SELECT owners_vote.*,
 (SELECT count(*) FROM voting_unit WHERE vote = owners_vote.id AND NOT gone) AS units,
 (SELECT count(DISTINCT unit) FROM ballot_entry WHERE vote = owners_vote.id AND NOT gone)
   AS returned,
 (SELECT min(due_at) FROM deadline WHERE subject = owners_vote.id AND met_at IS NULL
   AND NOT called_off AND NOT gone AND rule <> 'D15') AS due_at
FROM owners_vote WHERE NOT gone ORDER BY id DESC LIMIT 500
"""


def vote_rows(connection: Connection) -> tuple[VoteRow, ...]:
    """List owners' votes, newest first."""
    return tuple(
        VoteRow(
            id=VoteId(UUID(one["id"])),
            number=one["number"],
            title=one["title"],
            place=one["place"],
            state=VoteState(one["state"]),
            opens_on=date.fromisoformat(one["opens_on"]),
            closes_on=date.fromisoformat(one["closes_on"]),
            units=one["units"],
            returned=one["returned"],
            passed=None if one["passed"] is None else bool(one["passed"]),
            due_at=None if one["due_at"] is None else datetime.fromisoformat(one["due_at"]),
        )
        for one in connection.execute(text(_VOTES)).mappings()
    )


def vote_file(connection: Connection, id: UUID) -> VoteFile:
    """Read one owners' vote whole. Raises ``NotFound``."""
    vote = get_record(connection, OwnersVote, id)
    units, entries = children(connection, VotingUnit, id), children(connection, BallotEntry, id)
    return VoteFile(
        vote=vote,
        place=vote.place,
        topic=find_record(connection, AgendaTopic, vote.topic),
        units=units,
        entries=entries,
        ballots=read_ballots(units, entries),
        notes=children(connection, Note, id),
        notices=children(connection, PublicNotice, id),
        objections=children(connection, Objection, id),
        deadlines=children(connection, Deadline, id),
        extensions=children(connection, Extension, id),
        pauses=children(connection, Pause, id),
        team=find_record(connection, Team, vote.team),
        people=people_names(connection),
        clashes=read_clashes(connection, id),
    )
