"""The log of what was printed of many cases or for others, and of what was refused."""

from collections.abc import Sequence

from mediator_desk.ports import Desk
from mediator_desk.records.print_run import PrintRun
from mediator_desk.rules.masking_levels import ListColumn, Masking


def log_print(
    desk: Desk,
    verb: str,
    *,
    paper: str,
    level: Masking,
    columns: Sequence[ListColumn] = (),
    cases: int,
    printed: int = 0,
    refused: str = "",
) -> None:
    """Keep that something was printed, or that it was refused and why."""
    with desk.work(verb) as work:
        work.add(
            PrintRun(
                id=desk.new_id(),
                team=desk.team.id,
                at=desk.now(),
                by=desk.person.id,
                paper=paper,
                level=level.value,
                columns=tuple(one.value for one in columns),
                cases=cases,
                printed=printed,
                refused=refused,
            )
        )
        work.commit()
