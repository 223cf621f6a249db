"""A team's own papers: a sweep finds what was logged, and volumes change hands with their list."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from mediator_desk.paper.preview import text_of
from mediator_desk.records.ids import PersonId
from mediator_desk.records.people import Person, Role
from mediator_desk.refusals import NotAllowed, Refusal
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases import team_work
from mediator_desk.usecases.issuing.issue import IssuePaper, issue_paper
from mediator_desk.usecases.papers.team_facts import handover_facts
from mediator_desk.usecases.print_papers import PaperName, PrintPapers, print_papers
from mediator_desk.usecases.report_risk import ReportRisk, report_risk


def sweep(here, first=None, last=None, times=2):
    today = local_day(here.desk.now())
    asked = team_work.RecordSweep(first_on=first or today, last_on=last or today, times=times)
    return team_work.record_sweep(here.desk, asked).of("sweep")[0]


def colleague(here, name="赵六"):
    id = PersonId(uuid4())
    with here.desk.open_work(here.desk.person.id) as work:
        work.add(Person(id=id, station=here.desk.station.id, name=name, role=Role.MEDIATOR))
        work.commit()
    return id


def text(here, fonts, id, paper):
    return text_of(print_papers(here.desk, PrintPapers(numbers=(str(id),), paper=paper), fonts).pdf)


def test_a_sweep_tells_the_disputes_logged_in_its_days_and_nothing_is_typed_again(here, fonts):
    dispute = here.accepted()
    report_risk(
        here.desk,
        ReportRisk(
            dispute=dispute, signs="扬言动手", reported_to="派出所", received_by="周警官",
            measures="先行劝离",
        ),
    )  # fmt: skip

    id = sweep(here)
    file = here.desk.queries.team_paper(id)
    said = text(here, fonts, id, PaperName.SWEEP_REPORT)

    assert [one.row.id for one in file.disputes] == [dispute]
    assert file.disputes[0].people == 2
    assert all(word in said for word in ("张三", "李四", "先行劝离", "2次", "1件"))


def test_a_sweep_that_found_nothing_is_a_nil_report(here, fonts):
    here.logged()
    day = local_day(here.desk.now()) - timedelta(days=30)

    id = sweep(here, day, day + timedelta(days=13))

    assert here.desk.queries.team_paper(id).disputes == ()
    assert "本期无矛盾纠纷" in text(here, fonts, id, PaperName.SWEEP_REPORT)


@pytest.mark.parametrize(
    ("first", "last", "times", "why"),
    [
        (date(2026, 11, 2), date(2026, 11, 1), 1, "lies before"),
        (date(2099, 1, 1), date(2099, 1, 2), 1, "not come yet"),
        (date(2026, 11, 1), date(2026, 11, 2), 0, "once at least"),
    ],
)
def test_a_sweep_that_cannot_be_is_refused_in_words(here, first, last, times, why):
    with pytest.raises(Refusal, match=why):
        sweep(here, first, last, times)


def test_volumes_change_hands_with_their_list_and_open_disputes_get_the_new_mediator(here, fonts):
    kept, closed = here.accepted(), here.closed()
    giver, taker = here.desk.person.id, colleague(here)

    asked = team_work.HandOverVolumes(giver=giver, taker=taker, supervisor="王所长", reason="调离")
    id = team_work.hand_over_volumes(here.desk, asked).of("handover")[0]

    said = text(here, fonts, id, PaperName.HANDOVER_LIST)
    assert here.file(kept).dispute.mediator == taker
    assert here.file(closed).dispute.mediator == giver
    assert all(word in said for word in ("赵六", "王所长", "2卷", "调离"))
    assert here.file(closed).dispute.volume_no in said.replace("\r\n", "")


def test_the_list_of_volumes_handed_over_tells_pages_and_retention_of_bound_ones(here, fonts):
    bound, loose = here.filed(here.closed()), here.accepted()
    dispute = here.file(bound).dispute
    number = dispute.volume_no or dispute.number
    issued = issue_paper(here.desk, IssuePaper(number=number, paper=PaperName.VOLUME), fonts)
    asked = team_work.HandOverVolumes(
        giver=here.desk.person.id, taker=colleague(here), supervisor="王所长"
    )

    id = team_work.hand_over_volumes(here.desk, asked).of("handover")[0]

    facts = handover_facts(here.desk, here.desk.queries.team_paper(id))
    told = {line[0]: line[2:4] for line in facts.lines}
    pages = text_of(issued.printed.pdf).split("本卷宗共计")[1].split("页")[0].strip()
    assert told[number] == (pages, "短期（10年）")
    assert told[here.file(loose).dispute.volume_no] == ("", "")


def test_what_is_not_in_those_hands_is_not_handed_over(here):
    dispute, taker = here.accepted(), colleague(here)
    asked = team_work.HandOverVolumes(
        giver=taker, taker=here.desk.person.id, supervisor="王所长", disputes=(dispute,)
    )

    with pytest.raises(Refusal, match="not in the hands"):
        team_work.hand_over_volumes(here.desk, asked)


def test_a_handover_needs_two_people_a_third_and_a_lead(here):
    me, other = here.desk.person.id, colleague(here)
    here.accepted()

    for giver, taker, supervisor, why in (
        (me, me, "王", "himself"),
        (me, other, " ", "watches"),
        (other, me, "王", "no volume"),
    ):
        asked = team_work.HandOverVolumes(giver=giver, taker=taker, supervisor=supervisor)
        with pytest.raises(Refusal, match=why):
            team_work.hand_over_volumes(here.desk, asked)
    asked = team_work.HandOverVolumes(giver=me, taker=other, supervisor="王")
    with pytest.raises(NotAllowed):
        team_work.hand_over_volumes(here.as_role(Role.MEDIATOR), asked)
