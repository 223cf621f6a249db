"""A month of 869 made-up mediations with the sums one city published for August 2016.

Beside it the 840 of the month before and the 1,028 of the year before (domain.md 2.2): every sum
is the published one, every case is made up.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random
from uuid import UUID

from bench.filling import dice, name, said
from mediator_desk.ports import Desk
from mediator_desk.records import Record
from mediator_desk.records.agreement import Agreement, AgreementForm, Obligation
from mediator_desk.records.case_marks import CaseMarks
from mediator_desk.records.dispute import (
    CaseSource,
    Category,
    Channel,
    Dispute,
    Outcome,
    Stage,
    Topic,
)
from mediator_desk.records.ids import AgreementId, DisputeId, PartyId, uuid7
from mediator_desk.records.people import Party, Side

SOURCES = {CaseSource.PROACTIVE: 455, CaseSource.APPLICATION: 378, CaseSource.POLICE: 36}
CATEGORIES = dict(
    zip(
        Category,
        (160, 278, 67, 44, 31, 76, 18, 28, 4, 13, 7, 55, 33, 1, 54),
        strict=False,
    )
)
TOTAL, SUCCESS = 869, 842
AMOUNT = Decimal("28738000.00")
CRIME, PETITION = (4,), (4, 5, 6)
ORAL = 117
MONTHS = {(2015, 8): 1028, (2016, 7): 840, (2016, 8): TOTAL}


def made_up(desk: Desk) -> Iterator[list[Record]]:
    """Make up the cases of the three months, each with what belongs to it."""
    chance = dice(201608)
    for (year, month), count in MONTHS.items():
        shares = _shares(chance, SUCCESS) if count == TOTAL else [Decimal()] * count
        sources, categories = _dealt(chance, SOURCES, count), _dealt(chance, CATEGORIES, count)
        for at in range(count):
            amount = shares[at] if at < len(shares) else None
            opened = datetime(year, month, 1 + at % 20, 1, tzinfo=UTC)
            yield _case(desk, chance, opened, at, (sources[at], categories[at]), amount)


def _case(
    desk: Desk,
    chance: Random,
    opened: datetime,
    at: int,
    kind: tuple[CaseSource, Category],
    amount: Decimal | None,
) -> list[Record]:
    """Make up one case; without an amount it failed."""
    ms = int(opened.timestamp() * 1000) + at
    id = DisputeId(uuid7(ms, chance.getrandbits(74)))
    failed = amount is None
    form = AgreementForm.ORAL if at < ORAL else AgreementForm.WRITTEN
    agreed = Outcome.AGREED_ORAL if form is AgreementForm.ORAL else Outcome.AGREED_WRITTEN
    dispute = Dispute(
        id=id,
        team=desk.team.id,
        number=f"{desk.team.short}-{opened:%Y%m}-{at + 1}",
        logged_at=opened,
        logged_by=desk.person.id,
        channel=Channel.VISIT if at % 3 == 0 else Channel.WALK_IN,
        topic=chance.choice(list(Topic)),
        category=kind[1],
        division=desk.team.division,
        text=said(chance),
        stage=Stage.CLOSED,
        outcome=Outcome.FAILED if failed else agreed,
        mediator=desk.person.id,
        committee=desk.team.committee,
        volume_no=f"（{opened:%Y}）示例人调字第{opened.month * 10000 + at}号",
        accepted_at=opened + timedelta(hours=1),
        source=kind[0],
        closed_at=opened + timedelta(days=chance.randint(1, 9)),
    )
    parties = [
        Party(
            id=PartyId(uuid7(ms, chance.getrandbits(74))), dispute=id, side=side, name=name(chance)
        )
        for side in (Side.APPLICANT, Side.RESPONDENT)
    ]
    after: list[Record] = [] if amount is None else _agreed(chance, ms, parties, form, amount)
    if opened.year == 2016 and opened.month == 8:
        after += _marked(desk, chance, ms, id, at)
    return [dispute, *parties, *after]


def _agreed(
    chance: Random, ms: int, parties: list[Party], form: AgreementForm, amount: Decimal
) -> list[Record]:
    """Make up an agreement and what is owed under it."""
    first, second = parties
    on = datetime.fromtimestamp(ms / 1000, UTC).date()
    agreement = Agreement(
        id=AgreementId(uuid7(ms, chance.getrandbits(74))),
        dispute=first.dispute,
        form=form,
        number="",
        agreed_on=on,
        facts="双方为邻里琐事发生争执。",
        terms="双方互相谅解。",
    )
    owed = Obligation(
        id=uuid7(ms, chance.getrandbits(74)),
        dispute=first.dispute,
        agreement=agreement.id,
        debtor=second.id,
        creditor=first.id,
        what="赔偿损失",
        amount=amount or None,
        performed_on=on if chance.random() < 0.6 else None,
    )
    return [agreement, owed]


def _marked(desk: Desk, chance: Random, ms: int, id: DisputeId, at: int) -> list[Record]:
    """Mark the few cases that were kept from getting worse."""
    crime = CRIME[at - 100] if at in range(100, 100 + len(CRIME)) else 0
    petition = PETITION[at - 200] if at in range(200, 200 + len(PETITION)) else 0
    if not (crime or petition):
        return []
    marks = CaseMarks(
        id=UUID(int=uuid7(ms, chance.getrandbits(74)).int),
        dispute=id,
        by=desk.person.id,
        complex=True,
        crime=crime,
        petition=petition,
    )
    return [marks]


def _dealt(chance: Random, kinds: dict, count: int) -> list:
    """Deal kinds out in their published numbers; another count goes round and round."""
    deck = [kind for kind, times in kinds.items() for _ in range(times)]
    chance.shuffle(deck)
    return [deck[at % len(deck)] for at in range(count)]


def _shares(chance: Random, count: int) -> list[Decimal]:
    """Cut the amount into so many parts that add up to it exactly."""
    weights = [chance.randint(1, 100) for _ in range(count)]
    whole = sum(weights)
    cents = int(AMOUNT * 100)
    parts = [cents * weight // whole for weight in weights]
    parts[-1] += cents - sum(parts)
    return [Decimal(part).scaleb(-2) for part in parts]
