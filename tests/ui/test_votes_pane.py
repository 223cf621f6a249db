"""The pane of owners' votes: the meter, the verbs, the ballots by one key, the papers."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from mediator_desk.paper.preview import text_of
from mediator_desk.records.owners_vote import Choice, VoteState
from mediator_desk.records.people import Role
from mediator_desk.rules.ballots import Standing, read_ballots
from mediator_desk.usecases.print_papers import PaperName, PrintPapers, print_papers
from tests.ui.casework import columns_of
from tests.ui.open_stations import Answers
from tests.usecases.votes import LIFT, saying, votes_at
from ui.errands import InlineErrands
from ui.forms.ballot_entry import BallotEntryDialog
from ui.forms.sheet_dialog import SheetDialog
from ui.notices import Notices
from ui.panes.today_rows import PLACES
from ui.panes.today_side import read_detail
from ui.panes.votes import VotesPane
from ui.vote_steps import next_for_vote
from ui.widgets.verb import without_mnemonic


class Room:
    """A pane of votes on a real desk."""

    def __init__(self, qtbot, votes, folder):
        """Sit down without a pane."""
        self.qtbot, self.votes, self.desk, self.folder = qtbot, votes, votes.desk, folder
        self.errands, self.files = InlineErrands(), Answers()
        self.mistakes, self.printed, self.said = [], [], []
        self.errands.failed.connect(self.mistakes.append)
        self.notices = Notices(folder / "reports", self.desk.now)
        self.notices.posted.connect(self.said.append)

    def pane(self):
        """Open the pane."""
        pane = VotesPane(
            desk=self.desk,
            errands=self.errands,
            notices=self.notices,
            files=self.files,
            print_paper=lambda one, paper: self.printed.append((one.id, paper)),
        )
        self.qtbot.addWidget(pane)
        self.errands.changed.connect(pane.refresh)
        pane.resize(1180, 680)
        pane.show()
        pane.open()
        return pane


@pytest.fixture
def room(qtbot, here, tmp_path):
    made = Room(qtbot, votes_at(here), tmp_path)
    yield made
    assert made.mistakes == []


def verbs(pane):
    return [without_mnemonic(verb.text) for verb in pane.side.shown().verbs]


def meter(pane):
    return next(one for one in pane.side.shown().sections if one.meter)


def test_a_vote_shows_how_many_ballots_are_back(room):
    vote = room.votes.opened()
    room.votes.read(vote, saying(3))

    pane = room.pane()

    assert columns_of(pane.table)[0][3] == "3/12"


def test_the_meter_says_what_is_missing_by_heads_and_by_area(room):
    vote = room.votes.opened()
    room.votes.read(vote, saying(7))

    pane = room.pane()

    assert meter(pane).note == "Not enough yet: too few take part: short by 1 owner / 97.50 m²"
    assert meter(pane).meter[0].what == "Heads: 7 agree, 7 of 12 take part"
    assert meter(pane).meter[1].what == "Area: 662.50 m² agree, 662.50 of 1140.00 m² take part"
    assert "Civil Code 278" in meter(pane).text


def test_silent_votes_are_left_out_of_the_meter_while_ballots_come_in(room):
    vote = room.votes.opened(rule_set="national-silent-votes", covenant_clause="第十二条")
    room.votes.read(vote, saying(2))

    pane = room.pane()

    assert meter(pane).meter[0].what == "Heads: 2 agree, 2 of 12 take part"
    assert any("sue to have it annulled" in one.note for one in pane.side.shown().sections)


def test_the_result_is_shown_once_it_is_counted(room):
    room.votes.counted(saying(7, 2))

    pane = room.pane()

    assert meter(pane).note == "Passed."
    assert verbs(pane)[:2] == ["Post the result", "Print the sheet of the count"]


def test_the_first_verb_is_the_step_that_is_next(room):
    first = {}
    for make in ("called", "rostered", "noticed", "opened"):
        file = room.votes.file(getattr(room.votes, make)())
        first[make] = next_for_vote(file)

    assert first == {
        "called": "take-roster",
        "rostered": "notice-vote",
        "noticed": "deliver-ballots",
        "opened": "enter-ballots",
    }


def test_verbs_beyond_the_role_are_not_offered(room):
    room.votes.rostered()
    room.desk = replace(room.desk, person=replace(room.desk.person, role=Role.MEDIATOR))

    pane = room.pane()

    assert "Give notice" not in verbs(pane)
    assert "for the team lead" in pane.side.shown().banner


@pytest.mark.parametrize("make", ["called", "rostered", "noticed", "opened"])
def test_no_two_things_in_sight_share_a_mnemonic(room, doubled, make):
    getattr(room.votes, make)()

    assert doubled(room.pane()) == []


def test_a_pasted_roster_becomes_units(room):
    vote = room.votes.called()
    pane = room.pane()

    dialog = pane.do("take-roster")
    dialog.sheet.fill(
        {"units": "房号\t业主\t面积\n101\t王芳、李强\t92.50\n102\t某置业\t97.5\t未售\t测绘"}
    )
    dialog.hand_over()

    one, other = room.votes.file(vote).units
    assert (one.unit, one.owner, one.co_owners, one.area) == ("101", "王芳", ("李强",), 9250)
    assert (other.unsold, other.area, other.area_source) == (True, 9750, "survey")


def test_a_line_that_cannot_be_read_is_named_and_stays(room):
    room.votes.called()
    pane = room.pane()

    dialog = pane.do("take-roster")
    dialog.sheet.fill({"units": "101, 王芳, 92.50\n102, 李强"})
    dialog.hand_over()

    assert "Line 2" in dialog.error.text()
    assert "102, 李强" in dialog.sheet.values()["units"]


def entry(room):
    pane = room.pane()
    dialog = pane.do("enter-ballots")
    assert isinstance(dialog, BallotEntryDialog)
    return dialog


def type_ballot(room, dialog, ballot, key):
    room.qtbot.keyClicks(dialog.ballot, ballot)
    room.qtbot.keyClick(dialog.ballot, Qt.Key.Key_Return)
    room.qtbot.keyClick(dialog.says.focusProxy(), key)


def test_a_number_enter_and_one_key_keep_a_ballot(room):
    vote = room.votes.opened()
    serial = room.votes.file(vote).units[0].serial
    dialog = entry(room)

    type_ballot(room, dialog, serial, Qt.Key.Key_1)
    type_ballot(room, dialog, "102", Qt.Key.Key_N)

    said = {one.choice for one in room.votes.file(vote).entries}
    assert said == {Choice.AGREE, Choice.AGAINST}
    assert dialog.progress.text() == "2 of 12 ballots in this reading"
    assert dialog.ballot.text() == ""


def test_the_second_reading_is_proposed_to_another_person_and_shows_nothing_of_the_first(room):
    vote = room.votes.opened()
    room.votes.read(vote, saying(3), round=2)
    room.votes.read(vote, saying(2))
    room.desk = room.votes.second

    dialog = entry(room)

    assert dialog.round.chosen() == "2"
    assert columns_of(dialog.table) == []


def test_an_invalid_ballot_asks_why(room):
    vote = room.votes.opened()
    dialog = entry(room)

    type_ballot(room, dialog, "101", Qt.Key.Key_0)
    assert "Write down why" in dialog.error.text()
    room.qtbot.keyClicks(dialog.reason, "no signature")
    room.qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)

    (kept,) = room.votes.file(vote).entries
    assert (kept.choice, kept.reason) == (Choice.INVALID, "no signature")


def test_an_unknown_number_is_refused_in_place(room):
    room.votes.opened()
    dialog = entry(room)

    type_ballot(room, dialog, "9999", Qt.Key.Key_1)

    assert "There is no ballot and no unit 9999" in dialog.error.text()
    assert dialog.ballot.text() == "9999"


def test_what_differs_is_listed_and_settled(room):
    vote = room.votes.opened()
    room.votes.read(vote, {"101": Choice.AGREE})
    room.votes.read(vote, {"101": Choice.AGAINST}, round=2)
    dialog = entry(room)

    dialog.round.choose("3")
    assert len(columns_of(dialog.differs)) == 1
    dialog.reason.setText("the cross is at against")
    type_ballot(room, dialog, "101", Qt.Key.Key_2)

    file = room.votes.file(vote)
    settled = [one for one in read_ballots(file.units, file.entries) if one.unit.unit == "101"]
    assert (settled[0].standing, settled[0].choice) == (Standing.SURE, Choice.AGAINST)
    assert columns_of(dialog.differs) == []


def test_a_vote_goes_its_whole_way_in_windows(room):
    vote = room.votes.closed(saying(7, 2))
    pane = room.pane()

    for step, values in (
        ("count-vote", {}),
        ("post-vote", {"where": "board"}),
        ("finish-vote", {}),
    ):
        dialog = pane.do(step)
        assert isinstance(dialog, SheetDialog)
        dialog.sheet.fill(values)
        dialog.hand_over()

    assert room.votes.file(vote).vote.state is VoteState.EFFECTIVE


def test_every_unit_gets_a_ballot_with_its_own_number(room, tmp_path):
    vote = room.votes.noticed()
    asked = PrintPapers(numbers=(str(vote),), paper=PaperName.OWNERS_BALLOTS)

    text = text_of(print_papers(room.desk, asked, tmp_path / "fonts").pdf)

    assert all(unit.serial in text for unit in room.votes.file(vote).units)
    assert text.count("业主共同决定事项征求意见表") == len(LIFT)


def test_the_sheet_of_the_count_has_exact_fractions_and_no_name(room, tmp_path):
    vote = room.votes.counted(saying(7, 2))
    asked = PrintPapers(numbers=(str(vote),), paper=PaperName.VOTE_RESULT)

    text = text_of(print_papers(room.desk, asked, tmp_path / "fonts").pdf)

    assert "9/12＝75.00%" in text
    assert "7/9＝77.78%" in text
    assert "662.50/852.50＝77.71%" in text
    assert "业主101" not in text


def test_printing_prints_the_paper_of_the_state(room):
    vote = room.votes.noticed()
    pane = room.pane()

    pane.print_out()

    assert room.printed == [(vote, PaperName.OWNERS_BALLOTS)]


def test_a_vote_stands_on_today_and_leads_to_its_place(room):
    room.votes.counted(saying(7, 2))

    rows = [one for one in room.desk.queries.today() if one.kind == "owners_vote"]

    assert [(one.waiting, one.rule) for one in rows] == [("owners_vote.counted", "D11")]
    assert PLACES["owners_vote"] == "votes"
    assert read_detail(room.desk, rows[0], [], lambda *_place: None).state == "counted"
