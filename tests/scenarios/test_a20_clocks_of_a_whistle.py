"""A20, A21, A24: the clocks of a whistle run from its dispatch, by its rule set."""

from datetime import date

from mediator_desk.rules.durations import Unit
from mediator_desk.usecases.change_clock import ExtendClock, extend_clock
from tests.scenarios.reckoning import at, clock, due, last_day, moment

DISPATCHED = "2026-09-23T15:20+08:00"


def test_a20_a_whistle_by_the_rules_of_gulou(here, capsys):
    at(here, 2026, 9, 23, 15, 20)

    whistle = here.dispatched(rule_set="gulou")

    assert moment(here, whistle, "D08.sign") == "09-23 16:20"
    assert moment(here, whistle, "D08.contact") == "09-24 15:20"
    assert last_day(here, whistle, "D08.return") == date(2026, 9, 28)
    assert last_day(here, whistle, "D08.report") == date(2026, 9, 29)
    asked = ["--from", DISPATCHED, "--rule-set", "gulou"]
    assert due(capsys, "D08.sign", *asked)["due_at"] == "2026-09-23T16:20:00+08:00"
    assert due(capsys, "D08.contact", *asked)["due_at"] == "2026-09-24T15:20:00+08:00"
    assert due(capsys, "D08.return", *asked)["due_on"] == "2026-09-28"
    assert due(capsys, "D08.report", *asked)["due_on"] == "2026-09-29"


def test_a20_a_whistle_for_hard_matters_has_until_8_october(here, capsys):
    at(here, 2026, 9, 23, 15, 20)

    whistle = here.dispatched(rule_set="gulou", kind="hard")

    asked = ["--from", DISPATCHED, "--rule-set", "gulou"]
    assert last_day(here, whistle, "D08.report.hard") == date(2026, 10, 8)
    assert due(capsys, "D08.report.hard", *asked)["due_on"] == "2026-10-08"


def test_a21_by_the_rules_of_the_hotline_with_ten_more_working_days(here, capsys):
    at(here, 2026, 9, 23, 15, 20)
    whistle = here.dispatched(rule_set="shandong-hotline")
    first = last_day(here, whistle, "D08.report")
    asked = ExtendClock(
        clock=clock(here, whistle, "D08.report").id,
        length=10,
        unit=Unit.WORKING_DAYS,
        reason="需要设计图纸",
        approver="赵书记",
    )

    extend_clock(here.desk, asked)

    assert first == date(2026, 10, 8)
    assert last_day(here, whistle, "D08.report") == date(2026, 10, 21)
    typed = ["D08.report", "--from", DISPATCHED, "--rule-set", "shandong-hotline"]
    assert due(capsys, *typed)["due_on"] == "2026-10-08"
    longer = due(capsys, *typed, "--extend", "10")
    assert longer["due_on"] == "2026-10-21"
    assert "Make-up workdays, counted: 10 October 2026." in longer["because"]


def test_a24_three_working_days_from_a_friday_with_a_working_sunday(here, capsys):
    at(here, 2026, 9, 18, 10)

    whistle = here.dispatched(rule_set="gulou")

    asked = ["--from", "2026-09-18T10:00+08:00", "--rule-set", "gulou"]
    assert last_day(here, whistle, "D08.report") == date(2026, 9, 22)
    assert due(capsys, "D08.report", *asked)["due_on"] == "2026-09-22"
