"""The rows of a ledger as they would be logged, or why they are left out."""

from mediator_desk.labels import label
from mediator_desk.ledgers.rows import BadRow
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases.intake_ledger import Intake, RowPlan
from mediator_desk.words import _, p_
from ui.models.column import Column
from ui.tokens import Tone

Line = RowPlan | BadRow
_SHOWN = 300


def ledger_lines(intake: Intake) -> list[Line]:
    """Put the first rows in their order, those left out among them and all of those."""
    lines: list[Line] = [*intake.refused, *intake.plans[:_SHOWN]]
    return sorted(lines, key=lambda line: line.row)


def ledger_columns() -> tuple[Column[Line], ...]:
    """Make the columns of the preview."""
    return (
        Column(title=_("Row"), text=lambda line: str(line.row), width=2.5, right=True),
        Column(title=_("What happens"), text=_state, tone=_tone, pill=True, width=4.5),
        Column(title=_("Day"), text=_day, width=5.6, fold=2),
        Column(title=_("Topic"), text=_topic, width=7, fold=1),
        Column(title=_("What happened"), text=_text, tone=_text_tone, width=12, stretch=True),
        Column(title=_("Name"), text=_who, width=5, fold=4),
        Column(title=_("Place"), text=_place, width=6, fold=3),
    )


def _state(line: Line) -> str:
    if isinstance(line, BadRow):
        return p_("ledger", "left out")
    return p_("ledger", "known") if line.already else p_("ledger", "new")


def _tone(line: Line) -> Tone:
    if isinstance(line, BadRow):
        return "danger"
    return "quiet" if line.already else "good"


def _text_tone(line: Line) -> Tone:
    return "danger" if isinstance(line, BadRow) else "plain"


def _day(line: Line) -> str:
    if isinstance(line, BadRow) or line.asked.logged_at is None:
        return ""
    return f"{local_day(line.asked.logged_at):%Y-%m-%d}"


def _topic(line: Line) -> str:
    return "" if isinstance(line, BadRow) else label(line.asked.topic)


def _text(line: Line) -> str:
    return line.why.words() if isinstance(line, BadRow) else line.asked.title or line.asked.text


def _who(line: Line) -> str:
    if isinstance(line, BadRow):
        return ""
    return p_("list mark", ", ").join(party.name for party in line.asked.parties)


def _place(line: Line) -> str:
    if isinstance(line, BadRow):
        return ""
    asked = line.asked
    return "".join(one for one in (asked.estate, asked.building, asked.unit) if one)
