"""The notices about a record, in its side pane: each leads to where objections are answered."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from mediator_desk.labels import label
from mediator_desk.records.public_notice import Objection, ObjectionState, PublicNotice
from mediator_desk.words import n_, p_
from ui.widgets.link_row import Link
from ui.widgets.side_pane import Section

Go = Callable[[str, UUID], object]


def notice_links(
    notices: tuple[PublicNotice, ...], objections: tuple[Objection, ...], go: Go
) -> list[Section]:
    """List the notices with the objections that wait; nothing when none hangs."""
    if not notices:
        return []
    return [
        Section(
            heading=p_("heading", "Public notices"),
            links=[
                Link(
                    text=one.title,
                    aside=" · ".join(_aside(one, objections)),
                    do=partial(go, "commons", one.id),
                )
                for one in reversed(notices)
            ],
        )
    ]


def _aside(notice: PublicNotice, objections: tuple[Objection, ...]) -> list[str]:
    """Say its number, whether it hangs, and how many answers are owed."""
    waiting = sum(
        one.notice == notice.id and one.state is ObjectionState.RAISED for one in objections
    )
    said = [notice.number, label(notice.state)]
    if waiting:
        owed = n_(
            "{count} objection waits for an answer.",
            "{count} objections wait for an answer.",
            waiting,
        )
        said.append(owed.format(count=waiting))
    return said
