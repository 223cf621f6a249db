"""Owners' votes brought as far as a test needs them, by the use cases themselves."""

from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from mediator_desk.ports import Desk
from mediator_desk.records.council import AgendaTopic, DecisionBody, TopicState
from mediator_desk.records.owners_vote import Choice, Delivery, OwnersVote
from mediator_desk.records.people import Person, Role
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases.owners_votes import calling, counting, entering, rosters
from mediator_desk.usecases.run_station import AddPerson, add_person
from tests.usecases.cases import Cases

LIFT = tuple(
    (f"{floor}0{side}", area)
    for floor in range(1, 7)
    for side, area in ((1, "92.50"), (2, "97.50"))
)


@dataclass(slots=True)
class Votes:
    """A station that puts matters to the owners, with a second person to read ballots again."""

    here: Cases
    second: Desk

    @property
    def desk(self) -> Desk:
        """Give the desk of who signed in."""
        return self.here.desk

    def file(self, vote: UUID):
        """Read a vote whole."""
        return self.desk.queries.vote_file(vote)

    def handed_on(self, *disputes: UUID, law_item: int = 7) -> UUID:
        """Bring a topic to where it waits for the owners."""
        topic = self.here.called(*disputes, body=DecisionBody.UNIT_OWNERS)
        self.here.change(AgendaTopic, topic, state=TopicState.TO_OWNER_VOTE, law_item=law_item)
        return topic

    def called(self, **said) -> UUID:
        """Prepare a vote on an elevator, open in twenty days."""
        today = local_day(self.desk.now())
        asked = calling.CallVote(
            title="5号楼2单元加装电梯",
            matter="是否同意按公示方案加装电梯？",
            law_item=None if "topic" in said else 7,
            opens_on=today + timedelta(days=20),
            closes_on=today + timedelta(days=27),
        )
        return calling.call_vote(self.desk, replace(asked, **said)).of("owners_vote")[0]

    def rostered(self, units=LIFT, **said) -> UUID:
        """Give a vote its roster."""
        vote = self.called(**said)
        rosters.take_roster(self.desk, self.roster(vote, units))
        return vote

    def roster(self, vote: UUID, units=LIFT) -> rosters.TakeRoster:
        """Write a request for a roster."""
        return rosters.TakeRoster(
            vote=vote,
            units=tuple(
                rosters.NewUnit(unit=unit, area=Decimal(area), owner=f"业主{unit}")
                for unit, area in units
            ),
        )

    def noticed(self, **said) -> UUID:
        """Give notice of a vote."""
        vote = self.rostered(**said)
        today = local_day(self.desk.now())
        calling.notice_vote(self.desk, calling.NoticeVote(vote=vote, committee_told_on=today))
        return vote

    def opened(self, **said) -> UUID:
        """Open a vote on its day, its ballots delivered."""
        vote = self.noticed(**said)
        rosters.deliver_ballots(self.desk, rosters.DeliverBallots(vote=vote, how=Delivery.BY_HAND))
        self.here.at.clock.go(days=20)
        entering.open_vote(self.desk, entering.OpenVote(vote=vote))
        return vote

    def read(self, vote: UUID, says: dict[str, Choice], *, round: int = 1, **said):
        """Let one person enter ballots by their units; the second reading is the other's."""
        desk = self.second if round == entering.SECOND else self.desk
        return entering.enter_ballots(
            desk,
            entering.EnterBallots(
                vote=vote,
                round=round,
                ballots=tuple(
                    entering.Cast(ballot=unit, choice=choice, **said)
                    for unit, choice in says.items()
                ),
            ),
        )

    def returned(self, vote: UUID, says: dict[str, Choice]) -> None:
        """Enter ballots twice, by two people."""
        self.read(vote, says)
        self.read(vote, says, round=entering.SECOND)

    def closed(self, says: dict[str, Choice], **said) -> UUID:
        """Gather ballots and close the vote."""
        vote = self.opened(**said)
        self.returned(vote, says)
        self.here.at.clock.go(days=8)
        entering.close_vote(self.desk, entering.CloseVote(vote=vote))
        return vote

    def counted(self, says: dict[str, Choice], **said) -> UUID:
        """Count a vote."""
        vote = self.closed(says, **said)
        counting.count(self.desk, counting.CountVote(vote=vote))
        return vote

    def state(self, vote: UUID, **values) -> None:
        """Write values into a vote, past every rule."""
        self.here.change(OwnersVote, vote, **values)


def votes_at(here: Cases) -> Votes:
    """Sit two people down at a station."""
    add_person(here.desk, AddPerson(name="计票员", role=Role.MEDIATOR))
    (other,) = [one for one in here.desk.queries.people() if one.name == "计票员"]
    assert isinstance(other, Person)
    return Votes(here, replace(here.desk, person=other))


def saying(agree: int, against: int = 0) -> dict[str, Choice]:
    """Let the first flats agree and the next ones not."""
    names = [unit for unit, _area in LIFT]
    choices = [Choice.AGREE] * agree + [Choice.AGAINST] * against
    return dict(zip(names, choices, strict=False))
