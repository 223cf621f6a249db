"""After the decision: the result is posted, carried out, rated (民评) and shared (民享)."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.council import AgendaTopic
from mediator_desk.records.council_doing import BenefitReport, Rating, Respondents, Task
from mediator_desk.records.public_notice import NoticeKind
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.transitions import TOPIC_STEPS, after
from mediator_desk.usecases.clocks import meet_clocks, start_clock
from mediator_desk.usecases.close_dispute import AddNote, write_note
from mediator_desk.usecases.council import give_back
from mediator_desk.usecases.hanging import Hung, hang
from mediator_desk.usecases.log_dispute import check_households
from mediator_desk.usecases.public_notices import check_notice_over
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class PostResult:
    """That the decision on a topic hangs on the boards: one a line, and since which day.

    Without a title or a text of its own the notice says what is proposed for it.
    """

    topic: UUID
    where: str
    posted_on: date | None = None
    title: str = ""
    text: str = ""


def post_result(desk: Desk, asked: PostResult) -> Changes:
    """Hang the decision; its days on the board begin to count."""
    with desk.work("post-result") as work:
        on = asked.posted_on or local_day(desk.now())
        topic = result_posted(desk, work, asked.topic, on, asked.where)
        hung = Hung(where=asked.where, on=on, title=asked.title, text=asked.text)
        hang(desk, work, topic, hung)
        return work.commit()


def result_posted(desk: Desk, work: Work, topic: UUID, posted_on: date, where: str) -> AgendaTopic:
    """Tell a topic, within the work of whoever posts it, that its result hangs on the board."""
    kept = work.get(AgendaTopic, topic)
    state = after(TOPIC_STEPS, "post-result", kept.state)
    rules = desk.books.notices
    least = rules.of(NoticeKind.RESULT).least
    if least:
        start_clock(desk, work, kept.id, least, posted_on, rules.rule_set)
    return work.put(
        replace(kept, state=state, result_posted_on=posted_on, result_posted_where=where.strip())
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryOut:
    """That carrying out begins.

    ``reason`` says why before the days on the board are over or an objection is answered.
    """

    topic: UUID
    report: str = ""
    reason: str = ""


def carry_out_topic(desk: Desk, asked: CarryOut) -> Changes:
    """Begin to carry a decision out, once its notice is over and objections are answered."""
    with desk.work("carry-out-topic") as work:
        topic = work.get(AgendaTopic, asked.topic)
        state = after(TOPIC_STEPS, "carry-out-topic", topic.state)
        today = local_day(desk.now())
        check_notice_over(desk, work, topic.id, NoticeKind.RESULT, today, asked.reason)
        work.put(replace(topic, state=state))
        meet_clocks(desk, work, topic.id, desk.books.notices.of(NoticeKind.RESULT).least)
        for words in (asked.reason, asked.report):
            if words.strip():
                write_note(desk, work, AddNote(subject=topic.id, text=words))
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """How one group of respondents finds the result, in heads."""

    group: Respondents
    satisfied: int
    fairly: int = 0
    unsatisfied: int = 0
    comments: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RateTopic:
    """What the residents say of the result, group by group."""

    topic: UUID
    groups: tuple[Rated, ...]
    asked_on: date | None = None


def rate_topic(desk: Desk, asked: RateTopic) -> Changes:
    """Keep the residents' rating; no task may be left open."""
    with desk.work("rate-topic") as work:
        topic = work.get(AgendaTopic, asked.topic)
        state = after(TOPIC_STEPS, "rate-topic", topic.state)
        if not asked.groups:
            raise Refusal(N_("Ask at least one group of residents how they find the result."))
        undone = [one.what for one in work.of(Task, topic.id) if one.open]
        if undone:
            raise Refusal(
                N_("“{task}” is not done yet. Finish its task, or drop it with a reason."),
                task=undone[0],
            )
        for one in asked.groups:
            work.add(
                Rating(
                    id=desk.new_id(),
                    topic=topic.id,
                    group=one.group,
                    asked_on=asked.asked_on or local_day(desk.now()),
                    satisfied=one.satisfied,
                    fairly=one.fairly,
                    unsatisfied=one.unsatisfied,
                    comments=one.comments.strip(),
                    by=desk.person.id,
                )
            )
        work.put(replace(topic, state=state))
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareTopic:
    """What came of it for everybody, and how many households gain; the money adds itself up."""

    topic: UUID
    report: str
    households: int = 0
    where: str = ""
    shared_on: date | None = None


def share_topic(desk: Desk, asked: ShareTopic) -> Changes:
    """Share the result; the gathered disputes get the outcome and are settled by it."""
    with desk.work("share-topic") as work:
        if not asked.report.strip():
            raise Refusal(N_("Write down what came of it."))
        check_households(asked.households)
        topic = work.get(AgendaTopic, asked.topic)
        state = after(TOPIC_STEPS, "share-topic", topic.state)
        budget, spent = money(work.of(Task, topic.id))
        work.add(
            BenefitReport(
                id=desk.new_id(),
                topic=topic.id,
                shared_on=asked.shared_on or local_day(desk.now()),
                result=asked.report.strip(),
                households=asked.households or topic.households,
                budget=budget,
                spent=spent,
                where=asked.where.strip(),
                by=desk.person.id,
            )
        )
        shared = work.put(replace(topic, state=state, closed_at=desk.now()))
        give_back(desk, work, shared, asked.report.strip(), closed=True)
        return work.commit()


def money(tasks: tuple[Task, ...]) -> tuple[Decimal, Decimal]:
    """Add up what the tasks were to cost and what they did cost, exactly."""
    kept = [one for one in tasks if not one.dropped]
    nothing = Decimal("0.00")
    budget = sum((one.budget for one in kept if one.budget is not None), nothing)
    spent = sum((one.spent for one in kept if one.spent is not None), nothing)
    return budget, spent
