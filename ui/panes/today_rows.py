"""What there is to do, sorted into late, today, this week, later, waiting for us and for others."""

from collections.abc import Sequence
from datetime import datetime

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.refusals import NotFound
from mediator_desk.rows import TodayRow
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.limits import Kind
from mediator_desk.rules.whose_turn import Turn, When, when_due
from mediator_desk.words import N_, _, n_, p_
from ui.models.column import Column
from ui.models.groups import Band
from ui.said import begun, due_short, due_tone, first_line, rule_said, wide
from ui.tokens import Tone
from ui.whistle_clocks import card_said, with_card
from ui.widgets.chips import Chip

# What is to be done in a state, whether a clock runs or not; else the clock says it.
STEPS = {
    "dispute.logged": N_("Decide the way and accept"),
    "agreement.unmarked": N_("Have the agreement signed and sealed"),
    "recusal.asked": N_("Answer the wish for another mediator"),
    "agenda_topic.proposed": N_("Screen the topic"),
    "agenda_topic.screened": N_("Call a meeting of the council"),
    "agenda_topic.on_agenda": N_("Announce the meeting"),
    "agenda_topic.deliberated": N_("Call another meeting or give the topic up"),
    "agenda_topic.decided": N_("Post the result"),
    "agenda_topic.others_decided": N_("Post the result"),
    "agenda_topic.evaluated": N_("Share the result"),
    "agenda_topic.to_owner_vote": N_("The owners vote"),
    "agenda_topic.to_residents_meeting": N_("The residents' meeting decides"),
    "agenda_topic.to_whistle": N_("A department is to be called"),
    "whistle.draft": N_("Approve the whistle"),
    "whistle.approved": N_("Dispatch the whistle"),
    "whistle.returned": N_("Send the whistle back or to another department"),
    "whistle.pending_designation": N_("Have a department designated"),
    "whistle.replied": N_("Verify the reply of the department"),
    "whistle.verified": N_("Rate each other"),
    "whistle.evaluated": N_("Sign the whistle off"),
    "convention.draft": N_("Ask for opinions on the draft"),
    "convention.consulted": N_("Have the convention adopted"),
    "convention.adopted": N_("File the convention or put it in force"),
    "convention.filed": N_("Put the convention in force"),
    "gathering.offered": N_("Raise as one topic"),
    "clash.open": N_("Settle the conflict between stations"),
}
# What is to be done in a state only where no clock says it.
_IDLE = {
    "owners_vote.draft": N_("Tell the owners of the vote"),
    "owners_vote.noticed": N_("Open the vote"),
    "owners_vote.open": N_("Ballots come in"),
    "owners_vote.counting": N_("Enter and count the ballots"),
    "owners_vote.counted": N_("Announce the owners' decision"),
    "revenue_account.draft": N_("Have the party branch propose a use, or close it"),
    "revenue_account.proposed": N_("Have the two committees discuss the use"),
    "revenue_account.discussed": N_("Hold the party members' meeting"),
    "revenue_account.deliberated": N_("The owners vote on the use"),
    "revenue_account.decided": N_("Post the decision on the use"),
    "revenue_account.posted": N_("Carry out the use and post it"),
    "revenue_account.carried_out": N_("Close the account"),
    "agenda_topic.notice_posted": N_("Hold the council meeting"),
    "agenda_topic.result_posted": N_("Carry it out"),
    "agenda_topic.executing": N_("Ask the residents to rate it"),
}
# What a clock of a limit asks for, where the name of the limit says it less well.
_BY_RULE = {
    "D04": N_("See whether it was performed"),
    "D05": N_("Visit the parties"),
    "D13": N_("Answer the objection"),
    "D16.answer": N_("Answer the objection"),
}

PLACES = {
    "public_notice": "commons",
    "revenue_account": "commons",
    "dispute": "disputes",
    "whistle": "whistles",
    "agenda_topic": "council",
    "convention": "commons",
    "owners_vote": "votes",
    "clash": "bundles",
    "gathering": "council",
}

# The steps of a dispute a line may be about, the first that fits; else the desk advises one.
_DISPUTE_STEPS = {
    "D02": ("apply-confirmation", "offer-confirmation"),
    "D03": ("answer-confirmation",),
    "D04.urge": ("urge-performance",),
    "D04": ("record-payment", "perform-obligation"),
    "D05": ("follow-up",),
    "agreement.unmarked": ("mark-agreement",),
    "recusal.asked": ("answer-recusal",),
}

_NEXT = N_("See what is next")
_TONES: dict[When, Tone] = {When.LATE: "danger", When.TODAY: "warning"}


def steps_of(row: TodayRow) -> tuple[str, ...]:
    """Name the steps of a dispute its line may be about, the likeliest first."""
    family = row.rule.partition(".")[0]
    named = (row.rule, family) if row.rule else (row.waiting,)
    return next((_DISPUTE_STEPS[one] for one in named if one in _DISPUTE_STEPS), ())


def earliest(desk: Desk, row: TodayRow) -> bool:
    """Tell whether the clock of a row counts a shortest time, which is never late."""
    if not row.rule or row.starts_at is None:
        return False
    try:
        limit = desk.books.deadlines.limits.find(row.rule, row.rule_set, local_day(row.starts_at))
    except NotFound:
        # A rule that came with a bundle from a station with newer books.
        return False
    return limit.kind is Kind.AT_LEAST


