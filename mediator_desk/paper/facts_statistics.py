"""What the official tables and the ledgers say on paper, as plain words.

The names of the fields are the keys of the blanks F24, F25 and F26.
"""

from dataclasses import dataclass
from datetime import date

from mediator_desk.paper.facts_revenue import GridFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTableFacts:
    """What the table of cases (F25) says; what was accepted stands below it."""

    title: str
    unit: str
    period: str
    overall: GridFacts
    by_source: GridFacts
    by_category: GridFacts
    agreements: GridFacts
    sweeps: GridFacts
    warded_off: GridFacts
    by_committee_kind: GridFacts
    changes: GridFacts
    intake: GridFacts
    filler: str
    made_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationFacts:
    """What the table of committees, mediators and funds (F26) says."""

    unit: str
    period: str
    figures: GridFacts
    filler: str
    made_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerFacts:
    """What a ledger (F24, or a superior's) says; ``left``, ``right`` and ``foot`` are its lines."""

    title: str
    left: str
    right: str
    foot: str
    unit: str
    lines: GridFacts
