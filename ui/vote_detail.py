"""An owners' vote put into words for the side pane, with the meter by heads and by area."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from mediator_desk.course.events import notes_of, told
from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.owners_vote import Delivery, OwnersVote, VoteForm, VoteState
from mediator_desk.rows import VoteFile
from mediator_desk.rules.ballots import Standing, standings
from mediator_desk.rules.fractions import Share, percent
from mediator_desk.rules.heads_and_area import Axis, square_metres
from mediator_desk.rules.joint_decision import Outcome
from mediator_desk.rules.joint_rules import Base
from mediator_desk.rules.joint_said import short_said
from mediator_desk.rules.remarks import Day, Listed
from mediator_desk.rules.roles import may
from mediator_desk.rules.written_opinions import late_opinions
from mediator_desk.usecases.owners_votes.counting import missing_consents, outcome_of
from mediator_desk.words import _, n_, p_
from ui.banner_words import banner_words
from ui.case_detail import happening_of
from ui.clock_section import ChangeClock, dates_section
from ui.law_words import law_words
from ui.notice_links import notice_links
from ui.tokens import Tone
from ui.vote_steps import advice_for_vote, next_for_vote
from ui.widgets.link_row import Link
from ui.widgets.side_pane import Detail, Section
from ui.widgets.verb import Verb
from ui.widgets.vote_meter import Mark, MeterBar, part_of

Go = Callable[[str, UUID], object]

_TONES: dict[VoteState, Tone] = {
    VoteState.DRAFT: "warning",
    VoteState.COUNTED: "good",
    VoteState.POSTED: "good",
    VoteState.EFFECTIVE: "quiet",
    VoteState.VOID: "quiet",
}
_LIVE = (VoteState.OPEN, VoteState.COUNTING)
_OVER = (VoteState.COUNTED, VoteState.POSTED, VoteState.EFFECTIVE)


def vote_tone(state: VoteState) -> Tone:
    """Give the tone of a vote's state; its word always stands beside it."""
    return _TONES.get(state, "accent")


def vote_detail(
    desk: Desk,
    file: VoteFile,
    verbs: Sequence[Verb],
    go: Go,
    change_clock: ChangeClock | None = None,
) -> Detail:
    """Say everything about a vote that a person wants to know at a glance."""
    vote = file.vote
    advice = [_(advice_for_vote(file))] if advice_for_vote(file) else []
    if advice and not may(desk.person.role, next_for_vote(file)):
        advice.append(_("This step is for the team lead."))
    clocks = [one for one in file.deadlines if one.rule != "D15"]
    banner, tone = banner_words(desk, advice, clocks, len(file.clashes))
    return Detail(
        title=vote.title,
        state=label(vote.state),
        state_tone=vote_tone(vote.state),
        subtitle=" · ".join(one for one in (vote.number, file.place) if one),
        banner=banner,
        banner_tone=tone,
        sections=[
            *meter_sections(desk, file),
            *_consents(file),
            *_opinions(file),
            _matter(desk, vote),
            *_topic(file, go),
            *notice_links(file.notices, file.objections, go),
            _ballots(file),
            *dates_section(desk, file, change_clock),
            *_notes(file, desk.now()),
        ],
        verbs=verbs,
    )


def meter_sections(desk: Desk, file: VoteFile) -> list[Section]:
    """Show how the vote stands, or how it ended; nothing before it is open."""
    vote = file.vote
    if vote.state not in (*_LIVE, *_OVER) or not file.units:
        return []
    live = vote.state in _LIVE
    counted = outcome_of(desk.books.joint, vote, file.ballots, sure=not live)
    # While ballots still come in, a silent owner is one nobody has heard of yet.
    outcome = counted.alternatives[0] if live and counted.alternatives else counted
    heading = p_("vote", "As it stands") if live else p_("vote", "Result")
    sections = [
        Section(
            heading=heading,
            note=_verdict(outcome, live=live),
            note_tone="good" if outcome.passed else "warning",
            meter=_bars(outcome),
            text=_("Counted by: {rule}").format(rule=outcome.rule.title),
        )
    ]
    caution = str(counted.rule.caution)
    others = "\n".join(
        (_("{rule}: passed") if one.passed else _("{rule}: not passed")).format(rule=one.rule.title)
        for one in counted.alternatives
    )
    if caution:
        sections.append(Section(note=caution, text=others))
    return sections


def _verdict(outcome: Outcome, *, live: bool) -> str:
    """Say in one line whether it is enough, and what is missing."""
    if outcome.passed:
        return _("Enough agree, by heads and by area.") if live else _("Passed.")
    missing = short_said(outcome.heads, outcome.area)
    said = _("Not enough yet: {missing}") if live else _("Not passed: {missing}")
    return said.format(missing=missing)


