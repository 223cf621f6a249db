"""What a convention for the board says, as plain words and dates.

The names of the fields are the keys of the blanks in ``resources/forms/``.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ConventionFacts:
    """One version of a convention; what is not so yet is empty."""

    number: str
    title: str
    scope: str
    text: str
    adopted_words: str
    filed_words: str
    force_words: str
    body: str
    signed_on: date | None
    hint: str
