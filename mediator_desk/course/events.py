"""An event of a course, and what all courses share."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from mediator_desk.rows import CaseFile, TopicFile, VoteFile, WhistleFile
from mediator_desk.rules.durations import CHINA


class Happened(StrEnum):
    """What kind of event it was; ``labels.label`` names it."""

    LOGGED = "logged"
    ACCEPTED = "accepted"
    CONSENT = "consent"
    REFUSAL = "refusal"
    SITTING = "sitting"
    AGREEMENT = "agreement"
    PERFORMED = "performed"
    PAID = "paid"
    URGED = "urged"
    SCHEDULE_CHANGED = "schedule_changed"
    SUED = "sued"
    CONFIRMATION = "confirmation"
    RECUSAL = "recusal"
    RISK_REPORTED = "risk_reported"
    UNDISPUTED = "undisputed"
    REFERRED = "referred"
    REFERRAL_ANSWERED = "referral_answered"
    TOLD_OF_DATA = "told_of_data"
    FOLLOW_UP = "follow_up"
    NOTE = "note"
    WHISTLE = "whistle"
    WHISTLE_STEP = "whistle_step"
    TOPIC = "topic"
    MEETING = "meeting"
    SCREENED = "screened"
    DECIDED = "decided"
    RESULT_POSTED = "result_posted"
    TASK_DONE = "task_done"
    RATED = "rated"
    SHARED = "shared"
    NOT_DECIDED = "not_decided"
    CLOSED = "closed"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event. ``detail`` is a code of its kind (a result, an outcome, a step), or None.

    An event known only by its day stands at the start of that day, ``whole_day`` set.
    """

    at: datetime
    kind: Happened
    who: str = ""
    detail: StrEnum | None = None
    text: str = ""
    whole_day: bool = False
    record: UUID | None = None


def told(events: Iterator[Event]) -> tuple[Event, ...]:
    """Put events in order; those of one moment keep the order they were told in."""
    return tuple(sorted(events, key=lambda event: event.at))


def notes_of(file: CaseFile | TopicFile | WhistleFile | VoteFile) -> Iterator[Event]:
    """Find the notes of any file."""
    for note in file.notes:
        yield Event(
            at=note.at,
            kind=Happened.NOTE,
            who=note.author or file.people.get(note.by, ""),
            detail=note.kind,
            text=note.text,
            record=note.id,
        )


def start_of(day: date) -> datetime:
    """Give the moment a day begins in China."""
    return datetime.combine(day, datetime.min.time(), tzinfo=CHINA)
