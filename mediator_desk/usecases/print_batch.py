"""Print one paper of many cases: each as it comes, or why it cannot be; none stops the others."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from mediator_desk.bad_news import BadNews
from mediator_desk.paper.papers import bind, print_together
from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.pool import Pool, Result, mistaken
from mediator_desk.paper.setting import Press
from mediator_desk.ports import Desk
from mediator_desk.refusals import Refusal
from mediator_desk.rows import CaseFile
from mediator_desk.rules.masking_levels import Masking
from mediator_desk.rules.pseudonyms import Known, pseudonyms
from mediator_desk.rules.roles import permit
from mediator_desk.usecases.papers.masked import Mask, people_of
from mediator_desk.usecases.papers.named import files_named
from mediator_desk.usecases.papers.sort import Job, PaperName, PaperSort
from mediator_desk.usecases.print_papers import sort_of
from mediator_desk.usecases.specimens import press_of
from mediator_desk.words import N_

_FEW = 8  # so many papers are sooner made here than a helper has started


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintBatch:
    """Which paper of which records (numbers or ids), in this order, and for whom."""

    numbers: tuple[str, ...]
    paper: PaperName = PaperName.SUMMARY
    level: Masking = Masking.INTERNAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What became of one record of a batch: its paper, or why there is none.

    ``asked`` is what it was asked for by, ``number`` what people call it; ``place`` counts from 1.
    """

    place: int
    count: int
    asked: str
    number: str
    printed: Printed | None = None
    error: BadNews | None = None


def never() -> bool:
    """Go on to the end."""
    return False


def print_batch(
    desk: Desk,
    asked: PrintBatch,
    fonts: Path,
    *,
    cancelled: Callable[[], bool] = never,
    whole: bool = True,
    workers: int = 0,
) -> Iterator[Step]:
    """Print them one after the other, in their order; what fails is told in its place.

    ``whole`` keeps the laid-out pages, which binding needs. Once ``cancelled`` says so nothing
    more comes. Raises ``Refusal`` when the paper has no such level, ``NotAllowed``.
    """
    permit(desk.person.role, "print-batch")
    sort = sort_of(asked.paper)
    check_level(asked.paper, asked.level)
    return _steps(desk, asked, sort, press_of(desk, fonts), cancelled, _Helpers(workers, whole))


@dataclass(frozen=True, slots=True)
class _Helpers:
    """How many processes help, by default one for each core, and whether they keep pages."""

    workers: int
    whole: bool


def _steps(
    desk: Desk,
    asked: PrintBatch,
    sort: PaperSort[Any],
    press: Press,
    cancelled: Callable[[], bool],
    helpers: _Helpers,
) -> Iterator[Step]:
    jobs_of = _jobs_of(desk, asked, sort, cancelled)
    waiting: deque[Step] = deque()

    def jobs() -> Iterator[Job]:
        for place, number in enumerate(asked.numbers, start=1):
            step = Step(place=place, count=len(asked.numbers), asked=number, number=number)
            try:
                files = files_named(desk, number, sort.about)
                step = replace(step, number=_number(files[0], number))
                made = [job for one in files for job in _checked(sort, one, step, jobs_of)]
            except BadNews as error:
                waiting.append(replace(step, error=error))
            except Exception as error:  # noqa: BLE001 - one bad case must not stop the others
                waiting.append(replace(step, error=mistaken(type(error).__name__)))
            else:
                waiting.append(step)
                yield partial(print_together, jobs=tuple(made))

    here = len(asked.numbers) <= _FEW or (sort.jobs is None and asked.level is Masking.INTERNAL)
    results = _here(press, jobs()) if here else _elsewhere(press, jobs(), cancelled, helpers)
    for result in results:
        while waiting[0].error is not None:
            yield waiting.popleft()
        yield replace(waiting.popleft(), printed=result.printed, error=result.error)
        if cancelled():
            return
    while waiting and not cancelled():
        yield waiting.popleft()


def _here(press: Press, jobs: Iterable[Job]) -> Iterator[Result]:
    """Do the jobs one after the other in this process."""
    for index, job in enumerate(jobs):
        try:
            yield Result(index, printed=job(press))
        except BadNews as error:
            yield Result(index, error=error)
        except Exception as error:  # noqa: BLE001 - one bad case must not stop the others
            yield Result(index, error=mistaken(type(error).__name__))


def _elsewhere(
    press: Press, jobs: Iterable[Job], cancelled: Callable[[], bool], helpers: _Helpers
) -> Iterator[Result]:
    """Do the jobs with the help of other processes."""
    with Pool(press, helpers.workers, whole=helpers.whole) as pool:
        yield from pool.print_all(jobs, cancelled)


def _jobs_of(
    desk: Desk, asked: PrintBatch, sort: PaperSort[Any], cancelled: Callable[[], bool]
) -> Callable[[Any], Iterable[Job]]:
    """Give what makes the jobs of one file: masked, plain, or one that can only be done here."""
    masked, jobs = sort.masked, sort.jobs
    if asked.level is not Masking.INTERNAL and masked is not None:
        known = _everybody(desk, asked, sort, cancelled)
        mask = Mask(asked.level, pseudonyms(known, asked.level))
        return lambda file: masked(desk, file, mask)
    if jobs is not None:
        return partial(jobs, desk)
    return lambda file: [lambda press: _made(desk, sort, press, file)]


def _made(desk: Desk, sort: PaperSort[Any], press: Press, file: Any) -> Printed:
    papers = list(sort.make(desk, press, file))
    return papers[0] if len(papers) == 1 else bind(press, papers, papers[0].title)


def _everybody(
    desk: Desk, asked: PrintBatch, sort: PaperSort[Any], cancelled: Callable[[], bool]
) -> Iterator[Known]:
    """Name everybody in the selection first, so that one person has one pseudonym in all of it."""
    for number in asked.numbers:
        if cancelled():
            return
        try:
            files = files_named(desk, number, sort.about)
        except BadNews:
            continue  # it is told when its turn comes
        for file in files:
            if isinstance(file, CaseFile):
                yield from people_of(file)


def _checked(
    sort: PaperSort[Any], file: Any, step: Step, jobs_of: Callable[[Any], Iterable[Job]]
) -> Iterable[Job]:
    """Give the jobs of one file. Raises ``Refusal`` when there is nothing to print yet."""
    against = sort.why_not(file)
    if against or not sort.ready(file):
        raise Refusal(against or sort.missing, number=step.number)
    return jobs_of(file)


def check_level(paper: PaperName, level: Masking) -> None:
    """Refuse a level that a paper is not made for. Raises ``Refusal``."""
    if level is not Masking.INTERNAL and sort_of(paper).masked is None:
        raise Refusal(
            N_(
                "This paper must name its parties, so it is not made for others. Print the case "
                "summaries or a list for them."
            )
        )


def _number(file: Any, asked: str) -> str:
    """Say what people call a record that was asked for by its id."""
    return file.dispute.number if isinstance(file, CaseFile) else asked
