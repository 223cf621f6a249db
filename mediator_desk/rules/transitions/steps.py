"""A step from state to state, and how a table of steps is asked."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from mediator_desk.refusals import Refusal
from mediator_desk.words import N_

S = TypeVar("S", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Step:
    """One arrow: which use case leads from which states to which one, and what it needs first.

    ``needs`` are codes of papers or facts; the use case checks them and names what is missing.
    ``after`` is None when the step leaves the state as it is. ``of_itself`` marks what nobody
    chooses: it follows from a step on another record, or from two stations' work coming together.
    """

    usecase: str
    before: tuple[StrEnum, ...]
    after: StrEnum | None
    needs: tuple[str, ...] = ()
    of_itself: bool = False


def after(steps: tuple[Step, ...], usecase: str, state: S) -> S:
    """Give the state a step leads to. Raises ``Refusal`` when the table has no such arrow."""
    for step in steps:
        if step.usecase == usecase and state in step.before:
            return state if step.after is None else type(state)(step.after.value)
    raise Refusal(
        N_("This cannot be done now: the record has moved on. Refresh it and look what is next.")
    )


def possible(steps: tuple[Step, ...], state: StrEnum) -> tuple[str, ...]:
    """Name the use cases that may follow a state, in the order of the table."""
    chosen = (step for step in steps if state in step.before and not step.of_itself)
    names = (step.usecase.split(":")[0] for step in chosen)
    return tuple(dict.fromkeys(names))
