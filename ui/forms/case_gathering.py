"""Taking a dispute out of the topic it was gathered into."""

from PySide6.QtWidgets import QDialog

from mediator_desk.usecases.gathering import TakeOutDispute, take_out_dispute
from mediator_desk.words import _
from ui.forms.case_desk import CaseDesk
from ui.forms.sheet import Text


def take_out_dialog(at: CaseDesk) -> QDialog:
    """Ask why the dispute leaves its topic."""
    dispute = at.file.dispute
    return at.sheet(
        title=_("Take the dispute out of its topic"),
        fields=[Text(key="reason", label=_("&Reason"), lines=3, required=True)],
        verb=_("&Take out"),
        usecase=take_out_dispute,
        request=lambda values: TakeOutDispute(dispute=dispute.id, reason=values["reason"]),
        said=_("taken out of its topic"),
        explain=_("It keeps its parties and its papers; the topic goes on without it."),
    )
