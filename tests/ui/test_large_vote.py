"""A vote of three thousand units asks the store no more often than one of twelve."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from mediator_desk.records.owners_vote import Choice
from tests.ui.test_votes_pane import Room
from tests.usecases.votes import LIFT, votes_at

MANY = tuple((f"{number // 10}-{number % 10 + 1}", "92.50") for number in range(3_000))


@pytest.fixture
def room(qtbot, here, tmp_path):
    made = Room(qtbot, votes_at(here), tmp_path)
    yield made
    assert made.mistakes == []


@contextmanager
def asked(here) -> Iterator[list[str]]:
    """Gather every statement the store is asked."""
    engine = here.at.house._opened().engine
    statements: list[str] = []

    def heard(_connection, _cursor, statement, *_more) -> None:
        statements.append(statement)

    event.listen(engine, "before_cursor_execute", heard)
    yield statements
    event.remove(engine, "before_cursor_execute", heard)


def test_opening_the_pane_asks_as_often_for_many_units_as_for_few(room, here):
    room.votes.rostered()
    with asked(here) as few:
        room.pane()
    vote = room.votes.rostered(MANY)

    with asked(here) as many:
        pane = room.pane()

    assert pane.shown().vote.id == vote
    assert len(pane.shown().units) == len(MANY)
    assert 0 < len(many) <= len(few)


def test_entering_a_ballot_asks_as_often_for_many_units_as_for_few(room, here):
    few_vote = room.votes.opened()
    with asked(here) as few:
        room.votes.read(few_vote, {LIFT[0][0]: Choice.AGREE})
    many_vote = room.votes.opened(units=MANY)

    with asked(here) as many:
        room.votes.read(many_vote, {MANY[0][0]: Choice.AGREE})

    assert 0 < len(many) <= len(few)
