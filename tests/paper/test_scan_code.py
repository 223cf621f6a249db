"""The square on a slip is the code: read back from the picture it is the one that was meant."""

import pytest
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from mediator_desk.paper.layout import MM, layout
from mediator_desk.paper.papers import print_whistle_reply, print_whistle_slip
from mediator_desk.paper.preview import render, text_of
from mediator_desk.paper.scan_code import SIDE
from tests.paper.samples import reply, whistle

CODE = "7KQF-M2XA"
SCALE = 4.0
DOWN = 10 * MM
GREY = 128


def read_back(pdf, measures):
    """Look at the middle of each little square of the printed page, as a scanner does."""
    page = render(pdf, 0, SCALE)
    count = len(meant(CODE))
    left = (measures.page.width - measures.margins.right) * MM - SIDE

    def dark(row, column):
        across = round((left + (column + 0.5) * SIDE / count) * SCALE)
        down = round((DOWN + (row + 0.5) * SIDE / count) * SCALE)
        return page.bgra[(down * page.width + across) * 4] < GREY

    return [[dark(row, column) for column in range(count)] for row in range(count)]


def meant(text):
    """Encode a text anew, apart from what draws it."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    return [[bool(one) for one in row] for row in code.modules]


@pytest.mark.parametrize(
    ("printed", "facts", "form"),
    [(print_whistle_slip, whistle, "slip"), (print_whistle_reply, reply, "register")],
)
def test_the_square_on_the_paper_reads_as_the_code(press, printed, facts, form):
    made = printed(press, facts(code=CODE))

    assert read_back(made.pdf, layout(form)) == meant(CODE)


def test_another_code_gives_another_square(press):
    made = print_whistle_slip(press, whistle(code="7KQF-M2XB"))

    assert read_back(made.pdf, layout("slip")) != meant(CODE)


def test_the_stub_says_the_same_code_and_number_on_the_same_sheet(press):
    made = print_whistle_slip(press, whistle(code=CODE))

    said = text_of(made.pdf)
    assert (made.pages, said.count(CODE)) == (1, 2)
    assert said.count("沿虚线撕开") == 1


def test_a_slip_that_is_not_out_has_no_stub(press):
    assert "沿虚线撕开" not in text_of(print_whistle_slip(press, whistle(code="")).pdf)
