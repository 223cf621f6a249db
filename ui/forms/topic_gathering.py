"""Gathering more disputes into a topic: open ones of its matter and community are offered."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QDialog

from mediator_desk.records.dispute import Stage
from mediator_desk.rows import Changes, DisputeFilter, DisputeRow
from mediator_desk.rules.transitions import DISPUTE_STEPS
from mediator_desk.usecases.council import GatherDisputes, gather_disputes
from mediator_desk.words import _
from ui.dialogs.question import Question
from ui.forms.sheet import Many, Sheet
from ui.forms.topic_desk import TopicDesk
from ui.forms.topic_proposal import shared_topic
from ui.said import first_line

_OFFERED = 30


def gather(at: TopicDesk) -> None:
    """Look for open disputes of the same matter and place, then ask which belong to it."""
    at.errands.run(partial(_alike, at), owner=at.parent, then=partial(_ask_which, at))


def _ask_which(at: TopicDesk, found: Sequence[DisputeRow]) -> QDialog:
    if not found:
        question = Question(
            at.parent,
            _("No open dispute fits this topic."),
            _("Only disputes that are logged, accepted or in mediation can be gathered."),
            verb=_("&Close"),
            do=_nothing,
        )
        question.stay.hide()
        question.open()
        return question
    choices = [(str(row.id), _row_words(row)) for row in found]
    sheet = Sheet((Many(key="disputes", label=_("&Which belong to it"), choices=choices,
                        required=True),))  # fmt: skip

    def asked(values: Mapping[str, Any]) -> Callable[[], Changes]:
        ids = tuple(UUID(one) for one in values["disputes"])
        return partial(
            gather_disputes, at.desk, GatherDisputes(topic=at.file.topic.id, disputes=ids)
        )

    return at.ask(
        sheet, _("Gather disputes"), _("&Gather"), asked,
        _("{topic}: the disputes are gathered."),
        explain=_("Each keeps its own parties, and follows what the council decides."),
        width=44.0,
    )  # fmt: skip


def _alike(at: TopicDesk) -> tuple[DisputeRow, ...]:
    """Find open disputes of the topic's matter and community, those of its place first."""
    stages = next(step.before for step in DISPUTE_STEPS if step.usecase == "gather-disputes")
    file = at.file
    text = f"{file.topic.title} {file.topic.content}"
    matter = (
        shared_topic(file.disputes) if file.disputes else at.desk.books.routing.propose_topic(text)
    )
    found = at.desk.queries.disputes(
        DisputeFilter(
            stages=tuple(Stage(stage.value) for stage in stages),
            topic=matter,
            division=file.topic.division,
            limit=_OFFERED,
        )
    )
    place = file.topic.place
    return tuple(sorted(found, key=lambda row: not (place and row.place.startswith(place))))


def _row_words(row: DisputeRow) -> str:
    words = row.title or first_line(row.text, 24)
    return " · ".join(one for one in (row.number, words, row.place) if one)


def _nothing() -> None:
    """Leave everything as it is."""
