"""The columns of the list of disputes, and the chips above it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from mediator_desk import rows
from mediator_desk.labels import label
from mediator_desk.records.dispute import Stage
from mediator_desk.rows import DisputeRow
from mediator_desk.words import _, p_
from ui.models.column import Column
from ui.said import begun, due_short, due_tone, first_line, stage_tone, wide
from ui.tokens import Tone
from ui.widgets.chips import Chip

EVERY = ""


def dispute_columns(now: Callable[[], datetime]) -> tuple[Column[DisputeRow], ...]:
    """Give the columns; ``now`` is asked each time a row is painted."""
    return (
        Column(title=_("Number"), text=lambda row: row.number, width=6.4, fold=1),
        Column(title=_("Parties"), text=_parties, width=7.0),
        Column(
            title=_("What happened"),
            text=_what,
            tone=lambda row: "danger" if row.clashes else "plain",
            width=8.0,
            stretch=True,
        ),
        Column(title=_("Topic"), text=lambda row: label(row.topic), tone=_quiet, width=5, fold=3),
        Column(title=_("Place"), text=lambda row: row.place, tone=_quiet, width=5.5, fold=2),
        Column(
            title=_("Stage"),
            text=lambda row: label(row.stage),
            tone=lambda row: stage_tone(row.stage),
            pill=True,
            width=wide(4.0, 5.2),
        ),
        Column(
            title=p_("column", "Due"),
            text=lambda row: due_short(row.due_at, now()),
            tone=lambda row: due_tone(row.due_at, now()),
            strong=lambda row: due_tone(row.due_at, now()) == "danger",
            width=wide(5.0, 6.4),
        ),
        Column(
            title=_("Mediator"), text=lambda row: row.mediator_name, tone=_quiet, width=3.6, fold=4
        ),
    )


def stage_chips(counts: Sequence[rows.Chip], kept: str = EVERY) -> list[Chip]:
    """Make the chips of the stages that occur, and of the one that is ``kept`` chosen."""
    known: Mapping[str, int] = {one.key: one.count for one in counts}
    chips = [Chip(EVERY, p_("chip", "All"), sum(known.values()))]
    for stage in Stage:
        if known.get(stage.value) or stage.value == kept:
            chips.append(Chip(stage.value, begun(label(stage)), known.get(stage.value, 0)))
    return chips


def _parties(row: DisputeRow) -> str:
    return "／".join(row.parties)


def _what(row: DisputeRow) -> str:
    what = row.title or first_line(row.text, 60)
    return _("[conflict] {what}").format(what=what) if row.clashes else what


def _quiet(_row: DisputeRow) -> Tone:
    return "quiet"
