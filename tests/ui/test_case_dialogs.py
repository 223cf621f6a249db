"""The dialogs at the door and at the table do what their use cases do."""

from functools import partial

import pytest
from PySide6.QtWidgets import QDialog

from mediator_desk.records.dispute import Channel, Outcome, Route, Stage
from mediator_desk.records.sitting import SittingResult
from mediator_desk.usecases.privacy import RecordPrivacy, record_privacy
from mediator_desk.usecases.referrals import RecordReferral, record_referral
from tests.usecases.performing import offered, promised, wished
from ui.forms.case_dialogs import DIALOGS


def test_accepting_draws_the_volume_number_only_when_it_is_saved(here, windows):
    dispute = here.logged(channel=Channel.HOTLINE)
    dialog = windows.dialog("accept-dispute", dispute)
    proposed = dialog.sheet.values()
    before = here.file(dispute).dispute.volume_no

    dialog.hand_over()

    kept = here.file(dispute).dispute
    assert proposed["source"] == "hotline"
    assert before == ""
    assert kept.stage is Stage.ACCEPTED
    assert kept.volume_no.endswith("第1号")


def test_a_dispute_is_turned_away_only_with_a_reason(here, windows):
    dispute = here.logged()
    dialog = windows.dialog("refuse-dispute", dispute)
    dialog.hand_over()
    without = here.file(dispute).dispute.stage
    dialog.sheet.fill({"reason": "法院已经受理"})

    dialog.hand_over()

    assert without is Stage.LOGGED
    assert here.file(dispute).dispute.outcome is Outcome.NOT_ACCEPTED


def test_the_proposed_way_brings_its_reasons_with_it(here, windows):
    dispute = here.logged(text="小区私装地锁，占用公共车位，多次劝说无效")
    dialog = windows.dialog("route-dispute", dispute)
    proposed = dialog.ways.chosen()

    dialog.hand_over()

    kept = here.file(dispute).dispute
    assert kept.route is proposed is kept.route_proposed
    assert kept.route_reason


def test_another_way_than_proposed_needs_a_reason_of_its_own(here, windows):
    dispute = here.logged(text="小区私装地锁，占用公共车位，多次劝说无效")
    dialog = windows.dialog("route-dispute", dispute)
    other = next(way for way in (Route.SETTLE, Route.COUNCIL) if way is not dialog.ways.chosen())
    dialog.ways.choose(other)
    dialog.hand_over()
    refused = dialog.error.text()
    dialog.sheet.fill({"reason": "双方愿意先谈"})

    dialog.hand_over()

    kept = here.file(dispute).dispute
    assert "another way" in refused
    assert kept.route is other
    assert kept.route_reason == "双方愿意先谈"


def test_a_matter_unfit_for_mediation_is_warned_of(here, windows):
    dispute = here.logged(text="邻居持刀伤人，公安机关已经刑事立案")

    dialog = windows.dialog("route-dispute", dispute)

    from ui.widgets.card import Banner

    said = [banner.text() for banner in dialog.sheet.findChildren(Banner) if banner.text()]
    assert any("Not for mediation" in one for one in said)


def test_each_party_is_asked_in_turn(here, windows):
    dispute = here.accepted()
    first = windows.dialog("record-consent", dispute)
    first.hand_over()

    second = windows.dialog("record-consent", dispute)
    second.hand_over()

    consents = here.file(dispute).consents
    assert len({one.party for one in consents}) == 2
    assert all(one.agreed for one in consents)


def test_a_clear_no_ends_the_mediation(here, windows):
    dispute = here.accepted()
    dialog = windows.dialog("record-consent", dispute)
    dialog.sheet.fill({"agreed": "no", "words": "不想调解"})

    dialog.hand_over()

    assert here.file(dispute).dispute.outcome is Outcome.REFUSED


def test_a_sitting_is_written_down_with_who_was_there(here, windows):
    dispute = here.consenting()
    dialog = windows.dialog("hold-sitting", dispute)
    dialog.sheet.fill(
        {
            "record": "双方各让一步",
            "result": "succeeded",
            "notice_given": True,
            "invited": "王主任、赵网格员",
        }
    )

    dialog.hand_over()

    (sitting,) = here.file(dispute).sittings
    assert sitting.invited == ("王主任", "赵网格员")
    assert len(sitting.present) == 2
    assert sitting.result is SittingResult.SUCCEEDED


def test_a_refusal_shows_in_place_and_keeps_what_was_typed(here, windows):
    dispute = here.accepted()
    dialog = windows.dialog("hold-sitting", dispute)
    dialog.sheet.fill({"record": "说了很多", "result": "succeeded", "notice_given": True})

    dialog.hand_over()

    assert "Not every party has agreed" in dialog.error.text()
    assert dialog.sheet.values()["record"] == "说了很多"


def test_a_failed_sitting_asks_whether_the_other_ways_were_explained(here, windows):
    dispute = here.consenting()
    dialog = windows.dialog("hold-sitting", dispute)
    asked_before = "routes_explained" in dialog.sheet.values()
    dialog.sheet.fill({"record": "谈不拢", "result": "failed", "notice_given": True})
    dialog.sheet.fill({"routes_explained": True})

    dialog.hand_over()

    assert not asked_before
    assert here.file(dispute).sittings[0].routes_explained


def test_with_several_parties_it_is_asked_which_one(qtbot, here, windows):
    dispute = here.logged()
    party = here.file(dispute).parties[1]
    dialog = windows.dialog("change-party", dispute)
    dialog.sheet.fill({"party": str(party.id)})
    behind = dialog.window_behind

    dialog.hand_over()

    titles = [one.windowTitle() for one in behind.findChildren(QDialog)]
    assert f"Correct {party.name}" in titles


def told_and_referred(here):
    dispute = here.heard()
    record_referral(here.desk, RecordReferral(dispute=dispute, body="派出所"))
    record_privacy(here.desk, RecordPrivacy(party=here.file(dispute).parties[0].id))
    return dispute


_OF_PROMISES = (
    "perform-obligation", "record-payment", "change-schedule", "urge-performance",
    "record-lawsuit", "offer-confirmation",
)  # fmt: skip


@pytest.mark.parametrize("usecase", sorted(DIALOGS))
def test_no_two_things_in_a_dialog_share_a_key(here, windows, doubled, usecase):
    bring = {
        "mark-agreement": here.agreed,
        **dict.fromkeys(_OF_PROMISES, partial(promised, here)),
        "answer-recusal": partial(wished, here),
        **dict.fromkeys(("apply-confirmation", "answer-confirmation"), partial(offered, here)),
        **dict.fromkeys(("answer-referral", "take-back-privacy"), partial(told_and_referred, here)),
    }
    dispute = bring.get(usecase, here.heard)()

    dialog = windows.dialog(usecase, dispute)

    assert doubled(dialog) == []
