"""Identity: every record gets a UUIDv7 at birth; numbers on paper are never identity."""

from typing import NewType
from uuid import UUID, uuid5

DisputeId = NewType("DisputeId", UUID)
PartyId = NewType("PartyId", UUID)
PersonId = NewType("PersonId", UUID)
PlaceId = NewType("PlaceId", UUID)
StationId = NewType("StationId", UUID)
TeamId = NewType("TeamId", UUID)
CommitteeId = NewType("CommitteeId", UUID)
SittingId = NewType("SittingId", UUID)
AgreementId = NewType("AgreementId", UUID)
TopicId = NewType("TopicId", UUID)
WhistleId = NewType("WhistleId", UUID)
VoteId = NewType("VoteId", UUID)
GroupId = NewType("GroupId", UUID)

_COMMON = UUID("6d656469-6174-6f72-8000-6465736b0001")

PLACES = GroupId(uuid5(_COMMON, "places"))
TEAMS = GroupId(uuid5(_COMMON, "teams"))
RULES = GroupId(uuid5(_COMMON, "rules"))


def uuid7(milliseconds: int, randomness: int) -> UUID:
    """Build a UUIDv7 (RFC 9562) from a moment in milliseconds and 74 random bits."""
    head = (milliseconds & 0xFFFF_FFFF_FFFF) << 80
    middle = 0x7 << 76 | (randomness >> 62 & 0xFFF) << 64
    tail = 0b10 << 62 | (randomness & 0x3FFF_FFFF_FFFF_FFFF)
    return UUID(int=head | middle | tail)
