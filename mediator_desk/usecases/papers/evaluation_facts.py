"""Facts for the two-way evaluation of a whistle; whether it was in time is counted, not typed."""

from collections.abc import Iterator, Sequence

from mediator_desk.labels import chinese
from mediator_desk.paper.facts_outside import EvaluationFacts
from mediator_desk.ports import Desk
from mediator_desk.records.follow_up import Deadline, Satisfaction
from mediator_desk.records.whistle import Solved, StepKind, WhistleStep
from mediator_desk.rows import WhistleFile
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.whistle_kinds import Kind, Stretch
from mediator_desk.usecases.papers.facts import limit_words, moment_words, street_office
from mediator_desk.usecases.whistle_steps import kind_of

_STRETCHES = (
    (Stretch.SIGN, "签收"),
    (Stretch.CONTACT, "联系"),
    (Stretch.REPORT, "报到"),
    (Stretch.FINISH, "办结"),
)


def evaluation_facts(desk: Desk, file: WhistleFile) -> EvaluationFacts:
    """Say how the whistle was answered and what each side thinks of it."""
    whistle = file.whistle
    rated, verified = _last(file, StepKind.EVALUATED), _last(file, StepKind.VERIFIED)
    again = "提请督办" if whistle.escalated_at else "否"
    return EvaluationFacts(
        whistle_no=whistle.number,
        title=whistle.title,
        department=whistle.lead,
        on_time="\n".join(_on_time(kind_of(desk.books, whistle), file.deadlines)),
        solved="" if verified is None or not verified.solved else _solved(verified.solved),
        street_rating=_rating(rated.street_rating if rated else Satisfaction.UNASKED),
        department_rating=_rating(rated.department_rating if rated else Satisfaction.UNASKED),
        resident_rating=_rating(rated.resident_rating if rated else Satisfaction.UNASKED),
        comment=rated.text if rated else "",
        again="二次吹哨" if whistle.again_of is not None else again,
        street_office=street_office(desk, whistle.division),
        rated_on=None if rated is None else local_day(rated.at),
    )


def _on_time(kind: Kind, deadlines: Sequence[Deadline]) -> Iterator[str]:
    """Say of each stretch of time whether it was kept, by its last clock."""
    for stretch, word in _STRETCHES:
        rules = kind.rules(stretch)
        clocks = [one for one in deadlines if one.rule in rules and not one.called_off]
        for clock in clocks[-1:]:
            if clock.met_at is None:
                yield f"{word}：时限{limit_words(clock.due_at)}，未记录"
            else:
                kept = "按时" if clock.met_at <= clock.due_at else "超时"
                yield f"{word}：{kept}（{moment_words(clock.met_at)}）"


def _solved(code: Solved) -> str:
    return chinese(code)


def _rating(code: Satisfaction) -> str:
    return "未询问" if code is Satisfaction.UNASKED else chinese(code)


def _last(file: WhistleFile, kind: StepKind) -> WhistleStep | None:
    return max(
        (one for one in file.steps if one.kind is kind), key=lambda one: one.at, default=None
    )
