"""What every case counts as in the official tables, and the sums of it.

``cells_of`` is the only definition of counting: the sums add up what it says of each case, and
the way back from a figure to its cases asks it again. Intake counts in the period of acceptance,
results in that of closing; performance and confirmation count when they came by the end of the
period, so that a report made again says the same. Nothing here ranks anybody.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from mediator_desk.records.agreement import AgreementForm
from mediator_desk.records.dispute import CaseSource, Category, Outcome, Topic
from mediator_desk.rules.periods import Period
from mediator_desk.rules.statistics_file import StatisticsRules


class Measure(StrEnum):
    """What a figure counts. Those of the case table (F25) come first, in its order."""

    TOTAL = "total"
    SUCCESS = "success"
    SOURCE = "source"
    CATEGORY = "category"
    COMPLEX = "complex"
    WRITTEN = "written"
    ORAL = "oral"
    PERFORMED = "performed"
    CONFIRMED = "confirmed"
    PERSONS = "persons"
    AMOUNT = "amount"
    SUICIDE = "suicide"
    CRIME = "crime"
    PETITION = "petition"
    FIGHT = "fight"
    COMMITTEE_KIND = "committee_kind"
    INTAKE = "intake"
    INTAKE_SOURCE = "intake_source"
    INTAKE_CATEGORY = "intake_category"
    LOGGED = "logged"
    TOPIC = "topic"
    PLACE = "place"
    TOPIC_AT_PLACE = "topic_at_place"
    SWEEPS = "sweeps"
    FOUND = "found"
    WARDED_OFF = "warded_off"


REPORTED = (Measure.SWEEPS, Measure.FOUND, Measure.WARDED_OFF)
"""What a person types for a month, because the desk does not see it (or sees only a part)."""

PREVENTED = (Measure.SUICIDE, Measure.CRIME, Measure.PETITION, Measure.FIGHT)


@dataclass(frozen=True, slots=True)
class CellKey:
    """Names one figure: what is counted, and under which heading (a code, or nothing).

    The heading of ``TOPIC_AT_PLACE`` is topic and place with @ between them.
    """

    measure: Measure
    part: str = ""

    def code(self) -> str:
        """Write it as programs name it, such as category.family."""
        return f"{self.measure.value}.{self.part}" if self.part else self.measure.value


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """What statistics want to know of one dispute, and nothing more.

    ``performed_on`` is the day everything promised was done, ``cents`` what the agreements are
    about; ``suicide`` … ``fight`` say from how many persons it was kept away, 0 when there was
    no such danger.
    """

    id: UUID
    logged_on: date
    accepted_on: date | None = None
    closed_on: date | None = None
    outcome: Outcome = Outcome.OPEN
    source: CaseSource = CaseSource.APPLICATION
    category: Category = Category.OTHER
    topic: Topic = Topic.OTHER
    division: str = ""
    committee_kind: str = ""
    form: AgreementForm | None = None
    heard: bool = False
    from_visit: bool = False
    performed_on: date | None = None
    confirmed_on: date | None = None
    persons: int = 0
    cents: int = 0
    complex: bool = False
    suicide: int = 0
    crime: int = 0
    petition: int = 0
    fight: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """For which days, and whether cases settled by word of mouth are left out."""

    period: Period
    written_only: bool = False


@dataclass(slots=True)
class Tally:
    """The sums of a period; ``cases`` counts disputes, ``amounts`` persons and cents."""

    scope: Scope
    rules: StatisticsRules
    cases: Counter[CellKey] = field(default_factory=Counter)
    amounts: Counter[CellKey] = field(default_factory=Counter)

    def add(self, line: CaseLine) -> None:
        """Add one case."""
        for key, amount in cells_of(line, self.scope, self.rules):
            self.cases[key] += 1
            if amount:
                self.amounts[key] += amount


def tally(lines: Iterable[CaseLine], scope: Scope, rules: StatisticsRules) -> Tally:
    """Add cases up."""
    sums = Tally(scope, rules)
    for line in lines:
        sums.add(line)
    return sums


def counts_in(line: CaseLine, key: CellKey, scope: Scope, rules: StatisticsRules) -> bool:
    """Tell whether a case stands behind a figure."""
    return any(key == found for found, _amount in cells_of(line, scope, rules))


def cells_of(line: CaseLine, scope: Scope, rules: StatisticsRules) -> Iterator[tuple[CellKey, int]]:
    """Name every figure a case counts in, with the persons or cents it adds there."""
    if left_out(line, scope):
        return
    if line.logged_on in scope.period:
        yield from _logged(line)
    if line.accepted_on in scope.period:
        year = scope.period.last_day.year
        yield CellKey(Measure.INTAKE), 0
        yield CellKey(Measure.INTAKE_SOURCE, rules.source_of[line.source]), 0
        yield CellKey(Measure.INTAKE_CATEGORY, rules.category_of(line.category, year)), 0
    if line.closed_on in scope.period and mediated(line, rules):
        yield from _closed(line, scope, rules)


def left_out(line: CaseLine, scope: Scope) -> bool:
    """Tell whether a case does not count at all: settled by word of mouth, where asked so."""
    return scope.written_only and line.form is AgreementForm.ORAL


def mediated(line: CaseLine, rules: StatisticsRules) -> bool:
    """Tell whether a case that is closed was a mediation of the committee."""
    return line.outcome in rules.counted or (line.heard and line.outcome in rules.after_sitting)


def _logged(line: CaseLine) -> Iterator[tuple[CellKey, int]]:
    """Say where a dispute logged in the period counts, whichever way it went."""
    yield CellKey(Measure.LOGGED), 0
    yield CellKey(Measure.TOPIC, line.topic.value), 0
    yield CellKey(Measure.PLACE, line.division), 0
    yield CellKey(Measure.TOPIC_AT_PLACE, f"{line.topic.value}@{line.division}"), 0
    if line.from_visit:
        yield CellKey(Measure.FOUND), 0


def _closed(line: CaseLine, scope: Scope, rules: StatisticsRules) -> Iterator[tuple[CellKey, int]]:
    """Say where a mediation that ended in the period counts."""
    last = scope.period.last_day
    yield CellKey(Measure.TOTAL), 0
    yield CellKey(Measure.SOURCE, rules.source_of[line.source]), 0
    yield CellKey(Measure.CATEGORY, rules.category_of(line.category, last.year)), 0
    yield CellKey(Measure.COMMITTEE_KIND, line.committee_kind), 0
    yield CellKey(Measure.PERSONS), line.persons
    if line.complex:
        yield CellKey(Measure.COMPLEX), 0
    for measure in PREVENTED:
        if persons := getattr(line, measure.value):
            yield CellKey(measure), persons
    if line.outcome not in rules.success:
        return
    yield CellKey(Measure.SUCCESS), 0
    yield CellKey(Measure.AMOUNT), line.cents
    if line.form is AgreementForm.WRITTEN:
        yield CellKey(Measure.WRITTEN), 0
    if line.form is AgreementForm.ORAL:
        yield CellKey(Measure.ORAL), 0
    if line.performed_on is not None and line.performed_on <= last:
        yield CellKey(Measure.PERFORMED), 0
    if line.confirmed_on is not None and line.confirmed_on <= last:
        yield CellKey(Measure.CONFIRMED), 0
