"""Cases brought as far as a test needs them, by the use cases themselves."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from db.tables import metadata
from mediator_desk.ports import Desk
from mediator_desk.records import Record
from mediator_desk.records.agreement import AgreementForm
from mediator_desk.records.attachment import AttachmentKind
from mediator_desk.records.council import DecisionBody
from mediator_desk.records.council_meeting import MeetingResult, VoteMethod
from mediator_desk.records.dispute import Dispute, Outcome, Topic
from mediator_desk.records.people import Person, Role, Side
from mediator_desk.records.sitting import SittingResult
from mediator_desk.records.team import Team
from mediator_desk.records.volume import Retention
from mediator_desk.rows import Changes
from mediator_desk.usecases import accept_dispute as accepting
from mediator_desk.usecases import close_dispute as closing
from mediator_desk.usecases import (
    council,
    council_meetings,
    council_minutes,
    council_screening,
    whistles,
)
from mediator_desk.usecases import hold_sitting as sittings
from mediator_desk.usecases import log_dispute as logging
from mediator_desk.usecases import sign_agreement as agreements
from mediator_desk.usecases.attachments.attaching import AttachFile, attach_file
from mediator_desk.usecases.blow_whistle import BlowWhistle, blow_whistle
from mediator_desk.usecases.volume_papers import FileVolume, file_volume
from tests.store.stations import AtDesk


@dataclass(slots=True)
class Cases:
    """A station and short ways to bring its records somewhere."""

    at: AtDesk

    @property
    def desk(self) -> Desk:
        """Give the desk."""
        return self.at.desk

    def as_role(self, role: Role) -> Desk:
        """Give the desk as a person of this role would sit at it."""
        return replace(self.desk, person=replace(self.desk.person, role=role))

    def kept(self) -> dict[str, list[tuple[object, ...]]]:
        """Read every row of every table, to see that nothing changed."""
        with self.at.house._opened().engine.connect() as connection:
            return {
                table.name: sorted(map(tuple, connection.execute(select(table))), key=repr)
                for table in metadata.sorted_tables
            }

    def file(self, dispute: UUID):
        """Read a dispute whole."""
        return self.desk.queries.case_file(dispute)

    def change(self, kind: type[Record], id: UUID, **values: object) -> None:
        """Write values into a record, past every rule."""
        with self.desk.open_work(self.desk.person.id) as work:
            work.put(replace(work.get(kind, id), **values))
            work.commit()

    def put(self, dispute: UUID, **values: object) -> None:
        """Put a dispute into a state directly."""
        self.change(Dispute, dispute, **values)

    def logged(self, *, names=("张三", "李四"), text="楼下私装地锁，车位被占", **said) -> UUID:
        """Log a dispute between two parties."""
        sides = (Side.APPLICANT, Side.RESPONDENT, Side.THIRD)
        parties = tuple(
            logging.NewParty(name=name, side=side) for name, side in zip(names, sides, strict=False)
        )
        asked = logging.LogDispute(text=text, topic=Topic.PARKING, parties=parties)
        changes = logging.log_dispute(self.desk, replace(asked, **said))
        return changes.of("dispute")[0]

    def accepted(self, **said) -> UUID:
        """Log a dispute and accept it."""
        dispute = self.logged(**said)
        accepting.accept_dispute(self.desk, accepting.AcceptDispute(dispute=dispute))
        return dispute

    def consenting(self, **said) -> UUID:
        """Accept a dispute whose parties all agreed to mediation."""
        dispute = self.accepted(**said)
        for party in self.file(dispute).parties:
            asked = sittings.RecordConsent(dispute=dispute, party=party.id, agreed=True)
            sittings.record_consent(self.desk, asked)
        return dispute

    def sitting(self, dispute: UUID, **said) -> sittings.HoldSitting:
        """Write a request to hold a sitting."""
        asked = sittings.HoldSitting(
            dispute=dispute,
            held_at=self.desk.now(),
            place="调解室",
            present=tuple(party.id for party in self.file(dispute).parties),
            record="双方各自说明了情况。",
            result=SittingResult.SUCCEEDED,
        )
        return replace(asked, **said)

    def heard(self, **said) -> UUID:
        """Hold a sitting on a dispute."""
        dispute = self.consenting(**said)
        sittings.hold_sitting(self.desk, self.sitting(dispute))
        return dispute

    def agreement(self, dispute: UUID, **said) -> agreements.SignAgreement:
        """Write a request to sign an agreement."""
        asked = agreements.SignAgreement(
            dispute=dispute,
            form=AgreementForm.WRITTEN,
            facts="李四私装地锁。",
            terms="李四三日内拆除。\n双方再无争议。",
        )
        return replace(asked, **said)

    def agreed(self, **said) -> UUID:
        """Sign an agreement."""
        dispute = self.heard()
        agreements.sign_agreement(self.desk, self.agreement(dispute, **said))
        return dispute

    def filed(self, dispute: UUID) -> UUID:
        """Note that copies of the identity cards lie on paper, and file the volume."""
        for party in self.file(dispute).parties:
            copy = AttachFile(
                about=dispute,
                kind=AttachmentKind.IDENTITY,
                on_paper=True,
                party=party.id,
                name="身份证",
            )
            attach_file(self.desk, copy)
        file_volume(self.desk, FileVolume(dispute=dispute, retention=Retention.SHORT))
        return dispute

    def closed(self) -> UUID:
        """Close a dispute as withdrawn."""
        dispute = self.accepted()
        asked = closing.CloseDispute(
            dispute=dispute, outcome=Outcome.WITHDRAWN, reason="申请人撤回"
        )
        closing.close_dispute(self.desk, asked)
        return dispute

    def topic(self, *disputes: UUID, **said) -> UUID:
        """Raise a council topic."""
        asked = council.RaiseTopic(
            title="楼道堆物清理", content="堆物反复，商量清理日", disputes=disputes
        )
        return council.raise_topic(self.desk, replace(asked, **said)).of("agenda_topic")[0]

    def screened(self, *disputes: UUID, body: DecisionBody = DecisionBody.COUNCIL, **said) -> UUID:
        """Raise a topic and take it up."""
        topic = self.topic(*disputes, **said)
        screening = council_screening.ScreenTopic(
            topic=topic, opinion="属于社区事务", decision_body=body, reason="按社区党委意见"
        )
        council_screening.screen_topic(self.desk, screening)
        return topic

    def called(self, *disputes: UUID, body: DecisionBody = DecisionBody.COUNCIL, **said) -> UUID:
        """Put a topic on the agenda of a meeting three days from now."""
        topic = self.screened(*disputes, body=body, **said)
        call = council_meetings.CallMeeting(
            topics=(topic,), planned_at=self.desk.now() + timedelta(days=3), place="议事厅"
        )
        council_meetings.call_meeting(self.desk, call)
        return topic

    def minutes(self, topic: UUID, **said) -> council_minutes.HoldMeeting:
        """Write the minutes of a meeting without a list of members, nine of twelve for it."""
        asked = council_minutes.HoldMeeting(
            topic=topic,
            held_at=self.desk.now(),
            place="党群服务中心",
            chair="王主任",
            due=15,
            present=12,
            opinion="同意",
            method=VoteMethod.HANDS,
            votes_for=9,
            votes_against=2,
            votes_abstain=1,
            result=MeetingResult.PASSED,
        )
        return replace(asked, **said)

    def whistle(self, dispute: UUID | None = None, **said) -> UUID:
        """Blow a whistle."""
        asked = BlowWhistle(
            title="地锁", content="多次劝说无效", lead="综合行政执法局", dispute=dispute
        )
        return blow_whistle(self.desk, replace(asked, **said)).of("whistle")[0]

    def dispatched(self, dispute: UUID | None = None, **said) -> UUID:
        """Approve and dispatch a whistle."""
        whistle = self.whistle(dispute, **said)
        self.step(whistles.approve_whistle, whistle, approver="赵书记")
        self.step(whistles.dispatch_whistle, whistle)
        return whistle

    def step(self, usecase: Callable[[Desk, whistles.StepWhistle], Changes], whistle: UUID, **said):
        """Take a step on a whistle."""
        return usecase(self.desk, whistles.StepWhistle(whistle=whistle, **said))

    def state(self, whistle: UUID):
        """Say where a whistle stands."""
        return self.desk.queries.whistle_file(whistle).whistle.state

    def without_committee(self) -> Desk:
        """Take the team's committee away."""
        self.change(Team, self.desk.team.id, committee=None)
        return replace(self.desk, team=replace(self.desk.team, committee=None), committee=None)

    def unregistered(self) -> None:
        """Make the person at the desk no registered mediator."""
        self.change(Person, self.desk.person.id, registered=False)
