"""A file of rules before it is taken in: what changes, which dates move, where it comes from."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from mediator_desk.ports import Desk
from mediator_desk.rows import Changes
from mediator_desk.usecases.rule_files import RuleFilePreview, TakeRuleFile, take_rule_file
from mediator_desk.words import _, n_
from ui.errands import Errands
from ui.forms.sheet import Sheet, Text, Words
from ui.forms.sheet_dialog import SheetDialog
from ui.theme import SMALL
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.verb import Verb, VerbButton

Look = Callable[[], object]
"""Shows the form of a file as a paper."""

_MOST = 14


def rule_file_form(
    parent: QWidget,
    file: Path,
    found: RuleFilePreview,
    *,
    desk: Desk,
    errands: Errands,
    then: Callable[[Changes], object],
    look: Look | None = None,
) -> SheetDialog:
    """Make the window that takes a file in; only then anything changes."""
    sheet = Sheet(
        (
            Text(
                key="source",
                label=_("&Where it comes from"),
                hint=_("Notice number, or who handed it over"),
                lines=2,
                required=not found.signed_by,
            ),
            Words(label=_vouching(found)),
        )
    )
    sheet.fill({"source": found.about.source})
    sheet.settle()
    return SheetDialog(
        parent,
        title=_("Take in: {title}").format(title=found.about.title),
        explain=_("It replaces what holds now.") if found.replaces else _("It is new here."),
        sheet=sheet,
        verb=_("Take the &file in"),
        errands=errands,
        job=lambda values: partial(
            take_rule_file,
            desk,
            TakeRuleFile(file=file, source=values["source"], official=bool(found.signed_by)),
        ),
        then=then,
        aside=_what_changes(found, look),
        width=30.0,
    )


def _vouching(found: RuleFilePreview) -> str:
    """Say who vouches for the file."""
    if found.signed_by:
        return _("Signed by {name}; the signature is right.").format(name=found.signed_by)
    return _("By saying so you vouch for it. It can be dropped again at any time.")


def _what_changes(found: RuleFilePreview, look: Look | None) -> Card:
    """Show what changes, line by line, how many dates move, and the paper if it is a form."""
    card = Card(_("What changes"))
    count = len(found.moved)
    if count:
        moved = n_("{count} date moves.", "{count} dates move.", count).format(count=count)
        card.column.addWidget(Label(moved, strong=True, wrap=True))
    lines = [one.words() for one in found.said()]
    for line in lines[:_MOST]:
        card.column.addWidget(Label(line, wrap=True, scale=SMALL))
    if len(lines) > _MOST:
        more = n_("and {count} more", "and {count} more", len(lines) - _MOST)
        card.column.addWidget(
            Label(more.format(count=len(lines) - _MOST), scale=SMALL, tone="quiet")
        )
    if look is not None:
        card.column.addWidget(VerbButton(Verb(text=_("&See it as a paper"), do=look, icon="print")))
    card.column.addStretch(1)
    return card
