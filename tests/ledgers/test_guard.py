"""Odd and hostile files are refused in words and harm nothing."""

import threading
from datetime import date

import pytest

from mediator_desk.ledgers.guard import Limits, check
from mediator_desk.ledgers.ledger import read_ledger
from mediator_desk.ledgers.rows import BadRow
from mediator_desk.troubles import DiskTrouble, LedgerUnfit
from tests.ledgers.made_up import STRINGS, TOP, changed, put, with_rows, workbook
from tests.ledgers.odd_but_read import READ
from tests.ledgers.odd_files import REFUSED

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("name", REFUSED)
def test_an_odd_file_is_refused_in_words(tmp_path, name):
    make, words = REFUSED[name]
    path = put(tmp_path, make())

    with pytest.raises(LedgerUnfit) as refused, read_ledger(path, today=TODAY) as ledger:
        list(ledger.rows)

    assert words in refused.value.words()


@pytest.mark.parametrize("name", READ)
def test_an_odd_file_that_can_be_read_answers_with_its_row_or_a_reason(tmp_path, name):
    make, words = READ[name]
    path = put(tmp_path, make())

    with read_ledger(path, today=TODAY) as ledger:
        first, *_ = ledger.rows

    if isinstance(first, BadRow):
        said = first.why.words()
    else:
        said = " ".join((first.text, *(one.words() for one in first.remarks)))
    assert words in said


def test_there_are_at_least_sixty_odd_files_each_with_its_answer():
    assert len({*REFUSED, *READ}) >= 60
    assert all(words for _make, words in (*REFUSED.values(), *READ.values()))


def test_an_ordinary_workbook_passes():
    check(workbook(), Limits())


def test_the_limits_are_arguments():
    with pytest.raises(LedgerUnfit):
        check(workbook(), Limits(packed_bytes=100))


def test_a_missing_file_is_a_trouble_of_the_disk(tmp_path):
    with pytest.raises(DiskTrouble):
        read_ledger(tmp_path / "nowhere.xlsx", today=TODAY)


def test_a_workbook_that_eats_memory_ends_only_its_reader(tmp_path):
    strings = "".join(f"<si><t>{n:0>30000}</t></si>" for n in range(4_000))
    table = (
        f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{strings}</sst>'
    )
    path = put(tmp_path, changed(workbook(), {STRINGS: table.encode()}))
    limits = Limits(memory_bytes=120 * 1024 * 1024, ratio=10_000)

    with pytest.raises(LedgerUnfit):
        read_ledger(path, today=TODAY, limits=limits)


def test_a_workbook_that_takes_too_long_ends_only_its_reader(tmp_path):
    rows = "".join(f'<row r="{n}"><c r="A{n}"/><c r="B{n}"/></row>' for n in range(3, 400_000))
    path = put(tmp_path, with_rows(TOP + rows))

    with (
        pytest.raises(LedgerUnfit, match="longer than 1 seconds"),
        read_ledger(path, today=TODAY, limits=Limits(seconds=1)) as ledger,
    ):
        list(ledger.rows)


def test_a_reader_that_is_killed_is_a_ledger_that_cannot_be_read(tmp_path):
    path = put(tmp_path, workbook(list(many_rows(3_000))))

    with read_ledger(path, today=TODAY) as ledger:
        next(ledger.rows)
        ledger._reading._child.kill()
        with pytest.raises(LedgerUnfit):
            list(ledger.rows)


def test_reading_stops_when_the_person_says_so(tmp_path):
    path = put(tmp_path, workbook(list(many_rows(500))))
    said = threading.Event()

    with read_ledger(path, today=TODAY, stop=said.is_set) as ledger:
        next(ledger.rows)
        said.set()
        with pytest.raises(LedgerUnfit, match="stopped"):
            list(ledger.rows)


def test_leaving_early_ends_the_reader(tmp_path):
    path = put(tmp_path, workbook(list(many_rows(5_000))))

    with read_ledger(path, today=TODAY) as ledger:
        next(ledger.rows)

    assert ledger._reading._child.returncode is not None


def many_rows(count):
    for number in range(count):
        yield (str(number), "2026-3-2", "", "", "", "", f"停车 {number}" * 99, "")
