"""Conventions: drafted, hung for opinions, adopted, filed, in force, and never changed after."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from mediator_desk.records.convention import (
    AdoptingBody,
    ConventionKind,
    ConventionVersion,
    VersionState,
)
from mediator_desk.records.people import Role
from mediator_desk.records.public_notice import NoticeKind
from mediator_desk.refusals import NotAllowed, Refusal
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.roles import may
from mediator_desk.rules.transitions import CONVENTION_STEPS, after
from mediator_desk.usecases import convention_adoption as adoption
from mediator_desk.usecases import conventions as drafting
from mediator_desk.usecases.catalogue import USECASES
from tests.usecases.conventing import LATER, TEXT, Conventions
from tests.usecases.noticing import objected

MEETING = {"body": AdoptingBody.RESIDENTS_MEETING, "due": 100, "present": 51, "agreeing": 26}


@pytest.fixture
def kept(here):
    return Conventions(here)


def test_a_draft_is_numbered_and_read_article_by_article(kept):
    convention = kept.drafted(text="第一条　不堆物。\n\n2、轻声关门。\n")

    file = kept.file(convention)

    assert file.newest.articles == ("不堆物。", "轻声关门。")
    assert "约-" in file.convention.number


def test_a_stairwell_must_be_named(kept):
    with pytest.raises(Refusal, match="which building and stairwell"):
        kept.drafted(building=" ")


def test_a_text_without_articles_is_refused(kept):
    with pytest.raises(Refusal, match="one article on each line"):
        kept.drafted(text="\n 第一条 \n")


def test_the_draft_hangs_as_a_notice_of_its_own(kept):
    convention = kept.drafted()

    kept.consulted(convention)

    (notice,) = kept.file(convention).notices
    assert notice.kind is NoticeKind.CONVENTION_DRAFT
    assert notice.text.startswith("第一条　楼道内不堆放杂物。\n第二条")
    assert kept.desk.queries.notice_file(notice.id).about.endswith("5号楼2单元楼道公约")


def test_it_is_not_adopted_while_the_notice_must_hang(kept):
    convention = kept.drafted()
    version = kept.consulted(convention)
    kept.here.at.clock.go(days=-3)

    with pytest.raises(Refusal, match="must hang until"):
        kept.adopt(version)


def test_it_is_not_adopted_while_an_objection_waits(kept):
    convention = kept.drafted()
    version = kept.consulted(convention)
    objected(kept.here, kept.file(convention).notices[0].id)

    with pytest.raises(Refusal, match="waits for its answer"):
        kept.adopt(version)


def test_six_of_twelve_households_are_not_more_than_half(kept):
    version = kept.consulted(kept.drafted())

    with pytest.raises(Refusal, match="6 of 12; 7 are needed"):
        kept.adopt(version, agreeing=6)


def test_seven_of_twelve_households_are_enough(kept):
    convention = kept.drafted()

    kept.adopted(convention, agreeing=7)

    assert kept.newest(convention).state is VersionState.ADOPTED


def test_an_uncertain_figure_yields_to_a_reason(kept):
    convention = kept.drafted()

    kept.adopted(convention, agreeing=6, reason="本楼约定半数即可")

    assert kept.newest(convention).doubt == "本楼约定半数即可"


def test_a_figure_that_is_sure_yields_to_no_reason(kept):
    version = kept.consulted(kept.drafted(ConventionKind.RESIDENTS, building=""))

    with pytest.raises(Refusal, match="It is not adopted"):
        kept.adopt(
            version,
            body=AdoptingBody.REPRESENTATIVES,
            due=30,
            present=19,
            agreeing=19,
            reason="都同意",
        )


def test_half_of_a_residents_meeting_is_not_more_than_half(kept):
    version = kept.consulted(kept.drafted(ConventionKind.RESIDENTS))

    with pytest.raises(Refusal, match="50 of 100; 51 are needed"):
        kept.adopt(version, **MEETING | {"present": 50})


def test_the_households_of_a_stairwell_do_not_adopt_a_residents_convention(kept):
    version = kept.consulted(kept.drafted(ConventionKind.RESIDENTS))

    with pytest.raises(Refusal, match="Choose the one that the rules name"):
        kept.adopt(version)


def test_figures_that_cannot_be_are_refused(kept):
    version = kept.consulted(kept.drafted())

    with pytest.raises(Refusal, match="that cannot be"):
        kept.adopt(version, agreeing=11)


def test_a_residents_convention_is_filed_before_it_holds(kept):
    convention = kept.drafted(ConventionKind.RESIDENTS)
    version = kept.adopted(convention, **MEETING)
    with pytest.raises(Refusal, match="File it with the street first"):
        kept.enforce(version)

    asked = adoption.FileConvention(version=version, number="柳园备〔2026〕3号")
    adoption.file_convention(kept.desk, asked)
    kept.enforce(version)

    assert kept.file(convention).holding.filed_number == "柳园备〔2026〕3号"


def test_a_stairwell_convention_needs_no_filing(kept):
    convention = kept.in_force()

    assert kept.file(convention).holding.ordinal == 1


def test_an_adopted_text_is_never_changed(kept):
    version = kept.adopted(kept.drafted())

    with pytest.raises(Refusal, match="moved on"):
        drafting.change_convention(kept.desk, drafting.ChangeConvention(version=version, text="改"))


def test_the_old_version_stays_in_force_until_the_new_one_is(kept):
    convention = kept.in_force()
    kept.here.at.clock.go(days=30)
    kept.amended(convention)
    second = kept.adopted(convention)
    assert kept.file(convention).holding.ordinal == 1

    kept.enforce(second)

    first, now = kept.file(convention).versions
    assert (first.state, now.state) == (VersionState.REPLACED, VersionState.IN_FORCE)
    assert first.ended_on == now.in_force_from
    assert first.replaced_by == now.id
    assert first.articles == tuple(TEXT.splitlines())


def test_only_one_new_version_is_under_way(kept):
    convention = kept.in_force()
    kept.amended(convention)

    with pytest.raises(Refusal, match="Version 2 is under way"):
        kept.amended(convention, LATER + "\n再加一条。")


def test_an_amendment_that_changes_nothing_is_refused(kept):
    convention = kept.in_force()

    with pytest.raises(Refusal, match="Nothing differs"):
        kept.amended(convention, TEXT)


def test_a_dropped_version_leaves_the_one_in_force(kept):
    convention = kept.in_force()
    asked = drafting.DropConvention(version=kept.amended(convention), reason="意见不一")

    drafting.drop_convention(kept.desk, asked)

    assert kept.file(convention).holding.ordinal == 1
    assert kept.newest(convention).state is VersionState.DROPPED


def test_a_repealed_convention_no_longer_holds(kept):
    convention = kept.in_force()
    holding = kept.file(convention).holding

    adoption.repeal_convention(
        kept.desk, adoption.RepealConvention(version=holding.id, reason="全体户同意")
    )

    assert kept.file(convention).holding is None


def test_the_list_tells_which_version_holds_and_how_far_the_newest_is(kept):
    convention = kept.in_force()
    kept.amended(convention)

    (row,) = kept.desk.queries.conventions()

    assert (row.id, row.holding, row.versions, row.state) == (convention, 1, 2, VersionState.DRAFT)
    assert row.scope == "阳光小区 5号楼2单元"


def test_a_draft_waits_on_today_until_it_is_in_force(kept):
    convention = kept.drafted()
    (row,) = [one for one in kept.desk.queries.today() if one.kind == "convention"]
    assert (row.id, row.waiting) == (convention, "convention.draft")

    kept.enforce(kept.adopted(convention))

    assert not [one for one in kept.desk.queries.today() if one.kind == "convention"]


def test_a_convention_travels_whole_and_stays_true_to_its_journal(kept):
    kept.amended(kept.in_force())

    assert kept.here.at.sane()


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    gaps=some.lists(
        some.tuples(some.integers(0, 9), some.integers(0, 40), some.booleans()),
        min_size=1,
        max_size=4,
    )
)
def test_no_two_versions_ever_hold_on_one_day(kept, gaps):
    convention = kept.in_force()
    for nth, (wait, back, again) in enumerate(gaps):
        kept.here.at.clock.go(days=wait)
        version = kept.amended(convention, f"{TEXT}\n第{nth}次修订。")
        kept.adopted(convention)
        today = local_day(kept.desk.now())
        for day in (today - timedelta(days=back), today):
            try:
                kept.enforce(version, day)
                break
            except Refusal:
                continue
        else:
            drafting.drop_convention(
                kept.desk, drafting.DropConvention(version=version, reason="同日")
            )
        if again:
            kept.here.at.clock.go(days=1)

    file = kept.file(convention)
    first = file.versions[0].in_force_from
    days = (local_day(kept.desk.now()) - first).days
    for step in range(-1, days + 2):
        day = first + timedelta(days=step)
        assert sum(one.in_force_on(day) for one in file.versions) <= 1


def _requests(version):
    """Write each step's request so that nothing but the state can refuse it."""
    return {
        "change-convention": drafting.ChangeConvention(version=version, text=LATER),
        "consult-convention": drafting.ConsultConvention(version=version, boards=("门口",)),
        "adopt-convention": adoption.AdoptConvention(
            version=version,
            body=AdoptingBody.HOUSEHOLDS,
            due=12,
            present=12,
            agreeing=12,
            reason="公示期内已逐户征求",
        ),
        "file-convention": adoption.FileConvention(version=version, number="备3号"),
        "enforce-convention": adoption.EnforceConvention(version=version),
        "repeal-convention": adoption.RepealConvention(version=version, reason="不再需要"),
        "drop-convention": drafting.DropConvention(version=version, reason="不再需要"),
        "amend-convention": drafting.AmendConvention(version=version, text="另一条。"),
    }


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("state", list(VersionState))
def test_the_use_cases_on_a_version_follow_the_table_for_every_role(kept, state, role):
    version = kept.consulted(kept.drafted())
    today = local_day(kept.desk.now())
    desk = replace(kept.desk, person=replace(kept.desk.person, role=role))
    walked, expected = {}, {}

    for name, asked in _requests(version).items():
        kept.here.change(
            ConventionVersion,
            version,
            state=state,
            articles=tuple(TEXT.splitlines()),
            adopted_on=today,
            in_force_from=today,
            ended_on=None,
        )
        expected[name] = _reached(name, state) if may(role, name) else "not allowed"
        try:
            changes = USECASES[name].run(desk, asked)
            walked[name] = _state(kept, changes.of("convention_version"), version)
        except NotAllowed:
            walked[name] = "not allowed"
        except Refusal:
            walked[name] = None

    assert walked == expected


def _state(kept, touched, version):
    assert touched
    with kept.desk.open_work(kept.desk.person.id) as work:
        return work.get(ConventionVersion, version).state


def _reached(name, state):
    try:
        return after(CONVENTION_STEPS, name, state)
    except Refusal:
        return None
