"""Errands: whatever touches the store runs elsewhere, in order, and answers back to the window."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.troubles import Trouble
from mediator_desk.words import N_

Answer = TypeVar("Answer")


class Lane(Enum):
    """Where an errand runs: the one worker that owns the store, or one of those beside it.

    What takes minutes has a lane of its own, so that papers can still be looked at.
    """

    STORE = "store"
    PAPER = "paper"
    BATCH = "batch"


@dataclass(frozen=True, slots=True)
class _Errand:
    """What was asked, by whom, and what to do with the answer."""

    owner: QObject | None
    then: Callable[[object], object] | None
    refused: Callable[[str], object] | None


class Errands(QObject):
    """Takes jobs of windows and brings the answers back into the window's own thread.

    ``changed`` carries the ``Changes`` of every use case, once, to all panes;
    ``refused`` carries the sentence of a refusal or trouble nobody else wanted to show;
    ``failed`` carries an error that is our own fault.
    """

    changed = Signal(object)
    refused = Signal(str)
    failed = Signal(object)
    busy = Signal(bool)
    _came = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Open the lanes; each does one thing at a time."""
        super().__init__(parent)
        self._lanes = {
            lane: ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"desk-{lane.value}")
            for lane in Lane
        }
        self._under_way = 0
        self._came.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        job: Callable[[], Answer],
        *,
        owner: QObject | None = None,
        then: Callable[[Answer], object] | None = None,
        refused: Callable[[str], object] | None = None,
        lane: Lane = Lane.STORE,
    ) -> None:
        """Run the job; then hand its answer to ``then``, unless ``owner`` is gone by that time.

        A refusal or trouble goes to ``refused`` as a sentence, or else to the notices.
        """
        errand = _Errand(owner, then, refused)  # type: ignore[arg-type] # Answer is erased here
        self._under_way += 1
        if self._under_way == 1:
            self.busy.emit(True)
        self._start(job, errand, lane)

    def finish(self) -> None:
        """Wait for what is under way and take no more; called once, when the program ends."""
        for lane in self._lanes.values():
            lane.shutdown(wait=True)

    def _start(self, job: Callable[[], object], errand: _Errand, lane: Lane) -> None:
        future: Future[object] = self._lanes[lane].submit(job)

        def came(done: Future[object]) -> None:
            if isValid(self):
                self._came.emit(errand, done)

        future.add_done_callback(came)

    @Slot(object, object)
    def _answer(self, errand: _Errand, done: "Future[object]") -> None:
        self._under_way -= 1
        if self._under_way == 0:
            self.busy.emit(False)
        error = done.exception()
        if error is not None:
            self._bad_news(errand, error)
            return
        answer = done.result()
        if isinstance(answer, Changes):
            self.changed.emit(answer)
        if errand.then is not None and _there(errand.owner):
            errand.then(answer)

    def _bad_news(self, errand: _Errand, error: BaseException) -> None:
        if not isinstance(error, Refusal | Trouble):
            self.failed.emit(error)
            sentence = N_("This did not work, and it is our mistake. Your work up to here is safe.")
            error = Trouble(sentence)
            if errand.refused is None:
                return
        if errand.refused is None:
            self.refused.emit(error.words())
        elif _there(errand.owner):
            errand.refused(error.words())


class InlineErrands(Errands):
    """Runs every job at once where it stands: for tests and the guided tour."""

    def _start(self, job: Callable[[], object], errand: _Errand, lane: Lane) -> None:  # noqa: ARG002
        done: Future[object] = Future()
        try:
            done.set_result(job())
        except Exception as error:  # noqa: BLE001 - the future carries it, exactly as a worker's
            done.set_exception(error)
        self._answer(errand, done)


def _there(owner: QObject | None) -> bool:
    return owner is None or isValid(owner)
