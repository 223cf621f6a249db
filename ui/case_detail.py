"""A dispute put into words for the side pane: state, next step, parties, course of events."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from mediator_desk.course import Event, Happened, course_of_case
from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.dispute import Dispute, Outcome, Route
from mediator_desk.records.people import Side
from mediator_desk.records.place import Place
from mediator_desk.rows import CaseFile, DisputeRow
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.issued_papers import paper_states
from mediator_desk.usecases.next_step import next_clock
from mediator_desk.usecases.pace import PERFORM
from mediator_desk.words import _, n_, p_
from ui.agreement_detail import agreement_sections, ending_sections
from ui.clock_section import ChangeClock, dates_section
from ui.file_lines import files_section
from ui.issued_lines import issued_section
from ui.next_step import next_step, outside_notice
from ui.said import (
    begun,
    clock_said,
    day_said,
    due_long,
    due_tone,
    first_line,
    moment_said,
    outcome_tone,
    reach_of,
    stage_tone,
)
from ui.tokens import Tone
from ui.widgets.side_pane import Detail, PartyLine, Section
from ui.widgets.timeline import Happening
from ui.widgets.verb import Verb

_TITLE = 24
_SIDES = tuple(Side)


def detail_of(
    desk: Desk,
    file: CaseFile,
    verbs: Sequence[Verb] = (),
    added: Sequence[Place] = (),
    change_clock: ChangeClock | None = None,
    open_files: Callable[[], object] | None = None,
    open_papers: Callable[[], object] | None = None,
) -> Detail:
    """Say everything about a dispute that a person wants to know at a glance.

    ``added`` are the places we added ourselves; no directory names them.
    """
    dispute, now = file.dispute, desk.now()
    banner, tone = _banner(desk, file, now)
    return Detail(
        title=title_of(dispute),
        state=label(dispute.stage) if dispute.open else _ended(dispute),
        state_tone=stage_tone(dispute.stage) if dispute.open else outcome_tone(dispute.outcome),
        subtitle=_subtitle(file),
        banner=banner,
        banner_tone=tone,
        parties=[
            PartyLine(role=label(party.side), name=party.name, reach=reach_of(party))
            for party in sorted(file.parties, key=lambda party: _SIDES.index(party.side))
        ],
        sections=[
            *dates_section(desk, _without_parts(file), change_clock),
            *([files_section(file.attachments, open_files)] if open_files is not None else ()),
            *(_papers(file, open_papers) if open_papers is not None else ()),
            *_sections(desk, file, now, added),
        ],
        verbs=verbs,
    )


def _papers(file: CaseFile, open_papers: Callable[[], object]) -> list[Section]:
    """Say what was issued and came back, once anything was."""
    states = paper_states(file.issued_papers, file.signed_pages)
    return [issued_section(states, open_papers)] if states else []


def _without_parts(file: CaseFile) -> CaseFile:
    """Leave the days of the single parts to the table of performance, which says them all."""
    kept = tuple(clock for clock in file.deadlines if clock.rule != PERFORM)
    return replace(file, deadlines=kept)


def several_detail(rows: Sequence[DisputeRow], verbs: Sequence[Verb]) -> Detail:
    """Say which disputes were chosen together, and what they could become."""
    hint = _("Disputes that share a cause can go to the residents' council as one topic.")
    said = n_("{count} dispute chosen", "{count} disputes chosen", len(rows))
    return Detail(
        title=said.format(count=len(rows)),
        banner=hint,
        banner_tone="accent",
        sections=[
            Section(facts=[(row.number, row.title or first_line(row.text, _TITLE)) for row in rows])
        ],
        verbs=verbs,
    )


def title_of(dispute: Dispute) -> str:
    """Name a dispute: by its title, or else by the beginning of what happened."""
    return dispute.title or first_line(dispute.text, _TITLE)


def named(file: CaseFile) -> str:
    """Name a dispute in a confirmation: its number and its parties."""
    names = p_("list mark", ", ").join(party.name for party in file.parties[:2])
    return f"{file.dispute.number} · {names}" if names else file.dispute.number


def happening_of(event: Event, now: datetime) -> Happening:
    """Put one event into words."""
    when = day_said(event.at.date(), now) if event.whole_day else moment_said(event.at, now)
    title = begun(label(event.kind))
    if event.detail is not None and event.detail.value:
        title = p_("event", "{event}: {detail}").format(event=title, detail=label(event.detail))
    return Happening(
        title=title,
        meta=" · ".join(one for one in (event.who, when) if one),
        text=event.text,
        tone="danger" if event.kind is Happened.REFUSAL else "quiet",
    )


def _ended(dispute: Dispute) -> str:
    return p_("state", "{stage}: {outcome}").format(
        stage=label(dispute.stage), outcome=label(dispute.outcome)
    )


def _subtitle(file: CaseFile) -> str:
    dispute = file.dispute
    parts = [dispute.number, label(dispute.topic), file.place]
    return " · ".join(one for one in parts if one)


def _banner(desk: Desk, file: CaseFile, now: datetime) -> tuple[str, Tone]:
    """Say what is next and by when; an open conflict comes first."""
    if file.clashes:
        sentence = n_(
            "{count} conflict between stations is open here; the team lead settles it.",
            "{count} conflicts between stations are open here; the team lead settles them.",
            len(file.clashes),
        )
        return sentence.format(count=len(file.clashes)), "danger"
    outside = _outside(desk, file.dispute)
    if outside:
        return outside, "danger"
    step, clock = next_step(file, local_day(now)), next_clock(file)
    advice = _("Next: {advice}").format(advice=_(step.advice)) if step.advice else ""
    if clock is None:
        return advice, "accent"
    due = _("{what}: {day}.").format(
        what=begun(clock_said(clock, desk.books.deadlines)),
        day=due_long(clock.due_at, now, desk.books.calendar),
    )
    tone = due_tone(clock.due_at, now)
    return "\n".join(one for one in (due, advice) if one), "accent" if tone == "quiet" else tone


def _outside(desk: Desk, dispute: Dispute) -> str:
    """Say of a dispute nobody has decided on yet that it is not for mediation, if so."""
    notice = outside_notice(desk.books.routing, dispute)
    return "" if notice is None else _("Not for mediation: {notice}").format(notice=notice)


def _sections(desk: Desk, file: CaseFile, now: datetime, added: Sequence[Place]) -> list[Section]:
    events = course_of_case(file)
    course = [happening_of(event, now) for event in reversed(events)]
    return [
        *agreement_sections(desk, file),
        *ending_sections(file),
        Section(
            heading=_("Course of events"),
            aside=n_("{count} entry", "{count} entries", len(course)).format(count=len(course)),
            happenings=course,
        ),
        Section(heading=_("More about it"), facts=_facts(desk, file, now, added)),
    ]


def _route(dispute: Dispute) -> list[tuple[str, str]]:
    if dispute.route is Route.UNDECIDED:
        return []
    facts = [(_("Way"), label(dispute.route))]
    if dispute.route_proposed not in (Route.UNDECIDED, dispute.route):
        facts.append((_("Proposed"), label(dispute.route_proposed)))
    facts.append((_("Reason"), dispute.route_reason))
    return facts


def _facts(
    desk: Desk, file: CaseFile, now: datetime, added: Sequence[Place]
) -> list[tuple[str, str]]:
    dispute = file.dispute
    return [
        *_route(dispute),
        (_("Mediator"), file.name(dispute.mediator)),
        (_("Volume number"), dispute.volume_no),
        (_("Community"), place_name(desk, dispute.division, added)),
        (_("Category"), label(dispute.category)),
        (_("Came by"), label(dispute.channel)),
        (_("Happened on"), day_said(dispute.happened_on, now) if dispute.happened_on else ""),
        (_("Households"), str(dispute.households) if dispute.households else ""),
        (_("Risk"), dispute.risk),
        (_("Outcome"), label(dispute.outcome) if dispute.outcome is not Outcome.OPEN else ""),
    ]


def place_name(desk: Desk, division: str, added: Sequence[Place]) -> str:
    """Name a division of the directory, or a place we added ourselves."""
    known = desk.books.divisions.get(division)
    if known is not None:
        return known.name
    return next((one.name for one in added if str(one.id) == division), "")
