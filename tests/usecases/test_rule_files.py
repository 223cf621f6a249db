"""Files of rules: taken in after seeing what they change, dropped again, never half read."""

from datetime import UTC, date, datetime

import pytest

from db.books import carried_texts
from mediator_desk.records.follow_up import Deadline
from mediator_desk.records.people import Role
from mediator_desk.records.rule_file import RuleFile
from mediator_desk.refusals import NotAllowed, NotFound, Refusal
from mediator_desk.rules.clocks import last_day_of
from mediator_desk.troubles import DiskTrouble
from mediator_desk.usecases import rule_files as rules
from mediator_desk.usecases.undo import Undo, undo

LIMITS = carried_texts()["rule_sets/deadlines"]

NOTICE = """\
year = 2027
source = "国务院办公厅关于2027年部分节假日安排的通知"
workdays = [2027-01-23]

[[holiday]]
name = "元旦"
en = "New Year"
from = 2027-01-01
to = 2027-01-03

[[holiday]]
name = "放假"
from = 2027-01-14
to = 2027-01-19
"""


@pytest.fixture
def december(here):
    """Sit at the desk on Tuesday, 15 December 2026."""
    here.at.clock.moment = datetime(2026, 12, 15, 1, 0, tzinfo=UTC)
    return here


@pytest.fixture
def stick(tmp_path):
    """Write a file onto a stick."""

    def write(text, name="2027.toml"):
        file = tmp_path / name
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return file

    return write


def take(here, file, source="区司法局下发"):
    return rules.take_rule_file(here.desk, rules.TakeRuleFile(file=file, source=source))


def clock_of(here, subject, rule="D01"):
    with here.desk.open_work(here.desk.person.id) as work:
        return next(one for one in work.of(Deadline, subject) if one.rule == rule)


def test_a_calendar_from_a_stick_moves_the_provisional_dates_at_once(december, stick):
    dispute = december.accepted()
    before = clock_of(december, dispute)

    changes = take(december, stick(NOTICE))

    after = clock_of(december, dispute)
    assert (before.provisional, last_day_of(before)) == (True, date(2027, 1, 15))
    assert (after.provisional, last_day_of(after)) == (False, date(2027, 1, 20))
    assert changes.of("deadline") == (after.id,)
    assert december.desk.books.calendar.knows(2027)


def test_a_preview_says_what_would_change_and_changes_nothing(december, stick):
    december.accepted()
    before = december.kept()

    found = rules.preview_rule_file(december.desk, stick(NOTICE))

    said = [one.words() for one in found.said()]
    assert said[0] == "The holidays of 2027 become known."
    assert said[-1].endswith("settle after acceptance: 15 January 2027 → 20 January 2027")
    assert december.kept() == before
    assert not december.desk.books.calendar.knows(2027)


def test_undo_takes_the_file_and_the_moved_dates_back(december, stick):
    dispute = december.accepted()
    before = clock_of(december, dispute)
    changes = take(december, stick(NOTICE))

    undo(december.desk, Undo(piece=changes.piece))

    assert clock_of(december, dispute).due_at == before.due_at
    assert not december.desk.books.calendar.knows(2027)


def test_a_dropped_file_gives_the_carried_one_back(december, stick):
    dispute = december.accepted()
    take(december, stick(NOTICE))

    rules.drop_rule_file(december.desk, rules.DropRuleFile(name="calendars/2027"))

    assert clock_of(december, dispute).provisional
    with pytest.raises(NotFound):
        rules.drop_rule_file(december.desk, rules.DropRuleFile(name="calendars/2027"))


def test_what_was_taken_in_holds_after_the_station_was_locked(december, stick):
    take(december, stick(NOTICE))
    person = december.desk.person.id
    december.at.house.close()

    desk = december.at.house.enter(person, "open sesame")

    assert desk.books.calendar.knows(2027)


