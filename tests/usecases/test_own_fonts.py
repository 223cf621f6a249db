"""Fonts that the district owns: kept in the store, looked at, used before the carried ones."""

import random
from pathlib import Path

import pytest
import reportlab

from mediator_desk.paper.own_fonts import Use
from mediator_desk.paper.papers import print_agreement
from mediator_desk.paper.preview import text_of
from mediator_desk.paper.setting import Face, open_press
from mediator_desk.records.people import Role
from mediator_desk.refusals import NotAllowed, NotFound
from mediator_desk.troubles import FontUnfit
from mediator_desk.usecases.own_fonts import (
    AddFont,
    RemoveFont,
    add_font,
    list_fonts,
    remove_font,
)
from mediator_desk.usecases.specimens import press_of
from tests.paper.samples import agreement

VERA = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
NAME = "Bitstream Vera Sans"


@pytest.fixture(scope="session")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("fonts")


def fonts_of(press, face, text):
    return {press.chains[face].glyph(one).font.rpartition(" ")[0] or "carried" for one in text}


def test_a_font_for_the_text_prints_what_it_holds_and_the_carried_ones_the_rest(here, cache):
    add_font(here.desk, AddFont(file=VERA, use=Use.TEXT))

    press = press_of(here.desk, cache)

    assert fonts_of(press, Face.TEXT, "Aé") == {NAME}
    assert fonts_of(press, Face.TEXT, "申㛃") == {"carried"}
    printed = print_agreement(press, agreement(facts_and_issues="共ABCé份"))
    assert "共ABCé份" in "".join(text_of(printed.pdf).split())
    assert b"BitstreamVera" in printed.pdf


def test_a_font_for_titles_stands_only_there_and_one_for_rare_characters_last(here, cache):
    add_font(here.desk, AddFont(file=VERA, use=Use.TITLE))
    titles = press_of(here.desk, cache)
    remove_font(here.desk, RemoveFont(name=NAME))
    add_font(here.desk, AddFont(file=VERA, use=Use.RARE))

    rare = press_of(here.desk, cache)

    assert fonts_of(titles, Face.TITLE, "A") == {NAME}
    assert fonts_of(titles, Face.HEAD, "A") == fonts_of(titles, Face.TEXT, "A") == {"carried"}
    assert fonts_of(rare, Face.TEXT, "A") == {"carried"}


def test_the_font_comes_out_of_the_store_when_its_file_is_gone(here, tmp_path):
    add_font(here.desk, AddFont(file=VERA))

    press = press_of(here.desk, tmp_path / "another")

    assert fonts_of(press, Face.TEXT, "A") == {NAME}
    (file,) = (tmp_path / "another").glob("own-*.ttf")
    assert file.read_bytes() == VERA.read_bytes()


def test_without_fonts_of_its_own_a_station_prints_with_the_very_press_of_all(here, cache):
    ours, all_of_us = press_of(here.desk, cache), open_press(cache)

    printed = print_agreement(ours, agreement())

    assert printed.pdf == print_agreement(all_of_us, agreement()).pdf


def test_the_list_says_what_each_font_is_for_and_holds(here):
    add_font(here.desk, AddFont(file=VERA, use=Use.HEAD))

    (row,) = list_fonts(here.desk)

    assert (row.name, row.use, row.size) == (NAME, Use.HEAD, VERA.stat().st_size)
    assert row.characters > 200
    assert row.held["gb18030-3"] == 0


def test_the_same_font_added_again_for_the_same_use_is_there_once(here):
    for _time in range(2):
        add_font(here.desk, AddFont(file=VERA))

    assert len(list_fonts(here.desk)) == 1


def test_a_font_that_was_removed_is_used_no_more(here, cache):
    add_font(here.desk, AddFont(file=VERA))
    remove_font(here.desk, RemoveFont(name=NAME))

    assert list_fonts(here.desk) == ()
    assert fonts_of(press_of(here.desk, cache), Face.TEXT, "A") == {"carried"}
    with pytest.raises(NotFound):
        remove_font(here.desk, RemoveFont(name=NAME))


def test_mediators_add_no_fonts(here):
    with pytest.raises(NotAllowed):
        add_font(here.as_role(Role.MEDIATOR), AddFont(file=VERA))


def forbidden():
    """Give a font whose maker allows no embedding."""
    data = bytearray(VERA.read_bytes())
    count = int.from_bytes(data[4:6], "big")
    for at in range(12, 12 + 16 * count, 16):
        if data[at : at + 4] == b"OS/2":
            start = int.from_bytes(data[at + 8 : at + 12], "big")
            data[start + 8 : start + 10] = (2).to_bytes(2, "big")
    return bytes(data)


def endless():
    """Give a font whose table of characters claims four thousand million of them."""
    data = VERA.read_bytes()
    group = b"\x00\x0c\x00\x00" + (28).to_bytes(4, "big") + bytes(4) + (1).to_bytes(4, "big")
    group += bytes(4) + b"\xff\xff\xff\xff" + (3).to_bytes(4, "big")
    table = b"\x00\x00\x00\x01\x00\x03\x00\x0a\x00\x00\x00\x0c" + group
    count = int.from_bytes(data[4:6], "big")
    changed = bytearray(data)
    for at in range(12, 12 + 16 * count, 16):
        if data[at : at + 4] == b"cmap":
            changed[at + 8 : at + 16] = len(data).to_bytes(4, "big") + len(table).to_bytes(4, "big")
    return bytes(changed) + table


def scribbled():
    """Give a font with noise over it."""
    data, noise = bytearray(VERA.read_bytes()), random.Random(7)
    for _time in range(3000):
        data[noise.randrange(300, len(data))] = noise.randrange(256)
    return bytes(data)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no TrueType font"),
        (b"hello", "no TrueType font"),
        (b"OTTO" + bytes(100), "CFF"),
        (b"ttcf" + bytes(100), "several fonts"),
        (b"wOF2" + bytes(100), "web pages"),
        (b"\x00\x01\x00\x00" + bytes(40 * 1024 * 1024), "40 MB"),
        (VERA.read_bytes()[:9000], "damaged"),
        (forbidden(), "does not allow"),
        (endless(), "damaged"),
        (scribbled(), "damaged"),
    ],
    ids=["empty", "words", "cff", "several", "web", "large", "half", "forbidden", "endless",
         "scribbled"],
)  # fmt: skip
def test_a_file_that_is_no_good_font_is_refused_in_words(here, tmp_path, content, said):
    file = tmp_path / "font.ttf"
    file.write_bytes(content)

    with pytest.raises(FontUnfit, match=said):
        add_font(here.desk, AddFont(file=file))

    assert list_fonts(here.desk) == ()
