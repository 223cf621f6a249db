"""The papers of a whistle."""

from collections.abc import Iterator

from mediator_desk.paper.papers import print_form, print_whistle_reply, print_whistle_slip
from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.setting import Press
from mediator_desk.ports import Desk
from mediator_desk.records.whistle import StepKind
from mediator_desk.rows import WhistleFile
from mediator_desk.usecases.papers.evaluation_facts import evaluation_facts
from mediator_desk.usecases.papers.sort import PaperName, PaperSort
from mediator_desk.usecases.papers.whistle_facts import reply_facts, whistle_facts
from mediator_desk.words import N_


def _slip(desk: Desk, press: Press, file: WhistleFile) -> Iterator[Printed]:
    yield print_whistle_slip(press, whistle_facts(desk, file))


def _reply(_desk: Desk, press: Press, file: WhistleFile) -> Iterator[Printed]:
    yield print_whistle_reply(press, reply_facts(file))


def _evaluation(desk: Desk, press: Press, file: WhistleFile) -> Iterator[Printed]:
    yield print_form(press, "F36", evaluation_facts(desk, file))


def _evaluated(file: WhistleFile) -> bool:
    return any(one.kind is StepKind.EVALUATED for one in file.steps)


PAPERS = (
    PaperSort(
        name=PaperName.WHISTLE_SLIP,
        about=WhistleFile,
        make=_slip,
        ready=lambda _file: True,
    ),
    PaperSort(
        name=PaperName.WHISTLE_REPLY,
        about=WhistleFile,
        make=_reply,
        ready=lambda file: file.whistle.turn > 0,
        missing=N_("{number} has not been dispatched; there is nobody to answer it yet."),
    ),
    PaperSort(
        name=PaperName.WHISTLE_EVALUATION,
        about=WhistleFile,
        make=_evaluation,
        ready=_evaluated,
        missing=N_("{number} is not rated yet. Take down both sides' ratings first."),
    ),
)
