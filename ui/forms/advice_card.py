"""The desk's advice in a card: why this way, who decides by law, who answers; more on demand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mediator_desk.labels import label
from mediator_desk.records.dispute import Route
from mediator_desk.rules.route import Proposal
from mediator_desk.words import _, p_
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.press import PressButton

_SHOWN = 2


class AdviceCard(Card):
    """Shows one proposal; the second half is folded away until somebody asks for it."""

    def __init__(self, proposal: Proposal, parent: QWidget | None = None) -> None:
        """Show the proposal."""
        super().__init__(advice_heading(proposal), margin=14, parent=parent)
        for line in first_lines(proposal):
            self.column.addWidget(Label(f"· {line}", wrap=True))
        for line in consequences(proposal):
            self.column.addWidget(Label(line, tone="quiet", wrap=True))
        self.more = PressButton(_("&More reasons"))
        self.more.setAutoDefault(False)
        self.rest = Label("\n".join(further_lines(proposal)), tone="quiet", wrap=True)
        self.column.addWidget(self.rest)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.rest.hide()
        self.more.setVisible(bool(self.rest.text()))
        self.more.clicked.connect(self.unfold)

    def unfold(self) -> None:
        """Show everything there is to say."""
        self.rest.show()
        self.more.hide()


def advice_heading(proposal: Proposal) -> str:
    """Name the way the desk proposes, or say that it is no matter for mediation."""
    if proposal.outside:
        return _("Not for mediation")
    return _("Why the desk proposes “{way}”").format(way=label(proposal.route))


def first_lines(proposal: Proposal) -> list[str]:
    """Give the plainest reasons, and what the station's own decisions say."""
    rules = [one.words() for one in proposal.because[:_SHOWN]]
    return [*rules, *(one.words() for one in proposal.learned[:1])]


def consequences(proposal: Proposal) -> list[str]:
    """Say who decides by law and which departments answer."""
    lines = []
    if proposal.decision is not None:
        body = label(proposal.decision.body)
        lines.append(
            _("By law it is decided by: {body}. {why}").format(body=body, why=proposal.decision.why)
        )
    if proposal.departments:
        names = p_("list mark", ", ").join(proposal.departments)
        if proposal.route is Route.WHISTLE:
            lines.append(_("Departments that answer for it: {names}").format(names=names))
        else:
            lines.append(_("If a department is needed: {names}").format(names=names))
    return lines


def further_lines(proposal: Proposal) -> list[str]:
    """Give the other reasons, the articles, and what would speak for another way."""
    lines = [f"· {one.words()}" for one in (*proposal.because[_SHOWN:], *proposal.learned[1:])]
    if proposal.decision is not None:
        lines.append(f"· {proposal.decision.source}")
    for one in proposal.responsible:
        lines += [f"· {one.name}　{reason.words()}" for reason in one.because]
        lines += [f"　　{duty.duty.note}" for duty in one.heard if duty.duty.note is not None]
    for way, reasons in proposal.against:
        said = _("What speaks for “{way}”:").format(way=label(way))
        lines += [said, *(f"· {reason.words()}" for reason in reasons)]
    if proposal.council_from:
        changed = _("From {count} households on it would be a council topic.")
        lines.append(changed.format(count=proposal.council_from))
    return lines
