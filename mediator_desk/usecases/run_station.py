"""Keep the station in order: its people, its places, its committee, its drafts."""

from dataclasses import dataclass, replace
from uuid import UUID

from mediator_desk.ports import Desk
from mediator_desk.records.entry import Json
from mediator_desk.records.ids import CommitteeId, PersonId, PlaceId
from mediator_desk.records.people import Employment, Person, Role
from mediator_desk.records.place import Level, Place
from mediator_desk.records.team import Committee, Station, Team
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.remarks import Listed
from mediator_desk.usecases.found_station import tidy_mark
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPerson:
    """Somebody new at the station; the password is set beside this, in the key file."""

    name: str
    role: Role = Role.MEDIATOR
    phone: str = ""
    registered: bool = False
    employment: Employment = Employment.PART_TIME
    id: UUID | None = None


def add_person(desk: Desk, asked: AddPerson) -> Changes:
    """Add a person."""
    with desk.work("add-person") as work:
        if not asked.name.strip():
            raise Refusal(N_("Type the name of the person."))
        work.add(
            Person(
                id=PersonId(asked.id or desk.new_id()),
                station=desk.station.id,
                name=asked.name.strip(),
                role=asked.role,
                phone=asked.phone.strip(),
                registered=asked.registered,
                employment=asked.employment,
            )
        )
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePerson:
    """A person's fields again; nobody can take the last administrator's role away."""

    person: UUID
    name: str
    role: Role
    phone: str = ""
    registered: bool = False
    employment: Employment = Employment.PART_TIME
    active: bool = True
    paid_elsewhere: bool = False


def change_person(desk: Desk, asked: ChangePerson) -> Changes:
    """Keep what was typed."""
    with desk.work("change-person") as work:
        person = work.get(Person, asked.person)
        changed = replace(
            person,
            name=asked.name.strip() or person.name,
            role=asked.role,
            phone=asked.phone.strip(),
            registered=asked.registered,
            employment=asked.employment,
            active=asked.active,
            paid_elsewhere=asked.paid_elsewhere,
        )
        # People of other stations come in bundles; they administer nothing here.
        here = [one for one in work.every(Person) if one.station == desk.station.id]
        if person.station != desk.station.id:
            raise Refusal(N_("{name} works at another station."), name=person.name)
        others = [one for one in here if one.id != person.id]
        if not any(_administers(one) for one in (*others, changed)):
            raise Refusal(N_("Somebody must stay administrator of the station."))
        work.put(changed)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPlace:
    """A street, a community or an estate that the directory does not have."""

    name: str
    level: Level
    under: str


def add_place(desk: Desk, asked: AddPlace) -> Changes:
    """Add a place under another."""
    with desk.work("add-place") as work:
        if not asked.name.strip() or not asked.under:
            raise Refusal(N_("Type the name of the place and pick where it lies."))
        work.add(
            Place(
                id=PlaceId(desk.new_id()),
                level=asked.level,
                name=asked.name.strip(),
                under=asked.under,
            )
        )
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCommittee:
    """The committee the team works for; it owns the seal and the numbers.

    ``kind`` is its line in the official tables, such as community; None leaves it as it is.
    """

    name: str
    short: str
    kind: str | None = None


def set_committee(desk: Desk, asked: SetCommittee) -> Changes:
    """Name the committee, or correct its name."""
    with desk.work("set-committee") as work:
        if not asked.name.strip() or not asked.short.strip():
            raise Refusal(N_("Type the committee's full name and the short one for its numbers."))
        _check_kind(desk, asked.kind)
        team = work.get(Team, desk.team.id)
        known = None if team.committee is None else work.find(Committee, team.committee)
        if known is not None:
            kind = known.kind if asked.kind is None else asked.kind
            named = replace(known, name=asked.name.strip(), short=asked.short.strip(), kind=kind)
            work.put(named)
        else:
            made = work.add(
                Committee(
                    id=CommitteeId(desk.new_id()),
                    name=asked.name.strip(),
                    short=asked.short.strip(),
                    kind=asked.kind or "",
                )
            )
            work.put(replace(team, committee=made.id))
        return work.commit()


def _check_kind(desk: Desk, kind: str | None) -> None:
    """Refuse a kind that the tables do not have."""
    known = [one.id for one in desk.books.statistics.committee_kinds]
    if kind and kind not in known:
        raise Refusal(
            N_("There is no kind of committee “{kind}”. Choose one of: {known}."),
            kind=kind,
            known=Listed(tuple(known)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkStation:
    """The mark that tells this station's numbers from those of another of the same place."""

    mark: str


def mark_station(desk: Desk, asked: MarkStation) -> Changes:
    """Put the mark into the numbers to come; what was printed keeps its own."""
    with desk.work("mark-station") as work:
        station, mark = work.get(Station, desk.station.id), tidy_mark(asked.mark)
        bare = station.name.removesuffix(f" {station.mark}") if station.mark else station.name
        work.put(replace(station, mark=mark, name=f"{bare} {mark}".rstrip()))
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepDraft:
    """A form half typed; ``values`` None throws it away."""

    form: str
    values: Json = None


def keep_draft(desk: Desk, asked: KeepDraft) -> Changes:
    """Keep a draft for this person on this PC; it outlives a power cut."""
    with desk.work("keep-draft") as work:
        work.shelve(draft_key(desk.person.id, asked.form), asked.values)
        return work.commit()


def draft_key(person: UUID, form: str) -> str:
    """Name the shelf a person's draft of a form lies on."""
    return f"draft/{person}/{form}"


def _administers(person: Person) -> bool:
    """Tell whether a person can administer the station."""
    return person.active and person.role is Role.STATION_ADMIN
