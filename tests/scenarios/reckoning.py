"""What the scenarios about dates share: the clock of a rule, and the answer of ``due``."""

import json
from datetime import date, datetime
from uuid import UUID

import pytest

import main
from mediator_desk.records.follow_up import Deadline
from mediator_desk.rules.clocks import last_day_of
from mediator_desk.rules.durations import CHINA


def clock(here, subject: UUID, rule: str) -> Deadline:
    """Give the clock of a rule."""
    with here.desk.open_work(here.desk.person.id) as work:
        return [one for one in work.of(Deadline, subject) if one.rule == rule][-1]


def last_day(here, subject: UUID, rule: str) -> date:
    """Give the last day of the clock of a rule."""
    return last_day_of(clock(here, subject, rule))


def moment(here, subject: UUID, rule: str) -> str:
    """Give the moment the clock of a rule is due at."""
    return f"{clock(here, subject, rule).due_at.astimezone(CHINA):%m-%d %H:%M}"


def at(here, *moment: int) -> None:
    """Set the clock on the wall of the station, China's time."""
    here.at.clock.moment = datetime(*moment, tzinfo=CHINA)


def due(capsys: pytest.CaptureFixture[str], *typed: str) -> dict[str, object]:
    """Ask ``due`` on the command line."""
    capsys.readouterr()
    assert main.main(["--json", "--lang", "en", "due", *typed]) == 0
    return json.loads(capsys.readouterr().out)
