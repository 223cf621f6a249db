"""The paper of the statistics: the brief of a period, which stands in the place of a number."""

from collections.abc import Iterator
from pathlib import Path

from mediator_desk.paper.brief import print_brief
from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.setting import Press
from mediator_desk.ports import Desk
from mediator_desk.usecases.papers.brief_facts import brief_facts
from mediator_desk.usecases.papers.sort import PaperName, PaperSort
from mediator_desk.usecases.specimens import press_of
from mediator_desk.usecases.statistics import AskStatistics
from mediator_desk.usecases.statistics_view import StatisticsView, statistics_view


def print_statistics_brief(desk: Desk, asked: AskStatistics, fonts: Path) -> Printed:
    """Print the brief as it is asked for. Raises ``NotAllowed``, ``GlyphMissing``."""
    return print_brief(press_of(desk, fonts), brief_facts(desk, statistics_view(desk, asked)))


def _brief(desk: Desk, press: Press, view: StatisticsView) -> Iterator[Printed]:
    yield print_brief(press, brief_facts(desk, view))


def _always(_view: StatisticsView) -> bool:
    return True


PAPERS = (
    PaperSort(name=PaperName.STATISTICS_BRIEF, about=StatisticsView, make=_brief, ready=_always),
)
