"""Which way a matter may go, and why; and where people chose another way than proposed."""

from mediator_desk.commands.answers import Answer
from mediator_desk.commands.arguments import Commands, command
from mediator_desk.commands.codes import coded
from mediator_desk.commands.complaints import Misuse
from mediator_desk.commands.options import Arguments, Parser
from mediator_desk.commands.routes import list_overrides, said_route, told_route
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.records.dispute import Topic
from mediator_desk.refusals import NotFound
from mediator_desk.rules.route import Facts
from mediator_desk.usecases.log_dispute import check_households
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
    route.add_argument(
        "what",
        nargs="?",
        choices=["overrides"],
        help=_("overrides: list where people chose another way, and why"),
    )
    route.add_argument("--topic", default="", metavar="T", help=_("proposed when not said"))
    route.add_argument("--text", default="", metavar=_("TEXT"))
    route.add_argument("--households", type=int, default=0, metavar="N")
    route.add_argument("--place", default="", metavar=_("CODE"))


def propose_route(asked: Arguments, around: Surroundings) -> Answer:
    """Propose a route for a text, or list where people chose another one."""
    if asked.what == "overrides":
        return list_overrides(around)
    if not asked.text.strip():
        raise Misuse(N_("Say what happened with --text."))
    books = around.books()
    if asked.place and asked.place not in books.divisions:
        raise NotFound(N_("There is no place with the code {code}."), code=asked.place)
    check_households(asked.households)
    rules = books.routing
    topic = coded(Topic, asked.topic) if asked.topic else rules.propose_topic(asked.text)
    proposal = rules.propose(topic, asked.text, Facts(households=asked.households))
    return Answer(json=told_route(topic, proposal), lines=said_route(topic, proposal))
