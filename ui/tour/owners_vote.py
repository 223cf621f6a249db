"""The elevator goes to the owners: roster from a file, notice, numbered ballots, each delivered."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mediator_desk.usecases.print_papers import PaperName
from mediator_desk.words import _
from resources import path
from ui.council_steps import VERBS as COUNCIL_VERBS
from ui.dialogs.preview import PreviewDialog
from ui.forms.ballot_delivery import DeliveryDialog
from ui.forms.vote_roster import RosterSources
from ui.panes.council import CouncilPane
from ui.panes.votes import VotesPane
from ui.tour import hands
from ui.tour.teller import Teller, Values
from ui.vote_steps import VERBS

_BY_HAND, _POSTED = Qt.Key.Key_1, Qt.Key.Key_4
_DELIVERED = 10

_MATTER: Values = {
    "matter": (
        "是否同意按公示方案在铁塔家园5号楼2单元加装电梯，费用按楼层系数分摊，一楼不出资并适当补偿。"
    ),
    "opens_on": "2026-11-23",
    "closes_on": "2026-11-29",
}
_TOLD: Values = {"noticed_on": "2026-11-07", "committee_told_on": "2026-11-07"}


def play(tell: Teller) -> None:
    """Play the chapter."""
    tell.album.begin("owners-vote")
    tell.go_to(11, 7, "09:30")
    tell.here.window.open_place("council", tell.known["elevators"])
    side = tell.here.pane("council", CouncilPane).side
    put = COUNCIL_VERBS["call-vote"]
    tell.step(side, _(put), _MATTER, picture="new-vote")
    (vote,) = tell.here.desk.queries.votes()
    tell.known["vote"] = vote.id
    _roster(tell)
    step(tell, "notice-vote", _TOLD, "vote-noticed")
    pane(tell).print_out()
    ballots = hands.dialog(tell.here.window, PreviewDialog)
    tell.keep_paper(ballots, PaperName.OWNERS_BALLOTS.value)
    _deliver(tell)


def _roster(tell: Teller) -> None:
    """Read the roster from the file of the property company, and look it over."""
    press(tell, "take-roster")
    opened = hands.sheet(tell.here.window)
    tell.here.files.next_ones = [path("tour", "roster.csv")]
    hands.present(opened.findChild(RosterSources)).choose()
    hands.expect(opened.error)
    tell.show("roster")
    hands.hand_over(opened)


def _deliver(tell: Teller) -> None:
    """Hand the ballots over at the doors; two owners live far away."""
    tell.go_to(11, 9, "10:00")
    press(tell, "deliver-ballots")
    opened = hands.dialog(tell.here.window, DeliveryDialog)
    _press_keys(opened, [_BY_HAND] * _DELIVERED)
    tell.show("delivery")
    _press_keys(opened, [_POSTED, _POSTED])
    hands.expect(opened.error)
    hands.close(opened)


def _press_keys(opened: DeliveryDialog, keys: Sequence[Qt.Key]) -> None:
    for key in keys:
        QTest.keyClick(opened.table, key)


def press(tell: Teller, name: str) -> None:
    """Press a verb of the vote at the side."""
    hands.press_verb(pane(tell).side, _(VERBS[name]))


def step(tell: Teller, name: str, values: Values, picture: str = "") -> None:
    """Take one step of the vote at the side."""
    tell.step(pane(tell).side, _(VERBS[name]), values, picture=picture)


def pane(tell: Teller) -> VotesPane:
    """Give the place of the votes."""
    return tell.here.pane("votes", VotesPane)
