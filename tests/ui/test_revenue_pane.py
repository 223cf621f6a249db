"""The pane of common revenue keeps an account by keyboard, from its lines to its closing."""

import pytest

from mediator_desk.records.owners_vote import OwnersVote
from mediator_desk.records.revenue import RevenuePurpose, RevenueState
from mediator_desk.usecases.print_papers import PaperName
from tests.usecases.noticing import on
from tests.usecases.revenues import OPENED, Revenues
from tests.usecases.votes import votes_at
from ui.errands import InlineErrands
from ui.forms.sheet_dialog import SheetDialog
from ui.notices import Notices
from ui.panes.revenue import RevenuePane


@pytest.fixture
def printed():
    return []


@pytest.fixture
def pane(here, qtbot, tmp_path, printed):
    """Make the pane, refreshed by the changes of every errand, as the frame does."""
    on(here, OPENED)
    errands, mistakes = InlineErrands(), []
    errands.failed.connect(mistakes.append)
    made = RevenuePane(
        desk=here.desk,
        errands=errands,
        notices=Notices(tmp_path / "reports", here.desk.now),
        print_paper=lambda id, paper: printed.append((id, paper)),
    )
    errands.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    yield made
    assert mistakes == []


@pytest.fixture
def revenues(here):
    return Revenues(here)


def _dialog(pane):
    """Give the dialog that was opened last."""
    return pane.window().findChildren(SheetDialog)[-1]


def _fill(dialog, **values):
    dialog.sheet.fill(values)
    dialog.hand_over()
    assert dialog.error.isHidden(), dialog.error.text()


def _do(pane, step, **values):
    pane.do(step)
    _fill(_dialog(pane), **values)


def _facts(pane, heading):
    return next(dict(one.facts) for one in pane.side.shown().sections if one.heading == heading)


def _first_verb(pane):
    return pane.side.shown().verbs[0].text.replace("&", "")


def test_an_empty_place_says_whose_the_revenue_is(pane):
    pane.open()

    assert not pane.empty.isHidden()


def test_an_account_is_kept_from_its_lines_to_its_closing(pane, here, revenues):
    pane.open()
    _fill(pane.begin_account(), estate="阳光花园")
    account = pane.shown().account.id
    assert (pane.shown().account.year, pane.shown().account.quarter) == (2026, 3)
    _do(
        pane,
        "change-revenue-lines",
        income="停车位 36,600.00 合同3号\n广告\t12000",
        cost="管理 8100",
    )
    _do(pane, "take-revenue-roster", units="房号\t面积\n1-101\t95.00\n商铺, 41905")
    assert _facts(pane, "Sums of the quarter")["Belongs to the owners"] == "40,500.00 yuan"
    assert _first_verb(pane) == "Post the account"

    _do(pane, "post-revenue-account", boards="东门")
    _do(pane, "propose-revenue-use", purpose=RevenuePurpose.FUND.value)
    _do(pane, "discuss-revenue-use", opinion="同意")
    _do(pane, "deliberate-revenue-use", due=30, present=20, agreeing=16)
    vote = revenues.vote()
    _do(pane, "decide-revenue-use", vote=str(vote))
    _do(pane, "post-revenue-decision", boards="东门")
    here.at.clock.go(days=8)
    _do(pane, "carry-out-revenue-use", boards="东门", text="已转入维修资金。")
    here.at.clock.go(days=40)
    _do(pane, "close-revenue")

    assert revenues.file(account).account.state is RevenueState.CLOSED
    assert pane.side.shown().verbs[0].text == "P&rint the account"


def test_sums_and_the_share_of_a_flat_follow_the_typing(pane, revenues):
    revenues.entered(units=(("1-101", "95.00"), ("商铺", "41905.00")))
    pane.open()
    pane.do("change-revenue-lines")
    sheet, sums = _dialog(pane).sheet, _dialog(pane)._aside

    sheet.fill({"income": "停车位 48600\n广告 还没谈", "cost": "管理 8100", "unit": "1-101"})
    sums.reckon()

    said = [one.text() for one in sums.facts.findChildren(type(pane.side._title))]
    assert "91.61 yuan" in said
    assert "0.9643 yuan" in said


def test_a_line_that_cannot_be_read_is_said_and_nothing_is_lost(pane, revenues):
    revenues.opened()
    pane.open()
    pane.do("change-revenue-lines")
    dialog = _dialog(pane)
    dialog.sheet.fill({"income": "广告 还没谈"})

    dialog.hand_over()

    assert "Line 1" in dialog.error.text()


def test_units_come_from_the_roster_of_a_vote(pane, here, revenues):
    account = revenues.opened()
    vote = votes_at(here).rostered()
    pane.open(account)

    _do(pane, "take-revenue-roster", units="", vote=str(vote))

    assert len(revenues.file(account).units) == 12


def test_a_meeting_of_too_few_is_refused_in_place_until_a_reason_is_given(pane, revenues):
    account = revenues.deliberated()
    revenues.state(account, state=RevenueState.DISCUSSED)
    pane.open(account)
    pane.do("deliberate-revenue-use")
    dialog = _dialog(pane)
    dialog.sheet.fill({"due": 30, "present": 19, "agreeing": 16})
    dialog.hand_over()
    assert "At least 20 of 30" in dialog.error.text()

    _fill(dialog, reason="上级批复同意")

    assert revenues.file(account).account.state is RevenueState.DELIBERATED


def test_without_a_counted_vote_it_says_where_the_owners_decide(pane, revenues):
    pane.open(revenues.deliberated())

    pane.do("decide-revenue-use")

    assert "No vote is counted yet" in _dialog(pane)._explain.text()


def test_the_vote_that_decided_is_linked(pane, here, revenues, qtbot):
    account = revenues.decided()
    pane.open(account)
    (link,) = next(
        one.links for one in pane.side.shown().sections if one.heading == "What it is used for"
    )

    with qtbot.waitSignal(pane.go) as went:
        link.do()

    assert went.args[0] == "votes"
    with here.desk.open_work(here.desk.person.id) as work:
        assert work.get(OwnersVote, went.args[1]).law_item == 9


def test_the_account_is_printed_once_it_can_be_shared(pane, revenues, printed):
    account = revenues.opened()
    pane.open(account)
    pane.print_out()
    assert printed == []
    revenues.posted(estate="东苑")
    pane.open()
    pane.chips.choose("")

    pane.open(next(row.id for row in pane.rows() if row.units))
    pane.print_out()

    assert printed[0][1] is PaperName.REVENUE_ACCOUNT


def test_no_two_things_in_sight_share_a_mnemonic(pane, here, revenues, doubled):
    account = revenues.entered()
    revenues.vote()
    votes_at(here).rostered()
    pane.open(account)
    pane.show()
    assert not doubled(pane)

    for state in RevenueState:
        revenues.state(account, state=state)
        pane.refresh()
        assert not doubled(pane)
        for step in pane._steps(pane.shown()):
            pane.do(step)
            assert not doubled(_dialog(pane))
            _dialog(pane).close()
