"""Complete or correct a dispute and its parties; what stood before stays in the journal."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mediator_desk.ports import Desk
from mediator_desk.records.dispute import Category, Channel, Dispute, Topic
from mediator_desk.records.ids import PartyId
from mediator_desk.records.people import Party, Person
from mediator_desk.rows import Changes
from mediator_desk.usecases.log_dispute import (
    NewParty,
    check_division,
    check_households,
    estate_named,
    party_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeDispute:
    """Every field of the log form again; ``version`` is the one the form was filled from."""

    dispute: UUID
    version: int
    text: str
    topic: Topic
    category: Category
    channel: Channel
    division: str
    estate: str = ""
    building: str = ""
    unit: str = ""
    title: str = ""
    happened_on: date | None = None
    households: int = 0
    risk: str = ""


def change_dispute(desk: Desk, asked: ChangeDispute) -> Changes:
    """Keep what was typed. Raises ``Overtaken`` when it changed since the form was filled."""
    with desk.work("change-dispute") as work:
        dispute = work.get(Dispute, asked.dispute)
        check_division(desk, work, asked.division)
        check_households(asked.households)
        work.put(
            replace(
                dispute,
                version=asked.version,
                text=asked.text.strip(),
                topic=asked.topic,
                category=asked.category,
                channel=asked.channel,
                division=asked.division,
                estate=estate_named(desk, work, asked.estate, asked.division),
                building=asked.building.strip(),
                unit=asked.unit.strip(),
                title=asked.title.strip(),
                happened_on=asked.happened_on,
                households=asked.households,
                risk=asked.risk.strip(),
            )
        )
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class AddParty:
    """One more party of a dispute."""

    dispute: UUID
    party: NewParty


def add_party(desk: Desk, asked: AddParty) -> Changes:
    """Add a party."""
    with desk.work("add-party") as work:
        dispute = work.get(Dispute, asked.dispute)
        work.add(party_of(desk, dispute.id, asked.party))
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeParty:
    """A party's fields again; ``version`` is the one the form was filled from."""

    party: UUID
    version: int
    fields: NewParty


def change_party(desk: Desk, asked: ChangeParty) -> Changes:
    """Keep what was typed. Raises ``Overtaken`` when it changed since the form was filled."""
    with desk.work("change-party") as work:
        party = work.get(Party, asked.party)
        typed = party_of(desk, party.dispute, asked.fields)
        work.put(replace(typed, id=PartyId(party.id), version=asked.version))
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignMediator:
    """Who handles a dispute from now on."""

    dispute: UUID
    mediator: UUID


def assign_mediator(desk: Desk, asked: AssignMediator) -> Changes:
    """Hand a dispute to a mediator."""
    with desk.work("assign-mediator") as work:
        dispute = work.get(Dispute, asked.dispute)
        mediator = work.get(Person, asked.mediator)
        work.put(replace(dispute, mediator=mediator.id))
        return work.commit()
