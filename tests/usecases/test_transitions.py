"""The transition table: every arrow of it leads somewhere, and no other arrow exists."""

import pytest

from mediator_desk.records.award import ClaimState
from mediator_desk.records.care import RecusalAnswer
from mediator_desk.records.confirmation import ConfirmationState
from mediator_desk.records.convention import VersionState
from mediator_desk.records.council import TopicState
from mediator_desk.records.dispute import Stage
from mediator_desk.records.owners_vote import VoteState
from mediator_desk.records.public_notice import NoticeState, ObjectionState
from mediator_desk.records.revenue import RevenueState
from mediator_desk.records.whistle import WhistleState
from mediator_desk.refusals import Refusal
from mediator_desk.rules.transitions import (
    ALL_STEPS,
    DISPUTE_STEPS,
    TOPIC_STEPS,
    WHISTLE_STEPS,
    after,
    possible,
)
from mediator_desk.usecases.catalogue import USECASES

STATES = {
    "dispute": Stage,
    "confirmation": ConfirmationState,
    "recusal": RecusalAnswer,
    "agenda_topic": TopicState,
    "whistle": WhistleState,
    "owners_vote": VoteState,
    "public_notice": NoticeState,
    "objection": ObjectionState,
    "revenue_account": RevenueState,
    "convention_version": VersionState,
    "award_claim": ClaimState,
}
# Steps that follow from a use case on another record.
_FOLLOWING = {"come-back", "convention-replaced", "vote-void", "hand-over"}
_IN_OTHER_WORDS = {
    "others-decided": "record-decision",
}


@pytest.mark.parametrize("subject", list(ALL_STEPS))
def test_a_step_is_taken_from_its_states_and_from_no_other(subject):
    steps = ALL_STEPS[subject]
    names = {step.usecase for step in steps}

    taken = {
        (name, state): reached
        for name in names
        for state in STATES[subject]
        if (reached := _reached(steps, name, state)) is not None
    }

    assert taken == {
        (step.usecase, state): step.after or state for step in steps for state in step.before
    }


@pytest.mark.parametrize("subject", list(ALL_STEPS))
def test_no_step_leads_two_ways_from_one_state(subject):
    arrows = [(one.usecase, state) for one in ALL_STEPS[subject] for state in one.before]

    assert len(arrows) == len(set(arrows))


@pytest.mark.parametrize("subject", list(ALL_STEPS))
def test_every_state_can_be_reached(subject):
    first = next(iter(STATES[subject]))
    reached = {first}
    while True:
        more = {
            one.after
            for one in ALL_STEPS[subject]
            if one.after is not None and reached & set(one.before)
        } - reached
        if not more:
            break
        reached |= more

    assert reached == set(STATES[subject])


def test_every_step_is_a_use_case():
    names = {one.usecase.split(":")[0] for steps in ALL_STEPS.values() for one in steps}

    unknown = {_IN_OTHER_WORDS.get(name, name) for name in names} - set(USECASES) - _FOLLOWING

    assert not unknown


def test_what_may_follow_is_named_once():
    assert possible(WHISTLE_STEPS, WhistleState.REPLIED)[0] == "verify-whistle"
    assert possible(WHISTLE_STEPS, WhistleState.CANCELLED) == ()
    assert possible(DISPUTE_STEPS, Stage.ARCHIVED) == ()
    assert "hold-meeting" in possible(TOPIC_STEPS, TopicState.ON_AGENDA)


def _reached(steps, name, state):
    try:
        return after(steps, name, state)
    except Refusal:
        return None
