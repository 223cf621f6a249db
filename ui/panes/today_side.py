"""What stands beside a line of Today that is no dispute: the topic or the whistle, whole."""

from collections.abc import Callable, Sequence
from uuid import UUID

from mediator_desk.ports import Desk
from mediator_desk.rows import TodayRow
from mediator_desk.words import _
from ui.notice_detail import notice_detail
from ui.panes.today_rows import name_of, to_do, tone_of, when, who_said
from ui.revenue_detail import revenue_detail
from ui.said import due_long, first_line
from ui.topic_detail import topic_detail
from ui.vote_detail import vote_detail
from ui.whistle_detail import whistle_detail
from ui.widgets.side_pane import Detail
from ui.widgets.verb import Verb

Go = Callable[[str, UUID], object]


def read_detail(desk: Desk, row: TodayRow, verbs: Sequence[Verb], go: Go) -> Detail:
    """Read the record of a line and put it into words; run it where the store may be asked."""
    if row.kind == "public_notice":
        return notice_detail(desk, desk.queries.notice_file(row.id), verbs)
    if row.kind == "agenda_topic":
        return topic_detail(desk, desk.queries.topic_file(row.id), verbs, go)
    if row.kind == "whistle":
        return whistle_detail(desk, desk.queries.whistle_file(row.id), verbs, go)
    if row.kind == "revenue_account":
        return revenue_detail(desk, desk.queries.revenue_file(row.id), verbs, go)
    if row.kind == "owners_vote":
        return vote_detail(desk, desk.queries.vote_file(row.id), verbs, go)
    return brief_detail(desk, row, verbs)


def brief_detail(desk: Desk, row: TodayRow, verbs: Sequence[Verb]) -> Detail:
    """Say what a line says, in full."""
    now = desk.now()
    due = due_long(row.due_at, now, desk.books.calendar) if row.due_at else ""
    tone = tone_of(desk, row)
    return Detail(
        title=first_line(row.title, 40) or row.number or _("A conflict between stations"),
        state=name_of(when(desk, row)),
        state_tone=tone,
        subtitle=" · ".join(one for one in (row.number, who_said(row)) if one),
        banner="\n".join(one for one in (to_do(desk, row), due) if one),
        banner_tone=tone,
        verbs=verbs,
    )
