"""The minutes of a council meeting: who came, how they voted, and what may follow from it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.council import AgendaTopic, MeetingResult, VoteMethod
from mediator_desk.rows import Changes, TopicFile
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.who_decides import council_may_decide, lawful_results
from mediator_desk.usecases.council_meetings import HoldMeeting, hold_meeting
from mediator_desk.words import _, n_
from ui.errands import Errands
from ui.forms.fields import Count, Field
from ui.forms.sheet import Choice, Day, Moment, Sheet, Text, Words
from ui.forms.sheet_dialog import Job, SheetDialog
from ui.law_words import law_words, only_recommends
from ui.widgets.card import Banner, Card
from ui.widgets.label import Label

_VOTED = (VoteMethod.HANDS.value, VoteMethod.NAMED.value, VoteMethod.SECRET.value)


class VoteCard(Card):
    """Says beside the fields whether the votes add up and what they carry."""

    def __init__(self, topic: AgendaTopic, parent: QWidget | None = None) -> None:
        """Say first whether the council may decide at all."""
        super().__init__(_("The vote"), parent=parent)
        self.sum = Banner()
        self.attendance = Label(wrap=True)
        self.verdict = Label(wrap=True)
        if not council_may_decide(topic.decision_body, topic.law_item):
            self.column.addWidget(Banner(only_recommends(label(topic.decision_body)), "warning"))
            if topic.law_item:
                self.column.addWidget(Label(law_words(topic.law_item), wrap=True, tone="quiet"))
        for part in (self.sum, self.attendance, self.verdict):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def say(self, values: Mapping[str, Any]) -> None:
        """Reckon the figures that stand on the sheet now."""
        due, present = values.get("due"), values.get("present")
        self._say_attendance(due, present)
        if values.get("method") not in _VOTED:
            self.sum.say(_("By consensus: nobody objected, so nothing is counted."), "accent")
            self.verdict.setText("")
            return
        counts = [values.get(key) or 0 for key in ("votes_for", "votes_against", "votes_abstain")]
        self._say_sum(sum(counts), present)
        self._say_verdict(counts[0], present)

    def _say_attendance(self, due: int | None, present: int | None) -> None:
        if not due or present is None:
            self.attendance.setText("")
            return
        self.attendance.setText(
            _("{present} of {due} are present, {percent} %.").format(
                present=present, due=due, percent=f"{present * 100 / due:.1f}"
            )
            if present * 3 >= due * 2
            else _("{present} of {due} are present: less than two thirds of the members.").format(
                present=present, due=due
            )
        )
        self.attendance.set_tone("plain" if present * 3 >= due * 2 else "warning")

    def _say_sum(self, votes: int, present: int | None) -> None:
        if present is None:
            self.sum.say(_("Fill in who was due, who was present, and the votes."), "accent")
        elif votes == present:
            self.sum.say(_("The votes add up: {votes}.").format(votes=votes), "good")
        elif votes < present:
            missing = present - votes
            sentence = n_(
                "{votes} votes, {present} present: {count} is missing.",
                "{votes} votes, {present} present: {count} are missing.",
                missing,
            )
            self.sum.say(sentence.format(votes=votes, present=present, count=missing), "warning")
        else:
            over = votes - present
            sentence = n_(
                "{votes} votes, {present} present: {count} too many.",
                "{votes} votes, {present} present: {count} too many.",
                over,
            )
            self.sum.say(sentence.format(votes=votes, present=present, count=over), "danger")

    def _say_verdict(self, agreeing: int, present: int | None) -> None:
        if not present:
            self.verdict.setText("")
        elif 2 * agreeing > present:
            self.verdict.setText(
                _("{agreeing} of {present} is more than half.").format(
                    agreeing=agreeing, present=present
                )
            )
        else:
            needed = present // 2 + 1 - agreeing
            sentence = n_(
                "{agreeing} of {present} is not more than half; {count} vote is short.",
                "{agreeing} of {present} is not more than half; {count} votes are short.",
                needed,
            )
            self.verdict.setText(sentence.format(agreeing=agreeing, present=present, count=needed))


class MeetingDialog(SheetDialog):
    """Takes the minutes; results the law forbids here are not offered."""

    def __init__(
        self,
        parent: QWidget,
        *,
        desk: Desk,
        errands: Errands,
        file: TopicFile,
        then: Callable[[Changes], object] | None = None,
    ) -> None:
        """Lay out the minutes, filled with what the last meeting had in common."""
        self._desk, self._file = desk, file
        sheet = Sheet(_fields(desk, file.topic))
        sheet.fill(_beginning(desk, file))
        sheet.settle()
        self.card = VoteCard(file.topic)
        self.card.say(sheet.values())
        super().__init__(
            parent,
            title=_("Record the meeting"),
            explain=f"{file.topic.number} {file.topic.title}",
            sheet=sheet,
            verb=_("&Keep the minutes"),
            errands=errands,
            job=self._job,
            then=then,
            aside=self.card,
            width=42.0,
        )
        sheet.changed.connect(self._say)

    def _job(self, values: dict[str, Any]) -> Job:
        given: dict[str, Any] = {key: values.get(key, "") for key in _TEXTS}
        given |= {key: values.get(key) or 0 for key in _COUNTS}
        asked = HoldMeeting(
            topic=self._file.topic.id,
            held_at=values["held_at"],
            method=VoteMethod(values["method"]),
            result=MeetingResult(values["result"]),
            finish_on=values.get("finish_on"),
            **given,
        )
        return partial(hold_meeting, self._desk, asked)

    def _say(self) -> None:
        self.card.say(self.sheet.values())


_COUNTS = ("due", "present", "votes_for", "votes_against", "votes_abstain")
_TEXTS = (
    "place", "chair", "recorder", "members", "observers", "speeches", "opinion", "resolution",
    "responsible", "fund", "dissent",
)  # fmt: skip


def _fields(desk: Desk, topic: AgendaTopic) -> list[Field]:
    results = lawful_results(topic.decision_body, topic.law_item)
    passed = ("result", (MeetingResult.PASSED.value,))
    voted = ("method", _VOTED)
    return [
        Moment(
            key="held_at", label=_("&When"), required=True, past=True,
            today=lambda: local_day(desk.now()), calendar=desk.books.calendar,
        ),
        Text(key="place", label=_("W&here"), required=True),
        Text(key="chair", label=_("In the cha&ir"), required=True, half=True),
        Text(key="recorder", label=_("Recor&der"), half=True),
        Count(key="due", label=_("Members d&ue"), required=True, half=True),
        Count(key="present", label=_("Members &present"), required=True, half=True),
        Text(key="observers", label=_("Also present (departments, property manager)")),
        Text(key="speeches", label=_("What was &said, by whom"), lines=3),
        Text(key="opinion", label=_("&Opinion formed"), lines=3, required=True),
        Choice(
            key="method", label=_("How they &voted"), required=True,
            choices=[(one.value, label(one)) for one in VoteMethod],
        ),
        Count(key="votes_for", label=_("&For"), half=True, when=voted),
        Count(key="votes_against", label=_("&Against"), half=True, when=voted),
        Count(key="votes_abstain", label=_("A&bstained"), half=True, when=voted),
        Choice(
            key="result", label=_("&Result"), required=True, as_list=True,
            choices=[(one.value, label(one)) for one in results],
        ),
        Words(label=_("The resolution"), heading=True),
        Text(key="resolution", label=_("What is reso&lved"), lines=2),
        Text(key="responsible", label=_("Who is responsible"), half=True, when=passed),
        Day(
            key="finish_on", label=_("Finished by"), half=True, when=passed,
            today=lambda: local_day(desk.now()), calendar=desk.books.calendar,
        ),
        Text(key="fund", label=_("Where the money comes from"), half=True, when=passed),
        Text(key="dissent", label=_("Dissent, and the answer to it"), lines=2),
    ]  # fmt: skip


def _beginning(desk: Desk, file: TopicFile) -> dict[str, Any]:
    values: dict[str, Any] = {"method": VoteMethod.HANDS.value, "recorder": desk.person.name}
    if file.meetings:
        last = file.meetings[-1]
        values |= {"place": last.place, "chair": last.chair, "due": last.due}
    return values
