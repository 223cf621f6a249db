"""Where a topic stands on the way 民提 → 民议 → 民决 → 民评 → 民享."""

from mediator_desk.records.council import TopicState
from mediator_desk.rows import TopicFile
from mediator_desk.rules.fractions import percent
from mediator_desk.words import _, p_
from ui.topic_words import state_words
from ui.widgets.phase_path import Phase, Stands

_HERE: dict[TopicState, int] = {
    TopicState.PROPOSED: 0,
    TopicState.SCREENED: 1,
    TopicState.ON_AGENDA: 1,
    TopicState.NOTICE_POSTED: 1,
    TopicState.DELIBERATED: 1,
    TopicState.TO_OWNER_VOTE: 2,
    TopicState.TO_RESIDENTS_MEETING: 2,
    TopicState.TO_WHISTLE: 2,
    TopicState.DECIDED: 2,
    TopicState.OTHERS_DECIDED: 2,
    TopicState.RESULT_POSTED: 2,
    TopicState.EXECUTING: 3,
    TopicState.EVALUATED: 4,
    TopicState.SHARED: 5,
}


def path_of(file: TopicFile) -> tuple[Phase, ...]:
    """Say for each phase whether it is behind, here or ahead, with a few words."""
    here = _HERE.get(file.topic.state, -1)
    words = (
        p_("phase", "Raised"),
        p_("phase", "Debated"),
        p_("phase", "Decided"),
        p_("phase", "Rated"),
        p_("phase", "Shared"),
    )
    return tuple(
        Phase(word=word, note=note, stands=_stands(place, here))
        for place, (word, note) in enumerate(zip(words, _notes(file, here), strict=True))
    )


def _stands(place: int, here: int) -> Stands:
    if place == here:
        return Stands.HERE
    return Stands.BEHIND if place < here else Stands.AHEAD


def _notes(file: TopicFile, here: int) -> tuple[str, ...]:
    """Say below each phase when it was, or how it came out."""
    topic = file.topic
    held = [one.held_at for one in file.meetings if one.held_at is not None]
    discussed = max(held).date() if held else topic.planned_on
    rated = [(one.satisfied + one.fairly, one.asked) for one in file.ratings]
    notes = [
        _short(topic.proposed_on.month, topic.proposed_on.day),
        _short(discussed.month, discussed.day) if discussed else "",
        "",
        percent(sum(one for one, _all in rated), sum(every for _one, every in rated), 0)
        if rated
        else "",
        "",
    ]
    if 0 <= here < len(notes) and here != 0:
        notes[here] = state_words(topic.state)
    return tuple(notes)


def _short(month: int, day: int) -> str:
    return _("{month}/{day}").format(month=month, day=day)
