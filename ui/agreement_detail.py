"""Agreements put into words for the side pane: what was agreed, and how far each part of it is."""

from collections.abc import Iterable, Sequence
from datetime import date

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.agreement import Agreement, Obligation
from mediator_desk.records.confirmation import Confirmation, ConfirmationState
from mediator_desk.records.dispute import Outcome
from mediator_desk.records.performance import Lawsuit
from mediator_desk.rows import CaseFile
from mediator_desk.rules.amounts import in_figures
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.performance import Part, Progress, totals_of
from mediator_desk.usecases.confirm_agreement import last_day
from mediator_desk.usecases.next_step import COURT_CLOCKS
from mediator_desk.usecases.schedule import schedule_of
from mediator_desk.words import _, n_, p_
from ui.said import day_said, due_long
from ui.said import last_day as last_day_of
from ui.tokens import Tone
from ui.widgets.side_pane import Section
from ui.widgets.state_rows import StateRow

_TONES: dict[Progress, Tone] = {
    Progress.OPEN: "quiet",
    Progress.PARTLY: "accent",
    Progress.PERFORMED: "good",
    Progress.OVERDUE: "danger",
}

_COURT_TONES: dict[ConfirmationState, Tone] = {
    ConfirmationState.OFFERED: "warning",
    ConfirmationState.APPLIED: "accent",
    ConfirmationState.ACCEPTED: "accent",
    ConfirmationState.NOT_ACCEPTED: "danger",
    ConfirmationState.CONFIRMED: "good",
    ConfirmationState.DISMISSED: "danger",
    ConfirmationState.WITHDRAWN: "quiet",
}


def agreement_sections(desk: Desk, file: CaseFile) -> list[Section]:
    """Say what was agreed, the newest first, and the schedule of each agreement."""
    now = desk.now()
    schedule = schedule_of(file, local_day(now))
    found: list[Section] = []
    for agreement in reversed(file.agreements):
        effective = agreement.effective_on
        own = [(one, parts) for one, parts in schedule if one.agreement == agreement.id]
        found.append(
            Section(
                heading=p_("agreement", "Agreement ({form})").format(form=label(agreement.form)),
                aside=_("in effect since {day}").format(day=day_said(effective, now))
                if effective
                else _("marks are missing"),
                text=agreement.terms,
            )
        )
        found += _confirmations(desk, file, agreement)
        if own:
            found.append(_schedule(desk, file, own))
        found += [_lawsuit(one, file) for one in file.lawsuits if one.agreement == agreement.id]
    return found


def _schedule(
    desk: Desk, file: CaseFile, own: Sequence[tuple[Obligation, tuple[Part, ...]]]
) -> Section:
    """Lay out every part with its day, its sum and its state."""
    totals = totals_of(part for _one, parts in own for part in parts)
    words = ""
    if totals.promised:
        said = _("{paid} of {promised} yuan paid")
        if totals.late:
            said = _("{paid} of {promised} yuan paid, {late} late")
        words = said.format(
            paid=in_figures(totals.paid),
            promised=in_figures(totals.promised),
            late=in_figures(totals.late),
        )
    return Section(
        heading=_("Performance"),
        aside=words,
        rows=[_row(desk, file, one, part, len(parts)) for one, parts in own for part in parts],
        text=_asked_and_changed(file, {one.id for one, _parts in own}),
    )


def _row(desk: Desk, file: CaseFile, one: Obligation, part: Part, count: int) -> StateRow:
    what, amount = one.what, "" if part.amount is None else in_figures(part.amount)
    aside = [file.name(one.debtor)]
    if count > 1:
        # What is paid for is said once, at the first part.
        what = _("Part {number} of {count}, {amount} yuan").format(
            number=part.number, count=count, amount=amount
        )
        aside = [*aside, one.what] if part.number == 1 else []
    elif amount:
        what = _("{what}, {amount} yuan").format(what=what, amount=amount)
    if part.performed_on is not None:
        aside.append(_("done {day}").format(day=day_said(part.performed_on, desk.now())))
    elif part.due_on is not None:
        aside.append(_("due {day}").format(day=day_said(part.due_on, desk.now())))
    if part.paid and part.rest:
        aside.append(
            _("{paid} paid, {rest} still owed").format(
                paid=in_figures(part.paid), rest=in_figures(part.rest)
            )
        )
    return StateRow(
        what=what,
        aside=" · ".join(aside),
        state=_state(part, local_day(desk.now())),
        tone=_TONES[part.progress],
    )


