"""The log form warns of doubles and keeps what is half typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from mediator_desk.rows import DisputeFilter
from mediator_desk.usecases.log_dispute import NewParty
from mediator_desk.usecases.run_station import KeepDraft, draft_key, keep_draft
from tests.store.stations import GUCHENG
from ui.dialogs.glance import Glance
from ui.forms.log_form import FORM, open_log_form


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


def test_a_dispute_like_it_shows_at_the_side_with_the_reasons(here, log):
    known = here.logged(parties=(NewParty(name="王芳", phone="13800138000"),))
    form = log()
    form.sheet.fill({"text": "又来了", "parties": [{"name": "汪芳", "phone": "13800138000"}]})

    form._look_for_alike()

    (card,) = form.alike.cards()
    assert card.alike.row.id == known
    assert "The same phone number." in card.alike.why


def test_enter_on_a_likeness_looks_at_it_and_the_form_stays(qtbot, here, log, behind):
    here.logged(parties=(NewParty(name="王芳", phone="13800138000"),))
    form = log()
    form.sheet.fill({"text": "又来了", "parties": [{"name": "王芳"}]})
    form._look_for_alike()

    qtbot.keyClick(form.alike.cards()[0], Qt.Key.Key_Return)

    (glance,) = form.findChildren(Glance)
    assert glance.isVisible()
    assert form.isVisible()


def test_going_to_a_likeness_keeps_the_form_as_a_draft(qtbot, here, log, opened):
    known = here.logged(parties=(NewParty(name="王芳", phone="13800138000"),))
    form = log()
    form.sheet.fill({"text": "又来了", "parties": [{"name": "王芳"}]})
    form._typed()
    form._look_for_alike()
    qtbot.keyClick(form.alike.cards()[0], Qt.Key.Key_Return)

    form.findChildren(Glance)[0].press.click()

    assert opened == [known]
    assert shelved(here)["values"]["text"] == "又来了"


def test_what_is_typed_is_kept_while_it_is_typed(here, log):
    form = log()
    form.sheet.fill({"text": "写到一半"})
    form._typed()

    form.drafts.keep()

    assert shelved(here)["values"]["text"] == "写到一半"


def test_moving_on_to_the_next_field_keeps_the_draft(qtbot, here, log):
    form = log()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is form.sheet.cell("text").input.line)
    qtbot.keyClicks(QApplication.focusWidget(), "half")

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    assert shelved(here)["values"]["text"] == "half"


def test_an_unfinished_form_is_offered_again_and_taken_up_whole(here, log):
    draft = {
        "text": "写到一半",
        "topic": "noise",
        "division": GUCHENG,
        "estate": "阳光花园",
        "happened_on": "2026-11-20",
        "parties": [{"name": "王芳", "side": "third", "kind": "person"}],
    }
    at = here.desk.now().isoformat()
    keep_draft(here.desk, KeepDraft(form=FORM, values={"at": at, "values": draft}))
    form = log()
    offered = form.offer.isVisible()

    form.offer.go_on.click()

    values = form.sheet.values()
    assert offered
    assert not form.offer.isVisible()
    assert values["text"] == "写到一半"
    assert values["topic"] == "noise"
    assert values["division"] == GUCHENG
    assert values["estate"] == "阳光花园"
    assert values["happened_on"].isoformat() == "2026-11-20"
    assert values["parties"][0]["side"] == "third"


def test_an_unwanted_draft_is_thrown_away(here, log):
    at = here.desk.now().isoformat()
    keep_draft(here.desk, KeepDraft(form=FORM, values={"at": at, "values": {"text": "旧的"}}))
    form = log()

    form.offer.throw_away.click()

    assert shelved(here) is None
    assert form.sheet.values()["text"] == ""


def test_a_logged_dispute_leaves_no_draft(here, log):
    form = log()
    form.sheet.fill({"text": "车位被占了", "topic": "parking"})
    form._typed()
    form.drafts.keep()

    form.hand_over()

    assert shelved(here) is None


def test_looking_in_without_typing_leaves_the_old_draft_alone(here, log):
    at = here.desk.now().isoformat()
    keep_draft(here.desk, KeepDraft(form=FORM, values={"at": at, "values": {"text": "旧的"}}))
    form = log()

    form.reject()

    assert shelved(here)["values"]["text"] == "旧的"
