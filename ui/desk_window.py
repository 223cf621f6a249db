"""The main window of one person at one desk: which panes it has, and how they reach each other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog

from mediator_desk.labels import label
from mediator_desk.ports import Desk, House
from mediator_desk.rows import CaseFile, Changes, DisputeRow, TopicFile
from mediator_desk.usecases.print_papers import PaperName
from mediator_desk.usecases.undo import Undo, undo
from mediator_desk.words import _, p_
from ui.clock import Clock
from ui.dialogs.preview import PreviewDialog
from ui.errands import Errands
from ui.files import FileQuestions
from ui.forms.case_papers import preview_of
from ui.forms.council_forms import RaiseTopicDialog
from ui.forms.ledger_form import LedgerDialog
from ui.forms.table_files import TableFiles
from ui.forms.vote_calling import ask_vote
from ui.forms.whistle_forms import BlowWhistleDialog
from ui.look import Look
from ui.main_window import MainWindow
from ui.notices import Notices
from ui.panes.bundles import BundlesPane
from ui.panes.commons import CommonsPane, Segment
from ui.panes.conventions import ConventionsPane
from ui.panes.council import CouncilPane
from ui.panes.disputes import DisputesPane
from ui.panes.printing import Numbered
from ui.panes.public_notices import PublicNoticesPane
from ui.panes.revenue import RevenuePane
from ui.panes.settings import SettingsPane
from ui.panes.statistics import StatisticsPane
from ui.panes.team_work import TeamWorkPane
from ui.panes.today import TodayPane
from ui.panes.votes import VotesPane
from ui.panes.whistles import WhistlesPane
from ui.reminder import Reminder
from ui.widgets.pane import Pane


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Everything the panes stand on. ``section`` names the settings to begin with."""

    desk: Desk
    house: House
    errands: Errands
    notices: Notices
    files: FileQuestions
    fonts: Path
    look: Look
    change_look: Callable[[Look], object]
    versions: Callable[[], Sequence[tuple[str, str]]]
    section: str = ""


def desk_window(around: Around) -> MainWindow:
    """Make the window; each pane is built when it is first opened."""
    panes = _Panes(around)
    desk = around.desk
    panes.window = window = MainWindow(
        {
            "today": panes.today,
            "disputes": panes.disputes,
            "council": panes.council,
            "votes": panes.votes,
            "whistles": panes.whistles,
            "commons": panes.commons,
            "statistics": panes.statistics,
            "bundles": panes.bundles,
            "settings": panes.settings,
        },
        errands=around.errands,
        notices=around.notices,
        person=f"{desk.person.name} · {label(desk.person.role)}",
        station=desk.team.name,
    )
    return window


