"""The common revenue: sums that stand once posted, four deliberations, two disclosures, clocks."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from mediator_desk.records.follow_up import Deadline
from mediator_desk.records.people import Role
from mediator_desk.records.public_notice import NoticeKind, PublicNotice
from mediator_desk.records.revenue import (
    Deliberation,
    RevenueAccount,
    RevenuePurpose,
    RevenueSide,
    RevenueState,
)
from mediator_desk.refusals import NotAllowed, Refusal
from mediator_desk.rules.clocks import last_day_of
from mediator_desk.rules.roles import may
from mediator_desk.rules.transitions import REVENUE_STEPS, after
from mediator_desk.usecases.catalogue import USECASES
from mediator_desk.usecases.common_revenue import accounts, deliberating, posting
from mediator_desk.usecases.common_revenue.sums import shares_of
from tests.usecases.noticing import hung, objected, of, on
from tests.usecases.revenues import BOARDS, FEW, Revenues
from tests.usecases.votes import saying, votes_at


@pytest.fixture
def revenues(here):
    """Keep accounts at a station."""
    return Revenues(here)


def test_the_whole_life_of_an_account(revenues):
    account = revenues.carried_out()
    on(revenues.here, date(2026, 11, 8))

    posting.close_revenue(revenues.desk, posting.CloseRevenue(account=account))

    file = revenues.file(account)
    assert file.account.state is RevenueState.CLOSED
    assert [one.kind for one in file.steps] == list(Deliberation)
    assert [one.kind for one in file.notices] == [
        NoticeKind.REVENUE_ACCOUNT,
        NoticeKind.RESULT,
        NoticeKind.CARRIED_OUT,
    ]
    assert "用途：补充维修资金\n金额：40,500.00元" in file.notices[1].text
    assert revenues.here.at.sane()


def test_an_account_of_which_nothing_is_used_is_closed_after_its_thirty_days(revenues):
    account = revenues.posted()
    on(revenues.here, date(2026, 11, 7))
    with pytest.raises(Refusal, match="until 8 November 2026"):
        posting.close_revenue(revenues.desk, posting.CloseRevenue(account=account))

    on(revenues.here, date(2026, 11, 8))
    posting.close_revenue(revenues.desk, posting.CloseRevenue(account=account))

    assert revenues.file(account).account.state is RevenueState.CLOSED


def test_an_account_is_due_fifteen_days_after_the_quarter_and_posting_meets_it(revenues):
    account = revenues.entered()
    (due,) = of(revenues.here, Deadline, account)
    assert (due.rule, last_day_of(due), due.running()) == ("D12.post", date(2026, 10, 15), True)

    posting.post_revenue_account(
        revenues.desk, posting.PostRevenueAccount(account=account, boards=BOARDS)
    )

    clocks = {one.rule: one for one in of(revenues.here, Deadline, account)}
    assert not clocks["D12.post"].running()
    assert last_day_of(clocks["D12.next"]) == date(2027, 1, 15)


def test_opening_the_next_quarter_meets_the_reminder_of_this_estate_alone(revenues):
    ours, others = revenues.posted(), revenues.posted(estate="东苑")
    on(revenues.here, date(2027, 1, 4))

    accounts.open_revenue(
        revenues.desk, accounts.OpenRevenue(estate="阳光花园", year=2026, quarter=4)
    )

    running = {
        account: [one.rule for one in of(revenues.here, Deadline, account) if one.running()]
        for account in (ours, others)
    }
    assert running == {ours: [], others: ["D12.next"]}


def test_a_quarter_has_one_account(revenues):
    revenues.opened()

    with pytest.raises(Refusal, match="has its account already"):
        revenues.opened()


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"estate": " "}, "which estate"),
        ({"quarter": 5}, "quarters 1 to 4"),
        ({"year": 2027, "quarter": 1}, "not begun yet"),
        ({"account_tail": "6217001234"}, "last four digits"),
        ({"opening": Decimal("-1")}, "below zero"),
    ],
)
def test_an_account_that_says_something_wrong_is_refused(revenues, said, why):
    with pytest.raises(Refusal, match=why):
        revenues.opened(**said)


def test_once_posted_the_sums_stand(revenues):
    account = revenues.posted()

    for change, asked in (
        (accounts.change_revenue_lines, revenues.lines(account)),
        (accounts.take_revenue_roster, revenues.roster(account)),
    ):
        with pytest.raises(Refusal, match="sums stand"):
            change(revenues.desk, asked)
    assert revenues.file(account).account.distributable == Decimal("40500.00")


def test_what_cannot_be_shared_is_not_posted(revenues):
    account = revenues.opened()
    asked = posting.PostRevenueAccount(account=account, boards=BOARDS)

    with pytest.raises(Refusal, match="no line yet"):
        posting.post_revenue_account(revenues.desk, asked)
    accounts.change_revenue_lines(revenues.desk, revenues.lines(account))
    with pytest.raises(Refusal, match="no unit"):
        posting.post_revenue_account(revenues.desk, asked)
    accounts.take_revenue_roster(revenues.desk, revenues.roster(account))
    too_dear = [(RevenueSide.INCOME, "摊位", "1.00"), (RevenueSide.COST, "保洁", "2.00")]
    accounts.change_revenue_lines(revenues.desk, revenues.lines(account, too_dear))
    with pytest.raises(Refusal, match="above the income"):
        posting.post_revenue_account(revenues.desk, asked)


def test_a_quarter_is_not_posted_before_it_is_over(revenues):
    account = revenues.entered(quarter=4)

    with pytest.raises(Refusal, match="quarter ends on 31 December 2026"):
        posting.post_revenue_account(
            revenues.desk, posting.PostRevenueAccount(account=account, boards=BOARDS)
        )


def test_the_notice_names_no_unit_and_no_person(revenues):
    (notice,) = of(revenues.here, PublicNotice, revenues.posted())

    assert "归业主共有收益：40,500.00元" in notice.text
    assert "共2户、200.00㎡" in notice.text
    assert not any(unit in notice.text for unit, _area in FEW)


def test_units_are_taken_from_the_roster_of_a_vote_without_its_owners(revenues):
    vote = votes_at(revenues.here).rostered()
    account = revenues.opened()

    accounts.take_revenue_roster(
        revenues.desk, accounts.TakeRevenueRoster(account=account, vote=vote)
    )

    units = revenues.file(account).units
    assert (len(units), sum(one.area for one in units)) == (12, 1140_00)
    assert "业主" not in repr(units)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"present": 19, "agreeing": 16}, "At least 20 of 30 party members must be present"),
        ({"agreeing": 15}, "At least 16 of the 30 .* must agree"),
        ({"agreeing": 21}, "cannot be more"),
        ({"due": 0, "present": 0, "agreeing": 0}, "cannot be more"),
    ],
)
def test_a_party_members_meeting_is_measured_exactly(revenues, said, why):
    account = revenues.deliberated()
    revenues.state(account, state=RevenueState.DISCUSSED)

    with pytest.raises(Refusal, match=why):
        deliberating.deliberate_revenue_use(revenues.desk, revenues.members(account, **said))


def test_figures_we_are_not_sure_of_give_way_to_a_reason(revenues):
    account = revenues.deliberated()
    revenues.state(account, state=RevenueState.DISCUSSED)

    asked = revenues.members(account, present=19, reason="本地规定到会过半即可")
    deliberating.deliberate_revenue_use(revenues.desk, asked)

    assert revenues.file(account).steps[-1].override_reason == "本地规定到会过半即可"


@pytest.mark.parametrize(
    ("vote", "why"),
    [
        ({"law_item": 8}, r"278\(9\)"),
        ({"passed": None}, "not counted yet"),
        ({"passed": False}, "did not agree"),
    ],
)
def test_only_a_vote_of_the_owners_on_the_use_that_passed_decides(revenues, vote, why):
    account = revenues.deliberated()

    with pytest.raises(Refusal, match=why):
        deliberating.decide_revenue_use(
            revenues.desk,
            deliberating.DecideRevenueUse(account=account, vote=revenues.vote(**vote)),
        )


def test_a_vote_counted_from_its_ballots_decides(revenues):
    account = revenues.deliberated()
    vote = votes_at(revenues.here).counted(saying(9), law_item=9)

    deliberating.decide_revenue_use(
        revenues.desk, deliberating.DecideRevenueUse(account=account, vote=vote)
    )

    assert revenues.file(account).vote.id == vote


def test_a_proposal_sent_back_is_proposed_anew(revenues):
    account = revenues.deliberated()
    deliberating.send_back_revenue_use(
        revenues.desk, deliberating.SendBackRevenueUse(account=account, reason="用途不明确")
    )
    assert revenues.file(account).account.sent_back_because == "用途不明确"

    deliberating.propose_revenue_use(
        revenues.desk,
        deliberating.ProposeRevenueUse(account=account, purpose=RevenuePurpose.FEES),
    )

    kept = revenues.file(account).account
    assert (kept.state, kept.purpose) == (RevenueState.PROPOSED, RevenuePurpose.FEES)
    assert kept.sent_back_because == ""


def test_it_is_not_carried_out_before_the_decision_hung_and_objections_are_answered(revenues):
    account = revenues.made_public()
    asked = posting.PostRevenueUse(account=account, boards=BOARDS, text="已转入。")

    with pytest.raises(Refusal, match="until 16 October 2026"):
        posting.carry_out_revenue_use(revenues.desk, asked)
    objected(revenues.here, revenues.file(account).notices[-1].id)
    on(revenues.here, date(2026, 10, 16))
    with pytest.raises(Refusal, match="waits for its answer"):
        posting.carry_out_revenue_use(revenues.desk, asked)


def test_a_deliberation_follows_the_one_before_it(revenues):
    account = revenues.deliberated()
    revenues.state(account, state=RevenueState.DISCUSSED)

    with pytest.raises(Refusal, match="held on 8 October 2026"):
        deliberating.deliberate_revenue_use(
            revenues.desk, revenues.members(account, held_on=date(2026, 10, 1))
        )


def test_shares_add_up_to_what_is_left(revenues):
    file = revenues.file(revenues.posted())

    shared = shares_of(file.lines, file.units)

    assert sum(one.amount for one in shared) == file.account.distributable


def test_the_list_tells_sums_units_and_what_is_due(revenues):
    account = revenues.entered()

    (row,) = revenues.desk.queries.revenue_accounts()

    assert (row.id, row.left, row.units) == (account, Decimal("40500.00"), 2)
    assert row.due_at is not None


def test_today_says_what_an_account_waits_for(revenues):
    account = revenues.posted()

    (row,) = [one for one in revenues.desk.queries.today() if one.kind == "revenue_account"]

    assert (row.id, row.rule, row.waiting) == (account, "D12.next", "revenue_account.draft")


def _requests(revenues, account, vote):
    """Write each step's request so that nothing but the state can refuse it."""
    post = posting.PostRevenueUse(account=account, boards=BOARDS, text="已办理。")
    return {
        "change-revenue-lines": revenues.lines(account),
        "take-revenue-roster": revenues.roster(account),
        "propose-revenue-use": deliberating.ProposeRevenueUse(
            account=account, purpose=RevenuePurpose.FUND
        ),
        "discuss-revenue-use": deliberating.DiscussRevenueUse(account=account, opinion="同意"),
        "deliberate-revenue-use": revenues.members(account),
        "decide-revenue-use": deliberating.DecideRevenueUse(account=account, vote=vote),
        "send-back-revenue-use": deliberating.SendBackRevenueUse(account=account, reason="重议"),
        "post-revenue-decision": post,
        "carry-out-revenue-use": post,
        "close-revenue": posting.CloseRevenue(account=account),
        # Last, for once posted nothing may be entered any more.
        "post-revenue-account": posting.PostRevenueAccount(account=account, boards=BOARDS),
    }


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("state", list(RevenueState))
def test_the_use_cases_on_an_account_follow_the_table_for_every_role(revenues, state, role):
    account = revenues.entered()
    vote = revenues.vote()
    for kind in (NoticeKind.REVENUE_ACCOUNT, NoticeKind.RESULT, NoticeKind.CARRIED_OUT):
        hung(revenues.here, kind=kind, subject=account)
    on(revenues.here, date(2027, 1, 4))
    desk = replace(revenues.desk, person=replace(revenues.desk.person, role=role))
    walked, expected = {}, {}

    for name, asked in _requests(revenues, account, vote).items():
        revenues.state(account, state=state)
        expected[name] = _reached(name, state) if may(role, name) else "not allowed"
        try:
            USECASES[name].run(desk, asked)
            with revenues.desk.open_work(revenues.desk.person.id) as work:
                walked[name] = work.get(RevenueAccount, account).state
        except NotAllowed:
            walked[name] = "not allowed"
        except Refusal:
            walked[name] = None
        # What was posted just now has hung its days when the next step is tried.
        revenues.here.at.clock.go(days=40)

    assert walked == expected


def _reached(name, state):
    try:
        return after(REVENUE_STEPS, name, state)
    except Refusal:
        return None
