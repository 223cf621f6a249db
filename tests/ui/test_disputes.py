"""The pane of disputes lists, filters and finds, on a real store."""

from datetime import timedelta

from msgspec.structs import replace

from mediator_desk.records.dispute import Stage, Topic
from mediator_desk.usecases.close_dispute import AddNote, add_note


def numbers(pane):
    return [row.number for row in pane.table.rows.rows()]


def test_the_newest_dispute_stands_first_and_beside_the_list(here, windows):
    here.logged(text="楼上漏水")
    here.logged(text="楼道堆物")

    pane = windows.disputes()

    assert numbers(pane) == ["古城-2026-2", "古城-2026-1"]
    assert pane.side.shown().title == "楼道堆物"
    assert pane.count() == "2 disputes"


def test_a_chip_leaves_only_its_stage_and_the_header_counts_what_is_found(here, windows):
    here.logged()
    here.accepted()
    pane = windows.disputes()

    pane.filters.chips.choose(Stage.ACCEPTED.value)

    assert numbers(pane) == ["古城-2026-2"]
    assert pane.count() == "1 found"


def test_another_chip_shows_its_first_dispute_beside_the_list(here, windows):
    here.accepted(text="第一件")
    here.logged(text="第二件")
    pane = windows.disputes()

    pane.filters.chips.choose(Stage.ACCEPTED.value)

    assert pane.side.shown().title == "第一件"


def test_a_dispute_that_leaves_the_list_by_its_step_stays_beside_it(here, windows):
    dispute = here.logged(text="第一件")
    here.logged(text="第二件")
    pane = windows.disputes()
    pane.filters.chips.choose(Stage.LOGGED.value)
    pane.table.choose(dispute)

    pane.side.do("accept-dispute").hand_over()

    assert numbers(pane) == ["古城-2026-2"]
    assert pane.side.shown().title == "第一件"
    assert pane.side.shown().state == "accepted"


def test_chips_count_every_stage_that_occurs(here, windows):
    here.logged()
    here.logged()
    here.accepted()

    pane = windows.disputes()

    chips = pane.filters.chips
    assert [(one.chip.code, one.chip.count) for one in chips._buttons.values()] == [
        ("", 3),
        ("logged", 2),
        ("accepted", 1),
    ]


def test_mine_leaves_out_what_others_handle(here, windows):
    here.logged(mediator=here.desk.person.id)
    here.logged()
    pane = windows.disputes()

    pane.filters.mine.click()

    assert numbers(pane) == ["古城-2026-1"]


def test_a_topic_leaves_only_its_disputes_and_clearing_shows_all(here, windows):
    here.logged(topic=Topic.NOISE)
    here.logged()
    pane = windows.disputes()
    pane.filters.topics.setCurrentIndex(pane.filters.topics.findData("noise"))
    narrowed = numbers(pane)

    pane.filters.clear()

    assert narrowed == ["古城-2026-1"]
    assert len(numbers(pane)) == 2


def test_search_finds_words_and_says_so_when_nothing_fits(here, windows):
    here.logged(text="楼上漏水，吊顶受损")
    here.logged(text="楼道堆物")
    pane = windows.disputes()

    pane.search("漏水")
    found = numbers(pane)
    pane.search("没有这样的字")

    assert found == ["古城-2026-1"]
    assert not pane.table.isVisible()
    assert pane.empty.isVisible()


def test_more_pages_come_by_key_as_the_list_is_scrolled(here, windows):
    for number in range(55):
        here.at.log(f"第{number}件")
    pane = windows.disputes()
    first_page = pane.table.rows.rowCount()

    pane.table.rows.fetchMore(pane.table.rows.index(-1, -1))

    assert first_page == 50
    assert pane.table.rows.rowCount() == 55
    assert len(set(numbers(pane))) == 55


def test_a_change_elsewhere_shows_at_once_and_keeps_the_bar(here, windows):
    first = here.logged(text="第一件")
    here.logged(text="第二件")
    pane = windows.disputes()
    pane.table.choose(first)

    windows.errands.run(lambda: add_note(here.desk, AddNote(subject=first, text="已电话联系")))

    assert pane.table.current_row().id == first
    course = next(one for one in pane.side.shown().sections if one.happenings)
    titles = [one.text for one in course.happenings]
    assert titles[0] == "已电话联系"


def test_a_dispute_outside_the_list_can_be_opened_by_its_id(here, windows):
    old = here.logged(text="第一件")
    for number in range(51):
        here.at.log(f"后来的{number}")
    pane = windows.disputes()

    pane.open(old)

    assert pane.side.case().dispute.id == old
    assert pane.selected() == ()


def test_due_is_said_in_days_left_and_late_by_the_clock_of_the_desk(here, windows):
    here.accepted()
    pane = windows.disputes()
    soon = pane.table.rows.index(0, 6).data()
    here.at.clock.go(days=40)

    pane.refresh()

    assert soon == "30 days left"
    assert pane.table.rows.index(0, 6).data() == "10 days late"


def test_no_two_things_in_sight_share_a_key(here, windows, doubled):
    here.heard()

    pane = windows.disputes()

    assert doubled(pane) == []


def test_an_undone_dispute_leaves_the_list(here, windows):
    here.logged()
    pane = windows.disputes()
    form = pane.log()
    form.sheet.fill({"text": "新登记的纠纷内容", "topic": "noise"})
    form.hand_over()

    windows.said[-1].do()

    assert numbers(pane) == ["古城-2026-1"]


def test_an_empty_station_is_told_what_to_do(windows):
    opened = []

    pane = windows.disputes(open_ledger=lambda: opened.append(True))

    assert pane.empty.isVisible()
    assert pane.primary().text == "&New dispute"


def test_a_ledger_can_be_taken_in_whatever_the_list_holds(here, windows):
    here.logged()
    opened = []
    pane = windows.disputes(open_ledger=lambda: opened.append(True))

    pane.secondary().do()

    assert opened == [True]


def test_a_row_of_an_open_conflict_says_so_in_words(here):
    from ui.panes.dispute_columns import dispute_columns

    here.logged(text="车位")
    row = replace(here.desk.queries.disputes(here_filter())[0], clashes=1)
    what = dispute_columns(here.desk.now)[2]

    assert what.text(row) == "[conflict] 车位"
    assert what.tone(row) == "danger"


def here_filter():
    from mediator_desk.rows import DisputeFilter

    return DisputeFilter()


def test_a_thousand_hits_and_more_are_not_counted_further(here, windows):
    here.logged()
    pane = windows.disputes()
    pane._text, pane._found = "车", 1000

    assert pane.count() == "1,000+ found"


def test_late_needs_a_moment_that_has_passed(here):
    from ui.said import late

    now = here.desk.now()

    assert late(now - timedelta(seconds=1), now)
    assert not late(now, now)
