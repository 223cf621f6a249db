"""Decisions on the way of a dispute are kept beside what the desk proposed, each of them."""

import pytest

from mediator_desk.records.dispute import Outcome, Route, Topic
from mediator_desk.records.people import Role
from mediator_desk.refusals import NotAllowed, Refusal
from mediator_desk.usecases.accept_dispute import RefuseDispute, refuse_dispute
from mediator_desk.usecases.advice import SetLearning, advise, set_learning
from mediator_desk.usecases.route_dispute import RouteDispute, route_dispute


def test_another_way_is_kept_with_the_reason_and_what_the_desk_had_said(here):
    dispute = here.logged(text="公共车位被私装地锁")

    route_dispute(
        here.desk, RouteDispute(dispute=dispute, route=Route.SETTLE, reason="双方愿意先谈")
    )

    (kept,) = here.desk.queries.overrides()
    assert (kept.proposed, kept.chosen) == (Route.WHISTLE, Route.SETTLE)
    assert kept.reason == "双方愿意先谈"
    assert "地锁" in kept.because[0]
    assert kept.by == here.desk.person.name


def test_the_way_proposed_needs_no_reason_and_is_no_override(here):
    dispute = here.logged(text="公共车位被私装地锁")

    route_dispute(here.desk, RouteDispute(dispute=dispute, route=Route.WHISTLE))

    assert here.desk.queries.overrides() == ()
    assert here.file(dispute).dispute.route is Route.WHISTLE


def test_a_second_decision_stands_beside_the_first(here):
    dispute = here.logged(text="公共车位被私装地锁")
    for way, why in ((Route.SETTLE, "先谈"), (Route.COUNCIL, "很多户都装了")):
        route_dispute(here.desk, RouteDispute(dispute=dispute, route=way, reason=why))

    kept = here.desk.queries.overrides()

    assert [one.reason for one in kept] == ["很多户都装了", "先谈"]


def test_taking_up_what_is_not_for_mediation_needs_a_reason_and_shows_in_the_table(here):
    dispute = here.logged(text="这件事法院已受理，还想调解", topic=Topic.OTHER)
    asked = RouteDispute(dispute=dispute, route=Route.SETTLE)

    with pytest.raises(Refusal, match="another way"):
        route_dispute(here.desk, asked)
    reason = RouteDispute(dispute=dispute, route=Route.SETTLE, reason="法院委托调解")
    route_dispute(here.desk, reason)

    (kept,) = here.desk.queries.overrides()
    assert (kept.outside, kept.proposed) == ("court", Route.UNDECIDED)


def decide(here, text, topic, way, times):
    for _one in range(times):
        dispute = here.logged(text=text, topic=topic, names=())
        here.put(dispute, route=way)


def test_after_enough_decisions_the_station_has_its_own_say(here):
    decide(here, "车棚里挤满了旧车，想和大家商量", Topic.OTHER, Route.COUNCIL, 40)
    decide(here, "两家为花盆争吵", Topic.OTHER, Route.SETTLE, 30)
    asked = here.file(here.logged(text="车棚又满了，想和大家商量", topic=Topic.OTHER)).dispute

    said = advise(here.desk, asked)
    set_learning(here.desk, SetLearning(on=False))
    silent = advise(here.desk, asked)

    assert "40" in said.learned[0].words()
    assert silent.learned == ()


def test_only_a_lead_may_silence_what_the_station_decided(here):
    with pytest.raises(NotAllowed):
        set_learning(here.as_role(Role.MEDIATOR), SetLearning(on=False))


def test_a_ground_of_the_rules_is_reason_enough_and_names_its_article(here):
    dispute = here.logged()

    refuse_dispute(here.desk, RefuseDispute(dispute=dispute, ground="court", reason="案号已核对"))

    file = here.file(dispute)
    assert file.dispute.outcome is Outcome.NOT_ACCEPTED
    assert "人民法院已经受理" in file.closings[0].reason
    assert "第二十二条" in file.closings[0].reason
    assert "案号已核对" in file.closings[0].reason


def test_a_ground_nobody_knows_is_refused_with_those_there_are(here):
    dispute = here.logged()
    before = here.kept()

    with pytest.raises(Refusal, match="court"):
        refuse_dispute(here.desk, RefuseDispute(dispute=dispute, ground="weather"))

    assert here.kept() == before
