"""What may follow what for a version of a convention."""

from mediator_desk.records.convention import VersionState as State
from mediator_desk.rules.transitions.steps import Step

_OPEN = (State.DRAFT, State.CONSULTED)
_NOT_YET = (*_OPEN, State.ADOPTED, State.FILED)

CONVENTION_STEPS: tuple[Step, ...] = (
    Step("change-convention", _OPEN, None, ("articles",)),
    Step("consult-convention", (State.DRAFT,), State.CONSULTED, ("notice",)),
    Step("adopt-convention", (State.CONSULTED,), State.ADOPTED, ("notice-over", "majority")),
    Step("file-convention", (State.ADOPTED,), State.FILED, ("filing-number",)),
    Step("enforce-convention", (State.ADOPTED, State.FILED), State.IN_FORCE, ("filed",)),
    Step("drop-convention", _NOT_YET, State.DROPPED, ("reason",)),
    Step("amend-convention", (State.IN_FORCE,), None, ("articles",)),
    Step("convention-replaced", (State.IN_FORCE,), State.REPLACED, ("next-in-force",)),
    Step("repeal-convention", (State.IN_FORCE,), State.REPEALED, ("reason",)),
)
