"""Clocks: extended as their rule allows, paused by recorded times, recomputable from both."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from mediator_desk.records.clocks import Extension, ExtensionConsent, Pause
from mediator_desk.records.follow_up import Deadline
from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.rules.clocks import reckon_clock
from mediator_desk.rules.durations import CHINA, Unit, local_day
from mediator_desk.usecases import change_clock as change
from mediator_desk.usecases import whistles
from mediator_desk.usecases.clocks import running_clock
from mediator_desk.usecases.reckon_again import reckon_again

A_MOMENT = timedelta(milliseconds=1)


@pytest.fixture
def september(here):
    """Sit at the desk on Tuesday, 1 September 2026, at nine."""
    here.at.clock.moment = datetime(2026, 9, 1, 1, 0, tzinfo=UTC)
    return here


def clock_of(here, subject, rule):
    """Read the clock of a rule, running or not."""
    with here.desk.open_work(here.desk.person.id) as work:
        return [one for one in work.of(Deadline, subject) if one.rule.startswith(rule)][-1]


def last_day(moment):
    """Give the day that ends at a moment."""
    return local_day(moment - A_MOMENT)


def extend(here, clock, **said):
    """Extend by ten days with a reason."""
    asked = {"length": 10, "reason": "等待鉴定意见"} | said
    return change.extend_clock(here.desk, change.ExtendClock(clock=clock.id, **asked))


def consents(here, dispute, *days):
    """Let the parties of a dispute consent on these days, one after the other."""
    parties = here.file(dispute).parties
    pairs = zip(parties, days, strict=False)
    return tuple(change.ConsentOn(party=one.id, on=day) for one, day in pairs)


def test_one_partys_consent_alone_is_refused_and_the_missing_one_named(september):
    dispute = september.accepted()
    clock = clock_of(september, dispute, "D01")
    before = september.kept()

    with pytest.raises(Refusal, match="李四"):
        extend(september, clock, consents=consents(september, dispute, date(2026, 9, 1)))

    assert september.kept() == before


def test_an_extension_keeps_the_first_date_and_who_consented_when(september):
    dispute = september.accepted()
    clock = clock_of(september, dispute, "D01")
    september.at.clock.go(days=27)

    agreed = consents(september, dispute, date(2026, 9, 27), date(2026, 9, 28))
    changes = extend(september, clock, length=20, consents=agreed)

    longer = clock_of(september, dispute, "D01")
    assert last_day(longer.due_at) == date(2026, 10, 28)
    assert last_day(longer.first_due_at) == date(2026, 10, 8)
    assert len(changes.of("extension_consent")) == 2
    with september.desk.open_work(september.desk.person.id) as work:
        (kept,) = work.of(Extension, dispute)
        days = [one.consented_on for one in work.of(ExtensionConsent, dispute)]
    assert kept.agreed_on == date(2026, 9, 28)
    assert days == [date(2026, 9, 27), date(2026, 9, 28)]


def test_only_the_parties_consent_and_only_since_the_date_began_to_run(september):
    dispute = september.accepted()
    clock = clock_of(september, dispute, "D01")
    today = local_day(september.desk.now())
    both = consents(september, dispute, today, today)
    stranger = change.ConsentOn(party=september.desk.person.id, on=today)

    with pytest.raises(Refusal, match="Only the parties"):
        extend(september, clock, consents=(*both, stranger))
    with pytest.raises(Refusal, match="and today"):
        extend(september, clock, consents=consents(september, dispute, date(2026, 8, 1), today))


def test_an_extension_longer_than_any_calendar_is_refused(september):
    dispute = september.accepted()
    clock = clock_of(september, dispute, "D01")
    today = local_day(september.desk.now())

    with pytest.raises(Refusal, match="cannot be extended by"):
        extend(september, clock, length=10**30, consents=consents(september, dispute, today, today))


def test_more_extensions_than_allowed_never_count_wherever_they_were_agreed_on(september):
    whistle = september.dispatched(rule_set="shandong-hotline")
    clock = clock_of(september, whistle, "D08.report")
    extend(september, clock, approver="赵书记", unit=Unit.WORKING_DAYS)
    once = clock_of(september, whistle, "D08.report")
    with september.desk.open_work(september.desk.person.id) as work:
        (kept,) = work.of(Extension, whistle)
        work.add(replace(kept, id=september.desk.new_id(), version=0))
        work.commit()

    reckon_again(september.desk)

    assert clock_of(september, whistle, "D08.report").due_at == once.due_at


def test_a_passed_date_cannot_be_paused_afterwards(september):
    dispute = september.accepted()
    clock = clock_of(september, dispute, "D01")
    september.at.clock.go(days=60)

    with pytest.raises(Refusal, match="has passed"):
        change.pause_clock(
            september.desk,
            change.PauseClock(clock=clock.id, reason="送鉴定", at=clock.starts_at),
        )


def test_a_whistle_is_extended_once_by_at_most_ten_working_days_and_with_approval(september):
    whistle = september.dispatched(rule_set="shandong-hotline")
    clock = clock_of(september, whistle, "D08.report")
    working = {"unit": Unit.WORKING_DAYS}

    with pytest.raises(Refusal, match="who approved"):
        extend(september, clock, **working)
    with pytest.raises(Refusal, match="at most 10 working days"):
        extend(september, clock, length=11, approver="赵书记", **working)
    with pytest.raises(Refusal, match="at most 10 working days"):
        extend(september, clock, length=1, approver="赵书记", unit=Unit.MONTHS)
    extend(september, clock, approver="赵书记", **working)

    with pytest.raises(Refusal, match="as often as"):
        extend(september, clock, length=1, approver="赵书记", **working)


def test_the_residents_own_clock_can_be_neither_extended_nor_paused(september):
    clock = clock_of(september, september.dispatched(), "D06")

    with pytest.raises(Refusal, match="no extension"):
        extend(september, clock, approver="赵书记")
    with pytest.raises(Refusal, match="no pause"):
        change.pause_clock(september.desk, change.PauseClock(clock=clock.id, reason="等人"))


def test_a_passed_date_is_extended_only_where_the_rule_says_so(september):
    whistle = september.dispatched()
    dispute = september.accepted()
    september.at.clock.go(days=60)
    today = local_day(september.desk.now())

    late = clock_of(september, whistle, "D08.report")

    with pytest.raises(Refusal, match="has passed"):
        extend(september, late, approver="赵书记")
    with pytest.raises(Refusal, match="has passed"):
        extend(september, late, approver="赵书记", approved_on=local_day(late.starts_at))
    agreed = consents(september, dispute, today, today)
    extend(september, clock_of(september, dispute, "D01"), length=40, consents=agreed)

    assert last_day(clock_of(september, dispute, "D01").due_at) == date(2026, 11, 17)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"length": 0, "approver": "赵书记"}, "at least 1"),
        ({"reason": " ", "approver": "赵书记"}, "why it is extended"),
        ({"approver": "赵书记", "approved_on": date(2026, 8, 1)}, "and today"),
        ({"approver": "赵书记", "approved_on": date(2026, 9, 9)}, "and today"),
        ({"unit": Unit.HOURS, "approver": "赵书记"}, "in days"),
    ],
)
def test_an_extension_that_says_too_little_is_refused(september, said, why):
    whistle = september.dispatched()

    with pytest.raises(Refusal, match=why):
        extend(september, clock_of(september, whistle, "D08.report"), **said)


def test_a_pause_stops_the_clock_and_its_days_are_added(september):
    dispute = september.accepted()
    clock = clock_of(september, dispute, "D01")
    september.at.clock.go(days=7)

    change.pause_clock(september.desk, change.PauseClock(clock=clock.id, reason="送鉴定"))
    september.at.clock.go(days=60)

    waiting = clock_of(september, dispute, "D01")
    assert waiting.paused_at is not None
    assert not waiting.overdue(september.desk.now())

    change.resume_clock(september.desk, change.ResumeClock(clock=clock.id))

    going = clock_of(september, dispute, "D01")
    assert going.paused_at is None
    assert last_day(going.due_at) == date(2026, 11, 30)
    assert last_day(going.first_due_at) == date(2026, 10, 8)


def test_a_pause_needs_a_running_clock_a_reason_and_a_time_that_has_been(september):
    dispute = september.accepted()
    clock = clock_of(september, dispute, "D01")
    pause = change.PauseClock(clock=clock.id, reason="送鉴定")

    for asked, why in (
        (change.PauseClock(clock=clock.id, reason=" "), "why it is paused"),
        (
            change.PauseClock(clock=clock.id, reason="甲", at=datetime(2026, 9, 2, tzinfo=UTC)),
            "fut",
        ),
    ):
        with pytest.raises(Refusal, match=why):
            change.pause_clock(september.desk, asked)
    with pytest.raises(Refusal, match="not paused"):
        change.resume_clock(september.desk, change.ResumeClock(clock=clock.id))
    change.pause_clock(september.desk, pause)
    with pytest.raises(Refusal, match="not running"):
        change.pause_clock(september.desk, pause)
    with pytest.raises(Refusal, match="not running"):
        extend(september, clock)
    early = change.ResumeClock(clock=clock.id, at=datetime(2026, 8, 1, tzinfo=CHINA))
    with pytest.raises(Refusal, match="after the pause began"):
        change.resume_clock(september.desk, early)


def test_a_rule_that_is_not_running_is_said_so(september):
    dispute = september.logged()

    with september.desk.open_work(september.desk.person.id) as work, pytest.raises(NotFound):
        running_clock(work, dispute, "D01")
    with pytest.raises(NotFound):
        extend(september, _nobodys_clock())


def _nobodys_clock():
    moment = datetime(2026, 9, 1, tzinfo=UTC)
    return Deadline(
        id=uuid4(), subject=uuid4(), rule="D01", starts_at=moment, due_at=moment,
        first_due_at=moment,
    )  # fmt: skip


def test_every_clock_of_a_busy_store_is_the_sum_of_its_intervals(september):
    here = september
    first = here.accepted()
    agreed = here.agreed()
    whistle = here.dispatched(first, rule_set="shandong-hotline")
    here.step(whistles.sign_for_whistle, whistle, contact="钱科长")
    here.at.clock.go(days=3)
    clock = clock_of(here, first, "D01")
    change.pause_clock(here.desk, change.PauseClock(clock=clock.id, reason="送鉴定"))
    extend(here, clock_of(here, whistle, "D08.report"), length=3, approver="赵书记")
    here.at.clock.go(days=4)
    change.resume_clock(here.desk, change.ResumeClock(clock=clock.id))
    extend(here, clock, consents=consents(here, first, date(2026, 9, 8), date(2026, 9, 8)))
    books = here.desk.books

    with here.desk.open_work(here.desk.person.id) as work:
        kept = [one for of in (first, agreed, whistle) for one in work.of(Deadline, of)]
        anew = [
            reckon_clock(
                books.deadlines,
                books.calendar,
                one,
                work.of(Extension, one.subject),
                work.of(Pause, one.subject),
            )
            for one in kept
        ]

    assert len(kept) == 5
    assert anew == kept
