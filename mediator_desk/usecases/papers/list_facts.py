"""Facts for a list of many disputes: one row each, in the columns that were asked for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from mediator_desk.labels import chinese
from mediator_desk.paper.facts_list import ListFacts
from mediator_desk.paper.facts_revenue import GridFacts
from mediator_desk.ports import Desk
from mediator_desk.records.dispute import Outcome, Route
from mediator_desk.rows import CaseFile
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.masking_levels import ListColumn, Masking
from mediator_desk.rules.private_text import without_building
from mediator_desk.usecases.papers.facts import day_words, division_words

_SHORT = 60
_COUNTER = 0.9
_BY_HAND = "自　　　年　　月　　日至　　　年　　月　　日"
_NOTHING = "—"
_MASKED_FOR = {
    Masking.INTERNAL: "本表含个人信息，仅供内部办案使用，不得外传。",
    Masking.DEPARTMENT: "本表已隐去个人信息，仅供收件单位办理相关事项使用；同一人用同一化名。",
    Masking.PUBLIC: "",
}

_WIDTHS: Mapping[ListColumn, float] = {
    ListColumn.NUMBER: 2.2,
    ListColumn.LOGGED_ON: 1.8,
    ListColumn.TOPIC: 1.9,
    ListColumn.PLACE: 2.4,
    ListColumn.PARTIES: 2.0,
    ListColumn.PHONES: 1.8,
    ListColumn.ID_NUMBERS: 2.6,
    ListColumn.WHAT: 4.2,
    ListColumn.ROUTE: 1.7,
    ListColumn.MEDIATOR: 1.1,
    ListColumn.STATE: 1.7,
    ListColumn.CLOSED_ON: 2.0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListHead:
    """What a person says of a list as a whole; empty where the desk knows it."""

    title: str = ""
    period: str = ""
    contact: str = ""


def list_facts(
    desk: Desk,
    files: Sequence[CaseFile],
    level: Masking,
    columns: Sequence[ListColumn],
    head: ListHead,
) -> ListFacts:
    """Say what the list says of these cases, which are masked already."""
    today = local_day(desk.now())
    public = level is Masking.PUBLIC
    issuer = desk.team.name if desk.committee is None else desk.committee.name
    closed = sum(not file.dispute.open for file in files)
    usual = "矛盾纠纷办理情况公示" if public else "矛盾纠纷办理情况一览表"
    period = f"（{head.period}）" if head.period else ""
    return ListFacts(
        title=head.title or usual,
        issuer=issuer,
        cases=_grid(desk, files, level, columns),
        total=f"共{len(files)}件，已办结{closed}件。",
        made=f"{day_words(today)}制表",
        made_on=today,
        opening=f"现将近期{period}矛盾纠纷办理情况公示如下，欢迎居民监督。" if public else "",
        period=head.period or _period(files),
        posted=_BY_HAND if public else "",
        contact=head.contact,
        masking=_MASKED_FOR[level],
    )


def _period(files: Sequence[CaseFile]) -> str:
    """Say from when to when the cases were logged."""
    days = sorted(local_day(file.dispute.logged_at) for file in files)
    if not days:
        return ""
    first, last = day_words(days[0]), day_words(days[-1])
    return first if first == last else f"{first}至{last}"


def _grid(
    desk: Desk, files: Sequence[CaseFile], level: Masking, columns: Sequence[ListColumn]
) -> GridFacts:
    """Give the rows, numbered from 1."""
    whole = _COUNTER + sum(_WIDTHS[one] for one in columns)
    heads = (("序号", _COUNTER / whole), *((chinese(one), _WIDTHS[one] / whole) for one in columns))
    rows = tuple(
        (str(place), *(_CELLS[one](desk, file, level) or _NOTHING for one in columns))
        for place, file in enumerate(files, start=1)
    )
    running = tuple(chinese(one) for one in (ListColumn.WHAT, ListColumn.PLACE))
    return GridFacts(columns=heads, rows=rows, running=running)


def _day(at: datetime | date | None) -> str:
    if isinstance(at, datetime):
        at = local_day(at)
    return "" if at is None else f"{at:%Y-%m-%d}"


def _place(desk: Desk, file: CaseFile, level: Masking) -> str:
    """Say where it is, on the board no finer than the estate."""
    division = division_words(desk, file.dispute.division)
    place = without_building(file.place) if level is Masking.PUBLIC else file.place
    return " ".join(one for one in (division, place) if one)


def _state(_desk: Desk, file: CaseFile, _level: Masking) -> str:
    dispute = file.dispute
    if dispute.outcome is Outcome.OPEN:
        return chinese(dispute.stage)
    return f"{chinese(dispute.stage)}：{chinese(dispute.outcome)}"


def _what(_desk: Desk, file: CaseFile, _level: Masking) -> str:
    text = " ".join(file.dispute.text.split())
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"


def _listed(words: Callable[[CaseFile], Sequence[str]]) -> Callable[[Desk, CaseFile, Masking], str]:
    return lambda _desk, file, _level: "、".join(one for one in words(file) if one)


_CELLS: Mapping[ListColumn, Callable[[Desk, CaseFile, Masking], str]] = {
    ListColumn.NUMBER: lambda _desk, file, _level: file.dispute.number,
    ListColumn.LOGGED_ON: lambda _desk, file, _level: _day(file.dispute.logged_at),
    ListColumn.TOPIC: lambda _desk, file, _level: chinese(file.dispute.topic),
    ListColumn.PLACE: _place,
    ListColumn.PARTIES: _listed(lambda file: [one.name for one in file.parties]),
    ListColumn.PHONES: _listed(lambda file: [one.phone for one in file.parties]),
    ListColumn.ID_NUMBERS: _listed(lambda file: [one.id_number for one in file.parties]),
    ListColumn.WHAT: _what,
    ListColumn.ROUTE: lambda _desk, file, _level: (
        "" if file.dispute.route is Route.UNDECIDED else chinese(file.dispute.route)
    ),
    ListColumn.MEDIATOR: lambda _desk, file, _level: file.name(file.dispute.mediator),
    ListColumn.STATE: _state,
    ListColumn.CLOSED_ON: lambda _desk, file, _level: _day(file.dispute.closed_at),
}
