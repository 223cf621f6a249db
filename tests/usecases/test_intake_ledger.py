"""Taking a ledger in: each row once, with its date; bad rows come back; nothing doubles."""

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from mediator_desk.ledgers.headings import Field
from mediator_desk.records.dispute import Channel, Topic
from mediator_desk.records.people import Role
from mediator_desk.refusals import NotAllowed
from mediator_desk.rows import DisputeFilter
from mediator_desk.rules.durations import CHINA
from mediator_desk.troubles import LedgerUnfit
from mediator_desk.usecases import intake_ledger as intake
from mediator_desk.usecases.intake_ledger import IntakeLedger, preview_ledger
from tests.ledgers.made_up import HEADINGS, ROWS, workbook

BAD = ("4", "某天", "柳园小区", "钱某", "", "噪音", "说不清哪天", "")
EMPTY = ("5", "2026-03-05", "柳园小区", "孙某", "", "噪音", "", "")


@pytest.fixture
def ledger(tmp_path):
    """Make a ledger with these rows."""

    def make(*rows, headings=HEADINGS, name="台账.xlsx") -> Path:
        file = tmp_path / name
        file.write_bytes(workbook(rows or ROWS, headings=headings))
        return file

    return make


def _rows(here):
    return here.desk.queries.disputes(DisputeFilter())


def test_each_row_becomes_a_dispute_with_its_own_date(here, ledger):
    done = intake.intake_ledger(here.desk, IntakeLedger(file=ledger()))

    rows = _rows(here)
    assert (done.logged, done.already, done.refused) == (3, 0, ())
    assert [row.logged_at.astimezone(CHINA).date().day for row in rows] == [4, 3, 2]
    assert rows[2].logged_at == datetime(2026, 3, 2, 9, 5, tzinfo=CHINA)
    assert [row.parties for row in rows] == [("赵某",), ("李某",), ("王某",)]
    assert [row.place for row in rows] == ["柳园小区", "柳园小区", "阳光花园"]


def test_the_topic_is_proposed_from_the_text(here, ledger):
    done = intake.intake_ledger(here.desk, IntakeLedger(file=ledger()))

    assert [row.topic for row in _rows(here)] == [
        Topic.NOISE, Topic.CORRIDOR_CLUTTER, Topic.PARKING,
    ]  # fmt: skip
    assert done.topics[Topic.NOISE] == 1


def test_a_reply_is_kept_as_a_note(here, ledger):
    intake.intake_ledger(here.desk, IntakeLedger(file=ledger()))

    notes = here.file(_rows(here)[2].id).notes

    assert [one.text for one in notes] == ["已调解"]


def test_taken_in_twice_nothing_doubles(here, ledger):
    asked = IntakeLedger(file=ledger())
    intake.intake_ledger(here.desk, asked)

    again = intake.intake_ledger(here.desk, asked)

    assert (again.logged, again.already) == (0, 3)
    assert len(_rows(here)) == 3


def test_good_rows_go_in_and_bad_ones_come_back_with_the_reason(here, ledger, tmp_path):
    errors = tmp_path / "errors.xlsx"

    done = intake.intake_ledger(
        here.desk, IntakeLedger(file=ledger(*ROWS, BAD, EMPTY), errors=errors)
    )

    assert done.logged == 3
    assert [one.row for one in done.refused] == [5, 6]
    given_back = list(openpyxl.load_workbook(errors).active.values)
    assert len(given_back) == 3
    assert given_back[1][len(HEADINGS)]


def test_a_preview_says_the_same_and_keeps_nothing(here, ledger):
    asked = IntakeLedger(file=ledger(*ROWS, BAD))
    before = here.kept()

    seen = preview_ledger(here.desk, asked)

    assert here.kept() == before
    assert (seen.logged, len(seen.refused)) == (3, 1)
    assert seen.columns[Field.TEXT] == "简要情况"
    assert seen.plans[0].asked.topic is Topic.PARKING


def test_the_meaning_of_columns_is_remembered_for_the_next_ledger(here, ledger):
    headings = ("一", "二", "三", "四", "五", "六", "七", "八")
    columns = {Field.LOGGED_ON: "二", Field.TEXT: "七"}
    intake.intake_ledger(here.desk, IntakeLedger(file=ledger(headings=headings), columns=columns))
    later = ledger(
        ("9", "2026-04-01", "", "", "", "", "漏水", ""), headings=headings, name="b.xlsx"
    )

    done = intake.intake_ledger(here.desk, IntakeLedger(file=later))

    assert done.logged == 1


def test_a_ledger_without_the_needed_columns_is_refused(here, ledger):
    before = here.kept()

    with pytest.raises(LedgerUnfit):
        intake.intake_ledger(here.desk, IntakeLedger(file=ledger(headings=["甲"] * 8)))

    assert here.kept() == before


def test_stopping_keeps_whole_batches_and_the_rest_comes_next_time(here, ledger, monkeypatch):
    monkeypatch.setattr(intake, "ROWS_AT_ONCE", 2)
    asked = IntakeLedger(file=ledger())
    answers = iter([False, True])

    stopped = intake.intake_ledger(here.desk, asked, stop=lambda: next(answers))
    rest = intake.intake_ledger(here.desk, asked)

    assert (stopped.stopped, stopped.logged) == (True, 2)
    assert (rest.logged, rest.already) == (1, 2)


def test_several_names_in_one_cell_are_several_parties(here, ledger):
    row = ("1", "2026-03-02", "阳光花园3号楼2单元", "王某、李某", "13800000001", "", "吵架", "")

    intake.intake_ledger(here.desk, IntakeLedger(file=ledger(row)))

    found = _rows(here)[0]
    assert found.parties == ("王某", "李某")
    assert found.place == "阳光花园 3号楼 2单元"


def test_the_channel_of_a_row_is_read(here, ledger):
    headings = ("登记时间", "内容", "来源")
    row = ("2026-03-02", "夜间施工噪声", "12345热线转办")

    intake.intake_ledger(here.desk, IntakeLedger(file=ledger(row, headings=headings)))

    assert here.file(_rows(here)[0].id).dispute.channel is Channel.HOTLINE


def test_a_mediator_takes_no_ledger_in(here, ledger):
    with pytest.raises(NotAllowed):
        intake.intake_ledger(here.as_role(Role.MEDIATOR), IntakeLedger(file=ledger()))
