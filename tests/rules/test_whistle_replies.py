"""A reply is looked at for its four elements; what it lacks is named and blocks nothing."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from mediator_desk.records.ids import PersonId, TeamId, WhistleId
from mediator_desk.records.whistle import StepKind, Whistle, WhistleSource, WhistleStep
from mediator_desk.rules.whistle_replies import missing_in_reply

NOON = datetime(2026, 9, 23, 4, tzinfo=UTC)
ID = WhistleId(UUID(int=1))
WHISTLE = Whistle(
    id=ID, team=TeamId(UUID(int=2)), number="哨-1", kind="daily", source=WhistleSource.GRID,
    title="地锁", division="371502", content="地锁", lead="城管", blown_by=PersonId(UUID(int=3)),
    blown_at=NOON, rule_set="gulou", turn=1,
)  # fmt: skip
FULL = {"contact": "佟话", "measures": "拆除", "promised": "当日"}


def step(kind, hours, *, turn=1, department="城管", **said):
    at = NOON + timedelta(hours=hours)
    return WhistleStep(
        id=UUID(int=hours), whistle=ID, kind=kind, at=at, written_at=at,
        by=PersonId(UUID(int=3)), turn=turn, department=department, **said,
    )  # fmt: skip


def test_nothing_is_missing_before_there_is_a_reply():
    assert missing_in_reply(WHISTLE, [step(StepKind.SIGNED, 1)]) is None


def test_a_reply_that_says_all_four_is_left_in_peace():
    steps = [step(StepKind.SIGNED, 1), step(StepKind.REPLIED, 2, **FULL)]

    assert missing_in_reply(WHISTLE, steps) is None


def test_what_was_said_while_it_was_handled_counts_too():
    steps = [
        step(StepKind.SIGNED, 1),
        step(StepKind.HANDLING, 2, **FULL),
        step(StepKind.REPLIED, 3, text="已拆"),
    ]

    assert missing_in_reply(WHISTLE, steps) is None


@pytest.mark.parametrize(
    ("key", "named"),
    [("contact", "whom they spoke to"), ("measures", "which measures"), ("promised", "what time")],
)
def test_each_element_that_is_missing_is_named(key, named):
    steps = [step(StepKind.SIGNED, 1), step(StepKind.REPLIED, 2, **{**FULL, key: ""})]

    assert named in str(missing_in_reply(WHISTLE, steps))


def test_the_signing_of_another_department_or_an_earlier_call_is_not_its_own():
    steps = [
        step(StepKind.SIGNED, 1, turn=0),
        step(StepKind.SIGNED, 2, department="住建"),
        step(StepKind.REPLIED, 3, **FULL),
    ]

    said = str(missing_in_reply(WHISTLE, steps))

    assert said == "The reply does not say: when it was accepted. Ask the department for it."
