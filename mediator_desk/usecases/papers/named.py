"""Which files a number names: a whistle and a topic have their own, a dispute's leads to both."""

from collections.abc import Callable, Mapping
from typing import Any

from mediator_desk.ports import Desk
from mediator_desk.refusals import NotFound
from mediator_desk.rows import CaseFile, TopicFile, VoteFile, WhistleFile
from mediator_desk.rows.conventions import ConventionFile
from mediator_desk.rows.notices import NoticeFile
from mediator_desk.rows.revenue import RevenueFile
from mediator_desk.rows.team_work import AwardFile, HandoverFile, SweepFile
from mediator_desk.rules.periods import read_period
from mediator_desk.usecases.reporting import reporting
from mediator_desk.usecases.statistics import AskStatistics
from mediator_desk.usecases.statistics_view import StatisticsView, statistics_view
from mediator_desk.words import N_


def files_named(desk: Desk, number: str, about: type[Any]) -> tuple[Any, ...]:
    """Read the files of one kind that a number or an id names. Raises ``NotFound``."""
    return _FINDERS[about](desk, number)


def _cases(desk: Desk, number: str) -> tuple[CaseFile, ...]:
    return (desk.queries.case_file(desk.queries.dispute_by_number(number)),)


def _whistles(desk: Desk, number: str) -> tuple[WhistleFile, ...]:
    for whistle in desk.queries.whistles():
        if number in (whistle.number, str(whistle.id)):
            return (desk.queries.whistle_file(whistle.id),)
    (case,) = _cases(desk, number)
    if not case.whistles:
        raise NotFound(N_("No whistle was blown for {number} yet."), number=number)
    return tuple(desk.queries.whistle_file(one.id) for one in case.whistles)


def _topics(desk: Desk, number: str) -> tuple[TopicFile, ...]:
    for topic in desk.queries.topics():
        if number in (topic.number, str(topic.id)):
            return (desk.queries.topic_file(topic.id),)
    (case,) = _cases(desk, number)
    if case.agenda_topic is None:
        raise NotFound(N_("{number} belongs to no topic of the council."), number=number)
    return (desk.queries.topic_file(case.agenda_topic.id),)


def _votes(desk: Desk, number: str) -> tuple[VoteFile, ...]:
    for vote in desk.queries.votes():
        if number in (vote.number, str(vote.id)):
            return (desk.queries.vote_file(vote.id),)
    raise NotFound(N_("There is no owners' vote {number}."), number=number)


def _notices(desk: Desk, number: str) -> tuple[NoticeFile, ...]:
    for notice in desk.queries.notices():
        if number in (notice.number, str(notice.id)):
            return (desk.queries.notice_file(notice.id),)
    raise NotFound(N_("There is no public notice {number}."), number=number)


def _accounts(desk: Desk, number: str) -> tuple[RevenueFile, ...]:
    for account in desk.queries.revenue_accounts():
        if number in (account.number, str(account.id)):
            return (desk.queries.revenue_file(account.id),)
    raise NotFound(N_("There is no account of common revenue {number}."), number=number)


def _conventions(desk: Desk, number: str) -> tuple[ConventionFile, ...]:
    for convention in desk.queries.conventions():
        if number in (convention.number, str(convention.id)):
            return (desk.queries.convention_file(convention.id),)
    raise NotFound(N_("There is no convention {number}."), number=number)


def _statistics(desk: Desk, period: str) -> tuple[StatisticsView, ...]:
    """Take the period for the number; Raises ``Refusal`` when it is none."""
    kept = reporting(desk)
    asked = AskStatistics(period=read_period(period, kept.cut_off), written_only=kept.written_only)
    return (statistics_view(desk, asked),)


def _team_papers(kind: type[Any]) -> Callable[[Desk, str], tuple[Any, ...]]:
    def find(desk: Desk, number: str) -> tuple[Any, ...]:
        for row in desk.queries.team_papers():
            if number in (row.number, str(row.id)):
                file = desk.queries.team_paper(row.id)
                if isinstance(file, kind):
                    return (file,)
        raise NotFound(N_("The team keeps no paper {number} of this kind."), number=number)

    return find


_FINDERS: Mapping[type[Any], Callable[[Desk, str], tuple[Any, ...]]] = {
    CaseFile: _cases,
    WhistleFile: _whistles,
    TopicFile: _topics,
    VoteFile: _votes,
    NoticeFile: _notices,
    RevenueFile: _accounts,
    ConventionFile: _conventions,
    StatisticsView: _statistics,
    **{kind: _team_papers(kind) for kind in (SweepFile, HandoverFile, AwardFile)},
}
