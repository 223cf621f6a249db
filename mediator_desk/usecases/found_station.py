"""Found a station: team, committee if there is one, and the first person."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from uuid import UUID

from mediator_desk.ports import Work
from mediator_desk.records.ids import CommitteeId, PersonId, PlaceId, StationId, TeamId
from mediator_desk.records.people import Person, Role
from mediator_desk.records.place import Level, Place
from mediator_desk.records.team import Committee, Station, Team
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.words import N_

_MARK = re.compile("[A-Z][A-Z0-9]{0,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStation:
    """What the first-run pages ask.

    ``division`` is an official code; a place without one is given by ``place`` and the code it
    stands ``under`` (domain.md finding 12). ``short`` stands in the log numbers, with the ``mark``
    that tells stations of one place or committee apart.
    """

    station: UUID
    person: UUID
    team_name: str
    person_name: str
    short: str
    division: str = ""
    place: str = ""
    under: str = ""
    committee_name: str = ""
    committee_short: str = ""
    mark: str = ""
    phone: str = ""
    registered: bool = True


def found_station(
    work_for: Callable[[], AbstractContextManager[Work]],
    new_id: Callable[[], UUID],
    asked: FoundStation,
) -> Changes:
    """Write the first records of a fresh store; the first person administers the station."""
    check_founding(asked)
    with work_for() as work:
        division = asked.division or _added_place(work, new_id, asked)
        committee = None
        if asked.committee_name.strip():
            committee = work.add(
                Committee(
                    id=CommitteeId(new_id()),
                    name=asked.committee_name.strip(),
                    short=asked.committee_short.strip() or asked.short,
                )
            ).id
        team = work.add(
            Team(
                id=TeamId(new_id()),
                name=asked.team_name.strip(),
                short=asked.short,
                division=division,
                committee=committee,
            )
        )
        station = StationId(asked.station)
        mark = tidy_mark(asked.mark)
        name = f"{asked.team_name.strip()} {mark}".rstrip()
        work.add(Station(id=station, team=team.id, name=name, mark=mark))
        work.add(
            Person(
                id=PersonId(asked.person),
                station=station,
                name=asked.person_name.strip(),
                role=Role.STATION_ADMIN,
                phone=asked.phone.strip(),
                registered=asked.registered,
            )
        )
        return work.commit()


def check_founding(asked: FoundStation) -> None:
    """Refuse a station that lacks something, before anything of it is made."""
    for said, sentence in (
        (asked.team_name, N_("Give the team a name.")),
        (asked.person_name, N_("Say who works here.")),
        (asked.division or asked.place, N_("Pick the place of the station.")),
    ):
        if not said.strip():
            raise Refusal(sentence)
    tidy_mark(asked.mark)


def tidy_mark(typed: str) -> str:
    """Read a station's mark. Raises ``Refusal`` on what would make a number hard to read."""
    mark = typed.strip().upper()
    if mark and not _MARK.fullmatch(mark):
        raise Refusal(N_("A mark is one to three Latin letters or figures, a letter first: B."))
    return mark


def _added_place(work: Work, new_id: Callable[[], UUID], asked: FoundStation) -> str:
    """Add a place that has no official code."""
    place = Place(
        id=PlaceId(new_id()), level=Level.COMMUNITY, name=asked.place.strip(), under=asked.under
    )
    return str(work.add(place).id)
