"""Proposing without a store: which way a matter may go, and why."""

from mediator_desk.commands.answers import Answer
from mediator_desk.commands.arguments import Commands, command
from mediator_desk.commands.codes import coded
from mediator_desk.commands.options import Arguments, Parser
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.labels import label
from mediator_desk.records.dispute import Topic
from mediator_desk.refusals import NotFound
from mediator_desk.rules.route import Proposal
from mediator_desk.words import N_, _


def add_to(commands: "Commands[Parser]") -> None:
    """Add ``route``."""
    route = command(
        commands,
        "route",
        does=_("propose a way: settle now, council topic, or whistle"),
        example="route --topic parking --text 地锁占用公共车位",
        run=propose_route,
    )
    route.add_argument("--topic", default="", metavar="T", help=_("proposed when not said"))
    route.add_argument("--text", required=True, metavar=_("TEXT"))
    route.add_argument("--place", default="", metavar=_("CODE"))


def propose_route(asked: Arguments, around: Surroundings) -> Answer:
    """Propose a route for a text."""
    books = around.books()
    if asked.place and asked.place not in books.divisions:
        raise NotFound(N_("There is no place with the code {code}."), code=asked.place)
    topic = coded(Topic, asked.topic) if asked.topic else books.routing.propose_topic(asked.text)
    proposal = books.routing.propose(topic, asked.text)
    return Answer(json=_told_route(topic, proposal), lines=_said_route(topic, proposal))


def _told_route(topic: Topic, proposal: Proposal) -> dict[str, object]:
    """Tell a proposal to programs."""
    return {
        "route": proposal.route.value,
        "because": [one.words() for one in proposal.because],
        "departments": proposal.departments,
        "topic": topic.value,
        "outside": proposal.outside,
    }


def _said_route(topic: Topic, proposal: Proposal) -> list[str]:
    """Tell a proposal to people."""
    lines = [f"{label(topic)}: {label(proposal.route)}"]
    lines += [f"  {one.words()}" for one in proposal.because]
    if proposal.departments:
        said = _("Departments: {names}").format(names="、".join(proposal.departments))
        lines.append(f"  {said}")
    return lines
