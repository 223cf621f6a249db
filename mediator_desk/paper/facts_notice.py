"""What a public notice (F30) says on paper; no resident is named on it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicNoticeFacts:
    """The notice as it hangs; ``objections`` are those that came in, each with its answer."""

    number: str
    kind: str
    title: str
    content: str
    posted: str
    until: str
    where: str
    issuer: str
    posted_on: date
    contact: str = ""
    objections: str = ""
