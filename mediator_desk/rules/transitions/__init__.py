"""Which step may follow which, and what it needs: one table for each thing that has a state.

``docs/transitions.md`` is drawn from these tables by ``packaging/diagrams.py``; a test compares.
"""

from collections.abc import Mapping

from mediator_desk.rules.transitions.awards import AWARD_STEPS
from mediator_desk.rules.transitions.confirmations import CONFIRMATION_STEPS
from mediator_desk.rules.transitions.conventions import CONVENTION_STEPS
from mediator_desk.rules.transitions.disputes import DISPUTE_STEPS, back
from mediator_desk.rules.transitions.notices import NOTICE_STEPS, OBJECTION_STEPS
from mediator_desk.rules.transitions.recusals import RECUSAL_STEPS
from mediator_desk.rules.transitions.revenue import REVENUE_STEPS
from mediator_desk.rules.transitions.steps import Step, after, possible
from mediator_desk.rules.transitions.topics import TOPIC_STEPS
from mediator_desk.rules.transitions.votes import VOTE_STEPS
from mediator_desk.rules.transitions.whistles import WHISTLE_STEPS

__all__ = [
    "ALL_STEPS",
    "AWARD_STEPS",
    "CONFIRMATION_STEPS",
    "CONVENTION_STEPS",
    "DISPUTE_STEPS",
    "NOTICE_STEPS",
    "OBJECTION_STEPS",
    "RECUSAL_STEPS",
    "REVENUE_STEPS",
    "TOPIC_STEPS",
    "VOTE_STEPS",
    "WHISTLE_STEPS",
    "Step",
    "after",
    "back",
    "possible",
]

ALL_STEPS: Mapping[str, tuple[Step, ...]] = {
    "dispute": DISPUTE_STEPS,
    "confirmation": CONFIRMATION_STEPS,
    "recusal": RECUSAL_STEPS,
    "agenda_topic": TOPIC_STEPS,
    "whistle": WHISTLE_STEPS,
    "owners_vote": VOTE_STEPS,
    "public_notice": NOTICE_STEPS,
    "objection": OBJECTION_STEPS,
    "revenue_account": REVENUE_STEPS,
    "convention_version": CONVENTION_STEPS,
    "award_claim": AWARD_STEPS,
}
