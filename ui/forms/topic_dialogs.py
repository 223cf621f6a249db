"""Which dialog each step of a topic opens."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QDialog

from ui.forms import minutes_form, topic_doing, topic_meetings
from ui.forms.topic_decision import record, reopen
from ui.forms.topic_desk import TopicDesk
from ui.forms.topic_gathering import gather
from ui.forms.topic_screening import change, screen, withdraw

DIALOGS: Mapping[str, Callable[[TopicDesk], QDialog | None]] = {
    "change-topic": change,
    "screen-topic": screen,
    "withdraw-topic": withdraw,
    "call-meeting": topic_meetings.call,
    "post-agenda": topic_meetings.post,
    "call-off-meeting": topic_meetings.call_off,
    "mark-attendance": topic_meetings.attend,
    "hold-meeting": minutes_form.hold,
    "record-decision": record,
    "reopen-topic": reopen,
    "post-result": topic_doing.post,
    "carry-out-topic": topic_doing.carry_out,
    "add-task": topic_doing.add,
    "finish-task": topic_doing.finish,
    "drop-task": topic_doing.drop,
    "rate-topic": topic_doing.rate,
    "share-topic": topic_doing.share,
    "gather-disputes": gather,
}
