"""The scores of whistles for a period, and the whistle a slip belongs to."""

import re
from dataclasses import asdict
from datetime import date, timedelta

from mediator_desk.commands.answers import Answer
from mediator_desk.commands.arguments import Commands, command
from mediator_desk.commands.complaints import Misuse
from mediator_desk.commands.options import Arguments, Parser
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.labels import label
from mediator_desk.rules.durations import after_months
from mediator_desk.rules.scorecards import Scorecard
from mediator_desk.rules.transitions import WHISTLE_STEPS, possible
from mediator_desk.rules.whistle_replies import missing_in_reply
from mediator_desk.usecases.open_by_code import whistle_by_code
from mediator_desk.usecases.score_whistles import score_whistles
from mediator_desk.words import N_, _

_PERIOD = re.compile(r"(\d{4})(?:-(?:(\d{2})|Q([1-4])))?")


def add_to(commands: "Commands[Parser]") -> None:
    """Add ``whistles scorecard`` and ``whistles open``."""
    whistles = commands.add_parser(
        "whistles", help=_("the scores of whistles, and the slips that come back")
    )
    inner = whistles.add_subparsers(metavar=_("WHAT"), required=True)
    scoring = command(
        inner,
        "scorecard",
        does=_("score the whistles of a period, by department, and the street's own"),
        example="whistles scorecard --period 2026-09",
        run=score,
    )
    opening = command(
        inner,
        "open",
        does=_("find the whistle by the code on its slip"),
        example="whistles open 7KQF-M2XA",
        run=open_whistle,
    )
    opening.add_argument("code", metavar="CODE")
    scoring.add_argument("--period", required=True, metavar="2026|2026-09|2026-Q3")


def open_whistle(asked: Arguments, around: Surroundings) -> Answer:
    """Show the whistle a slip's code belongs to, and what may be written down for it."""
    with around.visit() as visit:
        id = whistle_by_code(visit.desk, asked.code)
        file = visit.desk.queries.whistle_file(id)
    one, missing = file.whistle, missing_in_reply(file.whistle, file.steps)
    told = {"id": one.id, "number": one.number, "lead": one.lead, "state": one.state.value}
    steps = possible(WHISTLE_STEPS, one.state)
    remarks = [] if missing is None else [missing.words()]
    lines = [f"{one.number}  {one.title}  {label(one.state)}", one.lead, *remarks]
    return Answer(json=told | {"next": steps, "remarks": remarks}, lines=lines)


def score(asked: Arguments, around: Surroundings) -> Answer:
    """Score the whistles of a period."""
    first, last = period(asked.period)
    with around.visit() as visit:
        found = score_whistles(visit.desk, first, last)
    told = {"from": first, "until": last} | _told(found)
    return Answer(json=told, lines=_said(found))


def period(typed: str) -> tuple[date, date]:
    """Read a year, a month or a quarter as its first and last day. Raises ``Misuse``."""
    found = _PERIOD.fullmatch(typed.strip())
    if found is None or not 1 <= int(found[2] or 1) <= 12 or int(found[1]) < 1:
        raise Misuse(N_("Write the period as 2026, 2026-09 or 2026-Q3, not “{said}”."), said=typed)
    quarter = int(found[3]) * 3 - 2 if found[3] else 0
    first = date(int(found[1]), int(found[2] or 0) or quarter or 1, 1)
    months = 1 if found[2] else 3 if found[3] else 12
    return first, after_months(first, months) - timedelta(days=1)


def _told(found: Scorecard) -> dict[str, object]:
    """Tell a scorecard to programs: counts as pairs, never a rank."""
    return {
        "departments": [asdict(one) for one in found.departments],
        "street": asdict(found.street),
    }


def _said(found: Scorecard) -> list[str]:
    """Tell a scorecard to people."""
    line = _(
        "{department}: contacted in time {contacted}, reported in in time {reported}, "
        "solved {solved}, satisfied {satisfied}, returned {returned} (refused {refused})"
    )
    lines = [
        line.format(
            department=one.department,
            contacted=one.contacted,
            reported=one.reported,
            solved=one.solved,
            satisfied=one.satisfied,
            returned=one.returned,
            refused=one.refused_returns,
        )
        for one in found.departments
    ]
    street = found.street
    own = _(
        "The street itself: blown {blown}, false {false}, approved late {late}, "
        "taken back {cancelled}, residents not asked {unanswered}"
    )
    return [
        *lines,
        own.format(
            blown=street.blown,
            false=street.false,
            late=street.approved_late,
            cancelled=street.cancelled,
            unanswered=street.unanswered,
        ),
    ]
