"""The party members' meeting of 四议两公开: whether enough came and enough of them agreed."""

from dataclasses import dataclass
from datetime import date

from mediator_desk.refusals import Refusal
from mediator_desk.rules.council_rules import CouncilRules, Figure
from mediator_desk.rules.fractions import Share
from mediator_desk.words import N_

_WHOLE = Share(numerator=1, denominator=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended:
    """How many should attend, came, and agreed."""

    due: int
    present: int
    agreeing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """By how many people the meeting is short of its quorum and of its majority; 0 is enough."""

    quorum: Figure
    majority: Figure
    short_of_quorum: int
    short_of_majority: int

    @property
    def enough(self) -> bool:
        """Tell whether both were reached."""
        return not self.short_of_quorum and not self.short_of_majority


def check_attended(attended: Attended) -> None:
    """Refuse numbers that cannot be true. Raises ``Refusal``."""
    if not 0 <= attended.agreeing <= attended.present <= attended.due or not attended.due:
        raise Refusal(
            N_(
                "Those agreeing cannot be more than those present, nor those present more than "
                "those who should attend. Correct the numbers."
            )
        )


def reached(rules: CouncilRules, division: str, on: date, attended: Attended) -> Reached:
    """Measure a meeting by the figures in force there and then, both of those who should attend."""
    quorum = rules.figure("fourfold.quorum", division, on)
    majority = rules.figure("fourfold.majority", division, on)
    return Reached(
        quorum=quorum,
        majority=majority,
        short_of_quorum=(quorum.share or _WHOLE).short_by(attended.present, attended.due),
        short_of_majority=(majority.share or _WHOLE).short_by(attended.agreeing, attended.due),
    )
