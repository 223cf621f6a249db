"""How departments answer whistles, and how well the street blows them: exact counts, no ranking.

响应率, 解决率 and 满意率 are the measures the law names; what nobody answered is in no count.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from mediator_desk.records.follow_up import Deadline, Satisfaction
from mediator_desk.records.ids import WhistleId
from mediator_desk.records.whistle import (
    ReturnReason,
    Solved,
    StepKind,
    Whistle,
    WhistleState,
    WhistleStep,
)
from mediator_desk.rules.holding import returns
from mediator_desk.rules.whistle_kinds import Kind, Stretch

_NOT_THEIRS = (
    ReturnReason.WRONG_AREA, ReturnReason.NOT_OUR_DUTY, ReturnReason.BEYOND_DUTY,
    ReturnReason.UNCLEAR_TITLE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, said as they are counted."""

    of: int = 0
    all: int = 0

    def also(self, *, counts: bool) -> "Share":
        """Count one more, that does or does not."""
        return Share(self.of + counts, self.all + 1)

    def __str__(self) -> str:
        """Write it as a person checks it: 7/9."""
        return f"{self.of}/{self.all}" if self.all else "—"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A whistle with all that its scores are counted from."""

    whistle: Whistle
    kind: Kind
    steps: tuple[WhistleStep, ...] = ()
    deadlines: tuple[Deadline, ...] = ()


@dataclass(slots=True, kw_only=True)
class DepartmentScore:
    """What one department did; ``whistles`` are those that were counted."""

    department: str
    whistles: list[WhistleId] = field(default_factory=list)
    contacted: Share = field(default_factory=Share)
    reported: Share = field(default_factory=Share)
    solved: Share = field(default_factory=Share)
    satisfied: Share = field(default_factory=Share)
    returned: int = 0
    refused_returns: int = 0


@dataclass(slots=True, kw_only=True)
class StreetScore:
    """What the street itself did: false whistles are returns upheld as not theirs."""

    blown: int = 0
    false: Share = field(default_factory=Share)
    approved_late: Share = field(default_factory=Share)
    cancelled: int = 0
    unanswered: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """All departments by name, and the street."""

    departments: tuple[DepartmentScore, ...]
    street: StreetScore


def scorecard(told: Iterable[Told], now: datetime) -> Scorecard:
    """Count whistles; the order they come in does not matter."""
    by_name: dict[str, DepartmentScore] = {}
    street = StreetScore()
    for one in told:
        _count_street(street, one, now)
        if one.whistle.first_dispatched_at is not None:
            _count_department(by_name, one, now)
    departments = tuple(by_name[name] for name in sorted(by_name))
    return Scorecard(departments=departments, street=street)


def _count_department(by_name: dict[str, DepartmentScore], one: Told, now: datetime) -> None:
    """Count what the department in charge did, and who returned it."""
    for sent_back in returns(one.steps):
        score = by_name.setdefault(
            sent_back.department, DepartmentScore(department=sent_back.department)
        )
        score.returned += 1
        _note(score, one.whistle)
        score.refused_returns += sent_back.upheld is False
    lead = one.whistle.lead
    score = by_name.setdefault(lead, DepartmentScore(department=lead))
    _note(score, one.whistle)
    first = (Stretch.CONTACT,) if Stretch.CONTACT in one.kind.clocks else (Stretch.SIGN,)
    score.contacted = _kept(score.contacted, one, first, now)
    score.reported = _kept(score.reported, one, (Stretch.REPORT, Stretch.FINISH), now)
    verified = _last(one.steps, StepKind.VERIFIED)
    if verified is not None:
        score.solved = score.solved.also(counts=verified.solved is Solved.SOLVED)
    rated = _last(one.steps, StepKind.EVALUATED)
    if rated is not None and rated.resident_rating is not Satisfaction.UNASKED:
        content = rated.resident_rating is not Satisfaction.UNSATISFIED
        score.satisfied = score.satisfied.also(counts=content)


def _note(score: DepartmentScore, whistle: Whistle) -> None:
    """Keep which whistles were counted, each once, so that anybody can look them up."""
    if whistle.id not in score.whistles:
        score.whistles.append(whistle.id)


def _count_street(street: StreetScore, one: Told, now: datetime) -> None:
    """Count what the street has to answer for itself."""
    street.blown += 1
    street.cancelled += one.whistle.state is WhistleState.CANCELLED
    if one.whistle.first_dispatched_at is not None:
        false = any(each.upheld and each.reason in _NOT_THEIRS for each in returns(one.steps))
        street.false = street.false.also(counts=false)
    rated = _last(one.steps, StepKind.EVALUATED)
    street.unanswered += rated is not None and rated.resident_rating is Satisfaction.UNASKED
    in_time = _kept(Share(), one, (Stretch.APPROVE,), now)
    street.approved_late = Share(
        street.approved_late.of + in_time.all - in_time.of, street.approved_late.all + in_time.all
    )


def _kept(share: Share, one: Told, stretches: Sequence[Stretch], now: datetime) -> Share:
    """Count the last clock of these stretches; one still running in time is not counted yet."""
    rules = one.kind.rules(*stretches)
    clocks = [each for each in one.deadlines if each.rule in rules and not each.called_off]
    for clock in clocks[-1:]:
        if clock.met_at is not None:
            return share.also(counts=clock.met_at <= clock.due_at)
        if clock.overdue(now):
            return share.also(counts=False)
    return share


def _last(steps: Iterable[WhistleStep], kind: StepKind) -> WhistleStep | None:
    """Give the last step of a kind."""
    return max((one for one in steps if one.kind is kind), key=lambda one: one.at, default=None)
