"""The pane of what is made public lists notices, says how long they hang, and takes each step."""

import pytest

from mediator_desk.records.council import TopicState
from mediator_desk.records.public_notice import NoticeKind
from mediator_desk.usecases.notice_offers import notice_offers
from mediator_desk.usecases.print_papers import PaperName
from tests.ui.casework import columns_of
from tests.usecases.councils import Councils
from tests.usecases.noticing import hung, objected
from tests.usecases.votes import saying, votes_at
from ui.errands import InlineErrands
from ui.forms.sheet_dialog import SheetDialog
from ui.notices import Notices
from ui.panes.public_notices import PublicNoticesPane


@pytest.fixture
def pane(here, qtbot, tmp_path):
    """Make the pane, refreshed by the changes of every errand, as the frame does."""
    errands, mistakes, printed = InlineErrands(), [], []
    errands.failed.connect(mistakes.append)
    made = PublicNoticesPane(
        desk=here.desk,
        errands=errands,
        notices=Notices(tmp_path / "reports", here.desk.now),
        print_paper=lambda one, paper: printed.append((one.id, paper)),
    )
    made.printed = printed
    errands.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    yield made
    assert mistakes == []


def _banner(pane):
    return pane.side.shown().banner


def _verbs(pane):
    return [one.text.replace("&", "") for one in pane.side.shown().verbs]


def _posting(pane):
    pane.post()
    return pane.window().findChildren(SheetDialog)[-1]


def _fill(dialog, **values):
    dialog.sheet.fill(values)
    dialog.hand_over()
    assert dialog.error.isHidden(), dialog.error.text()


def test_an_empty_place_says_what_belongs_here(pane):
    pane.open()

    assert not pane.empty.isHidden()


def test_a_notice_is_posted_and_shown(pane, here):
    pane.open()

    _fill(
        _posting(pane),
        kind=NoticeKind.REVENUE_ACCOUNT.value,
        title="第三季度公共收益",
        text="收入48600元",
        boards="东门\n居委会",
    )

    assert [row.title for row in pane.table.rows.rows()] == ["第三季度公共收益"]
    assert pane.side.shown().title == "第三季度公共收益"
    assert "must hang until" in _banner(pane)


def test_a_private_number_is_refused_in_place(pane):
    pane.open()
    dialog = _posting(pane)
    values = {"kind": NoticeKind.RESULT.value, "title": "决议", "boards": "东门"}

    dialog.sheet.fill(values | {"text": "请找13812345678"})
    dialog.hand_over()

    assert "private number" in dialog.error.text()


def test_an_objection_waits_first_and_is_answered(pane, here):
    hung(here)
    pane.open()
    _fill(pane.take_objection(), text="挡住消防通道")
    assert "waits for an answer" in _banner(pane)
    assert _verbs(pane)[0] == "Answer the objection"

    _fill(pane.answer(), answer="已避开")

    assert "must hang until" in _banner(pane)


def test_a_late_answer_stands_under_a_chip_of_its_own(pane, here):
    objected(here, hung(here))
    here.at.clock.go(days=5)
    pane.open()

    pane.chips.choose("late")

    assert len(pane.table.rows.rows()) == 1
    assert columns_of(pane.table)[0][5] == "2 days late"


def test_a_notice_comes_down_when_its_days_are_over(pane, here):
    hung(here)
    here.at.clock.go(days=9)
    pane.open()
    assert "days are over" in _banner(pane)

    _fill(pane.take_down())

    assert pane.side.shown().state == "taken down"
    assert _verbs(pane) == ["Take an objection", "Print the notice"]


def test_a_notice_is_printed_from_its_pane(pane, here):
    notice = hung(here)
    pane.open()

    pane.print_out()

    assert pane.printed == [(notice, PaperName.PUBLIC_NOTICE)]


def test_a_hard_day_is_refused_in_place(pane, here):
    hung(here, kind=NoticeKind.PROPERTY_CONTRACT)
    pane.open()
    dialog = pane.take_down()

    dialog.sheet.fill({"reason": "急着签"})
    dialog.hand_over()

    assert "Leave it until then" in dialog.error.text()


def test_no_two_things_in_sight_share_a_mnemonic(pane, here, doubled, qtbot):
    objected(here, hung(here))
    pane.open()
    pane.show()

    assert not doubled(pane)
    for dialog in (_posting(pane), pane.take_objection(), pane.answer(), pane.take_down()):
        assert not doubled(dialog)
        dialog.close()


def test_a_new_notice_may_be_about_a_decided_topic_and_posts_its_result(pane, here):
    topic = Councils(here).decided(resolution="每月第一个周六清理")
    pane.open()
    dialog = _posting(pane)

    dialog.sheet.fill({"subject": str(topic)})

    values = dialog.sheet.values()
    assert values["kind"] == NoticeKind.RESULT.value
    assert "每月第一个周六清理" in values["text"]
    _fill(dialog, boards="东门")
    assert here.desk.queries.topic_file(topic).topic.state is TopicState.RESULT_POSTED


def test_a_counted_vote_is_offered_without_a_name(pane, here):
    votes_at(here).counted(saying(9))

    (offer,) = notice_offers(here.desk)

    assert offer.kind is NoticeKind.OWNERS_DECISION
    assert "业主101" not in offer.words.text
