"""What the papers of a council meeting say: the notice of it, and the minutes of a topic."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingNoticeFacts:
    """What the notice of a meeting (F30) says; no resident is named on it."""

    number: str
    time: str
    place: str
    agenda: tuple[str, ...]
    community: str
    observers: str = ""
    posted: str = ""
    where: str = ""
    contact: str = ""
    called_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesFacts:
    """What the minutes of one topic at one meeting (F29) say."""

    number: str
    title: str
    time: str
    place: str
    chair: str
    recorder: str
    due: str
    present: str
    present_ratio: str
    members: str
    background: str
    speeches: str
    opinion: str
    method: str
    result: str
    votes: str
    resolution: str
    community: str
    recused: str = ""
    observers: str = ""
    absent: str = ""
    dissent: str = ""
    signed_on: date | None = None
