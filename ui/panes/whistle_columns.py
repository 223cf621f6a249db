"""The columns of the list of whistles."""

from datetime import datetime, timedelta

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.whistle import WhistleState
from mediator_desk.rows import WhistleRow
from mediator_desk.rules.whistle_cards import CardColour
from mediator_desk.words import _, p_
from ui.models.column import Column
from ui.said import due_short, due_tone
from ui.tokens import Tone
from ui.whistle_clocks import CLOCKS, card_said, clock_short, with_card
from ui.whistle_detail import whistle_tone
from ui.widgets.widest import widest, widest_pill

_FAR = (-99, 99)
_LATE = timedelta(days=9)


def whistle_columns(desk: Desk) -> tuple[Column[WhistleRow], ...]:
    """Give the columns of the list of whistles."""
    now = desk.now
    return (
        Column(title=_("Number"), text=lambda row: row.number, width=7.6, fold=2),
        Column(title=_("Matter"), text=lambda row: row.title, width=8.0, stretch=True),
        Column(title=_("Lead department"), text=lambda row: row.lead, width=6.8, fold=1),
        Column(title=_("Place"), text=lambda row: row.place, tone=_quiet, width=5.6, fold=3),
        Column(
            title=_("State"),
            text=lambda row: label(row.state),
            tone=lambda row: whistle_tone(row.state),
            pill=True,
            width=widest_pill(label(state) for state in WhistleState),
        ),
        Column(
            title=_("Next clock"),
            text=lambda row: _clock(desk, row),
            tone=lambda row: due_tone(row.due_at, now()),
            strong=lambda row: due_tone(row.due_at, now()) == "danger",
            width=_widest_clock(now()),
        ),
        Column(title=_("Handed on"), text=_handed_on, tone=_quiet, width=3.6, right=True, fold=4),
    )


def _widest_clock(now: datetime) -> float:
    """Leave room for as late as a whistle is likely to be."""
    moments = [now + timedelta(days=days) for days in _FAR]
    said = [_clock_words(rule, due_at, now) for rule in CLOCKS for due_at in moments]
    carded = [
        with_card(_clock_words(rule, now - _LATE, now), label(CardColour.RED)) for rule in CLOCKS
    ]
    return widest((*said, *carded), strong=True)


def _clock(desk: Desk, row: WhistleRow) -> str:
    if row.due_at is None:
        return ""
    card = card_said(desk, row.due_rule, row.due_rule_set, row.due_at)
    return with_card(_clock_words(row.due_rule, row.due_at, desk.now()), card)


def _clock_words(rule: str, due_at: datetime, now: datetime) -> str:
    return p_("clock", "{what}: {due}").format(what=clock_short(rule), due=due_short(due_at, now))


def _handed_on(row: WhistleRow) -> str:
    return str(row.reassigned) if row.reassigned else ""


def _quiet(_row: WhistleRow) -> Tone:
    return "quiet"
