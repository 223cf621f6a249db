"""Accounts of common revenue brought as far as a test needs them, by the use cases themselves."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from mediator_desk.ports import Desk
from mediator_desk.records.owners_vote import OwnersVote, VoteState
from mediator_desk.records.revenue import RevenueAccount, RevenuePurpose, RevenueSide
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases.common_revenue import accounts, deliberating, posting
from mediator_desk.usecases.owners_votes.calling import CallVote, call_vote
from tests.usecases.cases import Cases
from tests.usecases.noticing import on

BOARDS = ("小区东门公示栏",)
OPENED = date(2026, 10, 8)
FLATS = (*((f"1-{at}", "95.00") for at in range(440)), ("商铺", "200.00"))
FEW = (("1-101", "95.00"), ("1-102", "105.00"))
LINES = (
    (RevenueSide.INCOME, "停车位", "36600.00"),
    (RevenueSide.INCOME, "电梯广告", "12000.00"),
    (RevenueSide.COST, "管理成本", "8100.00"),
)


@dataclass(slots=True)
class Revenues:
    """A station that keeps the accounts of an estate."""

    here: Cases

    @property
    def desk(self) -> Desk:
        """Give the desk of who signed in."""
        return self.here.desk

    def file(self, account: UUID):
        """Read an account whole."""
        return self.desk.queries.revenue_file(account)

    def opened(self, **said) -> UUID:
        """Open the account of the third quarter, on 8 October."""
        on(self.here, OPENED)
        asked = accounts.OpenRevenue(estate="阳光花园", year=2026, quarter=3)
        made = accounts.open_revenue(self.desk, replace(asked, **said))
        return made.of("revenue_account")[0]

    def lines(self, account: UUID, lines=LINES) -> accounts.ChangeRevenueLines:
        """Write a request for the lines of A18."""
        return accounts.ChangeRevenueLines(
            account=account,
            lines=tuple(
                accounts.NewLine(side=side, what=what, amount=Decimal(amount))
                for side, what, amount in lines
            ),
        )

    def roster(self, account: UUID, units=FEW) -> accounts.TakeRevenueRoster:
        """Write a request for the units."""
        return accounts.TakeRevenueRoster(
            account=account,
            units=tuple(accounts.Flat(unit=unit, area=Decimal(area)) for unit, area in units),
        )

    def entered(self, units=FEW, **said) -> UUID:
        """Enter lines and units."""
        account = self.opened(**said)
        accounts.change_revenue_lines(self.desk, self.lines(account))
        accounts.take_revenue_roster(self.desk, self.roster(account, units))
        return account

    def posted(self, **said) -> UUID:
        """Post the account the same day."""
        account = self.entered(**said)
        asked = posting.PostRevenueAccount(account=account, boards=BOARDS)
        posting.post_revenue_account(self.desk, asked)
        return account

    def deliberated(self) -> UUID:
        """Let the branch propose, the committees discuss, and the party members agree."""
        account = self.posted()
        proposed = deliberating.ProposeRevenueUse(account=account, purpose=RevenuePurpose.FUND)
        deliberating.propose_revenue_use(self.desk, proposed)
        discussed = deliberating.DiscussRevenueUse(account=account, opinion="同意提议")
        deliberating.discuss_revenue_use(self.desk, discussed)
        deliberating.deliberate_revenue_use(self.desk, self.members(account))
        return account

    def members(self, account: UUID, **said) -> deliberating.DeliberateRevenueUse:
        """Write a request of a party members' meeting that is just enough."""
        asked = deliberating.DeliberateRevenueUse(account=account, due=30, present=20, agreeing=16)
        return replace(asked, **said)

    def vote(self, *, passed: bool | None = True, law_item: int = 9) -> UUID:
        """Keep a vote of the owners that is counted."""
        today = local_day(self.desk.now())
        asked = CallVote(
            title="公共收益使用",
            matter="是否同意用于补充维修资金？",
            law_item=law_item,
            opens_on=today + timedelta(days=20),
            closes_on=today + timedelta(days=27),
        )
        vote = call_vote(self.desk, asked).of("owners_vote")[0]
        state = VoteState.OPEN if passed is None else VoteState.COUNTED
        self.here.change(OwnersVote, vote, state=state, passed=passed)
        return vote

    def decided(self) -> UUID:
        """Let the owners decide."""
        account = self.deliberated()
        asked = deliberating.DecideRevenueUse(account=account, vote=self.vote())
        deliberating.decide_revenue_use(self.desk, asked)
        return account

    def made_public(self) -> UUID:
        """Post the decision."""
        account = self.decided()
        asked = posting.PostRevenueUse(account=account, boards=BOARDS)
        posting.post_revenue_decision(self.desk, asked)
        return account

    def carried_out(self) -> UUID:
        """Carry out the use once the decision has hung its days."""
        account = self.made_public()
        self.here.at.clock.go(days=8)
        asked = posting.PostRevenueUse(account=account, boards=BOARDS, text="已转入维修资金账户。")
        posting.carry_out_revenue_use(self.desk, asked)
        return account

    def state(self, account: UUID, **values) -> None:
        """Write values into an account, past every rule."""
        self.here.change(RevenueAccount, account, **values)
