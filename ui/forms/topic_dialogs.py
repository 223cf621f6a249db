"""The dialogs of a topic's steps, each one sheet: screen, call, carry out, rate, share, gather."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QDialog, QWidget

from mediator_desk.ports import Changes, Desk, DisputeFilter, DisputeRow, TopicFile
from mediator_desk.records.council import DecisionBody
from mediator_desk.records.dispute import Stage
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.transitions import DISPUTE_STEPS
from mediator_desk.usecases.council import (
    CallMeeting,
    FinishTopic,
    GatherDisputes,
    ScreenTopic,
    call_meeting,
    finish_topic,
    gather_disputes,
    screen_topic,
)
from mediator_desk.words import _
from ui.dialogs.question import Question
from ui.errands import Errands
from ui.forms.decision_card import DecisionCard, body_choices, law_choices
from ui.forms.meeting_form import MeetingDialog
from ui.forms.sheet import Choice, Day, Many, Sheet, Text
from ui.forms.sheet_dialog import SheetDialog
from ui.forms.topic_proposal import proposed_decision, shared_topic
from ui.said import first_line

_OFFERED = 30
Done = Callable[[str], Callable[[Changes], None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicDesk:
    """One topic at the desk. ``done`` makes what follows a step from the words of its notice."""

    parent: QWidget
    desk: Desk
    errands: Errands
    file: TopicFile
    done: Done

    @property
    def named(self) -> str:
        """Name the topic in a title or a notice."""
        return f"{self.file.topic.number} {self.file.topic.title}"

    def then(self, said: str) -> Callable[[Changes], None]:
        """Make what follows a step, from a sentence that names the topic."""
        return self.done(said.format(topic=self.named))


def screen(at: TopicDesk) -> QDialog:
    """Ask whether the topic is ours and lawful, and who decides it."""
    topic, card = at.file.topic, DecisionCard()
    proposed = proposed_decision(
        at.file.disputes, at.desk.books.routing, f"{topic.title} {topic.content}"
    )
    choices = [("yes", _("Take it up")), ("no", _("Do not take it up"))]
    sheet = Sheet(
        (
            Choice(key="accepted", label=_("&Decision"), choices=choices, required=True),
            Text(key="opinion", label=_("&Opinion"), lines=3, required=True),
            Choice(
                key="body", label=_("&Who decides"), choices=body_choices(), as_list=True,
                required=True, when=("accepted", ("yes",)),
            ),
            Choice(
                key="law", label=_("Item of Civil Code &278"), choices=law_choices(),
                as_list=True, when=("accepted", ("yes",)),
            ),
        )
    )  # fmt: skip
    sheet.fill(
        {
            "accepted": "yes",
            "body": topic.decision_body.value,
            "law": str(topic.law_item),
        }
    )
    sheet.settle()

    def say() -> None:
        values = sheet.values()
        card.say(values.get("body", ""), int(values.get("law") or 0), proposed)

    def asked(values: Mapping[str, Any]) -> Callable[[], Changes]:
        request = ScreenTopic(
            topic=topic.id,
            opinion=values["opinion"],
            decision_body=DecisionBody(values.get("body") or topic.decision_body),
            law_item=int(values.get("law") or 0) if "law" in values else topic.law_item,
            accepted=values["accepted"] == "yes",
        )
        return partial(screen_topic, at.desk, request)

    sheet.changed.connect(say)
    say()
    return _open(
        at, sheet, _("Screen the topic"), _("&Keep"), asked, _("{topic} is screened."), aside=card
    )


def withdraw(at: TopicDesk) -> QDialog:
    """Ask why the topic is given up; its disputes come back to the desk."""
    topic = at.file.topic
    sheet = Sheet((Text(key="opinion", label=_("&Why"), lines=4, required=True),))

    def asked(values: Mapping[str, Any]) -> Callable[[], Changes]:
        request = ScreenTopic(
            topic=topic.id,
            opinion=values["opinion"],
            decision_body=topic.decision_body,
            law_item=topic.law_item,
            accepted=False,
        )
        return partial(screen_topic, at.desk, request)

    return _open(
        at, sheet, _("Give the topic up"), _("&Give it up"), asked, _("{topic} is given up."),
        explain=_("Its disputes come back to the desk and are routed anew."),
    )  # fmt: skip


def call(at: TopicDesk) -> QDialog:
    """Ask for the day of the meeting."""
    sheet = Sheet(
        (
            Day(
                key="on",
                label=_("The council meets &on"),
                required=True,
                today=lambda: local_day(at.desk.now()),
            ),
        )
    )
    sheet.fill({"on": at.file.topic.planned_on})
    sheet.settle()

    def asked(values: Mapping[str, Any]) -> Callable[[], Changes]:
        return partial(
            call_meeting, at.desk, CallMeeting(topic=at.file.topic.id, planned_on=values["on"])
        )

    return _open(
        at, sheet, _("Call a meeting"), _("Call &it"), asked, _("{topic}: the meeting is called."),
        explain=_("Tell the members and post the notice two or three days before."),
    )  # fmt: skip


def hold(at: TopicDesk) -> QDialog:
    """Ask for the minutes of the meeting."""
    dialog = MeetingDialog(
        at.parent,
        desk=at.desk,
        errands=at.errands,
        file=at.file,
        then=at.then(_("{topic}: the meeting is kept.")),
    )
    dialog.open()
    return dialog


def finish(step: str, at: TopicDesk) -> QDialog:
    """Ask what was done, how it was rated, or what is shared."""
    words = {
        "carry-out": (
            _("Carry out"),
            _("&What is done, by whom, until when"),
            _("Write down what others decided too, if they did."),
            _("{topic} is being carried out."),
        ),
        "rate": (
            _("Rate the result"),
            _("What the residents &say of it"),
            _("Ask those it concerns, and write their number and their words."),
            _("{topic} is rated."),
        ),
        "share": (
            _("Share the result"),
            _("What is &posted for everybody"),
            _("The gathered disputes are closed with these words: settled by the council."),
            _("The result of {topic} is shared."),
        ),
    }
    title, question, explain, said = words[step]
    sheet = Sheet((Text(key="report", label=question, lines=6, required=True),))

    def asked(values: Mapping[str, Any]) -> Callable[[], Changes]:
        request = FinishTopic(topic=at.file.topic.id, step=step, report=values["report"])
        return partial(finish_topic, at.desk, request)

    return _open(at, sheet, title, _("&Keep"), asked, said, explain=explain)


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

    return _open(
        at, sheet, _("Gather disputes"), _("&Gather"), asked,
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


def _open(
    at: TopicDesk,
    sheet: Sheet,
    title: str,
    verb: str,
    asked: Callable[[dict[str, Any]], Callable[[], Changes]],
    said: str,
    *,
    explain: str = "",
    aside: QWidget | None = None,
    width: float = 34.0,
) -> QDialog:
    dialog = SheetDialog(
        at.parent,
        title=title,
        explain="\n".join(one for one in (at.named, explain) if one),
        sheet=sheet,
        verb=verb,
        errands=at.errands,
        job=asked,
        then=at.then(said),
        aside=aside,
        width=width,
    )
    dialog.open()
    return dialog


DIALOGS: Mapping[str, Callable[[TopicDesk], QDialog | None]] = {
    "screen-topic": screen,
    "withdraw-topic": withdraw,
    "call-meeting": call,
    "hold-meeting": hold,
    "carry-out-topic": partial(finish, "carry-out"),
    "rate-topic": partial(finish, "rate"),
    "share-topic": partial(finish, "share"),
    "gather-disputes": gather,
}
