"""Whose work Today shows: a mediator's own, or that of anybody in the team."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from mediator_desk.records.people import Person
from mediator_desk.rows import TodayRow
from mediator_desk.rules.pinyin import sort_key
from mediator_desk.rules.whose_turn import Turn, When
from mediator_desk.words import _, p_
from ui.panes.today_rows import lateness_said
from ui.widgets.chips import Chip

EVERYBODY, MINE, NOBODY = "", "mine", "nobody"


def is_unclaimed(row: TodayRow) -> bool:
    """Tell whether something of ours has nobody yet who does it."""
    return row.who is None and row.waiting.startswith("dispute.") and row.turn is Turn.OURS


def whose(row: TodayRow, chosen: str, me: UUID) -> bool:
    """Tell whether a row belongs under a chip of people."""
    if chosen == EVERYBODY or (row.kind == "gathering" and chosen == MINE):
        return True
    if chosen == NOBODY:
        return is_unclaimed(row)
    return row.who == (me if chosen == MINE else UUID(chosen))


def people_chips(
    rows: Sequence[TodayRow],
    groups: Sequence[When],
    people: Sequence[Person],
    me: UUID,
    *,
    leads: bool,
) -> list[Chip]:
    """Offer everybody, oneself and, to a lead, each of the team with what is late and due.

    People stand as their names sound, never by how much they do (domain.md finding 10).
    """
    chips = [Chip(MINE, _("Mine")), Chip(EVERYBODY, _("All of us"))]
    if not leads:
        return chips
    chips.reverse()
    unclaimed = sum(map(is_unclaimed, rows))
    if unclaimed:
        chips.append(Chip(NOBODY, _("No mediator yet"), unclaimed))
    theirs = _by_person(rows, groups)
    others = [one for one in people if one.id != me and (one.active or one.id in theirs)]
    for one in sorted(others, key=lambda person: sort_key(person.name)):
        said = lateness_said(theirs.get(one.id, []))
        text = p_("person", "{name} · {lateness}").format(name=one.name, lateness=said)
        chips.append(Chip(str(one.id), text if said else one.name))
    return chips


def _by_person(rows: Sequence[TodayRow], groups: Sequence[When]) -> Mapping[UUID, list[When]]:
    found: dict[UUID, list[When]] = {}
    for row, group in zip(rows, groups, strict=True):
        if row.who is not None:
            found.setdefault(row.who, []).append(group)
    return found
