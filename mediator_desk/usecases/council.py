"""The residents' council: raise a topic, gather disputes into it, meet, decide, carry out."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.council import (
    AgendaTopic,
    DecisionBody,
    Meeting,
    MeetingResult,
    TopicSource,
    TopicState,
    VoteMethod,
)
from mediator_desk.records.dispute import Dispute, Outcome, Route
from mediator_desk.records.follow_up import NoteKind
from mediator_desk.records.ids import TopicId
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.transitions import DISPUTE_STEPS, TOPIC_STEPS, after, back
from mediator_desk.rules.who_decides import council_may_decide
from mediator_desk.usecases.clocks import call_off_clocks, meet_clocks, start_clock
from mediator_desk.usecases.close_dispute import AddNote, write_note
from mediator_desk.usecases.endings import end_dispute
from mediator_desk.usecases.log_dispute import check_division, check_households
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseTopic:
    """Something for the council; ``disputes`` are gathered into it and follow its fate."""

    title: str
    content: str
    source: TopicSource = TopicSource.PROPOSAL
    proposer: str = ""
    division: str = ""
    place: str = ""
    households: int = 0
    stakeholders: str = ""
    suggestion: str = ""
    decision_body: DecisionBody = DecisionBody.COUNCIL
    law_item: int = 0
    disputes: tuple[UUID, ...] = ()
    proposed_on: date | None = None
    planned_on: date | None = None


def raise_topic(desk: Desk, asked: RaiseTopic) -> Changes:
    """Register a topic and gather the disputes that belong to it."""
    with desk.work("raise-topic") as work:
        if not asked.title.strip() or not asked.content.strip():
            raise Refusal(N_("Give the topic a name and say what it is about."))
        division = asked.division or desk.team.division
        check_division(desk, work, division)
        check_households(asked.households)
        year = local_day(desk.now()).year
        topic = work.add(
            AgendaTopic(
                id=TopicId(desk.new_id()),
                team=desk.team.id,
                number=_number(desk, "议", year, work.next_number(f"topic/{year}")),
                title=asked.title.strip(),
                source=TopicSource.DISPUTES if asked.disputes else asked.source,
                proposer=asked.proposer.strip() or desk.person.name,
                proposed_on=asked.proposed_on or local_day(desk.now()),
                division=division,
                place=asked.place.strip(),
                households=asked.households,
                stakeholders=asked.stakeholders.strip(),
                content=asked.content.strip(),
                suggestion=asked.suggestion.strip(),
                decision_body=asked.decision_body,
                law_item=asked.law_item,
                planned_on=asked.planned_on,
                logged_by=desk.person.id,
            )
        )
        _gather(work, topic, asked.disputes)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class GatherDisputes:
    """More disputes for a topic that is already registered."""

    topic: UUID
    disputes: tuple[UUID, ...]


def gather_disputes(desk: Desk, asked: GatherDisputes) -> Changes:
    """Gather disputes into a topic; each keeps its own parties."""
    with desk.work("gather-disputes") as work:
        _gather(work, work.get(AgendaTopic, asked.topic), asked.disputes)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenTopic:
    """Is it ours, is it lawful, who may decide. ``accepted`` false withdraws it."""

    topic: UUID
    opinion: str
    decision_body: DecisionBody
    law_item: int = 0
    accepted: bool = True


def screen_topic(desk: Desk, asked: ScreenTopic) -> Changes:
    """Keep the opinion and who decides; a topic that is given up gives its disputes back."""
    with desk.work("screen-topic") as work:
        if not asked.opinion.strip():
            raise Refusal(N_("Write down the opinion on the topic."))
        topic = work.get(AgendaTopic, asked.topic)
        step = "screen-topic" if asked.accepted else "withdraw-topic"
        screened = work.put(
            replace(
                topic,
                state=after(TOPIC_STEPS, step, topic.state),
                # A topic given up later keeps the opinion it was screened with.
                screen_opinion=topic.screen_opinion or asked.opinion.strip(),
                decision_body=asked.decision_body,
                law_item=asked.law_item,
                closed_at=None if asked.accepted else desk.now(),
            )
        )
        if not asked.accepted:
            write_note(desk, work, AddNote(subject=topic.id, text=asked.opinion))
            call_off_clocks(work, topic.id)
            _give_back(desk, work, screened, asked.opinion.strip(), closed=False)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class CallMeeting:
    """When the council is to meet on a topic."""

    topic: UUID
    planned_on: date


def call_meeting(desk: Desk, asked: CallMeeting) -> Changes:
    """Put a topic on the agenda; the day of the meeting becomes a clock."""
    with desk.work("call-meeting") as work:
        topic = work.get(AgendaTopic, asked.topic)
        work.put(
            replace(
                topic,
                state=after(TOPIC_STEPS, "call-meeting", topic.state),
                planned_on=asked.planned_on,
            )
        )
        call_off_clocks(work, topic.id, "C01")
        start_clock(desk, work, topic.id, "C01", asked.planned_on)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldMeeting:
    """The minutes of one meeting on one topic; the votes must add up to those present."""

    topic: UUID
    held_at: datetime
    place: str
    chair: str
    due: int
    present: int
    opinion: str
    method: VoteMethod
    votes_for: int
    votes_against: int
    votes_abstain: int
    result: MeetingResult
    recorder: str = ""
    members: str = ""
    observers: str = ""
    speeches: str = ""
    resolution: str = ""
    responsible: str = ""
    finish_on: date | None = None
    fund: str = ""
    dissent: str = ""


def hold_meeting(desk: Desk, asked: HoldMeeting) -> Changes:
    """Keep the minutes. What the owners must decide never ends as decided by the council."""
    with desk.work("hold-meeting") as work:
        topic = work.get(AgendaTopic, asked.topic)
        if asked.result is MeetingResult.PASSED:
            _check_decision(topic, asked)
        state = after(TOPIC_STEPS, f"hold-meeting: {asked.result.value}", topic.state)
        fields = {
            name: getattr(asked, name)
            for name in HoldMeeting.__dataclass_fields__
            if name != "topic"
        }
        work.add(Meeting(id=desk.new_id(), topic=topic.id, **fields))
        work.put(replace(topic, state=state))
        meet_clocks(desk, work, topic.id, "C01")
        if asked.finish_on is not None and state is TopicState.DECIDED:
            start_clock(desk, work, topic.id, "C02", asked.finish_on)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishTopic:
    """The next step after the decision: ``carry-out``, ``rate`` (民评) or ``share`` (民享)."""

    topic: UUID
    step: str
    report: str


def finish_topic(desk: Desk, asked: FinishTopic) -> Changes:
    """Take a decided topic further; when the result is shared, its disputes get the outcome."""
    with desk.work("finish-topic") as work:
        if not asked.report.strip():
            raise Refusal(N_("Write down what was done or found."))
        topic = work.get(AgendaTopic, asked.topic)
        state = after(TOPIC_STEPS, f"{asked.step}-topic", topic.state)
        done = state is TopicState.SHARED
        kept = work.put(
            replace(topic, state=state, closed_at=desk.now() if done else topic.closed_at)
        )
        write_note(desk, work, AddNote(subject=topic.id, text=asked.report))
        if state is TopicState.EVALUATED:
            meet_clocks(desk, work, topic.id, "C02")
        if done:
            _give_back(desk, work, kept, asked.report.strip(), closed=True)
        return work.commit()


def _gather(work: Work, topic: AgendaTopic, disputes: tuple[UUID, ...]) -> None:
    """Hang disputes under a topic."""
    for id in disputes:
        dispute = work.get(Dispute, id)
        work.put(
            replace(
                dispute,
                stage=after(DISPUTE_STEPS, "gather-disputes", dispute.stage),
                agenda_topic=topic.id,
                route=Route.COUNCIL,
            )
        )


def _give_back(desk: Desk, work: Work, topic: AgendaTopic, words: str, *, closed: bool) -> None:
    """Give each gathered dispute its outcome, or itself, back."""
    for row in desk.queries.topic_file(topic.id).disputes:
        dispute = work.get(Dispute, row.id)
        if not dispute.open:
            continue
        write_note(
            desk,
            work,
            AddNote(subject=dispute.id, text=words, kind=NoteKind.REPLY, author=topic.number),
        )
        if not closed:
            stage = back("come-back", dispute.stage, accepted=dispute.accepted_at is not None)
            work.put(replace(dispute, stage=stage, agenda_topic=None, route=Route.UNDECIDED))
            continue
        end_dispute(desk, work, dispute, Outcome.SETTLED_BY_COUNCIL, words)


def _check_decision(topic: AgendaTopic, asked: HoldMeeting) -> None:
    """Refuse a decision the council may not take, or that its votes do not carry."""
    if not council_may_decide(topic.decision_body, topic.law_item):
        raise Refusal(
            N_(
                "The council may only recommend here: the law leaves this decision to others "
                "(Civil Code 278). Choose 'to the owners' or 'to the residents' meeting'."
            )
        )
    if asked.method is not VoteMethod.CONSENSUS and 2 * asked.votes_for <= asked.present:
        raise Refusal(
            N_("{agreeing} of {present} is not more than half, so it has not passed."),
            agreeing=asked.votes_for,
            present=asked.present,
        )


def _number(desk: Desk, mark: str, year: int, count: int) -> str:
    """Write a number of the council's series, as in 古楼议-2026-3."""
    return f"{desk.team.short}{desk.station.mark}{mark}-{year}-{count}"
