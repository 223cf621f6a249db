"""The paper of the common revenue: the account of a quarter, with the share of every unit."""

from collections.abc import Iterator

from mediator_desk.paper.papers import print_form
from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.setting import Press
from mediator_desk.ports import Desk
from mediator_desk.records.revenue import RevenueSide
from mediator_desk.rows.revenue import RevenueFile
from mediator_desk.usecases.common_revenue.sums import sum_of
from mediator_desk.usecases.papers.facts_revenue import revenue_facts
from mediator_desk.usecases.papers.sort import PaperName, PaperSort
from mediator_desk.words import N_


def _account(desk: Desk, press: Press, file: RevenueFile) -> Iterator[Printed]:
    yield print_form(press, "F33", revenue_facts(desk, file))


def _enough(file: RevenueFile) -> bool:
    income, cost = (sum_of(file.lines, side) for side in RevenueSide)
    return bool(file.lines and file.units) and income >= cost


PAPERS = (
    PaperSort(
        name=PaperName.REVENUE_ACCOUNT,
        about=RevenueFile,
        make=_account,
        ready=_enough,
        missing=N_("{number} needs lines and units, and no more cost than income."),
    ),
)