def test_other_limits_need_only_a_file(december, stick):
    dispute = december.accepted()
    text = carried_texts()["rule_sets/deadlines"].replace(
        'en = "settle after acceptance"\nlength = 1\nunit = "months"',
        'en = "settle after acceptance"\nlength = 10\nunit = "days"',
    )

    file = stick(text, "deadlines.toml")
    said = [one.words() for one in rules.preview_rule_file(december.desk, file).says]
    take(december, file)

    assert said == ["D01 settle after acceptance: 1 month → D01 settle after acceptance: 10 days"]
    assert last_day_of(clock_of(december, dispute)) == date(2026, 12, 25)


def test_another_rule_set_for_owners_votes_needs_only_a_file(december, stick):
    text = carried_texts()["rule_sets/joint_decisions"]
    file = stick(text.replace("民法典第二百七十八条", "某区示范规则"), "joint_decisions.toml")

    take(december, file)

    titles = [str(one.title.zh) for one in december.desk.books.joint.rules]
    assert "某区示范规则" in titles


def test_a_file_needs_its_source_said_and_a_team_lead(december, stick):
    file = stick(NOTICE)
    mediator = december.as_role(Role.MEDIATOR)

    with pytest.raises(Refusal, match="where the file comes from"):
        take(december, file, source=" ")
    with pytest.raises(NotAllowed):
        rules.preview_rule_file(mediator, file)
    with pytest.raises(NotAllowed):
        rules.take_rule_file(mediator, rules.TakeRuleFile(file=file, source="甲"))


@pytest.mark.parametrize(
    ("text", "name", "why"),
    [
        ("year = 2027\nworkdays = [", "2027.toml", "Line 2"),
        ("a = 1", "whatever.toml", "deadlines.toml"),
        ("a = 1", "council.toml", "council.quorum"),
        ('[[rule_set]]\nname = "national"\nzh = "甲"\nen = "a"', "deadlines.toml", "D01"),
        (
            '[[rule_set]]\nname = "n"\nzh = "甲"\nen = "a"\n[[limit]]\nid = "D01"\nrule_set = "n"',
            "deadlines.toml",
            "limit 1 · D01 · n: “zh” is missing",
        ),
        ("year = 0", "2027.toml", "a year such as 2027"),
        ("year = 1000000000", "2027.toml", "a year such as 2027"),
        ("year = " + "9" * 5000, "2027.toml", "Line 1"),
        ("year = " + "[" * 100_000, "2027.toml", "Line 1"),
        (
            f"every_year = {[f'{m:02}-{d:02}' for m in range(1, 13) for d in range(1, 29)]}",
            "every_year.toml",
            "at most 60",
        ),
        ("", "joint_decisions.toml", "national"),
        (LIMITS.replace("length = 1\n", "length = 999999999999\n"), "deadlines.toml", "no length"),
        (LIMITS.replace("length = 1\n", "length = 0\n"), "deadlines.toml", "no length"),
        (LIMITS.replace('"D03.extend" }', '"D99" }'), "deadlines.toml", "D99"),
        (b"\xff\xfe\x00", "2027.toml", "UTF-8"),
        (b"#" * (2**20 + 1), "2027.toml", "too large"),
    ],
)
def test_a_bad_file_is_refused_in_a_sentence_and_nothing_changes(december, stick, text, name, why):
    before = december.kept()

    with pytest.raises(Refusal, match=why):
        take(december, stick(text, name))

    assert december.kept() == before


def test_a_stick_that_is_gone_is_a_trouble_in_words(december, tmp_path):
    with pytest.raises(DiskTrouble, match="Check the stick"):
        take(december, tmp_path / "gone.toml")


def test_a_file_kept_here_that_cannot_be_read_leaves_the_carried_one_in_force(december):
    with december.desk.open_work(december.desk.person.id) as work:
        work.add(
            RuleFile(
                id=december.desk.new_id(),
                name="rule_sets/deadlines",
                text="limit = 3",
                source="别的站",
                taken_in_at=december.desk.now(),
                by=december.desk.person.id,
            )
        )
        work.commit()

    (row,) = [one for one in rules.list_rule_files(december.desk) if one.unfit]

    assert row.about.name == "rule_sets/deadlines"
    assert december.desk.books.deadlines.limits.limits
