"""Pictures of a case stand on pages with what is known of them, small and always the same."""

import io

import pypdfium2
import pytest
from PIL import Image as Pillow
from PIL import ImageDraw

from mediator_desk.paper.images import DPI, Source
from mediator_desk.paper.layout import layout
from mediator_desk.paper.papers import print_agreement
from mediator_desk.paper.pdf import Paper, write
from mediator_desk.paper.pictures import Picture, print_pictures
from mediator_desk.paper.preview import render, text_of
from mediator_desk.paper.setting import Press
from mediator_desk.paper.strips import Page
from mediator_desk.troubles import GlyphMissing, PaperUnreadable
from tests.paper.archive_rules import broken
from tests.paper.pdf_reading import Stream, read
from tests.paper.samples import agreement


def photo(width, height, kind="JPEG", mode="RGB", **said):
    """Make a picture with a red field in its upper left quarter, else blue."""
    picture = Pillow.new("RGB", (width, height), "blue")
    ImageDraw.Draw(picture).rectangle((0, 0, width // 2, height // 2), fill="red")
    out = io.BytesIO()
    picture.convert(mode).save(out, kind, **said)
    return out.getvalue()


LYING, UPRIGHT = photo(1600, 1200), photo(1200, 1600)


def of(content, name="照片.jpg", page=None, **told):
    return Picture(source=Source(name=name, load=lambda: content, page=page), name=name, **told)


def printed(press: Press, *pictures):
    return print_pictures(press, pictures, heading="证据材料", author="某调委会", foot="第3号")


def images(pdf):
    """Give what is said of each picture in a file."""
    return [
        one
        for one in read(pdf).objects.values()
        if isinstance(one, Stream) and one.entries.get("Subtype") == "Image"
    ]


def on_pages(told):
    """Count the pictures of each page."""
    return [
        sum(len(laid.strip.images) for laid in page.laid)
        for paper in told.papers
        for page in paper.pages
    ]


def test_lying_pictures_stand_two_upright_four_and_papers_alone_on_a_page(press):
    paper = print_agreement(press, agreement()).pdf
    told = printed(
        press,
        *[of(LYING)] * 2,
        *[of(UPRIGHT)] * 4,
        of(paper, page=0),
        of(paper, page=1),
        of(UPRIGHT, alone=True),
    )

    assert on_pages(told) == [2, 4, 1, 1, 1]


def test_what_is_known_of_a_picture_stands_under_it(press):
    told = printed(
        press, of(LYING, where="3号楼", taken="2026年11月3日", by="李犇", provider="王淼")
    )

    said = text_of(told.pdf)
    assert "地点：3号楼" in said
    assert "拍摄：李犇" in said
    assert "提供：王淼" in said


def test_what_is_not_known_is_left_out(press):
    assert "地点" not in text_of(printed(press, of(LYING)).pdf)


def test_a_picture_is_no_finer_than_print_needs(press):
    told = printed(press, of(photo(6000, 4000)))

    placed = told.papers[0].pages[0].laid[-1].strip.images[0]
    assert placed.image.width / (placed.width / 72) <= DPI * 1.01


def test_a_small_jpeg_is_put_in_as_it_is(press):
    small = photo(800, 600)

    assert images(printed(press, of(small)).pdf)[0].raw[:-1] == small


def test_the_same_picture_is_put_into_a_file_once(press):
    assert len(images(printed(press, *[of(LYING)] * 6).pdf)) == 1


def test_pictures_keep_the_rules_of_an_archive(press):
    paper = print_agreement(press, agreement()).pdf
    told = printed(
        press,
        of(LYING),
        of(photo(900, 700, mode="L")),
        of(photo(900, 700, mode="CMYK")),
        of(photo(900, 700, "PNG", mode="RGBA")),
        of(photo(900, 700, "PNG", mode="P")),
        of(photo(900, 700, "PNG", mode="1")),
        of(paper, page=0),
    )

    assert broken(told.pdf) == []


def test_the_same_pictures_give_the_same_bytes(press):
    assert printed(press, of(LYING)).pdf == printed(press, of(LYING)).pdf


def middle(told, across, down):
    """Give the colour at a place of the first picture, as parts of its width and height."""
    placed = told.papers[0].pages[0].laid[-1].strip.images[0]
    laid, measures = told.papers[0].pages[0].laid[-1], told.papers[0].layout
    page = render(told.pdf, 0, 1.0)
    x = measures.margins.left * 72 / 25.4 + placed.left + placed.width * across
    y = measures.margins.top * 72 / 25.4 + laid.down + placed.down + placed.height * down
    at = (round(y) * page.width + round(x)) * 4
    blue, green, red = page.bgra[at : at + 3]
    return "red" if red > 200 > blue + green else "blue" if blue > 200 > red + green else "white"


def test_a_picture_taken_with_the_camera_turned_stands_upright(press):
    turned = Pillow.Exif()
    turned[0x0112] = 6  # the upper left corner lies at the upper right

    told = printed(press, of(photo(1600, 1200, exif=turned)))

    assert on_pages(told) == [1]
    assert [middle(told, 0.75, 0.25), middle(told, 0.25, 0.25)] == ["red", "blue"]


def test_what_is_seen_through_is_printed_on_white(press):
    out = io.BytesIO()
    Pillow.new("RGBA", (800, 600), (255, 0, 0, 0)).save(out, "PNG")

    assert middle(printed(press, of(out.getvalue())), 0.5, 0.5) == "white"


def test_greys_of_sixteen_bits_keep_their_light(press):
    out = io.BytesIO()
    Pillow.new("I;16", (800, 600), 65535).save(out, "PNG")

    assert middle(printed(press, of(out.getvalue())), 0.5, 0.5) == "white"


def test_a_page_without_colour_is_packed_without(press):
    paper = print_agreement(press, agreement()).pdf

    told = printed(press, of(paper, page=0))

    assert images(told.pdf)[0].entries["ColorSpace"] == "DeviceGray"


DAMAGED = {
    "cut off": LYING[: len(LYING) // 2],
    "empty": b"",
    "no picture": b"%PDF-1.7 but no",
    "another kind": photo(90, 90, "BMP"),
    "cut off png": photo(900, 900, "PNG")[:500],
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_picture_is_named(press, content):
    with pytest.raises(PaperUnreadable) as said:
        printed(press, of(content, name="墙面.jpg")).finished()

    assert "墙面.jpg" in said.value.words()


def test_a_picture_that_would_fill_the_memory_is_refused(press, monkeypatch):
    monkeypatch.setattr(Pillow, "MAX_IMAGE_PIXELS", 100)

    with pytest.raises(PaperUnreadable):
        printed(press, of(photo(40, 40, "PNG")))


def test_a_page_that_a_pdf_does_not_have_is_said(press):
    paper = print_agreement(press, agreement()).pdf

    with pytest.raises(PaperUnreadable):
        printed(press, of(paper, page=2))


def test_a_caption_with_a_character_no_font_holds_is_named(press):
    with pytest.raises(GlyphMissing):
        printed(press, of(LYING, by="አ"))


def test_pictures_are_asked_for_one_after_the_other(press):
    drawn = []

    def pictures():
        for number in range(9):
            drawn.append(number)
            yield Picture(
                source=Source(name=str(number), load=lambda number=number: loaded(number)),
                name=str(number),
            )

    def loaded(number):
        assert drawn[-1] == number
        return LYING

    told = print_pictures(press, pictures(), heading="证据", author="某", foot="")

    assert sum(on_pages(told)) == 9


def test_a_sheet_across_keeps_its_shape_among_upright_ones(press):
    across = Paper(title="表", author="某", foot="", layout=layout("list"), pages=(Page(()),))
    upright = print_agreement(press, agreement()).papers[0]

    bound = write(press, [upright, across, upright], "卷宗")

    document = pypdfium2.PdfDocument(bound.pdf)
    shapes = [page.get_width() > page.get_height() for page in document]
    document.close()
    assert shapes == [False, False, True, False, False]
