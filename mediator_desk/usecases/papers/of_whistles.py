"""The papers of a whistle."""

from collections.abc import Iterator

from mediator_desk.paper.papers import print_whistle_slip
from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.setting import Press
from mediator_desk.ports import Desk
from mediator_desk.rows import WhistleFile
from mediator_desk.usecases.papers.facts import whistle_facts
from mediator_desk.usecases.papers.sort import PaperName, PaperSort


def _slip(desk: Desk, press: Press, file: WhistleFile) -> Iterator[Printed]:
    yield print_whistle_slip(press, whistle_facts(desk, file))


PAPERS = (
    PaperSort(
        name=PaperName.WHISTLE_SLIP,
        about=WhistleFile,
        make=_slip,
        ready=lambda _file: True,
    ),
)
