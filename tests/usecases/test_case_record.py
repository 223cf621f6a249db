"""The record of a case goes into its volume and comes back whole; masked papers never hold it."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from mediator_desk.paper.attaching import attached
from mediator_desk.paper.pdf import carrying
from mediator_desk.paper.setting import open_press
from mediator_desk.records.dispute import Dispute
from mediator_desk.records.values import to_values
from mediator_desk.troubles import PaperUnreadable
from mediator_desk.usecases.papers.case_record import case_record, read_case
from mediator_desk.usecases.print_papers import PaperName, PrintPapers, print_papers
from tests.paper.archive_rules import broken


@pytest.fixture(scope="session")
def fonts(tmp_path_factory):
    """Unpack the carried fonts once."""
    return tmp_path_factory.mktemp("fonts")


def printed(here, fonts, dispute, paper=PaperName.SUMMARY):
    number = here.file(dispute).dispute.number
    return print_papers(here.desk, PrintPapers(numbers=(number,), paper=paper), fonts)


def in_order(records):
    return sorted(records, key=lambda one: (one.TABLE, str(one.id)))


def content(here, dispute):
    return case_record(here.desk, here.file(dispute)).content


def test_a_case_comes_back_out_of_its_pdf_record_by_record(here, fonts):
    dispute = here.agreed()

    read = read_case(attached(printed(here, fonts, dispute).pdf))

    kept = here.desk.queries.case_records(dispute)
    assert in_order(read.case.records) == in_order(kept.records)
    assert (read.case.dispute, read.case.changed_at) == (dispute, kept.changed_at)
    assert {"dispute", "party", "consent", "sitting", "agreement"} <= set(read.counted())


def test_a_whistle_of_the_case_comes_along_with_its_steps(here):
    dispute = here.accepted()
    whistle = here.dispatched(dispute)

    read = read_case({"a": content(here, dispute)})

    steps = here.desk.queries.whistle_file(whistle).steps
    assert steps
    assert (read.counted()["whistle"], read.counted()["whistle_step"]) == (1, len(steps))


def test_ids_are_told_in_words_beside_the_records(here):
    dispute = here.agreed()

    about = read_case({"a": content(here, dispute)}).about

    file = here.file(dispute)
    assert about.number == file.dispute.number
    assert about.people[str(file.dispute.mediator)] == file.name(file.dispute.mediator)
    assert str(here.desk.person.id) in about.people


def test_what_was_put_aside_is_not_among_the_records(here):
    dispute = here.logged()
    gone = here.file(dispute).parties[0]
    with here.desk.open_work(here.desk.person.id) as work:
        work.remove(gone)
        work.commit()

    assert gone.name not in content(here, dispute).decode()


def test_the_same_case_gives_the_same_bytes_until_it_changes(here):
    dispute = here.agreed()
    first = case_record(here.desk, here.file(dispute))
    here.at.clock.moment += timedelta(days=1)

    again = case_record(here.desk, here.file(dispute))
    here.change(Dispute, dispute, title="换了名称")
    changed = case_record(here.desk, here.file(dispute))

    assert again == first
    assert changed.content != first.content
    assert changed.changed_at > first.changed_at


def test_a_summary_with_the_record_inside_keeps_the_rules_of_an_archive(here, fonts):
    assert broken(printed(here, fonts, here.agreed()).pdf) == []


def test_other_papers_of_a_case_carry_nothing(here, fonts):
    dispute = here.agreed()

    assert attached(printed(here, fonts, dispute, PaperName.AGREEMENT).pdf) == {}


def test_the_same_case_bound_twice_is_inside_once(here, fonts):
    number = here.file(here.agreed()).dispute.number
    asked = PrintPapers(numbers=(number, number), paper=PaperName.SUMMARY)

    bound = print_papers(here.desk, asked, fonts)

    assert list(attached(bound.pdf)) == [f"{number}.json"]
    assert broken(bound.pdf) == []


FOREIGN = {
    "nothing inside": {},
    "another kind of file": {"a.xml": b"<a/>"},
    "other json": {"a.json": b'{"a": 1}'},
    "no object": {"a.json": b"[]"},
    "not text": {"a.json": b"\xff\xfe"},
    "half of ours": {"a.json": b'{"format": "mediator-desk/case", "version": 1}'},
}


@pytest.mark.parametrize("files", FOREIGN.values(), ids=FOREIGN.keys())
def test_a_foreign_pdf_is_refused_in_words(files):
    with pytest.raises(PaperUnreadable, match="No record of a case"):
        read_case(files)


def test_a_file_beside_ours_does_not_hide_it(here):
    files = {"a.json": b'{"a": 1}', "b.json": content(here, here.logged())}

    assert read_case(files).counted()["dispute"] == 1


def changed(here, **said):
    told = json.loads(content(here, here.logged()))
    return {"a": json.dumps({**told, **said}).encode()}


def test_a_record_of_a_newer_program_asks_for_an_update(here):
    with pytest.raises(PaperUnreadable, match="newer program"):
        read_case(changed(here, version=2))


def test_records_that_are_none_are_refused(here):
    line = {"id": "11111111-1111-1111-1111-111111111111", "version": 1, "values": {"sex": 3}}

    for records in ({"party": [line]}, {"spaceship": []}):
        with pytest.raises(PaperUnreadable, match="No record of a case"):
            read_case(changed(here, records=records))


def test_a_paper_can_carry_the_record_beside_others(here, fonts):
    press = open_press(fonts)
    dispute = here.agreed()
    file = case_record(here.desk, here.file(dispute))
    paper = printed(here, fonts, dispute, PaperName.AGREEMENT)

    both = carrying(press, paper, [file, replace(file, name="other.json", content=b"{}")])

    assert set(attached(both.pdf)) == {file.name, "other.json"}
    assert all(to_values(one) for one in read_case(attached(both.pdf)).case.records)
