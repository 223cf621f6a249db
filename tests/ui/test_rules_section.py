"""Calendars and rules in the settings: listed, taken in after a look, dropped, taken back."""

from datetime import UTC, datetime

import pytest

from mediator_desk.records.people import Role
from tests.ui.open_stations import Answers
from tests.usecases.test_rule_files import NOTICE
from ui.dialogs.question import Question
from ui.forms.sheet_dialog import SheetDialog
from ui.panes.rules_section import RulesSection
from ui.widgets.label import Label


@pytest.fixture
def stick(tmp_path):
    file = tmp_path / "2027.toml"
    file.write_text(NOTICE, "utf-8")
    return file


@pytest.fixture
def opened(here, keep, windows, stick):
    """Open the section on 15 December 2026."""
    here.at.clock.moment = datetime(2026, 12, 15, 1, 0, tzinfo=UTC)

    def make(desk=None):
        section = keep(
            RulesSection(
                desk=desk or here.desk,
                errands=windows.errands,
                notices=windows.notices,
                files=Answers(files=[stick]),
            )
        )
        section.resize(1100, 640)
        section.show()
        section.ask()
        return section

    return make


def dialog_of(section):
    return section.findChildren(SheetDialog)[-1]


def test_every_file_is_listed_with_its_title_source_and_state(opened):
    section = opened()

    section.table.choose("calendars/2026")

    detail = section.side.shown()
    assert (detail.title, detail.state) == ("Holidays of 2026", "carried")
    assert detail.verbs == []
    assert "2027" in section.years.text()


def test_a_calendar_is_taken_in_after_a_look_at_what_moves(here, opened, windows):
    here.accepted()
    section = opened()

    section.take_in()
    dialog = dialog_of(section)
    shown = [one.text() for one in dialog.findChildren(Label)]
    known_before = here.desk.books.calendar.knows(2027)
    dialog.hand_over()
    section.ask()
    section.table.choose("calendars/2027")

    assert "1 date moves." in shown
    assert not known_before
    assert here.desk.books.calendar.knows(2027)
    assert windows.said[-1].text == "Holidays of 2027 holds from now on. 1 date moved."
    assert section.side.shown().state == "taken in"
    assert "2027" in section.years.text()


def test_what_was_taken_in_is_dropped_after_a_question(here, opened):
    section = opened()
    section.take_in()
    dialog_of(section).hand_over()
    section.ask()
    section.table.choose("calendars/2027")

    section.side.shown().verbs[0].do()
    section.findChildren(Question)[-1].press.click()

    assert not here.desk.books.calendar.knows(2027)


def test_a_bad_file_is_refused_in_words_and_nothing_opens(opened, stick):
    stick.write_text("year = 2027\nworkdays = [", "utf-8")
    section = opened()

    section.take_in()

    assert "Line 2" in section.years.text()
    assert not section.findChildren(SheetDialog)


def test_a_mediator_is_not_offered_to_change_the_rules(here, opened):
    assert opened().primary() is not None
    assert opened(here.as_role(Role.MEDIATOR)).primary() is None
