"""A topic that waits for the owners is put to them from its own place; each leads to the other."""

import pytest

from mediator_desk.usecases.owners_votes.counting import VoidVote, void_vote
from tests.ui.council_work import CouncilDesk, labels_of
from tests.usecases.votes import votes_at
from ui.council_steps import advice_for_topic, next_for_topic
from ui.forms.vote_calling import ask_vote

PUT = "Put it to the owners"


@pytest.fixture
def votes(here):
    return votes_at(here)


@pytest.fixture
def council(qtbot, here, tmp_path):
    made = CouncilDesk(qtbot, here.at, tmp_path)
    yield made
    assert made.mistakes == []


def test_the_step_that_is_next_puts_the_topic_to_the_owners(votes, council):
    topic = votes.handed_on()
    pane = council.council()

    pane.do("call-vote")

    assert labels_of(pane.side.shown().verbs)[0] == PUT
    assert [one.topic.id for one in council.called] == [topic]


def test_no_second_vote_is_offered_while_one_is_on_its_way(votes, council):
    topic = votes.handed_on()
    vote = votes.called(topic=topic)
    running = council.desk.queries.topic_file(topic)

    void_vote(council.desk, VoidVote(vote=vote, reason="名册有误"))
    again = council.desk.queries.topic_file(topic)

    assert (next_for_topic(running), next_for_topic(again)) == ("", "call-vote")
    assert "Count their ballots" in advice_for_topic(running)
    assert "Prepare their vote" in advice_for_topic(again)


def test_while_a_vote_runs_nobody_is_told_that_the_step_is_the_leads(votes, council):
    votes.called(topic=votes.handed_on())

    banner = council.council().side.shown().banner

    assert "Count their ballots" in banner
    assert "team lead" not in banner


def test_the_window_begins_with_all_the_topic_says(qtbot, votes, council):
    topic = council.desk.queries.topic_file(votes.handed_on()).topic
    pane = council.council()

    dialog = ask_vote(
        pane, desk=council.desk, errands=council.errands, topics=[topic], then=lambda _done: None
    )

    said = dialog.sheet.values()
    assert (said["topic"], said["law_item"]) == (str(topic.id), "7")
    assert (said["title"], said["matter"], said["place"]) == (
        topic.title, topic.content, topic.place,
    )  # fmt: skip
    assert "item 7" in dialog.sheet.cell("topic").field.choices[1][1]


def test_topic_and_vote_lead_to_each_other(votes, council):
    topic = votes.handed_on()
    vote = votes.called(topic=topic)
    pane = council.council()

    links = [link for one in pane.side.shown().sections for link in one.links]
    next(link for link in links if "加装电梯" in link.text).do()

    assert council.gone == [("votes", vote)]
    assert votes.file(vote).topic.id == topic


def test_no_two_things_in_sight_share_a_mnemonic(votes, council, doubled):
    votes.handed_on()

    assert doubled(council.council()) == []