class _Panes:
    """Builds the panes and the dialogs that lead from one of them to another."""

    window: MainWindow

    def __init__(self, around: Around) -> None:
        self._around = around
        self._desk, self._errands = around.desk, around.errands

    def today(self) -> Pane:
        """Build what is due and late; what becomes late shows by itself."""
        pane = TodayPane(
            desk=self._desk,
            errands=self._errands,
            notices=self._around.notices,
            fonts=self._around.fonts,
            raise_topic=self.raise_topic,
            blow_whistle=self.blow_for_case,
        )
        self._clock = Clock(self._desk.now, pane)
        self._clock.ticked.connect(pane.tick)
        reminder = Reminder(
            desk=self._desk,
            errands=self._errands,
            notices=self._around.notices,
            go=lambda: self.window.open_place("today"),
            parent=pane,
        )
        self._clock.ticked.connect(reminder.tick)
        return pane

    def disputes(self) -> Pane:
        """Build the list of disputes."""
        return DisputesPane(
            desk=self._desk,
            errands=self._errands,
            notices=self._around.notices,
            fonts=self._around.fonts,
            open_ledger=self.open_ledger,
            raise_topic=self.raise_topic,
            blow_whistle=self.blow_for_case,
        )

    def council(self) -> Pane:
        """Build the agenda topics."""
        return CouncilPane(
            desk=self._desk,
            errands=self._errands,
            notices=self._around.notices,
            blow_whistle=self.blow_for_topic,
            call_vote=self.vote_on_topic,
            print_paper=self.print_for_topic,
        )

    def votes(self) -> Pane:
        """Build the owners' votes."""
        return VotesPane(
            desk=self._desk,
            errands=self._errands,
            notices=self._around.notices,
            files=self._around.files,
            print_paper=self.print_of,
        )

    def whistles(self) -> Pane:
        """Build the whistles."""
        return WhistlesPane(
            desk=self._desk,
            errands=self._errands,
            notices=self._around.notices,
            print_paper=self.print_of,
        )

    def commons(self) -> Pane:
        """Build what is held in common and made public."""
        desk, errands, notices = self._desk, self._errands, self._around.notices
        posted = partial(
            PublicNoticesPane,
            desk=desk,
            errands=errands,
            notices=notices,
            print_paper=self.print_of,
        )
        kept = partial(
            RevenuePane,
            desk=desk,
            errands=errands,
            notices=notices,
            print_paper=self.print_of,
        )
        agreed = partial(
            ConventionsPane,
            desk=desk,
            errands=errands,
            notices=notices,
            print_paper=self.print_of,
        )
        ours = partial(
            TeamWorkPane,
            desk=desk,
            errands=errands,
            notices=notices,
            print_paper=self.print_of,
        )
        asked = desk.queries
        return CommonsPane(
            errands=errands,
            segments=(
                Segment("notices", p_("pane", "Public notices"), posted, asked.notice_file),
                Segment("conventions", p_("pane", "Conventions"), agreed, asked.convention_file),
                Segment("revenue", p_("pane", "Common revenue"), kept, asked.revenue_file),
                Segment("team", p_("pane", "Team work"), ours, asked.team_paper),
            ),
        )

    def statistics(self) -> Pane:
        """Build the figures of a period."""
        around = self._around
        return StatisticsPane(
            desk=self._desk,
            errands=self._errands,
            notices=around.notices,
            fonts=around.fonts,
            save_table=TableFiles(
                desk=self._desk,
                errands=self._errands,
                notices=around.notices,
                files=around.files,
                check=around.house.check_target,
            ).choose,
        )

    def bundles(self) -> Pane:
        """Build what goes to other stations and comes from them."""
        return BundlesPane(
            desk=self._desk,
            errands=self._errands,
            notices=self._around.notices,
            files=self._around.files,
        )

    def settings(self) -> Pane:
        """Build the settings."""
        around = self._around
        return SettingsPane(
            desk=self._desk,
            house=around.house,
            errands=self._errands,
            notices=around.notices,
            files=around.files,
            look=around.look,
            change_look=around.change_look,
            versions=around.versions,
            fonts=around.fonts,
            section=around.section,
        )

    def open_ledger(self) -> LedgerDialog:
        """Take a ledger in."""
        dialog = LedgerDialog(
            self.window,
            desk=self._desk,
            errands=self._errands,
            notices=self._around.notices,
            files=self._around.files,
        )
        dialog.open()
        return dialog

    def raise_topic(self, disputes: tuple[DisputeRow, ...]) -> RaiseTopicDialog:
        """Gather disputes into a topic of the council, and go there."""
        dialog = RaiseTopicDialog(
            self.window,
            desk=self._desk,
            errands=self._errands,
            disputes=disputes,
            then=self._went_to("council", "agenda_topic", _("The topic is raised.")),
        )
        dialog.open()
        return dialog

    def blow_for_case(self, case: CaseFile) -> BlowWhistleDialog:
        """Blow a whistle for a dispute, and go there."""
        return self._blow(case=case)

    def blow_for_topic(self, topic: TopicFile) -> BlowWhistleDialog:
        """Blow a whistle for a topic, and go there."""
        return self._blow(topic=topic)

    def vote_on_topic(self, file: TopicFile) -> QDialog:
        """Put a topic to the owners, and go there."""
        return ask_vote(
            self.window,
            desk=self._desk,
            errands=self._errands,
            topics=[file.topic],
            then=self._went_to("votes", "owners_vote", _("The vote is prepared.")),
        )

    def print_for_topic(self, file: TopicFile, paper: PaperName) -> PreviewDialog:
        """Show a paper of a topic before it is printed."""
        shown = preview_of(
            self.window,
            desk=self._desk,
            errands=self._errands,
            notices=self._around.notices,
            fonts=self._around.fonts,
            number=file.topic.number,
            paper=paper,
        )
        shown.open()
        return shown

    def print_of(self, record: Numbered, paper: PaperName) -> PreviewDialog:
        """Show a paper of a whistle, a vote, a notice … before it is printed."""
        shown = preview_of(
            self.window,
            desk=self._desk,
            errands=self._errands,
            notices=self._around.notices,
            fonts=self._around.fonts,
            number=str(record.id),
            paper=paper,
            named=record.number,
        )
        shown.open()
        return shown

    def _blow(
        self, *, case: CaseFile | None = None, topic: TopicFile | None = None
    ) -> BlowWhistleDialog:
        dialog = BlowWhistleDialog(
            self.window,
            desk=self._desk,
            errands=self._errands,
            case=case,
            topic=topic,
            then=self._went_to("whistles", "whistle", _("The whistle is written down.")),
        )
        dialog.open()
        return dialog

    def _went_to(self, place: str, table: str, said: str) -> Callable[[Changes], None]:
        """Make what follows a new record: say it, offer to take it back, and show it."""

        def follow(changes: Changes) -> None:
            born = changes.of(table)
            self._around.notices.say(said, undo=partial(self._undo, said, changes))
            self.window.open_place(place, born[0] if born else None)

        return follow

    def _undo(self, said: str, changes: Changes) -> None:
        if changes.piece is not None:
            sentence = _("Taken back: {what}").format(what=said)
            self._errands.run(
                partial(undo, self._desk, Undo(piece=changes.piece)),
                owner=self.window,
                then=lambda _changes: self._around.notices.say(sentence),
            )
