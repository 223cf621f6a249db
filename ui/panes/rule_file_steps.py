"""Taking a file of rules or a form in after a look, and dropping it again, with the way back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from mediator_desk.ports import Desk
from mediator_desk.rows import Changes
from mediator_desk.usecases.rule_files import (
    DropRuleFile,
    RuleFilePreview,
    RuleFileRow,
    drop_rule_file,
    preview_rule_file,
    signature_of,
)
from mediator_desk.usecases.undo import Undo, undo
from mediator_desk.words import _, n_
from ui.dialogs.question import Question
from ui.errands import Errands
from ui.forms.rule_file_form import Look, rule_file_form
from ui.notices import Notices


class RuleFileSteps:
    """What a section that lists such files does with one; ``refuse`` shows why one is not taken."""

    def __init__(
        self,
        owner: QWidget,
        *,
        desk: Desk,
        errands: Errands,
        notices: Notices,
        refuse: Callable[[str], object],
    ) -> None:
        """Take the section that asks."""
        self._owner, self._desk = owner, desk
        self._errands, self._notices, self._refuse = errands, notices, refuse

    def look_at(self, file: Path, look: Look | None = None) -> None:
        """Show what a file would change; ``look`` shows it as a paper."""
        # What the district signed may replace an official form too.
        official = signature_of(file).is_file()
        self._errands.run(
            partial(preview_rule_file, self._desk, file, official=official),
            owner=self._owner,
            then=partial(self._offer, file, look),
            refused=self._refuse,
        )

    def drop(self, row: RuleFileRow, explain: str) -> None:
        """Ask, then go back to what came with the program."""
        Question(
            self._owner,
            _("Drop “{title}”?").format(title=row.about.title),
            explain,
            verb=_("&Drop it"),
            do=partial(self._drop, row),
            danger=True,
        ).open()

    def _drop(self, row: RuleFileRow) -> None:
        asked = DropRuleFile(name=row.about.name)
        said = _("{title} is dropped.").format(title=row.about.title)
        self._errands.run(
            partial(drop_rule_file, self._desk, asked),
            owner=self._owner,
            then=partial(self._tell, said),
        )

    def _offer(self, file: Path, look: Look | None, found: RuleFilePreview) -> None:
        self._refuse("")
        said = _("{title} holds from now on.").format(title=found.about.title)
        rule_file_form(
            self._owner.window(),
            file,
            found,
            desk=self._desk,
            errands=self._errands,
            then=partial(self._tell, said),
            look=look,
        ).open()

    def _tell(self, said: str, changes: Changes) -> None:
        count = len(changes.of("deadline"))
        moved = n_("{count} date moved.", "{count} dates moved.", count).format(count=count)
        sentence = f"{said} {moved}" if count else said
        self._notices.say(sentence, undo=partial(self._undo, said, changes))

    def _undo(self, said: str, changes: Changes) -> None:
        if changes.piece is not None:
            sentence = _("Taken back: {what}").format(what=said)
            self._errands.run(
                partial(undo, self._desk, Undo(piece=changes.piece)),
                owner=self._owner,
                then=lambda _changes: self._notices.say(sentence),
            )
