"""Extend a date, pause it, let it go on: by the people it concerns, as its rule allows."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from mediator_desk.ports import Desk
from mediator_desk.records.follow_up import Deadline
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import Duration, Unit
from mediator_desk.usecases import clocks


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentOn:
    """The day on which a party consented."""

    party: UUID
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendClock:
    """Which date, by how much, why, and by whose word."""

    clock: UUID
    length: int
    unit: Unit = Unit.DAYS
    reason: str
    consents: tuple[ConsentOn, ...] = ()
    approver: str = ""
    approved_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseClock:
    """Which date stands still, why, and since when (now if not said)."""

    clock: UUID
    reason: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeClock:
    """Which date goes on, and since when (now if not said)."""

    clock: UUID
    at: datetime | None = None


def extend_clock(desk: Desk, asked: ExtendClock) -> Changes:
    """Give a date more time."""
    with desk.work("extend-clock") as work:
        longer = clocks.Longer(
            by=Duration(length=asked.length, unit=asked.unit),
            reason=asked.reason,
            consents={one.party: one.on for one in asked.consents},
            approver=asked.approver,
            approved_on=asked.approved_on,
        )
        clocks.extend_clock(desk, work, work.get(Deadline, asked.clock), longer)
        return work.commit()


def pause_clock(desk: Desk, asked: PauseClock) -> Changes:
    """Let a date stand still."""
    with desk.work("pause-clock") as work:
        clocks.pause_clock(desk, work, work.get(Deadline, asked.clock), asked.reason, asked.at)
        return work.commit()


def resume_clock(desk: Desk, asked: ResumeClock) -> Changes:
    """Let a paused date go on."""
    with desk.work("resume-clock") as work:
        clocks.resume_clock(desk, work, work.get(Deadline, asked.clock), asked.at)
        return work.commit()
