"""Every paper is PDF/A-3b; and whoever judges that sees each rule that is broken."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from mediator_desk.paper.archive import Card, archived
from mediator_desk.paper.attaching import Attached, attached
from mediator_desk.paper.papers import (
    bind,
    print_acceptance_register,
    print_agreement,
    print_case_summary,
    print_council_topic,
    print_form,
    print_mediation_record,
    print_whistle_slip,
)
from mediator_desk.paper.pdf import carrying, marked
from mediator_desk.paper.recovery_card import RecoveryCard, print_recovery_card
from mediator_desk.troubles import PaperUnreadable
from tests.paper.archive_rules import broken
from tests.paper.pdf_reading import read, words
from tests.paper.samples import APPLICANT, acceptance, agreement, record, summary, topic, whistle
from tests.paper.test_charts import categories, places
from tests.paper.test_charts import printed as printed_charts
from tests.paper.test_volume_papers import ALL as VOLUME

ROOT = Path(__file__).resolve().parent.parent.parent
RARE = "张\U0002b740\U00020bb7\u3402"
NOTE = Attached(
    name="record.json",
    mime="application/json",
    about="案件数据",
    changed_at=datetime(2026, 11, 23, 8, 30, tzinfo=UTC),
    content='{"标题":"漏水"}'.encode(),
)
ALL = [
    (print_acceptance_register, acceptance),
    (print_mediation_record, record),
    (print_agreement, agreement),
    (print_whistle_slip, lambda: whistle(code="7KQF-M2XA")),
    (print_council_topic, topic),
    (print_case_summary, summary),
    (
        print_recovery_card,
        lambda: RecoveryCard(station="古楼", person="王淼", code="AB-CD", made="2026年"),
    ),
]


@pytest.fixture(scope="module")
def whole(press):
    """Print a volume with all that a paper can carry: bookmarks, marks, a file, rare names."""
    party = replace(APPLICANT, name=RARE)
    parts = [
        print_agreement(press, agreement(parties=(party,))),
        print_case_summary(press, summary()),
    ]
    return carrying(press, marked(press, bind(press, parts, "卷宗"), "MD1:7KQFM2XAB4CDEF"), [NOTE])


@pytest.mark.parametrize(("prints", "facts"), ALL)
def test_every_paper_keeps_the_rules_of_an_archive(press, prints, facts):
    assert broken(prints(press, facts()).pdf) == []


@pytest.mark.parametrize("id", VOLUME)
def test_every_paper_of_a_volume_keeps_them(press, id):
    assert broken(print_form(press, id, VOLUME[id]()).pdf) == []


def test_pictures_of_figures_keep_them(press):
    assert broken(printed_charts(press, categories, places).pdf) == []


def test_a_volume_with_marks_rare_names_and_a_file_inside_keeps_them_too(whole):
    assert broken(whole.pdf) == []


def test_a_file_inside_comes_out_as_it_went_in(whole):
    assert attached(whole.pdf) == {"record.json": NOTE.content}


def test_a_paper_with_nothing_inside_gives_nothing(press):
    assert attached(print_agreement(press, agreement()).pdf) == {}


@pytest.mark.parametrize("foreign", [b"", b"%PDF-1.7\n", b"PK\x03\x04 no paper"])
def test_what_is_no_pdf_is_said_in_words(foreign):
    with pytest.raises(PaperUnreadable, match="PDF"):
        attached(foreign)


def test_the_reader_shows_the_title_and_the_bookmarks(whole):
    root = read(whole.pdf).root

    assert root["ViewerPreferences"] == {"DisplayDocTitle": True}
    assert root["PageMode"] == "UseOutlines"
    assert words(root["Lang"]) == "zh-CN"


def test_a_title_may_hold_what_xml_would_take_for_its_own(press):
    printed = print_case_summary(press, summary(number="<&>\x0b]]>"))

    assert broken(printed.pdf) == []


def test_every_change_gives_the_file_another_name(press):
    first = print_agreement(press, agreement())
    second = print_agreement(press, agreement(performance="现金。"))

    assert read(first.pdf).trailer["ID"] != read(second.pdf).trailer["ID"]


def changed(data, old, new):
    """Change bytes of a file without moving any."""
    assert data.count(old) >= 1, old
    assert len(new) <= len(old)
    return data.replace(old, new.ljust(len(old)))


def shorter(data):
    """Say of what is said of the file that it is one byte shorter."""
    size = len(read(data).get(read(data).root["Metadata"]).content)
    return changed(data, b"/Length %d " % size, b"/Length %d " % (size - 1))


TITLE = "卷宗".encode()
BROKEN = [
    ("6.1.2", lambda data: changed(data, b"%\xe5\x8d\xb7\xe5", b"%abcd")),
    ("6.1.3 no name", lambda data: changed(data, b" /ID [", b" /IX [")),
    ("6.1.4", lambda data: data.replace(b" 00000 n \n", b" 00000 n  \n")),
    ("6.1.7.1", shorter),
    ("6.2.3 nothing", lambda data: changed(data, b"/OutputIntents [", b"/OutputPurpose [")),
    ("6.2.11.4.1", lambda data: changed(data, b"/FontFile2", b"/FontFile9")),
    ("6.2.11.5", lambda data: changed(data, b" 1000 1000 ", b" 1002 1002 ")),
    ("6.2.11.6", lambda data: data.replace(b"/Flags 4", b"/Flags 0")),
    ("6.5", lambda data: changed(data, b"/PageMode /UseOutlines", b"/AA 7")),
    ("6.6.2 nothing", lambda data: changed(data, b"/Metadata ", b"/Metadato ")),
    ("6.6.2 what", lambda data: changed(data, b"</rdf:RDF>", b"</rdf:RDG>")),
    ("6.6.3", lambda data: changed(data, TITLE + b"</rdf:li>", b"</rdf:li>")),
    ("6.6.4", lambda data: changed(data, b"<pdfaid:part>3", b"<pdfaid:part>2")),
    ("6.7", lambda data: changed(data, b"/Lang (zh-CN)", b"")),
    ("6.8 a file that", lambda data: changed(data, b"/AF [", b"/AG [")),
    ("6.8 a file with no", lambda data: changed(data, b"/AFRelationship /Data", b"/Kind /Data")),
    ("6.8 a file without", lambda data: changed(data, b"/UF (record", b"/UG (record")),
    ("6.8 a file of no", lambda data: changed(data, b"/application#2Fjson", b"/json")),
    ("annex E", lambda data: changed(data, b"/ModDate", b"/OldDate")),
]


@pytest.mark.parametrize(("rule", "harm"), BROKEN, ids=[rule for rule, _ in BROKEN])
def test_a_rule_that_is_broken_in_the_file_is_seen(whole, rule, harm):
    found = broken(harm(whole.pdf))

    assert any(one.startswith(rule) for one in found), found


def drawn(press, draw):
    """Draw on a page what no paper of ours draws."""
    canvas = Canvas("", invariant=1, initialFontName=press.usual)
    canvas.setFont(press.usual, 12)
    draw(canvas)
    canvas.drawString(10, 10, "字")
    canvas.showPage()
    return archived(canvas, Card(title="一", author="二"))


def picture(mode):
    return ImageReader(Image.new(mode, (8, 8)))


FORBIDDEN = [
    ("6.2.4 a colour", lambda canvas: canvas.setFillColorCMYK(0.1, 0.2, 0.3, 0.4)),
    ("6.2.10", lambda canvas: canvas.setFillAlpha(0.5)),
    ("6.2.4 a picture", lambda canvas: canvas.drawImage(picture("CMYK"), 0, 0)),
    ("6.3", lambda canvas: canvas.linkURL("x:y", (0, 0, 9, 9))),
    ("6.2.11.8", lambda canvas: canvas.drawString(9, 9, "\U0001f600")),
    ("6.2.11.4.1", lambda canvas: canvas.setFont("Helvetica", 9) or canvas.drawString(9, 9, "a")),
    ("6.1.13", lambda canvas: [canvas.saveState() for _ in range(29)]),
]


@pytest.mark.parametrize(("rule", "draw"), FORBIDDEN, ids=[rule for rule, _ in FORBIDDEN])
def test_a_rule_that_is_broken_on_the_page_is_seen(press, rule, draw):
    assert broken(drawn(press, lambda _canvas: None)) == []

    found = broken(drawn(press, draw))

    assert any(one.startswith(rule) for one in found), found


def test_the_colours_are_the_same_bytes_on_every_machine():
    said = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "colour_profile.py"), "check"], check=False
    )

    assert said.returncode == 0


PROCESS = """
import hashlib, sys
from dataclasses import replace
from pathlib import Path
from mediator_desk.paper.papers import print_agreement
from mediator_desk.paper.pdf import marked
from mediator_desk.paper.setting import open_press
from tests.paper.samples import APPLICANT, agreement
press = open_press(Path(sys.argv[1]))
party = replace(APPLICANT, name=sys.argv[2])
printed = marked(press, print_agreement(press, agreement(parties=(party,))), "MD1:AB")
print(hashlib.sha256(printed.pdf).hexdigest())
"""


def test_another_process_with_another_seed_writes_the_same_bytes(press, tmp_path):
    party = replace(APPLICANT, name=RARE)
    ours = marked(press, print_agreement(press, agreement(parties=(party,))), "MD1:AB").pdf

    theirs = {
        subprocess.run(
            [sys.executable, "-c", PROCESS, str(tmp_path), RARE],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed, zone in (("1", "UTC"), ("4711", "Asia/Shanghai"))
    }

    assert theirs == {hashlib.sha256(ours).hexdigest()}
