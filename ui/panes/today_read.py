"""What Today asks of the store: the lines of one person or of all, and what could be gathered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from mediator_desk.ports import Desk
from mediator_desk.records.people import Person
from mediator_desk.rows import DisputeRow, Gathering, TodayRow
from mediator_desk.rules.roles import may
from mediator_desk.usecases.gathering import offered
from mediator_desk.usecases.gathering_said import gathering_said, why_said
from mediator_desk.words import _, n_
from ui.panes.today_people import EVERYBODY, MINE, NOBODY
from ui.said import first_line
from ui.widgets.link_row import Link
from ui.widgets.side_pane import Detail, Section
from ui.widgets.verb import Verb

GATHERING = "gathering"
Go = Callable[[str, UUID], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayRead:
    """What was read: the lines of the person chosen, those of the team, and who there is."""

    rows: tuple[TodayRow, ...] = ()
    team: tuple[TodayRow, ...] = ()
    people: tuple[Person, ...] = ()
    offers: tuple[Gathering, ...] = ()

    def offer(self, row: TodayRow) -> Gathering | None:
        """Give the offer a line stands for."""
        return next((one for one in self.offers if one.cluster.disputes[0] == row.id), None)


def read_today(desk: Desk, chosen: str) -> TodayRead:
    """Read the lines of the team and, if one person is chosen, all of hers."""
    offers = offered(desk) if may(desk.person.role, "raise-topic") else ()
    team = desk.queries.today()
    person = {EVERYBODY: None, NOBODY: None, MINE: desk.person.id}.get(chosen, chosen)
    one = UUID(person) if isinstance(person, str) else person
    lines = tuple(_line(desk, offer) for offer in offers)
    return TodayRead(
        rows=(team if one is None else desk.queries.today(one)) + lines,
        team=team,
        people=desk.queries.people(),
        offers=offers,
    )


def read_offer(
    desk: Desk, one: Gathering, verbs: Sequence[Verb], go: Go
) -> tuple[Detail, tuple[DisputeRow, ...]]:
    """Read the disputes that could be one topic, and put them into words."""
    rows = desk.queries.dispute_rows(one.cluster.disputes)
    count = n_("{count} dispute", "{count} disputes", len(rows)).format(count=len(rows))
    detail = Detail(
        title=gathering_said(desk, one),
        state=_("similar"),
        banner=_("Raised as one topic, each keeps its own parties and gets the outcome back."),
        banner_tone="accent",
        sections=[
            Section(
                heading=_("What could be one topic"),
                aside=count,
                links=[
                    Link(
                        text=row.title or first_line(row.text),
                        aside=" · ".join(
                            said for said in (row.number, "／".join(row.parties)) if said
                        ),
                        do=partial(go, "disputes", row.id),
                    )
                    for row in rows
                ],
            ),
            Section(text=why_said(one)),
        ],
        verbs=verbs,
    )
    return detail, rows


def _line(desk: Desk, one: Gathering) -> TodayRow:
    """Make the line of an offer; it is named by its oldest dispute."""
    return TodayRow(
        kind=GATHERING,
        id=one.cluster.disputes[0],
        number="",
        title=gathering_said(desk, one),
        rule="",
        due_at=None,
        waiting="gathering.offered",
    )
