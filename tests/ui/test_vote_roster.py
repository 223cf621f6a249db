"""The roster of a vote: from a file or an earlier vote, one unit put right, ballots delivered."""

import pytest
from PySide6.QtCore import Qt

from mediator_desk.records.owners_vote import Delivery
from mediator_desk.usecases.owners_votes.rosters import ReissueBallot, reissue_ballot
from tests.ui.casework import columns_of
from tests.ui.test_votes_pane import Room
from tests.usecases.votes import LIFT, votes_at
from ui.dialogs.question import Question
from ui.forms.vote_roster import RosterSources


@pytest.fixture
def room(qtbot, here, tmp_path):
    made = Room(qtbot, votes_at(here), tmp_path)
    yield made
    assert made.mistakes == []


def choose(dialog, place):
    """Choose a unit as a person does, from what is offered."""
    dialog.sheet.fill({"unit": dialog.sheet.cell("unit").field.candidates[place]})


def test_a_file_fills_the_lines_and_its_bad_rows_are_named_in_sight(room, tmp_path):
    room.votes.called()
    file = tmp_path / "roster.csv"
    file.write_text("房号,业主,面积\n101,王芳,92.50\n102,李强,\n", encoding="gb18030")
    room.files.files = [file]
    dialog = room.pane().do("take-roster")

    dialog.findChild(RosterSources).file.click()

    assert "101\t王芳\t92.50" in dialog.sheet.values()["units"]
    assert "Line 3" in dialog.sheet.cell("units").doubt()


def test_the_roster_of_an_earlier_vote_is_carried_over(room):
    earlier = room.votes.noticed()
    vote = room.votes.called()
    dialog = room.pane().do("take-roster")
    sources = dialog.findChild(RosterSources)

    sources.earlier.setCurrentIndex(0)
    sources.earlier.activated.emit(0)
    dialog.hand_over()

    assert [one.unit for one in room.votes.file(vote).units] == [unit for unit, _area in LIFT]
    assert all(not one.serial for one in room.votes.file(vote).units)
    assert room.votes.file(earlier).units


def test_what_is_known_of_a_unit_stands_there_to_be_corrected(room):
    vote = room.votes.rostered()
    dialog = room.pane().do("change-unit")

    choose(dialog, 0)
    known = dialog.sheet.values()
    dialog.sheet.fill({"co_owners": "王芳、李强", "area": "93.00", "unsold": True, "agent": "钱亮"})
    dialog.hand_over()

    kept = room.votes.file(vote).units[0]
    assert (known["owner"], known["area"]) == ("业主101", "92.50")
    assert (kept.owner, kept.co_owners, kept.area) == ("业主101", ("王芳", "李强"), 9300)
    assert (kept.unsold, kept.agent) == (True, "钱亮")


def test_a_consent_that_is_missing_is_named_until_it_is_there(room):
    room.votes.rostered()
    pane = room.pane()

    def correct(**values):
        dialog = pane.do("change-unit")
        choose(dialog, 0)
        dialog.sheet.fill(values)
        dialog.hand_over()
        return " ".join(one.note for one in pane.side.shown().sections)

    before = correct(own_part=True)
    after = correct(own_part_agreed_on=room.desk.now().date())

    assert "The consent of 101 is missing" in before
    assert "is missing" not in after


def test_one_key_delivers_a_ballot_and_the_next_one_waits(room):
    vote = room.votes.noticed()
    dialog = room.pane().do("deliver-ballots")

    room.qtbot.keyClick(dialog.table, Qt.Key.Key_1)
    room.qtbot.keyClick(dialog.table, Qt.Key.Key_2)

    first, second, *rest = room.votes.file(vote).units
    assert (first.delivery, second.delivery) == (Delivery.BY_HAND, Delivery.BY_POST)
    assert len(columns_of(dialog.table)) == len(rest) == 10
    assert dialog.progress.text() == "2 of 12 ballots are delivered"


def test_a_ballot_is_found_by_its_owner_and_what_is_left_is_posted(room):
    vote = room.votes.noticed()
    dialog = room.pane().do("deliver-ballots")

    dialog.search.setText("业主602")
    room.qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    room.qtbot.keyClick(dialog.table, Qt.Key.Key_1)
    dialog.post_rest()
    dialog.findChild(Question).press.click()

    *others, last = room.votes.file(vote).units
    assert last.delivery is Delivery.BY_HAND
    assert {one.delivery for one in others} == {Delivery.ON_BOARD}


def test_a_replaced_ballot_waits_to_be_delivered_again(room):
    vote = room.votes.opened()
    unit = room.votes.file(vote).units[0]
    reissue_ballot(room.desk, ReissueBallot(unit=unit.id, reason="被雨淋湿"))

    pane = room.pane()
    dialog = pane.do("deliver-ballots")

    assert any("被雨淋湿" in one.text for part in pane.side.shown().sections
               for one in part.happenings or ())  # fmt: skip
    assert [row[1] for row in columns_of(dialog.table)] == [unit.unit]


@pytest.mark.parametrize(
    ("make", "step"),
    [("called", "take-roster"), ("rostered", "change-unit"), ("noticed", "deliver-ballots")],
)
def test_no_two_things_in_a_window_share_a_mnemonic(room, doubled, make, step):
    getattr(room.votes, make)()

    assert doubled(room.pane().do(step)) == []
