"""Two stations: cards compared aloud, bundles on a stick, one conflict, and equal in the end."""

from pathlib import Path

from mediator_desk.rows import CaseFile, DisputeFilter
from mediator_desk.words import N_, _
from ui.forms.bundle_forms import TakeDialog
from ui.forms.card_forms import CARD, CardDialog, TrustDialog
from ui.forms.settle_form import SettleDialog
from ui.panes.bundle_lists import CLASHES, PEERS
from ui.panes.bundles import BundlesPane
from ui.panes.disputes import DisputesPane
from ui.tour import first_run, hands
from ui.tour.camera import settle
from ui.tour.station import PlayedStation
from ui.tour.teller import Teller, Values
from ui.tour.watch import TourStopped

_LOG: Values = {
    "text": (
        "古楼与柳园交界的利民路夜市，摊主佟街坊与住户余言因收摊后占道停车反复争吵，"
        "两个街道都接到过反映，商定由两站共同调解。"
    ),
    "topic": "parking",
    "channel": "phone",
    "title": "利民路夜市占道停车纠纷",
    "parties": [
        {"name": "余言", "phone": "13800635041", "side": "applicant", "kind": "person"},
        {"name": "佟街坊", "phone": "13800635042", "side": "respondent", "kind": "person"},
    ],
}

_OURS = "余言称再不解决就要堵路，请两站留意。"
_THEIRS = "佟街坊已同意十点前挪车，余言情绪缓和。"


def play(tell: Teller) -> None:
    """Play the chapter."""
    tell.album.begin("bundles")
    tell.go_to(11, 18, "09:00")
    ours, theirs = tell.here, tell.station("liuyuan")
    tell.others.append(theirs)
    first_run.found(tell, theirs, "lyjd", "郝商量", "13800635200")
    stick = tell.stage.folder / "stick"
    stick.mkdir()
    _trust_each_other(tell, ours, theirs, stick)
    tell.go_to(11, 18, "10:00")
    tell.log("border", _LOG)
    _carry(tell, ours, theirs, stick, made="bundle-made", seen="take-preview")
    tell.go_to(11, 19, "09:30")
    _note_risk(tell, ours, _OURS)
    tell.go_to(11, 19, "15:10")
    _note_risk(tell, theirs, _THEIRS)
    tell.go_to(11, 20, "08:50")
    _carry(tell, theirs, ours, stick, seen="take-conflict")
    _settle(tell, ours)
    tell.go_to(11, 20, "09:20")
    _carry(tell, ours, theirs, stick)
    _carry(tell, theirs, ours, stick, news=False)
    _equal(tell, ours, theirs)


def _trust_each_other(
    tell: Teller, ours: PlayedStation, theirs: PlayedStation, stick: Path
) -> None:
    """Write both cards; each side compares the other's figures aloud, then trusts it."""
    cards = [_write_card(tell, one, stick) for one in (ours, theirs)]
    for one, card in zip((theirs, ours), cards, strict=True):
        pane = one.go_to("bundles", BundlesPane)
        one.files.next_ones = [card]
        pane.trust()
        opened = hands.dialog(one.window, TrustDialog)
        opened.compared.setChecked(True)
        if one is ours:
            tell.show("trust-card")
        opened.press.click()
        settle()
    tell.watch.look("trust")


def _write_card(tell: Teller, station: PlayedStation, stick: Path) -> Path:
    pane = station.go_to("bundles", BundlesPane)
    pane.show_card()
    opened = hands.dialog(station.window, CardDialog)
    if station is tell.here:
        tell.show("own-card")
    file = stick / f"{station.desk.station.name}.{CARD}"
    station.files.next_ones = [file]
    opened.press.click()
    hands.close(opened)
    return file


def _carry(
    tell: Teller,
    one: PlayedStation,
    other: PlayedStation,
    stick: Path,
    *,
    made: str = "",
    seen: str = "",
    news: bool = True,
) -> None:
    """Make a bundle at one station and take it in at the other."""
    before = set(stick.iterdir())
    pane = one.go_to("bundles", BundlesPane)
    pane.chips.choose(PEERS)
    one.files.next_ones = [stick]
    hands.press_verb(pane.side, _("&Make a bundle"))
    (file,) = set(stick.iterdir()) - before
    if made:
        tell.show(made)
        tell.camera.bundle(made, file)
    pane = other.go_to("bundles", BundlesPane)
    other.files.next_ones = [file]
    pane.take_in()
    opened = hands.dialog(other.window, TakeDialog)
    if seen:
        tell.camera.screen(seen, other.window)
    if news or opened.press.isEnabled():
        opened.press.click()
        hands.expect(opened.error)
        settle()
    else:
        hands.close(opened)
    tell.watch.look("bundle")


def _note_risk(tell: Teller, station: PlayedStation, words: str) -> None:
    """Write the same field of the same dispute, without a network between the two."""
    with tell.at(station):
        tell.open_case("border")
        tell.case_step("change-dispute", {"risk": words})


def _settle(tell: Teller, station: PlayedStation) -> None:
    """Weigh both sides and let one of them stand."""
    pane = station.pane("bundles", BundlesPane)
    pane.chips.choose(CLASHES)
    settle()
    tell.show("conflict")
    hands.press_verb(pane.side, _("&Settle …"))
    opened = hands.dialog(station.window, SettleDialog)
    hands.fill(opened, {"which": "third"})
    hands.fill(opened, {"third": f"{_THEIRS}{_OURS}"})
    tell.show("settle")
    hands.hand_over(opened)


def _equal(tell: Teller, ours: PlayedStation, theirs: PlayedStation) -> None:
    """Hold the two stations to their word: nothing differs, nothing is left to settle."""
    here, there = _everything(ours), _everything(theirs)
    if here != there:
        differing = [one for one, other in zip(here, there, strict=False) if one != other]
        raise TourStopped(
            N_("The two stations differ in the end: {what}"),
            what="、".join(one.dispute.number for one in differing) or str(len(there)),
        )
    for station in (ours, theirs):
        verdict = station.house.verify(station.desk)
        if not verdict.ok or station.desk.queries.clashes():
            raise TourStopped(
                N_("A store is not whole in the end: {what}"), what="、".join(verdict.problems)
            )
    with tell.at(theirs):
        tell.open_case("border")
        hands.scroll_down(theirs.pane("disputes", DisputesPane).side)
        tell.show("equal")


def _everything(station: PlayedStation) -> list[CaseFile]:
    """Read every dispute whole, in one order on both sides."""
    queries = station.desk.queries
    rows = queries.disputes(DisputeFilter(limit=1000))
    return [queries.case_file(row.id) for row in sorted(rows, key=lambda row: row.id)]
