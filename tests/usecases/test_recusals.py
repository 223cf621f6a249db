"""A party's wish for another mediator: asked, answered, and no sitting in between."""

import pytest

from mediator_desk.records.care import RecusalAnswer
from mediator_desk.records.people import Role
from mediator_desk.refusals import NotAllowed, Refusal
from mediator_desk.usecases.hold_sitting import hold_sitting
from mediator_desk.usecases.recusals import AnswerRecusal, AskRecusal, answer_recusal, ask_recusal
from mediator_desk.usecases.run_station import AddPerson, add_person


def _wished(here):
    dispute = here.consenting()
    party = here.file(dispute).parties[1]
    asked = AskRecusal(dispute=dispute, asked_by=party.id, reason="调解员与对方是亲戚")
    return dispute, ask_recusal(here.desk, asked).of("recusal")[0]


def _colleague(here):
    return add_person(here.desk, AddPerson(name="王强", role=Role.MEDIATOR, registered=True)).of(
        "person"
    )[0]


def test_no_sitting_is_held_until_the_wish_is_answered(here):
    dispute, _wish = _wished(here)

    with pytest.raises(Refusal, match="another mediator"):
        hold_sitting(here.desk, here.sitting(dispute))


def test_a_replacement_takes_the_dispute_over(here):
    dispute, wish = _wished(here)
    other = _colleague(here)

    answer_recusal(
        here.desk,
        AnswerRecusal(recusal=wish, answer=RecusalAnswer.REPLACED, replacement=other),
    )

    file = here.file(dispute)
    assert file.dispute.mediator == other
    assert file.recusals[0].answer is RecusalAnswer.REPLACED
    hold_sitting(here.desk, here.sitting(dispute))


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"answer": RecusalAnswer.REPLACED}, "Name the mediator"),
        ({"answer": RecusalAnswer.KEPT}, "why no other"),
    ],
)
def test_an_answer_that_lacks_something_is_refused(here, said, why):
    _dispute, wish = _wished(here)
    before = here.kept()

    with pytest.raises(Refusal, match=why):
        answer_recusal(here.desk, AnswerRecusal(recusal=wish, **said))

    assert here.kept() == before


def test_the_mediator_objected_to_is_no_replacement(here):
    _dispute, wish = _wished(here)
    asked = AnswerRecusal(
        recusal=wish, answer=RecusalAnswer.REPLACED, replacement=here.desk.person.id
    )

    with pytest.raises(Refusal, match="another mediator than"):
        answer_recusal(here.desk, asked)


def test_one_wish_waits_at_a_time(here):
    dispute, _wish = _wished(here)
    party = here.file(dispute).parties[0]

    with pytest.raises(Refusal, match="waits already"):
        ask_recusal(here.desk, AskRecusal(dispute=dispute, asked_by=party.id, reason="再想想"))


def test_a_mediator_does_not_answer_alone(here):
    _dispute, wish = _wished(here)
    asked = AnswerRecusal(recusal=wish, answer=RecusalAnswer.TAKEN_BACK)

    with pytest.raises(NotAllowed):
        answer_recusal(here.as_role(Role.MEDIATOR), asked)
