"""The dialogs of care: another mediator, a risk, undisputed facts, and the note without a seal."""

from dataclasses import replace

from mediator_desk.records.agreement import AgreementForm
from mediator_desk.records.care import RecusalAnswer
from mediator_desk.records.sitting import SittingResult
from mediator_desk.usecases.hold_sitting import hold_sitting


def test_a_wish_is_recorded_and_answered(here, windows):
    dispute = here.consenting()
    dialog = windows.dialog("ask-recusal", dispute)
    dialog.sheet.fill({"reason": "亲戚"})
    dialog.hand_over()
    asked = here.file(dispute).recusals[0].answer
    answer = windows.dialog("answer-recusal", dispute)
    answer.sheet.fill({"answer": "kept", "words": "查无此事"})

    answer.hand_over()

    assert asked is RecusalAnswer.ASKED
    assert here.file(dispute).recusals[0].answer is RecusalAnswer.KEPT


def test_a_risk_report_says_to_whom_and_who_received_it(here, windows):
    dispute = here.consenting()
    dialog = windows.dialog("report-risk", dispute)
    dialog.sheet.fill({"signs": "扬言打人", "reported_to": "派出所", "received_by": "民警赵某"})

    dialog.hand_over()

    (report,) = here.file(dispute).risk_reports
    assert (report.reported_to, report.received_by) == ("派出所", "民警赵某")


def test_undisputed_facts_are_kept_with_every_party(here, windows):
    dispute = here.consenting()
    failed = here.sitting(dispute, result=SittingResult.FAILED, routes_explained=True)
    hold_sitting(here.desk, failed)
    dialog = windows.dialog("record-undisputed", dispute)
    parties = [str(party.id) for party in here.file(dispute).parties]
    dialog.sheet.fill({"facts": "11月2日漏水", "agreed_by": parties})

    dialog.hand_over()

    assert here.file(dispute).undisputed[0].facts == "11月2日漏水"


def test_without_a_committee_the_dialog_begins_with_the_consultation_note(here, windows):
    dispute = here.heard()
    here.put(dispute, committee=None)
    windows.desk = here.without_committee()
    dialog = windows.dialog("sign-agreement", dispute)
    dialog.sheet.fill({"terms": "各退一步"})

    dialog.hand_over()

    assert here.file(dispute).agreements[0].form is AgreementForm.NOTE


def test_a_note_asks_for_the_marks_of_the_parties_alone(here, windows):
    dispute = here.agreed(form=AgreementForm.NOTE)

    dialog = windows.dialog("mark-agreement", dispute)

    assert set(dialog.sheet.values()) == {"parties_marked_on"}
    assert replace(here.file(dispute).agreements[0], version=0).effective_on is None


def test_what_the_tables_ask_is_marked_once_and_shown_again(here, windows):
    dispute = here.consenting()
    dialog = windows.dialog("mark-case", dispute)
    dialog.sheet.fill({"complex": True, "crime": 4, "scale": "02"})

    dialog.hand_over()

    marks = here.file(dispute).marks
    assert (marks.complex, marks.crime, marks.fight, marks.scale.value) == (True, 4, 0, "02")
    again = windows.dialog("mark-case", dispute).sheet.values()
    assert (again["complex"], again["crime"], again["petition"]) == (True, 4, None)
