"""Representatives bring signed opinions to a meeting of owners: five days before, no later."""

from datetime import timedelta

import pytest

from mediator_desk.records.owners_vote import VoteForm
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.written_opinions import late_opinions, latest_opinion
from tests.ui.test_votes_pane import Room
from tests.usecases.votes import votes_at


@pytest.fixture
def room(qtbot, here, tmp_path):
    made = Room(qtbot, votes_at(here), tmp_path)
    yield made
    assert made.mistakes == []


def bring(room, signed_on):
    """Write down that a representative brings the opinion of the first unit."""
    pane = room.pane()
    dialog = pane.do("change-unit")
    dialog.sheet.fill({"unit": dialog.sheet.cell("unit").field.candidates[0]})
    dialog.sheet.fill({"opinion_by": "林楼长", "opinion_on": signed_on})
    doubt = dialog.sheet.cell("opinion_on").doubt()
    dialog.hand_over()
    return pane, doubt


@pytest.mark.parametrize(("days", "late"), [(6, False), (5, False), (4, True), (0, True)])
def test_an_opinion_is_signed_five_days_before_the_meeting(room, days, late):
    vote = room.votes.noticed(form=VoteForm.MEETING)
    opens_on = room.votes.file(vote).vote.opens_on
    room.votes.here.at.clock.go(days=20)

    pane, doubt = bring(room, opens_on - timedelta(days=days))

    file = room.votes.file(vote)
    said = " ".join(one.note for one in pane.side.shown().sections)
    assert [one.unit for one in late_opinions(file.vote, file.units)] == ["101"] * late
    assert ("less than five days before the meeting" in said) is late
    assert ("Let the owner vote in person" in doubt) is late


def test_who_brings_how_many_opinions_stands_beside_the_vote(room):
    vote = room.votes.noticed(form=VoteForm.MEETING)

    pane, _doubt = bring(room, local_day(room.desk.now()))

    facts = [fact for one in pane.side.shown().sections for fact in one.facts]
    assert ("Written opinions", "1") in facts
    assert ("Brought by", "林楼长") in facts
    assert room.votes.file(vote).units[0].opinion_by == "林楼长"


def test_where_nobody_meets_no_opinion_is_asked_for(room):
    vote = room.votes.noticed()

    dialog = room.pane().do("change-unit")

    assert not dialog.sheet.has("opinion_on")
    assert late_opinions(room.votes.file(vote).vote, room.votes.file(vote).units) == ()


def test_the_last_day_to_sign_is_five_days_before(room):
    opens_on = local_day(room.desk.now())

    assert opens_on - latest_opinion(opens_on) == timedelta(days=5)


def test_no_two_things_in_the_window_share_a_mnemonic(room, doubled):
    room.votes.noticed(form=VoteForm.MEETING)

    assert doubled(room.pane().do("change-unit")) == []
