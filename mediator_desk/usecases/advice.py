"""The desk's advice on the way of a dispute: the rules, and what this station decided before."""

from dataclasses import dataclass

from mediator_desk.ports import Desk
from mediator_desk.records.dispute import Dispute
from mediator_desk.rows import Changes
from mediator_desk.rules.learner import Case, learn
from mediator_desk.rules.route import Facts, Proposal

_SILENT = "routing/learner-silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLearning:
    """Let the station's own decisions have their say at this PC, or not."""

    on: bool


def set_learning(desk: Desk, asked: SetLearning) -> Changes:
    """Keep the choice; the rules speak in any case."""
    with desk.work("set-learning") as work:
        work.shelve(_SILENT, not asked.on)
        return work.commit()


def learning(desk: Desk) -> bool:
    """Tell whether the station's own decisions have their say at this PC."""
    return not desk.queries.shelved(_SILENT)


def advise(desk: Desk, dispute: Dispute) -> Proposal:
    """Propose a way for a dispute by the rules and by what this station decided before."""
    rules = desk.books.routing
    said = f"{dispute.title} {dispute.text}".strip()
    facts = Facts(households=dispute.households)
    proposed = rules.propose(dispute.topic, said, facts)
    if proposed.outside or not learning(desk):
        return proposed
    cases = desk.queries.decided(rules.learning.newest, but=dispute.id)
    learner = learn(cases, rules.learning)
    if learner is None:
        return proposed
    spot = str(dispute.estate or dispute.division)
    case = Case(topic=dispute.topic, text=said, households=dispute.households, spot=spot)
    return rules.propose(dispute.topic, said, facts, learner.say(case))
