"""What a form or a layout says of itself, and what a new one would print otherwise."""

from mediator_desk.paper.form import is_paper_text
from mediator_desk.paper.form_files import (
    check_paper_text,
    evidence_of,
    paper_changes,
    paper_title,
)
from mediator_desk.rules.remarks import Remark, remark
from mediator_desk.rules.rule_files import About, about
from mediator_desk.words import N_

EVIDENCE = {
    "": "",
    "verified": N_("Official blank, seen whole"),
    "partial": N_("Official blank, seen in part"),
    "memory": N_("Official blank, from memory"),
    "proposed": N_("Put together by us; no official blank was found"),
}
"""How sure we are of a blank, in words."""


def about_file(name: str, text: str) -> About:
    """Say what any file of rules says of itself. Raises ``RuleFileUnfit``."""
    if not is_paper_text(name):
        return about(name, text)
    folder, _slash, stem = name.partition("/")
    title: object = f"{stem} {paper_title(name, text)}"
    if folder == "layouts":
        title = remark(N_("Measures of a sheet: {name}"), name=stem)
    return About(name=name, title=title, source="", evidence=evidence_of(name, text))


def paper_says(name: str, old: str, new: str, *, official: bool) -> tuple[Remark, ...]:
    """Say what would be printed otherwise. Raises ``RuleFileUnfit``."""
    check_paper_text(name, new, official=official)
    return paper_changes(name, old, new)
