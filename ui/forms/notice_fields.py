"""The fields of a notice that hangs with a step: boards, day, and the proposed words."""

from datetime import date
from typing import Any

from mediator_desk.usecases.notice_words import Proposed
from mediator_desk.words import _
from ui.forms.fields import Field
from ui.forms.sheet import Day, Text


def hanging_fields(today: date) -> tuple[Field, ...]:
    """Ask where and since when a notice hangs, and what it says."""
    return (
        Text(
            key="where",
            label=_("&Where the notice hangs"),
            hint=_("one board on each line"),
            lines=2,
            required=True,
        ),
        Day(key="on", label=_("&Since"), required=True, past=True, today=lambda: today),
        Text(key="title", label=_("Ti&tle"), required=True),
        Text(key="text", label=_("Wh&at it says"), lines=7, required=True),
    )


def hanging_values(today: date, proposed: Proposed) -> dict[str, Any]:
    """Begin with the usual board, today, and the words that are proposed."""
    return {
        "where": _("notice board of the community"),
        "on": today,
        "title": proposed.title,
        "text": proposed.text,
    }
