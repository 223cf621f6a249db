"""A topic of the council put into words for the side pane."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from uuid import UUID

from mediator_desk.course import Event, course_of_topic
from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.council import AgendaTopic
from mediator_desk.records.council_meeting import AgendaItem, Meeting, Speech
from mediator_desk.rows import TopicFile
from mediator_desk.rules.fractions import percent
from mediator_desk.rules.who_decides import council_may_decide
from mediator_desk.words import _, n_, p_
from ui.banner_words import banner_words
from ui.case_detail import happening_of
from ui.clock_section import ChangeClock, dates_section
from ui.council_steps import advice_for_topic, may_step, next_for_topic
from ui.law_words import law_words, majority_words, only_recommends
from ui.notice_links import notice_links
from ui.said import day_said, first_line, moment_said
from ui.tokens import Tone
from ui.topic_doing import doing_sections
from ui.topic_path import path_of
from ui.topic_words import present_words, topic_tone, vote_words
from ui.widgets.link_row import Link
from ui.widgets.side_pane import Detail, Section
from ui.widgets.timeline import Happening
from ui.widgets.verb import Verb

Go = Callable[[str, UUID], object]


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
        path=path_of(file),
        banner=banner,
        banner_tone=tone,
        sections=[
            _decides(file),
            *dates_section(desk, file, change_clock),
            *([_gathered(file, go)] if file.disputes else []),
            *([_called(file, go)] if file.whistles else []),
            *([_voted_on(file, go)] if file.votes else []),
            *doing_sections(file, now),
            *notice_links(file.notices, file.objections, go),
            *_decisions(file, now),
            *_meetings(file, now),
            _facts(topic, now),
            _course(file, now),
        ],
        verbs=verbs,
    )


def _banner(desk: Desk, file: TopicFile) -> tuple[str, Tone]:
    """Say what is next and by when; an open conflict comes first."""
    next_words = advice_for_topic(file)
    advice = [_(next_words)] if next_words else []
    step = next_for_topic(file)
    if advice and step and not may_step(desk.person.role, step):
        advice.append(_("This step is for the team lead."))
    return banner_words(desk, advice, file.deadlines, len(file.clashes))


def _decides(file: TopicFile) -> Section:
    """Say who decides and under which item of the law."""
    topic = file.topic
    facts = [(_("Who decides"), label(topic.decision_body))]
    if topic.law_item:
        facts.append((_("Under"), law_words(topic.law_item)))
        facts.append((_("It takes"), majority_words(topic.law_item)))
    facts.append((_("Opinion"), topic.screen_opinion))
    chosen = [
        one.reason
        for one in file.screenings
        if one.reason and (one.body, one.law_item) != (one.proposed_body, one.proposed_item)
    ]
    facts.append((_("Why not as reckoned"), chosen[-1] if chosen else ""))
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


def _voted_on(file: TopicFile, go: Go) -> Section:
    """List the votes of the owners on the topic."""
    return Section(
        heading=_("Votes of the owners"),
        links=[
            Link(
                text=one.title,
                aside=_joined(one.number, label(one.state)),
                do=partial(go, "votes", one.id),
            )
            for one in file.votes
        ],
    )


def _meetings(file: TopicFile, now: datetime) -> list[Section]:
    """Give every meeting the topic was called for, the newest first."""
    by_id = {one.id: one for one in file.meetings}
    return [
        _minutes(file, item, by_id[item.meeting], now)
        for item in reversed(file.items)
        if item.meeting in by_id
    ]


def _minutes(file: TopicFile, item: AgendaItem, meeting: Meeting, now: datetime) -> Section:
    """Say what a meeting came to, or when it is to be."""
    if item.result is None:
        return Section(
            heading=_("Meeting called"),
            aside=meeting.number,
            facts=[
                (p_("meeting", "When"), moment_said(meeting.planned_at, now)),
                (p_("meeting", "Where"), meeting.place),
                (_("Invited without a vote"), meeting.observers),
                (_("Announced"), _posted(meeting.posted_on, meeting.posted_where, now)),
                (_("Called at short notice"), meeting.short_notice),
            ],
        )
    speeches = [one for one in file.speeches if one.item == item.id]
    return Section(
        heading=_("Meeting of {moment}").format(
            moment=moment_said(meeting.held_at or meeting.planned_at, now)
        ),
        aside=label(item.result),
        facts=[
            (_("Present"), present_words(item)),
            (_("Recused"), str(len(item.recused)) if item.recused else ""),
            (_("Vote"), vote_words(item)),
            (p_("meeting", "Opinion formed"), item.opinion),
            (_("Resolution"), item.resolution),
            (_("Dissent"), "\n".join(_dissent(one) for one in speeches if one.dissents)),
            (_("Stands although too few came"), item.short_quorum),
        ],
    )


def _dissent(speech: Speech) -> str:
    """Say a dissent and the answer that was given to it."""
    if not speech.answer:
        return _("{speaker}: {words}").format(speaker=speech.speaker, words=speech.words)
    return _("{speaker}: {words} (answer: {answer})").format(
        speaker=speech.speaker, words=speech.words, answer=speech.answer
    )


def _posted(on: date | None, where: str, now: datetime) -> str:
    return _joined(day_said(on, now), where) if on is not None else ""


def _decisions(file: TopicFile, now: datetime) -> list[Section]:
    """Say what others decided."""
    return [
        Section(
            heading=_("Decided by: {body}").format(body=label(one.body)),
            aside=_("Passed") if one.passed else _("Not passed"),
            text=one.words,
            facts=[
                (_("Decided on"), day_said(one.decided_on, now)),
                (
                    _("Present"),
                    _("{present} of {due} ({percent})").format(
                        present=one.present, due=one.due, percent=percent(one.present, one.due)
                    )
                    if one.due
                    else "",
                ),
                (_("Agreeing"), str(one.agreeing) if one.due else ""),
                (_("Reason"), one.reason),
            ],
        )
        for one in reversed(file.decisions)
    ]


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
