"""Showing one dispute, whistle or agenda topic whole."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from mediator_desk.commands import volumes
from mediator_desk.commands.answers import Answer
from mediator_desk.commands.arguments import Commands, command
from mediator_desk.commands.codes import iso, last_day
from mediator_desk.commands.options import Arguments, Parser
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.course import Event, course_of_case, course_of_topic, course_of_whistle
from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.people import Party
from mediator_desk.refusals import NotFound
from mediator_desk.rows import CaseFile, TopicFile, WhistleFile
from mediator_desk.rules.durations import CHINA, local_day
from mediator_desk.rules.transitions import ALL_STEPS, possible
from mediator_desk.usecases.schedule import schedule_of
from mediator_desk.usecases.whistle_steps import kind_of
from mediator_desk.words import N_, _


def add_to(commands: "Commands[Parser]") -> None:
    """Add ``show`` and ``volume``."""
    volumes.add_to(commands)
    show = command(
        commands,
        "show",
        does=_("show one dispute whole (or a whistle, or an agenda topic)"),
        example="show 古楼-2026-7",
        run=show_one,
    )
    show.add_argument("number", metavar="NUMBER|ID")


def show_one(asked: Arguments, around: Surroundings) -> Answer:
    """Show a record by its number or id, with all its papers."""
    with around.visit() as visit:
        today = local_day(visit.desk.now())
        desk, file = visit.desk, found(visit.desk, asked.number)
    match file:
        case CaseFile():
            return Answer(json=_told_case(file, today), lines=_said_case(file))
        case WhistleFile():
            return Answer(json=_told_whistle(file), lines=_said_whistle(desk, file))
        case TopicFile():
            return Answer(json=_told_topic(file), lines=_said_topic(file))


def found(desk: Desk, number: str) -> CaseFile | WhistleFile | TopicFile:
    """Find a dispute, a whistle or an agenda topic by number or id. Raises ``NotFound``."""
    typed = number.strip()
    try:
        return desk.queries.case_file(desk.queries.dispute_by_number(typed))
    except NotFound:
        for whistle in desk.queries.whistles():
            if typed in (whistle.number, str(whistle.id)):
                return desk.queries.whistle_file(whistle.id)
        for topic in desk.queries.topics():
            if typed in (topic.number, str(topic.id)):
                return desk.queries.topic_file(topic.id)
    raise NotFound(N_("There is nothing with the number {number} here."), number=typed)


def _told_case(file: CaseFile, today: date) -> dict[str, Any]:
    """Tell a dispute and all its papers to programs."""
    return {
        "dispute": file.dispute,
        "id": file.dispute.id,
        "number": file.dispute.number,
        "state": file.dispute.stage.value,
        "place": file.place,
        "team": file.team,
        "committee": file.committee,
        "parties": file.parties,
        "consents": file.consents,
        "sittings": file.sittings,
        "agreements": file.agreements,
        "obligations": file.obligations,
        "schedule": _told_schedule(file, today),
        "payments": file.payments,
        "amendments": file.amendments,
        "urgings": file.urgings,
        "lawsuits": file.lawsuits,
        "confirmations": file.confirmations,
        "recusals": file.recusals,
        "risk_reports": file.risk_reports,
        "undisputed_facts": file.undisputed,
        "applications": file.applications,
        "powers_of_attorney": file.powers,
        "investigations": file.investigations,
        "volume_notes": file.volume_notes,
        "volume_filings": file.filings,
        "follow_ups": file.follow_ups,
        "closings": file.closings,
        "reopenings": file.reopenings,
        "notes": file.notes,
        "deadlines": file.deadlines,
        "whistles": file.whistles,
        "agenda_topic": file.agenda_topic,
        "clashes": file.clashes,
        "people": _names(file.people),
        "course": _told_course(course_of_case(file)),
        "next": possible(ALL_STEPS["dispute"], file.dispute.stage),
    }


def _told_schedule(file: CaseFile, today: date) -> list[dict[str, Any]]:
    """Tell how far every part of every promise is."""
    return [
        {
            "obligation": one.id,
            "part": part.number,
            "amount": part.amount,
            "due_on": part.due_on,
            "paid": part.paid,
            "owed": part.rest,
            "progress": part.progress.value,
        }
        for one, parts in schedule_of(file, today)
        for part in parts
    ]


def _told_whistle(file: WhistleFile) -> dict[str, Any]:
    """Tell a whistle to programs."""
    return {
        "whistle": file.whistle,
        "id": file.whistle.id,
        "number": file.whistle.number,
        "state": file.whistle.state.value,
        "steps": file.steps,
        "deadlines": file.deadlines,
        "notes": file.notes,
        "dispute": None if file.dispute is None else file.dispute.number,
        "people": _names(file.people),
        "course": _told_course(course_of_whistle(file)),
        "next": possible(ALL_STEPS["whistle"], file.whistle.state),
    }


def _told_topic(file: TopicFile) -> dict[str, Any]:
    """Tell an agenda topic to programs."""
    return {
        "agenda_topic": file.topic,
        "id": file.topic.id,
        "number": file.topic.number,
        "state": file.topic.state.value,
        "disputes": [one.number for one in file.disputes],
        "screenings": file.screenings,
        "meetings": file.meetings,
        "items": file.items,
        "speeches": file.speeches,
        "decisions": file.decisions,
        "tasks": file.tasks,
        "ratings": file.ratings,
        "reports": file.reports,
        "notes": file.notes,
        "deadlines": file.deadlines,
        "whistles": file.whistles,
        "people": _names(file.people),
        "course": _told_course(course_of_topic(file)),
        "next": possible(ALL_STEPS["agenda_topic"], file.topic.state),
    }


def _names(people: Mapping[UUID, str]) -> dict[str, str]:
    """Write the names of people by id."""
    return {str(id): name for id, name in people.items()}


def _told_course(course: tuple[Event, ...]) -> list[dict[str, Any]]:
    """Tell the course of events to programs."""
    return [
        {
            "at": iso(one.at),
            "kind": one.kind.value,
            "who": one.who,
            "detail": None if one.detail is None else one.detail.value,
            "text": one.text,
        }
        for one in course
    ]


def _said_case(file: CaseFile) -> list[str]:
    """Tell a dispute to people."""
    one = file.dispute
    outcome = "" if one.open else f" ({label(one.outcome)})"
    return [
        f"{one.number}  {one.volume_no}".rstrip(),
        f"{label(one.topic)}  {label(one.stage)}{outcome}  {label(one.route)}",
        *(text for text in (file.place, one.title, one.text) if text),
        "",
        *(_said_party(party) for party in file.parties),
        *_said_deadlines(file),
        "",
        *_said_course(course_of_case(file)),
    ]


def _said_whistle(desk: Desk, file: WhistleFile) -> list[str]:
    """Tell a whistle to people."""
    one = file.whistle
    return [
        f"{one.number}  {kind_of(desk.books, one).title}  {label(one.state)}",
        *(text for text in (one.title, one.place, one.content) if text),
        _("Lead: {name}").format(name=one.lead),
        *_said_deadlines(file),
        "",
        *_said_course(course_of_whistle(file)),
    ]


def _said_topic(file: TopicFile) -> list[str]:
    """Tell an agenda topic to people."""
    one = file.topic
    return [
        f"{one.number}  {label(one.state)}  {label(one.decision_body)}",
        *(text for text in (one.title, one.place, one.content) if text),
        *(f"  {each.number}  {each.title or each.text}" for each in file.disputes),
        *_said_deadlines(file),
        "",
        *_said_course(course_of_topic(file)),
    ]


def _said_party(party: Party) -> str:
    """Tell one party to people."""
    return f"  {label(party.side)}: {party.name}  {party.phone}".rstrip()


def _said_deadlines(file: CaseFile | WhistleFile | TopicFile) -> list[str]:
    """Tell the clocks that run."""
    said = _("{rule} is due on {day}")
    return [
        "  " + said.format(rule=one.rule, day=last_day(one.due_at))
        for one in file.deadlines
        if one.running()
    ]


def _said_course(course: tuple[Event, ...]) -> list[str]:
    """Tell the course of events, one line each."""
    lines = []
    for one in course:
        when = f"{one.at.astimezone(CHINA):{'%Y-%m-%d' if one.whole_day else '%Y-%m-%d %H:%M'}}"
        detail = "" if one.detail is None or not one.detail.value else f" ({label(one.detail)})"
        text = " ".join(one.text.split())
        text = text if len(text) <= 60 else text[:59] + "…"
        lines.append(f"{when}  {label(one.kind)}{detail}  {one.who}  {text}".rstrip())
    return lines
