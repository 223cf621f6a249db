"""Print many papers at once: worker processes, each with its own press, and answers in order.

A process, because ReportLab is entered by one thread at a time; a fresh one, never a copy of this
one, because Qt is loaded here and does not survive being copied.
"""

import os
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Self

from mediator_desk.bad_news import BadNews
from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.pool_worker import work
from mediator_desk.paper.setting import Press
from mediator_desk.troubles import PaperFailed
from mediator_desk.words import N_

# A function at the top of a module, with its arguments, that can be sent to another process:
# ``partial(print_form, id="F11", facts=facts)`` or ``partial(print_case_summary, facts=facts)``.
Job = Callable[[Press], Printed]

_AT_HAND = 2  # jobs a worker holds: one in work, one ready
_LOOK_UP = 0.1  # seconds after which we ask again whether to stop


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one job: the paper, or why there is none."""

    index: int
    printed: Printed | None = None
    error: BadNews | None = None


@dataclass(slots=True)
class _Worker:
    """A process, the line to it, and the jobs it has not answered, the one in work first."""

    process: SpawnProcess
    line: Connection
    unanswered: deque[tuple[int, bytes]] = field(default_factory=deque)


@dataclass(slots=True)
class _Run:
    """One call of ``print_all``: jobs still to send, answers that wait for an earlier one."""

    jobs: Iterator[tuple[int, bytes | BadNews]]
    again: deque[tuple[int, bytes]] = field(default_factory=deque)
    answered: dict[int, Result] = field(default_factory=dict)
    told: int = 0
    ended: bool = False


class Pool:
    """Worker processes that print; it may be used for several batches, one after another."""

    def __init__(self, press: Press, workers: int = 0, *, whole: bool = True) -> None:
        """Take the press that each worker gets its like of; by default one worker for each core.

        ``whole`` keeps the laid-out papers in each ``Printed``, so that it can be bound with
        others; without them an answer crosses quicker.
        """
        self._press = press
        self._count = workers or os.cpu_count() or 1
        self._whole = whole
        self._workers: list[_Worker] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the workers at once."""
        for worker in self._workers:
            _end(worker)
        self._workers.clear()

    def print_all(
        self, jobs: Iterable[Job], cancelled: Callable[[], bool] = lambda: False
    ) -> Iterator[Result]:
        """Print the jobs and give their results in the same order, as they come.

        Jobs are drawn only as they are needed, so that neither they nor the papers pile up. A job
        that fails gives its error (``Refusal``, ``GlyphMissing``, or ``PaperFailed`` where a worker
        died of it or made a mistake) and the rest go on. Once ``cancelled`` says so, no more
        results come, within a fraction of a second.
        """
        run = _Run(_packed(jobs))
        try:
            while not cancelled():
                while (ready := run.answered.pop(run.told, None)) is not None:
                    run.told += 1
                    yield ready
                    if cancelled():
                        return
                self._hand_out(run)
                if run.ended and not run.again and not self._unanswered() and not run.answered:
                    return
                self._gather(run)
        finally:
            # Whoever still works, works for nobody.
            self._workers = [one for one in self._workers if not _ended_in_work(one)]

    def _hand_out(self, run: _Run) -> None:
        """Give every worker something to do; the slowest job holds back only so many others."""
        while len(self._workers) < self._count:
            self._workers.append(_started(self._press, self._whole))
        far = run.told + 4 * _AT_HAND * self._count
        for _turn in range(_AT_HAND):
            for worker in self._workers:
                if len(worker.unanswered) <= _turn and (job := _next(run, far)) is not None:
                    worker.unanswered.append(job)
                    _send(worker, job[1])

    def _gather(self, run: _Run) -> None:
        """Wait a moment for answers, and replace the workers that died."""
        if run.told in run.answered:
            return
        lines = {worker.line: worker for worker in self._workers}
        for line in wait(list(lines), _LOOK_UP):
            worker = lines[line]  # type: ignore[index]
            try:
                answer = worker.line.recv_bytes()
            except (EOFError, OSError):
                self._bury(run, worker)
            else:
                index, _job = worker.unanswered.popleft()
                run.answered[index] = _result(index, answer)

    def _bury(self, run: _Run, worker: _Worker) -> None:
        """Tell the job that a worker died of, and give its other jobs to somebody else."""
        _end(worker)
        self._workers.remove(worker)
        if worker.unanswered:
            index, _job = worker.unanswered.popleft()
            run.answered[index] = Result(index, error=_died())
        run.again.extend(worker.unanswered)

    def _unanswered(self) -> bool:
        return any(worker.unanswered for worker in self._workers)


def _packed(jobs: Iterable[Job]) -> Iterator[tuple[int, bytes | BadNews]]:
    """Pack jobs for the way to another process, one when it is asked for."""
    for index, job in enumerate(jobs):
        try:
            yield index, pickle.dumps(job, pickle.HIGHEST_PROTOCOL)
        except (pickle.PicklingError, AttributeError, TypeError) as error:
            yield index, mistaken(type(error).__name__)


def _next(run: _Run, far: int) -> tuple[int, bytes] | None:
    """Draw the next job to send, if there is one and it is not too far ahead."""
    if run.again:
        return run.again.popleft()
    while not run.ended and run.told + len(run.answered) < far:
        index, job = next(run.jobs, (-1, b""))
        if index < 0:
            run.ended = True
        elif isinstance(job, bytes):
            return index, job
        else:
            run.answered[index] = Result(index, error=job)
    return None


def _started(press: Press, whole: bool) -> _Worker:
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs, press, whole), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _send(worker: _Worker, job: bytes) -> None:
    """Send a job; that the worker is dead is noticed when its answer does not come."""
    try:
        worker.line.send_bytes(job)
    except OSError:
        worker.process.join(0)


def _ended_in_work(worker: _Worker) -> bool:
    if worker.unanswered:
        _end(worker)
    return bool(worker.unanswered)


def _end(worker: _Worker) -> None:
    worker.process.kill()
    worker.process.join()
    worker.line.close()


def _result(index: int, answer: bytes) -> Result:
    """Unpack an answer: a paper, bad news, or the name of a mistake."""
    told = pickle.loads(answer)
    if isinstance(told, Printed):
        return Result(index, printed=told)
    return Result(index, error=told if isinstance(told, BadNews) else mistaken(told))


def mistaken(name: str) -> PaperFailed:
    """Say that a paper could not be made by a mistake of ours, which is named."""
    return PaperFailed(
        N_(
            "This paper could not be made, and it is our mistake ({name}). The others are not"
            " touched by it. Print this one alone, or leave it out."
        ),
        name=name,
    )


def _died() -> PaperFailed:
    return PaperFailed(
        N_(
            "The helper that made this paper was ended from outside, or its memory ran out. The"
            " others are not touched by it. Print this one again, alone."
        )
    )
