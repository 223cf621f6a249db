"""Take a ledger in: each row becomes a dispute with its own date; bad rows are given back."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import islice
from pathlib import Path

from mediator_desk.labels import chinese, label
from mediator_desk.ledgers.error_copy import write_error_copy
from mediator_desk.ledgers.headings import Field
from mediator_desk.ledgers.ledger import Ledger, read_ledger
from mediator_desk.ledgers.rows import BadRow, LedgerRow
from mediator_desk.ports import Desk, Work
from mediator_desk.records.dispute import Channel, Topic
from mediator_desk.records.follow_up import NoteKind
from mediator_desk.rows import Changes, Touched
from mediator_desk.rules.durations import CHINA, local_day
from mediator_desk.rules.places import split_place
from mediator_desk.rules.remarks import Remark
from mediator_desk.rules.roles import permit
from mediator_desk.usecases.close_dispute import AddNote, write_note
from mediator_desk.usecases.log_dispute import LogDispute, NewParty, write_dispute

ROWS_AT_ONCE = 50
SHELF = "ledger-columns"
_SEVERAL_NAMES = re.compile(r"[、，,；;/\s]+")
_HAN_NAME = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff·]{2,4}")

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeLedger:
    """Which file, what its columns mean where the headings do not say, and where errors go.

    ``columns`` names a heading for a field; an empty one leaves the field out.
    """

    file: Path
    columns: Mapping[Field, str] = field(default_factory=dict)
    sheet: str | None = None
    errors: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPlan:
    """What a row is going to be, or is already, at this station."""

    row: int
    asked: LogDispute
    reply: AddNote | None
    already: bool
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What became of a ledger, or would become of it; ``plans`` are given by a preview only."""

    sheet: str
    other_sheets: tuple[str, ...]
    headings: tuple[str, ...]
    columns: Mapping[Field, str]
    logged: int
    already: int
    refused: tuple[BadRow, ...]
    topics: Mapping[Topic, int]
    plans: tuple[RowPlan, ...] = ()
    stopped: bool = False
    changes: Changes = field(default_factory=Changes)


def preview_ledger(
    desk: Desk,
    asked: IntakeLedger,
    *,
    progress: Progress = lambda _row, _of: None,
    stop: Callable[[], bool] = lambda: False,
) -> Intake:
    """Say what taking a ledger in would do; nothing is kept."""
    with _opened(desk, asked, progress, stop) as ledger:
        tally = _Tally(ledger)
        for rows in _batches(ledger.rows):
            with desk.work("intake-ledger") as work:
                for plan in _plans(desk, work, rows, tally):
                    tally.plans.append(plan)
        return tally.told()


def intake_ledger(
    desk: Desk,
    asked: IntakeLedger,
    *,
    progress: Progress = lambda _row, _of: None,
    stop: Callable[[], bool] = lambda: False,
) -> Intake:
    """Take a ledger in; stopping keeps the batches done so far, and doing it again the rest."""
    with _opened(desk, asked, progress, lambda: False) as ledger:
        tally = _Tally(ledger)
        for rows in _batches(ledger.rows):
            if stop():
                tally.stopped = True
                break
            with desk.work("intake-ledger") as work:
                for plan in _plans(desk, work, rows, tally):
                    _write(desk, work, plan)
                tally.keep(work.commit())
        _remember(desk, ledger)
        if asked.errors is not None and tally.refused:
            write_error_copy(asked.errors, ledger.headings, tally.refused)
        return tally.told()


