"""Numbers of volumes where several stations work for one committee: a block for each of them.

With blocks reserved, a station draws from its own only, so that two stations without a network
never print the same number; without blocks the mark of the station keeps the numbers apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.ids import StationId
from mediator_desk.records.number_block import NumberBlock
from mediator_desk.records.team import Committee, Station
from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class ReserveNumbers:
    """Which numbers of the committee, for which station; this year's if none is named."""

    station: UUID
    first: int
    last: int
    year: int = 0


def reserve_numbers(desk: Desk, asked: ReserveNumbers) -> Changes:
    """Reserve them; a bundle carries the block to the station."""
    with desk.work("reserve-numbers") as work:
        committee = _committee(desk, work)
        year = asked.year or local_day(desk.now()).year
        if not 1 <= asked.first <= asked.last:
            raise Refusal(N_("A block begins at 1 or later and does not end before it begins."))
        known = {one.id for one in desk.queries.peers()} | {one.id for one in work.every(Station)}
        if asked.station not in known:
            raise NotFound(N_("There is no such station here. Trust its card first."))
        for one in _of_year(work, committee.short, year):
            if asked.first <= one.last and one.first <= asked.last:
                raise Refusal(
                    N_("{first} to {last} are reserved already. Choose numbers outside of them."),
                    first=one.first,
                    last=one.last,
                )
        work.add(
            NumberBlock(
                id=desk.new_id(),
                short=committee.short,
                year=year,
                station=StationId(asked.station),
                first=asked.first,
                last=asked.last,
            )
        )
        return work.commit()


def draw_volume_no(desk: Desk, work: Work, committee: Committee) -> str:
    """Draw the next number as it is printed: （2026）东昌古楼人调字第12号; never drawn again."""
    year = local_day(desk.now()).year
    blocks = _of_year(work, committee.short, year)
    counts = _of_blocks(desk, work, blocks) if blocks else _by_mark(work, committee, year)
    mark = "" if blocks else desk.station.mark
    for count in counts:
        number = f"（{year}）{committee.short}{mark}人调字第{count}号"
        if not _used(desk, number):
            return number
    raise Refusal(
        N_(
            "The numbers of {year} reserved for this station are used up ({blocks}). Ask the "
            "station administrator of the committee to reserve more; the dispute waits as it is."
        ),
        year=year,
        blocks="、".join(f"{one.first}—{one.last}" for one in _own(desk, blocks)) or "0",
    )


def _of_blocks(desk: Desk, work: Work, blocks: list[NumberBlock]) -> Iterator[int]:
    """Give the numbers of our own blocks that were not drawn yet, block after block."""
    for one in _own(desk, blocks):
        size = one.last - one.first + 1
        while (count := work.next_number(f"block/{one.id}")) <= size:
            yield one.first + count - 1


def _by_mark(work: Work, committee: Committee, year: int) -> Iterator[int]:
    while True:
        yield work.next_number(f"volume/{committee.id}/{year}")


def _own(desk: Desk, blocks: list[NumberBlock]) -> list[NumberBlock]:
    return [one for one in blocks if one.station == desk.station.id]


def _of_year(work: Work, short: str, year: int) -> list[NumberBlock]:
    """List the blocks of a committee in a year, the lowest first."""
    found = [one for one in work.every(NumberBlock) if one.short == short and one.year == year]
    return sorted(found, key=lambda one: one.first)


def _used(desk: Desk, number: str) -> bool:
    """Tell whether a number stands on a dispute already, drawn before there were blocks."""
    try:
        desk.queries.dispute_by_number(number)
    except NotFound:
        return False
    return True


def _committee(desk: Desk, work: Work) -> Committee:
    """Give the committee whose numbers these are."""
    known = None if desk.team.committee is None else work.find(Committee, desk.team.committee)
    if known is None:
        raise Refusal(N_("The team works for no committee; set it in the settings first."))
    return known
