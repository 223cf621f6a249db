"""Batches: whatever can be printed is, the rest is told, and nothing half done stays."""

import json
import os

import pypdfium2
import pytest

from mediator_desk.paper.preview import text_of
from mediator_desk.paper.spool import Spool
from mediator_desk.records.people import Party, Role
from mediator_desk.refusals import NotAllowed, Refusal
from mediator_desk.rules.case_order import CaseOrder
from mediator_desk.rules.masking_levels import Masking
from mediator_desk.usecases.batch_files import print_into_folder, print_into_one
from mediator_desk.usecases.new_files import clear_halves, safe_name, write_new
from mediator_desk.usecases.print_batch import PrintBatch, print_batch
from mediator_desk.usecases.print_papers import PaperName
from mediator_desk.usecases.select_cases import SelectCases, select_cases

BAD = "邻居\U000f0000养狗"


@pytest.fixture(scope="session")
def fonts(tmp_path_factory):
    """Unpack the carried fonts once."""
    return tmp_path_factory.mktemp("fonts")


@pytest.fixture
def three(here):
    """Log three disputes, of which the second holds a character no font has."""
    logged = [here.logged(text=text) for text in ("楼道堆物", BAD, "地锁")]
    return tuple(here.file(one).dispute.number for one in logged)


def _batch(numbers, **said):
    return PrintBatch(numbers=tuple(numbers), **said)


def _bookmarks(printed):
    found = pypdfium2.PdfDocument(printed.pdf).get_toc()
    return [one.get_title() for one in found if one.level == 0]


def test_one_bad_case_never_stops_the_others_and_is_told_with_its_reason(here, fonts, three):
    printed, report = print_into_one(here.desk, _batch(three), fonts)

    assert (report.printed, report.cancelled) == (2, False)
    assert [one.number for one in report.refused] == [three[1]]
    assert "F0000" in report.lines()[0]
    assert [title.split("　")[1] for title in _bookmarks(printed)] == [three[0], three[2]]


def test_a_number_nobody_has_and_a_case_with_nothing_to_print_are_told_in_their_place(here, fonts):
    agreed = here.file(here.agreed()).dispute.number
    logged = here.file(here.logged()).dispute.number
    asked = _batch((logged, "古城-1999-1", agreed), paper=PaperName.AGREEMENT)

    steps = list(print_batch(here.desk, asked, fonts))

    assert [(one.place, one.printed is not None) for one in steps] == [
        (1, False),
        (2, False),
        (3, True),
    ]
    assert "no written agreement" in str(steps[0].error)


def test_a_folder_gets_one_whole_file_for_each_and_none_is_written_over(
    here, fonts, three, tmp_path
):
    folder = tmp_path / "out"

    first = print_into_folder(here.desk, _batch(three), fonts, folder)
    again = print_into_folder(here.desk, _batch(three), fonts, folder)

    names = sorted(one.name for one in folder.iterdir())
    assert names == [
        f"{three[0]} 案情摘要 (2).pdf",
        f"{three[0]} 案情摘要.pdf",
        f"{three[2]} 案情摘要 (2).pdf",
        f"{three[2]} 案情摘要.pdf",
    ]
    assert not set(first.files) & set(again.files)
    assert all("案情摘要" in text_of(one.read_bytes()) for one in folder.iterdir())


def test_cancelling_leaves_whole_files_only(here, fonts, three, tmp_path):
    seen = []

    report = print_into_folder(
        here.desk, _batch(three), fonts, tmp_path / "out", watch=seen.append,
        cancelled=lambda: bool(seen),
    )  # fmt: skip

    assert report.cancelled
    assert [one.name for one in (tmp_path / "out").iterdir()] == [f"{three[0]} 案情摘要.pdf"]


def test_a_cancelled_batch_binds_nothing(here, fonts, three):
    printed, report = print_into_one(here.desk, _batch(three), fonts, cancelled=lambda: True)

    assert printed is None
    assert report.cancelled


def test_helpers_print_the_same_papers_in_the_same_order(here, fonts):
    numbers = [here.file(here.logged(text=f"第{at}件")).dispute.number for at in range(9)]

    helped, report = print_into_one(here.desk, _batch(numbers), fonts)

    assert report.printed == len(numbers)
    assert [title.split("　")[1] for title in _bookmarks(helped)] == numbers


