"""Labels part where a reader would part them, and long names have room."""

from dataclasses import replace

import pytest

from mediator_desk.paper.layout import layout
from mediator_desk.paper.parties import party_blocks
from mediator_desk.paper.setting import Align
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
