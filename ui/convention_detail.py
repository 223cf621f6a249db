"""A convention put into words for the side pane: what holds, its text, its versions, what next."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.convention import ConventionVersion, VersionState
from mediator_desk.records.people import Role
from mediator_desk.records.public_notice import ObjectionState
from mediator_desk.rows.conventions import ConventionFile
from mediator_desk.rules.conventions import numbered
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.roles import may
from mediator_desk.rules.transitions import CONVENTION_STEPS, possible
from mediator_desk.words import N_, _, n_, p_
from ui.clock_section import dates_section
from ui.said import day_said
from ui.tokens import Tone
from ui.widgets.link_row import Link
from ui.widgets.side_pane import Detail, Section
from ui.widgets.state_rows import StateRow
from ui.widgets.typed_day import day_words
from ui.widgets.verb import Verb

VERBS = {
    "change-convention": N_("C&hange the draft"),
    "consult-convention": N_("Ask for &opinions"),
    "adopt-convention": N_("A&dopt"),
    "file-convention": N_("&File with the street"),
    "enforce-convention": N_("Put &in force"),
    "amend-convention": N_("&Amend"),
    "repeal-convention": N_("&Repeal"),
    "drop-convention": N_("&Give up"),
}
_ADVICE = {
    "consult-convention": N_("Hang the draft on the boards and ask for opinions."),
    "adopt-convention": N_("When its days are over and opinions answered, have it adopted."),
    "file-convention": N_("File it with the street; it holds from then on."),
    "enforce-convention": N_("Put it in force."),
}
_FIRST = {
    VersionState.DRAFT: "consult-convention",
    VersionState.CONSULTED: "adopt-convention",
    VersionState.ADOPTED: "enforce-convention",
    VersionState.FILED: "enforce-convention",
}
_TONES: dict[VersionState, Tone] = {
    VersionState.IN_FORCE: "good",
    VersionState.DRAFT: "warning",
    VersionState.CONSULTED: "accent",
    VersionState.ADOPTED: "accent",
    VersionState.FILED: "accent",
}
_LAST = ("drop-convention", "repeal-convention")

Go = Callable[[str, UUID], object]


def version_tone(state: VersionState) -> Tone:
    """Give the tone of a state."""
    return _TONES.get(state, "quiet")


def next_for_convention(desk: Desk, file: ConventionFile) -> str:
    """Name the step the desk advises; empty when nothing is left to do."""
    version = file.newest
    filing = desk.books.conventions.kinds[file.convention.kind].filing
    if version.state is VersionState.ADOPTED and filing:
        return "file-convention"
    return _FIRST.get(version.state, "")


def convention_steps(desk: Desk, file: ConventionFile, role: Role) -> tuple[str, ...]:
    """Name every step that fits the newest version and the role, the advised one first."""
    first = next_for_convention(desk, file)
    fitting = list(possible(CONVENTION_STEPS, file.newest.state))
    if first == "file-convention":
        fitting.remove("enforce-convention")
    if file.holding is not None and file.holding != file.newest:
        over = possible(CONVENTION_STEPS, file.newest.state) == ()
        fitting += ["amend-convention", "repeal-convention"] if over else ["repeal-convention"]
    fitting.sort(key=lambda step: (step != first, step in _LAST))
    return tuple(step for step in fitting if step in VERBS and may(role, step))


def convention_detail(desk: Desk, file: ConventionFile, verbs: Sequence[Verb], go: Go) -> Detail:
    """Say everything about a convention that a person wants to know at a glance."""
    convention, version = file.convention, file.holding or file.newest
    banner, tone = _banner(desk, file)
    return Detail(
        title=convention.title,
        state=label(version.state),
        state_tone=version_tone(version.state),
        subtitle=" · ".join(filter(None, (convention.number, label(convention.kind), file.scope))),
        banner=banner,
        banner_tone=tone,
        sections=[
            *_doubts(desk, file.newest),
            *dates_section(desk, file, None, _("Answers due")),
            *([_text(_("The new text"), file.newest)] if file.newest != version else []),
            _text(_("The text in force") if file.holding else _("The text"), version),
            _facts(desk, version),
            *_notices(desk, file, go),
            _versions(desk, file),
        ],
        verbs=verbs,
    )


def _banner(desk: Desk, file: ConventionFile) -> tuple[str, Tone]:
    """Say what is next; an objection that waits comes first."""
    waiting = sum(one.state is ObjectionState.RAISED for one in file.objections)
    if waiting:
        said = n_(
            "{count} objection waits for an answer.",
            "{count} objections wait for an answer.",
            waiting,
        )
        return said.format(count=waiting), "warning"
    step = next_for_convention(desk, file)
    if not step:
        return "", "quiet"
    hanging = _hangs_until(desk, file)
    return hanging or _(_ADVICE[step]), "accent"


def _hangs_until(desk: Desk, file: ConventionFile) -> str:
    """Say until when the draft must hang, while it must."""
    notice = next((one for one in file.notices if one.id == file.newest.notice), None)
    today = local_day(desk.now())
    if file.newest.state is not VersionState.CONSULTED or notice is None:
        return ""
    if notice.may_come_down_on is None or notice.may_come_down_on <= today:
        return ""
    day = day_words(notice.may_come_down_on, today)
    return _("The draft must hang until {day}.").format(day=day)


def doubts_said(desk: Desk, articles: Sequence[str]) -> str:
    """Say what a text holds that a convention may not, one sentence on each line."""
    doubts = desk.books.conventions.doubts(articles)
    said = p_("doubt", "Article {place} “{word}”: {reason} ({source})")
    return "\n".join(
        said.format(
            place=one.article,
            word=one.word,
            reason=one.caution.reason,
            source=one.caution.source,
        )
        for one in doubts
    )


def _doubts(desk: Desk, version: ConventionVersion) -> list[Section]:
    said = doubts_said(desk, version.articles)
    return [Section(heading=_("Look at this again"), note=said)] if said else []


def _text(heading: str, version: ConventionVersion) -> Section:
    nth = _("version {ordinal}").format(ordinal=version.ordinal)
    return Section(heading=heading, aside=nth, text=numbered(version.articles))


def _facts(desk: Desk, version: ConventionVersion) -> Section:
    now = desk.now()
    days = {
        _("Adopted on"): version.adopted_on,
        _("Filed on"): version.filed_on,
        _("In force from"): version.in_force_from or version.planned_from,
    }
    said = {name: day_said(day, now) if day else "" for name, day in days.items()}
    return Section(
        heading=_("How it came about"),
        facts=[
            (_("Adopted by"), label(version.body) if version.body else ""),
            (_("Votes"), votes_said(version)),
            (_("Adopted on"), said[_("Adopted on")]),
            (_("Why it stands"), version.doubt),
            (_("Filed on"), said[_("Filed on")]),
            (_("Filed under"), version.filed_number),
            (_("Filed with"), version.filed_with),
            (_("In force from"), said[_("In force from")]),
            (_("What it is for"), version.purpose),
        ],
    )


def votes_said(version: ConventionVersion) -> str:
    """Say how many adopted it."""
    if version.body is None:
        return ""
    said = _("{agreeing} agree of {present} taking part, {due} due")
    return said.format(agreeing=version.agreeing, present=version.present, due=version.due)


def _notices(desk: Desk, file: ConventionFile, go: Go) -> list[Section]:
    """List the notices that hung for it and the topic it comes from; each can be opened."""
    now = desk.now()
    links = [
        Link(
            text=one.title,
            aside=f"{one.number} · {label(one.state)} · {day_said(one.posted_on, now)}",
            do=partial(go, "commons", one.id),
        )
        for one in reversed(file.notices)
    ]
    if file.topic is not None:
        topic = file.topic
        links.append(
            Link(text=topic.title, aside=topic.number, do=partial(go, "council", topic.id))
        )
    return [Section(heading=_("Belongs to it"), links=links)] if links else []


def _versions(desk: Desk, file: ConventionFile) -> Section:
    return Section(heading=_("Versions"), rows=[_row(desk, one) for one in reversed(file.versions)])


def _row(desk: Desk, one: ConventionVersion) -> StateRow:
    now = desk.now()
    said = [p_("version", "drafted {day}").format(day=day_said(one.drafted_on, now))]
    if one.in_force_from is not None:
        begun = day_said(one.in_force_from, now)
        ended = day_said(one.ended_on, now) if one.ended_on else _("today")
        said.append(p_("version", "in force {begun} to {ended}").format(begun=begun, ended=ended))
    said += [one.end_reason] if one.end_reason else []
    return StateRow(
        what=_("Version {ordinal}").format(ordinal=one.ordinal),
        aside=" · ".join(said),
        state=label(one.state),
        tone=version_tone(one.state),
    )
