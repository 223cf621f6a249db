"""What could be one topic of the council, on the command line."""

from mediator_desk.commands.answers import Answer, columns
from mediator_desk.commands.arguments import Commands, command
from mediator_desk.commands.options import Arguments, Parser
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.ports import Desk
from mediator_desk.rows import Gathering
from mediator_desk.usecases.gathering import offered
from mediator_desk.usecases.gathering_said import gathering_said, place_said, why_said
from mediator_desk.words import _


def add_to(commands: "Commands[Parser]") -> None:
    """Add ``gather``."""
    command(
        commands,
        "gather",
        does=_("list open disputes of one place and topic that could be one council topic"),
        example="gather --json",
        run=list_gatherings,
    )


def list_gatherings(_asked: Arguments, around: Surroundings) -> Answer:
    """List what could be gathered; ``do raise-topic`` with these disputes gathers them."""
    with around.visit() as visit:
        desk = visit.desk
        found = offered(desk)
        numbers = [_numbers(desk, one) for one in found]
        said = [gathering_said(desk, one) for one in found]
        plain = [_plain(desk, one, ids) for one, ids in zip(found, numbers, strict=True)]
    lines = columns(
        [[sentence, " ".join(ids)] for sentence, ids in zip(said, numbers, strict=True)]
    )
    if not found:
        lines = [_("Nothing open is alike enough to be one topic.")]
    return Answer(json=plain, lines=lines)


def _numbers(desk: Desk, one: Gathering) -> list[str]:
    return [row.number for row in reversed(desk.queries.dispute_rows(one.cluster.disputes))]


def _plain(desk: Desk, one: Gathering, numbers: list[str]) -> dict[str, object]:
    """Tell one offer to programs."""
    return {
        "topic": one.cluster.spot.topic.value,
        "place": place_said(desk, one),
        "count": len(numbers),
        "first_on": one.cluster.first_on,
        "last_on": one.cluster.last_on,
        "disputes": [str(id) for id in one.cluster.disputes],
        "numbers": numbers,
        "because": [gathering_said(desk, one), why_said(one)],
    }
