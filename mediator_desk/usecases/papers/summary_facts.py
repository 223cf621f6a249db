"""Facts for the case summary: where a case stands, what comes next, and by when."""

import dataclasses
from collections.abc import Iterator
from datetime import datetime

from mediator_desk.course import Event, course_of_case
from mediator_desk.labels import chinese
from mediator_desk.paper.facts import SummaryFacts
from mediator_desk.paper.form import carried_forms
from mediator_desk.ports import Desk
from mediator_desk.records.agreement import Agreement, Obligation
from mediator_desk.records.dispute import Outcome, Route
from mediator_desk.rows import CaseFile, Clash
from mediator_desk.rules.amounts import in_figures
from mediator_desk.rules.durations import CHINA, local_day
from mediator_desk.rules.masking_levels import Masking
from mediator_desk.rules.performance import Part, Progress
from mediator_desk.usecases.hold_sitting import missing_consents
from mediator_desk.usecases.next_step import recommended
from mediator_desk.usecases.papers.facts import (
    day_words,
    division_words,
    limit_words,
    moment_words,
)
from mediator_desk.usecases.schedule import schedule_of

_LONGEST = 120

_MASKED_FOR = {
    Masking.INTERNAL: "含个人信息，仅供内部办案使用",
    Masking.DEPARTMENT: "已隐去个人信息，仅供收件单位办理相关事项使用",
    Masking.PUBLIC: "已隐去个人信息",
}

_PLACES = {
    "topic": "纠纷名称",
    "place": "地点",
    "team": "承办单位",
    "handler": "承办人",
    "state": "当前状态",
    "route": "处理途径",
    "route_reason": "处理途径的理由",
    "next_step": "下一步",
}

_NEXT = {
    "route-dispute": "决定分流途径",
    "accept-dispute": "决定是否受理",
    "gather-disputes": "提请居民议事会",
    "blow-whistle": "吹哨派单",
    "add-party": "补充另一方当事人",
    "hold-sitting": "召开调解会",
    "sign-agreement": "签订调解协议",
    "mark-agreement": "办理协议签章",
    "perform-obligation": "督促履行协议",
    "record-payment": "督促履行协议",
    "urge-performance": "督促逾期未履行的一方",
    "apply-confirmation": "双方签名并提交司法确认申请",
    "answer-recusal": "答复回避申请",
    "record-undisputed": "记载无争议事实",
    "follow-up": "回访当事人",
    "close-dispute": "结案",
    "archive-dispute": "整理案卷并归档",
    "look-council": "等待居民议事会结果",
    "look-whistle": "等待部门办理结果",
}


def summary_facts(desk: Desk, file: CaseFile, level: Masking = Masking.INTERNAL) -> SummaryFacts:
    """Say what a team lead wants to know of a case at a glance."""
    dispute = file.dispute
    now = desk.now()
    due_at = min((one.due_at for one in file.deadlines if one.running()), default=None)
    if not dispute.open:
        due_at = None
    handler = file.name(dispute.mediator)
    return SummaryFacts(
        number="　".join(one for one in (dispute.number, dispute.volume_no) if one),
        topic=dispute.title or f"{chinese(dispute.topic)}纠纷",
        place=" ".join(one for one in (division_words(desk, dispute.division), file.place) if one),
        team="" if file.team is None else file.team.name,
        handler=f"承办：{handler}" if handler else "未确定承办人",
        state=_state(file),
        route="" if dispute.route is Route.UNDECIDED else chinese(dispute.route),
        route_reason=dispute.route_reason,
        next_step=next_in_chinese(file),
        next_by="" if due_at is None else limit_words(due_at),
        late="" if due_at is None else _time_left(due_at, now),
        happened=dispute.text,
        logged=f"{day_words(local_day(dispute.logged_at))}登记　{chinese(dispute.channel)}",
        masking=_MASKED_FOR[level],
        printed=f"{moment_words(now)}打印",
        parties=_parties(file),
        events=tuple(_event(one) for one in course_of_case(file)),
        sittings=_sittings(file),
        agreement="\n".join(_agreement(one) for one in file.agreements),
        obligations=tuple(
            _part(file, one, part)
            for one, parts in schedule_of(file, local_day(now))
            for part in parts
        ),
        whistles=tuple(
            (one.number, one.lead, chinese(one.state), day_words(local_day(one.blown_at)))
            for one in file.whistles
        ),
        council=_council(file),
        open_questions=tuple(_question(one) for one in file.clashes),
    )


