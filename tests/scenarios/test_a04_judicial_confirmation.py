"""A4, A5, A31: until when a court can be asked, by whom, and what it would not take."""

from datetime import UTC, date, datetime

import pytest

from mediator_desk.records.confirmation import ConfirmationState, CourtGround
from mediator_desk.records.dispute import Outcome
from mediator_desk.refusals import Refusal
from mediator_desk.rules.durations import end_of_day
from mediator_desk.usecases.close_dispute import CloseDispute, close_dispute
from mediator_desk.usecases.confirm_agreement import (
    AnswerConfirmation,
    ApplyConfirmation,
    OfferConfirmation,
    answer_confirmation,
    apply_confirmation,
    offer_confirmation,
)
from tests.usecases.performing import mark, promised, running

COURT = "聊城市东昌府区人民法院"


def _go(here, month, day, year=2026):
    here.at.clock.moment = datetime(year, month, day, 1, tzinfo=UTC)


def _effective(here, parties: date, sealed: date, **said):
    """Sign an agreement on the day of the marks and seal it on the other."""
    here.at.clock.moment = datetime(parties.year, parties.month, parties.day, 1, tzinfo=UTC)
    said = {"due_on": date(2026, 12, 31)} | said
    dispute = promised(here, marked=None, **said)
    here.at.clock.moment = datetime(sealed.year, sealed.month, sealed.day, 2, tzinfo=UTC)
    mark(here, dispute, parties, sealed)
    return dispute


def _offered(here, dispute):
    agreement = here.file(dispute).agreements[0]
    asked = OfferConfirmation(agreement=agreement.id, court=COURT, ground=CourtGround.COMMITTEE)
    return offer_confirmation(here.desk, asked).of("confirmation")[0]


def _all(here, dispute):
    return tuple(party.id for party in here.file(dispute).parties)


def _last_day(here, dispute):
    return next(one.due_at for one in here.file(dispute).deadlines if one.rule == "D02")


def test_a4_marked_on_the_18th_and_sealed_on_the_20th_the_last_day_is_24_february(here):
    dispute = _effective(here, date(2026, 1, 18), date(2026, 1, 20))

    assert here.file(dispute).agreements[0].effective_on == date(2026, 1, 20)
    assert _last_day(here, dispute) == end_of_day(date(2026, 2, 24))


def test_a4_an_application_that_only_one_party_signed_is_blocked(here):
    dispute = _effective(here, date(2026, 1, 18), date(2026, 1, 20))
    one = _offered(here, dispute)
    before = here.kept()

    with pytest.raises(Refusal, match="李四 has not signed"):
        apply_confirmation(
            here.desk, ApplyConfirmation(confirmation=one, signed_by=_all(here, dispute)[:1])
        )

    assert here.kept() == before


def test_a4_on_the_last_day_both_can_still_apply(here):
    dispute = _effective(here, date(2026, 1, 18), date(2026, 1, 20))
    one = _offered(here, dispute)
    _go(here, 2, 24)

    apply_confirmation(
        here.desk, ApplyConfirmation(confirmation=one, signed_by=_all(here, dispute))
    )

    assert here.file(dispute).confirmations[0].state is ConfirmationState.APPLIED
    assert running(here, dispute, "D02") == []
    assert running(here, dispute, "D03.accept") == ["2026-02-27"]


def test_a4_a_day_later_the_right_has_lapsed_and_the_other_ways_are_told(here):
    dispute = _effective(here, date(2026, 1, 18), date(2026, 1, 20))
    one = _offered(here, dispute)
    _go(here, 2, 25)

    with pytest.raises(Refusal, match=r"ended on 24 February 2026.*notarised"):
        apply_confirmation(
            here.desk, ApplyConfirmation(confirmation=one, signed_by=_all(here, dispute))
        )


def test_a5_in_effect_on_10_march_the_last_day_is_9_april(here):
    dispute = _effective(here, date(2026, 3, 10), date(2026, 3, 10))

    assert _last_day(here, dispute) == end_of_day(date(2026, 4, 9))


def test_a31_a_parking_space_that_belongs_to_somebody_is_warned_of_and_use_is_suggested(here):
    dispute = _effective(
        here, date(2026, 3, 10), date(2026, 3, 10), what="B区12号车位归甲所有", amount=None
    )
    file = here.file(dispute)

    (doubt,) = here.desk.books.confirmation.doubts(file.agreements[0], file.obligations)
    _offered(here, dispute)

    assert doubt.code == "property"
    assert "第三百五十五条第一款第五项" in doubt.source
    assert "租用" in doubt.advice.zh
    assert "property" in here.file(dispute).confirmations[0].doubts


def test_what_the_court_answers_is_kept_with_its_number(here):
    dispute = _effective(here, date(2026, 3, 10), date(2026, 3, 10))
    one = _offered(here, dispute)
    apply_confirmation(
        here.desk, ApplyConfirmation(confirmation=one, signed_by=_all(here, dispute))
    )
    number = "（2026）鲁1502调确字第12号"
    _go(here, 3, 12)
    answer_confirmation(
        here.desk,
        AnswerConfirmation(confirmation=one, result=ConfirmationState.ACCEPTED, number=number),
    )
    deciding = running(here, dispute, "D03.decide")
    _go(here, 3, 20)

    answer_confirmation(
        here.desk, AnswerConfirmation(confirmation=one, result=ConfirmationState.CONFIRMED)
    )

    kept = here.file(dispute).confirmations[0]
    assert deciding == ["2026-03-27"]
    assert (kept.state, kept.number) == (ConfirmationState.CONFIRMED, number)
    assert (kept.answered_on, kept.decided_on) == (date(2026, 3, 12), date(2026, 3, 20))
    assert running(here, dispute, "D03.decide") == []


def test_a_no_of_the_court_needs_its_reason_and_another_court_can_be_asked(here):
    dispute = _effective(here, date(2026, 3, 10), date(2026, 3, 10))
    one = _offered(here, dispute)
    apply_confirmation(
        here.desk, ApplyConfirmation(confirmation=one, signed_by=_all(here, dispute))
    )
    no = AnswerConfirmation(confirmation=one, result=ConfirmationState.NOT_ACCEPTED)
    with pytest.raises(Refusal, match="why the court said no"):
        answer_confirmation(here.desk, no)
    answer_confirmation(
        here.desk,
        AnswerConfirmation(
            confirmation=one, result=ConfirmationState.NOT_ACCEPTED, words="不属本院管辖"
        ),
    )

    _offered(here, dispute)

    states = [each.state for each in here.file(dispute).confirmations]
    assert states == [ConfirmationState.NOT_ACCEPTED, ConfirmationState.OFFERED]


def test_an_application_can_be_handed_in_for_a_closed_case(here):
    dispute = _effective(here, date(2026, 3, 10), date(2026, 3, 10))
    close_dispute(here.desk, CloseDispute(dispute=dispute, outcome=Outcome.AGREED_WRITTEN))

    one = _offered(here, dispute)

    assert here.file(dispute).confirmations[0].id == one


def test_an_agreement_that_lacks_a_mark_cannot_be_confirmed(here):
    dispute = promised(here, marked=None)

    with pytest.raises(Refusal, match="in effect"):
        _offered(here, dispute)
