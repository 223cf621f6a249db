"""How the windows say days, moments, states and ways to reach somebody."""

from datetime import date, datetime, timedelta

from mediator_desk.records.dispute import Outcome, Stage
from mediator_desk.records.follow_up import Deadline
from mediator_desk.records.people import Party
from mediator_desk.rules.calendar import Calendar
from mediator_desk.rules.deadlines import DeadlineRules
from mediator_desk.rules.durations import CHINA, local_day
from mediator_desk.rules.masking import mask_phone
from mediator_desk.words import _, n_, p_, spoken
from ui.tokens import Tone
from ui.widgets.typed_day import day_words

_SOON = 3
_A_MOMENT = timedelta(microseconds=1)

_STAGE_TONES: dict[Stage, Tone] = {
    Stage.LOGGED: "warning",
    Stage.ACCEPTED: "accent",
    Stage.MEDIATING: "accent",
    Stage.IN_COUNCIL: "accent",
    Stage.WHISTLED: "accent",
    Stage.AGREED: "good",
    Stage.CLOSED: "quiet",
    Stage.ARCHIVED: "quiet",
}
_UNHAPPY = (Outcome.FAILED, Outcome.REFUSED, Outcome.NOT_ACCEPTED)


def wide(chinese: float, other: float) -> float:
    """Give the width a word needs, in letters: Chinese says the same in fewer."""
    return chinese if spoken() == "zh_CN" else other


def begun(words: str) -> str:
    """Write the first letter of a label large, where it begins a line."""
    return words[:1].upper() + words[1:]


def stage_tone(stage: Stage) -> Tone:
    """Give the tone of a stage; its word always stands beside it."""
    return _STAGE_TONES[stage]


def outcome_tone(outcome: Outcome) -> Tone:
    """Give the tone of what came of a dispute."""
    return "warning" if outcome in _UNHAPPY else "good"


def last_day(due_at: datetime) -> date:
    """Give the last day of a time limit; one that ends at 24:00 still belongs to that day."""
    return local_day(due_at - _A_MOMENT)


def late(due_at: datetime, now: datetime) -> bool:
    """Tell whether a moment has passed, by the same rule as the record."""
    return due_at < now


def due_short(due_at: datetime | None, now: datetime) -> str:
    """Say in a few characters how much time is left, in calendar days."""
    if due_at is None:
        return p_("due", "—")
    days = (last_day(due_at) - local_day(now)).days
    if late(due_at, now):
        return _late_by(-days)
    if days == 0:
        return p_("due", "today")
    return n_("{count} day left", "{count} days left", days).format(count=days)


def due_tone(due_at: datetime | None, now: datetime) -> Tone:
    """Give the tone of a time limit: late or today, soon, or far."""
    if due_at is None:
        return "quiet"
    days = (last_day(due_at) - local_day(now)).days
    if days <= 0:
        return "danger"
    return "warning" if days <= _SOON else "quiet"


def due_long(due_at: datetime, now: datetime, calendar: Calendar) -> str:
    """Say a time limit in full: 11月23日 星期一 (还有 3 个工作日)."""
    left = left_said(due_at, now, calendar)
    return p_("due", "{day} ({left})").format(day=due_day(due_at, now), left=left)


def due_day(due_at: datetime, now: datetime) -> str:
    """Say the day of a time limit, and the time when it does not end with the day."""
    day = last_day(due_at)
    said = day_words(day, local_day(now))
    if due_at - _A_MOMENT == _end(day):
        return said
    return p_("moment", "{day}, {time}").format(day=said, time=f"{due_at.astimezone(CHINA):%H:%M}")


def moment_said(at: datetime, now: datetime) -> str:
    """Say a moment of the past shortly: 11-23 10:30, with the year when it is another one."""
    here = at.astimezone(CHINA)
    return f"{here:%m-%d %H:%M}" if here.year == local_day(now).year else f"{here:%Y-%m-%d %H:%M}"


def day_said(day: date, now: datetime) -> str:
    """Say a day of the past shortly: 11-23, with the year when it is another one."""
    return f"{day:%m-%d}" if day.year == local_day(now).year else f"{day:%Y-%m-%d}"


def rule_said(rule: str, rules: DeadlineRules, at: datetime, rule_set: str = "national") -> str:
    """Name what a clock runs for, as the table of limits calls it."""
    return str(rules.limits.find(rule, rule_set, local_day(at)).title)


def clock_said(clock: Deadline, rules: DeadlineRules) -> str:
    """Name what a running clock is for."""
    return rule_said(clock.rule, rules, clock.starts_at, clock.rule_set)


def reach_of(party: Party) -> str:
    """Say how to reach a party: the masked phone, the agent, the address."""
    parts = [mask_phone(party.phone)] if party.phone else []
    if party.agent:
        parts.append(_("agent {name}").format(name=party.agent))
    parts.extend([party.address] if party.address else [])
    return " · ".join(parts)


def first_line(text: str, longest: int = 40) -> str:
    """Give the beginning of a text, for a line or a title."""
    line = text.strip().split("\n", 1)[0].strip()
    return line if len(line) <= longest else line[: longest - 1] + "…"


def left_said(due_at: datetime, now: datetime, calendar: Calendar) -> str:
    """Say how many working days are left, or since when it is late."""
    day, today = last_day(due_at), local_day(now)
    if late(due_at, now):
        return _late_by((today - day).days)
    if day == today:
        return p_("due", "today")
    span = [today + timedelta(days=ahead) for ahead in range(1, (day - today).days + 1)]
    count = sum(calendar.is_working_day(one) for one in span)
    return n_("{count} working day left", "{count} working days left", count).format(count=count)


def _late_by(days: int) -> str:
    """Say how late something is."""
    if days <= 0:
        return p_("due", "late")
    return n_("{count} day late", "{count} days late", days).format(count=days)


def _end(day: date) -> datetime:
    """Give the last moment of a day."""
    start = datetime.combine(day + timedelta(days=1), datetime.min.time(), tzinfo=CHINA)
    return start - _A_MOMENT
