"""Agreements: who may issue one, when it binds, and what is owed under it."""

from datetime import date
from decimal import Decimal

import pytest

from mediator_desk.records.agreement import AgreementForm
from mediator_desk.records.dispute import Stage
from mediator_desk.refusals import Refusal
from mediator_desk.rules.durations import end_of_day
from mediator_desk.usecases.perform_agreement import PerformObligation, perform_obligation
from mediator_desk.usecases.sign_agreement import (
    MarkAgreement,
    Promise,
    mark_agreement,
    sign_agreement,
)


def _running(here, dispute):
    return sorted(one.rule for one in here.file(dispute).deadlines if one.running())


def test_a_written_agreement_binds_with_the_last_mark(here):
    dispute = here.agreed()
    agreement = here.file(dispute).agreements[0]
    day = date(2026, 3, 10)
    for marks in ({"parties_marked_on": day}, {"mediator_signed_on": day}):
        mark_agreement(here.desk, MarkAgreement(agreement=agreement.id, **marks))
    before = _running(here, dispute)

    mark_agreement(here.desk, MarkAgreement(agreement=agreement.id, sealed_on=day))

    file = here.file(dispute)
    assert before == []
    assert file.dispute.stage is Stage.AGREED
    assert file.agreements[0].effective_on == day
    assert _running(here, dispute) == ["D02", "D05"]
    confirmation = next(one for one in file.deadlines if one.rule == "D02")
    assert confirmation.due_at == end_of_day(date(2026, 4, 9))


def test_an_oral_agreement_binds_at_once_and_needs_no_confirmation(here):
    dispute = here.agreed(form=AgreementForm.ORAL)

    assert _running(here, dispute) == ["D05"]


def test_a_promise_has_its_clock_until_it_is_performed(here):
    dispute = here.heard()
    debtor = here.file(dispute).parties[1].id
    promise = Promise(
        debtor=debtor, what="赔偿", amount=Decimal("1200.00"), due_on=date(2026, 12, 1)
    )
    sign_agreement(here.desk, here.agreement(dispute, promises=(promise,)))
    kept = here.file(dispute).obligations[0]
    running = _running(here, dispute)

    asked = PerformObligation(obligation=kept.id, performed_on=date(2026, 11, 23), proof="收据")
    perform_obligation(here.desk, asked)

    assert running == ["D04"]
    assert _running(here, dispute) == []
    assert here.file(dispute).obligations[0].performed_on == date(2026, 11, 23)


def test_a_team_without_a_committee_cannot_issue_an_agreement(here):
    dispute = here.heard()
    here.put(dispute, committee=None)
    before = here.kept()

    with pytest.raises(Refusal, match="committee"):
        sign_agreement(here.desk, here.agreement(dispute))

    assert here.kept() == before


def test_a_mediator_who_is_not_registered_cannot_sign(here):
    dispute = here.heard()
    here.unregistered()
    before = here.kept()

    with pytest.raises(Refusal, match="李梅 is not a registered"):
        sign_agreement(here.desk, here.agreement(dispute))

    assert here.kept() == before


@pytest.mark.parametrize(
    ("said", "why"), [({"terms": " "}, "what was agreed"), ({"facts": ""}, "main facts")]
)
def test_an_agreement_that_lacks_something_is_refused(here, said, why):
    dispute = here.heard()
    before = here.kept()

    with pytest.raises(Refusal, match=why):
        sign_agreement(here.desk, here.agreement(dispute, **said))

    assert here.kept() == before


def test_only_parties_can_promise_something(here):
    dispute = here.heard()
    stranger = here.file(here.logged()).parties[0].id
    promise = Promise(debtor=stranger, what="赔偿")
    before = here.kept()

    with pytest.raises(Refusal, match="Only the parties"):
        sign_agreement(here.desk, here.agreement(dispute, promises=(promise,)))

    assert here.kept() == before


def test_a_promise_that_says_nothing_is_refused(here):
    dispute = here.heard()
    promise = Promise(debtor=here.file(dispute).parties[0].id, what=" ")

    with pytest.raises(Refusal, match="what is promised"):
        sign_agreement(here.desk, here.agreement(dispute, promises=(promise,)))


def test_an_agreement_rests_on_a_sitting(here):
    dispute = here.consenting()
    here.put(dispute, stage=Stage.MEDIATING)

    with pytest.raises(Refusal, match="sitting"):
        sign_agreement(here.desk, here.agreement(dispute))


def test_signing_meets_the_clock_of_the_month(here):
    dispute = here.heard()

    sign_agreement(here.desk, here.agreement(dispute))

    month = next(one for one in here.file(dispute).deadlines if one.rule == "D01")
    assert month.met_at is not None
