"""Statistics: what counts when, marks and typed figures, and what is hidden from the public."""

from datetime import timedelta

import pytest

from mediator_desk.records.agreement import AgreementForm
from mediator_desk.records.case_marks import CaseMarks, EventScale
from mediator_desk.records.dispute import CaseSource, Category, Channel, Outcome
from mediator_desk.refusals import Refusal
from mediator_desk.rules.periods import month_of, read_period
from mediator_desk.rules.statistics import CellKey, Measure
from mediator_desk.usecases import accept_dispute as accepting
from mediator_desk.usecases import close_dispute as closing
from mediator_desk.usecases.mark_case import MarkCase, mark_case
from mediator_desk.usecases.reported_figures import ReportFigures, report_figures
from mediator_desk.usecases.statistics import AskStatistics, cases_of, statistics_of

MONTH = read_period("2026-11")


def _value(here, measure, part="", period=MONTH):
    found = statistics_of(here.desk, AskStatistics(period=period))
    return found.figure(CellKey(measure, part)).value


def _close(here, dispute, outcome, reason="调解不成"):
    asked = closing.CloseDispute(
        dispute=dispute, outcome=outcome, reason=reason, routes_explained=True
    )
    closing.close_dispute(here.desk, asked)


def test_intake_counts_when_accepted_and_the_result_when_closed(here):
    dispute = here.heard()
    here.at.clock.go(days=30)
    _close(here, dispute, Outcome.FAILED)

    december = read_period("2026-12")

    assert _value(here, Measure.INTAKE) == 1
    assert _value(here, Measure.TOTAL) == 0
    assert _value(here, Measure.INTAKE, period=december) == 0
    assert _value(here, Measure.TOTAL, period=december) == 1


def test_a_refusal_is_intake_and_no_mediation(here):
    dispute = here.accepted()
    here.put(dispute, stage="closed", outcome=Outcome.REFUSED, closed_at=here.desk.now())

    assert _value(here, Measure.INTAKE) == 1
    assert _value(here, Measure.TOTAL) == 0


def test_what_was_withdrawn_counts_only_after_a_sitting(here):
    _close(here, here.accepted(), Outcome.WITHDRAWN, "申请人撤回")
    assert _value(here, Measure.TOTAL) == 0

    _close(here, here.heard(), Outcome.WITHDRAWN, "申请人撤回")

    assert _value(here, Measure.TOTAL) == 1
    assert _value(here, Measure.SUCCESS) == 0


def test_written_and_oral_agreements_are_told_apart(here):
    for form in (AgreementForm.WRITTEN, AgreementForm.ORAL, AgreementForm.ORAL):
        dispute = here.agreed(form=form)
        outcome = Outcome(f"agreed_{form.value}")
        _close(here, dispute, outcome)

    found = statistics_of(here.desk, AskStatistics(period=MONTH))

    assert [found.figure(CellKey(one)).value for one in (Measure.WRITTEN, Measure.ORAL)] == [1, 2]
    assert found.doubts == ()


def test_a_fine_source_counts_under_its_line_of_the_table(here):
    for source in (CaseSource.GRID, CaseSource.COURT, CaseSource.HOTLINE):
        dispute = here.logged()
        asked = accepting.AcceptDispute(dispute=dispute, source=source)
        accepting.accept_dispute(here.desk, asked)

    assert _value(here, Measure.INTAKE_SOURCE, "proactive") == 1
    assert _value(here, Measure.INTAKE_SOURCE, "entrusted") == 2


def test_a_later_category_counts_as_other_in_the_years_before_it(here):
    dispute = here.accepted()
    here.put(dispute, category=Category.TOURISM)
    old = here.accepted()
    earlier = here.desk.now() - timedelta(days=8 * 365)
    here.put(old, category=Category.TOURISM, accepted_at=earlier)

    assert _value(here, Measure.INTAKE_CATEGORY, "tourism") == 1
    assert _value(here, Measure.INTAKE_CATEGORY, "other", month_of(earlier.date())) == 1


def test_a_mark_is_counted_in_cases_and_persons(here):
    dispute = here.heard()
    mark_case(here.desk, MarkCase(dispute=dispute, complex=True, crime=4, people=12))
    _close(here, dispute, Outcome.FAILED)

    found = statistics_of(here.desk, AskStatistics(period=MONTH))

    crime = found.figure(CellKey(Measure.CRIME))
    assert (crime.value, crime.persons) == (1, 4)
    assert found.figure(CellKey(Measure.COMPLEX)).value == 1
    assert found.figure(CellKey(Measure.PERSONS)).value == 12
    assert [row.id for row in cases_of(here.desk, MONTH, crime.key)] == [dispute]


def test_marking_again_replaces_the_marks(here):
    dispute = here.closed()
    mark_case(here.desk, MarkCase(dispute=dispute, fight=2))
    mark_case(here.desk, MarkCase(dispute=dispute, scale=EventScale.GROUP))

    with here.desk.open_work(here.desk.person.id) as work:
        (marks,) = work.of(CaseMarks, dispute)

    assert (marks.fight, marks.scale) == (0, EventScale.GROUP)


def test_fewer_persons_than_none_are_refused(here):
    with pytest.raises(Refusal, match="whole number"):
        mark_case(here.desk, MarkCase(dispute=here.logged(), crime=-1))


def test_typed_figures_of_the_months_make_the_quarter(here):
    for month, sweeps in (("2026-10", "2"), ("2026-11", "3")):
        report_figures(here.desk, ReportFigures(period=month, figures={"sweeps": sweeps}))

    assert _value(here, Measure.SWEEPS, period=read_period("2026Q4")) == 5
    assert _value(here, Measure.SWEEPS) == 3


def test_a_typed_figure_is_replaced_and_taken_back(here):
    for typed in ("4", "7", ""):
        report_figures(here.desk, ReportFigures(period="2026-11", figures={"found": typed}))
        if typed == "7":
            assert _value(here, Measure.FOUND) == 7

    here.logged(channel=Channel.VISIT)

    assert _value(here, Measure.FOUND) == 1


@pytest.mark.parametrize("typed", ["viele", "-3", "1.234", "=1+1"])
def test_what_is_no_figure_is_refused(here, typed):
    with pytest.raises(Refusal, match="no figure"):
        report_figures(here.desk, ReportFigures(period="2026-11", figures={"sweeps": typed}))


def test_topics_and_places_keep_their_own_order(here):
    here.logged()

    found = statistics_of(here.desk, AskStatistics(period=MONTH))

    assert found.topics[0].value == 1
    assert [one.key.part for one in found.topics[1:4]] == ["parking", "elevator", "pets"]
    (place,) = found.places
    assert (place.value, str(place.name)) == (1, here.desk.books.divisions[place.key.part].name)
    assert [one.key.part for one in found.topic_places] == [f"parking@{place.key.part}"]


def test_an_empty_station_has_figures_of_nothing(here):
    found = statistics_of(here.desk, AskStatistics(period=MONTH))

    assert {one.value for one in found.every() if one.key.measure is not Measure.AMOUNT} == {0}
    assert found.figure(CellKey(Measure.SUCCESS)).share == "—"
    assert found.figure(CellKey(Measure.TOTAL)).on_year.percent == "—"
