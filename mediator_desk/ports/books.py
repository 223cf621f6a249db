"""What the desk looks things up in: calendars, rules, places, and where they come from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from mediator_desk.records.place import Division
from mediator_desk.refusals import Refusal
from mediator_desk.rules.award_file import AwardRules
from mediator_desk.rules.calendar import Calendar
from mediator_desk.rules.confirmation import ConfirmationRules
from mediator_desk.rules.conventions import ConventionRules
from mediator_desk.rules.council_rules import CouncilRules
from mediator_desk.rules.deadlines import DeadlineRules
from mediator_desk.rules.duties import DutyMap
from mediator_desk.rules.gathering import GatheringRules
from mediator_desk.rules.joint_rules import JointRules
from mediator_desk.rules.ledger_layouts import LedgerLayout
from mediator_desk.rules.notices import NoticeRules
from mediator_desk.rules.route import RoutingRules
from mediator_desk.rules.statistics_file import StatisticsRules
from mediator_desk.rules.volume import VolumeRules
from mediator_desk.rules.whistle_kinds import WhistleKinds


@dataclass(frozen=True, slots=True, kw_only=True)
class Books:
    """What the desk looks things up in: calendars, rules and the directory of places."""

    calendar: Calendar
    deadlines: DeadlineRules
    routing: RoutingRules
    gathering: GatheringRules
    council: CouncilRules
    duties: DutyMap
    confirmation: ConfirmationRules
    joint: JointRules
    notices: NoticeRules
    conventions: ConventionRules
    awards: AwardRules
    whistle_kinds: WhistleKinds
    statistics: StatisticsRules
    ledgers: Mapping[str, LedgerLayout]
    volume: VolumeRules
    divisions: Mapping[str, Division]


class Library(Protocol):
    """The files of rules that hold here: the carried ones, and in their place those taken in."""

    @property
    def books(self) -> Books:
        """Give the books as they read now."""

    def texts(self) -> Mapping[str, str]:
        """Give the text in force of every file, by its name such as ``calendars/2026``."""

    def carried(self) -> Mapping[str, str]:
        """Give the texts that came with the program."""

    def read(self, changed: Mapping[str, str | None]) -> Books:
        """Read the books as they would be with these texts; None goes back to the carried one.

        Raises ``RuleFileUnfit``.
        """

    def refresh(self) -> None:
        """Read anew if the files taken in have changed; one that cannot be read is left out."""

    def unfit(self) -> Mapping[str, Refusal]:
        """Say of each file that was taken in but cannot be read, why."""
