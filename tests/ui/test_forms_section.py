"""The forms in the settings: how sure we are, a look as paper, the district's own, and back."""

import pytest

from mediator_desk.paper.form import carried_paper_texts, forms_in_force
from mediator_desk.records.people import Role
from tests.ui.open_stations import Answers
from ui.dialogs.preview import PreviewDialog
from ui.dialogs.question import Question
from ui.forms.sheet_dialog import SheetDialog
from ui.panes.forms_section import FormsSection
from ui.widgets.label import Label
from ui.widgets.verb import VerbButton

TOPIC = carried_paper_texts()["forms/F28"]


@pytest.fixture(scope="module")
def fonts(tmp_path_factory):
    """Unpack the carried fonts once."""
    return tmp_path_factory.mktemp("fonts")


@pytest.fixture
def stick(tmp_path):
    file = tmp_path / "F28.yaml"
    file.write_text(TOPIC.replace("label: 议题名称", "label: 议事题目"), "utf-8")
    return file


@pytest.fixture
def opened(here, keep, windows, stick, tmp_path, fonts):
    """Open the section."""

    def make(desk=None):
        section = keep(
            FormsSection(
                desk=desk or here.desk,
                errands=windows.errands,
                notices=windows.notices,
                files=Answers(files=[stick], folder=tmp_path),
                fonts=fonts,
            )
        )
        section.resize(1100, 640)
        section.show()
        section.ask()
        return section

    return make


def held(here):
    return forms_in_force(here.desk.library.texts()).form("F28").fields[1].label


def test_every_form_is_listed_with_how_sure_we_are_of_it(opened):
    section = opened()

    section.table.choose("forms/F11")

    detail = section.side.shown()
    assert (detail.title, detail.state) == ("F11 人民调解协议书", "carried")
    assert ("How sure", "Official blank, seen whole") in detail.sections[0].facts
    assert {row.about.name.partition("/")[0] for row in section.table.rows.rows()} == {
        "forms", "layouts"
    }  # fmt: skip


def test_a_form_is_taken_in_after_a_look_and_dropped_after_a_question(here, opened, windows):
    section = opened()

    section.take_in()
    dialog = section.findChildren(SheetDialog)[-1]
    shown = [one.text() for one in dialog.findChildren(Label)]
    before = held(here)
    dialog.sheet.fill({"source": "区司法局"})
    dialog.hand_over()
    taken = held(here)
    section.ask()
    section.table.choose("forms/F28")
    section.side.shown().verbs[-1].do()
    section.findChildren(Question)[-1].press.click()

    assert "议题名称 → 议事题目" in shown
    assert (before, taken, held(here)) == ("议题名称", "议事题目", "议题名称")
    assert windows.said[0].text == "F28 居民议事会议题登记表 holds from now on."


def test_the_form_of_a_file_is_seen_as_a_paper_before_it_is_taken_in(opened):
    section = opened()
    section.take_in()
    dialog = section.findChildren(SheetDialog)[-1]

    see = next(one for one in dialog.findChildren(VerbButton) if "paper" in one.text())
    see.click()

    assert section.findChildren(PreviewDialog)[-1].printed.pages == 1


def test_a_form_that_holds_is_seen_as_a_paper_too(opened):
    section = opened()
    section.table.choose("forms/F34")

    section.side.shown().verbs[0].do()

    assert section.findChildren(PreviewDialog)[-1].printed.pages >= 1


def test_a_copy_to_be_changed_is_the_very_text_that_holds(opened, tmp_path):
    section = opened()
    section.table.choose("forms/F35")

    section.side.shown().verbs[1].do()

    assert (tmp_path / "saved.yaml").read_text("utf-8") == carried_paper_texts()["forms/F35"]


def test_a_form_that_cannot_be_printed_is_refused_in_words_and_nothing_opens(opened, stick):
    stick.write_text(TOPIC.replace("label: 议题名称", "label: 议题\ue000"), "utf-8")
    section = opened()

    section.take_in()

    assert "U+E000" in section.said.text()
    assert not section.findChildren(SheetDialog)


def test_a_mediator_is_not_offered_to_change_the_forms(here, opened):
    assert opened().primary() is not None
    assert opened(here.as_role(Role.MEDIATOR)).primary() is None


def test_no_two_things_in_the_section_share_a_mnemonic(opened, doubled):
    section = opened()
    section.table.choose("forms/F28")

    assert doubled(section) == []
