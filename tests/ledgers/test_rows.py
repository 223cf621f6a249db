"""Rows come through whole, or come back with the reason; the same ledger twice is once."""

import random
from datetime import date
from pathlib import Path

import pytest

from mediator_desk.ledgers.headings import Field
from mediator_desk.ledgers.ledger import read_ledger
from mediator_desk.ledgers.mapping import propose
from mediator_desk.ledgers.reading import RawRow
from mediator_desk.ledgers.rows import BadRow, LedgerRow, RowReader
from mediator_desk.ledgers.signed import signed_by
from tests.ledgers.made_up import BOOK, HEADINGS, TOP, cell, changed, part, put, with_rows, workbook

TODAY = date(2026, 11, 23)
SAMPLE = Path(__file__).parents[3] / "shared" / "data" / "citizen_messages_sample.xlsx"


def read(folder, content, **asked):
    with read_ledger(put(folder, content), today=TODAY, **asked) as ledger:
        return list(ledger.rows)


def row_of(headings, *cells):
    reader = RowReader(mapping=propose(headings), today=TODAY)
    return next(reader.read([RawRow(2, cells)]))


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample of residents' messages is not here")
def test_all_messages_of_the_sample_come_through():
    with read_ledger(SAMPLE, today=TODAY) as ledger:
        rows = list(ledger.rows)

    assert len([row for row in rows if isinstance(row, LedgerRow)]) == 344
    assert all(row.text and row.title and row.reply and row.ref and row.logged_at for row in rows)
    assert all(row.replied_on and row.replied_on >= row.logged_on for row in rows)
    assert len({row.key for row in rows}) == 344
    assert sum(bool(row.replied_by) for row in rows) == 37


def test_a_made_up_ledger_comes_through_whole(tmp_path):
    first, second, third = read(tmp_path, workbook())

    assert (first.row, first.ref, first.logged_on) == (2, "1", date(2026, 3, 2))
    assert first.logged_at.isoformat() == "2026-03-02T01:05:00+00:00"
    assert (first.text, first.topic, first.reply) == ("地锁占用车位", "停车", "已调解")
    assert (second.place, second.name, second.phone) == ("柳园小区", "李某", "0635-8200000")
    assert (third.logged_at, third.phone, third.remarks) == (None, "", ())


def test_bad_rows_come_back_with_the_reason_and_good_ones_go_in(tmp_path):
    rows = [
        ("1", "2026-3-2", "", "", "", "", "地锁", ""),
        ("2", "昨天", "", "", "", "", "地锁", ""),
        ("3", "2026-3-2", "", "王某", "", "", "", ""),
        ("4", "2026-3-9", "", "", "", "", "噪音", ""),
    ]

    good, no_date, no_text, also_good = read(tmp_path, workbook(rows))

    assert (good.row, also_good.row) == (2, 5)
    assert (no_date.row, "昨天" in no_date.why.words()) == (3, True)
    assert (no_text.row, "what happened" in no_text.why.words()) == (4, True)
    assert no_date.cells[1] == "昨天"


def test_the_title_stands_in_for_a_text_that_is_missing():
    row = row_of(("日期", "标题", "内容"), "2026-3-2", "地锁占用车位", "")

    assert row.text == "地锁占用车位"