def _bars(outcome: Outcome) -> list[MeterBar]:
    heads, area = outcome.heads.tally, outcome.area.tally
    return [
        _bar(
            outcome,
            outcome.heads,
            _("Heads: {agreeing} agree, {part} of {all} take part").format(
                agreeing=heads.agreeing, part=heads.taking_part, all=heads.all
            ),
        ),
        _bar(
            outcome,
            outcome.area,
            _("Area: {agreeing} m² agree, {part} of {all} m² take part").format(
                agreeing=square_metres(area.agreeing),
                part=square_metres(area.taking_part),
                all=square_metres(area.all),
            ),
        ),
    ]


def _bar(outcome: Outcome, axis: Axis, what: str) -> MeterBar:
    rule, tally = outcome.rule, axis.tally
    whole = tally.all if rule.base is Base.ALL else tally.taking_part
    share = rule.majority(outcome.item)
    marks = [Mark(at=part_of(share.needed(whole), tally.all), reached=axis.majority)]
    told = [
        _("agreeing {share}, needed {needed}").format(
            share=percent(tally.agreeing, whole), needed=_needed(share)
        )
    ]
    if rule.quorum is not None:
        marks.append(
            Mark(at=part_of(rule.quorum.needed(tally.all), tally.all), reached=axis.quorum)
        )
        told.insert(
            0,
            _("taking part {share}, needed {needed}").format(
                share=percent(tally.taking_part, tally.all), needed=_needed(rule.quorum)
            ),
        )
    return MeterBar(
        what=what,
        told="\n".join(told),
        taking_part=part_of(tally.taking_part, tally.all),
        agreeing=part_of(tally.agreeing, tally.all),
        marks=marks,
    )


def _needed(share: Share) -> str:
    said = _("more than {share}") if share.strict else _("{share} or more")
    return said.format(share=share)


def _consents(file: VoteFile) -> list[Section]:
    """Name the units whose own part is taken up without their consent: no vote replaces it."""
    missing = missing_consents(file.units)
    if not missing:
        return []
    said = _("The consent of {units} is missing: the matter takes up a part they own alone.")
    return [Section(note=said.format(units=Listed(tuple(one.unit for one in missing))))]


def _opinions(file: VoteFile) -> list[Section]:
    """Count the signed opinions brought to a meeting, and name those that were signed too late."""
    brought = [one for one in file.units if one.opinion_on is not None]
    if not brought or file.vote.form is not VoteForm.MEETING:
        return []
    late = late_opinions(file.vote, file.units)
    said = _(
        "The opinion of {units} was signed less than five days before the meeting. "
        "Let them vote in person."
    )
    note = said.format(units=Listed(tuple(one.unit for one in late))) if late else ""
    by = dict.fromkeys(one.opinion_by for one in brought if one.opinion_by)
    facts = [
        (_("Written opinions"), str(len(brought))),
        (_("Brought by"), str(Listed(tuple(by))) if by else ""),
    ]
    return [Section(note=note, facts=facts)]


def _matter(desk: Desk, vote: OwnersVote) -> Section:
    rule = desk.books.joint.named(vote.rule_set)
    law = law_words(vote.law_item) if vote.law_item else _("Civil Code 279: everybody concerned")
    return Section(
        heading=_("What is voted on"),
        text=vote.matter,
        facts=[
            (_("Under"), law),
            (_("Counted by"), f"{rule.title}"),
            (_("Source"), rule.source),
            (_("Clause of the covenant"), vote.covenant_clause),
            (_("How"), label(vote.form)),
            (
                _("From – to"),
                f"{Day(vote.opens_on)} – {Day(vote.closes_on)}",
            ),
            (_("Noticed on"), str(Day(vote.noticed_on)) if vote.noticed_on else ""),
            (_("Posted at"), vote.posted_where),
            (_("Why void"), vote.void_reason),
        ],
    )


def _topic(file: VoteFile, go: Go) -> list[Section]:
    if file.topic is None:
        return []
    topic = file.topic
    return [
        Section(
            heading=_("Topic of the council"),
            links=[
                Link(
                    text=topic.title,
                    aside=f"{topic.number} · {label(topic.state)}",
                    do=partial(go, "council", topic.id),
                )
            ],
        )
    ]


def _ballots(file: VoteFile) -> Section:
    """Count the ballots by how far they are."""
    counts = standings(file.ballots)
    delivered = sum(one.delivery is not Delivery.NOT_YET for one in file.units)
    area = square_metres(sum(one.area for one in file.units))
    return Section(
        heading=_("Roster and ballots"),
        facts=[
            (_("Units"), str(len(file.units)) if file.units else ""),
            (_("Area"), f"{area} m²" if file.units else ""),
            (_("Delivered"), str(delivered) if file.vote.noticed_on else ""),
            *(
                (label(standing), str(counts[standing]))
                for standing in Standing
                if counts[standing] and file.vote.noticed_on
            ),
        ],
    )


def _notes(file: VoteFile, now: datetime) -> list[Section]:
    """Tell what was written down on the way: replaced ballots, objections and their answers."""
    if not file.notes:
        return []
    events = [happening_of(event, now) for event in reversed(told(notes_of(file)))]
    aside = n_("{count} entry", "{count} entries", len(events)).format(count=len(events))
    return [Section(heading=_("Course of events"), aside=aside, happenings=events)]
