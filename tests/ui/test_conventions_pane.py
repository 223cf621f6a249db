"""The pane of conventions: from the first draft to the next version, and what changed between."""

import pytest

from mediator_desk.records.convention import ConventionKind
from mediator_desk.records.council import AgendaTopic, TopicState
from mediator_desk.usecases.print_papers import PaperName
from tests.ui.casework import columns_of
from tests.usecases.conventing import LATER, TEXT, Conventions
from ui.dialogs.compare import counted
from ui.errands import InlineErrands
from ui.forms.sheet_dialog import SheetDialog
from ui.notices import Notices
from ui.panes.conventions import ConventionsPane


@pytest.fixture
def kept(here):
    return Conventions(here)


@pytest.fixture
def printed():
    return []


@pytest.fixture
def pane(here, qtbot, tmp_path, printed):
    """Make the pane, refreshed by the changes of every errand, as the frame does."""
    errands, mistakes = InlineErrands(), []
    errands.failed.connect(mistakes.append)
    made = ConventionsPane(
        desk=here.desk,
        errands=errands,
        notices=Notices(tmp_path / "reports", here.desk.now),
        print_paper=lambda one, paper: printed.append((one.id, paper)),
    )
    errands.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    yield made
    assert mistakes == []


def _draft(pane):
    pane.draft()
    return pane.window().findChildren(SheetDialog)[-1]


def _verbs(pane):
    return [one.text.replace("&", "") for one in pane.side.shown().verbs]


def _fill(dialog, **values):
    dialog.sheet.fill(values)
    dialog.hand_over()
    assert dialog.error.isHidden(), dialog.error.text()


def test_a_convention_goes_from_draft_to_force(pane, kept):
    pane.open()
    assert not pane.empty.isHidden()

    _fill(_draft(pane), title="楼道公约", text=TEXT, building="5号楼2单元", place="阳光小区")
    assert _verbs(pane)[0] == "Ask for opinions"
    _fill(pane.do("consult-convention"), boards="单元门口")
    assert "must hang until" in pane.side.shown().banner
    kept.here.at.clock.go(days=8)
    pane.refresh()
    _fill(pane.do("adopt-convention"), due=12, present=10, agreeing=8)
    _fill(pane.do("enforce-convention"))

    assert pane.side.shown().state == "in force"
    assert _verbs(pane) == ["Print for the board", "Amend", "Repeal"]


def test_what_a_convention_may_not_contain_is_said_and_kept(pane):
    pane.open()
    dialog = _draft(pane)

    dialog.sheet.fill({"title": "楼道公约", "building": "1号楼", "text": "乱停车罚款五十元。"})
    assert "罚款" in dialog.sheet.cell("text").doubt()
    dialog.hand_over()

    assert "罚款" in pane.side.shown().sections[0].note


def test_a_figure_that_is_not_reached_is_refused_in_place(pane, kept):
    kept.consulted(kept.drafted())
    pane.open()
    dialog = pane.do("adopt-convention")

    dialog.sheet.fill({"due": 12, "present": 12, "agreeing": 6})
    dialog.hand_over()

    assert "7 are needed" in dialog.error.text()


def test_a_residents_convention_is_filed_first(pane, kept):
    convention = kept.drafted(ConventionKind.RESIDENTS, building="")
    kept.adopted(convention, body="residents_meeting", due=9, present=9, agreeing=9)
    pane.open()

    _fill(pane.do("file-convention"), number="备3号")

    assert _verbs(pane)[0] == "Put in force"


def test_two_versions_are_compared_article_by_article(pane, kept):
    convention = kept.in_force()
    kept.amended(convention)
    pane.open()

    dialog = pane.compare()

    assert "[+，不停放电动车]" in dialog.text.toPlainText()
    assert "+ 第三条" in dialog.text.toPlainText()
    assert "− 第三条" in dialog.text.toPlainText()
    assert dialog.count.text() == "+ 1 added · − 1 removed · ± 1 changed"
    dialog.before.setCurrentIndex(1)
    assert dialog.count.text() == counted(())


def test_the_text_in_force_stands_beside_the_new_one(pane, kept):
    kept.amended(kept.in_force(), LATER)

    pane.open()

    headings = [one.heading for one in pane.side.shown().sections]
    assert headings[:2] == ["The new text", "The text in force"]
    assert _verbs(pane)[:2] == ["Ask for opinions", "Compare versions"]


def test_a_convention_in_force_stays_so_in_the_list_while_the_next_is_drafted(pane, kept):
    kept.amended(kept.in_force())

    pane.open()

    assert columns_of(pane.table)[0][-2:] == ["draft", "in force"]
    pane.chips.choose("in_force")
    assert len(pane.table.rows.rows()) == 1


def test_a_topic_the_residents_decide_leads_to_a_convention(pane, kept):
    topic = kept.here.screened(title="制定楼道公约")
    kept.here.change(AgendaTopic, topic, state=TopicState.TO_RESIDENTS_MEETING, place="阳光小区")
    pane.open()

    _fill(_draft(pane), topic=str(topic), title="楼道公约", text=TEXT, building="5号楼")

    assert pane.shown().topic.id == topic
    assert pane.shown().scope == "阳光小区 5号楼"


def test_it_is_printed_for_the_board(pane, kept, printed):
    convention = kept.in_force()
    pane.open()

    pane.print_out()

    assert printed == [(convention, PaperName.CONVENTION)]


def test_a_version_is_dropped_and_a_convention_repealed(pane, kept):
    kept.amended(kept.in_force())
    pane.open()

    _fill(pane.do("drop-convention"), reason="意见不一")
    assert _verbs(pane) == ["Compare versions", "Print for the board", "Amend", "Repeal"]
    _fill(pane.do("repeal-convention"), reason="全体户同意")

    assert pane.side.shown().banner == ""


def test_no_two_things_in_sight_share_a_mnemonic(pane, kept, doubled):
    kept.amended(kept.in_force())
    pane.open()
    pane.show()

    assert not doubled(pane)
    steps = ("change-convention", "consult-convention", "drop-convention", "repeal-convention")
    for dialog in (_draft(pane), pane.compare(), *(pane.do(step) for step in steps)):
        assert not doubled(dialog)
        dialog.close()
