"""Notices tell, offer Undo, and reports of our mistakes name nobody."""

from ui.notices import Notice, report_on
from ui.widgets.notice_bar import NoticeBar


def mistake():
    try:
        raise ValueError("王淼 371502198803154567")
    except ValueError as error:
        return error


def test_a_report_of_a_mistake_holds_lines_of_the_program_and_no_values():
    report = report_on(mistake())

    assert "ValueError" in report
    assert "test_notices.py" in report
    assert "王淼" not in report
    assert "3715" not in report


def test_a_mistake_is_saved_and_told_with_its_file(notices, tmp_path):
    told = []
    notices.posted.connect(told.append)

    notices.mistake(mistake())

    files = list((tmp_path / "reports").iterdir())
    assert [str(file) in told[0].text for file in files] == [True]
    assert told[0].tone == "danger"


def test_undo_is_done_once_and_the_bar_goes(qtbot):
    done = []
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.show_notice(Notice(text="Logged.", verb="&Undo", do=lambda: done.append(1)))

    bar.undo()
    bar.undo()

    assert done == [1]
    assert bar.isHidden()
