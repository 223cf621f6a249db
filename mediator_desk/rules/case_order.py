"""The orders in which many disputes may be printed."""

from enum import StrEnum


class CaseOrder(StrEnum):
    """What comes first."""

    NUMBER = "number"
    NEWEST = "newest"
    PLACE = "place"
    TOPIC = "topic"
    MEDIATOR = "mediator"
