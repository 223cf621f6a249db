"""The fonts of papers in the settings: what is there, how papers look, adding and removing."""

from dataclasses import replace
from pathlib import Path

import pytest
import reportlab
from PySide6.QtWidgets import QLabel

from mediator_desk.paper.own_fonts import Use
from mediator_desk.records.people import Role
from tests.ui.open_stations import Answers
from ui.dialogs.question import Question
from ui.forms.sheet_dialog import SheetDialog
from ui.panes.fonts_section import FontsSection
from ui.widgets.label import Label

VERA = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
NAME = "Bitstream Vera Sans"


@pytest.fixture(scope="session")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("fonts")


@pytest.fixture
def section(here, keep, errands, notices, tmp_path, cache):
    return made(here.desk, keep, errands, notices, tmp_path, cache)


def made(desk, keep, errands, notices, folder, cache):
    section = keep(
        FontsSection(
            desk=desk,
            errands=errands,
            notices=notices,
            files=Answers(folder=folder, files=[VERA]),
            fonts=cache,
        )
    )
    section.resize(900, 600)
    section.show()
    section.ask()
    return section


def words_in(section):
    return " ".join(label.text() for label in section.findChildren(Label))


def pictures(section):
    return [
        label.pixmap().toImage()
        for label in section.findChildren(QLabel)
        if not label.pixmap().isNull()
    ]


def test_without_own_fonts_it_says_what_papers_use_and_shows_them(section):
    assert "fonts that came with the program" in words_in(section)
    (picture,) = pictures(section)
    assert picture.width() > 500


def test_a_chosen_file_is_asked_about_kept_and_listed(section):
    before = pictures(section)
    section.primary().do()
    (dialog,) = section.window().findChildren(SheetDialog)
    dialog.sheet.fill({"use": Use.TEXT.value})
    dialog.hand_over()

    assert [(row.name, row.use) for row in section.rows] == [(NAME, Use.TEXT)]
    assert NAME in words_in(section)
    assert pictures(section) != before


def test_a_font_is_removed_after_a_question(section):
    section.primary().do()
    (dialog,) = section.window().findChildren(SheetDialog)
    dialog.hand_over()

    section.remove(section.rows[0])
    (question,) = section.findChildren(Question)
    question.press.click()

    assert section.rows == ()


def test_a_mediator_sees_the_fonts_but_is_not_offered_to_add_any(
    here, keep, errands, notices, tmp_path, cache
):
    mediator = replace(here.desk, person=replace(here.desk.person, role=Role.MEDIATOR))

    section = made(mediator, keep, errands, notices, tmp_path, cache)

    assert section.primary() is None
    assert pictures(section)
