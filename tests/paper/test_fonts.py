"""The carried fonts are unpacked once, whole or not at all."""

import hashlib
import shutil
from pathlib import Path

import pytest
import reportlab
from reportlab.pdfbase.pdfmetrics import getFont

import resources
from mediator_desk.paper.fonts import SANS, carried, unpacked
from mediator_desk.paper.typefaces import typeface
from mediator_desk.troubles import DiskTrouble


def test_an_unpacked_font_is_the_one_described(tmp_path):
    font = unpacked(SANS, tmp_path / "fonts")

    assert hashlib.sha256(font.read_bytes()).hexdigest() == carried()[SANS].sha256
    assert [one.name for one in font.parent.iterdir()] == [font.name]


def test_a_font_is_unpacked_only_once(tmp_path):
    first = unpacked(SANS, tmp_path)
    written = first.stat().st_mtime_ns

    second = unpacked(SANS, tmp_path)

    assert second == first
    assert second.stat().st_mtime_ns == written


def test_half_a_font_is_replaced_by_the_whole(tmp_path):
    whole = unpacked(SANS, tmp_path)
    whole.write_bytes(whole.read_bytes()[:1000])

    again = unpacked(SANS, tmp_path)

    assert again.stat().st_size == carried()[SANS].size


def test_a_damaged_packed_font_is_said_and_nothing_is_left(tmp_path, monkeypatch):
    carried_fonts = tmp_path / "program" / "fonts"
    shutil.copytree(resources.path("fonts"), carried_fonts)
    packed = carried_fonts / f"{SANS}.ttf.xz"
    packed.write_bytes(packed.read_bytes()[:500_000])
    monkeypatch.setattr(resources, "_HERE", tmp_path / "program")

    with pytest.raises(DiskTrouble, match=SANS):
        unpacked(SANS, tmp_path / "cache")

    assert list((tmp_path / "cache").iterdir()) == []


LICENCES = {"OFL": "SIL OPEN FONT LICENSE Version 1.1", "ARPHICPL": "ARPHIC PUBLIC LICENSE"}


def test_every_font_has_its_licence_beside_it():
    for name in carried():
        (licence,) = resources.path("fonts").glob(f"{name.partition('-')[0]}-*.txt")

        kind = licence.stem.partition("-")[2]
        assert LICENCES[kind] in licence.read_text(encoding="utf-8")


def test_two_files_of_one_face_are_two_fonts(tmp_path):
    vera = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
    newer = tmp_path / "newer.ttf"
    newer.write_bytes(vera.read_bytes())

    first, second = typeface("older", vera), typeface("newer", newer)

    assert getFont("older") is first
    assert getFont("newer") is second