def when(desk: Desk, row: TodayRow) -> When:
    """Say which group a row belongs to now."""
    if row.waiting == "gathering.offered":
        return When.GATHER
    return when_due(
        row.due_at,
        desk.now(),
        turn=row.turn,
        earliest=earliest(desk, row),
        paused=row.paused,
    )


def name_of(group: When) -> str:
    """Name a group."""
    return {
        When.ALL: p_("chip", "All"),
        When.LATE: p_("when", "Late"),
        When.TODAY: p_("when", "Today"),
        When.WEEK: p_("when", "This week"),
        When.LATER: p_("when", "Later"),
        When.WAITING: p_("when", "Waiting for us"),
        When.GATHER: p_("when", "Could be one topic"),
        When.OTHERS: p_("when", "Waiting for others"),
    }[group]


def chips_of(groups: Sequence[When]) -> list[Chip]:
    """Make the chips with their counts."""
    counts = {group: groups.count(group) for group in When}
    counts[When.ALL] = len(groups)
    shown = [one for one in When if one is not When.GATHER or counts[one]]
    return [Chip(group.value, name_of(group), counts[group]) for group in shown]


def bands_of(rows: Sequence[TodayRow], groups: Sequence[When], only: When) -> list[Band[TodayRow]]:
    """Put the rows under the names of their groups, or only those of one."""
    wanted = [only] if only is not When.ALL else [one for one in When if one is not When.ALL]
    return [
        Band(
            text=p_("band", "{group} · {count}").format(group=name_of(one), count=len(under)),
            rows=under,
            tone=_TONES.get(one, "quiet"),
        )
        for one in wanted
        for under in [[row for row, group in zip(rows, groups, strict=True) if group is one]]
    ]


def to_do(desk: Desk, row: TodayRow) -> str:
    """Say what is to be done, or what somebody else is to do; what they are late with we urge."""
    said = with_card(_step(desk, row), _card(desk, row))
    if row.provisional:
        said = _("{what} (provisional)").format(what=said)
    if row.turn is not Turn.OURS and when(desk, row) is When.LATE:
        return _("Urge: {what}").format(what=said)
    return said


def _card(desk: Desk, row: TodayRow) -> str:
    """Name the card of the department whose time a row tells of."""
    if row.kind != "whistle" or not row.rule:
        return ""
    return card_said(desk, row.rule, row.rule_set, row.due_at)


def who_said(row: TodayRow) -> str:
    """Name who acts next: one of us, or the department, the court, the parties we wait for."""
    return row.who_name if row.turn is Turn.OURS else row.whom or label(row.turn)


def due_word(desk: Desk, row: TodayRow) -> str:
    """Say in a few characters how much time is left."""
    if row.due_at is None:
        offer = row.waiting == "gathering.offered"
        return p_("due", "similar") if offer else p_("due", "no date")
    if row.paused:
        return p_("due", "paused")
    if when(desk, row) is When.TODAY and earliest(desk, row):
        return p_("due", "from today")
    return due_short(row.due_at, desk.now())


def tone_of(desk: Desk, row: TodayRow) -> Tone:
    """Give the tone of a row; its word always stands beside it."""
    if row.due_at is None:
        return "accent" if row.turn is Turn.OURS else "quiet"
    if row.paused:
        return "quiet"
    return "good" if earliest(desk, row) else due_tone(row.due_at, desk.now())


def today_columns(desk: Desk) -> tuple[Column[TodayRow], ...]:
    """Give the columns of the today pane."""
    return (
        Column(
            title=p_("column", "When"),
            text=lambda row: due_word(desk, row),
            tone=lambda row: tone_of(desk, row),
            pill=True,
            width=wide(5.2, 6.4),
        ),
        Column(
            title=_("What to do"),
            text=lambda row: to_do(desk, row),
            strong=lambda row: row.turn is Turn.OURS,
            width=wide(9.5, 13.5),
        ),
        Column(title=_("What it is about"), text=_about, width=8.0, stretch=True),
        Column(title=_("Number"), text=lambda row: row.number, tone=_quiet, width=6.4, fold=2),
        Column(title=p_("column", "Who"), text=who_said, tone=_quiet, width=wide(6.2, 7.0), fold=1),
    )


def count_said(groups: Sequence[When]) -> str:
    """Say in the header how much is late and due today."""
    said = lateness_said(groups)
    return said or _("nothing is late")


def lateness_said(groups: Sequence[When]) -> str:
    """Say how much is late and due today; nothing where nothing is."""
    overdue, today = groups.count(When.LATE), groups.count(When.TODAY)
    parts: list[str] = []
    if overdue:
        parts.append(n_("{count} late", "{count} late", overdue).format(count=overdue))
    if today:
        parts.append(n_("{count} due today", "{count} due today", today).format(count=today))
    return p_("list mark", ", ").join(parts)


def _step(desk: Desk, row: TodayRow) -> str:
    """Say the step itself: by the state, or else by the limit that runs."""
    if row.waiting in STEPS and (row.turn is not Turn.DEPARTMENT or not row.rule):
        return _(STEPS[row.waiting])
    if row.rule in _BY_RULE:
        return _(_BY_RULE[row.rule])
    if not row.rule:
        return _(_IDLE.get(row.waiting, _NEXT))
    try:
        at: datetime = row.starts_at or desk.now()
        return begun(rule_said(row.rule, desk.books.deadlines, at, row.rule_set))
    except NotFound:
        return _(_NEXT)


def _about(row: TodayRow) -> str:
    return first_line(row.title, 60)


def _quiet(_row: TodayRow) -> Tone:
    return "quiet"
