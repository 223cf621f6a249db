"""Votes cast online come in as a list; what differs from paper is said before it is kept."""

import pytest
from PySide6.QtWidgets import QLabel

from mediator_desk.records.owners_vote import BallotChannel, Choice, VoteForm
from mediator_desk.refusals import Refusal
from mediator_desk.rules.ballots import Standing, read_ballots
from mediator_desk.usecases.owners_votes.online import read_online
from tests.ui.test_votes_pane import Room
from tests.usecases.votes import votes_at
from ui.dialogs.question import Question
from ui.forms.online_ballots import OnlineButton


@pytest.fixture
def room(qtbot, here, tmp_path):
    made = Room(qtbot, votes_at(here), tmp_path)
    yield made
    assert made.mistakes == []


def online_list(folder, *rows):
    file = folder / "线上.csv"
    file.write_text("\n".join(("房号,意见", *rows)), encoding="gb18030")
    return file


def opened(room, **said):
    return room.votes.opened(form=VoteForm.ONLINE_AND_PAPER, **said)


def standing(room, vote, unit):
    file = room.votes.file(vote)
    ballots = read_ballots(file.units, file.entries)
    return next(one for one in ballots if one.unit.unit == unit)


def test_an_online_list_comes_in_and_needs_no_second_reading(room, tmp_path):
    vote = opened(room)
    room.files.files = [online_list(tmp_path, "101,同意", "102,不同意", "201,弃权")]
    dialog = room.pane().do("enter-ballots")

    dialog.findChild(OnlineButton).click()
    dialog.findChild(Question).press.click()

    kept = {one.choice for one in room.votes.file(vote).entries}
    assert kept == {Choice.AGREE, Choice.AGAINST, Choice.ABSTAIN}
    assert standing(room, vote, "101").standing is Standing.SURE
    assert dialog.progress.text() == "3 of 12 ballots in this reading"


def test_what_the_paper_says_otherwise_is_named_first_and_waits_for_a_third_look(room, tmp_path):
    vote = opened(room)
    room.votes.read(vote, {"101": Choice.AGAINST})
    room.files.files = [online_list(tmp_path, "101,同意", "102,同意")]
    dialog = room.pane().do("enter-ballots")

    dialog.findChild(OnlineButton).click()
    question = dialog.findChild(Question)
    said = [one.text() for one in question.findChildren(QLabel)]
    question.press.click()

    assert said[0] == "2 votes came in online."
    assert said[1] == "101: the paper says otherwise. A third look settles it."
    assert standing(room, vote, "101").standing is Standing.DIFFERS


def test_a_list_taken_in_again_changes_nothing(room, tmp_path):
    vote = opened(room)
    first = read_online(room.desk, vote, online_list(tmp_path, "101,同意", "102,同意"))
    room.votes.read(
        vote, {one.ballot: one.choice for one in first.casts}, channel=BallotChannel.ONLINE
    )

    again = read_online(room.desk, vote, online_list(tmp_path, "101,同意", "102,反对"))

    assert (again.casts, again.again, again.changed) == ((), 1, ("102",))


def test_a_row_that_fits_nothing_is_named_and_nothing_is_kept(room, tmp_path):
    vote = opened(room)

    with pytest.raises(Refusal, match="3 909 同意"):
        read_online(room.desk, vote, online_list(tmp_path, "101,同意", "909,同意"))
    with pytest.raises(Refusal, match="101 more than once"):
        read_online(room.desk, vote, online_list(tmp_path, "101,同意", "101,反对"))

    assert room.votes.file(vote).entries == ()


def test_paper_votes_offer_no_online_list(room):
    room.votes.opened()

    assert room.pane().do("enter-ballots").findChild(OnlineButton) is None


def test_no_two_things_in_the_window_share_a_mnemonic(room, doubled):
    opened(room)

    assert doubled(room.pane().do("enter-ballots")) == []


def test_what_came_online_says_so(room, tmp_path):
    vote = opened(room)

    (cast,) = read_online(room.desk, vote, online_list(tmp_path, "101,同意")).casts

    assert cast.channel is BallotChannel.ONLINE