def test_real_dates_numbers_and_answers_of_formulas_are_read(tmp_path):
    def draw(book, sheet):
        sheet.write_datetime(1, 1, date(2026, 3, 2), book.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_number(1, 4, 13800000001)
        sheet.write_formula(1, 6, '="地"&"锁"', None, "地锁")

    (row,) = read(tmp_path, workbook([("1",)], draw=draw))

    assert (row.logged_on, row.phone, row.text) == (date(2026, 3, 2), "13800000001", "地锁")


def test_a_formula_without_its_answer_counts_as_empty(tmp_path):
    def draw(_book, sheet):
        sheet.write_formula(1, 6, "=A1&B1", None, "")

    (row,) = read(tmp_path, workbook([("1", "2026-3-2")], draw=draw))

    assert isinstance(row, BadRow)


def test_days_counted_from_1904_are_read(tmp_path):
    rows = [("1", 44621, "", "", "", "", "地锁", "")]
    book = part(workbook(rows), BOOK).replace(b"<workbookPr ", b'<workbookPr date1904="1" ')

    (row,) = read(tmp_path, changed(workbook(rows), {BOOK: book}))

    assert row.logged_on == date(2026, 3, 2)


@pytest.mark.parametrize("number", [3.71502e17, 371502199001010000, "3.71502E+17", "3.71E+17"])
def test_an_id_number_that_lost_its_end_is_left_out_and_said(number):
    row = row_of(("日期", "内容", "身份证号"), "2026-3-2", "地锁", number)

    assert row.id_number == ""
    assert "lost the last digits" in row.remarks[0].words()


def test_a_whole_id_number_is_kept():
    row = row_of(
        ("日期", "内容", "身份证号"), "2026-3-2", "地锁", "１１０１０１１９９００３０７７８３ｘ"
    )

    assert (row.id_number, row.remarks) == ("11010119900307783X", ())


def test_a_reply_on_a_day_that_cannot_be_read_is_a_remark():
    row = row_of(("日期", "内容", "答复时间"), "2026-3-2", "地锁", "改天")

    assert row.replied_on is None
    assert "改天" in row.remarks[0].words()


def test_signs_that_nobody_typed_are_taken_out():
    row = row_of(("日期", "内容"), "2026-3-2", "\ufeff地\u202e锁_x0007_\x00\u200b_x000D_\n第二行")

    assert row.text == "地锁\n第二行"


def test_rare_characters_come_through(tmp_path):
    name = "㛃䶮𬱖\U00030edd"

    (row,) = read(tmp_path, workbook([("1", "2026-3-2", "", name, "", "", name, "")]))

    assert (row.name, row.text) == (name, name)


def test_merged_cells_speak_for_the_place_but_make_no_second_event(tmp_path):
    def draw(_book, sheet):
        sheet.merge_range(1, 1, 2, 1, "2026-3-2")
        sheet.merge_range(1, 2, 3, 2, "柳园小区")
        sheet.merge_range(1, 6, 2, 6, "地锁")

    rows = [("1",), ("2", "", "", "王某"), ("3", "2026-3-4", "", "", "", "", "噪音", "")]

    first, second, third = read(tmp_path, workbook(rows, draw=draw))

    assert (first.place, third.place) == ("柳园小区", "柳园小区")
    assert isinstance(second, BadRow)


def test_titles_gaps_running_numbers_and_repeated_headings_are_no_disputes(tmp_path):
    rows = [
        *[HEADINGS, ("1", "2026-3-2", "", "", "", "", "地锁", ""), (), ("2",), HEADINGS],
        ("3", "2026-3-3", "", "", "", "", "噪音", ""),
    ]

    found = read(tmp_path, workbook(rows, headings=("2026年纠纷台账",)))

    assert [row.row for row in found] == [3, 7]


def test_a_hidden_sheet_is_not_read_and_other_ledgers_are_named(tmp_path):
    def draw(book, sheet):
        sheet.hide()
        for name, text in (("一月", "地锁"), ("二月", "噪音")):
            other = book.add_worksheet(name)
            other.write_row(0, 0, ["日期", "内容"])
            other.write_row(1, 0, ["2026-3-2", text])
        book.get_worksheet_by_name("一月").activate()
        book.get_worksheet_by_name("一月").set_first_sheet()

    path = put(tmp_path, workbook(draw=draw))

    with (
        read_ledger(path, today=TODAY) as first,
        read_ledger(path, today=TODAY, sheet="二月") as second,
    ):
        assert (first.sheet, first.other_sheets) == ("一月", ("二月",))
        assert [row.text for row in second.rows] == ["噪音"]


@pytest.mark.parametrize("claim", ["A1", "A1:XFD1048576", "A1:A1048576", "C5:D6"])
def test_what_a_sheet_claims_of_its_size_is_not_believed(tmp_path, claim):
    (row,) = read(tmp_path, with_rows(TOP, claim))

    assert row.text == "地锁"


def test_rows_that_are_only_formatted_cost_nothing(tmp_path):
    empty = "".join(f'<row r="{number}"/>' for number in range(3, 150_000))
    last = f'<row r="1048576">{cell("A1048576", "")}</row>'

    assert len(read(tmp_path, with_rows(TOP + empty + last))) == 1


def test_the_columns_can_be_said(tmp_path):
    content = workbook([("2026-3-2", "地锁")], headings=("甲", "乙"))

    (row,) = read(tmp_path, content, overrides={Field.LOGGED_ON: "甲", Field.TEXT: "乙"})

    assert row.text == "地锁"


def test_the_columns_can_be_remembered(tmp_path):
    content = workbook([("2026-3-2", "地锁")], headings=("甲", "乙"))
    mapping = propose(("甲", "乙"), {Field.LOGGED_ON: "甲", Field.TEXT: "乙"})

    (row,) = read(tmp_path, content, remembered={mapping.key: mapping.as_json()})

    assert row.text == "地锁"


def test_progress_is_told(tmp_path):
    rows = [(str(n), "2026-3-2", "", "", "", "", f"地锁{n}", "") for n in range(200)]
    told = []

    read(tmp_path, workbook(rows), progress=lambda row, of: told.append((row, of)))

    assert told == [(2, 201), (52, 201), (102, 201), (152, 201)]


def test_keys_do_not_depend_on_where_a_row_stands(tmp_path):
    rows = [(str(n), "2026-3-2", "", "", "", "", f"地锁{n % 7}", "") for n in range(40)]
    mixed = random.Random(3).sample(rows, len(rows))

    keys = {row.key for row in read(tmp_path, workbook(rows))}
    again = {row.key for row in read(tmp_path, workbook(mixed))}

    assert keys == again
    assert len(keys) == 40


def test_two_rows_that_say_the_same_are_two_disputes(tmp_path):
    rows = [("1", "2026-3-2", "", "", "", "", "地锁", "")] * 2

    first, second = read(tmp_path, workbook(rows))

    assert first.key != second.key
    assert read(tmp_path, workbook(rows))[1].key == second.key


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (("9", "2026-3-2", "柳园", "王某", "138", "地锁", "已答复"), True),
        (("1", "2026年3月2日", "柳 园", "王某", "１３８", "地\u3000锁\r\n", ""), True),
        (("1", "2026-3-3", "柳园", "王某", "138", "地锁", ""), False),
        (("1", "2026-3-2 9:00", "柳园", "王某", "138", "地锁", ""), False),
        (("1", "2026-3-2", "古楼", "王某", "138", "地锁", ""), False),
        (("1", "2026-3-2", "柳园", "李某", "138", "地锁", ""), False),
        (("1", "2026-3-2", "柳园", "王某", "139", "地锁", ""), False),
        (("1", "2026-3-2", "柳园", "王某", "138", "地锁2", ""), False),
    ],
)
def test_a_key_tells_events_apart_and_nothing_else(other, same):
    headings = ("序号", "日期", "小区", "姓名", "电话", "内容", "答复")
    one = row_of(headings, "1", "2026-3-2", "柳园", "王某", "138", "地锁", "")

    assert (row_of(headings, *other).key == one.key) is same


def test_a_reference_that_is_no_running_number_tells_events_apart():
    headings = ("工单编号", "日期", "内容")

    keys = {row_of(headings, ref, "2026-3-2", "地锁").key for ref in ("甲1", "甲2")}

    assert len(keys) == 2


@pytest.mark.parametrize(
    ("reply", "office"),
    [
        ("感谢您的支持！ 柳园街道办事处 2014年6月10日", "柳园街道办事处"),
        ("感谢您的支持。市住房保障局2014年6月10日", "市住房保障局"),
        ("已转交相关部门处理", ""),
        ("我局已处理。2014年6月10日", ""),
        ("", ""),
    ],
)
def test_who_signed_a_reply_is_read_but_never_guessed(reply, office):
    assert signed_by(reply) == office
