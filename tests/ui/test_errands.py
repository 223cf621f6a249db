"""Errands come back, in order, to who is still there."""

from functools import partial

import pytest
from PySide6.QtCore import QObject, QThread
from shiboken6 import delete

from mediator_desk.refusals import NotFound
from mediator_desk.rows import Changes
from mediator_desk.troubles import DiskFull
from ui.errands import Errands, InlineErrands, Lane


@pytest.fixture
def running(qapp):
    errands = Errands()
    yield errands
    errands.finish()


def refuse():
    raise NotFound("There is no dispute {number}.", number="7")


def run_out():
    raise DiskFull("The disk is full.")


def stumble():
    raise KeyError("王淼")


def test_the_answer_comes_back_into_the_thread_of_the_window(qtbot, running):
    here, worked, answered = QThread.currentThread(), [], []

    running.run(
        lambda: worked.append(QThread.currentThread()),
        then=lambda _answer: answered.append(QThread.currentThread()),
    )

    qtbot.waitUntil(lambda: bool(answered))
    assert worked[0] is not here
    assert answered[0] is here


def test_errands_run_one_after_the_other_in_the_order_asked(qtbot, running):
    came = []
    for number in range(50):
        running.run(partial(int, number), then=came.append)

    qtbot.waitUntil(lambda: len(came) == 50)

    assert came == list(range(50))


def test_the_paper_lane_does_not_wait_for_the_store(qtbot, running):
    import threading

    gate, came = threading.Event(), []
    running.run(gate.wait, then=lambda _answer: came.append("store"))
    running.run(lambda: None, then=lambda _answer: came.append("paper"), lane=Lane.PAPER)

    qtbot.waitUntil(lambda: came == ["paper"])
    gate.set()
    qtbot.waitUntil(lambda: came == ["paper", "store"])


def test_an_owner_that_is_gone_hears_nothing(qtbot, running):
    owner, came = QObject(), []
    running.run(lambda: 1, owner=owner, then=came.append)
    delete(owner)

    running.run(lambda: 2, then=came.append)

    qtbot.waitUntil(lambda: bool(came))
    assert came == [2]


def test_changes_are_announced_once_and_queries_are_not(errands):
    announced = []
    errands.changed.connect(announced.append)

    errands.run(Changes)
    errands.run(lambda: ("row",))

    assert announced == [Changes()]


@pytest.mark.parametrize(
    ("job", "words"), [(refuse, "There is no dispute 7."), (run_out, "The disk is full.")]
)
def test_bad_news_is_put_into_words_for_the_asker_or_else_for_everybody(errands, job, words):
    asker, everybody = [], []
    errands.refused.connect(everybody.append)

    errands.run(job, refused=asker.append)
    errands.run(job)

    assert asker == [words]
    assert everybody == [words]


def test_our_own_mistake_is_told_apart_and_frees_the_asker(errands):
    mistakes, asker = [], []
    errands.failed.connect(mistakes.append)

    errands.run(stumble, refused=asker.append)

    assert isinstance(mistakes[0], KeyError)
    assert "safe" in asker[0]


def test_the_desk_says_when_it_is_busy_and_when_it_is_done(errands):
    said = []
    errands.busy.connect(said.append)

    errands.run(lambda: None)

    assert said == [True, False]


def test_inline_errands_keep_the_same_promises(qapp):
    came = []
    errands = InlineErrands()

    errands.run(lambda: 5, then=came.append)

    assert came == [5]
