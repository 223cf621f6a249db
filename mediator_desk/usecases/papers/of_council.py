"""The papers of the residents' council."""

from collections.abc import Iterator

from mediator_desk.paper.papers import print_council_topic
from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.setting import Press
from mediator_desk.ports import Desk
from mediator_desk.rows import TopicFile
from mediator_desk.usecases.papers.facts import topic_facts
from mediator_desk.usecases.papers.sort import PaperName, PaperSort


def _topic(desk: Desk, press: Press, file: TopicFile) -> Iterator[Printed]:
    yield print_council_topic(press, topic_facts(desk, file))


PAPERS = (
    PaperSort(
        name=PaperName.COUNCIL_TOPIC,
        about=TopicFile,
        make=_topic,
        ready=lambda _file: True,
    ),
)
