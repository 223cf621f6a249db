"""Calling a meeting of the council, announcing it, calling it off, and marking who came."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, time, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QDialog

from mediator_desk.labels import label
from mediator_desk.records.council import TopicState
from mediator_desk.records.council_meeting import MeetingState, Presence
from mediator_desk.rows import Changes, MeetingFile, TopicRow
from mediator_desk.rules.council_rules import Confidence, Figure
from mediator_desk.rules.durations import CHINA, local_day
from mediator_desk.usecases.council_meetings import (
    CallMeeting,
    CallOffMeeting,
    Mark,
    MarkAttendance,
    PostAgenda,
    call_meeting,
    call_off_meeting,
    mark_attendance,
    post_agenda,
)
from mediator_desk.words import _, n_
from ui.dialogs.question import Question
from ui.forms.attendance_card import AttendanceCard
from ui.forms.fields import Field
from ui.forms.sheet import Choice, Day, Many, Moment, Rows, Sheet, Text
from ui.forms.topic_desk import TopicDesk

_WAITING = (TopicState.SCREENED, TopicState.DELIBERATED)
_EVENING = time(19, 0)


def call(at: TopicDesk) -> None:
    """Look for other topics that wait for a meeting, then ask when and where."""
    at.errands.run(at.desk.queries.topics, owner=at.parent, then=partial(_ask_when, at))


def post(at: TopicDesk) -> QDialog:
    """Ask where and since when the notice of the meeting hangs."""
    today = local_day(at.desk.now())
    sheet = Sheet(
        (
            Text(key="where", label=_("&Where the notice hangs"), required=True),
            Day(key="on", label=_("&Since"), required=True, past=True, today=lambda: today),
        )
    )
    sheet.fill({"where": _("notice board of the community"), "on": today})
    sheet.settle()
    meeting = waiting_meeting(at)

    def asked(values: Mapping[str, Any]) -> Callable[[], Changes]:
        request = PostAgenda(meeting=meeting, where=values["where"], posted_on=values["on"])
        return partial(post_agenda, at.desk, request)

    return at.ask(
        sheet, _("Announce the meeting"), _("&Keep"), asked,
        _("{topic}: the meeting is announced."),
        explain=_("All topics of this meeting are announced with it."),
    )  # fmt: skip


def call_off(at: TopicDesk) -> QDialog:
    """Ask why the meeting is not held."""
    sheet = Sheet((Text(key="reason", label=_("&Why"), lines=3, required=True),))
    meeting = waiting_meeting(at)

    def asked(values: Mapping[str, Any]) -> Callable[[], Changes]:
        request = CallOffMeeting(meeting=meeting, reason=values["reason"])
        return partial(call_off_meeting, at.desk, request)

    return at.ask(
        sheet, _("Call the meeting off"), _("Call it o&ff"), asked,
        _("{topic}: the meeting is called off."),
        explain=_("All its topics wait for another meeting. Tell the members."),
    )  # fmt: skip


def attend(at: TopicDesk) -> None:
    """Read who is due, then ask who came."""
    at.errands.run(
        partial(at.desk.queries.meeting_file, waiting_meeting(at)),
        owner=at.parent,
        then=partial(_ask_who_came, at),
    )


def waiting_meeting(at: TopicDesk) -> UUID:
    """Name the meeting a topic waits for."""
    called = [one.id for one in at.file.meetings if one.state is not MeetingState.CALLED_OFF]
    waiting = [one.meeting for one in at.file.items if one.result is None]
    return next(one for one in reversed(waiting) if one in called)


def figure_words(figure: Figure) -> str:
    """Say where a figure comes from, and that a weak one is still to be confirmed."""
    if figure.confidence is Confidence.LOW:
        return _("{source}; to be confirmed").format(source=figure.source)
    return figure.source


def _ask_when(at: TopicDesk, topics: Sequence[TopicRow]) -> QDialog:
    """Ask for the day, the place, the agenda and who is invited."""
    topic = at.file.topic
    others = [one for one in topics if one.state in _WAITING and one.id != topic.id]
    today = local_day(at.desk.now())
    figure = at.desk.books.council.figure("council.notice", topic.division, today)
    sheet = Sheet(_call_fields(at, others))
    last = at.file.meetings[-1] if at.file.meetings else None
    day = topic.planned_on if topic.planned_on and topic.planned_on > today else None
    day = day or today + timedelta(days=figure.number + 1)
    sheet.fill(
        {
            "at": datetime.combine(day, _EVENING, tzinfo=CHINA),
            "place": last.place if last else _("meeting room of the community"),
            "observers": last.observers if last else "",
            "called_on": today,
        }
    )
    sheet.settle()

    def asked(values: Mapping[str, Any]) -> Callable[[], Changes]:
        request = CallMeeting(
            topics=(topic.id, *(UUID(one) for one in values.get("others", ()))),
            planned_at=values["at"],
            place=values["place"],
            observers=values["observers"],
            called_on=values["called_on"],
            short_notice=values["short_notice"],
        )
        return partial(call_meeting, at.desk, request)

    explain = n_(
        "Members are told {count} day before ({source}).",
        "Members are told {count} days before ({source}).",
        figure.number,
    ).format(count=figure.number, source=figure_words(figure))
    return at.ask(
        sheet, _("Call a meeting"), _("Call &it"), asked, _("{topic}: the meeting is called."),
        explain=explain, width=38.0,
    )  # fmt: skip


def _call_fields(at: TopicDesk, others: Sequence[TopicRow]) -> list[Field]:
    fields: list[Field] = [
        Moment(
            key="at",
            label=_("The council meets &on"),
            required=True,
            today=lambda: local_day(at.desk.now()),
        ),
        Text(key="place", label=_("W&here"), required=True),
        Text(
            key="observers",
            label=_("In&vited without a vote"),
            hint=_("departments, property manager, experts"),
        ),
        Day(
            key="called_on",
            label=_("Members told o&n"),
            half=True,
            required=True,
            today=lambda: local_day(at.desk.now()),
        ),
        Text(
            key="short_notice",
            label=_("Why it cannot &wait"),
            half=True,
            hint=_("only when called later than the rule asks"),
        ),
    ]
    if others:
        choices = [(str(one.id), f"{one.number} {one.title}") for one in others]
        fields.append(Many(key="others", label=_("&Also on the agenda"), choices=choices))
    return fields


def _ask_who_came(at: TopicDesk, file: MeetingFile) -> QDialog:
    """Ask who is present; everybody is ticked at first, reasons are for those who are not."""
    if not file.members:
        return _no_members(at)
    names = [(str(one.id), one.name) for one in file.members]
    away = [(one.value, label(one)) for one in (Presence.ON_LEAVE, Presence.ABSENT)]
    sheet = Sheet(
        (
            Many(key="present", label=_("Who is &present"), choices=names),
            Rows(
                key="away",
                label=_("Reasons"),
                one=_("Reason {number}"),
                add=_("A reason &more"),
                fields=(
                    Choice(key="member", label=_("Member"), choices=names, as_list=True, half=True),
                    Choice(key="presence", label=_("How"), choices=away, half=True),
                    Text(key="reason", label=_("Why")),
                ),
                first=0,
            ),
        )
    )
    sheet.fill(_marked(file))
    sheet.settle()
    day = local_day(file.meeting.planned_at)
    quorum = at.desk.books.council.figure("council.quorum", at.file.topic.division, day)
    card = AttendanceCard(len(file.members), quorum)
    sheet.changed.connect(lambda: card.say(len(sheet.values()["present"])))
    card.say(len(sheet.values()["present"]))

    def asked(values: Mapping[str, Any]) -> Callable[[], Changes]:
        request = MarkAttendance(meeting=file.meeting.id, marks=_marks(file, values))
        return partial(mark_attendance, at.desk, request)

    return at.ask(
        sheet, _("Mark who came"), _("&Keep"), asked, _("{topic}: the attendance is kept."),
        aside=card, width=38.0,
    )  # fmt: skip


def _no_members(at: TopicDesk) -> QDialog:
    question = Question(
        at.parent,
        _("The council has no list of members yet."),
        _("Enter the members under Settings, Council; then the heads count themselves."),
        verb=_("&Close"),
        do=_nothing,
    )
    question.stay.hide()
    question.open()
    return question


def _nothing() -> None:
    """Leave everything as it is."""


def _marked(file: MeetingFile) -> dict[str, Any]:
    """Give what was marked before; at first everybody is taken to be there."""
    known = {one.member: one for one in file.attendance}
    present = tuple(
        str(one.id)
        for one in file.members
        if one.id not in known or known[one.id].presence is Presence.PRESENT
    )
    away = [
        {"member": str(one.member), "presence": one.presence.value, "reason": one.reason}
        for one in file.attendance
        if one.presence is not Presence.PRESENT and (one.reason or one.presence != Presence.ABSENT)
    ]
    return {"present": present, "away": away}


def _marks(file: MeetingFile, values: Mapping[str, Any]) -> tuple[Mark, ...]:
    """Read a mark for every member; who is not ticked is away."""
    away = {row["member"]: row for row in values["away"] if row.get("member")}
    marks = []
    for member in file.members:
        key = str(member.id)
        if key in values["present"]:
            marks.append(Mark(member=member.id, presence=Presence.PRESENT))
            continue
        row = away.get(key, {})
        presence = Presence(row.get("presence") or Presence.ABSENT)
        marks.append(Mark(member=member.id, presence=presence, reason=row.get("reason", "")))
    return tuple(marks)
