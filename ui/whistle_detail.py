"""A whistle put into words for the side pane: both clocks, what is next, what happened."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from mediator_desk.course import Event, course_of_whistle
from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.follow_up import Deadline
from mediator_desk.records.whistle import (
    ReturnReason,
    Solved,
    StepKind,
    Whistle,
    WhistleState,
    WhistleStep,
)
from mediator_desk.rows import WhistleFile
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.holding import Holder, held_by, holdings
from mediator_desk.rules.roles import may
from mediator_desk.rules.whistle_kinds import RESIDENT_CLOCK
from mediator_desk.rules.whistle_replies import missing_in_reply
from mediator_desk.usecases.whistle_steps import kind_of
from mediator_desk.words import _, n_, p_
from ui.banner_words import banner_words
from ui.case_detail import happening_of
from ui.clock_section import RETURN_WINDOW, ChangeClock, dates_section
from ui.said import (
    due_short,
    first_line,
    last_day,
    moment_said,
)
from ui.tokens import Tone
from ui.whistle_clocks import card_said, clock_bar, with_card
from ui.whistle_steps import ADVICE, next_for_whistle
from ui.widgets.link_row import Link
from ui.widgets.side_pane import Detail, PartyLine, Section
from ui.widgets.timeline import Happening
from ui.widgets.typed_day import day_words
from ui.widgets.verb import Verb

Go = Callable[[str, UUID], object]

_TONES: dict[WhistleState, Tone] = {
    WhistleState.DRAFT: "warning",
    WhistleState.APPROVED: "warning",
    WhistleState.RETURNED: "danger",
    WhistleState.PENDING_DESIGNATION: "danger",
    WhistleState.VERIFIED: "good",
    WhistleState.EVALUATED: "good",
    WhistleState.CLOSED: "quiet",
    WhistleState.CANCELLED: "quiet",
}
_ANSWERED = (WhistleState.REPLIED, WhistleState.VERIFIED, WhistleState.EVALUATED)
_BAD_STEPS = (StepKind.RETURNED, StepKind.RETURN_REFUSED)


def whistle_tone(state: WhistleState) -> Tone:
    """Give the tone of a whistle's state; its word always stands beside it."""
    return _TONES.get(state, "accent")


def whistle_detail(
    desk: Desk,
    file: WhistleFile,
    verbs: Sequence[Verb],
    go: Go,
    change_clock: ChangeClock | None = None,
) -> Detail:
    """Say everything about a whistle that a person wants to know at a glance."""
    whistle = file.whistle
    banner, tone = _banner(desk, file)
    return Detail(
        title=whistle.title,
        state=label(whistle.state),
        state_tone=whistle_tone(whistle.state),
        subtitle=_joined(whistle.number, str(kind_of(desk.books, whistle).title), file.place),
        banner=banner,
        banner_tone=tone,
        parties=_clock_cards(desk, file),
        sections=[
            *_unsaid(file),
            *dates_section(desk, file, change_clock, _("Both clocks")),
            *([_sources(desk, file)] if file.deadlines else []),
            *_hands(desk, file),
            _call(file),
            *([_linked(file, go)] if file.dispute or whistle.agenda_topic else []),
            _course(file, desk.now()),
        ],
        verbs=verbs,
    )


def _banner(desk: Desk, file: WhistleFile) -> tuple[str, Tone]:
    """Say what is next and by when; an open conflict comes first."""
    state = file.whistle.state
    advice = [_(ADVICE[state]).format(lead=file.whistle.lead)] if state in ADVICE else []
    if advice and not may(desk.person.role, next_for_whistle(state)):
        advice.append(_("This step is for the team lead."))
    clocks = [one for one in file.deadlines if one.rule != RETURN_WINDOW]
    return banner_words(desk, advice, clocks, len(file.clashes))


def _unsaid(file: WhistleFile) -> list[Section]:
    """Remark on what the reply leaves out, until the whistle is signed off."""
    missing = missing_in_reply(file.whistle, file.steps)
    if missing is None or file.whistle.state not in _ANSWERED:
        return []
    return [Section(note=missing.words())]


def _clock_cards(desk: Desk, file: WhistleFile) -> list[PartyLine]:
    """Show both clocks side by side: the resident's never starts anew, the department's does."""
    resident = [one for one in file.deadlines if one.rule == RESIDENT_CLOCK]
    running = [
        one
        for one in file.deadlines
        if one.running() and one.rule not in (RESIDENT_CLOCK, RETURN_WINDOW)
    ]
    department = min(running, key=lambda one: one.due_at, default=None)
    cards = []
    if resident:
        cards.append(_clock_card(desk, _("Resident's clock"), resident[-1]))
        if department is not None:
            role = _("Clock of {lead}").format(lead=file.whistle.lead)
            card = card_said(desk, department.rule, department.rule_set, department.due_at)
            cards.append(_clock_card(desk, role, department, card))
    return cards


def _clock_card(desk: Desk, role: str, clock: Deadline, card: str = "") -> PartyLine:
    now = desk.now()
    if not clock.running():
        return PartyLine(role=role, name=_stopped(clock, now))
    reach = day_words(last_day(clock.due_at), local_day(now))
    said = with_card(due_short(clock.due_at, now), card)
    return PartyLine(role=role, name=said, reach=reach)