def test_a_batch_for_a_department_calls_one_person_by_one_name_in_every_paper(here, fonts):
    numbers = []
    for text in ("张三说李四停车", "李四说张三养狗，电话13812341234", "张五反映张三"):
        names = ("张五", "张三") if "五" in text else ("张三", "李四")
        numbers.append(here.file(here.logged(names=names, text=text)).dispute.number)

    printed, _report = print_into_one(here.desk, _batch(numbers, level=Masking.DEPARTMENT), fonts)

    words = text_of(printed.pdf)
    assert "张某甲说李某停车" in words
    assert "李某说张某甲养狗，电话138****1234" in words
    assert "张某乙反映张某甲" in words
    assert not [one for one in ("张三", "李四", "张五", "13812341234") if one in words]


def test_a_public_summary_shows_no_phone_and_stars_for_names(here, fonts):
    dispute = here.logged(text="张三说李四停车")
    here.change(Party, here.file(dispute).parties[0].id, phone="13812341234", address="3号楼201")
    number = here.file(dispute).dispute.number

    printed, report = print_into_one(here.desk, _batch((number,), level=Masking.PUBLIC), fonts)

    words = text_of(printed.pdf)
    assert not report.refused
    assert "张*说李*停车" in words
    assert not [one for one in ("张三", "李四", "138", "201") if one in words]


def test_a_paper_that_must_name_its_parties_has_no_masked_level(here, fonts):
    asked = _batch(("古城-2026-1",), paper=PaperName.AGREEMENT, level=Masking.DEPARTMENT)

    with pytest.raises(Refusal, match="must name its parties"):
        print_batch(here.desk, asked, fonts)


def test_only_a_lead_prints_a_batch(here, fonts, three):
    with pytest.raises(NotAllowed):
        print_into_one(here.as_role(Role.MEDIATOR), _batch(three), fonts)


def test_every_batch_is_logged_with_its_level_and_its_counts(here, fonts, three):
    print_into_one(here.desk, _batch(three, level=Masking.DEPARTMENT), fonts)

    (entry,) = here.desk.queries.print_runs()
    assert (entry.paper, entry.level) == ("summary", "department")
    assert (entry.cases, entry.printed, entry.refused) == (3, 2, "")


def test_cases_are_selected_by_period_and_put_into_order(here):
    first = here.logged(text="一")
    here.at.clock.go(days=40)
    second, third = here.logged(text="二"), here.logged(text="三")
    days = [here.file(one).dispute.logged_at.date() for one in (second,)]

    asked = SelectCases(first=days[0], order=CaseOrder.NEWEST)

    assert [row.id for row in select_cases(here.desk, asked)] == [third, second]
    assert [row.id for row in select_cases(here.desk, SelectCases())] == [first, second, third]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("古城-2026-1 案情摘要", "古城-2026-1 案情摘要"),
        ("a/b\\c:d*e?f", "a-b-c-d-e-f"),
        ("../../etc", "-..-etc"),
        ("CON", "_CON"),
        ("", "_"),
        ("名" * 200, "名" * 80),
        ("a\nb\x00c", "a-b-c"),
    ],
)
def test_a_name_is_made_safe_for_every_system(words, name):
    assert safe_name(words) == name


def test_a_half_file_of_long_ago_is_cleared_and_a_fresh_one_is_not(tmp_path):
    old, fresh = tmp_path / ".mediator-desk-a.part", tmp_path / ".mediator-desk-b.part"
    for one in (old, fresh):
        one.write_bytes(b"half")
    os.utime(old, (0, 0))

    clear_halves(tmp_path)

    assert [one.name for one in tmp_path.iterdir()] == [fresh.name]


def test_a_new_file_takes_the_first_free_name(tmp_path):
    files = [write_new(tmp_path, "案", "pdf", b"x") for _again in range(3)]

    assert [one.name for one in files] == ["案.pdf", "案 (2).pdf", "案 (3).pdf"]


def test_what_waits_on_the_disk_has_no_readable_word_and_ends_with_the_batch(tmp_path):
    with Spool(tmp_path) as spool:
        spool.put({"name": "张三"})
        spool.put({"name": "李四"})
        kept = spool._file
        kept.seek(0)
        raw = kept.read()
        names = [one["name"] for one in spool]

    assert names == ["张三", "李四"]
    assert json.dumps("张三").encode() not in raw
    assert "张三".encode() not in raw
    assert list(tmp_path.iterdir()) == []
