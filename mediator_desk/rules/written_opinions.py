"""Written opinions that owners' representatives bring to a meeting (Liaocheng regulation, art. 17).

A representative gathers them signed, unit by unit, at least five days before the meeting, and
comes in person.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from mediator_desk.records.owners_vote import OwnersVote, VoteForm, VotingUnit

_DAYS_BEFORE = 5


def latest_opinion(opens_on: date) -> date:
    """Give the last day on which an opinion may be signed for a meeting."""
    return opens_on - timedelta(days=_DAYS_BEFORE)


def late_opinions(vote: OwnersVote, units: Iterable[VotingUnit]) -> tuple[VotingUnit, ...]:
    """Name the units whose opinion was signed too late to be brought to the meeting."""
    if vote.form is not VoteForm.MEETING:
        return ()
    latest = latest_opinion(vote.opens_on)
    return tuple(one for one in units if one.opinion_on is not None and one.opinion_on > latest)
