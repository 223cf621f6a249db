"""A public notice put into words for the side pane: how long it hangs, what was objected."""

from collections.abc import Sequence

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.public_notice import NoticeState, Objection, ObjectionState
from mediator_desk.rows.notices import NoticeFile
from mediator_desk.rules.durations import local_day
from mediator_desk.words import _, n_, p_
from ui.clock_section import dates_section
from ui.said import day_said
from ui.tokens import Tone
from ui.widgets.side_pane import Detail, Section
from ui.widgets.state_rows import StateRow
from ui.widgets.typed_day import day_words
from ui.widgets.verb import Verb


def notice_detail(desk: Desk, file: NoticeFile, verbs: Sequence[Verb]) -> Detail:
    """Say everything about a notice that a person wants to know at a glance."""
    notice = file.notice
    banner, tone = _banner(desk, file)
    return Detail(
        title=notice.title,
        state=label(notice.state),
        state_tone="accent" if notice.state is NoticeState.POSTED else "quiet",
        subtitle=f"{notice.number} · {label(notice.kind)}",
        banner=banner,
        banner_tone=tone,
        sections=[
            *([_objections(desk, file)] if file.objections else []),
            _hanging(desk, file),
            *dates_section(desk, file, None, _("Answers due")),
            Section(heading=_("What it says"), text=notice.text),
        ],
        verbs=verbs,
    )


def _banner(desk: Desk, file: NoticeFile) -> tuple[str, Tone]:
    """Say what is next: an answer first, then the day it may come down."""
    waiting = sum(one.state is ObjectionState.RAISED for one in file.objections)
    if waiting:
        said = n_(
            "{count} objection waits for an answer.",
            "{count} objections wait for an answer.",
            waiting,
        )
        return said.format(count=waiting), "warning"
    notice, today = file.notice, local_day(desk.now())
    if notice.state is NoticeState.TAKEN_DOWN:
        return "", "quiet"
    if notice.may_come_down_on is None:
        return _("It may be taken down when it is no longer needed."), "accent"
    if today >= notice.may_come_down_on:
        return _("Its days are over; it may be taken down."), "good"
    day = day_words(notice.may_come_down_on, today)
    return _("It must hang until {day}.").format(day=day), "accent"


def _hanging(desk: Desk, file: NoticeFile) -> Section:
    """Say where it hangs, how long, and by which rule."""
    notice, now = file.notice, desk.now()
    first = notice.may_come_down_on
    return Section(
        heading=_("On the boards"),
        facts=[
            (_("About"), file.about),
            (_("Hangs at"), p_("list mark", ", ").join(notice.boards)),
            (_("Posted on"), day_said(notice.posted_on, now)),
            (_("May come down from"), day_said(first, now) if first else ""),
            (_("By which rule"), _source(desk, file)),
            (_("Taken down on"), _day(file, desk)),
            (_("Why it came down early"), notice.early_reason),
            (_("Issued by"), notice.issuer),
            (_("Phone for opinions"), notice.contact),
            (_("Posted by"), file.people.get(notice.posted_by, "")),
        ],
    )


def _day(file: NoticeFile, desk: Desk) -> str:
    day = file.notice.taken_down_on
    return day_said(day, desk.now()) if day else ""


def _source(desk: Desk, file: NoticeFile) -> str:
    """Name the article its days come from."""
    notice = file.notice
    if not notice.least_rule:
        return ""
    limits = desk.books.deadlines.limits
    return limits.find(notice.least_rule, notice.least_rule_set, notice.posted_on).source


def _objections(desk: Desk, file: NoticeFile) -> Section:
    rows = [_row(desk, one) for one in file.objections]
    return Section(heading=_("Objections"), rows=rows)


def _row(desk: Desk, one: Objection) -> StateRow:
    now = desk.now()
    said = [day_said(one.raised_on, now), one.who or _("name unsaid")]
    if one.answered_on is not None:
        answered = p_("objection", "answered {day}: {answer}")
        said.append(answered.format(day=day_said(one.answered_on, now), answer=one.answer))
    return StateRow(
        what=one.text,
        aside=" · ".join(said),
        state=label(one.state),
        tone="warning" if one.state is ObjectionState.RAISED else "good",
    )
