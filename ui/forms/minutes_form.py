"""The minutes of one topic: who spoke, how they voted, what is resolved; a draft is kept."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from mediator_desk.records.council_meeting import MeetingResult, Presence, VoteMethod
from mediator_desk.rows import MeetingFile
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases.council_minutes import HoldMeeting, Said, hold_meeting
from mediator_desk.usecases.council_tasks import NewTask
from mediator_desk.words import _
from ui.forms.draft import Draft, DraftKeeper
from ui.forms.draft_offer import DraftOffer
from ui.forms.minutes_fields import minutes_fields
from ui.forms.sheet import Sheet
from ui.forms.sheet_dialog import Job, SheetDialog
from ui.forms.topic_desk import TopicDesk
from ui.forms.topic_meetings import waiting_meeting
from ui.forms.vote_card import VoteCard

_COUNTS = ("votes_for", "votes_against", "votes_abstain", "due", "present")
_TEXTS = (
    "place", "chair", "recorder", "scrutineer", "teller", "background", "opinion", "resolution",
    "short_quorum",
)  # fmt: skip


def hold(at: TopicDesk) -> None:
    """Read the meeting and who came, then ask for the minutes."""
    at.errands.run(
        partial(at.desk.queries.meeting_file, waiting_meeting(at)),
        owner=at.parent,
        then=lambda meeting: MinutesDialog(at, meeting).open(),
    )


class MinutesDialog(SheetDialog):
    """Takes the minutes; results the law forbids here are not offered, heads count themselves."""

    def __init__(self, at: TopicDesk, meeting: MeetingFile) -> None:
        """Lay out the minutes, filled with what the meeting has said already."""
        self._at, self._meeting = at, meeting
        self._present = [
            one.member for one in meeting.attendance if one.presence is Presence.PRESENT
        ]
        topic, desk = at.file.topic, at.desk
        sheet = Sheet(minutes_fields(desk, topic, meeting))
        sheet.fill(self._beginning())
        sheet.settle()
        day = local_day(meeting.meeting.planned_at)
        rules = desk.books.council
        self.card = VoteCard(
            topic,
            rules.share("council.quorum", topic.division, day),
            rules.share("council.majority", topic.division, day),
        )
        super().__init__(
            at.parent,
            title=_("Record the meeting"),
            explain=at.named,
            sheet=sheet,
            verb=_("&Keep the minutes"),
            errands=at.errands,
            job=self._request,
            then=at.then(_("{topic}: the meeting is kept.")),
            aside=self.card,
            width=44.0,
        )
        self.offer = DraftOffer()
        self.drafts = DraftKeeper(
            self,
            f"minutes/{topic.id}",
            desk=desk,
            errands=at.errands,
            values=self.sheet.draft,
        )
        self._put_offer()
        self._wire_minutes()
        self._say()
        self.drafts.look()

    def take_draft(self, draft: Draft) -> None:
        """Go on with minutes that were left half-typed."""
        self.sheet.fill(draft.values)
        self.offer.hide()
        self.drafts.touch()
        self._say()

    @override
    def done(self, result: int) -> None:
        # Handed over or thrown away: either way nothing is left to go on with.
        if self.sheet.touched() or result == int(self.DialogCode.Accepted):
            self.drafts.forget()
        super().done(result)

    def _heads(self) -> tuple[int | None, int | None]:
        if self._meeting.members:
            return len(self._meeting.members), len(self._present)
        values = self.sheet.values()
        return values.get("due"), values.get("present")

    def _request(self, values: dict[str, Any]) -> Job:
        given: dict[str, Any] = {key: values.get(key) or "" for key in _TEXTS}
        given |= {key: values.get(key) or 0 for key in _COUNTS}
        known = {str(one): one for one in self._present}
        asked = HoldMeeting(
            topic=self._at.file.topic.id,
            held_at=values["held_at"],
            method=VoteMethod(values["method"]),
            result=MeetingResult(values["result"]),
            recused=tuple(known[one] for one in values.get("recused", ()) if one in known),
            speeches=tuple(_said(row) for row in values["speeches"]),
            tasks=tuple(_task(row) for row in values.get("tasks", ())),
            **given,
        )
        return partial(hold_meeting, self._at.desk, asked)

    def _say(self) -> None:
        self.card.say(self.sheet.values(), *self._heads())

    def _typed(self) -> None:
        self._say()
        self.drafts.touch()

    def _put_offer(self) -> None:
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            # Below the title and what the minutes are about.
            column.insertWidget(2, self.offer)

    def _wire_minutes(self) -> None:
        self.sheet.changed.connect(self._typed)
        self.drafts.found.connect(
            partial(self.offer.say, now=self._at.desk.now), Qt.ConnectionType.DirectConnection
        )
        self.offer.taken.connect(self.take_draft)
        self.offer.thrown_away.connect(self.drafts.drop)

    def _beginning(self) -> dict[str, Any]:
        meeting, topic = self._meeting.meeting, self._at.file.topic
        now = self._at.desk.now()
        return {
            "held_at": meeting.held_at or min(meeting.planned_at, now),
            "place": meeting.place,
            "chair": meeting.chair,
            "recorder": meeting.recorder or self._at.desk.person.name,
            "scrutineer": meeting.scrutineer,
            "teller": meeting.teller,
            "background": topic.content,
            "method": VoteMethod.HANDS.value,
        }


def _said(row: Mapping[str, Any]) -> Said:
    return Said(
        speaker=row["speaker"],
        words=row["words"],
        dissents=bool(row["dissents"]),
        answer=row.get("answer") or "",
    )


def _task(row: Mapping[str, Any]) -> NewTask:
    return NewTask(
        what=row["what"],
        who=row["who"],
        due_on=row["due_on"],
        budget=row["budget"],
        fund=row["fund"],
    )
