"""The dates beside a record: each says why on one key, and is extended or paused from there."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from mediator_desk.records.follow_up import Deadline
from mediator_desk.usecases import change_clock as change
from ui.clock_section import dates_section
from ui.widgets.clock_rows import ClockRow


@pytest.fixture
def shown(here, windows):
    """Show the dates of a dispute beside the list."""

    def show(dispute):
        pane = windows.disputes()
        pane.side.show_case(dispute)
        pane.show()
        return pane

    return show


def rows(pane):
    """Give the dates shown now."""
    found = [one for one in pane.side.findChildren(ClockRow) if one.isVisible()]
    return {one.line.what: one for one in found}


def clock(here, dispute):
    with here.desk.open_work(here.desk.person.id) as work:
        return work.of(Deadline, dispute)[0]


def press(row, word):
    """Press one of the verbs of a date; give its dialog."""
    (verb,) = [one for one in row.line.verbs if one.text.startswith(word)]
    return verb.do()


def test_enter_on_a_date_says_why_it_is_that_day(qtbot, here, shown):
    pane = shown(here.accepted())
    row = rows(pane)["Settle after acceptance"]
    closed = row.reasons.isVisible()

    qtbot.keyClick(row.head, Qt.Key.Key_Return)

    assert not closed
    assert row.reasons.isVisible()
    assert "Accepted on 23 November 2026" in "\n".join(row.line.why)
    assert row.line.state == "22 working days left"


def test_a_date_is_extended_from_its_row_with_the_new_day_shown_first(here, windows, shown):
    dispute = here.consenting()
    pane = shown(dispute)
    dialog = press(rows(pane)["Settle after acceptance"], "Extend")
    first, second = here.file(dispute).parties
    today = date(2026, 11, 23)

    dialog.sheet.fill({"length": 10, "unit": "days", "reason": "等待鉴定"})
    said = dialog._aside.day.text()
    dialog.hand_over()
    unsigned = dialog.error.text()
    dialog.sheet.fill({f"party.{first.id}": today, f"party.{second.id}": today})
    dialog.hand_over()

    after = clock(here, dispute)
    assert "working days left" in said
    assert unsigned
    assert after.due_at > after.first_due_at
    assert windows.said[-1].text.endswith("the date is extended")
    assert "The first date was" in rows(pane)["Settle after acceptance"].line.why[-1]


def test_a_paused_date_says_so_and_goes_on_again(here, shown):
    dispute = here.accepted()
    pane = shown(dispute)

    dialog = press(rows(pane)["Settle after acceptance"], "Pause")
    dialog.sheet.fill({"reason": "送鉴定"})
    dialog.hand_over()
    pane.side.again()
    row = rows(pane)["Settle after acceptance"]
    paused = (row.line.state, row.line.when, row.line.why[-1])
    here.at.clock.go(days=3)
    press(row, "Let it go on").hand_over()

    assert paused[0] == "paused"
    assert paused[1].startswith("paused since")
    assert paused[2] == "It stands still: 送鉴定"
    assert clock(here, dispute).paused_at is None


def test_a_provisional_date_is_marked(here, shown):
    here.at.clock.go(days=30)

    pane = shown(here.accepted())

    assert rows(pane)["Settle after acceptance"].line.mark == "provisional"


def test_a_date_whose_rule_allows_nothing_offers_nothing(here, shown):
    dispute = here.agreed(
        form="written",
        parties_marked_on=date(2026, 11, 23),
        mediator_signed_on=date(2026, 11, 23),
        sealed_on=date(2026, 11, 23),
    )

    pane = shown(dispute)

    offered = {what: [one.text for one in row.line.verbs] for what, row in rows(pane).items()}
    assert offered["Apply together for judicial confirmation"] == []


def test_what_was_extended_once_is_not_offered_again(here, windows):
    whistle = here.dispatched(rule_set="shandong-hotline")
    with here.desk.open_work(here.desk.person.id) as work:
        clock = next(one for one in work.of(Deadline, whistle) if one.rule == "D08.report")
    asked = change.ExtendClock(clock=clock.id, length=2, reason="采购", approver="赵书记")
    change.extend_clock(here.desk, asked)

    (section,) = dates_section(here.desk, here.desk.queries.whistle_file(whistle), print)

    line = next(one for one in section.clocks if one.what.startswith("Finish the whistle"))
    assert [one.text for one in line.verbs] == ["Pause …"]
