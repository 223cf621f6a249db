"""Where ink is awaited is known to the point, so that a scan shows what is missing."""

import pytest

from mediator_desk.paper.facts_revenue import GridFacts
from mediator_desk.paper.grid import grid_table
from mediator_desk.paper.layout import layout
from mediator_desk.paper.papers import (
    print_agreement,
    print_case_summary,
    print_mediation_record,
    print_whistle_slip,
)
from mediator_desk.paper.preview import render
from mediator_desk.paper.sign_places import places_of
from mediator_desk.paper.strips import InkKind
from mediator_desk.paper.tables import Look
from tests.paper.samples import agreement, many_parties, record, summary, whistle


def told(printed):
    return [(place.kind, place.label, place.who) for place in places_of(printed)]


def test_an_agreement_waits_for_its_parties_its_mediators_and_its_seal(press):
    printed = print_agreement(press, agreement(mediators=("李犇",), recorder="王淼"))

    assert told(printed) == [
        (InkKind.MARK, "申请人（签名盖章或按指印）", "欧阳𬱖㛃"),
        (InkKind.MARK, "被申请人（签名盖章或按指印）", "某某物业服务有限公司"),
        (InkKind.SIGNATURE, "人民调解员（签名）", "李犇"),
        (InkKind.SIGNATURE, "记录人（签名）", "王淼"),
        (InkKind.SEAL, "（印）", "某街道某社区人民调解委员会"),
    ]


def test_a_ruled_slip_waits_for_its_approver_its_seal_and_the_receiver(press):
    printed = print_whistle_slip(press, whistle(code="7KQF-M2XA"))

    assert told(printed) == [
        (InkKind.SIGNATURE, "审批人（签名）", ""),
        (InkKind.SEAL, "（印章）", "某街道办事处"),
        (InkKind.SIGNATURE, "签收人、时间及电话", ""),
    ]


def test_a_summary_waits_for_no_ink(press):
    assert places_of(print_case_summary(press, summary())) == ()


@pytest.mark.parametrize("parties", [2, 7, 60])
def test_each_party_has_a_place_of_its_own(press, parties):
    printed = print_mediation_record(press, record(parties=many_parties(parties)))

    marks = [place for place in places_of(printed) if place.kind is InkKind.MARK]
    assert [place.who for place in marks] == [party.name for party in many_parties(parties)]
    boxes = [(one.page, one.x, one.y) for one in marks]
    assert len(set(boxes)) == parties


@pytest.mark.parametrize("parties", [2, 60])
def test_every_place_lies_in_the_type_area_and_over_no_other(press, parties):
    printed = print_agreement(press, agreement(parties=many_parties(parties)))

    places = places_of(printed)
    for at, one in enumerate(places):
        assert 0 <= one.page < printed.pages
        assert 79 <= one.x < one.x + one.width <= 596 - 73
        assert 79 <= one.y < one.y + one.height <= 842 - 76
        for other in places[at + 1 :]:
            apart = (
                one.page != other.page
                or one.x + one.width <= other.x + 0.01
                or other.x + other.width <= one.x + 0.01
                or one.y + one.height <= other.y + 0.01
                or other.y + other.height <= one.y + 0.01
            )
            assert apart, (one, other)


def test_the_words_of_a_place_are_printed_inside_its_box(press):
    printed = print_agreement(press, agreement())
    place = places_of(printed)[0]

    picture = render(printed.pdf, place.page, 2.0)

    def inked(top, bottom):
        return any(
            picture.bgra[(row * picture.width + column) * 4] < 100
            for row in range(round(top * 2), round(bottom * 2))
            for column in range(round(place.x * 2), round((place.x + place.width) * 2))
        )

    assert inked(place.y, place.y + 20)
    assert not inked(place.y + place.height - 30, place.y + place.height)


def test_a_row_so_long_that_it_is_laid_line_by_line_is_still_one_place(press):
    long = "某某" * 60
    party = many_parties(1)[0].__class__(name=long, role="当事人")

    printed = print_mediation_record(press, record(parties=(party,)))

    assert [place.who for place in places_of(printed)].count(long) == 1


def test_an_empty_cell_under_a_heading_to_sign_waits_for_the_person_of_its_row(press):
    grid = GridFacts(
        columns=(("序号", 0.1), ("姓名", 0.4), ("签名", 0.5)),
        rows=(("1", "王淼", ""), ("2", "李犇", ""), ("3", "张三", "到会")),
    )
    measures = layout("register")

    strips = grid_table(press, Look(letters=measures.table), measures.width, grid)

    inks = [spot.ink for strip in strips for spot in strip.spots]
    assert [(ink.label, ink.who) for ink in inks] == [("签名", "王淼"), ("签名", "李犇")]
