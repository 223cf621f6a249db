"""The figures of the tables out of the sums of three periods, each with its name and changes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from mediator_desk.labels import named
from mediator_desk.ports import Desk
from mediator_desk.records.dispute import Topic
from mediator_desk.rows.statistics import Change, CountedIn, Figure, FigureGroup
from mediator_desk.rules.fractions import percent
from mediator_desk.rules.remarks import Named, Remark, remark
from mediator_desk.rules.statistics import PREVENTED, REPORTED, CellKey, Measure, Tally
from mediator_desk.rules.statistics_file import Heading
from mediator_desk.usecases.reported_figures import reported_count
from mediator_desk.words import N_

_CENTS_OF_A_STEP = 10_000
"""The hundredth part of 万元: the tables have two places."""

_OVERALL = Named("总体情况", "overall")
_AGREEMENTS = Named("协议与履行", "agreements and performance")
_SWEEPS = Named("排查预防", "sweeps and prevention")
_WARDED_OFF = Named("防止激化", "escalation prevented")
_NO_KIND = Named("类别未填", "kind not said")
_UNITS = {
    Measure.PERSONS: CountedIn.PERSONS,
    Measure.AMOUNT: CountedIn.TEN_THOUSAND_YUAN,
    Measure.SWEEPS: CountedIn.TIMES,
}
_RESULTS = (
    *(Measure.COMPLEX, Measure.WRITTEN, Measure.ORAL, Measure.PERFORMED, Measure.CONFIRMED),
    *(Measure.PERSONS, Measure.AMOUNT),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureTable:
    """Names and arranges what was counted in a period, the one before, and a year ago."""

    desk: Desk
    now: Tally
    before: Tally
    year: Tally

    def cases(self) -> tuple[FigureGroup, ...]:
        """Give the case table (F25), in its order."""
        total, kinds = CellKey(Measure.TOTAL), self._kinds()
        return (
            FigureGroup(
                name=_OVERALL,
                figures=(self._one(total), self._one(CellKey(Measure.SUCCESS), of=total)),
            ),
            self._split(Measure.SOURCE, self.now.rules.sources, total),
            self._split(Measure.CATEGORY, self._categories(), total),
            FigureGroup(name=_AGREEMENTS, figures=self._all(_RESULTS)),
            FigureGroup(name=_SWEEPS, figures=self._all(REPORTED)),
            FigureGroup(name=_WARDED_OFF, figures=self._all(PREVENTED)),
            self._split(Measure.COMMITTEE_KIND, kinds, total),
        )

    def intake(self) -> tuple[FigureGroup, ...]:
        """Give what was accepted in the period."""
        total = CellKey(Measure.INTAKE)
        return (
            FigureGroup(name=named(Measure.INTAKE), figures=(self._one(total),)),
            self._split(Measure.INTAKE_SOURCE, self.now.rules.sources, total),
            self._split(Measure.INTAKE_CATEGORY, self._categories(), total),
        )

    def topics(self) -> tuple[Figure, ...]:
        """Give what was logged, by topic in the order of the topics."""
        logged = CellKey(Measure.LOGGED)
        keys = [CellKey(Measure.TOPIC, one.value) for one in Topic]
        found = tuple(self._one(key, name=named(Topic(key.part)), of=logged) for key in keys)
        return (self._one(logged), *found)

    def places(self) -> tuple[Figure, ...]:
        """Give what was logged, by place in the order of the directory."""
        names = self._places()
        keys = (CellKey(Measure.PLACE, one) for one in self._seen())
        return tuple(
            self._one(key, name=names.get(key.part, Named(key.part, key.part))) for key in keys
        )

    def topic_places(self) -> tuple[Figure, ...]:
        """Give what was logged, by topic at each place; empty ones are left out."""
        found = []
        for place in self._seen():
            for topic in Topic:
                key = CellKey(Measure.TOPIC_AT_PLACE, f"{topic.value}@{place}")
                if self.now.cases[key]:
                    found.append(self._one(key, name=named(topic)))
        return tuple(found)

    def doubts(self) -> tuple[Remark, ...]:
        """Say which sums of the case table do not agree."""
        return tuple(_doubts(self.now))

    def _split(self, measure: Measure, headings: Iterable[Heading], of: CellKey) -> FigureGroup:
        """Give the lines that a sum is split into."""
        return FigureGroup(
            name=named(measure),
            figures=tuple(
                self._one(CellKey(measure, one.id), name=one.name, of=of) for one in headings
            ),
            adds_up=True,
        )

    def _all(self, measures: Iterable[Measure]) -> tuple[Figure, ...]:
        return tuple(self._one(CellKey(one)) for one in measures)

    def _one(self, key: CellKey, *, name: Named | None = None, of: CellKey | None = None) -> Figure:
        """Give one figure with its changes, and its part of another."""
        value = self._raw(self.now, key)
        persons = self.now.amounts[key] if key.measure in PREVENTED else None
        return Figure(
            key=key,
            name=name or named(key.measure),
            counted_in=_UNITS.get(key.measure, CountedIn.CASES),
            value=_shown(key, value),
            persons=persons,
            share=percent(value, self._raw(self.now, of), 1) if of is not None else "",
            on_before=_change(key, value, self._raw(self.before, key)),
            on_year=_change(key, value, self._raw(self.year, key)),
        )

    def _raw(self, sums: Tally, key: CellKey) -> int:
        """Give what was counted as a whole number: cases, persons, cents or times."""
        if key.measure in (Measure.PERSONS, Measure.AMOUNT):
            return sums.amounts[key]
        if key.measure in REPORTED:
            typed = reported_count(self.desk, key.measure.value, sums.scope.period)
            return sums.cases[key] if typed is None else typed
        return sums.cases[key]

    def _categories(self) -> tuple[Heading, ...]:
        return self.now.rules.categories_in(self.now.scope.period.last_day.year)

    def _kinds(self) -> Iterator[Heading]:
        """Give the kinds of committees, and a line for those nobody gave a kind."""
        known = self.now.rules.committee_kinds
        yield from known
        for part in sorted(_parts(self.now, Measure.COMMITTEE_KIND) - {one.id for one in known}):
            yield Heading(id=part, name=Named(part, part) if part else _NO_KIND)

    def _seen(self) -> list[str]:
        """Give the places something was logged at, in the order of the directory."""
        known = self.desk.books.divisions
        return sorted(_parts(self.now, Measure.PLACE), key=lambda one: (one not in known, one))

    def _places(self) -> Mapping[str, Named]:
        names = {code: one.name for code, one in self.desk.books.divisions.items()}
        names |= {str(one.id): one.name for one in self.desk.queries.added_places()}
        return {code: Named(name, name) for code, name in names.items()}


def in_ten_thousands(cents: int) -> Decimal:
    """Give cents as 万元 with two places, half up."""
    return Decimal((cents * 2 + _CENTS_OF_A_STEP) // (2 * _CENTS_OF_A_STEP)).scaleb(-2)


def _shown(key: CellKey, raw: int) -> int | Decimal:
    return in_ten_thousands(raw) if key.measure is Measure.AMOUNT else raw


def _change(key: CellKey, value: int, before: int) -> Change:
    difference = value - before
    told = percent(abs(difference), before, 1)
    sign = "-" if difference < 0 else "+" if difference else ""
    return Change(
        before=_shown(key, before),
        difference=_shown(key, value) - _shown(key, before),
        percent=f"{sign}{told}" if before else told,
    )


def _parts(sums: Tally, measure: Measure) -> set[str]:
    return {key.part for key in sums.cases if key.measure is measure}


def _doubts(sums: Tally) -> Iterator[Remark]:
    """Hold the sums of the case table against each other."""
    total = sums.cases[CellKey(Measure.TOTAL)]
    success = sums.cases[CellKey(Measure.SUCCESS)]
    for measure, said in (
        (Measure.SOURCE, N_("The sources add up to {sum}, the total is {total}.")),
        (Measure.CATEGORY, N_("The categories add up to {sum}, the total is {total}.")),
    ):
        parts = sum(count for key, count in sums.cases.items() if key.measure is measure)
        if parts != total:
            yield remark(said, sum=parts, total=total)
    if success > total:
        yield remark(
            N_("There are more successes ({success}) than cases ({total})."),
            success=success,
            total=total,
        )
    written, oral = (sums.cases[CellKey(one)] for one in (Measure.WRITTEN, Measure.ORAL))
    if written + oral != success:
        yield remark(
            N_("Written ({written}) and oral ({oral}) agreements are not the {success} successes."),
            written=written,
            oral=oral,
            success=success,
        )
