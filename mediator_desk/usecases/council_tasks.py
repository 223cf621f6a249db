"""Tasks of a resolution: taken on with a clock and a budget, done with proof, or dropped."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.council import AgendaTopic, TopicState
from mediator_desk.records.council_doing import Task
from mediator_desk.records.follow_up import Deadline
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.amounts import exact_amount
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases.clocks import start_clock
from mediator_desk.words import N_

TASK_STATES = (
    TopicState.DECIDED,
    TopicState.OTHERS_DECIDED,
    TopicState.RESULT_POSTED,
    TopicState.EXECUTING,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTask:
    """What is to be done, by whom, until when, for how much, and where the money comes from."""

    what: str
    who: str
    due_on: date
    budget: Decimal | None = None
    fund: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddTask:
    """One more task of a topic that was decided."""

    topic: UUID
    what: str
    who: str
    due_on: date
    budget: Decimal | None = None
    fund: str = ""


def add_task(desk: Desk, asked: AddTask) -> Changes:
    """Take one more task on; its day becomes a clock."""
    with desk.work("add-task") as work:
        topic = work.get(AgendaTopic, asked.topic)
        if topic.state not in TASK_STATES:
            raise Refusal(N_("Tasks follow a decision; this topic has none to carry out now."))
        new = NewTask(
            what=asked.what,
            who=asked.who,
            due_on=asked.due_on,
            budget=asked.budget,
            fund=asked.fund,
        )
        take_on(desk, work, topic, new)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishTask:
    """That a task was done: what shows it, and what it cost."""

    task: UUID
    proof: str
    done_on: date | None = None
    spent: Decimal | None = None


def finish_task(desk: Desk, asked: FinishTask) -> Changes:
    """Mark a task as done; its clock is met."""
    with desk.work("finish-task") as work:
        task = _open_task(work, asked.task)
        if not asked.proof.strip():
            raise Refusal(N_("Say what shows that it is done (a photo, a receipt, who looked)."))
        spent = None if asked.spent is None else exact_amount(asked.spent)
        done_on = asked.done_on or local_day(desk.now())
        work.put(replace(task, done_on=done_on, proof=asked.proof.strip(), spent=spent))
        _stop(desk, work, task, met=True)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class DropTask:
    """Why a task need not be done any more."""

    task: UUID
    reason: str


def drop_task(desk: Desk, asked: DropTask) -> Changes:
    """Drop a task; it stays in sight with its reason, and its clock is called off."""
    with desk.work("drop-task") as work:
        task = _open_task(work, asked.task)
        if not asked.reason.strip():
            raise Refusal(N_("Say why the task is dropped."))
        work.put(replace(task, dropped=asked.reason.strip()))
        _stop(desk, work, task, met=False)
        return work.commit()


def take_on(desk: Desk, work: Work, topic: AgendaTopic, new: NewTask) -> None:
    """Keep a task and start its clock."""
    if not new.what.strip() or not new.who.strip():
        raise Refusal(N_("Say of each task what is to be done and by whom."))
    clock = start_clock(desk, work, topic.id, "C02", new.due_on)
    work.add(
        Task(
            id=desk.new_id(),
            topic=topic.id,
            what=new.what.strip(),
            who=new.who.strip(),
            due_on=new.due_on,
            budget=None if new.budget is None else exact_amount(new.budget),
            fund=new.fund.strip(),
            clock=clock.id,
        )
    )


def _open_task(work: Work, id: UUID) -> Task:
    """Give a task that still waits to be done. Raises ``Refusal``."""
    task = work.get(Task, id)
    if not task.open:
        raise Refusal(N_("This task is done or dropped already. Take on another one if needed."))
    return task


def _stop(desk: Desk, work: Work, task: Task, *, met: bool) -> None:
    """Stop the clock of a task, if it still runs."""
    clock = None if task.clock is None else work.find(Deadline, task.clock)
    if clock is None or not clock.running():
        return
    if met:
        work.put(replace(clock, met_at=desk.now()))
    else:
        work.put(replace(clock, called_off=True))
