"""Every page of an issued paper can be found again by the small square in its corner."""

import pytest
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

import resources
from mediator_desk.paper.layout import MM, layout
from mediator_desk.paper.papers import bind, print_agreement, print_case_summary, print_whistle_slip
from mediator_desk.paper.pdf import marked
from mediator_desk.paper.preview import render, text_of
from mediator_desk.paper.scan_code import MARK_EDGE, MARK_SIDE
from tests.paper.samples import agreement, summary, whistle

MARK = "MD1:7KQFM2XAB4CDEF"
SCALE = 5.0
GREY = 128
LAYOUTS = sorted(file.stem for file in resources.path("layouts", "").glob("*.yaml"))


def corner_of(printed, page):
    """Look at the middle of each little square in the corner of a page, as a scanner does."""
    picture = render(printed.pdf, page, SCALE)
    count = len(meant("x" * 20))
    left = picture.width / SCALE - MARK_EDGE - MARK_SIDE
    top = picture.height / SCALE - MARK_EDGE - MARK_SIDE

    def dark(row, column):
        across = round((left + (column + 0.5) * MARK_SIDE / count) * SCALE)
        down = round((top + (row + 0.5) * MARK_SIDE / count) * SCALE)
        return picture.bgra[(down * picture.width + across) * 4] < GREY

    return [[dark(row, column) for column in range(count)] for row in range(count)]


def meant(text):
    """Encode a text anew, apart from what draws it."""
    code = QRCode(None, QRErrorCorrectLevel.Q)
    code.addData(text.upper())
    code.version = 2
    code.makeImpl(False, 3)
    return [[bool(one) for one in row] for row in code.modules]


def test_the_corner_of_each_page_reads_as_the_mark_and_its_number(press):
    printed = marked(press, print_agreement(press, agreement()), MARK)

    assert printed.pages == 2
    assert corner_of(printed, 0) == meant(f"{MARK}.1")
    assert corner_of(printed, 1) == meant(f"{MARK}.2")


def test_the_mark_stands_in_letters_too_for_who_has_no_scanner(press):
    printed = marked(press, print_agreement(press, agreement()), MARK)

    said = "".join(text_of(printed.pdf).split())
    assert f"{MARK}.1" in said
    assert f"{MARK}.2" in said


def test_papers_bound_together_are_marked_through(press):
    parts = [print_agreement(press, agreement()), print_case_summary(press, summary())]

    printed = marked(press, bind(press, parts, "卷宗"), MARK)

    assert corner_of(printed, 2) == meant(f"{MARK}.3")


def test_a_mark_changes_no_line_of_the_paper(press):
    plain = print_agreement(press, agreement())

    printed = marked(press, plain, MARK)

    assert [paper.pages for paper in printed.papers] == [paper.pages for paper in plain.papers]
    assert printed.title == plain.title


def test_marking_twice_gives_the_same_bytes(press):
    plain = print_agreement(press, agreement())

    assert marked(press, plain, MARK).pdf == marked(press, plain, MARK).pdf


def test_the_code_of_a_slip_and_the_mark_of_its_page_stand_side_by_side(press):
    printed = marked(press, print_whistle_slip(press, whistle(code="7KQF-M2XA")), MARK)

    assert "7KQF-M2XA" in text_of(printed.pdf)
    assert corner_of(printed, 0) == meant(f"{MARK}.1")


@pytest.mark.parametrize("name", LAYOUTS)
def test_no_layout_has_text_where_the_mark_stands(name):
    measures = layout(name)

    assert measures.margins.right * MM >= MARK_EDGE + MARK_SIDE + 2 * MM