def _state(part: Part, today: date) -> str:
    if part.progress is Progress.OVERDUE and part.due_on is not None:
        days = (today - part.due_on).days
        return n_("{count} day late", "{count} days late", days).format(count=days)
    if part.progress is Progress.OPEN and part.due_on is None:
        return _("not done yet")
    return label(part.progress)


def _asked_and_changed(file: CaseFile, obligations: Iterable[object]) -> str:
    """Say how often somebody was urged, and that both sides changed the parts."""
    lines = []
    urged = [one for one in file.urgings if one.obligation in obligations]
    if urged:
        said = n_("Urged {count} time.", "Urged {count} times.", len(urged))
        lines.append(said.format(count=len(urged)))
        if urged[-1].next_on is not None:
            lines.append(_("Ask again on {day}.").format(day=f"{urged[-1].next_on:%Y-%m-%d}"))
    if any(one.obligation in obligations for one in file.amendments):
        lines.append(_("The parts were changed; both sides agreed to it."))
    return "\n".join(lines)


def ending_sections(file: CaseFile) -> list[Section]:
    """Say what a party can still be given when mediation ended without an agreement (A32)."""
    failed = file.dispute.outcome is Outcome.FAILED
    found = [
        Section(heading=_("Undisputed facts"), text=one.facts, aside=f"{one.signed_on:%Y-%m-%d}")
        for one in file.undisputed
    ]
    if failed:
        offer = _(
            "On a party's request: a record of undisputed facts, signed by all, and a statement "
            "of mediation with its beginning, its end and why it failed (Shandong 2016, art. 24)."
        )
        found.append(Section(heading=_("What the parties can be given"), text=offer))
    return found


def _confirmations(desk: Desk, file: CaseFile, agreement: Agreement) -> list[Section]:
    """Say how far a court is with it, or until when both sides may ask one."""
    own = [one for one in file.confirmations if one.agreement == agreement.id]
    found = [_confirmation(one, file) for one in own]
    due = last_day(desk, agreement)
    performed = bool(file.obligations) and all(one.performed_on for one in file.obligations)
    asked = any(one.applied_on for one in own)
    if due is None or performed or asked or file.lawsuits:
        return found
    if due.moment < desk.now():
        lapsed = _(
            "The 30 days to apply for judicial confirmation have ended. What remains: a notarised "
            "enforceable document, confirmation by arbitration, or a lawsuit."
        )
        return [*found, Section(heading=_("Judicial confirmation"), note=lapsed)]
    day = due_long(due.moment, desk.now(), desk.books.calendar)
    said = _("Both sides may apply together until {day}.").format(day=day)
    return [*found, Section(heading="" if found else _("Judicial confirmation"), text=said)]


def _confirmation(one: Confirmation, file: CaseFile) -> Section:
    missing = [party.name for party in file.parties if party.id not in one.signed_by]
    offered = one.state is ConfirmationState.OFFERED
    facts = [
        (_("Why this court"), label(one.ground)),
        (_("Not signed yet"), p_("list mark", ", ").join(missing) if offered else ""),
        (_("Handed in on"), f"{one.applied_on:%Y-%m-%d}" if one.applied_on else ""),
        (_("The court has until"), _court_has(file) if one.decided_on is None else ""),
        (_("Decided on"), f"{one.decided_on:%Y-%m-%d}" if one.decided_on else ""),
        (_("Number of the court"), one.number),
        (_("Reason"), one.words),
    ]
    return Section(
        heading=_("Judicial confirmation"),
        rows=[StateRow(what=one.court, state=label(one.state), tone=_COURT_TONES[one.state])],
        facts=facts,
    )


def _court_has(file: CaseFile) -> str:
    """Say until when the court is to answer; for information only."""
    running = [one for one in file.deadlines if one.rule.startswith(COURT_CLOCKS)]
    ends = [one.due_at for one in running if one.running()]
    return f"{last_day_of(ends[-1]):%Y-%m-%d}" if ends else ""


def _lawsuit(one: Lawsuit, file: CaseFile) -> Section:
    facts = [
        (_("Who sued"), file.name(one.plaintiff)),
        (_("Sued on"), f"{one.sued_on:%Y-%m-%d}"),
        (_("Court"), one.court),
        (_("Number of the court"), one.number),
        (_("Result"), one.result),
    ]
    return Section(
        heading=_("Lawsuit"),
        note=_("The agreement is before a court now (Mediation Law 32); its clocks rest here."),
        note_tone="accent",
        facts=facts,
    )
