"""The papers of an owners' vote: a ballot for every unit, and the sheet of the count."""

from collections.abc import Iterator

from mediator_desk.paper.papers import print_form
from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.setting import Press
from mediator_desk.ports import Desk
from mediator_desk.records.owners_vote import VoteState
from mediator_desk.rows import VoteFile
from mediator_desk.usecases.papers.facts_votes import ballot_facts, tally_facts
from mediator_desk.usecases.papers.sort import PaperName, PaperSort
from mediator_desk.words import N_

_COUNTED = (VoteState.COUNTED, VoteState.POSTED, VoteState.EFFECTIVE)


def _ballots(desk: Desk, press: Press, file: VoteFile) -> Iterator[Printed]:
    for unit in file.units:
        yield print_form(press, "F31", ballot_facts(desk, file, unit))


def _sheet(desk: Desk, press: Press, file: VoteFile) -> Iterator[Printed]:
    yield print_form(press, "F32", tally_facts(desk, file))


def _numbered(file: VoteFile) -> bool:
    return bool(file.units) and all(unit.serial for unit in file.units)


def _counted(file: VoteFile) -> bool:
    return file.vote.state in _COUNTED


PAPERS = (
    PaperSort(
        name=PaperName.OWNERS_BALLOTS,
        about=VoteFile,
        make=_ballots,
        ready=_numbered,
        missing=N_("The ballots of {number} get their numbers with the notice. Give it first."),
    ),
    PaperSort(
        name=PaperName.VOTE_RESULT,
        about=VoteFile,
        make=_sheet,
        ready=_counted,
        missing=N_("{number} is not counted yet."),
    ),
)
