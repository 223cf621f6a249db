"""The dialogs of agreements, endings and corrections do what their use cases do."""

from datetime import date
from decimal import Decimal

from mediator_desk.records.agreement import AgreementForm
from mediator_desk.records.dispute import Outcome, Stage, Topic
from mediator_desk.records.follow_up import NoteKind, Satisfaction
from mediator_desk.records.people import Side
from mediator_desk.usecases.log_dispute import NewParty
from mediator_desk.usecases.sign_agreement import Promise, sign_agreement
from mediator_desk.usecases.volume_papers import NoteVolume, note_volume

TODAY = date(2026, 11, 23)


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


def test_archiving_a_volume_that_is_not_complete_asks_why(here, windows):
    dispute = here.closed()
    dialog = windows.dialog("archive-dispute", dispute)
    dialog.sheet.fill({"reason": "身份证明由社区另存"})

    dialog.press.click()

    file = here.file(dispute)
    assert file.dispute.stage is Stage.ARCHIVED
    assert file.volume_notes[0].text == "身份证明由社区另存"


def test_archiving_is_asked_once(here, windows):
    dispute = here.closed()
    note_volume(here.desk, NoteVolume(dispute=dispute, text="身份证明由社区另存"))
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


def test_a_dispute_is_handed_to_somebody(here, windows):
    dispute = here.logged()
    dialog = windows.dialog("assign-mediator", dispute)
    dialog.sheet.fill({"mediator": str(here.desk.person.id)})

    dialog.hand_over()

    assert here.file(dispute).dispute.mediator == here.desk.person.id
