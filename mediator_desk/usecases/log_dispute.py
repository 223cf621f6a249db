"""Log a dispute: only what is needed now; the rest can follow."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.dispute import CaseSource, Channel, Dispute, Topic
from mediator_desk.records.ids import DisputeId, PartyId, PlaceId
from mediator_desk.records.people import Authority, Party, PartyKind, Person, Sex, Side
from mediator_desk.records.place import Level, Place
from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.names import tidy_name
from mediator_desk.rules.phones import tidy_phone
from mediator_desk.words import N_

_HOUSEHOLDS = range(1_000_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewParty:
    """A party as it is typed; everything but the name can follow later."""

    name: str
    side: Side = Side.APPLICANT
    kind: PartyKind = PartyKind.PERSON
    sex: Sex = Sex.UNSAID
    ethnicity: str = ""
    birth_year: int = 0
    occupation: str = ""
    phone: str = ""
    address: str = ""
    id_number: str = ""
    legal_representative: str = ""
    representative_post: str = ""
    agent: str = ""
    agent_phone: str = ""
    agent_authority: Authority = Authority.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class LogDispute:
    """What is asked when somebody comes to the desk.

    ``division`` is where it happened (the team's own place when empty); ``estate`` is a name, and
    an estate not known yet is added. ``logged_at`` is given only when an older ledger is taken in.
    """

    text: str
    topic: Topic
    channel: Channel = Channel.WALK_IN
    division: str = ""
    estate: str = ""
    building: str = ""
    unit: str = ""
    title: str = ""
    happened_on: date | None = None
    households: int = 0
    source: CaseSource = CaseSource.APPLICATION
    parties: tuple[NewParty, ...] = ()
    mediator: UUID | None = None
    logged_at: datetime | None = None
    ledger_key: str = ""


def log_dispute(desk: Desk, asked: LogDispute) -> Changes:
    """Log a dispute with its parties and give it the station's next number."""
    with desk.work("log-dispute") as work:
        write_dispute(desk, work, asked)
        return work.commit()


def write_dispute(desk: Desk, work: Work, asked: LogDispute) -> Dispute:
    """Write a dispute and its parties into a piece of work that is already open."""
    logged_at = asked.logged_at or desk.now()
    division = asked.division or desk.team.division
    check_division(desk, work, division)
    check_households(asked.households)
    mediator = None if asked.mediator is None else work.get(Person, asked.mediator).id
    estate = estate_named(desk, work, asked.estate, division)
    dispute = work.add(
        Dispute(
            id=DisputeId(desk.new_id()),
            team=desk.team.id,
            number=_number(desk, work, logged_at),
            logged_at=logged_at,
            logged_by=desk.person.id,
            happened_on=asked.happened_on,
            channel=asked.channel,
            topic=asked.topic,
            category=desk.books.routing.category_of(asked.topic, asked.text),
            division=division,
            estate=estate,
            building=asked.building.strip(),
            unit=asked.unit.strip(),
            title=asked.title.strip(),
            text=asked.text.strip(),
            households=asked.households,
            source=asked.source,
            mediator=mediator,
            committee=desk.team.committee,
            ledger_key=asked.ledger_key,
        )
    )
    for party in asked.parties:
        if party.name.strip():
            work.add(party_of(desk, dispute.id, party))
    return dispute


def check_division(desk: Desk, work: Work, division: str) -> None:
    """Refuse a place that neither the directory nor we know. Raises ``NotFound``."""
    if division in desk.books.divisions:
        return
    if not any(str(place.id) == division for place in work.every(Place)):
        raise NotFound(N_("There is no place with the code {code}."), code=division)


def check_households(households: int) -> None:
    """Refuse a number of households nobody could have counted."""
    if households not in _HOUSEHOLDS:
        raise Refusal(N_("That is no number of households: {said}."), said=households)


def party_of(desk: Desk, dispute: DisputeId, typed: NewParty) -> Party:
    """Make a party record of what was typed, with name and phone in their tidy form."""
    fields = {name: getattr(typed, name) for name in NewParty.__dataclass_fields__}
    party = Party(id=PartyId(desk.new_id()), dispute=dispute, **fields)
    return replace(
        party,
        name=tidy_name(typed.name),
        phone=tidy_phone(typed.phone),
        agent=tidy_name(typed.agent),
        agent_phone=tidy_phone(typed.agent_phone),
        id_number=typed.id_number.strip().upper(),
    )


def estate_named(desk: Desk, work: Work, name: str, division: str) -> PlaceId | None:
    """Find an estate by its name in a division, or add it."""
    wanted = name.strip()
    if not wanted:
        return None
    for place in work.every(Place):
        if place.level is Level.ESTATE and place.under == division and place.name == wanted:
            return place.id
    return work.add(
        Place(id=PlaceId(desk.new_id()), level=Level.ESTATE, name=wanted, under=division)
    ).id


def _number(desk: Desk, work: Work, logged_at: datetime) -> str:
    """Draw the station's log number, as in 古楼-2026-7; it is never identity."""
    year = local_day(logged_at).year
    count = work.next_number(f"log/{year}")
    return f"{desk.team.short}{desk.station.mark}-{year}-{count}"
