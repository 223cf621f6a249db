"""How many came, and whether that is enough, said while members are ticked."""

from PySide6.QtWidgets import QWidget

from mediator_desk.rules.council_rules import Confidence, Figure
from mediator_desk.rules.fractions import Share, percent
from mediator_desk.words import _, n_
from ui.theme import HEADING
from ui.widgets.card import Banner, Card
from ui.widgets.label import Label

_ALL = Share(numerator=1, denominator=1)


class AttendanceCard(Card):
    """Reckons the quorum live; too few is a warning, never a lock."""

    def __init__(self, due: int, quorum: Figure, parent: QWidget | None = None) -> None:
        """Begin with nobody."""
        super().__init__(_("Quorum"), parent=parent)
        self._due, self._quorum = due, quorum
        self.heads = Label(scale=HEADING, strong=True, wrap=True)
        self.banner = Banner()
        self.column.addWidget(self.heads)
        self.column.addWidget(self.banner)
        self.column.addWidget(Label(_rule_words(quorum), tone="quiet", wrap=True))
        self.column.addStretch(1)

    def say(self, present: int) -> None:
        """Say whether so many are enough."""
        share = self._quorum.share or _ALL
        self.heads.setText(
            _("{present} of {due} ({percent})").format(
                present=present, due=self._due, percent=percent(present, self._due)
            )
        )
        missing = share.short_by(present, self._due)
        if not missing:
            self.banner.say(_("Enough are present to decide."), "good")
            return
        sentence = n_(
            "{count} member more is needed to decide.",
            "{count} members more are needed to decide.",
            missing,
        )
        self.banner.say(sentence.format(count=missing), "warning")


def _rule_words(quorum: Figure) -> str:
    share = quorum.share or _ALL
    said = _("more than {share}") if share.strict else _("{share} or more")
    rule = _("{title}: {share}. Source: {source}.").format(
        title=quorum.title, share=said.format(share=share), source=quorum.source
    )
    if quorum.confidence is Confidence.HIGH:
        return rule
    return _("{rule} A default to be confirmed.").format(rule=rule)
