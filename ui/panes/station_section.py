"""The station itself: its team and committee, where its data lie, and whether they are whole."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from mediator_desk.ports import Desk, House, Verdict
from mediator_desk.rows import Changes, PeerRow
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.place_names import proposed_names
from mediator_desk.rules.roles import may
from mediator_desk.words import _, n_
from ui.errands import Errands
from ui.files import FileQuestions
from ui.forms.numbers_form import numbers_form
from ui.forms.settings_forms import committee_form
from ui.notices import Notices
from ui.panes.settings_page import BROAD, SettingsPage
from ui.widgets.card import Banner, Card
from ui.widgets.fact_grid import FactGrid
from ui.widgets.label import Label
from ui.widgets.verb import Verb, VerbBar

_BACKUP = "backup"


class TeamSection(SettingsPage):
    """What the team and its committee are called."""

    def __init__(self, *, desk: Desk, errands: Errands, notices: Notices) -> None:
        """Show the names."""
        super().__init__()
        self._desk, self._errands, self._notices = desk, errands, notices
        self.show_cards([self._team_card(), self._committee_card()])

    def name_committee(self) -> None:
        """Name the committee, or correct its name."""
        team = self._desk.team
        names = proposed_names(team.division, "", self._desk.books.divisions)
        committee_form(
            self.window(),
            desk=self._desk,
            proposed=(names.committee, names.committee_short),
            errands=self._errands,
            then=self._committee_named,
        ).open()

    def _committee_named(self, _changes: Changes) -> None:
        self._notices.say(
            _("The committee is named. Lock the desk and unlock it to use the name on papers.")
        )

    def reserve_numbers(self) -> None:
        """Reserve numbers for this station or another of the same committee."""
        self._errands.run(self._desk.queries.peers, owner=self, then=self._ask_numbers)

    def _ask_numbers(self, peers: tuple[PeerRow, ...]) -> None:
        numbers_form(
            self.window(),
            desk=self._desk,
            peers=peers,
            errands=self._errands,
            then=self._numbers_reserved,
        ).open()

    def _numbers_reserved(self, _changes: Changes) -> None:
        self._notices.say(_("The numbers are reserved; the next bundle tells the station."))

    def _team_card(self) -> Card:
        desk = self._desk
        division = desk.books.divisions.get(desk.team.division)
        card = Card(_("The team"))
        year = local_day(desk.now()).year
        card.column.addWidget(
            FactGrid(
                (
                    (_("Name"), desk.team.name),
                    (_("Short name in the numbers"), desk.team.short),
                    (_("Place"), division.name if division is not None else ""),
                    (_("Number of a dispute"), f"{desk.team.short}-{year}-1"),
                ),
                widest=BROAD,
            )
        )
        return card

    def _committee_card(self) -> Card:
        desk = self._desk
        committee = desk.committee
        card = Card(_("The people's mediation committee"))
        if committee is None:
            card.column.addWidget(
                Label(
                    _("The team works for no committee; it cannot issue agreements with a seal."),
                    wrap=True,
                )
            )
        else:
            card.column.addWidget(
                FactGrid(
                    (
                        (_("Full name"), committee.name),
                        (_("Short name in the numbers"), committee.short),
                        (_("Kind in the tables"), self._kind_of(committee.kind)),
                    ),
                    widest=BROAD,
                )
            )
        if may(desk.person.role, "set-committee"):
            bar = VerbBar()
            text = _("&Name the committee …") if committee is None else _("&Correct the names …")
            verbs = [Verb(text=text, do=self.name_committee, icon="pen")]
            if committee is not None:
                verbs.append(Verb(text=_("&Reserve numbers …"), do=self.reserve_numbers))
            bar.show_verbs(verbs)
            card.column.addWidget(bar)
        return card

    def _kind_of(self, kind: str) -> str:
        """Name the kind of the committee; nobody may have said it yet."""
        kinds = self._desk.books.statistics.committee_kinds
        return next((str(one.name) for one in kinds if one.id == kind), _("not said yet"))


class DataSection(SettingsPage):
    """Where the data lie; a backup and a check at any time."""

    def __init__(self, *, desk: Desk, house: House, errands: Errands, files: FileQuestions) -> None:
        """Say where they lie."""
        super().__init__()
        self._desk, self._house, self._errands, self._files = desk, house, errands, files
        self.checked = Banner()
        self.show_cards([self._data_card()])

    def primary(self) -> Verb | None:
        """Give the verb that writes a backup."""
        if not may(self._desk.person.role, "backup"):
            return None
        return Verb(text=_("&Back up now …"), do=self.back_up, icon="save", primary=True)

    def back_up(self) -> None:
        """Write a backup where the person says, and check it."""
        day = local_day(self._desk.now())
        name = f"{self._desk.team.short}-{day.isoformat()}.{_BACKUP}"
        kind = (_("Backups of the station"), _BACKUP)
        file = self._files.to_save(self, _("Where is the backup to go?"), name, kind)
        if file is not None:
            self.checked.say(_("The backup is being written and checked …"), "accent")
            self._errands.run(
                partial(self._house.backup, self._desk, file),
                owner=self,
                then=partial(self._judge, _("The backup is in {file}.").format(file=file)),
                refused=self._not_checked,
            )

    def verify(self) -> None:
        """Check that the store is whole."""
        self.checked.say(_("The store is being checked …"), "accent")
        self._errands.run(
            partial(self._house.verify, self._desk),
            owner=self,
            then=partial(self._judge, _("The store was checked.")),
            refused=self._not_checked,
        )

    def _judge(self, done: str, verdict: Verdict) -> None:
        count = n_("{count} dispute.", "{count} disputes.", verdict.disputes)
        parts = [done, _("Everything is in order.") if verdict.ok else _("It is not in order:")]
        parts += [_(problem) for problem in verdict.problems]
        parts.append(count.format(count=f"{verdict.disputes:,}"))
        self.checked.say(" ".join(parts), "good" if verdict.ok else "danger")

    def _not_checked(self, sentence: str) -> None:
        self.checked.say(sentence, "danger")

    def _data_card(self) -> Card:
        card = Card(_("Where the data lie"))
        card.column.addWidget(FactGrid(((_("Folder"), str(self._house.folder)),)))
        card.column.addWidget(
            Label(
                _(
                    "Everything is encrypted. A backup holds the store and its key file; it opens "
                    "with the same passwords. Keep it on another disk, and make one every week."
                ),
                tone="quiet",
                wrap=True,
            )
        )
        verbs = [Verb(text=_("&Check the store"), do=self.verify, icon="shield")]
        verbs.append(Verb(text=_("&Open the folder"), do=self._open_folder, icon="folder"))
        bar = VerbBar()
        bar.show_verbs(verbs)
        card.column.addWidget(bar)
        card.column.addWidget(self.checked)
        return card

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._house.folder))))
