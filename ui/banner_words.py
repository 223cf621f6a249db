"""The sentence that matters now: a conflict, else what is due, then what the desk advises."""

from collections.abc import Sequence

from mediator_desk.ports import Desk
from mediator_desk.records.follow_up import Deadline
from mediator_desk.words import _, n_
from ui.said import clock_said, due_long, due_tone
from ui.tokens import Tone


def banner_words(
    desk: Desk, advice: Sequence[str], clocks: Sequence[Deadline], clashes: int
) -> tuple[str, Tone]:
    """Put the running clock that strikes first before the advice; nothing to do says nothing."""
    if clashes:
        sentence = n_(
            "{count} conflict between stations is open here; the team lead settles it.",
            "{count} conflicts between stations are open here; the team lead settles them.",
            clashes,
        )
        return sentence.format(count=clashes), "danger"
    if not advice:
        return "", "quiet"
    lines = [_("Next: {advice}").format(advice=advice[0]), *advice[1:]]
    running = [one for one in clocks if one.running() and one.paused_at is None]
    clock = min(running, key=lambda one: one.due_at, default=None)
    if clock is None:
        return "\n".join(lines), "accent"
    now = desk.now()
    due = _("{what}: {day}.").format(
        what=capital(clock_said(clock, desk.books.deadlines)),
        day=due_long(clock.due_at, now, desk.books.calendar),
    )
    tone = due_tone(clock.due_at, now)
    return "\n".join([due, *lines]), "accent" if tone == "quiet" else tone


def capital(words: str) -> str:
    """Begin a sentence with words that stand inside one in the tables of names."""
    return words[:1].upper() + words[1:]