class _Tally:
    """Counts what became of the rows."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.logged = self.already = 0
        self.refused: list[BadRow] = []
        self.topics: dict[Topic, int] = {}
        self.plans: list[RowPlan] = []
        self.stopped = False
        self._touched: list[Touched] = []

    def count(self, plan: RowPlan) -> None:
        """Count a row that can be logged."""
        self.already += plan.already
        self.logged += not plan.already
        if not plan.already:
            self.topics[plan.asked.topic] = self.topics.get(plan.asked.topic, 0) + 1

    def keep(self, changes: Changes) -> None:
        """Add what a batch touched."""
        self._touched.extend(changes.touched)

    def told(self) -> Intake:
        """Tell it all."""
        ledger = self._ledger
        return Intake(
            sheet=ledger.sheet,
            other_sheets=ledger.other_sheets,
            headings=ledger.headings,
            columns={one: ledger.mapping.heading(one) for one in ledger.mapping.columns},
            logged=self.logged,
            already=self.already,
            refused=tuple(self.refused),
            topics=self.topics,
            plans=tuple(self.plans),
            stopped=self.stopped,
            changes=Changes(touched=tuple(self._touched)),
        )


def _opened(
    desk: Desk, asked: IntakeLedger, progress: Progress, stop: Callable[[], bool]
) -> Ledger:
    """Open the ledger, with the columns that were confirmed for such headings before."""
    permit(desk.person.role, "intake-ledger")
    shelved = desk.queries.shelved(SHELF)
    return read_ledger(
        asked.file,
        asked.columns,
        shelved if isinstance(shelved, dict) else {},
        today=local_day(desk.now()),
        sheet=asked.sheet,
        progress=progress,
        stop=stop,
    )


def _batches(rows: Iterator[LedgerRow | BadRow]) -> Iterator[list[LedgerRow | BadRow]]:
    """Cut the rows into pieces of work of a size that is soon kept."""
    while batch := list(islice(rows, ROWS_AT_ONCE)):
        yield batch


def _plans(
    desk: Desk, work: Work, rows: list[LedgerRow | BadRow], tally: _Tally
) -> Iterator[RowPlan]:
    """Plan the rows of a batch; bad ones are put aside."""
    for row in rows:
        if isinstance(row, BadRow):
            tally.refused.append(row)
            continue
        plan = _plan(desk, row, already=work.logged_from(row.key) is not None)
        tally.count(plan)
        yield plan


def _plan(desk: Desk, row: LedgerRow, *, already: bool) -> RowPlan:
    """Say what a row is going to be."""
    said = f"{row.title}\n{row.text}"
    place = split_place(row.place, desk.books.divisions, desk.team.division)
    reply = None
    if row.reply:
        replied_at = _start(row.replied_on) if row.replied_on else None
        reply = AddNote(
            subject=desk.station.id,
            text=row.reply,
            kind=NoteKind.REPLY,
            author=row.replied_by,
            at=replied_at or row.logged_at or _start(row.logged_on),
        )
    return RowPlan(
        row=row.row,
        asked=LogDispute(
            text=row.text,
            title=row.title if row.title != row.text else "",
            topic=_topic_said(row.topic) or desk.books.routing.propose_topic(said),
            channel=_channel_said(row.channel),
            division=place.division,
            estate=place.estate,
            building=place.building,
            unit=place.unit,
            parties=_parties(row),
            logged_at=row.logged_at or _start(row.logged_on),
            ledger_key=row.key,
        ),
        reply=reply,
        already=already,
        remarks=row.remarks,
    )


def _write(desk: Desk, work: Work, plan: RowPlan) -> None:
    """Log a row that is not here yet, with the reply it came with."""
    if plan.already:
        return
    dispute = write_dispute(desk, work, plan.asked)
    if plan.reply is not None:
        write_note(desk, work, replace(plan.reply, subject=dispute.id))


def _parties(row: LedgerRow) -> tuple[NewParty, ...]:
    """Make the parties a row names; the phone belongs to the first."""
    names = [name for name in _SEVERAL_NAMES.split(row.name) if name]
    if not all(_HAN_NAME.fullmatch(name) for name in names):
        names = [row.name]
    return tuple(
        NewParty(
            name=name,
            phone="" if at else row.phone,
            id_number="" if at else row.id_number,
        )
        for at, name in enumerate(names)
        if name
    )


def _topic_said(said: str) -> Topic | None:
    """Read the topic a ledger names, if it is one of ours."""
    wanted = said.strip()
    for topic in Topic:
        if wanted and wanted in (topic.value, chinese(topic), label(topic)):
            return topic
    return None


def _channel_said(said: str) -> Channel:
    """Read how a ledger says a matter came in."""
    wanted = said.strip()
    for channel in Channel:
        names = (channel.value, chinese(channel), label(channel))
        if wanted and (wanted in names or chinese(channel) in wanted):
            return channel
    return Channel.HOTLINE if "12345" in wanted else Channel.LEDGER


def _start(day: date) -> datetime:
    """Give the moment a day begins in China."""
    return datetime.combine(day, datetime.min.time(), tzinfo=CHINA)


def _remember(desk: Desk, ledger: Ledger) -> None:
    """Remember what the columns of such a ledger mean, for the next one."""
    with desk.work("intake-ledger") as work:
        shelved = work.shelved(SHELF)
        known = dict(shelved) if isinstance(shelved, dict) else {}
        if known.get(ledger.mapping.key) != ledger.mapping.as_json():
            work.shelve(SHELF, {**known, ledger.mapping.key: ledger.mapping.as_json()})
            work.commit()
