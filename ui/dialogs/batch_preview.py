"""A batch looked at while it is made: first pages are there while others are still to come."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.preview import RenderedPage, render
from mediator_desk.paper.spool import Spool
from mediator_desk.ports import Desk
from mediator_desk.refusals import Refusal
from mediator_desk.usecases.batch_files import BatchReport, bind_spooled, spool_batch
from mediator_desk.usecases.print_batch import PrintBatch, Step
from mediator_desk.words import N_, _, n_
from ui.dialogs.left_out import LeftOutDialog, OpenCase, left_out_words
from ui.dialogs.preview import PreviewDialog
from ui.errands import Errands, Lane
from ui.files import FileQuestions
from ui.notices import Notices
from ui.printing import page_sizes
from ui.widgets.going_row import Going, GoingRow
from ui.widgets.verb import Verb, VerbButton

_LOOK_EVERY = 150


@dataclass(slots=True)
class Making(Going):
    """How far a batch is; the worker adds parts, the window looks at them."""

    spool: Spool[Printed] | None = None
    parts: list[list[tuple[float, float]]] = field(default_factory=list)
    refused: list[Step] = field(default_factory=list)

    def take(self, step: Step) -> None:
        """Take note of one case."""
        if step.printed is not None:
            self.parts.append(page_sizes(step.printed))
        elif step.error is not None:
            self.refused.append(step)
        self.name = step.number
        self.tell(step.place, step.count)


class BatchPreview(PreviewDialog):
    """Shows the papers of many cases one below the other, as they come; Esc stops, then closes."""

    def __init__(
        self,
        parent: QWidget,
        *,
        title: str,
        desk: Desk,
        asked: PrintBatch,
        fonts: Path,
        errands: Errands,
        notices: Notices,
        files: FileQuestions,
        open_case: OpenCase,
    ) -> None:
        """Lay out the window and begin."""
        self._desk, self._asked, self._fonts = desk, asked, fonts
        self._files, self._open_case = files, open_case
        self.making = Making()
        self._shown = 0
        self.progress = GoingRow(N_("{row} of {of}: {name}"))
        self.left = VerbButton(Verb(text=_("&Left out …"), do=self.show_left_out, icon="warning"))
        self.left.hide()
        self.report: BatchReport | None = None
        super().__init__(
            parent,
            title=title,
            make=lambda: bind_spooled(desk, fonts, self._spool()),
            errands=errands,
            notices=notices,
            desk=desk,
        )

    @override
    def begin(self) -> None:
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOK_EVERY)
        self._watch.timeout.connect(self._look)
        self._watch.start()
        self.progress.follow(self.making)
        self.shut.setText(_("S&top"))
        self._errands.run(
            partial(_make, self._desk, self._asked, self._fonts, self.making),
            owner=self,
            then=self._made,
            refused=self._broke,
            lane=Lane.BATCH,
        )

    @override
    def with_whole(self, then: Callable[[Printed], object]) -> None:
        if self.printed is not None:
            then(self.printed)
            return
        if self.report is None or not self.report.printed:
            return
        self.said.say(_("The papers are being put together …"), "accent")
        self._allow(on=False)
        self._errands.run(
            self._make,
            owner=self,
            then=partial(self._bound, then),
            refused=self._broke,
            lane=Lane.BATCH,
        )

    @override
    def aside(self) -> tuple[QWidget, ...]:
        return (self.progress, self.left)

    @override
    def reject(self) -> None:
        if self.report is None and not self.making.stopped:
            self.making.stopped = True
            return
        super().reject()

    @override
    def done(self, result: int) -> None:
        self.making.stopped = True
        # Behind the making in its lane, so that nobody writes any more.
        self._errands.run(partial(_throw_away, self.making), lane=Lane.BATCH)
        super().done(result)

    def show_left_out(self) -> None:
        """List what could not be printed."""
        LeftOutDialog(
            self,
            steps=self.making.refused,
            errands=self._errands,
            files=self._files,
            open_case=self._go,
        ).open()

    def _look(self) -> None:
        """Show the pages that came since."""
        parts = self.making.parts
        for part in range(self._shown, len(parts)):
            self.view.add_pages(parts[part], partial(_drawn, self.making, part))
        if len(parts) != self._shown:
            self._shown = len(parts)
            self.said.say("")
            self.view.show()
            self._count(self.view.here())

    def _made(self, report: BatchReport) -> None:
        self.report = report
        self._rest()
        said = n_("{count} paper, {pages} pages.", "{count} papers, {pages} pages.", report.printed)
        words = said.format(count=f"{report.printed:,}", pages=f"{report.pages:,}")
        if report.cancelled:
            words = _("Stopped. {words}").format(words=words)
        if report.refused:
            self.left.show()
            words = _("{first} {second}.").format(
                first=words, second=left_out_words(len(report.refused))
            )
        self.said.say(words, "warning" if report.refused or report.cancelled else "good")
        self._allow(on=bool(report.printed))
        self.view.setFocus()

    def _broke(self, sentence: str) -> None:
        self.report = self.report or BatchReport()
        self._rest()
        self._refuse(sentence)

    def _rest(self) -> None:
        self._look()
        self._watch.stop()
        self.progress.follow(None)
        self.progress.hide()
        self.shut.setText(_("&Close"))

    def _bound(self, then: Callable[[Printed], object], printed: Printed) -> None:
        self.printed = printed
        self.said.say("")
        self._allow(on=True)
        then(printed)

    def _go(self, asked: str) -> None:
        self.done(0)
        self._open_case(asked)

    def _spool(self) -> Spool[Printed]:
        if self.making.spool is None:
            raise Refusal(N_("There is nothing to print."))
        return self.making.spool


def _make(desk: Desk, asked: PrintBatch, fonts: Path, making: Making) -> BatchReport:
    making.spool = Spool[Printed](fonts)
    return spool_batch(desk, asked, fonts, making.spool, watch=making.take, cancelled=making.stop)


def _throw_away(making: Making) -> None:
    if making.spool is not None:
        making.spool.close()
        making.spool = None


def _drawn(making: Making, part: int, page: int, scale: float) -> RenderedPage:
    if making.spool is None:
        return RenderedPage(1, 1, bytes(4))
    return render(making.spool[part].pdf, page, scale)
