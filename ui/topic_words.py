"""The state of a topic and what a meeting came to, in a few words."""

from mediator_desk.labels import label
from mediator_desk.records.council import TopicState
from mediator_desk.records.council_meeting import AgendaItem
from mediator_desk.rules.fractions import percent
from mediator_desk.words import _, p_
from ui.tokens import Tone

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
        TopicState.OTHERS_DECIDED: p_("state", "others decided"),
    }
    return short.get(state) or label(state)


def vote_words(item: AgendaItem) -> str:
    """Say how a meeting voted on a topic."""
    if item.method is None:
        return ""
    if not item.voted:
        return label(item.method)
    return _("{method}: {agree} for, {against} against, {abstain} abstained").format(
        method=label(item.method),
        agree=item.votes_for,
        against=item.votes_against,
        abstain=item.votes_abstain,
    )


def present_words(item: AgendaItem) -> str:
    """Say how many came of those who were due."""
    return _("{present} of {due} ({percent})").format(
        present=item.present, due=item.due, percent=percent(item.present, item.due)
    )
