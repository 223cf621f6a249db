"""The departments a whistle can call and the articles it rests on, as the rules name them."""

from collections.abc import Iterable

from mediator_desk.rules.pinyin import initials
from mediator_desk.rules.route import Proposal, RoutingRules
from mediator_desk.words import p_
from ui.widgets.completing import Candidate


def department_candidates(rules: RoutingRules) -> list[Candidate]:
    """List the departments of the duty map."""
    names = [one.name for one in rules.duties.departments]
    return [Candidate(name, name, initials=initials(name)) for name in names]


def article_candidates(rules: RoutingRules) -> list[Candidate]:
    """List the articles a whistle can rest on, each with the departments it binds."""
    return [
        Candidate(article, article, hint=p_("list mark", ", ").join(names))
        for article, names in rules.duties.articles()
    ]


def articles_for(rules: RoutingRules, departments: Iterable[str], text: str) -> str:
    """Propose the article whose words the text says and that binds one of these departments."""
    asked = set(departments)
    found = (one for one in rules.duties.for_text(None, text) if one.name in asked)
    return next((one.article for one in found), "")


def lead_and_assisting(proposal: Proposal, but: str = "") -> tuple[str, tuple[str, ...]]:
    """Split the proposed departments into the one that leads and those that assist."""
    names = tuple(name for name in proposal.departments if name != but)
    return (names[0], names[1:]) if names else ("", ())


def split_names(text: str) -> tuple[str, ...]:
    """Read departments typed one after the other, with any list mark."""
    for mark in "，,;；/":
        text = text.replace(mark, "、")
    return tuple(dict.fromkeys(name.strip() for name in text.split("、") if name.strip()))
