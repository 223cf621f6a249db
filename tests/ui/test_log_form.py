"""The log form proposes, doubts and logs, by the keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from mediator_desk.records.dispute import Channel, Topic
from mediator_desk.records.people import PartyKind, Sex, Side
from mediator_desk.rows import DisputeFilter
from mediator_desk.rules.identity import check_sign
from mediator_desk.usecases.run_station import draft_key
from tests.store.stations import GUCHENG
from ui.forms.log_form import FORM, open_log_form

NUMBER = "37150219900101123" + check_sign("37150219900101123")


@pytest.fixture
def behind(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    return window


@pytest.fixture
def opened():
    return []


@pytest.fixture
def log(windows, behind, opened):
    def open_form():
        return open_log_form(
            behind,
            desk=windows.desk,
            errands=windows.errands,
            notices=windows.notices,
            open_dispute=opened.append,
        )

    return open_form


def rows(here):
    return here.desk.queries.disputes(DisputeFilter())


def shelved(here):
    return here.desk.queries.shelved(draft_key(here.desk.person.id, FORM))


def test_a_topic_is_proposed_from_the_text_until_she_chooses_one(log):
    form = log()
    form.sheet.fill({"text": "楼上漏水，吊顶受损"})
    form._typed()
    proposed = form.sheet.values()["topic"]
    said = form.sheet.cell("topic").doubt()

    form.sheet.cell("topic").input.fill("noise")
    form.sheet.cell("text").input.fill("楼上漏水漏水，渗漏")

    assert proposed == "leak"
    assert said.startswith("Proposed from the text")
    assert form.sheet.values()["topic"] == "noise"


def test_an_emergency_is_said_before_anything_else_and_taken_back_when_it_is_denied(log):
    form = log()
    form.sheet.fill({"text": "十五楼着火了"})
    form._typed()
    said = form.outside.text()

    form.sheet.cell("text").input.fill("两家吵架，没有打人")

    assert "119" in said
    assert form.outside.text() == ""


def test_the_likely_way_is_said_beside_the_topic(log):
    form = log()

    form.sheet.cell("text").input.fill("公共车位被私装地锁")

    assert "Probably" in form.sheet.cell("topic").doubt()


def test_what_was_filled_in_is_logged(here, log, opened, windows):
    form = log()
    form.sheet.fill(
        {
            "text": "楼上漏水，吊顶受损",
            "channel": "phone",
            "estate": "阳光花园",
            "building": "3号楼",
            "unit": "2单元",
            "households": "12",
            "parties": [
                {"name": "王 芳", "phone": "138 0013 8000", "side": "applicant", "kind": "person"},
                {"name": "某物业公司", "side": "respondent", "kind": "organisation"},
            ],
        }
    )
    form._typed()

    form.hand_over()

    file = here.file(opened[0])
    assert file.dispute.topic is Topic.LEAK
    assert file.dispute.channel is Channel.PHONE
    assert file.dispute.division == GUCHENG
    assert file.dispute.households == 12
    assert file.dispute.mediator == here.desk.person.id
    assert file.place == "阳光花园 3号楼 2单元"
    assert {(one.name, one.phone, one.side, one.kind) for one in file.parties} == {
        ("王芳", "13800138000", Side.APPLICANT, PartyKind.PERSON),
        ("某物业公司", "", Side.RESPONDENT, PartyKind.ORGANISATION),
    }
    assert windows.said[-1].text == "古城-2026-1 logged"


def test_the_keyboard_alone_logs_a_dispute(qtbot, here, log):
    form = log()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is form.sheet.cell("text").input.line)

    qtbot.keyClicks(QApplication.focusWidget(), "louxia louti")
    form.sheet.cell("topic").input.fill("leak")
    form.sheet.focus("parties")
    qtbot.keyClicks(QApplication.focusWidget(), "Wang")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "13800138000")
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    (row,) = rows(here)
    assert row.parties == ("Wang",)


def test_the_second_party_is_the_respondent_unless_said_otherwise(here, log, opened):
    form = log()
    form.sheet.fill({"text": "车位被占了", "topic": "parking"})
    first, second = form.sheet.cell("parties").input.grids()
    first.fill({"name": "张三"})
    second.fill({"name": "李四"})

    form.hand_over()

    sides = {one.name: one.side for one in here.file(opened[0]).parties}
    assert sides == {"张三": Side.APPLICANT, "李四": Side.RESPONDENT}


def test_parties_left_empty_are_not_asked_for(here, log):
    form = log()
    form.sheet.fill({"text": "车位被占了", "topic": "parking"})

    form.hand_over()

    assert len(rows(here)) == 1


def test_a_sound_id_number_says_sex_and_year_of_birth(here, log, opened):
    form = log()
    form.sheet.fill({"text": "车位被占了", "topic": "parking"})
    first = form.sheet.cell("parties").input.grids()[0]
    first.fill({"name": "张三", "id_number": NUMBER})

    form.hand_over()

    (party,) = here.file(opened[0]).parties
    assert party.sex is Sex.MALE
    assert party.birth_year == 1990


def test_doubts_are_said_and_lock_no_door(here, log):
    form = log()
    form.sheet.fill({"text": "车位被占了", "topic": "parking"})
    first = form.sheet.cell("parties").input.grids()[0]
    first.fill({"name": "张3", "phone": "12", "id_number": "37150219900101123"})
    doubts = [first.cell(key).doubt() for key in ("name", "phone", "id_number")]

    form.hand_over()

    assert all(doubts)
    assert len(rows(here)) == 1


def test_undo_takes_the_logged_dispute_back(here, log, windows):
    form = log()
    form.sheet.fill({"text": "车位被占了", "topic": "parking"})
    form.hand_over()

    windows.said[-1].do()

    assert rows(here) == ()
    assert windows.said[-1].text == "古城-2026-1 was taken back"


def test_a_known_estate_is_found_by_its_initials(here, log):
    here.logged(estate="阳光花园")
    form = log()

    found = form.sheet.cell("estate").input.edit._find("ygh")

    assert [one.text for one in found] == ["阳光花园"]


def test_a_community_is_found_by_its_initials_the_teams_own_street_first(log):
    form = log()

    found = form.sheet.cell("division").input.edit._find("gc")

    assert found[0].key == GUCHENG


def test_households_must_be_a_number(here, log):
    form = log()
    form.sheet.fill({"text": "车位被占了", "topic": "parking", "households": "很多"})

    form.hand_over()

    assert rows(here) == ()
    assert form.error.text()


def test_no_two_things_in_the_form_share_a_key(log, doubled):
    form = log()

    assert doubled(form) == []


def test_esc_asks_before_typed_words_are_lost(qtbot, log):
    form = log()
    form.sheet.fill({"text": "写到一半"})

    form.reject()

    assert form.isVisible()
    assert [one for one in form.findChildren(QDialog) if one.isVisible()]
