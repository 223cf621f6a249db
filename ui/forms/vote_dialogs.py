"""The dialogs of an owners' vote, by step."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog

from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases.notice_words import decision_words
from mediator_desk.usecases.owners_votes import calling, counting, entering, rosters
from mediator_desk.words import _
from ui.forms import vote_calling
from ui.forms.ballot_delivery import deliver
from ui.forms.ballot_entry import BallotEntryDialog
from ui.forms.notice_fields import hanging_fields, hanging_values
from ui.forms.sheet import Day, Pick, Text
from ui.forms.vote_desk import VoteDesk
from ui.forms.vote_roster import take_roster
from ui.forms.vote_units import correct_unit

Values = dict[str, Any]
Job = Callable[[], Changes]


def _notice(at: VoteDesk) -> QDialog:
    def asked(values: Values) -> Job:
        request = calling.NoticeVote(vote=at.file.vote.id, **values)
        return partial(calling.notice_vote, at.desk, request)

    today = local_day(at.desk.now())
    return at.ask(
        (
            Day(key="noticed_on", label=_("The &owners were told on"), required=True, past=True,
                today=lambda: today),
            Day(key="committee_told_on", label=_("The residents' committee was &told on"),
                required=True, past=True, today=lambda: today),
        ),
        _("Give notice of the vote"),
        _("&Keep the notice"),
        asked,
        _("{vote}: the notice is kept, the ballots are numbered."),
        explain=_("At least fifteen days before the vote opens."),
        values={"noticed_on": today, "committee_told_on": today},
    )  # fmt: skip


def _reissue(at: VoteDesk) -> QDialog:
    def asked(values: Values) -> Job:
        return partial(rosters.reissue_ballot, at.desk, rosters.ReissueBallot(**values))

    return at.ask(
        (
            Pick(key="unit", label=_("&Unit"), candidates=at.units(), required=True),
            Text(key="reason", label=_("&Why"), required=True),
        ),
        _("Replace a ballot"),
        _("&Replace"),
        asked,
        _("{vote}: the ballot is replaced; the old number counts no more."),
    )


def _close(at: VoteDesk) -> QDialog:
    def asked(values: Values) -> Job:
        request = entering.CloseVote(vote=at.file.vote.id, reason=values["reason"])
        return partial(entering.close_vote, at.desk, request)

    return at.ask(
        (
            Text(key="reason", label=_("&Why before its last day"),
                 hint=_("Only needed before the last day")),
        ),
        _("Close the vote"),
        _("&Close"),
        asked,
        _("{vote} is closed and can be counted."),
        explain=_("After that no ballot is handed out any more."),
    )  # fmt: skip


def _count(at: VoteDesk) -> QDialog:
    def asked(values: Values) -> Job:
        request = counting.CountVote(vote=at.file.vote.id, words=values["words"])
        return partial(counting.count, at.desk, request)

    return at.ask(
        (Text(key="words", label=_("What the &topic is told of it"), lines=2),),
        _("Count the vote"),
        _("&Count"),
        asked,
        _("{vote} is counted."),
        explain=_("Every ballot was read twice. The result is posted within three days."),
    )


def _post(at: VoteDesk) -> QDialog:
    def asked(values: Values) -> Job:
        request = counting.PostVote(vote=at.file.vote.id, **values)
        return partial(counting.post_vote, at.desk, request)

    today = local_day(at.desk.now())
    proposed = decision_words(at.desk.books, at.file.vote, at.file.units, today)
    return at.ask(
        hanging_fields(today),
        _("The result is posted"),
        _("&Keep"),
        asked,
        _("{vote}: the result is posted."),
        explain=_("Post the sheet of the count beside it; neither names anybody."),
        values=hanging_values(today, proposed),
    )


def _finish(at: VoteDesk) -> QDialog:
    def asked(values: Values) -> Job:
        request = counting.FinishVote(vote=at.file.vote.id, **values)
        return partial(counting.finish_vote, at.desk, request)

    return at.ask(
        (
            Text(key="note", label=_("&Objections, and what was answered"), lines=3),
            Text(
                key="reason",
                label=_("Why it cannot &wait"),
                hint=_("only while the notice must still hang or an objection waits"),
            ),
        ),
        _("The decision takes effect"),
        _("Take &effect"),
        asked,
        _("{vote} is in effect."),
        explain=_("For a year from the day it was known an owner may ask a court to annul it."),
    )


def _void(at: VoteDesk) -> QDialog:
    def asked(values: Values) -> Job:
        request = counting.VoidVote(vote=at.file.vote.id, reason=values["reason"])
        return partial(counting.void_vote, at.desk, request)

    return at.ask(
        (Text(key="reason", label=_("&Why"), lines=2, required=True),),
        _("Void the vote"),
        _("&Void it"),
        asked,
        _("{vote} is void."),
        explain=_("What its topic was told is not taken back by itself."),
    )


def _enter(at: VoteDesk) -> QDialog:
    dialog = BallotEntryDialog(at)
    dialog.open()
    return dialog


DIALOGS: Mapping[str, Callable[[VoteDesk], QDialog]] = {
    "change-vote": vote_calling.change,
    "take-roster": take_roster,
    "change-unit": correct_unit,
    "notice-vote": _notice,
    "deliver-ballots": deliver,
    "reissue-ballot": _reissue,
    "enter-ballots": _enter,
    "close-vote": _close,
    "count-vote": _count,
    "post-vote": _post,
    "finish-vote": _finish,
    "void-vote": _void,
}
