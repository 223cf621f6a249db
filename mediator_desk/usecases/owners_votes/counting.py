"""Count a vote, make the result known, and let it take effect or void it."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.council import AgendaTopic, TopicState
from mediator_desk.records.follow_up import Deadline
from mediator_desk.records.owners_vote import BallotEntry, OwnersVote, VotingUnit
from mediator_desk.records.public_notice import NoticeKind
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.ballots import Standing, UnitBallot, read_ballots, standings, votes_of
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.joint_decision import Outcome, count_vote
from mediator_desk.rules.joint_rules import JointRules
from mediator_desk.rules.transitions import VOTE_STEPS, after
from mediator_desk.rules.transitions.topics import BY_OTHERS
from mediator_desk.usecases.clocks import call_off_clocks, start_clock
from mediator_desk.usecases.close_dispute import AddNote, write_note
from mediator_desk.usecases.council_fate import decision_void, others_decided
from mediator_desk.usecases.hanging import Hung, hang
from mediator_desk.usecases.public_notices import check_notice_over
from mediator_desk.words import N_

ANNOUNCE, ANNUL = "D11", "D15"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountVote:
    """All ballots are in and checked. ``words`` are what the topic is told of the result."""

    vote: UUID
    words: str = ""


def count(desk: Desk, asked: CountVote) -> Changes:
    """Count a vote, keep the sums, tell its topic; the result is to be announced (D11)."""
    with desk.work("count-vote") as work:
        vote = work.get(OwnersVote, asked.vote)
        state = after(VOTE_STEPS, "count-vote", vote.state)
        ballots = read_ballots(work.of(VotingUnit, vote.id), work.of(BallotEntry, vote.id))
        _check_ballots(ballots)
        outcome = outcome_of(desk.books.joint, vote, ballots)
        heads, area = outcome.heads.tally, outcome.area.tally
        work.put(
            replace(
                vote,
                state=state,
                passed=outcome.passed,
                heads_all=heads.all,
                heads_taking_part=heads.taking_part,
                heads_agreeing=heads.agreeing,
                area_all=area.all,
                area_taking_part=area.taking_part,
                area_agreeing=area.agreeing,
                counted_at=desk.now(),
            )
        )
        start_clock(desk, work, vote.id, ANNOUNCE, desk.now())
        _tell_topic(desk, work, vote, outcome, asked.words.strip())
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class PostVote:
    """On which boards, one a line, and since when the owners can read the result.

    Without a title or a text of its own the notice says what is proposed for it.
    """

    vote: UUID
    where: str
    on: date | None = None
    title: str = ""
    text: str = ""


def post_vote(desk: Desk, asked: PostVote) -> Changes:
    """Hang the result; the clock of its announcement is met by the notice (D11)."""
    with desk.work("post-vote") as work:
        on = asked.on or local_day(desk.now())
        vote = vote_posted(desk, work, asked.vote, on, asked.where)
        hang(desk, work, vote, Hung(where=asked.where, on=on, title=asked.title, text=asked.text))
        return work.commit()


def vote_posted(desk: Desk, work: Work, id: UUID, on: date, where: str) -> OwnersVote:
    """Tell a vote, within another piece of work, that its result hangs.

    From now an owner has a year to have it annulled (D15).
    """
    vote = work.get(OwnersVote, id)
    state = after(VOTE_STEPS, "post-vote", vote.state)
    start_clock(desk, work, vote.id, ANNUL, on)
    return work.put(replace(vote, state=state, posted_on=on, posted_where=where.strip()))


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishVote:
    """The objections are answered and the decision stands; ``note`` says what was answered.

    ``reason`` says why it cannot wait for an answer that is still owed.
    """

    vote: UUID
    note: str = ""
    reason: str = ""


def finish_vote(desk: Desk, asked: FinishVote) -> Changes:
    """Let the decision take effect."""
    with desk.work("finish-vote") as work:
        vote = work.get(OwnersVote, asked.vote)
        state = after(VOTE_STEPS, "finish-vote", vote.state)
        today = local_day(desk.now())
        check_notice_over(desk, work, vote.id, NoticeKind.OWNERS_DECISION, today, asked.reason)
        work.put(replace(vote, state=state))
        for words in (asked.reason, asked.note):
            if words.strip():
                write_note(desk, work, AddNote(subject=vote.id, text=words))
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class VoidVote:
    """Why a vote does not count: a mistake in its notice or roster, a court's judgement."""

    vote: UUID
    reason: str


def void_vote(desk: Desk, asked: VoidVote) -> Changes:
    """Void a vote; the topic it had told that it passed waits for the owners again."""
    with desk.work("void-vote") as work:
        if not asked.reason.strip():
            raise Refusal(N_("Write down why the vote is void."))
        vote = work.get(OwnersVote, asked.vote)
        state = after(VOTE_STEPS, "void-vote", vote.state)
        work.put(replace(vote, state=state, void_reason=asked.reason.strip()))
        if any(clock.running() for clock in work.of(Deadline, vote.id)):
            call_off_clocks(work, vote.id)
        topic = None if vote.topic is None else work.find(AgendaTopic, vote.topic)
        if topic is not None and vote.passed and topic.state in BY_OTHERS:
            decision_void(desk, work, topic, f"{vote.number}：{asked.reason.strip()}")
        return work.commit()


def outcome_of(
    rules: JointRules, vote: OwnersVote, ballots: tuple[UnitBallot, ...], *, sure: bool = True
) -> Outcome:
    """Count what is there, by the vote's own rule set; ``sure`` false is the live meter."""
    votes = votes_of(ballots, sure=sure)
    return count_vote(votes, rules, vote.rule_set, vote.law_item, vote.opens_on)


def missing_consents(units: tuple[VotingUnit, ...]) -> tuple[VotingUnit, ...]:
    """Name the units whose own part is taken up and whose owner has not agreed to that."""
    return tuple(one for one in units if one.own_part and one.own_part_agreed_on is None)


def _check_ballots(ballots: tuple[UnitBallot, ...]) -> None:
    """Refuse to count while a ballot was read once only, or read differently."""
    counts = standings(ballots)
    once, differs = counts[Standing.ONCE], counts[Standing.DIFFERS]
    if once or differs:
        raise Refusal(
            N_(
                "{once} ballots were entered once only and {differs} were read differently. "
                "Enter them again or settle them, then count."
            ),
            once=once,
            differs=differs,
        )
    if counts[Standing.OUT] == len(ballots):
        raise Refusal(N_("No ballot has come in. Void the vote if it did not take place."))


def _tell_topic(desk: Desk, work: Work, vote: OwnersVote, outcome: Outcome, words: str) -> None:
    """Tell the topic its fate, if it still waits for the owners."""
    if vote.topic is None:
        return
    topic = work.find(AgendaTopic, vote.topic)
    if topic is not None and topic.state is TopicState.TO_OWNER_VOTE:
        others_decided(
            desk,
            work,
            topic.id,
            passed=outcome.passed,
            words=words or f"{vote.number} {vote.title}",
        )
