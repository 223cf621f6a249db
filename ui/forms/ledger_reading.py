"""What reading a ledger does on the worker, and how what came of it is said."""

from dataclasses import dataclass
from pathlib import Path

from mediator_desk.labels import label
from mediator_desk.ledgers.error_copy import write_error_copy
from mediator_desk.ledgers.ledger import LedgerLook, peek_ledger
from mediator_desk.ports import Desk
from mediator_desk.troubles import Trouble
from mediator_desk.usecases.intake_ledger import (
    SHELF,
    Intake,
    IntakeLedger,
    intake_ledger,
    preview_ledger,
)
from mediator_desk.words import _, n_, p_
from ui.widgets.going_row import Going


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A ledger that was looked at; without an intake a needed column is still missing."""

    look: LedgerLook
    intake: Intake | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What became of a ledger, and where its refused rows are."""

    intake: Intake
    copy: Path | None = None
    trouble: str = ""


def see_ledger(desk: Desk, asked: IntakeLedger, going: Going) -> Seen:
    """Look at a ledger from outside, and at its rows if its columns are known."""
    shelved = desk.queries.shelved(SHELF)
    remembered = (
        {str(key): str(value) for key, value in shelved.items()}
        if isinstance(shelved, dict)
        else {}
    )
    look = peek_ledger(asked.file, asked.columns, remembered, sheet=asked.sheet)
    if look.mapping.missing:
        return Seen(look=look, intake=None)
    return Seen(look=look, intake=preview_ledger(desk, asked, progress=going.tell, stop=going.stop))


def take_ledger(desk: Desk, asked: IntakeLedger, going: Going) -> TakenIn:
    """Take the ledger in; a copy of the refused rows that cannot be written undoes nothing."""
    intake = intake_ledger(desk, asked, progress=going.tell, stop=going.stop)
    if not intake.refused:
        return TakenIn(intake=intake)
    name = _("{ledger} - left out").format(ledger=asked.file.stem)
    copy = asked.file.with_name(f"{name}.xlsx")
    try:
        write_error_copy(copy, intake.headings, intake.refused)
    except Trouble as trouble:
        return TakenIn(intake=intake, trouble=trouble.words())
    return TakenIn(intake=intake, copy=copy)


def would_do(intake: Intake) -> str:
    """Say what taking a ledger in would do, and which topics its rows are proposed to."""
    logged = n_("{count} row would be logged.", "{count} rows would be logged.", intake.logged)
    parts = [logged.format(count=f"{intake.logged:,}")]
    if intake.already:
        already = n_("{count} is here already.", "{count} are here already.", intake.already)
        parts.append(already.format(count=f"{intake.already:,}"))
    if intake.refused:
        parts.append(_left_out(intake))
    topics = sorted(intake.topics.items(), key=lambda one: -one[1])[:6]
    if topics:
        said = [f"{label(topic)} {count:,}" for topic, count in topics]
        shown = _("Topics: {topics}").format(topics=p_("list mark", ", ").join(said))
        return "\n".join((" ".join(parts), shown))
    return " ".join(parts)


def what_became(taken: TakenIn) -> str:
    """Say what became of a ledger."""
    intake = taken.intake
    logged = n_("{count} row was logged.", "{count} rows were logged.", intake.logged)
    parts = [logged.format(count=f"{intake.logged:,}")]
    if intake.already:
        already = n_("{count} was here already.", "{count} were here already.", intake.already)
        parts.append(already.format(count=f"{intake.already:,}"))
    if intake.stopped:
        parts.append(_("It was stopped; take the same ledger in again for the rest."))
    if intake.refused:
        parts.append(_left_out(intake))
    if taken.copy is not None:
        parts.append(_("They are in {file}; correct them there.").format(file=taken.copy.name))
    return " ".join([*parts, *([taken.trouble] if taken.trouble else [])])


def _left_out(intake: Intake) -> str:
    count = len(intake.refused)
    said = n_("{count} row is left out.", "{count} rows are left out.", count)
    return said.format(count=f"{count:,}")
