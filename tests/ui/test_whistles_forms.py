"""The dialogs of the whistles propose, reckon and refuse in place, on a real store."""

import pytest
from PySide6.QtWidgets import QLabel

from mediator_desk.records.dispute import Stage, Topic
from mediator_desk.records.whistle import WhistleSource, WhistleState
from tests.store.stations import sit_down
from tests.ui.council_work import ARTICLE, CouncilDesk
from ui.forms.whistle_forms import BlowWhistleDialog

LOCKED = "2号楼前公共场地被装了地锁圈占，邻居多次劝说无果。"


@pytest.fixture
def here(qtbot, tmp_path):
    station = sit_down(tmp_path / "station")
    made = CouncilDesk(qtbot, station, tmp_path)
    yield made
    station.leave()
    assert made.mistakes == []


@pytest.fixture
def pane(here):
    return here.whistles()


def blowing(here, pane, then=None, **what):
    dialog = BlowWhistleDialog(
        pane.window(), desk=here.desk, errands=here.errands, then=then, **what
    )
    dialog.open()
    return dialog


def step(pane, name, **values):
    """Do one step of the whistle that is shown."""
    dialog = pane.do(name)
    dialog.sheet.fill(values)
    dialog.hand_over()
    return dialog


def said_by(widget):
    return " ".join(one.text() for one in widget.findChildren(QLabel))


def test_department_and_article_are_proposed_from_the_dispute(here, pane):
    dispute = here.dispute(LOCKED, Topic.PARKING)

    dialog = blowing(here, pane, case=here.desk.queries.case_file(dispute))

    values = dialog.sheet.values()
    assert values["lead"] == "城市管理（综合行政执法）"
    assert "第四十条" in values["legal_basis"]
    assert values["place"] == "阳光花园 3号楼"


def test_the_dispute_waits_for_the_department(here, pane):
    dispute = here.dispute(LOCKED, Topic.PARKING)
    done = []

    blowing(here, pane, then=done.append, case=here.desk.queries.case_file(dispute)).hand_over()

    file = here.desk.queries.whistle_file(done[0].of("whistle")[0])
    assert file.whistle.source is WhistleSource.DISPUTE
    assert file.dispute.id == dispute
    assert here.station.read(dispute).stage is Stage.WHISTLED


def test_a_topic_carries_its_words_into_the_whistle(here, pane):
    topic = here.on_agenda(title="夜市占道油烟整治")
    done = []

    dialog = blowing(here, pane, then=done.append, topic=here.desk.queries.topic_file(topic))
    dialog.sheet.fill({"lead": "城市管理（综合行政执法）"})
    dialog.hand_over()

    whistle = here.desk.queries.whistle_file(done[0].of("whistle")[0]).whistle
    assert whistle.agenda_topic == topic
    assert whistle.source is WhistleSource.AGENDA_TOPIC
    assert whistle.kind == "hard"


def test_the_proposal_follows_the_words_until_a_person_writes_another(here, pane):
    dialog = blowing(here, pane)

    dialog.sheet.fill({"content": LOCKED})
    proposed = dialog.sheet.values()["lead"]
    dialog.sheet.fill({"lead": "公安"})
    dialog.sheet.fill({"content": "楼道充电、飞线充电占用消防通道。"})

    assert proposed == "城市管理（综合行政执法）"
    assert dialog.sheet.values()["lead"] == "公安"


def test_the_limits_of_the_kind_are_reckoned_beside_the_fields(here, pane):
    dialog = blowing(here, pane)
    daily = said_by(dialog.card)

    dialog.sheet.fill({"kind": "liaocheng-whistles/hard"})

    assert "Thursday, 26/11" in daily
    assert "Thursday, 26/11" not in said_by(dialog.card)
    assert "南京市鼓楼区“吹哨报到”办法" in said_by(dialog.card)


def test_an_emergency_says_whom_to_call_first(here, pane):
    dialog = blowing(here, pane)

    dialog.sheet.fill({"kind": "liaocheng-whistles/emergency"})

    assert "First call 110, 119 or 120" in said_by(dialog.card)


def test_a_direct_whistle_is_written_down_and_shown(here, pane):
    dialog = pane.blow()

    dialog.sheet.fill(
        {
            "title": "窨井盖破损",
            "content": "井盖破损。",
            "lead": "住房城乡建设",
            "assisting": "公安,城管",
        }
    )
    dialog.hand_over()

    whistle = pane.shown().whistle
    assert whistle.title == "窨井盖破损"
    assert whistle.assisting == ("公安", "城管")
    assert whistle.source is WhistleSource.RESIDENT


