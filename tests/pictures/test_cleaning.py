"""Pictures from outside are made anew: upright, small enough, and with nothing hidden in them."""

import io

import pytest
from PIL import Image

from mediator_desk.pictures.cleaning import LONGEST_SIDE, MOST_PAGES, clean
from tests.pictures.made_pictures import SECRET, bomb, drawn, mutants, photo, saved, scan, with_text

MUTANTS = 300
WHOLE = {
    "jpeg": photo(64, 48),
    "png": with_text(),
    "palette": saved("PNG", mode="P"),
    "webp": saved("WEBP"),
    "bmp": saved("BMP"),
    "tiff": scan(2),
}


def opened(data):
    return Image.open(io.BytesIO(data))


def dark(picture, x, y):
    return picture.convert("L").getpixel((x, y)) < 150


def test_nothing_a_phone_hides_in_a_photo_is_kept():
    found, data = clean(photo())

    assert SECRET not in data
    assert not opened(data).getexif()
    assert set(opened(data).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert found.media_type == "image/jpeg"


def test_the_moment_a_photo_was_taken_is_told():
    found, _data = clean(photo(taken="2026:11:20 14:03:22"))

    assert found.taken_at == "2026-11-20T14:03:22"


@pytest.mark.parametrize("said", ["", "0000:00:00 00:00:00", "yesterday", "\0\0"])
def test_a_photo_that_tells_an_odd_moment_is_kept_all_the_same(said):
    found, _data = clean(photo(taken=said))

    assert found.media_type == "image/jpeg"


def test_a_photo_held_sideways_is_set_upright():
    _found, data = clean(photo(640, 480, orientation=6))

    picture = opened(data)
    assert picture.size == (480, 640)
    assert dark(picture, 360, 160)
    assert not dark(picture, 120, 160)


def test_a_photo_of_108_million_dots_is_made_smaller():
    found, data = clean(saved("JPEG", size=(12000, 9000)))

    assert not found.why
    assert opened(data).size == (LONGEST_SIDE, 2250)


def test_a_bomb_of_400_million_dots_is_not_unpacked():
    found, data = clean(bomb())

    assert found.why == "dots"
    assert not data


def test_what_is_seen_through_is_white():
    see_through = io.BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(see_through, "PNG")

    _found, data = clean(see_through.getvalue())

    assert opened(data).getpixel((5, 5)) == (255, 255, 255)


def test_words_beside_a_png_are_not_kept():
    _found, data = clean(with_text())

    assert SECRET not in data
    assert not opened(data).info


def test_a_large_screenshot_stays_sharp_and_a_large_scan_becomes_small():
    sharp, _data = clean(saved("PNG", size=(1920, 1080)))
    noise = io.BytesIO()
    Image.effect_noise((1800, 1800), 90).save(noise, "PNG")

    scanned, data = clean(noise.getvalue())

    assert (sharp.media_type, scanned.media_type) == ("image/png", "image/jpeg")
    assert len(data) < noise.tell()


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "CMYK", "I;16"])
def test_every_kind_of_dots_is_understood(mode):
    grey = Image.new("I;16", (64, 48), 65_535) if mode == "I;16" else drawn(64, 48, mode)
    written = io.BytesIO()
    grey.save(written, "TIFF")

    _found, data = clean(written.getvalue())

    assert opened(data).mode in ("L", "RGB")
    assert not dark(opened(data), 60, 44)


def test_the_pages_of_a_scan_become_one_pdf_the_same_each_time():
    found, data = clean(scan(3))

    assert (found.media_type, found.pages) == ("application/pdf", 3)
    assert data == clean(scan(3))[1]
    assert b"Date" not in data


def test_a_scan_of_too_many_pages_is_said():
    pages = [Image.new("1", (8, 8))] * (MOST_PAGES + 1)
    written = io.BytesIO()
    pages[0].save(written, "TIFF", save_all=True, append_images=pages[1:])

    found, _data = clean(written.getvalue())

    assert found.why == "pages"


@pytest.mark.parametrize("form", WHOLE)
def test_damaged_pictures_give_a_clean_picture_or_none(form):
    outcomes = set()
    for mutant in mutants(WHOLE[form], MUTANTS, seed=form):
        try:
            found, data = clean(mutant)
        except Exception as broken:  # noqa: BLE001 - in its process this is its end, and no more
            outcomes.add(type(broken))
            continue
        outcomes.add(found.media_type or found.why)
        assert SECRET not in data

    assert {"image/jpeg", "image/png", "application/pdf"} & outcomes
    assert any(isinstance(one, type) for one in outcomes)
