"""The place of what is public finds the list that has a record, and shows one list at a time."""

from functools import partial

import pytest

from tests.usecases.noticing import hung
from ui.errands import InlineErrands
from ui.notices import Notices
from ui.panes.commons import CommonsPane, Segment
from ui.panes.public_notices import PublicNoticesPane


@pytest.fixture
def pane(here, qtbot, tmp_path):
    errands, mistakes = InlineErrands(), []
    errands.failed.connect(mistakes.append)
    notices = Notices(tmp_path / "reports", here.desk.now)
    build = partial(
        PublicNoticesPane,
        desk=here.desk,
        errands=errands,
        notices=notices,
        print_paper=lambda *_asked: None,
    )
    read = here.desk.queries.notice_file
    made = CommonsPane(
        errands=errands,
        segments=(
            Segment("first", "First", build, here.desk.queries.topic_file),
            Segment("second", "Second", build, read),
        ),
    )
    errands.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    yield made
    assert mistakes == []


def test_the_first_list_is_in_sight(pane):
    pane.open()

    assert pane.bar.current() == "first"
    assert pane.current() is pane.segment("first")


def test_a_record_turns_to_the_list_that_has_it(pane, here):
    notice = hung(here)

    pane.open(notice)

    assert pane.bar.current() == "second"
    assert pane.current().shown().notice.id == notice


def test_turning_keeps_what_is_searched_for(pane, here):
    hung(here)
    pane.open()
    pane.search("没有这样的")

    pane.bar.choose("second")

    assert pane.current().table.rows.rows() == []


def test_the_next_step_begins_in_the_list_that_has_the_record(pane, here):
    notice, went = hung(here), []

    pane.begin(notice, lambda: went.append("there"))

    assert went == ["there"]
    assert pane.bar.current() == "second"


def test_one_list_alone_needs_no_bar(pane, here):
    alone = CommonsPane(errands=InlineErrands(), segments=tuple(pane._segments.values())[:1])

    assert alone.bar.isHidden()
