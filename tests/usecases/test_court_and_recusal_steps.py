"""Confirmations and wishes for another mediator follow their tables for every role."""

import pytest

from mediator_desk.records.care import Recusal, RecusalAnswer
from mediator_desk.records.confirmation import Confirmation, ConfirmationState
from mediator_desk.records.people import Role
from mediator_desk.rules.transitions import CONFIRMATION_STEPS, RECUSAL_STEPS
from mediator_desk.usecases import confirm_agreement as confirming
from mediator_desk.usecases import recusals
from mediator_desk.usecases.run_station import AddPerson, add_person
from tests.usecases.arrows import expected, seated, tried
from tests.usecases.performing import offered, wished


def _at_court(seat, dispute):
    """Apply, and hear every answer of the court."""
    file = seat.file(dispute)
    (one,) = file.confirmations

    def answer(result):
        asked = confirming.AnswerConfirmation(
            confirmation=one.id, result=result, number="（2026）鲁1502民特1号", words="内容不明确"
        )
        return lambda: confirming.answer_confirmation(seat.desk, asked)

    steps = {
        f"answer-confirmation: {result.value}": answer(result)
        for result in ConfirmationState
        if result not in (ConfirmationState.OFFERED, ConfirmationState.APPLIED)
    }
    return steps | {
        "apply-confirmation": lambda: confirming.apply_confirmation(
            seat.desk,
            confirming.ApplyConfirmation(
                confirmation=one.id, signed_by=tuple(party.id for party in file.parties)
            ),
        )
    }


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("state", list(ConfirmationState))
def test_an_application_to_the_court_follows_its_table_for_every_role(here, state, role):
    seat, dispute, walked = seated(here, role), None, {}
    for name in [one.usecase for one in CONFIRMATION_STEPS]:
        dispute = dispute or offered(here)
        here.change(Confirmation, here.file(dispute).confirmations[0].id, state=state)
        walked[name] = tried(
            _at_court(seat, dispute)[name],
            lambda dispute=dispute: here.file(dispute).confirmations[0].state,
        )
        if isinstance(walked[name], ConfirmationState):
            dispute = None

    assert walked == {name: expected(CONFIRMATION_STEPS, name, state, role) for name in walked}


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("answer", list(RecusalAnswer))
def test_a_wish_for_another_mediator_follows_its_table_for_every_role(here, answer, role):
    seat, walked = seated(here, role), {}
    for name in [one.usecase for one in RECUSAL_STEPS]:
        dispute = wished(here)
        wish = here.file(dispute).recusals[0].id
        here.change(Recusal, wish, answer=answer)
        asked = recusals.AnswerRecusal(
            recusal=wish,
            answer=RecusalAnswer(name.split(": ")[1]),
            replacement=_other(here) if name.endswith("replaced") else None,
            words="不构成利害关系",
        )
        walked[name] = tried(
            lambda asked=asked: recusals.answer_recusal(seat.desk, asked),
            lambda dispute=dispute: here.file(dispute).recusals[0].answer,
        )

    assert walked == {name: expected(RECUSAL_STEPS, name, answer, role) for name in walked}


def _other(here):
    """Give a registered mediator who is not the one at the desk."""
    changes = add_person(here.desk, AddPerson(name="刘调解员", registered=True))
    return changes.of("person")[0]
