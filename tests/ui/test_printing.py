"""Printing: what the printing system is told, what it says back, and what is remembered."""

import json

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from mediator_desk.paper.preview import page_count
from mediator_desk.refusals import Refusal
from mediator_desk.usecases.print_papers import PaperName, PrintPapers, print_papers
from mediator_desk.usecases.remembering import remembered
from ui.dialogs.preview import PreviewDialog
from ui.dialogs.print_sheet import PrintSheet
from ui.printing import Printers, Wish, known_printers, print_paper, tidy_pages, wish_from
from ui.printing_pages import PagePress, printer_for

LP = """#!/usr/bin/env python3
import json, pathlib, sys
told = pathlib.Path({told!r})
told.write_text(json.dumps(sys.argv[1:]))
told.with_suffix(".pdf").write_bytes(sys.stdin.buffer.read())
{ends}
"""
LPSTAT = """#!/bin/sh
if [ "$1" = -e ]; then echo HP_LaserJet; echo Canon_LBP; exit 0; fi
echo "system default destination: Canon_LBP"
"""


class FakeCups:
    """A printing system of two scripts on the path; it keeps what it was told."""

    def __init__(self, folder, monkeypatch):
        """Put the scripts first on the path."""
        self.folder, self.told = folder, folder / "told.json"
        monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
        monkeypatch.setattr("sys.platform", "linux")
        self.lp("sys.exit(0)")
        self._script("lpstat", LPSTAT)

    def lp(self, ends):
        """Let ``lp`` end in another way."""
        self._script("lp", LP.format(told=str(self.told), ends=ends))

    def options(self):
        """Give what ``lp`` was called with."""
        return json.loads(self.told.read_text())

    def _script(self, name, text):
        file = self.folder / name
        file.write_text(text)
        file.chmod(0o755)


@pytest.fixture
def cups(tmp_path, monkeypatch):
    folder = tmp_path / "bin"
    folder.mkdir()
    return FakeCups(folder, monkeypatch)


@pytest.fixture
def printed(here, tmp_path_factory):
    number = here.file(here.accepted()).dispute.number
    asked = PrintPapers(numbers=(number,), paper=PaperName.SUMMARY)
    return print_papers(here.desk, asked, tmp_path_factory.getbasetemp())


@pytest.fixture
def preview(here, qtbot, windows, printed):
    behind = QWidget()
    qtbot.addWidget(behind)
    behind.resize(1366, 768)
    behind.show()
    dialog = PreviewDialog(
        behind,
        title="Paper",
        make=lambda: printed,
        errands=windows.errands,
        notices=windows.notices,
        desk=here.desk,
    )
    dialog.window_behind = behind
    dialog.open()
    return dialog


def asked(preview):
    preview.print_out()
    return [one for one in preview.findChildren(PrintSheet) if one.isVisible()][-1]


def fill(sheet, **values):
    for name, value in values.items():
        field = getattr(sheet, name)
        if name in ("copies", "pages"):
            field.setText(value)
        else:
            field.setCurrentIndex(field.findData(value))


def test_the_paper_goes_to_the_chosen_printer_with_copies_sides_and_pages(cups, preview, printed):
    sheet = asked(preview)
    fill(sheet, printer="HP_LaserJet", copies="2", sides="two-sided-long-edge", pages="1")

    sheet.hand_over()

    options = cups.options()
    assert options[:2] == ["-d", "HP_LaserJet"]
    assert options[options.index("-n") + 1] == "2"
    assert "sides=two-sided-long-edge" in options
    assert options[-1] == "-"
    assert cups.told.with_suffix(".pdf").read_bytes() == printed.pdf
    assert "sent to the printer" in preview.said.text()


def test_the_usual_printer_is_offered_first_and_the_last_wish_the_next_time(cups, preview, here):
    first = asked(preview)
    offered = first.wish().printer
    fill(first, printer="HP_LaserJet", copies="3", sides="two-sided-short-edge")
    first.hand_over()

    again = asked(preview).wish()

    assert offered == "Canon_LBP"
    assert again == Wish(printer="HP_LaserJet", copies=3, sides="two-sided-short-edge")
    assert remembered(here.desk, "printing")["sides"] == "two-sided-short-edge"


def test_a_printer_that_is_gone_gives_way_to_the_usual_one():
    kept = {"printer": "Old", "copies": 5000, "sides": "upside-down"}

    assert wish_from(kept, Printers(names=("New",), usual="New")) == Wish(printer="New")


def test_what_the_printing_system_says_is_shown(cups, preview):
    cups.lp("sys.stderr.write('lp: printer is out of paper'); sys.exit(1)")

    asked(preview).hand_over()

    assert "out of paper" in preview.said.text()


def test_pages_that_are_not_there_are_refused_in_the_sheet(cups, preview):
    sheet = asked(preview)
    fill(sheet, pages="7")

    sheet.hand_over()

    assert "no pages of this paper" in sheet.error.text()
    assert not cups.told.exists()


def test_more_copies_than_anybody_needs_are_refused(cups, preview):
    sheet = asked(preview)
    fill(sheet, copies="500")

    sheet.hand_over()

    assert "copies" in sheet.error.text()


def test_no_two_things_of_the_sheet_share_a_key(cups, preview, doubled):
    assert doubled(asked(preview)) == []


def test_a_pc_without_printers_prints_on_its_usual_one(cups, printed):
    cups._script("lpstat", "#!/bin/sh\nexit 1\n")

    print_paper(printed, wish_from({}, known_printers()))

    assert "-d" not in cups.options()


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        ("", ""),
        ("1-3, 5", "1-3,5"),
        ("１－３、５", "1-3,5"),
        ("2至4", "2-4"),
        ("1-9", ""),
        ("3", "3"),
    ],
)
def test_pages_are_read_as_people_type_them(typed, tidy):
    assert tidy_pages(typed, 9) == tidy


@pytest.mark.parametrize("typed", ["0", "10", "5-3", "all", "1-", "-2"])
def test_pages_that_cannot_be_are_refused(typed):
    with pytest.raises(Refusal, match="9"):
        tidy_pages(typed, 9)


def test_elsewhere_pages_are_painted_one_by_one(qtbot, windows, printed, tmp_path):
    file = tmp_path / "painted.pdf"
    printer = printer_for("paper", printed.pages)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    window = QWidget()
    qtbot.addWidget(window)
    press = PagePress(
        window,
        printer=printer,
        pdf=lambda: printed.pdf,
        pages=range(printed.pages),
        errands=windows.errands,
    )
    went, ended = [], []
    press.went.connect(lambda done, count: went.append((done, count)))
    press.ended.connect(ended.append)

    press.start()

    assert ended == [""]
    assert went == [(done, printed.pages) for done in range(1, printed.pages + 1)]
    assert page_count(file.read_bytes()) == printed.pages
