"""A team's own papers on the command line: what there is, and what awards a period brings."""

from mediator_desk.commands.answers import Answer, columns
from mediator_desk.commands.arguments import Commands, command
from mediator_desk.commands.options import Arguments, Parser
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.labels import label
from mediator_desk.rows.team_work import TeamPaperRow
from mediator_desk.rules.amounts import in_figures
from mediator_desk.rules.awards import Award
from mediator_desk.rules.periods import read_period
from mediator_desk.usecases.awards.cases import awards_between, case_number
from mediator_desk.words import _


def add_to(commands: "Commands[Parser]") -> None:
    """Add ``team-papers`` and ``awards``."""
    command(
        commands,
        "team-papers",
        does=_("list sweeps, handovers and claims of awards, newest first"),
        example="team-papers --json",
        run=list_papers,
    )
    awards = command(
        commands,
        "awards",
        does=_("say which cases of a period can be paid, and what stands against others"),
        example="awards --period 2026-09",
        run=list_awards,
    )
    awards.add_argument("--period", required=True, metavar="2026|2026-09|2026Q3")


def list_papers(_asked: Arguments, around: Surroundings) -> Answer:
    """List the team's own papers."""
    with around.visit() as visit:
        rows = visit.desk.queries.team_papers()
    lines = columns([_said(row) for row in rows])
    return Answer(json=list(rows), lines=lines or [_("The team has no papers of its own yet.")])


def list_awards(asked: Arguments, around: Surroundings) -> Answer:
    """Say what each case of a period gets."""
    period = read_period(asked.period)
    with around.visit() as visit:
        found = awards_between(visit.desk, period.first_day, period.last_day)
        named = [(one, case_number(visit.desk, one.case.dispute)) for one in found]
    lines = columns(
        [
            (number, label(one.award_class), in_figures(one.amount), _why(one))
            for one, number in named
        ]
    )
    told = [
        {
            "dispute": one.case.dispute,
            "matter": one.case.matter,
            "number": number,
            "class": one.award_class.value,
            "amount": str(one.amount),
            "payable": one.payable,
            "against": [each.words() for each in one.against],
        }
        for one, number in named
    ]
    return Answer(json=told, lines=lines or [_("No case was closed in this period.")])


def _why(one: Award) -> str:
    return " ".join(each.words() for each in one.against) or _("can be paid")


def _said(row: TeamPaperRow) -> tuple[str, ...]:
    state = "" if row.state is None else label(row.state)
    days = f"{row.first_on} … {row.last_on}"
    return (row.number, label(row.kind), days, str(row.count), row.who, state)