def test_a_whistle_goes_all_the_way_through_its_dialogs(here, pane):
    here.whistle()
    pane.refresh()
    good = {"street_rating": "satisfied", "department_rating": "fairly"}

    step(pane, "approve-whistle", approver="孙明")
    step(pane, "dispatch-whistle")
    step(pane, "sign-for-whistle", contact="李科长")
    step(pane, "report-in", contact="李科长")
    step(pane, "handle-whistle", measures="拆除")
    step(pane, "reply-whistle", text="地锁已拆除。")
    step(pane, "verify-whistle", solved="solved")
    step(pane, "evaluate-whistle", **good, resident_rating="satisfied")
    step(pane, "close-whistle")

    whistle = pane.shown().whistle
    assert whistle.state is WhistleState.CLOSED
    assert whistle.approver == "孙明"


def test_what_is_not_solved_goes_back_to_the_department(here, pane):
    here.whistle(steps=6)
    pane.refresh()

    step(pane, "verify-whistle", solved="not_solved", text="地锁还在。")

    assert pane.shown().whistle.state is WhistleState.HANDLING


def test_a_return_needs_its_reason_and_article(here, pane):
    here.whistle(steps=3)
    pane.refresh()

    dialog = step(pane, "return-whistle", reason="not_our_duty")

    assert "is still empty" in dialog.error.text()
    assert pane.shown().whistle.state is WhistleState.SIGNED


def test_a_return_says_until_when_it_is_taken(here, pane):
    here.whistle(steps=3)
    pane.refresh()

    dialog = pane.do("return-whistle")

    assert "It is open until Wednesday, 25/11" in said_by(dialog.card)


def test_a_return_after_its_window_is_refused_in_place(here, pane):
    here.whistle(steps=3)
    here.station.clock.go(days=4)
    pane.refresh()

    dialog = step(pane, "return-whistle", reason="not_our_duty", legal_basis=ARTICLE)

    assert "It shut on" in said_by(dialog.card)
    assert "The days for a return are over" in dialog.error.text()
    assert dialog.isVisible()


def test_another_department_is_proposed_and_its_clocks_start_anew(here, pane):
    here.returned(here.whistle(steps=3, title="地锁圈占公共场地", assisting=("公安",)))
    pane.refresh()

    dialog = pane.do("reassign-whistle")
    proposed = dialog.sheet.values()["department"]
    dialog.hand_over()

    whistle = pane.shown().whistle
    assert proposed == "公安"
    assert (whistle.lead, whistle.reassigned) == ("公安", 1)
    assert whistle.dispatched_at >= whistle.first_dispatched_at


def test_handing_on_shows_the_residents_clock_as_it_stands(here, pane):
    whistle = here.whistle(steps=3)
    here.station.clock.go(days=1)
    here.returned(whistle)
    pane.refresh()

    dialog = pane.do("reassign-whistle")

    assert "The resident's clock, which goes on" in said_by(dialog.card)
    assert "Monday, 30/11" in said_by(dialog.card)


def test_a_second_return_goes_to_the_district(here, pane):
    whistle = here.whistle(steps=3)
    here.returned(whistle)
    here.step("reassign_whistle", whistle, department="公安")
    pane.refresh()

    dialog = pane.do("return-whistle")
    warned = said_by(dialog.card)
    dialog.sheet.fill({"reason": "not_our_duty", "legal_basis": ARTICLE})
    dialog.hand_over()
    step(
        pane,
        "designate-whistle",
        department="住房城乡建设",
        contact="区政府办",
        legal_basis="第六十六条",
    )

    assert "the district will designate" in warned
    assert pane.shown().whistle.lead == "住房城乡建设"
    assert pane.shown().whistle.state is WhistleState.DISPATCHED


def test_a_refused_return_leaves_it_with_the_department(here, pane):
    here.returned(here.whistle(steps=3))
    pane.refresh()

    step(pane, "refuse-return", text="属于其法定职责。")

    assert pane.shown().whistle.state is WhistleState.SIGNED
    assert pane.shown().whistle.reassigned == 0


def test_a_whistle_is_taken_back_and_that_can_be_undone(here, pane):
    here.whistle()
    pane.refresh()

    step(pane, "cancel-whistle", text="物业已修好。")
    cancelled = pane.shown().whistle.state
    here.said[-1].do()

    assert cancelled is WhistleState.CANCELLED
    assert pane.shown().whistle.state is WhistleState.DRAFT


@pytest.mark.parametrize(
    "name",
    [
        "approve-whistle",
        "dispatch-whistle",
        "return-whistle",
        "reassign-whistle",
        "evaluate-whistle",
        "verify-whistle",
        "note",
    ],
)
def test_no_two_things_of_a_dialog_share_a_mnemonic(here, pane, doubled, name):
    here.whistle(steps=3)
    pane.refresh()

    dialog = pane.do(name)

    assert doubled(dialog) == []


def test_no_two_things_of_blowing_share_a_mnemonic(pane, doubled):
    assert doubled(pane.blow()) == []
