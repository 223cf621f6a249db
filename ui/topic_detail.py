"""A topic of the council put into words for the side pane."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from mediator_desk.course import Event, course_of_topic
from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.council import AgendaTopic, Meeting, TopicState, VoteMethod
from mediator_desk.rows import TopicFile
from mediator_desk.rules.who_decides import council_may_decide
from mediator_desk.words import _, n_, p_
from ui.banner_words import banner_words
from ui.case_detail import happening_of
from ui.clock_section import ChangeClock, dates_section
from ui.council_steps import ADVICE, may_step, next_for_topic
from ui.law_words import law_words, majority_words, only_recommends
from ui.said import day_said, first_line, moment_said
from ui.tokens import Tone
from ui.widgets.link_row import Link
from ui.widgets.side_pane import Detail, Section
from ui.widgets.timeline import Happening
from ui.widgets.verb import Verb

Go = Callable[[str, UUID], object]

_TONES: dict[TopicState, Tone] = {
    TopicState.PROPOSED: "warning",
    TopicState.DELIBERATED: "warning",
    TopicState.DECIDED: "good",
    TopicState.OTHERS_DECIDED: "good",
    TopicState.EVALUATED: "good",
    TopicState.SHARED: "quiet",
    TopicState.WITHDRAWN: "quiet",
}


def topic_tone(state: TopicState) -> Tone:
    """Give the tone of a topic's state; its word always stands beside it."""
    return _TONES.get(state, "accent")


def state_words(state: TopicState) -> str:
    """Name a state shortly enough for a chip and a column."""
    short = {
        TopicState.TO_OWNER_VOTE: p_("state", "owners decide"),
        TopicState.TO_RESIDENTS_MEETING: p_("state", "residents decide"),
    }
    return short.get(state) or label(state)


def topic_detail(
    desk: Desk,
    file: TopicFile,
    verbs: Sequence[Verb],
    go: Go,
    change_clock: ChangeClock | None = None,
) -> Detail:
    """Say everything about a topic that a person wants to know at a glance."""
    topic, now = file.topic, desk.now()
    banner, tone = _banner(desk, file)
    households = n_("{count} household", "{count} households", topic.households)
    return Detail(
        title=topic.title,
        state=label(topic.state),
        state_tone=topic_tone(topic.state),
        subtitle=_joined(
            topic.number,
            file.place,
            households.format(count=topic.households) if topic.households else "",
        ),
        banner=banner,
        banner_tone=tone,
        sections=[
            _decides(topic),
            *dates_section(desk, file, change_clock),
            *([_gathered(file, go)] if file.disputes else []),
            *([_called(file, go)] if file.whistles else []),
            *(_meeting(one, now) for one in reversed(file.meetings)),
            _facts(topic, now),
            _course(file, now),
        ],
        verbs=verbs,
    )


def vote_words(meeting: Meeting) -> str:
    """Say how a meeting voted."""
    if meeting.method is VoteMethod.CONSENSUS:
        return label(meeting.method)
    return _("{method}: {agree} for, {against} against, {abstain} abstained").format(
        method=label(meeting.method),
        agree=meeting.votes_for,
        against=meeting.votes_against,
        abstain=meeting.votes_abstain,
    )


def _banner(desk: Desk, file: TopicFile) -> tuple[str, Tone]:
    """Say what is next and by when; an open conflict comes first."""
    state = file.topic.state
    advice = [_(ADVICE[state])] if state in ADVICE else []
    if advice and not may_step(desk.person.role, next_for_topic(file)):
        advice.append(_("This step is for the team lead."))
    return banner_words(desk, advice, file.deadlines, len(file.clashes))


def _decides(topic: AgendaTopic) -> Section:
    """Say who decides and under which item of the law."""
    facts = [(_("Who decides"), label(topic.decision_body))]
    if topic.law_item:
        facts.append((_("Under"), law_words(topic.law_item)))
        facts.append((_("It takes"), majority_words(topic.law_item)))
    facts.append((_("Opinion"), topic.screen_opinion))
    note = ""
    if not council_may_decide(topic.decision_body, topic.law_item) and topic.closed_at is None:
        note = only_recommends(label(topic.decision_body))
    return Section(facts=facts, note=note)


def _gathered(file: TopicFile, go: Go) -> Section:
    """List the disputes that were gathered; each can be opened."""
    count = len(file.disputes)
    return Section(
        heading=_("Gathered disputes"),
        aside=n_("{count} dispute", "{count} disputes", count).format(count=count),
        links=[
            Link(
                text=row.title or first_line(row.text),
                aside=_joined(row.number, "／".join(row.parties), label(row.stage)),
                do=partial(go, "disputes", row.id),
            )
            for row in file.disputes
        ],
    )


def _called(file: TopicFile, go: Go) -> Section:
    """List the whistles that were blown for the topic."""
    return Section(
        heading=p_("heading", "Whistles"),
        links=[
            Link(
                text=one.title,
                aside=_joined(one.number, one.lead, label(one.state)),
                do=partial(go, "whistles", one.id),
            )
            for one in file.whistles
        ],
    )


def _meeting(meeting: Meeting, now: datetime) -> Section:
    """Say what a meeting came to."""
    present = _("{present} of {due}").format(present=meeting.present, due=meeting.due)
    return Section(
        heading=_("Meeting of {moment}").format(moment=moment_said(meeting.held_at, now)),
        aside=label(meeting.result),
        facts=[
            (_("Present"), present),
            (_("Vote"), vote_words(meeting)),
            (p_("meeting", "Opinion formed"), meeting.opinion),
            (_("Resolution"), meeting.resolution),
            (_("Responsible"), meeting.responsible),
            (_("Finish on"), day_said(meeting.finish_on, now) if meeting.finish_on else ""),
            (_("Money from"), meeting.fund),
            (_("Dissent"), meeting.dissent),
        ],
    )


def _facts(topic: AgendaTopic, now: datetime) -> Section:
    return Section(
        heading=_("About the topic"),
        text=topic.content,
        facts=[
            (_("Suggestion"), topic.suggestion),
            (_("Concerned"), topic.stakeholders),
            (_("Raised by"), topic.proposer),
            (_("Came from"), label(topic.source)),
            (_("Raised on"), day_said(topic.proposed_on, now)),
            (_("Meeting planned"), day_said(topic.planned_on, now) if topic.planned_on else ""),
        ],
    )


def _course(file: TopicFile, now: datetime) -> Section:
    events = [_happening(event, file, now) for event in reversed(course_of_topic(file))]
    aside = n_("{count} entry", "{count} entries", len(events)).format(count=len(events))
    return Section(heading=_("Course of events"), aside=aside, happenings=events)


def _happening(event: Event, file: TopicFile, now: datetime) -> Happening:
    """Put one event into words; what stands above already is not said twice."""
    said = happening_of(event, now)
    if event.text != file.topic.content:
        return said
    return Happening(title=said.title, meta=said.meta, tone=said.tone)


def _joined(*parts: str) -> str:
    return " · ".join(one for one in parts if one)
