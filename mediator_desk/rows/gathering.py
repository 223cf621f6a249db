"""The rows of gathering: disputes that could be one topic of the council."""

from dataclasses import dataclass

from mediator_desk.rules.gathering import Cluster


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """A cluster and the name of its place; ``aside`` tells that it was put aside and has not grown.

    ``place`` is empty where only the community is known, whose name is in the directory.
    """

    cluster: Cluster
    place: str
    aside: bool = False
