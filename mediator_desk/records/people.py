"""The people of the station and the parties of a dispute."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from mediator_desk.records.ids import DisputeId, PartyId, PersonId, StationId


class Role(StrEnum):
    """What a signed-in person may do (see ``rules/roles.py``)."""

    MEDIATOR = "mediator"
    TEAM_LEAD = "team_lead"
    STATION_ADMIN = "station_admin"


class Employment(StrEnum):
    """How a mediator is engaged."""

    FULL_TIME = "full_time"
    PART_TIME = "part_time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who works at a station. Only a registered mediator may sign an agreement.

    ``paid_elsewhere`` tells that other public pay bars the person from awards for cases.
    """

    TABLE: ClassVar[str] = "person"
    OWNER: ClassVar[str] = ""

    id: PersonId
    station: StationId
    name: str
    role: Role
    phone: str = ""
    registered: bool = False
    employment: Employment = Employment.PART_TIME
    grade: int = 0
    active: bool = True
    paid_elsewhere: bool = False
    version: int = 0


class PartyKind(StrEnum):
    """A human being or an organisation."""

    PERSON = "person"
    ORGANISATION = "organisation"


class Side(StrEnum):
    """Where a party stands."""

    APPLICANT = "applicant"
    RESPONDENT = "respondent"
    THIRD = "third"


class Sex(StrEnum):
    """As printed on the forms (GB/T 2261.1)."""

    UNSAID = ""
    MALE = "male"
    FEMALE = "female"


class Authority(StrEnum):
    """What an agent may do; settling or signing needs the special kind."""

    NONE = ""
    GENERAL = "general"
    SPECIAL = "special"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party of a dispute, with the fields of the official party block and its agent.

    ``birth_year`` is 0 when unknown; the forms print the age on the day of the paper.
    ``id_number`` is asked only when a paper needs it (domain.md 7.1).
    """

    TABLE: ClassVar[str] = "party"
    OWNER: ClassVar[str] = "dispute"

    id: PartyId
    dispute: DisputeId
    kind: PartyKind = PartyKind.PERSON
    side: Side
    name: str
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
    version: int = 0
