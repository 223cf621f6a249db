"""The fields of the minutes: the meeting, the topic, the speakers, the vote, the resolution."""

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.council import AgendaTopic
from mediator_desk.records.council_meeting import MeetingResult, Presence, VoteMethod
from mediator_desk.rows import MeetingFile
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.who_decides import lawful_results
from mediator_desk.words import _
from ui.forms.fields import Count, Field
from ui.forms.sheet import Choice, Day, Many, Moment, Money, Rows, Text, Tick, Words
from ui.forms.vote_card import VOTED


def minutes_fields(desk: Desk, topic: AgendaTopic, meeting: MeetingFile) -> list[Field]:
    """Make every field in the order the meeting goes."""
    return [
        *_opening(desk, meeting),
        Text(key="background", label=_("The to&pic as it was put"), lines=2),
        _speeches(),
        Text(key="opinion", label=_("&Opinion formed"), lines=3, required=True),
        *_vote(topic, meeting),
        *_resolution(desk),
    ]


def _opening(desk: Desk, meeting: MeetingFile) -> list[Field]:
    fields: list[Field] = [
        Moment(
            key="held_at", label=_("&When"), required=True, past=True,
            today=lambda: local_day(desk.now()),
        ),
        Text(key="place", label=_("W&here"), required=True),
        Text(key="chair", label=_("In the cha&ir"), required=True, half=True),
        Text(key="recorder", label=_("Recor&der"), half=True),
    ]  # fmt: skip
    if not meeting.members:
        fields += [
            Count(key="due", label=_("Members d&ue"), required=True, half=True),
            Count(key="present", label=_("Members presen&t"), required=True, half=True),
        ]
    return fields


def _speeches() -> Rows:
    return Rows(
        key="speeches",
        label=_("What was said"),
        one=_("Speaker {number}"),
        add=_("Anoth&er speaker"),
        fields=(
            Text(key="speaker", label=_("Speaker"), half=True),
            Tick(key="dissents", label=_("Disagrees"), half=True),
            Text(key="words", label=_("What was said"), lines=2),
            Text(key="answer", label=_("The answer given"), when=("dissents", (True,))),
        ),
        first=1,
    )


def _vote(topic: AgendaTopic, meeting: MeetingFile) -> list[Field]:
    voted = ("method", VOTED)
    came = {one.member for one in meeting.attendance if one.presence is Presence.PRESENT}
    names = [(str(one.id), one.name) for one in meeting.members if one.id in came]
    fields: list[Field] = [
        Choice(
            key="method", label=_("How they &voted"), required=True,
            choices=[(one.value, label(one)) for one in VoteMethod],
        ),
        Count(key="votes_for", label=_("&For"), half=True, when=voted),
        Count(key="votes_against", label=_("&Against"), half=True, when=voted),
        Count(key="votes_abstain", label=_("A&bstained"), half=True, when=voted),
        Text(key="teller", label=_("Counted by"), half=True, when=voted),
        Text(key="scrutineer", label=_("Counting watched by"), half=True, when=voted),
    ]  # fmt: skip
    if names:
        fields.append(Many(key="recused", label=_("Recused, as concerned themselves"),
                           choices=names))  # fmt: skip
    results = lawful_results(topic.decision_body, topic.law_item)
    fields.append(
        Choice(
            key="result", label=_("&Result"), required=True, as_list=True,
            choices=[(one.value, label(one)) for one in results],
        )
    )  # fmt: skip
    return fields


def _resolution(desk: Desk) -> list[Field]:
    passed = ("result", (MeetingResult.PASSED.value,))
    return [
        Words(label=_("The resolution"), heading=True),
        Text(key="resolution", label=_("What is reso&lved"), lines=2),
        Rows(
            key="tasks",
            label=_("Tasks"),
            one=_("Task {number}"),
            add=_("A&nother task"),
            fields=task_fields(desk),
            first=1,
            when=passed,
        ),
        Text(
            key="short_quorum",
            label=_("Why it stands althou&gh too few came"),
            hint=_("only when fewer came than the rule asks"),
            when=passed,
        ),
    ]


def task_fields(desk: Desk) -> tuple[Field, ...]:
    """Make the fields of one task: what, who, until when, for how much, from which money."""
    return (
        Text(key="what", label=_("What is to be done"), required=True),
        Text(key="who", label=_("By whom"), required=True, half=True),
        Day(
            key="due_on",
            label=_("Until"),
            required=True,
            half=True,
            today=lambda: local_day(desk.now()),
        ),
        Money(key="budget", label=_("Budget (yuan)"), half=True),
        Text(key="fund", label=_("Where the money comes from"), half=True),
    )
