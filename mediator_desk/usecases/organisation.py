"""The table of committees, mediators and funds (F26): what the desk knows, and what was typed.

The blank itself was not seen by anybody here. What the desk does not know is typed once a year
(``do report-figures``) under the names that stand below, and kept.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mediator_desk.ports import Desk
from mediator_desk.records.people import Employment
from mediator_desk.rules.periods import Period, read_period
from mediator_desk.rules.remarks import Named
from mediator_desk.rules.roles import permit
from mediator_desk.usecases.reported_figures import reported


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationFigure:
    """One figure; ``code`` is the name it is typed under, ``value`` None while nobody said it."""

    code: str
    name: Named
    counted_in: str
    value: str | None
    known: bool = False

    def said(self) -> str:
        """Write the value; nothing is left empty, to be filled in by hand."""
        return self.value or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationGroup:
    """Figures that stand together."""

    name: Named
    figures: tuple[OrganisationFigure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """The whole table of a year."""

    period: Period
    groups: tuple[OrganisationGroup, ...]


_ASKED = (
    (
        Named("人民调解员", "people's mediators"),
        (
            ("mediators.female", Named("女性", "women"), "人"),
            ("mediators.minority", Named("少数民族", "of ethnic minorities"), "人"),
            ("mediators.college", Named("大专及以上学历", "with higher education"), "人"),
            ("mediators.under_45", Named("45岁以下", "below 45"), "人"),
            ("trained", Named("培训", "trained"), "人次"),
        ),
    ),
    (
        Named("经费", "funds"),
        (
            ("funds.guidance", Named("指导经费", "for guidance"), "万元"),
            ("funds.subsidy", Named("补助经费", "for the committees"), "万元"),
            ("funds.cases", Named("案件补贴", "for cases"), "万元"),
        ),
    ),
)


def organisation_of(desk: Desk, day: date) -> Organisation:
    """Give the table of the year a day lies in. Raises ``NotAllowed``."""
    permit(desk.person.role, "report")
    year = read_period(str(day.year))
    (mediators, asked), (funds, asked_funds) = _ASKED
    return Organisation(
        period=year,
        groups=(
            OrganisationGroup(
                name=Named("人民调解委员会", "mediation committees"),
                figures=(*_committees(desk, year), _rooms(desk, year)),
            ),
            OrganisationGroup(
                name=mediators,
                figures=(*_mediators(desk, year), *(_typed(desk, year, *one) for one in asked)),
            ),
            OrganisationGroup(
                name=funds, figures=tuple(_typed(desk, year, *one) for one in asked_funds)
            ),
        ),
    )


def _committees(desk: Desk, year: Period) -> Iterator[OrganisationFigure]:
    """Count the committees known here by kind; one without a kind has a line of its own."""
    counts = Counter(one.kind for one in desk.queries.committees())
    kinds = {one.id: one.name for one in desk.books.statistics.committee_kinds}
    for id, name in kinds.items():
        yield _counted(desk, year, f"committees.{id}", name, "个", counts[id])
    if unsaid := sum(count for kind, count in counts.items() if kind not in kinds):
        name = Named("类别未填", "kind not said")
        yield _counted(desk, year, "committees.unsaid", name, "个", unsaid)


def _rooms(desk: Desk, year: Period) -> OrganisationFigure:
    return _typed(desk, year, "rooms", Named("调解工作室、调解小组", "rooms and groups"), "个")


def _mediators(desk: Desk, year: Period) -> Iterator[OrganisationFigure]:
    """Count the registered mediators who work here."""
    people = [one for one in desk.queries.people() if one.registered and one.active]
    full = sum(one.employment is Employment.FULL_TIME for one in people)
    for code, name, count in (
        ("mediators", Named("合计", "all"), len(people)),
        ("mediators.full_time", Named("专职", "full-time"), full),
        ("mediators.part_time", Named("兼职", "part-time"), len(people) - full),
    ):
        yield _counted(desk, year, code, name, "人", count)


def _counted(
    desk: Desk, year: Period, code: str, name: Named, counted_in: str, count: int
) -> OrganisationFigure:
    """Give what the desk counts; what a person typed stands in its place."""
    typed = reported(desk, code, year)
    return OrganisationFigure(
        code=code,
        name=name,
        counted_in=counted_in,
        value=str(count if typed is None else typed),
        known=True,
    )


def _typed(desk: Desk, year: Period, code: str, name: Named, counted_in: str) -> OrganisationFigure:
    typed = reported(desk, code, year)
    return OrganisationFigure(
        code=code,
        name=name,
        counted_in=counted_in,
        value=None if typed is None else str(typed),
    )
