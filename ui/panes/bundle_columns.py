"""What the tables of the bundles show: stations, what went and came, conflicts to settle."""

from collections.abc import Callable
from datetime import datetime

from mediator_desk.rows import BundleRow, Clash, PeerRow
from mediator_desk.words import _, n_, p_
from ui.fields_said import field_said, kind_said
from ui.forms.settle_form import Weighed
from ui.models.column import Column
from ui.said import moment_said
from ui.tokens import Tone

Now = Callable[[], datetime]


def peer_columns(now: Now) -> tuple[Column[PeerRow], ...]:
    """Make the columns of the stations whose cards are trusted."""
    return (
        Column(
            title=_("Station"), text=lambda row: row.name, strong=lambda _r: True,
            width=8, stretch=True,
        ),
        Column(title=_("Team"), text=lambda row: row.team, tone=_quiet, width=8, fold=2),
        Column(
            title=_("Last made for it"),
            text=lambda row: when(row.last_made_at, now()),
            width=7,
        ),
        Column(
            title=_("Last taken from it"),
            text=lambda row: when(row.last_taken_at, now()),
            width=7,
        ),
        Column(
            title=_("Waiting"),
            text=waiting,
            tone=lambda row: "warning" if row.waiting else "quiet",
            pill=True,
            width=5,
        ),
    )  # fmt: skip


def move_columns(now: Now) -> tuple[Column[BundleRow], ...]:
    """Make the columns of the bundles made and taken."""
    return (
        Column(
            title=_("Direction"),
            text=direction,
            tone=lambda row: "accent" if row.made else "good",
            pill=True,
            width=4,
        ),
        Column(
            title=_("Station"), text=lambda row: row.peer, strong=lambda _r: True,
            width=8, stretch=True,
        ),
        Column(title=_("No."), text=lambda row: str(row.number), width=3, right=True),
        Column(title=_("When"), text=lambda row: moment_said(row.at, now()), width=7),
        Column(title=_("Changes"), text=lambda row: f"{row.changes:,}", width=4, right=True),
        Column(
            title=_("Result"), text=lambda row: _(row.result), tone=_quiet, width=12, fold=1
        ),
    )  # fmt: skip


def clash_columns(now: Now) -> tuple[Column[Weighed], ...]:
    """Make the columns of the open conflicts."""
    return (
        Column(
            title=_("Concerns"),
            text=lambda row: concerns(row.clash),
            strong=lambda _r: True,
            width=10,
        ),
        Column(
            title=_("Field"), text=lambda row: field_said(row.clash.table, row.clash.field), width=7
        ),
        Column(title=_("First"), text=lambda row: row.in_force, width=7, stretch=True),
        Column(title=_("Second"), text=lambda row: row.other, width=7, fold=1),
        Column(
            title=_("When"),
            text=lambda row: said_at(row.clash.other_at, now()),
            tone=_quiet,
            width=6,
            fold=2,
        ),
    )


def when(at: datetime | None, now: datetime) -> str:
    """Say when something happened last, or that it never did."""
    return moment_said(at, now) if at is not None else p_("bundle", "never")


def said_at(at: str, now: datetime) -> str:
    """Say the wall clock of an entry."""
    try:
        return moment_said(datetime.fromisoformat(at), now)
    except ValueError:
        return at


def waiting(row: PeerRow) -> str:
    """Say how much of a station's changes waits in the tray."""
    if not row.waiting:
        return p_("bundle", "nothing")
    return n_("{count} change", "{count} changes", row.waiting).format(count=row.waiting)


def direction(row: BundleRow) -> str:
    """Say which way a bundle went."""
    return p_("bundle", "made") if row.made else p_("bundle", "taken")


def concerns(row: Clash) -> str:
    """Name the dispute a conflict is about, or the kind of record."""
    kind = kind_said(row.table)
    return f"{row.number} · {kind}" if row.number else kind


def _quiet(_row: object) -> Tone:
    return "quiet"
