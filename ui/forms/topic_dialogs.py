"""The dialogs of a topic's steps: call the meeting, hold it, carry out, rate, share."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog

from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases.council_doing import FinishTopic, finish_topic, post_result
from mediator_desk.usecases.council_fate import ReopenTopic, reopen_topic
from mediator_desk.usecases.council_meetings import (
    CallMeeting,
    PostOnBoard,
    call_meeting,
    post_agenda,
)
from mediator_desk.words import _
from ui.forms.meeting_form import MeetingDialog
from ui.forms.sheet import Day, Sheet, Text
from ui.forms.topic_decision import record
from ui.forms.topic_desk import TopicDesk
from ui.forms.topic_gathering import gather
from ui.forms.topic_screening import screen, withdraw


def call(at: TopicDesk) -> QDialog:
    """Ask for the day of the meeting."""
    sheet = Sheet(
        (
            Day(
                key="on",
                label=_("The council meets &on"),
                required=True,
                today=lambda: local_day(at.desk.now()),
                calendar=at.desk.books.calendar,
            ),
        )
    )
    sheet.fill({"on": at.file.topic.planned_on})
    sheet.settle()

    def asked(values: Mapping[str, Any]) -> Callable[[], Changes]:
        return partial(
            call_meeting, at.desk, CallMeeting(topic=at.file.topic.id, planned_on=values["on"])
        )

    return at.ask(
        sheet, _("Call a meeting"), _("Call &it"), asked, _("{topic}: the meeting is called."),
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

    return at.ask(sheet, title, _("&Keep"), asked, said, explain=explain)


def post(step: str, at: TopicDesk) -> QDialog:
    """Ask where and since when a notice hangs."""
    titles = {"post-agenda": _("Announce the meeting"), "post-result": _("Post the result")}
    said = {
        "post-agenda": _("{topic}: the meeting is announced."),
        "post-result": _("{topic}: the result is posted."),
    }
    today = local_day(at.desk.now())
    sheet = Sheet(
        (
            Text(key="where", label=_("&Where the notice hangs"), required=True),
            Day(key="on", label=_("&Since"), required=True, past=True, today=lambda: today),
        )
    )
    sheet.fill({"where": _("notice board of the community"), "on": today})
    sheet.settle()

    def asked(values: Mapping[str, Any]) -> Callable[[], Changes]:
        request = PostOnBoard(topic=at.file.topic.id, where=values["where"], posted_on=values["on"])
        return partial(post_agenda if step == "post-agenda" else post_result, at.desk, request)

    return at.ask(sheet, titles[step], _("&Keep"), asked, said[step])


def reopen(at: TopicDesk) -> QDialog:
    """Ask why the topic is taken up again."""
    sheet = Sheet((Text(key="reason", label=_("&Why"), lines=4, required=True),))

    def asked(values: Mapping[str, Any]) -> Callable[[], Changes]:
        request = ReopenTopic(topic=at.file.topic.id, reason=values["reason"])
        return partial(reopen_topic, at.desk, request)

    return at.ask(
        sheet, _("Take the topic up again"), _("&Take it up"), asked,
        _("{topic} is taken up again."),
        explain=_("It is screened anew; disputes that were closed with it stay closed."),
    )  # fmt: skip


DIALOGS: Mapping[str, Callable[[TopicDesk], QDialog | None]] = {
    "screen-topic": screen,
    "withdraw-topic": withdraw,
    "call-meeting": call,
    "hold-meeting": hold,
    "post-agenda": partial(post, "post-agenda"),
    "post-result": partial(post, "post-result"),
    "record-decision": record,
    "reopen-topic": reopen,
    "carry-out-topic": partial(finish, "carry-out"),
    "rate-topic": partial(finish, "rate"),
    "share-topic": partial(finish, "share"),
    "gather-disputes": gather,
}
