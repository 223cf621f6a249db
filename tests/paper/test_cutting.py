"""A font cut down to a paper's characters shows the same pictures as ReportLab's own cut."""

from io import BytesIO
from pathlib import Path

import pytest
import reportlab
from reportlab.pdfbase.pdfmetrics import getFont, registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from mediator_desk.paper.cutting import Cutter
from mediator_desk.paper.fonts import RARE, RAREST, SANS_BOLD, SERIF, unpacked
from mediator_desk.paper.letters import write_line
from mediator_desk.paper.preview import render, text_of
from mediator_desk.paper.setting import Piece, SetLine
from mediator_desk.paper.typefaces import typeface

TEXTS = {
    SERIF: "申请人欧阳𬱖㛃，“合计”￥3,802.00元……Éàü ½",
    SANS_BOLD: "人民调解协议书（2026）第3号",
    RARE: "𠀀𠀁𮧵𫟷",
    RAREST: "𰻝𱁬\U0002ebf0\U0002ee5d",
}


@pytest.fixture(scope="module")
def fonts(tmp_path_factory):
    return tmp_path_factory.mktemp("fonts")


def drawn(canvas_of):
    written = BytesIO()
    canvas = Canvas(written, pagesize=(600, 600), invariant=1)
    canvas_of(canvas)
    canvas.showPage()
    canvas.save()
    return written.getvalue()


def lines_of(text):
    return [text[at : at + 40] for at in range(0, len(text), 40)]


def both_ways(name, file, text):
    face = typeface(name, file)
    plain = TTFont(f"plain-{name}", str(file))
    # ReportLab takes two fonts of one face for the same, and would hand out ours.
    plain.face.name = b"Plain-cut" + plain.face.name
    registerFont(plain)
    assert getFont(plain.fontName) is not face

    def ours(canvas):
        for at, line in enumerate(lines_of(text)):
            pieces = (Piece(name, line, 0.0),)
            write_line(canvas, 20, 570 - 16 * at, SetLine(pieces, 0, 0, 14, 20, 0.0))

    def theirs(canvas):
        canvas.setFont(plain.fontName, 14)
        for at, line in enumerate(lines_of(text)):
            canvas.drawString(20, 570 - 16 * at, line)

    return face, drawn(ours), drawn(theirs)


@pytest.mark.parametrize("name", TEXTS)
def test_the_pictures_are_those_of_reportlabs_own_subsets(name, fonts):
    _face, ours, theirs = both_ways(name, unpacked(name, fonts), TEXTS[name])

    assert render(ours, 0, 2.0) == render(theirs, 0, 2.0)
    assert "".join(text_of(ours).split()) == "".join(TEXTS[name].split())


def test_more_characters_than_one_subset_holds_are_all_drawn(fonts):
    text = "".join(map(chr, range(0x4E00, 0x4E00 + 1200)))

    _face, ours, theirs = both_ways(SERIF, unpacked(SERIF, fonts), text)

    assert render(ours, 0, 2.0) == render(theirs, 0, 2.0)
    assert "".join(text_of(ours).split()) == text


def test_outlines_made_of_others_bring_their_parts():
    # None of the carried fonts has such outlines, but a district's own may; this one has.
    vera = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
    text = "ÀÉîõüçŠž½"

    face, ours, theirs = both_ways("Vera", vera, text)

    assert any(made_of_others(face.face, one) for one in text)
    assert render(ours, 0, 2.0) == render(theirs, 0, 2.0)


def made_of_others(face, character):
    glyph, start = face.charToGlyph[ord(character)], face.get_table_pos("glyf")[0]
    return face._ttf_data[start + face.glyphPos[glyph]] & 0x80


def test_the_file_adds_up_as_readers_check_it(fonts):
    face = typeface(SERIF, unpacked(SERIF, fonts))

    file = Cutter(face.face).cut([0, *(face.face.charToGlyph[ord(one)] for one in "王㛃𬱖")])

    assert len(file) % 4 == 0
    words = (int.from_bytes(file[at : at + 4], "big") for at in range(0, len(file), 4))
    assert sum(words) & 0xFFFFFFFF == 0xB1B0AFBA
