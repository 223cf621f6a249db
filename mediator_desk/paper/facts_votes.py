"""What the papers of an owners' vote say, as plain words and dates.

The names of the fields are the keys of the blanks in ``resources/forms/``.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotFacts:
    """What the ballot of one unit (F31) says, with its stub below the tear line."""

    serial: str
    vote_no: str
    body: str
    matter: str
    item: str
    scope: str
    period: str
    room: str
    area: str
    owner: str
    agent: str
    returned_to: str
    clause: str = ""
    delivered_by: str = ""
    delivered_on: date | None = None

    @property
    def opinion(self) -> str:
        """Give the boxes to tick, exactly one."""
        return "□ 同意　　　□ 不同意　　　□ 弃权　　　（只选一项，打√）"

    @property
    def stub_serial(self) -> str:
        """Say the serial number again on the stub."""
        return self.serial

    @property
    def stub_room(self) -> str:
        """Say the unit again on the stub."""
        return self.room

    @property
    def silence(self) -> str:
        """Say what becomes of a ballot that is not returned."""
        return self.clause or "未交回的表决票不计入参与表决的人数和面积。"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedFacts:
    """One line of a count: the same thing by heads and by area."""

    what: str
    heads: str
    area: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyFacts:
    """What the sheet of a counted vote (F32) says. It names no owner and no unit."""

    vote_no: str
    body: str
    matter: str
    item: str
    scope: str
    form: str
    period: str
    rule_set: str
    counted: tuple[CountedFacts, ...]
    result: str
    shortfall: str
    ballots: str
    caution: str = ""
    other_count: str = ""
    counted_on: date | None = None
