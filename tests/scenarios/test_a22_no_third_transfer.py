"""A22, A23: a return in its window, one transfer, then the district designates."""

from datetime import date

import pytest

from mediator_desk.records.whistle import ReturnReason, StepKind, WhistleState
from mediator_desk.refusals import Refusal
from mediator_desk.usecases import whistle_returns, whistles
from tests.scenarios.reckoning import at, clock, last_day

LAW = "《聊城市城镇容貌和环境卫生管理条例》第四十条"
NOT_OURS = {"reason": ReturnReason.NOT_OUR_DUTY, "legal_basis": LAW}
LOCK = {"title": "私装地锁圈占公共场地", "content": "公共场地被私装地锁圈占，劝说无效。"}


def called(here):
    at(here, 2026, 9, 23, 15, 20)
    return here.dispatched(rule_set="gulou", lead="环卫处", **LOCK)


def test_a22_a_ground_lock_returned_is_for_city_management_under_article_40(here):
    whistle = called(here)
    file = here.desk.queries.whistle_file(whistle).whistle

    found = here.desk.books.duties.suggest(f"{file.title} {file.content}", other_than=file.lead)

    assert found.name == "城市管理（综合行政执法）"
    assert "第四十条" in found.article


def test_a22_there_is_no_third_transfer_and_the_residents_clock_runs_on(here):
    whistle = called(here)
    at(here, 2026, 9, 28, 10)
    here.step(whistle_returns.return_whistle, whistle, **NOT_OURS)
    here.step(
        whistle_returns.reassign_whistle, whistle, department="城市管理（综合行政执法）",
        legal_basis=LAW,
    )  # fmt: skip
    at(here, 2026, 9, 30, 9)

    here.step(whistle_returns.return_whistle, whistle, **NOT_OURS)

    assert here.state(whistle) is WhistleState.PENDING_DESIGNATION
    with pytest.raises(Refusal, match="moved on"):
        here.step(whistle_returns.reassign_whistle, whistle, department="住房城乡建设")
    resident = clock(here, whistle, "D06")
    assert resident.running()
    assert resident.starts_at == here.desk.queries.whistle_file(whistle).whistle.first_dispatched_at
    assert last_day(here, whistle, "D06") == date(2026, 10, 8)


def test_a22_the_district_designates_and_nobody_returns_it_again(here):
    whistle = called(here)
    at(here, 2026, 9, 28, 10)
    here.step(whistle_returns.return_whistle, whistle, **NOT_OURS)
    here.step(whistle_returns.reassign_whistle, whistle, department="城市管理（综合行政执法）")
    here.step(whistle_returns.return_whistle, whistle, **NOT_OURS)
    with pytest.raises(Refusal, match="who designated"):
        here.step(whistle_returns.designate_whistle, whistle, department="城管局")

    here.step(
        whistle_returns.designate_whistle, whistle, department="城管局", contact="区政府办公室",
        legal_basis="《聊城市物业管理条例》第六十六条",
    )  # fmt: skip

    file = here.desk.queries.whistle_file(whistle)
    assert file.whistle.state is WhistleState.DISPATCHED
    step = next(one for one in file.steps if one.kind is StepKind.DESIGNATED)
    assert (step.contact, step.legal_basis) == ("区政府办公室", "《聊城市物业管理条例》第六十六条")
    with pytest.raises(Refusal, match="The district has designated"):
        here.step(whistle_returns.return_whistle, whistle, **NOT_OURS)


def test_a23_a_return_on_29_september_is_refused(here):
    whistle = called(here)
    at(here, 2026, 9, 29, 9)

    with pytest.raises(Refusal, match="must handle it, or ask for more time"):
        here.step(whistle_returns.return_whistle, whistle, **NOT_OURS)

    assert here.state(whistle) is WhistleState.DISPATCHED


def test_a23_a_return_on_the_last_day_is_taken(here):
    whistle = called(here)
    at(here, 2026, 9, 28, 23, 59)

    here.step(whistle_returns.return_whistle, whistle, **NOT_OURS)

    assert here.state(whistle) is WhistleState.RETURNED


def test_a20_the_clock_runs_from_the_dispatch_not_from_the_signing(here):
    whistle = called(here)
    before = clock(here, whistle, "D08.report").due_at
    at(here, 2026, 9, 25, 9)

    here.step(whistles.sign_for_whistle, whistle)

    assert clock(here, whistle, "D08.report").due_at == before
