"""Facts for the papers of a whistle: the slip that goes out and the sheet that comes back."""

from collections.abc import Iterable
from datetime import datetime

from mediator_desk.labels import chinese
from mediator_desk.paper.facts_whistles import ReplyFacts, WhistleFacts
from mediator_desk.ports import Desk
from mediator_desk.records.clocks import Extension
from mediator_desk.records.follow_up import Deadline
from mediator_desk.records.whistle import ReturnReason, StepKind, Whistle, WhistleStep
from mediator_desk.rows import WhistleFile
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.whistle_codes import code_of, written
from mediator_desk.usecases.papers.facts import (
    division_words,
    limit_words,
    moment_words,
    street_office,
)
from mediator_desk.usecases.whistle_steps import kind_of

_RULINGS = {
    StepKind.REASSIGNED: "同意改派",
    StepKind.RETURN_REFUSED: "驳回",
    StepKind.DESIGNATED: "提请指定",
}


def whistle_facts(desk: Desk, file: WhistleFile) -> WhistleFacts:
    """Say what a whistle slip says; limits not running yet are left to be filled in by hand."""
    whistle = file.whistle
    reference = "" if file.dispute is None else file.dispute.number
    if whistle.agenda_topic is not None and not reference:
        reference = desk.queries.topic_file(whistle.agenda_topic).topic.number
    return WhistleFacts(
        whistle_no=whistle.number,
        code=_code(whistle),
        type=kind_of(desk.books, whistle).title.zh,
        source=chinese(whistle.source),
        case_ref=reference,
        title=whistle.title,
        place=" ".join(
            one for one in (division_words(desk, whistle.division), whistle.place) if one
        ),
        content=whistle.content,
        legal_basis=whistle.legal_basis,
        lead=whistle.lead,
        assist="、".join(whistle.assisting),
        request=whistle.request,
        whistler=file.people.get(whistle.blown_by, ""),
        blown_at=moment_words(whistle.blown_at),
        sign_by=_limit(file.deadlines, "D08.sign"),
        contact_by=_limit(file.deadlines, "D08.contact"),
        report_by=_limit(file.deadlines, "D08.report"),
        finish_by=_limit(file.deadlines, "D06"),
        street_office=street_office(desk, whistle.division),
        signed_on=None if whistle.dispatched_at is None else local_day(whistle.dispatched_at),
    )


def reply_facts(file: WhistleFile) -> ReplyFacts:
    """Say what the department in charge has answered so far; the rest is left to its hand."""
    whistle = file.whistle
    own = [one for one in file.steps if (one.turn, one.department) == (whistle.turn, whistle.lead)]
    signed, came = _last(own, StepKind.SIGNED), _last(own, StepKind.REPORTED_IN)
    back, replied = _last(own, StepKind.RETURNED), _last(own, StepKind.REPLIED)
    told = [one for one in own if one.kind in (StepKind.HANDLING, StepKind.REPLIED)]
    return ReplyFacts(
        whistle_no=whistle.number,
        title=whistle.title,
        department=whistle.lead,
        signed_at=_when(signed),
        signed_by=signed.contact if signed else "",
        return_reason=_reason(back),
        return_at=_when(back),
        return_basis=" ".join(one for one in (back.legal_basis, back.text) if one) if back else "",
        return_ruling=_ruling(file.steps, back),
        reported_at=_when(came),
        people=came.contact if came else "",
        contacted_with=_newest(one.contact for one in told),
        measures=_newest(one.measures for one in told),
        extension=_longer(file),
        result=replied.text if replied else "",
        finished_at=_when(replied),
        code=_code(whistle),
        replied_on=local_day(replied.at) if replied else None,
    )


def _code(whistle: Whistle) -> str:
    return written(code_of(whistle.id, whistle.turn)) if whistle.turn else ""


def _last(steps: Iterable[WhistleStep], kind: StepKind) -> WhistleStep | None:
    return max((one for one in steps if one.kind is kind), key=lambda one: one.at, default=None)


def _when(step: WhistleStep | None) -> str:
    return "" if step is None else moment_words(step.at)


def _newest(said: Iterable[str]) -> str:
    return next((one for one in reversed(tuple(said)) if one), "")


def _reason(back: WhistleStep | None) -> str:
    if back is None or back.reason is ReturnReason.UNSAID:
        return ""
    return chinese(back.reason)


def _ruling(steps: Iterable[WhistleStep], back: WhistleStep | None) -> str:
    """Say what came of the return, as the blank words it."""
    if back is None:
        return ""
    later = (one for one in steps if one.at >= back.at and one.kind in _RULINGS)
    return next((_RULINGS[one.kind] for one in later), "")


def _longer(file: WhistleFile) -> str:
    """Say until when more time was given, and why."""
    running = {one.id: one.due_at for one in file.deadlines if not one.called_off}
    given = [one for one in file.extensions if one.clock in running]
    return "；".join(_extended(one, running[one.clock]) for one in given[-1:])


def _extended(longer: Extension, due_at: datetime) -> str:
    return f"{limit_words(due_at)}，{longer.reason}"


def _limit(deadlines: Iterable[Deadline], rule: str) -> str:
    """Write the limit of a rule that was started last."""
    clocks = [one for one in deadlines if f"{one.rule}.".startswith(f"{rule}.")]
    newest = max(clocks, key=lambda one: one.starts_at, default=None)
    return "" if newest is None else limit_words(newest.due_at)
