"""The ballots come back: read twice by two people, compared, counted by heads and by area."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mediator_desk.records.owners_vote import Choice
from mediator_desk.rules.ballots import SECOND
from mediator_desk.usecases.owners_votes.entering import Cast, EnterBallots, enter_ballots
from mediator_desk.usecases.print_papers import PaperName
from ui.dialogs.preview import PreviewDialog
from ui.forms.ballot_entry import BallotEntryDialog
from ui.panes.council import CouncilPane
from ui.tour import hands
from ui.tour.owners_vote import pane, press, step
from ui.tour.teller import Teller
from ui.tour.today import wear

_AGREE, _AGAINST = Qt.Key.Key_1, Qt.Key.Key_2
# As the units stand on the roster: the ground floor is against, one owner never answers.
_SAYS = (_AGAINST, _AGREE, _AGREE, _AGREE, _AGREE, _AGREE, _AGREE, _AGREE, _AGREE, _AGREE, _AGREE)
_CHOICES = {_AGREE: Choice.AGREE, _AGAINST: Choice.AGAINST}
_MISREAD = 6
_PICTURED = 7


def play(tell: Teller) -> None:
    """Play the chapter."""
    tell.album.begin("ballots")
    wear(tell, language="zh_CN")
    tell.go_to(11, 23, "09:00")
    tell.here.window.open_place("votes", tell.known["vote"])
    press(tell, "open-vote")
    tell.go_to(11, 28, "16:00")
    _first_reading(tell)
    tell.show("meter")
    _second_reading(tell)
    _differing(tell)
    tell.go_to(11, 29, "18:30")
    step(tell, "close-vote", {})
    step(tell, "count-vote", {"words": "表决通过，同意加装电梯。"})
    tell.show("vote-counted")
    pane(tell).print_out()
    sheet = hands.dialog(tell.here.window, PreviewDialog)
    tell.keep_paper(sheet, PaperName.VOTE_RESULT.value, picture="result-preview")
    tell.here.window.open_place("council", tell.known["elevators"])
    tell.here.pane("council", CouncilPane)
    tell.show("owners-decided")


def _entry(tell: Teller) -> BallotEntryDialog:
    press(tell, "enter-ballots")
    return hands.dialog(tell.here.window, BallotEntryDialog)


def _first_reading(tell: Teller) -> None:
    """Type a number, Enter, one key."""
    units = tell.here.desk.queries.vote_file(tell.known["vote"]).units
    opened = _entry(tell)
    for place, (unit, key) in enumerate(zip(units, _SAYS, strict=False)):
        _type(opened, unit.serial, key)
        if place == _PICTURED:
            tell.show("ballot-entry")
    hands.close(opened)


def _type(opened: BallotEntryDialog, ballot: str, key: Qt.Key) -> None:
    QTest.keyClicks(opened.ballot, ballot)
    QTest.keyClick(opened.ballot, Qt.Key.Key_Return)
    QTest.keyClick(hands.present(opened.says.focusProxy()), key)
    hands.expect(opened.error)


def _second_reading(tell: Teller) -> None:
    """Let the colleague read the same paper again; one mark is read differently."""
    desk = tell.here.desk
    colleague = next(one for one in desk.queries.people() if one.id != desk.person.id)
    units = desk.queries.vote_file(tell.known["vote"]).units
    says = [_CHOICES[key] for key in _SAYS]
    says[_MISREAD] = Choice.AGAINST
    casts = tuple(
        Cast(ballot=unit.serial, choice=choice) for unit, choice in zip(units, says, strict=False)
    )
    asked = EnterBallots(vote=tell.known["vote"], round=SECOND, ballots=casts)
    enter_ballots(replace(desk, person=colleague), asked)
    tell.here.window.open_place("votes", tell.known["vote"])


def _differing(tell: Teller) -> None:
    """Take the paper out once more, and say what stands on it."""
    opened = _entry(tell)
    opened.round.choose("3")
    tell.show("ballots-differ")
    units = tell.here.desk.queries.vote_file(tell.known["vote"]).units
    opened.reason.setText("重新看票：勾在“同意”一栏。")
    _type(opened, units[_MISREAD].serial, _AGREE)
    hands.close(opened)
