"""Two ways of doing a thing, run in turns, so that whatever else the machine does hits both."""

import gc
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter, process_time

MILLI = 1000.0


@dataclass(frozen=True, slots=True)
class Pair:
    """What was measured: medians and the 95th percentile in milliseconds, and the aim."""

    name: str
    ours: float
    ours_p95: float
    floor: float
    floor_is: str
    aim: str = ""

    @property
    def ratio(self) -> float:
        """Say how many times the floor we take."""
        return self.ours / self.floor if self.floor else float("inf")

    def row(self) -> str:
        """Write a line of the table."""
        return (
            f"| {self.name} | {_figures(self.ours)} | {_figures(self.ours_p95)} "
            f"| {_figures(self.floor)} "
            f"| **{self.ratio:.2f}** | {self.floor_is} | {self.aim} |"
        )


HEAD = (
    "| what | ours, median ms | ours, p95 ms | floor, median ms | ratio | the floor | aim |\n"
    "|---|---:|---:|---:|---:|---|---|"
)


def in_turns(
    name: str,
    ours: Callable[[], object],
    floor: Callable[[], object],
    *,
    rounds: int,
    floor_is: str,
    aim: str = "",
) -> Pair:
    """Time both in turns and give the medians."""
    ours(), floor()
    mine, other = [], []
    for _ in range(rounds):
        mine.append(timed(ours))
        other.append(timed(floor))
    return pair(name, mine, other, floor_is=floor_is, aim=aim)


def pair(name: str, mine: list[float], other: list[float], *, floor_is: str, aim: str = "") -> Pair:
    """Put two series of times beside each other."""
    return Pair(name, median(mine), p95(mine), median(other), floor_is, aim)


def timed(job: Callable[[], object]) -> float:
    """Time one run, in milliseconds, with the collector out of the way."""
    return both_times(job)[0]


def both_times(job: Callable[[], object]) -> tuple[float, float]:
    """Give the time of one run and the processor time of it, in milliseconds.

    What else the machine does hardly touches the second.
    """
    gc.collect(0)
    start, used = perf_counter(), process_time()
    job()
    used = process_time() - used
    return (perf_counter() - start) * MILLI, used * MILLI


def p95(times: list[float]) -> float:
    """Give the 95th percentile."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]


def _figures(time: float) -> str:
    """Write a time with as many figures as mean something."""
    return f"{time:.2f}" if time < 10 else f"{time:.0f}"
