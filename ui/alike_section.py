"""What is like a dispute, as a part of its side pane, and one press to gather them."""

from collections.abc import Callable

from mediator_desk.ports import Desk
from mediator_desk.rows import Gathering
from mediator_desk.usecases.gathering_said import gathering_said
from mediator_desk.words import _, n_
from ui.widgets.link_row import Link
from ui.widgets.side_pane import Section


def alike_section(desk: Desk, one: Gathering, gather: Callable[[], object]) -> Section:
    """Say how many more there are like it, and offer to raise them as one topic."""
    more = len(one.cluster.disputes) - 1
    heading = n_("{count} more like this", "{count} more like this", more).format(count=more)
    return Section(
        heading=heading,
        links=[Link(text=_("Raise them as one topic"), aside=gathering_said(desk, one), do=gather)],
    )
