"""The clocks of a whistle in a word and as a bar, and the card a late department gets."""

from datetime import datetime

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.follow_up import Deadline
from mediator_desk.rules.whistle_cards import CardColour, card_of
from mediator_desk.rules.whistle_kinds import RESIDENT_CLOCK
from mediator_desk.words import p_
from ui.said import begun, clock_said, moment_said
from ui.widgets.vote_meter import MeterBar, part_of

# The clocks a department or we have to keep; the window for a return is none of them.
CLOCKS = ("D08.sign", "D08.contact", "D08.report", "D08.report.hard", RESIDENT_CLOCK)


def clock_short(rule: str) -> str:
    """Name a clock in one word, for a column."""
    words = {
        "D08.sign": p_("clock", "sign"),
        "D08.contact": p_("clock", "contact"),
        "D08.report": p_("clock", "report in"),
        "D08.report.hard": p_("clock", "report in"),
        "D08.sign.urgent": p_("clock", "sign"),
        "D08.report.urgent": p_("clock", "report in"),
        "D08.approve": p_("clock", "approve"),
        "D08.finish": p_("clock", "finish"),
        RESIDENT_CLOCK: p_("clock", "answer"),
    }
    while rule and rule not in words:
        rule = rule.rpartition(".")[0]
    return words.get(rule, p_("clock", "finish"))


def card_said(desk: Desk, rule: str, rule_set: str, due_at: datetime | None) -> str:
    """Name the card a running clock brings its department; empty for none."""
    card = _card(desk, rule, rule_set, due_at)
    return "" if card is CardColour.NONE else label(card)


def with_card(said: str, card: str) -> str:
    """Put the word of a card before what is said of a clock."""
    return p_("card", "{card} · {said}").format(card=card, said=said) if card else said


def clock_bar(desk: Desk, clock: Deadline) -> MeterBar:
    """Show how much of a running clock is used up, from which moment and by which rule."""
    now, limits = desk.now(), desk.books.deadlines
    used = part_of(_seconds(clock.starts_at, min(now, clock.due_at)), _length(clock))
    told = p_("clock", "from {start} to {end}").format(
        start=moment_said(clock.starts_at, now), end=moment_said(clock.due_at, now)
    )
    return MeterBar(
        what=begun(clock_said(clock, limits)), told=told, taking_part=max(used, 0), agreeing=0
    )


def _length(clock: Deadline) -> int:
    return _seconds(clock.starts_at, clock.due_at)


def _seconds(start: datetime, end: datetime) -> int:
    return round((end - start).total_seconds())


def _card(desk: Desk, rule: str, rule_set: str, due_at: datetime | None) -> CardColour:
    if due_at is None:
        return CardColour.NONE
    books = desk.books
    return card_of(books.whistle_kinds, rule, rule_set, due_at, desk.now(), books.calendar)
