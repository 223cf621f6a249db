"""A1, A2, A3: one month from acceptance, over holidays and make-up workdays, and longer."""

from datetime import date

import pytest

from mediator_desk.refusals import Refusal
from mediator_desk.rules.clocks import last_day_of
from mediator_desk.usecases.change_clock import ConsentOn, ExtendClock, extend_clock
from tests.scenarios.reckoning import at, clock, due, last_day


def test_a1_accepted_on_15_january_it_is_due_after_the_spring_festival(here, capsys):
    at(here, 2026, 1, 15, 9)

    dispute = here.accepted()

    answer = due(capsys, "D01", "--from", "2026-01-15")
    assert last_day(here, dispute, "D01") == date(2026, 2, 24)
    assert answer["due_on"] == "2026-02-24"
    assert answer["because"][1:] == [
        "Accepted on 15 January 2026, which is not counted; 1 month ends on 15 February 2026.",
        "15 February 2026 lies in the Spring Festival holiday; "
        "the next working day is 24 February 2026.",
    ]


def test_a2_accepted_on_31_january_it_is_due_on_a_make_up_saturday(here, capsys):
    at(here, 2026, 1, 31, 9)

    dispute = here.accepted()

    answer = due(capsys, "D01", "--from", "2026-01-31")
    assert last_day(here, dispute, "D01") == date(2026, 2, 28)
    assert answer["due_on"] == "2026-02-28"
    assert answer["because"][-1] == "28 February 2026 is a make-up workday, so it stays."


def test_a3_twenty_more_days_count_from_the_old_date_once_both_consented(here, capsys):
    at(here, 2026, 9, 1, 9)
    dispute = here.accepted()
    first, second = (one.id for one in here.file(dispute).parties)
    at(here, 2026, 9, 28, 9)
    day = date(2026, 9, 28)
    asked = ExtendClock(
        clock=clock(here, dispute, "D01").id,
        length=20,
        reason="双方同意延期",
        consents=(ConsentOn(party=first, on=day), ConsentOn(party=second, on=day)),
    )

    extend_clock(here.desk, asked)

    longer = clock(here, dispute, "D01")
    assert last_day_of(longer) == date(2026, 10, 28)
    assert longer.first_due_at.isoformat() == "2026-10-08T16:00:00+00:00"
    answer = due(capsys, "D01", "--from", "2026-09-01", "--extend", "20")
    assert (answer["due_on"], answer["first"]) == ("2026-10-28", {"due_on": "2026-10-08"})


def test_a3_one_partys_consent_alone_is_refused(here):
    at(here, 2026, 9, 1, 9)
    dispute = here.accepted()
    first = here.file(dispute).parties[0].id
    at(here, 2026, 9, 28, 9)
    asked = ExtendClock(
        clock=clock(here, dispute, "D01").id,
        length=20,
        reason="申请人同意延期",
        consents=(ConsentOn(party=first, on=date(2026, 9, 28)),),
    )

    with pytest.raises(Refusal, match="Every party must consent"):
        extend_clock(here.desk, asked)

    assert last_day(here, dispute, "D01") == date(2026, 10, 8)
