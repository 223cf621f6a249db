"""One group entering the journal: whole, or not at all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

import msgspec
from sqlalchemy import Connection

from db import contents, journal
from db.canonical import state_hash
from db.seal import check_entry
from db.sync import tray
from db.sync.card import Card
from db.sync.manifest import State
from db.sync.unpack import AUTHOR_UNKNOWN
from mediator_desk.records import KINDS, group_of
from mediator_desk.records.entry import Entry, Kind
from mediator_desk.records.ids import GroupId
from mediator_desk.records.values import from_values
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Touched
from mediator_desk.rules.merging import Reading, fold
from mediator_desk.words import N_

EARLIER_MISSING = N_("Earlier changes are missing; it waits for the bundle that brings them.")
TWO_OF_ONE = N_(
    "Two different changes have the same number. Somebody works in a copied folder; find out who "
    "before you take this in."
)
STATE_DIFFERS = N_("It does not add up to what the sender has. Ask for a new bundle.")
UNREADABLE = N_("It holds values that cannot be kept here. Tell the sender.")

_Place = tuple[UUID, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """Whom we believe: authors by their cards, and hubs about authors without one."""

    cards: Mapping[UUID, Card]
    hubs: frozenset[UUID]

    def knows(self, author: UUID, sender: UUID) -> bool:
        """Tell whether what an author wrote can be believed from this sender."""
        return author in self.cards or sender in self.hubs

    def believes(self, waiting: tray.Waiting) -> bool:
        """Check the seal of an entry from the tray; its author may be known only now."""
        card = self.cards.get(waiting.entry.station)
        if card is None:
            return waiting.sender in self.hubs
        return check_entry(waiting.entry, card)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """What became of one group: the entries that went in, or why none did."""

    group: GroupId
    new: bool
    entries: tuple[Entry, ...] = ()
    touched: tuple[Touched, ...] = ()
    already: int = 0
    why: str = ""
    waits: bool = False


class _Unfit(Exception):
    """The group cannot go in; the sentence says why."""


def enter(
    connection: Connection, came: Sequence[Entry], sender: UUID, state: State, trust: Trust
) -> Entered:
    """Take one group of a bundle in, with what waits of it; ``state`` is what the sender has.

    What cannot go in yet waits in the tray; what contradicts us is left out with the reason.
    """
    group = GroupId(came[0].group)
    known = journal.digests(connection, group)
    fresh = [one for one in came if _place(one) not in known]
    already = len(came) - len(fresh)
    if any(known.get(_place(one), one.digest) != one.digest for one in came):
        return Entered(group=group, new=not known, already=already, why=TWO_OF_ONE)
    why = ""
    usable: list[Entry] = []
    if not all(trust.knows(one.station, sender) for one in fresh):
        why = AUTHOR_UNKNOWN
    else:
        waiting = [one.entry for one in tray.of_group(connection, group) if trust.believes(one)]
        usable = _in_a_row([*waiting, *fresh], known)
        if not _covers(usable, fresh, known, state):
            why = EARLIER_MISSING
    if why:
        tray.keep(connection, fresh, sender, why)
        return Entered(group=group, new=not known, already=already, why=why, waits=True)
    return replace(_write(connection, group, usable, known, state), already=already)


def release(connection: Connection, group: GroupId, trust: Trust) -> Entered:
    """Take in what waits of a group, if nothing is missing and nobody is a stranger any more."""
    known = journal.digests(connection, group)
    waiting = tray.of_group(connection, group)
    if not all(trust.knows(one.entry.station, one.sender) for one in waiting):
        return Entered(group=group, new=not known, why=AUTHOR_UNKNOWN, waits=True)
    forged = [one.entry for one in waiting if not trust.believes(one)]
    tray.drop(connection, forged)
    usable = _in_a_row([one.entry for one in waiting if one.entry not in forged], known)
    if not usable:
        return Entered(group=group, new=not known, why=EARLIER_MISSING, waits=True)
    return _write(connection, group, usable, known, None)


def _write(
    connection: Connection,
    group: GroupId,
    entries: Sequence[Entry],
    known: Mapping[_Place, str],
    state: State | None,
) -> Entered:
    """Write the entries and make the tables agree, or leave everything as it was."""
    half = connection.begin_nested()
    try:
        erased = journal.erased(connection)
        journal.append(connection, [_bare(one) if one.record in erased else one for one in entries])
        erasing = {one.record for one in entries if one.kind is Kind.ERASE}
        for record in erasing:
            journal.empty(connection, record)
        waiting = tray.of_group(connection, group)
        if waiting:
            tray.drop(connection, entries)
            tray.empty(connection, group, erasing)
        if erasing:
            contents.sweep(connection)
        touched = _reread(connection, group, entries)
        after = {**known, **{_place(one): one.digest for one in entries}}
        if state is not None and not _agrees(after, state):
            raise _Unfit(STATE_DIFFERS)
    except _Unfit as why:
        half.rollback()
        return Entered(group=group, new=not known, why=str(why.args[0]))
    half.commit()
    return Entered(group=group, new=not known, entries=tuple(entries), touched=touched)


def _reread(
    connection: Connection, group: GroupId, entries: Iterable[Entry]
) -> tuple[Touched, ...]:
    """Read every record anew that the entries speak of."""
    touched = []
    for record in dict.fromkeys(one.record for one in entries):
        every = journal.entries_of(connection, record)
        reading = fold(every)
        # Else one group could reach into another, and a record would be in two at once.
        if {(one.group, one.table) for one in every} != {(group, every[0].table)}:
            raise _Unfit(UNREADABLE)
        try:
            if not _at_home(reading, record, group):
                raise _Unfit(UNREADABLE)
            journal.project(connection, record, reading)
        except (msgspec.ValidationError, Refusal) as why:
            raise _Unfit(UNREADABLE) from why
        touched.append(Touched(table=every[0].table, id=record, group=group))
    return tuple(touched)


def _at_home(reading: Reading, record: UUID, group: GroupId) -> bool:
    """Tell whether a record says itself that it belongs to this group."""
    kind = KINDS.get(reading.table)
    if kind is None or reading.erased or not reading.born:
        return True
    return group_of(from_values(kind, str(record), reading.values, 0)) == group


def _in_a_row(entries: Iterable[Entry], known: Mapping[_Place, str]) -> list[Entry]:
    """Pick those entries that follow what is here, station by station, without a gap."""
    last = _lasts(known)
    picked = []
    for one in sorted({_place(one): one for one in entries}.items()):
        (station, number), entry = one
        if number == last.get(station, 0) + 1:
            picked.append(entry)
            last[station] = number
    return picked


def _covers(
    usable: Sequence[Entry], fresh: Sequence[Entry], known: Mapping[_Place, str], state: State
) -> bool:
    """Tell whether everything that came can go in and what the sender has is then here."""
    after = _lasts(known)
    for one in usable:
        after[one.station] = max(one.number, after.get(one.station, 0))
    came_in = all(one.number <= after.get(one.station, 0) for one in fresh)
    return came_in and all(last <= after.get(one, 0) for one, last in state.vector.items())


def _agrees(digests: Mapping[_Place, str], state: State) -> bool:
    """Compare the state of the group at the point the sender had reached."""
    reached = (
        (station, number, digest)
        for (station, number), digest in digests.items()
        if number <= state.vector.get(station, 0)
    )
    return state_hash(reached) == state.hash


def _lasts(known: Iterable[_Place]) -> dict[UUID, int]:
    """Give the highest number of each station."""
    last: dict[UUID, int] = {}
    for station, number in known:
        last[station] = max(number, last.get(station, 0))
    return last


def _bare(one: Entry) -> Entry:
    """Empty the payload of an entry that came too late: its record was erased."""
    return one if one.kind is Kind.ERASE else one.emptied()


def _place(one: Entry) -> _Place:
    """Say where in its group an entry stands."""
    return one.station, one.number
