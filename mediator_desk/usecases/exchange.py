"""Hand the journal over and take it in: cards, bundles, and what came, in words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from mediator_desk.ports import Desk
from mediator_desk.records.ids import CommitteeId
from mediator_desk.records.team import Committee, Station, Team
from mediator_desk.rows import Made, Taken
from mediator_desk.rules.roles import permit
from mediator_desk.troubles import DiskTrouble
from mediator_desk.usecases.council_handed_over import TOUCH_TOPICS, hand_over_topics
from mediator_desk.usecases.reckon_again import CHANGE_CLOCKS, reckon_again
from mediator_desk.words import N_, _

_SAME_NUMBERS = N_(
    "{name} prints the same numbers as this station. Let one of the two add a mark: "
    'do mark-station with {{"mark": "B"}}, or station new --mark B.'
)
_LARGER_THAN_ANY_CARD = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeBundle:
    """For whom (name or id of a trusted station), and into which folder."""

    peer: str
    folder: Path


def make_bundle(desk: Desk, asked: MakeBundle) -> Made:
    """Write what the peer does not have yet."""
    permit(desk.person.role, "make-bundle")
    return desk.exchange.make(asked.peer, asked.folder)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBundle:
    """The file; ``preview`` only says what would come."""

    file: Path
    preview: bool = False
    confirm_clock: bool = False


def take_bundle(desk: Desk, asked: TakeBundle) -> Taken:
    """Take a bundle in; what cannot go in waits, and is said.

    Rules that came with it hold at once, and the dates they move are moved.
    """
    permit(desk.person.role, "take-bundle")
    taken = desk.exchange.take(asked.file, preview=asked.preview, confirm_clock=asked.confirm_clock)
    if asked.preview:
        return taken
    if taken.changes.touches(*TOUCH_TOPICS):
        handed = hand_over_topics(desk)
        touched = (*taken.changes.touched, *handed.touched)
        taken = replace(taken, changes=replace(taken.changes, touched=touched))
    if not taken.changes.touches(*CHANGE_CLOCKS):
        return taken
    desk.library.refresh()
    again = reckon_again(desk)
    changes = replace(taken.changes, touched=(*taken.changes.touched, *again.touched))
    return replace(taken, moved=len(set(again.of("deadline"))), changes=changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustCard:
    """A peer's card, carried here by hand and compared aloud."""

    file: Path
    hub: bool = False


def trust_card(desk: Desk, asked: TrustCard) -> str:
    """Trust a station; give its name."""
    permit(desk.person.role, "trust-card")
    return desk.exchange.trust(read_card_file(asked.file), hub=asked.hub)


def read_card_file(file: Path) -> bytes:
    """Read the bytes of a card. Raises ``DiskTrouble``."""
    try:
        with file.open("rb") as card:
            return card.read(_LARGER_THAN_ANY_CARD)
    except OSError as error:
        raise DiskTrouble(N_("The card {file} cannot be read."), file=str(file)) from error


def same_numbers(desk: Desk, peer: str = "") -> tuple[str, ...]:
    """Name the stations that would print the numbers we print (domain.md 1.3).

    ``peer`` is the name on a card; its records, which say it better, come with its first bundle.
    """
    with desk.open_work(desk.person.id) as work:
        own, teams = desk.station, {one.id: one for one in work.every(Team)}
        committees = {one.id: one.short for one in work.every(Committee)}
        ours = _series(desk.team, committees)
        twins = {
            one.name
            for one in work.every(Station)
            if one.id != own.id
            and one.mark == work.get(Station, own.id).mark
            and one.team in teams
            and ours & _series(teams[one.team], committees)
        }
    if peer == own.name:
        twins.add(peer)
    return tuple(_(_SAME_NUMBERS).format(name=one) for one in sorted(twins))


def _series(team: Team, committees: Mapping[CommitteeId, str]) -> set[tuple[str, str]]:
    """Name the series a team draws numbers from, but for the mark."""
    volume = committees.get(team.committee) if team.committee else None
    return {("log", team.short)} | ({("volume", volume)} if volume else set())
