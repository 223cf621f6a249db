"""Side pane, timeline, wizard and preview show what they are given."""

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from ui.errands import InlineErrands
from ui.forms.sheet import Sheet, Text
from ui.forms.wizard import Step, Wizard
from ui.widgets.master_detail import MasterDetail
from ui.widgets.preview import PreviewView
from ui.widgets.side_pane import Detail, PartyLine, Section, SidePane
from ui.widgets.timeline import Happening
from ui.widgets.verb import Verb, VerbBar

DETAIL = Detail(
    title="王淼与李犇邻里纠纷",
    state="Mediating",
    subtitle="柳园-2026-418",
    banner="Due on Wednesday. Next: sign the agreement.",
    parties=(PartyLine(role="Applicant", name="王淼", reach="138****2210"),),
    sections=(
        Section(heading="Facts", facts=(("Place", "柳园社区"), ("Channel", ""))),
        Section(heading="Course", happenings=(Happening(title="Accepted", text="By phone."),)),
    ),
    verbs=(Verb(text="&Add", do=lambda: None), Verb(text="&Print", do=lambda: None)),
)


def words_of(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


@pytest.fixture
def pane(keep):
    made = keep(SidePane("dispute", "Choose a dispute"))
    made.resize(420, 700)
    made.show()
    return made


def test_an_empty_side_pane_says_what_to_do(pane):
    assert "Choose a dispute" in words_of(pane)


def test_the_side_pane_shows_state_next_step_parties_and_course(pane):
    pane.show_detail(DETAIL)

    shown = words_of(pane)
    for words in ("王淼与李犇邻里纠纷", DETAIL.banner, "138****2210", "Accepted", "By phone."):
        assert words in shown


def test_empty_facts_are_left_out(pane):
    pane.show_detail(DETAIL)

    assert "Place" in words_of(pane)
    assert "Channel" not in words_of(pane)


def test_words_that_look_like_markup_stay_words(pane):
    pane.show_detail(Detail(title="<b>王淼</b>"))

    assert "<b>王淼</b>" in words_of(pane)


def test_verbs_that_find_no_room_wait_under_more(qtbot):
    bar = VerbBar()
    qtbot.addWidget(bar)
    bar.show_verbs([Verb(text=f"Verb number {n}", do=lambda: None) for n in range(6)])
    bar.resize(420, 50)
    bar.show()

    hidden = [action.text() for action in bar._menu.actions()]

    assert hidden
    assert len(hidden) + sum(button.isVisible() for button in bar.buttons()) == 6


def test_a_verb_that_cannot_be_done_says_why(qtbot):
    bar = VerbBar()
    qtbot.addWidget(bar)

    bar.show_verbs([Verb(text="&Sign", do=lambda: None, why_not="Both parties must be there.")])

    assert not bar.buttons()[0].isEnabled()
    assert bar.buttons()[0].toolTip() == "Both parties must be there."


def test_where_only_one_has_room_the_record_follows_the_list(keep, pane):
    master, chips = QWidget(), QWidget()
    both = keep(MasterDetail(master, pane, above=chips))
    both.resize(700, 500)
    both.show()

    at_first = (master.isVisible(), pane.isVisible())
    both.enter()
    inside = (master.isVisible(), pane.isVisible(), chips.isVisible())
    both.leave()

    assert at_first == (True, False)
    assert inside == (False, True, False)
    assert master.isVisible()


def test_both_are_in_sight_where_there_is_room(keep, pane):
    master = QWidget()
    both = keep(MasterDetail(master, pane))
    both.resize(1200, 600)
    both.show()

    assert master.isVisible()
    assert pane.isVisible()


@pytest.fixture
def wizard(qtbot):
    steps = [
        Step(
            name=name,
            title=name,
            explain="",
            sheet=Sheet((Text(key=name, label=name, required=True),)),
        )
        for name in ("place", "team", "person")
    ]
    made = Wizard("Set up", steps, "&Finish")
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_wizard_does_not_go_on_over_an_empty_needed_field(wizard):
    wizard.go_on()

    assert wizard.place() == 0
    assert wizard.error.text() == "“place” is still empty."


def test_the_wizard_gathers_the_values_of_all_pages(wizard):
    given = []
    wizard.finished.connect(given.append)

    for step in wizard._steps:
        step.sheet.fill({step.name: step.name.upper()})
        wizard.go_on()

    assert given == [{"place": "PLACE", "team": "TEAM", "person": "PERSON"}]


def test_going_back_loses_nothing(wizard):
    wizard._steps[0].sheet.fill({"place": "柳园"})
    wizard.go_on()

    wizard.go_back()

    assert wizard.place() == 0
    assert wizard.values()["place"] == "柳园"


@dataclass
class Drawn:
    """A grey page."""

    width: int
    height: int

    @property
    def bgra(self):
        return bytes([200]) * (self.width * 4 * self.height)


@pytest.fixture
def preview(qtbot):
    made = PreviewView(InlineErrands())
    qtbot.addWidget(made)
    made.resize(600, 700)
    made.show()
    return made


def test_only_pages_in_sight_are_drawn(qtbot, preview):
    asked = []

    def render(page, scale):
        asked.append(page)
        return Drawn(round(595 * scale), round(842 * scale))

    preview.show_pages([(595, 842)] * 9, render)
    preview.grab()
    first = set(asked)
    preview.go_to(9)
    preview.grab()

    assert 0 in first
    assert 8 not in first
    assert 8 in asked
    assert preview.settled()


def test_zooming_draws_anew_and_fitting_goes_back(preview):
    preview.show_pages(
        [(595, 842)], lambda _page, scale: Drawn(round(595 * scale), round(842 * scale))
    )
    fitted = preview.scale()

    preview.zoom(True)
    larger = preview.scale()
    preview.fit()

    assert larger > fitted
    assert preview.scale() == fitted
