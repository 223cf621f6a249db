"""Who held a whistle how long: the parts are the whole, in whatever order the steps come."""

from datetime import datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from mediator_desk.records.whistle import (
    ReturnReason,
    Solved,
    StepKind,
    Whistle,
    WhistleSource,
    WhistleStep,
)
from mediator_desk.rules.durations import CHINA
from mediator_desk.rules.duty_hours import USUAL, read_duty_hours
from mediator_desk.rules.holding import Holder, held_by, holdings, returns, worked

BLOWN = datetime(2026, 9, 23, 9, tzinfo=CHINA)
PERSON = UUID(int=1)
HOURS = read_duty_hours(USUAL)


def whistle():
    return Whistle(
        id=UUID(int=9), team=UUID(int=2), number="哨-1", kind="daily", rule_set="gulou",
        source=WhistleSource.RESIDENT, title="地锁", division="371502", content="地锁",
        lead="甲", blown_by=PERSON, blown_at=BLOWN,
    )  # fmt: skip


def step(number, kind, hours, department="甲", **said):
    at = BLOWN + timedelta(hours=hours)
    return WhistleStep(
        id=UUID(int=100 + number), whistle=UUID(int=9), kind=kind, at=at, written_at=at,
        by=PERSON, department=department, **said,
    )  # fmt: skip


OBJECTING = (
    step(1, StepKind.APPROVED, 1),
    step(2, StepKind.DISPATCHED, 2),
    step(3, StepKind.RETURNED, 26, reason=ReturnReason.NOT_OUR_DUTY, legal_basis="第四十条"),
    step(4, StepKind.REASSIGNED, 27, "乙"),
    step(5, StepKind.RETURNED, 30, "乙", reason=ReturnReason.NOT_OUR_DUTY, legal_basis="第四十条"),
    step(6, StepKind.DESIGNATED, 50, "乙"),
    step(7, StepKind.REPLIED, 60, "乙"),
    step(8, StepKind.VERIFIED, 61, "乙", solved=Solved.SOLVED),
)


def test_each_hand_is_told_with_its_working_hours(calendar):
    found = held_by(holdings(whistle(), OBJECTING, BLOWN + timedelta(hours=61), calendar))

    assert list(found) == [
        (Holder.STREET, ""),
        (Holder.DEPARTMENT, "甲"),
        (Holder.DEPARTMENT, "乙"),
        (Holder.DISTRICT, ""),
    ]
    assert found[Holder.DEPARTMENT, "甲"] == timedelta(hours=7, minutes=30)


def test_a_return_is_upheld_when_another_department_is_called_for_it():
    assert [one.upheld for one in returns(OBJECTING)] == [True, False]


KINDS = st.sampled_from(
    [
        StepKind.DISPATCHED, StepKind.SIGNED, StepKind.RETURNED, StepKind.RETURN_REFUSED,
        StepKind.REASSIGNED, StepKind.DESIGNATED, StepKind.REPORTED_IN, StepKind.REPLIED,
        StepKind.VERIFIED, StepKind.EVALUATED, StepKind.CLOSED,
    ]
)  # fmt: skip
LIVES = st.lists(
    st.tuples(KINDS, st.integers(0, 400), st.sampled_from("甲乙丙"), st.sampled_from(list(Solved))),
    max_size=9,
)


@given(lives=LIVES, data=st.data())
def test_all_holdings_are_the_whole_span_in_any_order_of_the_steps(calendar, lives, data):
    steps = [
        step(number, kind, hours, department, solved=solved)
        for number, (kind, hours, department, solved) in enumerate(lives)
    ]
    now = BLOWN + timedelta(hours=500)
    ends = [one.at for one in steps if one.kind is StepKind.CLOSED]

    found = holdings(whistle(), steps, now, calendar)

    whole = worked(BLOWN, min(ends, default=now), calendar, HOURS)
    assert sum((one.worked for one in found), timedelta()) == whole
    mixed = data.draw(st.permutations(steps))
    assert holdings(whistle(), mixed, now, calendar) == found
