"""The team's own papers in their place: begun, looked at, moved on, printed."""

import pytest

from mediator_desk.records.award import ClaimState
from mediator_desk.records.people import Role
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases.awards import claims
from mediator_desk.usecases.print_papers import PaperName
from tests.scenarios.test_a34_one_award_for_one_dispute import draft, mediated_three_times
from ui.forms.sheet_dialog import SheetDialog
from ui.panes.team_work import TeamWorkPane
from ui.widgets.label import Label


@pytest.fixture
def printed():
    return []


@pytest.fixture
def pane(here, keep, windows, printed):
    made = keep(
        TeamWorkPane(
            desk=here.desk,
            errands=windows.errands,
            notices=windows.notices,
            print_paper=lambda record, paper: printed.append((record.id, paper)),
        )
    )
    made.resize(1100, 640)
    made.show()
    made.open()
    return made


@pytest.fixture
def today(here):
    return local_day(here.desk.now())


def shown(pane):
    return pane.findChildren(SheetDialog)[-1]


def test_a_sweep_is_recorded_and_shows_what_it_found(here, pane, today):
    here.accepted()

    dialog = pane.begin_sweep()
    dialog.sheet.fill({"first_on": today, "last_on": today, "times": 3})
    dialog.hand_over()

    detail = pane.side.shown()
    assert detail.banner == "1 dispute was found."
    assert "楼下私装地锁" in detail.sections[1].rows[0].what


def test_a_claim_is_drafted_of_what_can_be_paid_and_says_what_is_missing_of_the_others(
    here, pane, today
):
    mediated_three_times(here)
    mediated_three_times(here, pay=False)

    period = pane.begin_claim()
    period.sheet.fill({"first_on": today, "last_on": today})
    period.hand_over()
    dialog = shown(pane)
    said = " ".join(one.text() for one in dialog.findChildren(Label))
    dialog.hand_over()

    (row,) = pane.rows()
    assert (row.count, row.state) == (1, ClaimState.DRAFTED)
    assert "F13" in said


def test_a_claim_moves_on_with_an_opinion(here, pane, today):
    mediated_three_times(here)
    claim = draft(here, today)
    pane.open(claim)

    assert pane.do_next()
    shown(pane).hand_over()

    kept = here.desk.queries.team_paper(claim).claim
    assert (kept.state, kept.committee_opinion) == (ClaimState.SUBMITTED, "Agreed.")


def test_a_handover_is_begun_and_printed(here, pane, printed):
    here.accepted()
    pane.chips.choose("handover")

    assert pane.primary().text == "&New handover"
    pane.begin_handover()
    dialog = shown(pane)
    dialog.sheet.fill({"giver": str(here.desk.person.id), "supervisor": "王所长"})
    dialog.hand_over()

    assert dialog.isVisible()
    assert printed == []


def test_a_sweep_is_printed_by_its_report(here, pane, today, printed):
    dialog = pane.begin_sweep()
    dialog.sheet.fill({"first_on": today, "last_on": today, "times": 1})
    dialog.hand_over()

    pane.print_out()

    (sweep,) = pane.rows()
    assert printed == [(sweep.id, PaperName.SWEEP_REPORT)]


def test_a_mediator_records_sweeps_but_claims_nothing(here, keep, windows):
    pane = keep(
        TeamWorkPane(
            desk=here.as_role(Role.MEDIATOR),
            errands=windows.errands,
            notices=windows.notices,
            print_paper=lambda _record, _paper: None,
        )
    )
    pane.open()

    sweeps = pane.primary()
    pane.chips.choose("award")

    assert sweeps is not None
    assert pane.primary() is None


def test_no_two_things_in_sight_share_a_mnemonic(here, pane, today, doubled):
    mediated_three_times(here)
    claim = draft(here, today)
    claims.submit_award_claim(here.desk, claims.StepAwardClaim(claim=claim, opinion="同意"))
    pane.open(claim)

    assert not doubled(pane)
    for dialog in (pane.begin_sweep(), pane.begin_claim(), pane.step_claim("return-award-claim")):
        assert not doubled(dialog)
