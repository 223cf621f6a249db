"""Walking every arrow of a table of steps and trying every missing one, as any role."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum

from mediator_desk.records.people import Role
from mediator_desk.refusals import NotAllowed, Refusal
from mediator_desk.rules.roles import may
from mediator_desk.rules.transitions import Step, after
from tests.usecases.cases import Cases

NOT_ALLOWED = "not allowed"
REFUSED = "refused"

# Under which entry of the table of roles a step stands, where the names differ.
PERMITS: Mapping[str, str] = {"others-decided": "record-decision"}


def seated(here: Cases, role: Role) -> Cases:
    """Sit at the same desk as a person of another role."""
    return replace(here, at=replace(here.at, desk=here.as_role(role)))


def permit_of(step: str) -> str:
    """Name the entry of the table of roles a step stands under."""
    name = step.split(":")[0]
    return PERMITS.get(name, name)


def tried(take: Callable[[], object], read: Callable[[], StrEnum]) -> object:
    """Take a step and say where it led, or why it did not."""
    try:
        take()
    except NotAllowed:
        return NOT_ALLOWED
    except Refusal:
        return REFUSED
    return read()


def expected(steps: tuple[Step, ...], step: str, state: StrEnum, role: Role) -> object:
    """Say what the tables of roles and of steps make of a step."""
    chosen = not any(one.of_itself for one in steps if one.usecase == step)
    if chosen and not may(role, permit_of(step)):
        return NOT_ALLOWED
    try:
        return after(steps, step, state)
    except Refusal:
        return REFUSED
