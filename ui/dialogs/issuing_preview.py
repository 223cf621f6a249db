"""A preview of an official paper: a draft until it is saved or printed, then issued and marked."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from mediator_desk.paper.pdf import Printed
from mediator_desk.ports import Desk
from mediator_desk.usecases.issuing.issue import Issued, IssuePaper, issue_paper
from mediator_desk.usecases.print_papers import PaperName, PrintPapers, print_papers
from mediator_desk.words import _
from ui.dialogs.preview import PreviewDialog
from ui.errands import Errands
from ui.notices import Notices


class IssuingPreview(PreviewDialog):
    """Shows a draft. What is saved or printed is issued first: kept, and marked on each page."""

    def __init__(
        self,
        parent: QWidget,
        *,
        title: str,
        number: str,
        paper: PaperName,
        fonts: Path,
        errands: Errands,
        notices: Notices,
        desk: Desk,
    ) -> None:
        """Have the draft made."""
        asked = IssuePaper(number=number, paper=paper)
        self._issue: Callable[[], Issued] = partial(issue_paper, desk, asked, fonts)
        self._issued = False
        draft = PrintPapers(numbers=(number,), paper=paper)
        super().__init__(
            parent,
            title=title,
            make=partial(print_papers, desk, draft, fonts),
            errands=errands,
            notices=notices,
            desk=desk,
        )

    @override
    def with_whole(self, then: Callable[[Printed], object]) -> None:
        """Issue the paper, show it with its marks, and hand it on."""
        if self.printed is None or self._issued:
            super().with_whole(then)
            return
        self._errands.run(
            self._issue, owner=self, then=partial(self._take, then), refused=self._refuse
        )

    def _take(self, then: Callable[[Printed], object], issued: Issued) -> None:
        self._issued = True
        self._show(issued.printed)
        self._say(issued)
        if issued.changes.touched:
            self._errands.changed.emit(issued.changes)
        then(issued.printed)

    def _say(self, issued: Issued) -> None:
        """Say which issue it is, or that it is a copy."""
        if not issued.new:
            last = issued.issues[-1]
            said = _("Nothing has changed: this is a copy of issue {number}.")
            self.said.say(said.format(number=last.issue), "good")
            return
        said = _("Issued and kept as it is: No. {number}. Each page carries its mark.")
        self.said.say(said.format(number=issued.issues[-1].issue), "good")
