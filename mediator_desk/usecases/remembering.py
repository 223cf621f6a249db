"""What a person chose last, kept for her on this PC: printer and copies, what a batch was like."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from mediator_desk.ports import Desk
from mediator_desk.records.entry import Json
from mediator_desk.rows import Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class RememberChoice:
    """What was chosen: the name of the place where it was, and the values."""

    place: str
    values: Json = None


def remember_choice(desk: Desk, asked: RememberChoice) -> Changes:
    """Keep it in place of what was chosen there before."""
    with desk.work("remember-choice") as work:
        work.shelve(_key(desk.person.id, asked.place), asked.values)
        return work.commit()


def remembered(desk: Desk, place: str) -> Mapping[str, Json]:
    """Give what this person chose there last; nothing the first time."""
    kept = desk.queries.shelved(_key(desk.person.id, place))
    return kept if isinstance(kept, dict) else {}


def _key(person: UUID, place: str) -> str:
    return f"choice/{person}/{place}"
