"""The facts of a council meeting in Chinese words, for its papers."""

from datetime import date, datetime

from mediator_desk.labels import chinese
from mediator_desk.paper.facts_council import MeetingNoticeFacts, MinutesFacts
from mediator_desk.paper.facts_outside import SignInFacts
from mediator_desk.ports import Desk
from mediator_desk.records.council_doing import Task
from mediator_desk.records.council_meeting import AgendaItem, Presence, Speech
from mediator_desk.rows import MeetingFile, TopicFile
from mediator_desk.rules.durations import CHINA, local_day
from mediator_desk.rules.fractions import percent
from mediator_desk.usecases.papers.facts import community_words
from mediator_desk.usecases.papers.outside_facts import numbered

_SPARE_LINES = 3
_WEEKDAYS = "一二三四五六日"


def notice_facts(desk: Desk, meeting: MeetingFile) -> MeetingNoticeFacts:
    """Say what the notice of a meeting says; titles only, for residents are not named on it."""
    called = meeting.meeting
    titles = {one.id: one.title for one in meeting.topics}
    return MeetingNoticeFacts(
        number=called.number,
        time=_moment(called.planned_at),
        place=called.place,
        agenda=tuple(titles[one.topic] for one in meeting.items if one.topic in titles),
        observers=called.observers,
        posted="" if called.posted_on is None else _day(called.posted_on),
        where=called.posted_where,
        contact=desk.person.phone,
        community=community_words(desk, desk.team.division),
        called_on=called.called_on,
    )


def council_sheet_facts(desk: Desk, meeting: MeetingFile) -> SignInFacts:
    """Name the members who are due at a meeting, with a few lines for guests."""
    called = meeting.meeting
    titles = {one.id: one.title for one in meeting.topics}
    rows = [(one.name, chinese(one.kind), one.phone) for one in meeting.members]
    return SignInFacts(
        number=called.number,
        matter="\n".join(titles[one.topic] for one in meeting.items if one.topic in titles),
        time=_moment(called.planned_at),
        place=called.place,
        lines=numbered(rows, spare=_SPARE_LINES),
        body=community_words(desk, desk.team.division),
    )


def minutes_facts(
    desk: Desk, file: TopicFile, meeting: MeetingFile, item: AgendaItem
) -> MinutesFacts:
    """Say what the minutes of one topic say."""
    held, topic = meeting.meeting, file.topic
    names = {one.id: one.name for one in meeting.members}
    speeches = sorted(
        (one for one in file.speeches if one.item == item.id), key=lambda one: one.place
    )
    at = held.held_at or held.planned_at
    return MinutesFacts(
        number=held.number,
        title=topic.title,
        time=_moment(at),
        place=held.place,
        chair=held.chair,
        recorder=held.recorder,
        due=str(item.due),
        present=str(item.present),
        present_ratio=percent(item.present, item.due),
        recused="、".join(names[one] for one in item.recused if one in names) or "无",
        members=_present(meeting),
        observers=held.observers,
        absent=_absent(meeting),
        background=item.background,
        speeches="\n".join(f"{one.speaker}：{one.words}" for one in speeches),
        opinion=item.opinion,
        method="" if item.method is None else chinese(item.method),
        result="" if item.result is None else chinese(item.result),
        votes=_votes(item),
        resolution=_resolution(item, file.tasks),
        dissent="\n".join(_dissent(one) for one in speeches if one.dissents),
        community=community_words(desk, topic.division),
        signed_on=local_day(at),
    )


def _present(meeting: MeetingFile) -> str:
    came = {one.member for one in meeting.attendance if one.presence is Presence.PRESENT}
    return "、".join(
        f"{one.name}（{chinese(one.kind)}）" for one in meeting.members if one.id in came
    )


def _absent(meeting: MeetingFile) -> str:
    names = {one.id: one.name for one in meeting.members}
    away = [one for one in meeting.attendance if one.presence is not Presence.PRESENT]
    return "、".join(
        f"{names.get(one.member, '')}（{one.reason or chinese(one.presence)}）" for one in away
    )


def _votes(item: AgendaItem) -> str:
    if not item.voted:
        return "协商一致，未计票"
    return "，".join(
        f"{word} {count} 人（{percent(count, item.voting)}）"
        for word, count in (
            ("赞成", item.votes_for),
            ("反对", item.votes_against),
            ("弃权", item.votes_abstain),
        )
    )


def _resolution(item: AgendaItem, tasks: tuple[Task, ...]) -> str:
    lines = [item.resolution] if item.resolution else []
    for place, task in enumerate(tasks, start=1):
        money = "" if task.budget is None else f"，预算 {task.budget:,.2f} 元"
        fund = f"，{task.fund}" if task.fund else ""
        until = f"{_day(task.due_on)}前完成"
        lines.append(f"{place}．{task.what}：{task.who}负责，{until}{money}{fund}。")
    return "\n".join(lines)


def _dissent(speech: Speech) -> str:
    answer = f"（解释：{speech.answer}）" if speech.answer else ""
    return f"{speech.speaker}：{speech.words}{answer}"


def _moment(at: datetime) -> str:
    local = at.astimezone(CHINA)
    weekday = _WEEKDAYS[local.weekday()]
    return f"{_day(local.date())}（星期{weekday}）{local:%H:%M}"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
