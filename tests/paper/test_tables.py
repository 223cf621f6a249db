"""Labels part where a reader would part them, and long names have room."""

from dataclasses import replace
from datetime import date

import pytest

from mediator_desk.paper.facts_revenue import GridFacts
from mediator_desk.paper.facts_statistics import OrganisationFacts
from mediator_desk.paper.grid import grid_table
from mediator_desk.paper.layout import layout
from mediator_desk.paper.papers import print_form
from mediator_desk.paper.parties import party_blocks
from mediator_desk.paper.setting import Align
from mediator_desk.paper.strips import paginate
from mediator_desk.paper.tables import Cell, Look, grid_row
from tests.paper.samples import APPLICANT, many_parties
from tests.paper.volume_samples import LONG_NAME

MEASURES = layout("register")


def lines_of(strips):
    return [placed.line.text for strip in strips for placed in strip.lines]


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("监票人（签名）", ["监票人", "（签名）"]),
        ("社区党组织负责人（签名）", ["社区党组织负责人", "（签名）"]),
        ("关联案件/议题编号", ["关联案件/", "议题编号"]),
        ("区（县）司法局\n审核意见", ["区（县）司法局", "审核意见"]),
        ("议题名称", ["议题名称"]),
    ],
)
def test_a_label_parts_at_its_strokes_and_before_its_last_brackets(press, label, lines):
    cell = Cell(text=label, field=label, width=1.0, label=True, align=Align.CENTRE)
    room = 110.0 if len(label) > 10 else 72.0

    row = grid_row(press, Look(letters=MEASURES.table), room, (cell,))

    assert lines_of(row) == lines


def test_a_long_name_has_a_row_of_its_own_and_a_short_one_shares_it(press):
    look = Look(letters=MEASURES.table)

    def rows(name):
        party = replace(APPLICANT, name=name)
        return party_blocks(press, look, MEASURES.width, [party], press.forms.blocks)

    assert len(rows("王淼")) == 3
    assert len(rows(LONG_NAME)) == 4
    assert "性别" not in lines_of(rows(LONG_NAME)[:1])


def test_a_telephone_number_and_what_is_said_of_a_person_stand_on_one_line_of_a_long_list(press):
    look = Look(letters=MEASURES.table)

    told = lines_of(party_blocks(press, look, MEASURES.width, many_parties(7), press.forms.blocks))

    assert told.count("男，汉族，40岁") == 7
    assert "0000-8400007" in told


GROUPED = GridFacts(
    columns=(("项目", 0.3), ("内容", 0.4), ("数量", 0.3)),
    rows=(("经费", "指导经费", "1"), ("", "补助经费", ""), ("培训", "培训", "3")),
    grouped=True,
)


def test_no_line_is_ruled_under_the_name_of_a_group_before_its_last_row(press):
    look = Look(letters=MEASURES.table)

    strips = grid_table(press, look, 400.0, GROUPED)

    assert [strip.rules[0].left for strip in strips] == pytest.approx([0, 0, 120, 0])


def test_an_empty_first_cell_belongs_to_no_row_above_where_nothing_is_grouped(press):
    look = Look(letters=MEASURES.table)

    strips = grid_table(press, look, 400.0, replace(GROUPED, grouped=False))

    assert [strip.rules[0].left for strip in strips] == [0, 0, 0, 0]


def test_the_table_of_committees_is_one_sheet_with_its_seal(press):
    rows = tuple(("经费" if not at else "", f"第{at}行", "1") for at in range(20))

    printed = print_form(
        press,
        "F26",
        OrganisationFacts(
            unit="某街道办事处",
            period="2026年",
            figures=replace(GROUPED, rows=rows),
            filler="王淼",
            made_on=date(2026, 11, 23),
        ),
    )

    assert printed.pages == 1


@pytest.mark.parametrize("room", range(80, 400, 20))
def test_a_label_of_three_lines_is_whole_on_every_page_of_its_row_and_printed_over_nothing(
    press, room
):
    label = Cell(text="报到\n要求\n时间", field="甲", width=0.2, label=True)
    row = (label, Cell(text="到场。" * 90, field="乙", width=0.8))
    above = grid_row(
        press, Look(letters=MEASURES.table), 300.0, (Cell(text="上", field="上", width=1.0),)
    )
    strips = above + grid_row(press, Look(letters=MEASURES.table), 300.0, row)

    for page in paginate(strips, float(room)):
        said = [one.line.text for laid in page.laid for one in laid.strip.lines]
        if page.laid[0].strip.opening:
            assert not {"报到", "要求", "时间"} & set(said)
        elif "报到" in said:
            assert {"报到", "要求", "时间"} <= set(said)
