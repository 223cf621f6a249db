"""What a worker process of the pool does: take a job, print it, answer, until nobody asks."""

import pickle
import signal
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

from mediator_desk.bad_news import BadNews
from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.setting import Press


def work(line: Connection, press: Press, whole: bool) -> None:
    """Print what comes down the line, and answer each job in turn."""
    # Whoever stops the program stops us; a Ctrl-C at the keyboard reaches every process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    waiting: SimpleQueue[bytes | None] = SimpleQueue()
    # The line is always read, or both ends could wait for each other with full hands.
    Thread(target=_receive, args=(line, waiting), daemon=True).start()
    while (job := waiting.get()) is not None:
        try:
            line.send_bytes(_answer(press, job, whole))
        except OSError:
            return


def _receive(line: Connection, waiting: "SimpleQueue[bytes | None]") -> None:
    try:
        while True:
            waiting.put(line.recv_bytes())
    except (EOFError, OSError):
        waiting.put(None)


def _answer(press: Press, job: bytes, whole: bool) -> bytes:
    """Print one job; what went wrong is the answer then."""
    told: Printed | BadNews | str
    try:
        told = pickle.loads(job)(press)
        if isinstance(told, Printed) and not whole:
            told = told.alone()
        return pickle.dumps(told, pickle.HIGHEST_PROTOCOL)
    except BadNews as said:
        return pickle.dumps(_crossing(said), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 - one bad paper must not stop the others
        return pickle.dumps(_where(error), pickle.HIGHEST_PROTOCOL)


def _crossing(said: BadNews) -> BadNews:
    """Make what fills the places of a sentence fit to cross: words, and numbers that count."""
    said.places = {
        name: place if isinstance(place, str | int) else str(place)
        for name, place in said.places.items()
    }
    return said


def _where(error: Exception) -> str:
    """Name a mistake and the line it happened on; never the text that was printed."""
    at = error.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    place = "" if at is None else f", {Path(at.tb_frame.f_code.co_filename).name}:{at.tb_lineno}"
    return f"{type(error).__name__}{place}"
