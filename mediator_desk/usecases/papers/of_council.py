"""The papers of the residents' council: the topic, the notice of a meeting, its minutes."""

from collections.abc import Iterator

from mediator_desk.paper.papers import print_council_topic, print_form
from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.setting import Press
from mediator_desk.ports import Desk
from mediator_desk.rows import TopicFile
from mediator_desk.usecases.papers.facts import topic_facts
from mediator_desk.usecases.papers.facts_council import (
    council_sheet_facts,
    minutes_facts,
    notice_facts,
)
from mediator_desk.usecases.papers.sort import PaperName, PaperSort
from mediator_desk.words import N_


def _topic(desk: Desk, press: Press, file: TopicFile) -> Iterator[Printed]:
    yield print_council_topic(press, topic_facts(desk, file))


def _notice(desk: Desk, press: Press, file: TopicFile) -> Iterator[Printed]:
    meeting = desk.queries.meeting_file(file.items[-1].meeting)
    yield print_form(press, "F30M", notice_facts(desk, meeting))


def _sheet(desk: Desk, press: Press, file: TopicFile) -> Iterator[Printed]:
    meeting = desk.queries.meeting_file(file.items[-1].meeting)
    yield print_form(press, "F29S", council_sheet_facts(desk, meeting))


def _minutes(desk: Desk, press: Press, file: TopicFile) -> Iterator[Printed]:
    for item in file.items:
        if item.result is not None:
            meeting = desk.queries.meeting_file(item.meeting)
            yield print_form(press, "F29", minutes_facts(desk, file, meeting, item))


PAPERS = (
    PaperSort(
        name=PaperName.COUNCIL_TOPIC,
        about=TopicFile,
        make=_topic,
        ready=lambda _file: True,
    ),
    PaperSort(
        name=PaperName.COUNCIL_NOTICE,
        about=TopicFile,
        make=_notice,
        ready=lambda file: bool(file.items),
        missing=N_("No meeting is called for {number} yet. Call one first."),
    ),
    PaperSort(
        name=PaperName.COUNCIL_SHEET,
        about=TopicFile,
        make=_sheet,
        ready=lambda file: bool(file.items),
        missing=N_("No meeting is called for {number} yet. Call one first."),
    ),
    PaperSort(
        name=PaperName.COUNCIL_MINUTES,
        about=TopicFile,
        make=_minutes,
        ready=lambda file: any(one.result is not None for one in file.items),
        missing=N_("There are no minutes of {number} yet. Record the meeting first."),
    ),
)