def told_in_summary(facts: SummaryFacts) -> Iterator[tuple[str, str]]:
    """Give every word of a summary with the Chinese name of where it stands."""
    headings = {one.key: one.heading for one in carried_forms().summary}
    for one in dataclasses.fields(facts):
        place = headings.get(one.name) or _PLACES.get(one.name, "编号")
        for text in _texts(getattr(facts, one.name)):
            yield place, text


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)


def next_in_chinese(file: CaseFile) -> str:
    """Say on paper what the case waits for."""
    usecase = recommended(file)
    if usecase == "record-consent":
        missing = missing_consents(file.parties, file.consents)
        return f"征求{'、'.join(missing)}的调解意愿"
    return _NEXT.get(usecase, "")


def _state(file: CaseFile) -> str:
    """Name the stage, and the outcome once there is one."""
    dispute = file.dispute
    if dispute.outcome is Outcome.OPEN:
        return chinese(dispute.stage)
    return f"{chinese(dispute.stage)}（{chinese(dispute.outcome)}）"


def _time_left(due_at: datetime, now: datetime) -> str:
    """Say how much time is left, or since when it is late."""
    seconds = (due_at - now).total_seconds()
    days, hours = int(abs(seconds) // 86400), int(abs(seconds) // 3600)
    said = f"{days}天" if days else f"{hours}小时"
    return f"还有{said}" if seconds >= 0 else f"已逾期{said}"


def _parties(file: CaseFile) -> tuple[tuple[str, ...], ...]:
    """List the parties with their last answer to mediation."""
    answers = {one.party: one.agreed for one in sorted(file.consents, key=lambda one: one.at)}
    words = {True: "同意", False: "不同意", None: "未征求"}
    return tuple(
        (chinese(one.side), one.name, one.phone, words[answers.get(one.id)]) for one in file.parties
    )


def _event(one: Event) -> tuple[str, ...]:
    """Write one event: when, what, by whom."""
    here = one.at.astimezone(CHINA)
    detail = f"（{chinese(one.detail)}）" if one.detail is not None and one.detail.value else ""
    text = " ".join(one.text.split())
    text = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    said = f"{chinese(one.kind)}{detail}"
    when = f"{here:%Y-%m-%d}" if one.whole_day else f"{here:%Y-%m-%d %H:%M}"
    return (when, f"{said}：{text}" if text else said, one.who)


def _sittings(file: CaseFile) -> tuple[tuple[str, ...], ...]:
    """List the sittings in their order."""
    held = sorted(file.sittings, key=lambda one: one.held_at)
    return tuple(
        (f"第{number}次", moment_words(one.held_at), one.place, chinese(one.result))
        for number, one in enumerate(held, start=1)
    )


def _agreement(one: Agreement) -> str:
    """Tell an agreement in a paragraph."""
    effective = one.effective_on
    days = f"{day_words(one.agreed_on)}达成{chinese(one.form)}协议"
    bound = f"，{day_words(effective)}生效" if effective is not None else "，尚未生效"
    return f"{days}{bound}。{one.terms}"


def _part(file: CaseFile, one: Obligation, part: Part) -> tuple[str, ...]:
    """Write one part of an obligation and how far it is."""
    what = one.what if part.amount is None else f"{one.what}{in_figures(part.amount)}元"
    state = chinese(part.progress)
    if part.progress is Progress.OPEN and part.due_on is None:
        state = "未履行"
    if part.paid and part.rest:
        state = f"{state}（已付{in_figures(part.paid)}元）"
    return (file.name(one.debtor), what, day_words(part.due_on), state)


def _council(file: CaseFile) -> tuple[tuple[str, ...], ...]:
    """Write the agenda topic the case was gathered into."""
    topic = file.agenda_topic
    if topic is None:
        return ()
    return ((topic.number, topic.title, chinese(topic.state), chinese(topic.decision_body)),)


def _question(clash: Clash) -> str:
    """Write a conflict that waits to be settled, with both sides."""
    return (
        f"同一内容有两种记录，待核定：“{clash.in_force}”（{clash.in_force_by}）"
        f"与“{clash.other}”（{clash.other_by}）。"
    )
