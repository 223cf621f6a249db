"""Batches on the disk: one file for each case in a folder, or all of them bound into one PDF."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from mediator_desk.paper.papers import bind_all
from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.spool import Spool
from mediator_desk.ports import Desk
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases.new_files import clear_halves, write_new
from mediator_desk.usecases.papers.facts import day_words
from mediator_desk.usecases.print_batch import PrintBatch, Step, never, print_batch
from mediator_desk.usecases.print_log import log_print
from mediator_desk.usecases.specimens import press_of
from mediator_desk.words import _

Watch = Callable[[Step], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchReport:
    """What came of a batch: how many records and pages, which files, and what was left out."""

    printed: int = 0
    pages: int = 0
    files: tuple[Path, ...] = ()
    refused: tuple[Step, ...] = ()
    cancelled: bool = False

    def lines(self) -> list[str]:
        """Say what could not be printed and why, one line each, for a screen or a file."""
        line = _("{number}: {why}")
        return [line.format(number=one.number, why=one.error) for one in self.refused]


@dataclass(slots=True)
class _Tally:
    """Counts what comes of a batch while it runs."""

    count: int
    printed: int = 0
    pages: int = 0
    files: list[Path] = field(default_factory=list)
    refused: list[Step] = field(default_factory=list)

    def add(self, step: Step) -> None:
        """Count one step."""
        if step.printed is None:
            self.refused.append(step)
        else:
            self.printed += 1
            self.pages += step.printed.pages

    def report(self) -> BatchReport:
        """Say what came of it; what is neither printed nor refused was cancelled."""
        return BatchReport(
            printed=self.printed,
            pages=self.pages,
            files=tuple(self.files),
            refused=tuple(self.refused),
            cancelled=self.printed + len(self.refused) < self.count,
        )


def print_into_folder(
    desk: Desk,
    asked: PrintBatch,
    fonts: Path,
    folder: Path,
    *,
    watch: Watch = lambda _step: None,
    cancelled: Callable[[], bool] = never,
) -> BatchReport:
    """Print each into a new file of its own, never over another; cancelling keeps whole files.

    Raises ``DiskTrouble``; what was written by then stays.
    """
    clear_halves(folder)
    tally = _Tally(len(asked.numbers))
    try:
        for step in print_batch(desk, asked, fonts, cancelled=cancelled, whole=False):
            if step.printed is not None:
                name = f"{step.number} {_kind(step.printed)}"
                tally.files.append(write_new(folder, name, "pdf", step.printed.pdf))
            tally.add(step)
            watch(step)
    finally:
        _log(desk, asked, tally)
    return tally.report()


def print_into_one(
    desk: Desk,
    asked: PrintBatch,
    fonts: Path,
    *,
    watch: Watch = lambda _step: None,
    cancelled: Callable[[], bool] = never,
) -> tuple[Printed | None, BatchReport]:
    """Print all into one PDF with a bookmark for each; cancelled, or with nothing in it, none.

    The laid-out pages wait on the disk until all are there, sealed, so that memory stays flat.
    """
    bound: Printed | None = None
    with Spool[Printed](fonts) as spool:
        report = spool_batch(desk, asked, fonts, spool, watch=watch, cancelled=cancelled)
        if report.printed and not report.cancelled:
            bound = bind_spooled(desk, fonts, spool)
    return bound, report


def spool_batch(
    desk: Desk,
    asked: PrintBatch,
    fonts: Path,
    spool: Spool[Printed],
    *,
    watch: Watch = lambda _step: None,
    cancelled: Callable[[], bool] = never,
) -> BatchReport:
    """Print all onto a pile, from which they can be looked at and bound."""
    tally = _Tally(len(asked.numbers))
    try:
        for step in print_batch(desk, asked, fonts, cancelled=cancelled):
            if step.printed is not None:
                spool.put(step.printed)
            tally.add(step)
            watch(step)
    finally:
        _log(desk, asked, tally)
    return tally.report()


def bind_spooled(desk: Desk, fonts: Path, spool: Spool[Printed]) -> Printed:
    """Bind what lies on the pile, named after its only paper, or after what it holds and when."""
    first = spool[0].title
    title = f"{first.split('　')[0]}　{len(spool)}件　{day_words(local_day(desk.now()))}"
    return bind_all(press_of(desk, fonts), spool, first if len(spool) == 1 else title)


def _kind(printed: Printed) -> str:
    """Give the name of the paper, which its title begins with."""
    return printed.title.split("　")[0]


def _log(desk: Desk, asked: PrintBatch, tally: _Tally) -> None:
    log_print(
        desk,
        "print-batch",
        paper=asked.paper.value,
        level=asked.level,
        cases=len(asked.numbers),
        printed=tally.printed,
        refused=str(tally.refused[0].error) if tally.refused and not tally.printed else "",
    )
