"""What a notice is proposed to say of its subject: the decision, the figures, the days; no names.

A notice hangs on a board in Chinese whatever the screen speaks, so its words are Chinese here.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mediator_desk.labels import chinese
from mediator_desk.ports import Books
from mediator_desk.records.council import AgendaTopic
from mediator_desk.records.council_fate import OthersDecision
from mediator_desk.records.council_meeting import AgendaItem, Meeting
from mediator_desk.records.owners_vote import OwnersVote, VotingUnit
from mediator_desk.records.public_notice import NoticeKind
from mediator_desk.rules.durations import CHINA
from mediator_desk.rules.heads_and_area import square_metres
from mediator_desk.rules.masking import mask_name, mask_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """The title and the text a notice begins with; a person may change both."""

    title: str
    text: str


def result_words(
    books: Books,
    topic: AgendaTopic,
    items: Sequence[AgendaItem],
    decisions: Sequence[OthersDecision],
    names: Collection[str],
    on: date,
) -> Proposed:
    """Say what was decided on a topic, by whom, and how long the notice hangs."""
    if decisions:
        body = decisions[-1]
        decided = _others(body)
    else:
        minuted = [one for one in items if one.result is not None]
        decided = _council(minuted[-1]) if minuted else ""
    head = f"关于“{topic.title}”，现将决定公示如下。"
    lines = (head, decided, _days(books, NoticeKind.RESULT, on))
    return _without(names, f"{topic.title}决定公示", lines)


def decision_words(
    books: Books, vote: OwnersVote, units: Sequence[VotingUnit], on: date
) -> Proposed:
    """Say how the owners decided, in heads and in area."""
    share = (
        f"专有部分面积合计 {square_metres(vote.area_all)} 平方米、业主 {vote.heads_all} 人；"
        f"参与表决 {square_metres(vote.area_taking_part)} 平方米、{vote.heads_taking_part} 人；"
        f"同意 {square_metres(vote.area_agreeing)} 平方米、{vote.heads_agreeing} 人。"
    )
    lines = (
        f"表决事项：{vote.matter}",
        f"表决时间：{_day(vote.opens_on)}至{_day(vote.closes_on)}。",
        share,
        "表决结果：通过。" if vote.passed else "表决结果：未通过。",
        _days(books, NoticeKind.OWNERS_DECISION, on),
    )
    return _without(owners_of(units), f"{vote.title}业主共同决定", lines)


def meeting_words(
    meeting: Meeting, topics: Sequence[AgendaTopic], names: Collection[str]
) -> Proposed:
    """Say when and where the council meets, and on what."""
    lines = (
        f"定于{_moment(meeting.planned_at)}在{meeting.place or '社区'}召开居民议事会。议题：",
        *(f"{place}．{topic.title}" for place, topic in enumerate(topics, start=1)),
        "欢迎居民在会前提出意见。",
    )
    return _without(names, "居民议事会会议公告", lines)


def owners_of(units: Sequence[VotingUnit]) -> tuple[str, ...]:
    """Name everybody on a roster: owners, co-owners and agents."""
    every = (name for one in units for name in (one.owner, *one.co_owners, one.agent))
    return tuple(dict.fromkeys(name for name in every if name))


def _others(decision: OthersDecision) -> str:
    """Say what another body decided."""
    said = f"{chinese(decision.body)}于{_day(decision.decided_on)}作出决定"
    said += "：通过。" if decision.passed else "：未通过。"
    if decision.due:
        said += f"应到 {decision.due} 人，实到 {decision.present} 人，同意 {decision.agreeing} 人。"
    return f"{said}\n{decision.words}".strip()


def _council(item: AgendaItem) -> str:
    """Say what the council decided, and by how many votes."""
    said = f"居民议事会应到 {item.due} 人，实到 {item.present} 人，"
    if item.voted:
        said += (
            f"赞成 {item.votes_for} 票，反对 {item.votes_against} 票，"
            f"弃权 {item.votes_abstain} 票。"
        )
    else:
        said += "协商一致。"
    if item.result is not None:
        said += f"结果：{chinese(item.result)}。"
    return f"{said}\n{item.resolution or item.opinion}".strip()


def _days(books: Books, kind: NoticeKind, on: date) -> str:
    """Say how long it hangs, where a rule says so, and that objections are heard."""
    rules = books.notices
    least = rules.of(kind).least
    until = None
    if least:
        until = books.deadlines.due(least, on, books.calendar, rules.rule_set).due_on
    if until is None:
        return f"自{_day(on)}起公布。对结果有异议的，请向本公示的落款单位反映。"
    last = until - timedelta(days=1)
    return f"公示期：{_day(on)}至{_day(last)}。有异议的，请在公示期内向本公示的落款单位反映。"


def _without(names: Collection[str], title: str, lines: Sequence[str]) -> Proposed:
    """Put it together, with every name and every private number in it hidden."""
    text = mask_text("\n".join(one for one in lines if one))
    title = mask_text(title)
    for name in sorted((one for one in names if len(one) > 1), key=len, reverse=True):
        text, title = (one.replace(name, mask_name(name)) for one in (text, title))
    return Proposed(title=title, text=text)


def _moment(at: datetime) -> str:
    local = at.astimezone(CHINA)
    return f"{_day(local.date())}{local:%H:%M}"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
