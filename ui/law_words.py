"""How the windows say what Civil Code 278 leaves to the owners, and which majority it takes."""

from mediator_desk.rules.who_decides import LAW_ITEMS, QUALIFIED_ITEMS
from mediator_desk.words import _


def law_words(law_item: int) -> str:
    """Name an item of Civil Code 278."""
    return _("Civil Code 278, item {item}: {what}").format(
        item=law_item, what=_(LAW_ITEMS[law_item])
    )


def majority_words(law_item: int) -> str:
    """Say which majority an item of Civil Code 278 takes."""
    if law_item in QUALIFIED_ITEMS:
        return _(
            "Owners of two thirds by area and by heads take part; "
            "three quarters of them agree, by area and by heads."
        )
    return _(
        "Owners of two thirds by area and by heads take part; "
        "more than half of them agree, by area and by heads."
    )


def only_recommends(topic_body: str) -> str:
    """Say that the council cannot decide here, and who does."""
    return _("The council may only recommend here; the law leaves the decision to: {body}.").format(
        body=topic_body
    )
