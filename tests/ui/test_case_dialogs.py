"""Every step of a dispute has its dialog, and the dialog does what its use case does."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QDialog

from mediator_desk.records.agreement import AgreementForm
from mediator_desk.records.dispute import Channel, Outcome, Route, Stage, Topic
from mediator_desk.records.follow_up import NoteKind, Satisfaction
from mediator_desk.records.people import Side
from mediator_desk.records.sitting import SittingResult
from mediator_desk.usecases.close_dispute import ArchiveDispute, archive_dispute
from mediator_desk.usecases.log_dispute import NewParty
from mediator_desk.usecases.sign_agreement import Promise, sign_agreement
from tests.store.stations import sit_down
from tests.ui.casework import Windows
from tests.usecases.cases import Cases
from ui.forms.case_dialogs import DIALOGS
from ui.forms.case_ending import fitting_outcomes, likely_outcome
from ui.forms.case_papers import papers_of
from ui.next_step import may_follow, next_step

TODAY = date(2026, 11, 23)


@pytest.fixture
def here(tmp_path):
    station = sit_down(tmp_path / "station")
    yield Cases(station)
    station.leave()


@pytest.fixture
def windows(qtbot, here, tmp_path):
    made = Windows(qtbot, here.desk, tmp_path)
    yield made
    assert made.mistakes == []


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
    assert any("may not be a matter for mediation" in one for one in said)


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


def test_an_agreement_keeps_its_promises_and_begins_with_the_facts(here, windows):
    dispute = here.heard()
    one, other = here.file(dispute).parties
    dialog = windows.dialog("sign-agreement", dispute)
    facts = dialog.sheet.values()["facts"]
    dialog.sheet.fill(
        {
            "terms": "一次付清",
            "promises": [
                {
                    "debtor": str(one.id),
                    "creditor": str(other.id),
                    "what": "支付维修费",
                    "amount": "3800.50",
                    "due_on": "2026-12-05",
                }
            ],
        }
    )

    dialog.hand_over()

    file = here.file(dispute)
    assert facts == file.dispute.text
    assert file.agreements[0].form is AgreementForm.WRITTEN
    assert file.agreements[0].effective_on is None
    assert file.obligations[0].amount == Decimal("3800.50")
    assert file.obligations[0].due_on == date(2026, 12, 5)


def test_the_last_mark_lets_an_agreement_bind(here, windows):
    dispute = here.agreed(parties_marked_on=TODAY)
    dialog = windows.dialog("mark-agreement", dispute)
    dialog.sheet.fill({"mediator_signed_on": TODAY, "sealed_on": TODAY})

    dialog.hand_over()

    assert here.file(dispute).agreements[0].effective_on == TODAY


def test_a_performed_obligation_is_ticked_off(here, windows):
    dispute = here.heard()
    debtor = here.file(dispute).parties[0].id
    promise = Promise(debtor=debtor, what="拆除地锁", due_on=date(2026, 12, 1))
    sign_agreement(here.desk, here.agreement(dispute, promises=(promise,)))
    dialog = windows.dialog("perform-obligation", dispute)
    dialog.sheet.fill({"proof": "现场照片"})

    dialog.hand_over()

    (kept,) = here.file(dispute).obligations
    assert kept.performed_on == TODAY
    assert kept.proof == "现场照片"


def test_a_return_visit_is_kept(here, windows):
    dispute = here.agreed()
    dialog = windows.dialog("follow-up", dispute)
    dialog.sheet.fill({"situation": "已拆除", "satisfaction": "satisfied"})

    dialog.hand_over()

    (visit,) = here.file(dispute).follow_ups
    assert visit.satisfaction is Satisfaction.SATISFIED
    assert visit.performed


def test_a_note_joins_the_course_of_events(here, windows):
    dispute = here.logged()
    dialog = windows.dialog("note", dispute)
    dialog.sheet.fill({"text": "电话约好周三", "kind": "call"})

    dialog.hand_over()

    (note,) = here.file(dispute).notes
    assert note.kind is NoteKind.CALL


def test_only_outcomes_that_fit_are_offered_for_closing(here, windows):
    heard, agreed = here.heard(), here.agreed()

    without = fitting_outcomes(here.file(heard))
    with_one = fitting_outcomes(here.file(agreed))

    assert Outcome.AGREED_WRITTEN not in without
    assert Outcome.SETTLED_BY_COUNCIL not in without
    assert with_one[0] is Outcome.AGREED_WRITTEN
    assert likely_outcome(here.file(agreed), with_one) is Outcome.AGREED_WRITTEN


def test_closing_keeps_the_outcome(here, windows):
    dispute = here.agreed()
    dialog = windows.dialog("close-dispute", dispute)

    dialog.hand_over()

    kept = here.file(dispute).dispute
    assert kept.stage is Stage.CLOSED
    assert kept.outcome is Outcome.AGREED_WRITTEN


def test_a_closed_dispute_is_taken_up_again_with_a_reason(here, windows):
    dispute = here.closed()
    dialog = windows.dialog("reopen-dispute", dispute)
    dialog.sheet.fill({"reason": "又起争执"})

    dialog.hand_over()

    file = here.file(dispute)
    assert file.dispute.stage is Stage.ACCEPTED
    assert len(file.closings) == 1


def test_archiving_is_asked_once(here, windows):
    dispute = here.closed()
    question = windows.dialog("archive-dispute", dispute)

    question.press.click()

    assert here.file(dispute).dispute.stage is Stage.ARCHIVED


def test_editing_begins_with_what_stands_and_changes_only_what_was_typed(here, windows):
    dispute = here.logged(estate="阳光花园", building="3号楼", households=4)
    before = here.file(dispute).dispute
    dialog = windows.dialog("change-dispute", dispute)
    dialog.sheet.fill({"title": "地锁占位", "topic": "noise"})

    dialog.hand_over()

    after = here.file(dispute).dispute
    assert after.title == "地锁占位"
    assert after.topic is Topic.NOISE
    assert (after.text, after.estate, after.building, after.households) == (
        before.text,
        before.estate,
        before.building,
        before.households,
    )


def test_an_untouched_edit_window_closes_without_asking(here, windows):
    dispute = here.logged(estate="阳光花园")
    dialog = windows.dialog("change-dispute", dispute)

    assert not dialog.sheet.touched()


def test_a_party_is_added_where_one_is_missing(here, windows):
    dispute = here.logged(names=("张三",))
    dialog = windows.dialog("add-party", dispute)
    dialog.sheet.fill({"name": "李四", "birth_year": "1980"})

    dialog.hand_over()

    added = here.file(dispute).parties[-1]
    assert (added.name, added.side, added.birth_year) == ("李四", Side.RESPONDENT, 1980)


def test_correcting_a_party_keeps_what_was_not_asked(here, windows):
    dispute = here.logged(
        parties=(NewParty(name="某物业", occupation="保安", phone="13800138000", ethnicity="汉族"),)
    )
    dialog = windows.dialog("change-party", dispute)
    dialog.sheet.fill({"kind": "organisation", "name": "某某物业公司"})

    dialog.hand_over()

    (party,) = here.file(dispute).parties
    assert (party.name, party.phone, party.occupation) == ("某某物业公司", "13800138000", "保安")


def test_with_several_parties_it_is_asked_which_one(qtbot, here, windows):
    dispute = here.logged()
    party = here.file(dispute).parties[1]
    dialog = windows.dialog("change-party", dispute)
    dialog.sheet.fill({"party": str(party.id)})
    behind = dialog.window_behind

    dialog.hand_over()

    titles = [one.windowTitle() for one in behind.findChildren(QDialog)]
    assert f"Correct {party.name}" in titles


def test_a_dispute_is_handed_to_somebody(here, windows):
    dispute = here.logged()
    dialog = windows.dialog("assign-mediator", dispute)
    dialog.sheet.fill({"mediator": str(here.desk.person.id)})

    dialog.hand_over()

    assert here.file(dispute).dispute.mediator == here.desk.person.id


def test_the_recommended_step_follows_the_case(here):
    logged, accepted = here.logged(), here.accepted()
    consenting, heard, agreed = here.consenting(), here.heard(), here.agreed()
    closed = here.closed()

    steps = [
        next_step(here.file(one)).usecase
        for one in (logged, accepted, consenting, heard, agreed, closed)
    ]

    assert steps == [
        "route-dispute",
        "record-consent",
        "hold-sitting",
        "sign-agreement",
        "mark-agreement",
        "archive-dispute",
    ]


def test_every_step_that_may_follow_has_a_dialog_or_goes_elsewhere(here):
    role = here.desk.person.role
    cases = (here.logged(), here.accepted(), here.heard(), here.agreed(), here.closed())

    offered = {step for case in cases for step in may_follow(here.file(case), role)}

    assert offered - set(DIALOGS) == {"gather-disputes", "blow-whistle"}


def test_an_archived_dispute_offers_nothing(here):
    dispute = here.closed()
    archive_dispute(here.desk, ArchiveDispute(dispute=dispute))

    assert may_follow(here.file(dispute), here.desk.person.role) == ()


def test_papers_that_are_not_possible_yet_say_why(here):
    offers = {one.paper.value: one.why_not for one in papers_of(here.file(here.accepted()))}

    assert offers["summary"] == offers["acceptance-register"] == ""
    assert offers["agreement"] == "There is no written agreement."
    assert offers["mediation-record"]


@pytest.mark.parametrize("usecase", sorted(DIALOGS))
def test_no_two_things_in_a_dialog_share_a_key(here, windows, doubled, usecase):
    dispute = here.heard() if usecase != "mark-agreement" else here.agreed()
    if usecase == "perform-obligation":
        debtor = here.file(dispute).parties[0].id
        promise = Promise(debtor=debtor, what="拆除地锁")
        sign_agreement(here.desk, here.agreement(dispute, promises=(promise,)))

    dialog = windows.dialog(usecase, dispute)

    assert doubled(dialog) == []
