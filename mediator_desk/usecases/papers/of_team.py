"""A team's own papers: the sweep report, the handover list, the claim of awards."""

from collections.abc import Iterator

from mediator_desk.paper.papers import print_form
from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.setting import Press
from mediator_desk.ports import Desk
from mediator_desk.rows.team_work import AwardFile, HandoverFile, SweepFile
from mediator_desk.usecases.papers.sort import PaperName, PaperSort
from mediator_desk.usecases.papers.team_facts import (
    award_claim_facts,
    handover_facts,
    sweep_facts,
)


def _sweep(desk: Desk, press: Press, file: SweepFile) -> Iterator[Printed]:
    yield print_form(press, "F38", sweep_facts(desk, file))


def _handover(desk: Desk, press: Press, file: HandoverFile) -> Iterator[Printed]:
    yield print_form(press, "F40", handover_facts(desk, file))


def _award(desk: Desk, press: Press, file: AwardFile) -> Iterator[Printed]:
    yield print_form(press, "F37", award_claim_facts(desk, file))


PAPERS = (
    PaperSort(
        name=PaperName.SWEEP_REPORT,
        about=SweepFile,
        make=_sweep,
        ready=lambda _file: True,
    ),
    PaperSort(
        name=PaperName.HANDOVER_LIST,
        about=HandoverFile,
        make=_handover,
        ready=lambda _file: True,
    ),
    PaperSort(
        name=PaperName.AWARD_CLAIM,
        about=AwardFile,
        make=_award,
        ready=lambda _file: True,
    ),
)
