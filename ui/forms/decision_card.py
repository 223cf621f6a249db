"""Who decides a topic, said beside the fields while they are filled in."""

from PySide6.QtWidgets import QWidget

from mediator_desk.labels import label
from mediator_desk.records.council import DecisionBody
from mediator_desk.rules.who_decides import LAW_ITEMS, Decision, council_may_decide
from mediator_desk.words import _
from ui.law_words import law_words, majority_words, only_recommends
from ui.widgets.card import Banner, Card
from ui.widgets.label import Label


class DecisionCard(Card):
    """Says what the law leaves to others, and which majority it takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing said."""
        super().__init__(_("Who decides"), parent=parent)
        self.banner = Banner()
        self._why = Label(wrap=True)
        self._law = Label(wrap=True, tone="quiet")
        self.column.addWidget(self.banner)
        self.column.addWidget(self._why)
        self.column.addWidget(self._law)
        self.column.addStretch(1)

    def say(self, body: str, law_item: int, proposed: Decision | None = None) -> None:
        """Say who decides by these choices, and what the desk would propose instead."""
        if not body:
            self.banner.say("")
            self._law.setText("")
        else:
            chosen = DecisionBody(body)
            if council_may_decide(chosen, law_item):
                sentence = _("The council itself may decide: more than half of those present.")
                self.banner.say(sentence, "good")
            else:
                self.banner.say(only_recommends(label(chosen)), "warning")
            lines = [law_words(law_item), majority_words(law_item)] if law_item else []
            self._law.setText("\n".join(lines))
        self._why.setText(_proposal_words(proposed) if proposed is not None else "")
        self._why.setVisible(proposed is not None)


def body_choices() -> list[tuple[str, str]]:
    """List who may decide."""
    return [(body.value, label(body)) for body in DecisionBody]


def law_choices() -> list[tuple[str, str]]:
    """List the items of Civil Code 278, and none of them."""
    items = [(str(item), f"{item}  {_(what)}") for item, what in LAW_ITEMS.items()]
    return [("0", _("None of them")), *items]


def _proposal_words(proposed: Decision) -> str:
    return _("The desk proposes: {body}. {why}").format(
        body=label(proposed.body), why=f"{proposed.why} {proposed.source}"
    )
