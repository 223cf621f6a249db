"""Accepting, turning away and routing a dispute."""

from datetime import date

import pytest

from mediator_desk.records.dispute import CaseSource, Outcome, Route, Stage
from mediator_desk.refusals import Refusal
from mediator_desk.usecases.accept_dispute import (
    AcceptDispute,
    RefuseDispute,
    accept_dispute,
    refuse_dispute,
)
from mediator_desk.usecases.route_dispute import RouteDispute, route_dispute


def test_accepting_draws_the_committees_number_and_starts_the_month(here):
    dispute = here.logged()

    accept_dispute(here.desk, AcceptDispute(dispute=dispute, source=CaseSource.POLICE))

    file = here.file(dispute)
    assert file.dispute.stage is Stage.ACCEPTED
    assert file.dispute.volume_no == "（2026）古城人调字第1号"
    assert file.dispute.mediator == here.desk.person.id
    assert [(one.rule, one.running()) for one in file.deadlines] == [("D01", True)]


def test_a_team_without_a_committee_accepts_without_a_number(here):
    desk = here.without_committee()
    dispute = here.logged()
    here.put(dispute, committee=None)

    accept_dispute(desk, AcceptDispute(dispute=dispute))

    assert here.file(dispute).dispute.volume_no == ""


def test_a_dispute_is_accepted_once(here):
    dispute = here.accepted()
    before = here.kept()

    with pytest.raises(Refusal, match="moved on"):
        accept_dispute(here.desk, AcceptDispute(dispute=dispute))

    assert here.kept() == before


def test_a_dispute_turned_away_keeps_the_reason(here):
    dispute = here.logged()

    refuse_dispute(here.desk, RefuseDispute(dispute=dispute, reason="法院已受理"))

    file = here.file(dispute)
    assert (file.dispute.stage, file.dispute.outcome) == (Stage.CLOSED, Outcome.NOT_ACCEPTED)
    assert [one.reason for one in file.closings] == ["法院已受理"]


def test_turning_away_without_a_reason_is_refused(here):
    dispute = here.logged()
    before = here.kept()

    with pytest.raises(Refusal, match="why it is not accepted"):
        refuse_dispute(here.desk, RefuseDispute(dispute=dispute, reason=" "))

    assert here.kept() == before


def test_the_proposal_is_kept_beside_the_decision(here):
    dispute = here.logged()
    asked = RouteDispute(
        dispute=dispute, route=Route.SETTLE, proposed=Route.WHISTLE, reason="双方愿意先谈"
    )

    route_dispute(here.desk, asked)

    kept = here.file(dispute).dispute
    assert (kept.route, kept.route_proposed) == (Route.SETTLE, Route.WHISTLE)
    assert kept.route_reason == "双方愿意先谈"


@pytest.mark.parametrize(
    ("route", "proposed", "why"),
    [(Route.UNDECIDED, Route.SETTLE, "three ways"), (Route.SETTLE, Route.WHISTLE, "another way")],
)
def test_no_way_and_another_way_without_reason_are_refused(here, route, proposed, why):
    dispute = here.logged()
    before = here.kept()

    with pytest.raises(Refusal, match=why):
        route_dispute(
            here.desk, RouteDispute(dispute=dispute, route=route, proposed=proposed, reason="")
        )

    assert here.kept() == before


def test_the_notice_of_rights_can_be_kept_with_the_acceptance(here):
    dispute = here.logged()

    accept_dispute(here.desk, AcceptDispute(dispute=dispute, notice_given_on=date(2026, 11, 23)))

    assert here.file(dispute).dispute.notice_given_on == date(2026, 11, 23)
