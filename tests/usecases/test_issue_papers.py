"""A paper once issued stays as it was; what says something new is another issue."""

from hashlib import sha256

import pytest

from mediator_desk.paper.preview import text_of
from mediator_desk.records.agreement import Agreement
from mediator_desk.records.issued_paper import IssuedPaper
from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.rules.issued_papers import InkPlace
from mediator_desk.usecases.issuing.issue import IssuePaper, issue_paper, issued_content
from mediator_desk.usecases.print_papers import PaperName


@pytest.fixture(scope="module")
def fonts(tmp_path_factory):
    """Unpack the carried fonts once."""
    return tmp_path_factory.mktemp("fonts")


def issue(here, fonts, dispute, paper=PaperName.AGREEMENT):
    return issue_paper(here.desk, IssuePaper(number=str(dispute), paper=paper), fonts)


def change_terms(here, dispute):
    (agreement,) = here.file(dispute).agreements
    here.change(Agreement, agreement.id, terms="一、另付维修费三百元。")


def test_an_issued_paper_is_kept_with_its_blank_its_digest_and_whose_ink_it_awaits(here, fonts):
    dispute = here.agreed()

    told = issue(here, fonts, dispute)

    (kept,) = here.desk.queries.issued_papers(dispute)
    assert (told.issues, told.new) == ((kept,), 1)
    assert (kept.issue, kept.pages) == (1, told.printed.pages)
    assert kept.sha256 == sha256(told.printed.pdf).hexdigest()
    assert kept.template.startswith("F11@")
    assert f"{kept.mark}.1" in text_of(told.printed.pdf).replace("\r\n", "")
    awaited = {InkPlace.read(one).who for one in kept.places}
    assert {"张三", "李四"} <= awaited


def test_the_same_facts_give_a_copy_of_the_last_issue_and_keep_nothing_new(here, fonts):
    dispute = here.agreed()
    first = issue(here, fonts, dispute)

    again = issue(here, fonts, dispute)

    assert again.printed.pdf == first.printed.pdf
    assert (again.new, again.issues) == (0, first.issues)
    assert len(here.desk.queries.issued_papers(dispute)) == 1


def test_a_volume_is_a_copy_too_though_the_record_inside_it_grew(here, fonts):
    dispute = here.agreed()
    first = issue(here, fonts, dispute, PaperName.VOLUME)

    again = issue(here, fonts, dispute, PaperName.VOLUME)

    assert (again.new, again.issues) == (0, first.issues)
    assert again.printed.pdf == first.printed.pdf


def test_a_later_change_makes_a_new_issue_and_the_old_one_stays_byte_for_byte(here, fonts):
    dispute = here.agreed()
    first = issue(here, fonts, dispute)
    change_terms(here, dispute)

    second = issue(here, fonts, dispute)

    old, pdf = issued_content(here.desk, first.issues[0].mark)
    assert pdf == first.printed.pdf
    assert second.issues[0].issue == 2
    assert second.issues[0].replaces == old.id
    assert "另付维修费" not in text_of(pdf)
    assert "另付维修费" in text_of(second.printed.pdf)


def test_each_record_of_a_case_with_several_sittings_is_an_issue_of_its_own(here, fonts):
    dispute = here.heard()
    first = issue(here, fonts, dispute, PaperName.MEDIATION_RECORD)
    from mediator_desk.usecases.hold_sitting import hold_sitting

    hold_sitting(here.desk, here.sitting(dispute))

    second = issue(here, fonts, dispute, PaperName.MEDIATION_RECORD)

    assert (len(first.issues), len(second.issues), second.new) == (1, 2, 1)
    assert second.issues[0] == first.issues[0]
    assert [one.part for one in second.issues] == [0, 1]


def test_a_paper_for_ourselves_is_not_issued(here, fonts):
    with pytest.raises(Refusal, match="for ourselves"):
        issue(here, fonts, here.agreed(), PaperName.SUMMARY)


def test_a_paper_that_cannot_be_printed_is_not_issued(here, fonts):
    dispute = here.accepted()

    with pytest.raises(Refusal, match="no written agreement"):
        issue(here, fonts, dispute)

    assert here.desk.queries.issued_papers(dispute) == ()


def test_a_mark_nobody_issued_is_not_found(here):
    with pytest.raises(NotFound, match="MD1:AAAAAAAAAAAA"):
        issued_content(here.desk, "MD1:AAAAAAAAAAAA")


def test_an_issued_paper_cannot_be_taken_for_another_record(here, fonts):
    one, other = here.agreed(), here.agreed()

    marks = {issue(here, fonts, each).issues[0].mark for each in (one, other)}

    assert len(marks) == 2
    assert here.desk.queries.issued_by_mark(marks.pop()).about in (one, other)
    assert IssuedPaper.OWNER == "about"
