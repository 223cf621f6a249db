"""Who sits on the council, and the figures it goes by with where they come from."""

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.council_member import CouncilMember
from mediator_desk.rules.council_rules import Confidence, Figure
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.masking import mask_phone
from mediator_desk.rules.roles import may
from mediator_desk.words import _, p_
from ui.errands import Errands
from ui.forms.council_member_form import member_form
from ui.models.column import Column
from ui.notices import Notices
from ui.said import day_said
from ui.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.master_detail import MasterDetail
from ui.widgets.side_pane import Detail, Section, SidePane
from ui.widgets.table import TableView
from ui.widgets.verb import Verb


class CouncilSection(QWidget):
    """Lists the members; beside them the rules of meetings, the weak ones marked as such."""

    def __init__(self, *, desk: Desk, errands: Errands, notices: Notices) -> None:
        """Lay out the list; ``ask`` fills it."""
        super().__init__()
        self._desk, self._errands, self._notices = desk, errands, notices
        self.table: TableView[CouncilMember] = TableView(
            _columns(local_day(desk.now())), key=lambda row: row.id, name=p_("pane", "Council")
        )
        self.side = SidePane("council", _("Add the members of the council here"))
        card = Card(margin=1)
        card.column.addWidget(self.table)
        self.both = MasterDetail(card, self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.both)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self._opened)
        self._show()

    def primary(self) -> Verb | None:
        """Give the verb that adds a member."""
        if not may(self._desk.person.role, "add-council-member"):
            return None
        return Verb(text=_("&Add a member"), do=self.add, icon="plus", primary=True)

    def ask(self) -> None:
        """Ask again who sits on the council."""
        self._errands.run(self._desk.queries.council_members, owner=self, then=self._take)

    def add(self) -> None:
        """Add a member."""
        member_form(
            self.window(),
            None,
            desk=self._desk,
            errands=self._errands,
            then=lambda _changes: self._notices.say(_("The member is added.")),
        ).open()

    def change(self, member: CouncilMember) -> None:
        """Change a member, or end the term."""
        said = _("{name} is changed.").format(name=member.name)
        member_form(
            self.window(),
            member,
            desk=self._desk,
            errands=self._errands,
            then=lambda _changes: self._notices.say(said),
        ).open()

    def _take(self, members: tuple[CouncilMember, ...]) -> None:
        today = local_day(self._desk.now())
        self.table.show_rows(sorted(members, key=lambda one: not one.serves_on(today)))
        self._show()

    def _chosen(self, _row: Any) -> None:
        self._show()

    def _opened(self, row: Any) -> None:
        if may(self._desk.person.role, "change-council-member"):
            self.change(row)

    def _show(self) -> None:
        """Show the member that is chosen above the rules; with none, the rules alone."""
        member = self.table.current_row()
        now = self._desk.now()
        verbs = []
        sections = [_rules(self._desk)]
        if member is not None:
            sections.insert(0, Section(facts=_facts(member, self._desk)))
            if may(self._desk.person.role, "change-council-member"):
                verbs = [Verb(text=_("&Change"), do=partial(self.change, member), primary=True)]
        self.side.show_detail(
            Detail(
                title=member.name if member is not None else _("Rules of the meetings"),
                state=_term_words(member, local_day(now)) if member is not None else "",
                state_tone=_tone(member, local_day(now)) if member is not None else "quiet",
                sections=sections,
                verbs=verbs,
            )
        )


def figure_said(figure: Figure) -> str:
    """Say a figure with its source; a weak one says that it is still to be confirmed."""
    if figure.share is not None:
        strict = _("more than {share}") if figure.share.strict else _("{share} or more")
        value = strict.format(share=figure.share)
    else:
        value = f"{figure.number} {figure.unit or ''}".strip()
    if figure.confidence is Confidence.HIGH:
        return _("{value} ({source})").format(value=value, source=figure.source)
    return _("{value} ({source}; a default to be confirmed)").format(
        value=value, source=figure.source
    )


def _rules(desk: Desk) -> Section:
    rules = desk.books.council.all_for(desk.team.division, local_day(desk.now()))
    return Section(
        heading=_("Rules of the meetings"),
        facts=[(str(one.title), figure_said(one)) for one in rules],
    )


def _facts(member: CouncilMember, desk: Desk) -> list[tuple[str, str]]:
    now = desk.now()
    return [
        (_("Sits as"), label(member.kind)),
        (_("Phone"), mask_phone(member.phone)),
        (_("Since"), day_said(member.since, now)),
        (_("Until"), day_said(member.until, now) if member.until else ""),
    ]


def _columns(today: date) -> tuple[Column[CouncilMember], ...]:
    return (
        Column(title=_("Name"), text=lambda row: row.name, width=6.0, stretch=True),
        Column(title=_("Sits as"), text=lambda row: label(row.kind), width=7.0, fold=1),
        Column(
            title=p_("council", "Term"),
            text=lambda row: _term_words(row, today),
            tone=lambda row: _tone(row, today),
            pill=True,
            width=5.0,
        ),
    )


def _term_words(member: CouncilMember, today: date) -> str:
    if member.serves_on(today):
        return p_("term", "serves")
    return p_("term", "over") if member.since <= today else p_("term", "to come")


def _tone(member: CouncilMember, today: date) -> Tone:
    return "good" if member.serves_on(today) else "quiet"