def _sources(desk: Desk, file: WhistleFile) -> Section:
    """Say since when the resident waits, and which rules the clocks follow."""
    since = _("The resident's clock has run since {moment}; no return starts it anew.")
    first = file.whistle.first_dispatched_at
    kept = [one for one in file.deadlines if not one.called_off]
    sources = dict.fromkeys(_source(desk, one) for one in kept)
    lines = [
        *([since.format(moment=moment_said(first, desk.now()))] if first else []),
        _("By {rules}.").format(rules=p_("list mark", ", ").join(sources)),
    ]
    shown = [one for one in kept if one.running() and one.rule != RETURN_WINDOW]
    return Section(text="\n".join(lines), meter=[clock_bar(desk, one) for one in shown])


def _hands(desk: Desk, file: WhistleFile) -> list[Section]:
    """Say who has held it for how many working hours; nothing before it was sent out."""
    if file.whistle.first_dispatched_at is None:
        return []
    found = held_by(holdings(file.whistle, file.steps, desk.now(), desk.books.calendar))
    said = {Holder.STREET: _("Our street"), Holder.DISTRICT: _("The district")}
    facts = [
        (said.get(holder, department), _("{hours} working hours").format(hours=_hours(worked)))
        for (holder, department), worked in found.items()
    ]
    return [Section(heading=_("Held by"), facts=facts)]


def _hours(worked: timedelta) -> str:
    return f"{worked / timedelta(hours=1):.1f}".removesuffix(".0")


def _source(desk: Desk, clock: Deadline) -> str:
    """Name the rule a clock follows."""
    limits = desk.books.deadlines.limits
    return limits.find(clock.rule, clock.rule_set, local_day(clock.starts_at)).source


def _stopped(clock: Deadline, now: datetime) -> str:
    """Say how a clock stopped, and whether in time."""
    if clock.met_at is None:
        return p_("clock", "called off")
    said = moment_said(clock.met_at, now)
    if clock.met_at > clock.due_at:
        return p_("clock", "met late, {moment}").format(moment=said)
    return p_("clock", "met in time, {moment}").format(moment=said)


def _call(file: WhistleFile) -> Section:
    """Say what was called for, of whom, and on what ground."""
    whistle = file.whistle
    return Section(
        heading=_("The call"),
        text=whistle.content,
        facts=[
            (_("Lead department"), whistle.lead),
            (_("Assisting"), p_("list mark", ", ").join(whistle.assisting)),
            (_("Legal basis"), whistle.legal_basis),
            (_("Asked for"), whistle.request),
            (_("Handed on"), _handed_on(whistle)),
            (_("Approved by"), _approver(file)),
            (_("Blown by"), file.people.get(whistle.blown_by, "")),
            (_("Came from"), label(whistle.source)),
        ],
    )


def _handed_on(whistle: Whistle) -> str:
    count = whistle.reassigned
    return n_("{count} time", "{count} times", count).format(count=count) if count else ""


def _approver(file: WhistleFile) -> str:
    """Name who approved it: the record, or else the step, knows."""
    steps = [one.contact for one in file.steps if one.kind is StepKind.APPROVED]
    return file.whistle.approver or (steps[-1] if steps else "")


def _linked(file: WhistleFile, go: Go) -> Section:
    """Name the dispute or the topic the whistle was blown for; it can be opened."""
    links = []
    if file.dispute is not None:
        row = file.dispute
        links.append(
            Link(
                text=row.title or first_line(row.text),
                aside=_joined(row.number, "／".join(row.parties), label(row.stage)),
                do=partial(go, "disputes", row.id),
            )
        )
    if file.whistle.agenda_topic is not None:
        go_there = partial(go, "council", file.whistle.agenda_topic)
        links.append(Link(text=_("The topic of the council"), do=go_there))
    return Section(heading=_("Blown for"), links=links)


def _course(file: WhistleFile, now: datetime) -> Section:
    steps = {one.id: one for one in file.steps}
    events = [_happening(one, steps, file, now) for one in reversed(course_of_whistle(file))]
    aside = n_("{count} entry", "{count} entries", len(events)).format(count=len(events))
    return Section(heading=_("Course of events"), aside=aside, happenings=events)


def _happening(
    event: Event, steps: Mapping[UUID, WhistleStep], file: WhistleFile, now: datetime
) -> Happening:
    """Put one event into words; a step says its reason, its finding and its ratings too."""
    said = happening_of(event, now)
    step = steps.get(event.record) if event.record is not None else None
    if step is None:
        text = "" if event.text == file.whistle.content else event.text
        return Happening(title=said.title, meta=said.meta, text=text)
    title = label(step.kind)
    finding = label(step.solved) if step.solved is not Solved.UNSAID else ""
    reason = label(step.reason) if step.reason is not ReturnReason.UNSAID else ""
    detail = finding or reason
    return Happening(
        title=p_("event", "{event}: {detail}").format(event=title, detail=detail)
        if detail
        else title,
        meta=said.meta,
        text="\n".join(_step_lines(step)),
        tone="danger" if step.kind in _BAD_STEPS else "quiet",
    )


def _step_lines(step: WhistleStep) -> list[str]:
    lines = [step.department if step.kind in _NAMING else "", step.text]
    if step.legal_basis:
        lines.append(_("Rests on {article}").format(article=step.legal_basis))
    if step.kind is StepKind.EVALUATED:
        lines.append(
            _("street {street}, department {department}, residents {residents}").format(
                street=label(step.street_rating),
                department=label(step.department_rating),
                residents=label(step.resident_rating),
            )
        )
    return [one for one in lines if one]


# Steps that say of which department they tell; elsewhere it would only repeat itself.
_NAMING = (
    StepKind.DISPATCHED,
    StepKind.RETURNED,
    StepKind.RETURN_REFUSED,
    StepKind.REASSIGNED,
    StepKind.DESIGNATED,
    StepKind.REPLIED,
)


def _joined(*parts: str) -> str:
    return " · ".join(one for one in parts if one)
