"""When the desk may speak up by itself: the duty hours of the person at it."""

from functools import partial

from mediator_desk.ports import Desk
from mediator_desk.rows import Changes
from mediator_desk.rules.duty_hours import USUAL, DutyHours
from mediator_desk.usecases.duty_hours import SetDutyHours, duty_hours, set_duty_hours
from mediator_desk.words import _
from ui.errands import Errands
from ui.forms.sheet import Sheet, Text
from ui.forms.sheet_dialog import SheetDialog
from ui.notices import Notices
from ui.panes.settings_page import BROAD, SettingsPage
from ui.widgets.card import Card
from ui.widgets.fact_grid import FactGrid
from ui.widgets.label import Label
from ui.widgets.verb import Verb, VerbBar


class NoticeSection(SettingsPage):
    """Shows the hours and lets them be changed."""

    def __init__(self, *, desk: Desk, errands: Errands, notices: Notices) -> None:
        """Show them when the section is opened."""
        super().__init__()
        self._desk, self._errands, self._notices = desk, errands, notices
        self.facts = FactGrid(widest=BROAD)
        card = Card(_("Quiet notices"))
        said = _("When something becomes due or late, one line says so at the foot of the window.")
        card.column.addWidget(Label(said, tone="quiet", wrap=True))
        card.column.addWidget(self.facts)
        bar = VerbBar()
        bar.show_verbs([Verb(text=_("C&hange the hours …"), do=self.change, icon="clock")])
        card.column.addWidget(bar)
        self.show_cards([card])

    def ask(self) -> None:
        """Read the hours."""
        self._errands.run(partial(duty_hours, self._desk), owner=self, then=self._show)

    def change(self) -> None:
        """Ask for other hours."""
        self._errands.run(partial(duty_hours, self._desk), owner=self, then=self._open)

    def _show(self, hours: DutyHours) -> None:
        said = hours.words() or _("never")
        self.facts.show_facts([(_("On working days"), said)])

    def _open(self, hours: DutyHours) -> None:
        sheet = Sheet((Text(key="hours", label=_("&Duty hours"), hint=USUAL),))
        sheet.fill({"hours": hours.words()})
        sheet.settle()
        SheetDialog(
            self.window(),
            title=_("Duty hours"),
            explain=_("Empty means that the desk never speaks up by itself."),
            sheet=sheet,
            verb=_("&Save"),
            errands=self._errands,
            job=lambda values: partial(
                set_duty_hours, self._desk, SetDutyHours(hours=values["hours"])
            ),
            then=self._saved,
        ).open()

    def _saved(self, _changes: Changes) -> None:
        self._notices.say(_("The duty hours are saved."))
        self.ask()
