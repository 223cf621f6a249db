"""Files are told by their bytes; names are made harmless."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediator_desk.rules.file_types import LONGEST_NAME, PDF, PICTURE, family_of, tidy_name
from mediator_desk.troubles import FileUnfit

JPEG = b"\xff\xd8\xff\xe0" + bytes(40)
TRAPS = {
    "exe": b"MZ\x90\0" + bytes(60),
    "lnk": b"L\0\0\0\x01\x14\x02\0" + bytes(60),
    "html": b"<!DOCTYPE html><script>alert(1)</script>",
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
    "js": b"var a = new ActiveXObject('WScript.Shell');",
    "hta": b"<html><HTA:APPLICATION/></html>",
    "bat": b"@echo off\r\ndel *.*",
    "elf": b"\x7fELF" + bytes(60),
    "docx": b"PK\x03\x04" + bytes(60),
    "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(60),
    "rtf": b"{\\rtf1 }",
    "heic": b"\0\0\0\x18ftypheic" + bytes(20),
    "avif": b"\0\0\0\x18ftypavif" + bytes(20),
    "mp4": b"\0\0\0\x18ftypmp42" + bytes(20),
    "gif": b"GIF89a" + bytes(20),
    "zip": b"PK\x05\x06" + bytes(20),
    "text": "今天下午三点".encode(),
    "late pdf": b"<html>%PDF-1.7",
}


@pytest.mark.parametrize("name", ["photo.jpg", "scan.pdf", "paper.png"])
@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_is_refused_whatever_it_is_called(trap, name):
    with pytest.raises(FileUnfit):
        family_of(TRAPS[trap], name)


@pytest.mark.parametrize(
    "name", ["a.exe", "a.lnk", "a.html", "a.js", "a.hta", "a.docx", "a.pdf", "a.jpg.scr"]
)
def test_a_picture_under_the_name_of_something_else_is_refused(name):
    with pytest.raises(FileUnfit, match="not what its name says"):
        family_of(JPEG, name)


@pytest.mark.parametrize("name", ["a.jpg", "a.PNG", "mmexport1732", "IMG.HEIC", "现场 3.5楼 照片"])
def test_a_picture_is_a_picture_under_any_name_of_one(name):
    assert family_of(JPEG, name) == PICTURE


def test_a_pdf_is_told_by_its_first_letters():
    assert family_of(b"%PDF-1.7\n", "裁定书.pdf") == PDF


@pytest.mark.parametrize(
    ("trap", "advice"), [("heic", "JPG"), ("docx", "Print it to PDF"), ("exe", "neither")]
)
def test_the_refusal_says_what_to_do(trap, advice):
    with pytest.raises(FileUnfit, match=advice):
        family_of(TRAPS[trap], "x.jpg")


@pytest.mark.parametrize(
    ("name", "tidied"),
    [
        ("../../etc/passwd", "passwd.jpg"),
        ("C:\\Users\\王\\现场.jpeg", "现场.jpg"),
        ("\\\\server\\share\\a.png", "a.jpg"),
        ("CON.jpg", "_CON.jpg"),
        ("aux.txt", "_aux.txt.jpg"),
        ("lpt1", "_lpt1.jpg"),
        ("a.txt:evil", "a.txtevil.jpg"),
        ("photo\u202egpj.exe", "photogpj.exe.jpg"),
        ("trailing. . ", "trailing.jpg"),
        ("nul\0.jpg", "_nul.jpg"),
        ("", "_.jpg"),
        (".jpg", "jpg.jpg"),
        ("屋顶 漏水处（东）.JPG", "屋顶 漏水处（东）.jpg"),
    ],
)
def test_a_name_is_made_harmless(name, tidied):
    assert tidy_name(name, "image/jpeg") == tidied


@given(st.text(max_size=300))
def test_any_name_becomes_one_that_every_pc_can_keep(name):
    tidied = tidy_name(name, "application/pdf")

    assert tidied.endswith(".pdf")
    assert 4 < len(tidied) <= LONGEST_NAME + 5
    assert not set(tidied) & set('<>:"/\\|?*\0\n')
    assert tidy_name(tidied, "application/pdf") == tidied
