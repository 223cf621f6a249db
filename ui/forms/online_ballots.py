"""Taking in the votes cast online: what is new and what differs is said before anything is kept."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QDialog

from mediator_desk.rows import Changes
from mediator_desk.rules.ballots import FIRST
from mediator_desk.rules.remarks import Listed
from mediator_desk.usecases.owners_votes.entering import EnterBallots, enter_ballots
from mediator_desk.usecases.owners_votes.online import OnlineList, read_online
from mediator_desk.words import _, n_
from ui.dialogs.question import Question
from ui.forms.vote_desk import VoteDesk
from ui.widgets.press import PressButton


class OnlineButton(PressButton):
    """Asks for the list; ``kept`` is told once its votes are in, ``refused`` why they are not."""

    def __init__(
        self,
        at: VoteDesk,
        dialog: QDialog,
        *,
        kept: Callable[[], object],
        refused: Callable[[str], object],
    ) -> None:
        """Stand in the window where ballots are entered."""
        super().__init__(_("Take in an online &list"))
        self._at, self._dialog = at, dialog
        self._kept, self._refused = kept, refused
        self.setAutoDefault(False)
        self.clicked.connect(self.choose)

    def choose(self) -> None:
        """Ask for the file, and read it."""
        kinds = [(_("Tables as text"), "csv"), (_("Excel ledgers"), "xlsx")]
        for file in self._at.files.to_open(self._dialog, _("Votes cast online"), kinds)[:1]:
            self._at.errands.run(
                partial(read_online, self._at.desk, self._at.file.vote.id, file),
                owner=self._dialog,
                then=self._ask,
                refused=self._refused,
            )

    def _ask(self, found: OnlineList) -> None:
        if not found.casts:
            self._refused("\n".join((_("Nothing in this list is new."), *_others(found))))
            return
        said = n_("{count} vote came in online.", "{count} votes came in online.", len(found.casts))
        Question(
            self._dialog,
            said.format(count=len(found.casts)),
            "\n".join(_others(found)),
            verb=_("&Take them in"),
            do=partial(self._take, found),
        ).open()

    def _take(self, found: OnlineList) -> None:
        asked = EnterBallots(vote=self._at.file.vote.id, round=FIRST, ballots=found.casts)
        self._at.errands.run(
            partial(enter_ballots, self._at.desk, asked),
            owner=self._dialog,
            then=self._taken,
            refused=self._refused,
        )

    def _taken(self, _changes: Changes) -> None:
        self._kept()


def _others(found: OnlineList) -> list[str]:
    """Say what else the list holds: what differs from paper, what changed, what is known."""
    said = []
    if found.differing:
        sentence = _("{units}: the paper says otherwise. A third look settles it.")
        said.append(sentence.format(units=Listed(found.differing)))
    if found.changed:
        sentence = _("{units}: said otherwise online before. What came in first is kept.")
        said.append(sentence.format(units=Listed(found.changed)))
    if found.again:
        sentence = n_("{count} is known already.", "{count} are known already.", found.again)
        said.append(sentence.format(count=found.again))
    return said
