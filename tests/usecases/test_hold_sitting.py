"""Consents and sittings: every party agrees first, and the record is what is signed."""

import pytest

from mediator_desk.records.dispute import Outcome, Stage
from mediator_desk.records.sitting import SittingResult
from mediator_desk.refusals import Refusal
from mediator_desk.usecases.hold_sitting import RecordConsent, hold_sitting, record_consent


def test_a_sitting_keeps_its_record_and_moves_the_dispute_on(here):
    dispute = here.consenting()

    hold_sitting(here.desk, here.sitting(dispute, recorder="陈晨"))

    file = here.file(dispute)
    assert file.dispute.stage is Stage.MEDIATING
    assert file.sittings[0].record == "双方各自说明了情况。"
    assert file.sittings[0].mediators == (here.desk.person.id,)
    assert file.dispute.notice_given_on is not None


def test_one_clear_no_ends_the_mediation(here):
    dispute = here.accepted()
    wife, husband = here.file(dispute).parties
    for party, agreed in ((wife, True), (husband, False)):
        record_consent(
            here.desk, RecordConsent(dispute=dispute, party=party.id, agreed=agreed, words="不调")
        )

    file = here.file(dispute)

    assert (file.dispute.stage, file.dispute.outcome) == (Stage.CLOSED, Outcome.REFUSED)
    assert not any(one.running() for one in file.deadlines)
    assert file.closings[0].reason == "不调"


def test_only_a_party_of_the_dispute_can_consent_to_it(here):
    stranger = here.file(here.logged()).parties[0]
    dispute = here.accepted()
    before = here.kept()

    with pytest.raises(Refusal, match="no party"):
        record_consent(here.desk, RecordConsent(dispute=dispute, party=stranger.id, agreed=True))

    assert here.kept() == before


def test_a_sitting_without_the_consent_of_all_names_who_is_missing(here):
    dispute = here.accepted()
    before = here.kept()

    with pytest.raises(Refusal, match="张三、李四"):
        hold_sitting(here.desk, here.sitting(dispute))

    assert here.kept() == before


def test_a_sitting_needs_two_parties(here):
    dispute = here.consenting(names=("张三",))
    before = here.kept()

    with pytest.raises(Refusal, match="two parties"):
        hold_sitting(here.desk, here.sitting(dispute))

    assert here.kept() == before


def test_what_was_never_accepted_has_no_sitting(here):
    dispute = here.logged()
    here.topic(dispute)
    before = here.kept()

    with pytest.raises(Refusal, match="Accept the dispute first"):
        hold_sitting(here.desk, here.sitting(dispute))

    assert here.kept() == before


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"notice_given": False}, "rights and duties"),
        ({"present": ()}, "present"),
        ({"record": " "}, "what was said"),
        ({"result": SittingResult.FAILED}, "arbitration"),
    ],
)
def test_a_sitting_that_lacks_something_is_refused(here, said, why):
    dispute = here.consenting()
    before = here.kept()

    with pytest.raises(Refusal, match=why):
        hold_sitting(here.desk, here.sitting(dispute, **said))

    assert here.kept() == before


def test_a_failed_sitting_with_the_other_routes_told_is_kept(here):
    dispute = here.consenting()

    hold_sitting(
        here.desk, here.sitting(dispute, result=SittingResult.FAILED, routes_explained=True)
    )

    assert here.file(dispute).sittings[0].routes_explained
