"""What the account of a quarter's common revenue says, as plain words.

The names of the fields are the keys of the blanks in ``resources/forms/``.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class GridFacts:
    """A table: its columns with their parts of the width, and its rows.

    Short words stand in the middle; the columns named in ``running`` hold running text. In a
    ``grouped`` one the first column names what several rows tell of, once.
    """

    columns: tuple[tuple[str, float], ...]
    rows: tuple[tuple[str, ...], ...]
    running: tuple[str, ...] = ()
    grouped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RevenueFacts:
    """What the account (F33) says. It names units and no owner."""

    number: str
    body: str
    estate: str
    quarter: str
    income: GridFacts
    income_sum: str
    cost: GridFacts
    cost_sum: str
    distributable: str
    balance: str
    account: str
    use: GridFacts
    posted: str
    per_square_metre: str
    shares: GridFacts
    posted_on: date | None = None
