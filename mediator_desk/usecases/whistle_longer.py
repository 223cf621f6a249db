"""More time for a department, asked before the old is over; and asking the district to step in."""

from datetime import timedelta

from mediator_desk.ports import Desk, Work
from mediator_desk.records.follow_up import Deadline, Satisfaction
from mediator_desk.records.whistle import StepKind, Whistle
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.clocks import limit_of
from mediator_desk.rules.durations import Duration, Unit, local_day
from mediator_desk.rules.whistle_kinds import RESIDENT_CLOCK, Kind, Stretch
from mediator_desk.usecases.clocks import Longer, extend_clock
from mediator_desk.usecases.whistle_steps import (
    StepWhistle,
    clocks_of,
    kind_of,
    steps_of,
    take_step,
)
from mediator_desk.words import N_


def extend_whistle(desk: Desk, asked: StepWhistle) -> Changes:
    """Give the department more time, once, approved, before the old time is over."""
    with desk.work("extend-whistle") as work:
        whistle = work.get(Whistle, asked.whistle)
        clock = _to_extend(desk, work, whistle)
        longer = Longer(
            by=Duration(length=asked.days, unit=Unit.WORKING_DAYS),
            reason=asked.text,
            approver=asked.approver,
            approved_on=local_day(desk.now()),
        )
        take_step(desk, work, whistle, "extend-whistle", StepKind.EXTENDED, asked)
        extend_clock(desk, work, clock, longer)
        return work.commit()


def escalate_whistle(desk: Desk, asked: StepWhistle) -> Changes:
    """Ask the district to supervise, once the kind's days overdue or dissatisfactions are full."""
    with desk.work("escalate-whistle") as work:
        whistle = work.get(Whistle, asked.whistle)
        if not asked.contact.strip():
            raise Refusal(N_("Say whom in the district it is put before."))
        kind = kind_of(desk.books, whistle)
        if not (
            _long_overdue(desk, work, whistle, kind)
            or _dissatisfied(work, whistle) >= max(kind.escalate_dissatisfied, 1)
        ):
            raise Refusal(
                N_(
                    "The district is asked after {days} days overdue or when the residents were "
                    "not content {times} times. Urge the department first."
                ),
                days=kind.escalate_days,
                times=max(kind.escalate_dissatisfied, 1),
            )
        take_step(
            desk, work, whistle, "escalate-whistle", StepKind.ESCALATED, asked,
            escalated_at=asked.at or desk.now(),
        )  # fmt: skip
        return work.commit()


def _to_extend(desk: Desk, work: Work, whistle: Whistle) -> Deadline:
    """Give the running clock that may be extended: to finish, else to come. Raises ``Refusal``."""
    for stretch in (Stretch.FINISH, Stretch.REPORT):
        for clock in clocks_of(desk.books, work, whistle, stretch)[-1:]:
            if clock.running() and limit_of(desk.books.deadlines, clock).allowance is not None:
                return clock
    raise Refusal(N_("No time of this whistle can be extended now."))


def _long_overdue(desk: Desk, work: Work, whistle: Whistle, kind: Kind) -> bool:
    """Tell whether a clock has been overdue for the days of the kind."""
    edge = desk.now() - timedelta(days=kind.escalate_days)
    counted = (RESIDENT_CLOCK, *kind.rules(Stretch.REPORT, Stretch.FINISH))
    clocks = work.of(Deadline, whistle.id)
    return any(one.overdue(edge) for one in clocks if one.rule in counted)


def _dissatisfied(work: Work, whistle: Whistle) -> int:
    """Count how often the residents were not content, through the whistles it repeats."""
    count, one = 0, whistle
    seen = set()
    while one.id not in seen:
        seen.add(one.id)
        rated = steps_of(work, one, StepKind.EVALUATED)
        count += sum(step.resident_rating is Satisfaction.UNSATISFIED for step in rated)
        earlier = None if one.again_of is None else work.find(Whistle, one.again_of)
        one = earlier or one
    return count
