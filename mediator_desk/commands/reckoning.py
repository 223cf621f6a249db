"""Reckoning without a store: when something is due, and which way a matter may go."""

from mediator_desk.commands.answers import Answer
from mediator_desk.commands.arguments import Commands, command
from mediator_desk.commands.codes import coded, iso, moment_or_day, shown
from mediator_desk.commands.options import Arguments, Parser
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.labels import label
from mediator_desk.records.dispute import Topic
from mediator_desk.refusals import NotFound
from mediator_desk.rules.deadlines import DEFAULT_RULE_SET, Due
from mediator_desk.rules.route import Proposal
from mediator_desk.words import N_, _


def add_to(commands: "Commands[Parser]") -> None:
    """Add ``due`` and ``route``."""
    due = command(
        commands,
        "due",
        does=_("reckon when something is due, and say why"),
        example="due D01 --from 2026-01-15",
        run=reckon_due,
    )
    due.add_argument("rule", metavar="RULE", help=_("a limit such as D01 or D08.sign"))
    due.add_argument("--from", dest="start", required=True, metavar=_("MOMENT"))
    due.add_argument("--rule-set", default=DEFAULT_RULE_SET, metavar=_("NAME"))
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


def reckon_due(asked: Arguments, around: Surroundings) -> Answer:
    """Reckon one deadline."""
    books = around.books()
    start = moment_or_day(asked.start)
    due = books.deadlines.due(asked.rule, start, books.calendar, asked.rule_set)
    return Answer(json=_told_due(due), lines=_said_due(due))


def propose_route(asked: Arguments, around: Surroundings) -> Answer:
    """Propose a route for a text."""
    books = around.books()
    if asked.place and asked.place not in books.divisions:
        raise NotFound(N_("There is no place with the code {code}."), code=asked.place)
    topic = coded(Topic, asked.topic) if asked.topic else books.routing.propose_topic(asked.text)
    proposal = books.routing.propose(topic, asked.text)
    return Answer(json=_told_route(topic, proposal), lines=_said_route(topic, proposal))


def _told_due(due: Due) -> dict[str, object]:
    """Tell a deadline to programs."""
    when: dict[str, object] = {"due_on": due.due_on}
    if due.due_at is not None:
        when = {"due_at": iso(due.due_at)}
    return {
        "rule": due.rule,
        "rule_set": due.rule_set,
        **when,
        "provisional": due.provisional,
        "because": [one.words() for one in due.because],
    }


def _said_due(due: Due) -> list[str]:
    """Tell a deadline to people."""
    when = shown(due.due_at) if due.due_at is not None else str(due.due_on)
    return [when, *(f"  {one.words()}" for one in due.because)]


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
