"""Hand the journal over and take it in: cards, bundles, and what came, in words."""

from dataclasses import dataclass
from pathlib import Path

from mediator_desk.ports import Desk
from mediator_desk.rows import Made, Taken
from mediator_desk.rules.roles import permit
from mediator_desk.troubles import DiskTrouble
from mediator_desk.words import N_

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
    """Take a bundle in; what cannot go in waits, and is said."""
    permit(desk.person.role, "take-bundle")
    return desk.exchange.take(asked.file, preview=asked.preview, confirm_clock=asked.confirm_clock)


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
