"""A council of twenty-one with its meetings, brought as far as a test needs it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from mediator_desk.records.council_doing import Respondents
from mediator_desk.records.council_meeting import Presence
from mediator_desk.records.council_member import MemberKind
from mediator_desk.usecases import council_doing as doing
from mediator_desk.usecases import council_meetings as meetings
from mediator_desk.usecases.council_members import AddCouncilMember, add_council_member
from mediator_desk.usecases.council_minutes import HoldMeeting, hold_meeting
from mediator_desk.usecases.council_tasks import FinishTask, NewTask, finish_task
from tests.usecases.cases import Cases


@dataclass(slots=True)
class Councils:
    """Short ways through the life of a topic."""

    here: Cases

    @property
    def desk(self):
        """Give the desk."""
        return self.here.desk

    def file(self, topic: UUID):
        """Read a topic whole."""
        return self.desk.queries.topic_file(topic)

    def seated(self, count: int = 21) -> tuple[UUID, ...]:
        """Seat so many members on the council."""
        kinds = list(MemberKind)
        for place in range(count):
            add_council_member(
                self.desk,
                AddCouncilMember(
                    name=f"委员{place + 1}",
                    kind=kinds[place % len(kinds)],
                    since=date(2026, 1, 1),
                ),
            )
        return tuple(one.id for one in self.desk.queries.council_members())

    def call(self, *topics: UUID, **said) -> UUID:
        """Call a meeting three days from now; give its id."""
        asked = meetings.CallMeeting(
            topics=topics, planned_at=self.desk.now() + timedelta(days=3), place="议事厅"
        )
        return meetings.call_meeting(self.desk, replace(asked, **said)).of("meeting")[0]

    def attend(self, meeting: UUID, members, present: int) -> None:
        """Mark the first so many as present and the others as absent."""
        marks = tuple(
            meetings.Mark(
                member=member, presence=Presence.PRESENT if place < present else Presence.ABSENT
            )
            for place, member in enumerate(members)
        )
        asked = meetings.MarkAttendance(meeting=meeting, marks=marks)
        meetings.mark_attendance(self.desk, asked)

    def minutes(self, topic: UUID, votes=(8, 4, 2), **said) -> HoldMeeting:
        """Write the minutes of a meeting whose heads were marked."""
        asked = self.here.minutes(topic, due=0, present=0)
        counts = dict(zip(("votes_for", "votes_against", "votes_abstain"), votes, strict=True))
        return replace(asked, **(counts | said))

    def decided(self, *disputes: UUID, **said) -> UUID:
        """Bring a topic to a decision of the council, with one task of 1,200 yuan."""
        topic = self.here.called(*disputes)
        task = NewTask(
            what="清理楼道", who="楼长王敏", due_on=date(2026, 12, 31), budget=Decimal("1200.00"),
            fund="社区经费",
        )  # fmt: skip
        hold_meeting(self.desk, self.here.minutes(topic, tasks=(task,), **said))
        return topic

    def posted(self, *disputes: UUID) -> UUID:
        """Post the result of a decided topic."""
        topic = self.decided(*disputes)
        doing.post_result(self.desk, doing.PostResult(topic=topic, where="小区公示栏"))
        return topic

    def executing(self, *disputes: UUID) -> UUID:
        """Begin to carry a decided topic out, after its days on the board."""
        topic = self.posted(*disputes)
        self.here.at.clock.go(days=8)
        doing.carry_out_topic(self.desk, doing.CarryOut(topic=topic))
        return topic

    def finish(self, topic: UUID) -> None:
        """Do every task."""
        for task in self.file(topic).tasks:
            asked = FinishTask(task=task.id, proof="照片三张", spent=Decimal("1180.50"))
            finish_task(self.desk, asked)

    def rated(self, *disputes: UUID) -> UUID:
        """Let the residents rate what was done."""
        topic = self.executing(*disputes)
        self.finish(topic)
        asked = doing.RateTopic(
            topic=topic,
            groups=(
                doing.Rated(group=Respondents.HOUSEHOLDS, satisfied=26, fairly=3, unsatisfied=1),
                doing.Rated(group=Respondents.CONCERNED, satisfied=4),
            ),
        )
        doing.rate_topic(self.desk, asked)
        return topic

    def shared(self, *disputes: UUID) -> UUID:
        """Share what came of it."""
        topic = self.rated(*disputes)
        asked = doing.ShareTopic(
            topic=topic, report="楼道清爽了", households=60, where="小区公示栏"
        )
        doing.share_topic(self.desk, asked)
        return topic
