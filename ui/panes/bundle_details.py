"""One line of the bundles beside its list: a station, a bundle, a conflict."""

from collections.abc import Sequence
from datetime import datetime

from mediator_desk.rows import BundleRow, PeerRow
from mediator_desk.words import _, n_
from ui.fields_said import field_said
from ui.forms.settle_form import Weighed
from ui.panes.bundle_columns import concerns, direction, said_at, waiting, when
from ui.said import moment_said
from ui.widgets.side_pane import Detail, Section
from ui.widgets.verb import Verb


def of_peer(row: PeerRow, now: datetime, verbs: Sequence[Verb]) -> Detail:
    """Show a station: what it was given, what came, and the figures of its card."""
    banner = ""
    if row.waiting:
        said = n_(
            "{count} change from there waits for earlier ones. Ask for the missing bundle.",
            "{count} changes from there wait for earlier ones. Ask for the missing bundle.",
            row.waiting,
        )
        banner = said.format(count=row.waiting)
    return Detail(
        title=row.name,
        state=_("hub") if row.hub else _("trusted"),
        state_tone="good",
        subtitle=row.team,
        banner=banner,
        sections=(
            Section(
                facts=(
                    (_("Last made for it"), when(row.last_made_at, now)),
                    (_("Last taken from it"), when(row.last_taken_at, now)),
                    (_("Waiting"), waiting(row)),
                    (_("Trusted since"), moment_said(row.trusted_at, now)),
                )
            ),
            Section(heading=_("Figures of its card"), text=row.fingerprint),
        ),
        verbs=verbs,
    )


def of_move(row: BundleRow, now: datetime) -> Detail:
    """Show a bundle that was made or taken."""
    return Detail(
        title=_("Bundle no. {number} · {station}").format(number=row.number, station=row.peer),
        state=direction(row),
        state_tone="accent" if row.made else "good",
        sections=(
            Section(
                facts=(
                    (_("When"), moment_said(row.at, now)),
                    (_("Changes"), f"{row.changes:,}"),
                    (_("File"), row.file),
                    (_("Result"), _(row.result)),
                )
            ),
        ),
    )


def of_clash(weighed: Weighed, now: datetime, verbs: Sequence[Verb]) -> Detail:
    """Show both sides of a conflict, with who wrote them and when."""
    clash = weighed.clash
    return Detail(
        title=field_said(clash.table, clash.field),
        state=_("to settle"),
        state_tone="warning",
        subtitle=concerns(clash),
        sections=(
            Section(
                heading=_("First: shown for now"),
                text=weighed.in_force,
                aside=said_at(clash.in_force_at, now),
                facts=((_("Written by"), clash.in_force_by),),
            ),
            Section(
                heading=_("Second"),
                text=weighed.other,
                aside=said_at(clash.other_at, now),
                facts=((_("Written by"), clash.other_by),),
            ),
        ),
        verbs=verbs,
    )
