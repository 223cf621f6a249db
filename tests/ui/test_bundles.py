"""Bundles are made, seen before they are taken in, and their conflicts settled in words."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from mediator_desk.records.people import Role
from tests.ui.open_stations import (
    NOW,
    PASSWORD,
    XINQU,
    Answers,
    bundle_from,
    change,
    founded,
    logged,
    trust_each_other,
)
from ui.forms.bundle_forms import TakeDialog, opened_bundle
from ui.forms.card_forms import CardDialog, TrustDialog
from ui.forms.settle_form import SettleDialog
from ui.panes.bundle_lists import CLASHES, MOVES, PEERS
from ui.panes.bundles import BundlesPane


@pytest.fixture
def desk(tmp_path):
    house, who, _code = founded(tmp_path / "gulou")
    yield house.enter(who, PASSWORD)
    house.close()


@pytest.fixture
def peer(tmp_path):
    house, who, _code = founded(tmp_path / "xinqu", "新区街道调解队", "李淑兰", XINQU)
    yield house.enter(who, PASSWORD)
    house.close()


@pytest.fixture
def files(tmp_path):
    return Answers(folder=tmp_path)


@pytest.fixture
def opened(keep, errands, notices, files):
    def make(desk):
        pane = keep(BundlesPane(desk=desk, errands=errands, notices=notices, files=files))
        pane.resize(1100, 640)
        pane.show()
        pane.open()
        return pane

    return make


@pytest.fixture
def said(notices):
    heard = []
    notices.posted.connect(lambda notice: heard.append(notice.text))
    return heard


@pytest.fixture
def clashing(tmp_path, desk, peer):
    """Both stations wrote one building without seeing each other's; the peer's bundle is here."""
    trust_each_other(tmp_path, desk, peer)
    dispute = logged(desk)
    peer.exchange.take(bundle_from(tmp_path, desk, peer))
    change(desk, dispute, building="3号楼")
    change(peer, dispute, building="5号楼")
    return dispute, bundle_from(tmp_path, peer, desk)


def dialog_of(pane, kind):
    return pane.window().findChild(kind)


def test_a_station_without_peers_says_how_to_begin(opened, desk):
    pane = opened(desk)

    assert pane.lists.currentWidget() is pane.lists.empty
    assert pane.chips.current() == PEERS


def test_a_card_is_trusted_only_after_its_figures_were_compared(
    tmp_path, opened, files, desk, peer, said
):
    card = tmp_path / "xinqu.yscard"
    card.write_bytes(peer.exchange.card())
    files.files = [card]
    pane = opened(desk)

    pane.trust()
    dialog = dialog_of(pane, TrustDialog)
    before = dialog.press.isEnabled()
    dialog.compared.setChecked(True)
    dialog.press.click()

    assert not before
    assert [row.name for row in pane.lists.peers.rows.rows()] == ["新区街道调解队"]
    assert said == ["新区街道调解队 is trusted from now on."]


def test_the_own_card_is_written_with_the_figures_shown(tmp_path, opened, desk, peer):
    pane = opened(desk)

    pane.show_card()
    dialog = dialog_of(pane, CardDialog)
    dialog.write()

    written = (tmp_path / "saved.yscard").read_bytes()
    assert written == desk.exchange.card()
    assert str(tmp_path / "saved.yscard") in dialog.said.text()


def test_a_bundle_is_made_for_the_chosen_station(tmp_path, opened, desk, peer, said):
    trust_each_other(tmp_path, desk, peer)
    logged(desk)
    pane = opened(desk)

    pane.make_for(pane.lists.peers.current_row())

    assert list(tmp_path.glob("*.yslb"))
    assert said[-1].endswith("-000001.yslb.")


def test_looking_at_a_bundle_keeps_nothing_and_says_what_would_come(
    tmp_path, opened, files, desk, peer
):
    trust_each_other(tmp_path, desk, peer)
    logged(peer, "广场舞音量过大")
    files.files = [bundle_from(tmp_path, peer, desk)]
    pane = opened(desk)

    pane.take_in()

    rows = dialog_of(pane, TakeDialog).table.rows.rows()
    assert "新区-2026-1 广场舞音量过大" in [row.name for row in rows]
    assert desk.queries.chips("stage") == ()


def test_a_bundle_taken_in_brings_its_disputes(tmp_path, opened, files, desk, peer, said):
    trust_each_other(tmp_path, desk, peer)
    logged(peer, "广场舞音量过大")
    files.files = [bundle_from(tmp_path, peer, desk)]
    pane = opened(desk)
    pane.take_in()

    dialog_of(pane, TakeDialog).press.click()

    assert [chip.count for chip in desk.queries.chips("stage")] == [1]
    assert said[-1].startswith("Bundle no. 1 from 新区街道调解队 is in")
    assert [row.made for row in pane.lists.moves.rows.rows()] == [False]


def test_the_same_bundle_again_has_nothing_to_take(tmp_path, opened, files, desk, peer):
    trust_each_other(tmp_path, desk, peer)
    logged(peer)
    files.files = [bundle_from(tmp_path, peer, desk)]
    desk.exchange.take(files.files[0])
    pane = opened(desk)

    pane.take_in()

    assert not dialog_of(pane, TakeDialog).press.isEnabled()


def test_a_conflict_shows_both_sides_in_peoples_words(opened, files, desk, clashing):
    files.files = [clashing[1]]
    pane = opened(desk)
    pane.take_in()

    dialog_of(pane, TakeDialog).press.click()

    (row,) = pane.lists.clashes.rows.rows()
    shown = pane.side.shown()
    assert pane.chips.current() == CLASHES
    assert {row.in_force, row.other} == {"3号楼", "5号楼"}
    assert shown.title == "Building"
    assert pane.count() == "1 conflict to settle"


@pytest.mark.parametrize("which", ["in_force", "other", "third"])
def test_a_conflict_is_settled_for_either_side_or_a_third(opened, desk, clashing, which):
    dispute, file = clashing
    desk.exchange.take(file)
    pane = opened(desk)
    (row,) = pane.lists.clashes.rows.rows()
    stands = {"in_force": row.in_force, "other": row.other, "third": "7号楼"}[which]
    dialog = pane.settle(row)

    dialog.sheet.fill({"which": which})
    dialog.sheet.fill({"third": "7号楼"})
    dialog.hand_over()

    assert desk.queries.case_file(dispute).dispute.building == stands
    assert desk.queries.clashes() == ()


def test_enter_on_a_conflict_opens_it(opened, desk, clashing):
    desk.exchange.take(clashing[1])
    pane = opened(desk)

    pane.lists.clashes.opened.emit(pane.lists.clashes.rows.row(0))

    assert isinstance(dialog_of(pane, SettleDialog), SettleDialog)


def test_the_pane_opens_at_the_conflict_of_a_dispute(opened, desk, clashing):
    desk.exchange.take(clashing[1])
    pane = opened(desk)
    pane.chips.choose(MOVES)

    pane.open(clashing[0])

    assert pane.chips.current() == CLASHES


def test_a_bundle_for_somebody_else_is_refused_in_words(tmp_path, opened, desk, peer, said):
    trust_each_other(tmp_path, desk, peer)
    logged(desk)
    own = bundle_from(tmp_path, desk, peer)

    opened(desk).take_files([own])

    assert len(said) == 1
    assert dialog_of(opened(desk), TakeDialog) is None


def test_a_broken_file_does_not_stop_the_next(tmp_path, opened, desk, peer, said):
    trust_each_other(tmp_path, desk, peer)
    logged(peer)
    broken = tmp_path / "broken.yslb"
    broken.write_bytes(b"nothing of ours")
    pane = opened(desk)

    pane.take_files([broken, bundle_from(tmp_path, peer, desk)])

    assert len(said) == 1
    assert dialog_of(pane, TakeDialog) is not None


def test_a_bundle_written_ahead_needs_a_confirmed_clock(tmp_path, qtbot, keep, errands, desk):
    later = NOW + timedelta(days=3)
    house, who, _code = founded(tmp_path / "later", "新区街道调解队", "李淑兰", XINQU, later)
    ahead = house.enter(who, PASSWORD)
    trust_each_other(tmp_path, desk, ahead)
    logged(ahead)
    opened = opened_bundle(desk, bundle_from(tmp_path, ahead, desk))
    window = keep(_window())
    dialog = TakeDialog(window, opened, desk=desk, errands=errands, then=lambda _taken: None)
    before = dialog.press.isEnabled()

    dialog.confirm.setChecked(True)
    dialog.take_in()

    assert not before
    assert [chip.count for chip in desk.queries.chips("stage")] == [1]
    house.close()


def _window():
    from PySide6.QtWidgets import QWidget

    return QWidget()


def test_bundles_and_cards_can_be_dropped_onto_the_pane(tmp_path, opened, desk, peer):
    trust_each_other(tmp_path, desk, peer)
    logged(peer)
    pane = opened(desk)
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(bundle_from(tmp_path, peer, desk)))])

    pane.dropEvent(
        QDropEvent(
            QPointF(10, 10),
            Qt.DropAction.CopyAction,
            carried,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )

    assert dialog_of(pane, TakeDialog) is not None


def test_a_mediator_is_offered_no_verb_she_may_not_do(tmp_path, opened, desk, peer):
    trust_each_other(tmp_path, desk, peer)
    mediator = replace(desk, person=replace(desk.person, role=Role.MEDIATOR))

    pane = opened(mediator)

    assert pane.primary() is None
    assert not pane.side.shown().verbs
    assert [verb.text for verb in pane._offer()] == ["M&y card"]
