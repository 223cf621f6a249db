"""Score the whistles blown in a period, from the station's own records."""

from datetime import date

from mediator_desk.ports import Desk
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.roles import permit
from mediator_desk.rules.scorecards import Scorecard, Told, scorecard
from mediator_desk.usecases.whistle_steps import kind_of

SCORES = "score-whistles"


def score_whistles(desk: Desk, first: date, last: date) -> Scorecard:
    """Count the whistles blown between two days, both included. Raises ``NotAllowed``."""
    permit(desk.person.role, SCORES)
    found = []
    for row in desk.queries.whistles():
        if first <= local_day(row.blown_at) <= last:
            file = desk.queries.whistle_file(row.id)
            found.append(
                Told(
                    whistle=file.whistle,
                    kind=kind_of(desk.books, file.whistle),
                    steps=file.steps,
                    deadlines=file.deadlines,
                )
            )
    return scorecard(found, desk.now())
