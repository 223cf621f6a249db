"""Files of rules on the command line: listed, taken in, shown and dropped."""

from tests.usecases.test_rule_files import NOTICE


def test_a_calendar_is_previewed_taken_in_listed_and_dropped(desk, tmp_path):
    file = tmp_path / "2027.toml"
    file.write_text(NOTICE, "utf-8")

    seen = desk("rules", "take", file, "--preview", "--json").json
    unsaid = desk("rules", "take", file)
    taken = desk("rules", "take", file, "--source", "国办通知")
    listed = {one["name"]: one for one in desk("rules", "list", "--json").json}
    sure = desk("due", "D01", "--from", "2026-12-15", "--json").json
    dropped = desk("rules", "drop", "calendars/2027")

    assert (seen["taken"], seen["changes"][0]) == (False, "The holidays of 2027 become known.")
    assert (unsaid.code, taken.code, dropped.code) == (1, 0, 0)
    assert "Holidays of 2027 holds from now on" in taken.out
    assert listed["calendars/2027"]["source"] == "国办通知"
    assert listed["calendars/2026"]["carried"]
    assert sure == sure | {"due_on": "2027-01-20", "provisional": False}
    assert "calendars/2027" not in desk("rules", "list").out


def test_a_file_is_shown_and_one_that_is_not_there_is_not_found(desk):
    assert "year = 2026" in desk("rules", "show", "calendars/2026").out
    assert desk("rules", "show", "calendars/1999").code == 4
