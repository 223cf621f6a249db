"""Whether a decision of the council stands: it may take it, and heads and votes carry it."""

from mediator_desk.ports import Desk
from mediator_desk.records.council import AgendaTopic
from mediator_desk.records.council_meeting import AgendaItem, MeetingResult
from mediator_desk.refusals import Refusal
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.who_decides import council_may_decide
from mediator_desk.words import N_


def check_decision(desk: Desk, topic: AgendaTopic, item: AgendaItem) -> None:
    """Refuse a decision the council may not take, or that its heads and votes do not carry."""
    if item.result is not MeetingResult.PASSED:
        return
    if not council_may_decide(topic.decision_body, topic.law_item):
        raise Refusal(
            N_(
                "The council may only recommend here: the law leaves this decision to others "
                "(Civil Code 278). Choose 'to the owners' or 'to the residents' meeting'."
            )
        )
    day = local_day(desk.now())
    quorum = desk.books.council.share("council.quorum", topic.division, day)
    if not quorum.reached(item.present, item.due) and not item.short_quorum.strip():
        raise Refusal(
            N_(
                "{present} of {due} members are present, {needed} are needed to decide. Adjourn "
                "it, or say why the decision stands."
            ),
            present=item.present,
            due=item.due,
            needed=quorum.needed(item.due),
        )
    majority = desk.books.council.share("council.majority", topic.division, day)
    if item.voted and not majority.reached(item.votes_for, item.voting):
        raise Refusal(
            N_("{agreeing} of {present} is not more than half, so it has not passed."),
            agreeing=item.votes_for,
            present=item.voting,
        )
