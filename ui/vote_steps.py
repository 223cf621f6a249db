"""What may follow for an owners' vote, what the desk advises, and what the role allows."""

from mediator_desk.records.owners_vote import Delivery, VoteState
from mediator_desk.records.people import Role
from mediator_desk.rows import VoteFile
from mediator_desk.rules.ballots import Standing, standings
from mediator_desk.rules.roles import may
from mediator_desk.rules.transitions import VOTE_STEPS, possible
from mediator_desk.words import N_

VERBS = {
    "change-vote": N_("C&hange"),
    "take-roster": N_("&Roster"),
    "change-unit": N_("Correct a &unit"),
    "notice-vote": N_("&Give notice"),
    "deliver-ballots": N_("&Deliver ballots"),
    "reissue-ballot": N_("Replace a &ballot"),
    "open-vote": N_("&Open the vote"),
    "enter-ballots": N_("&Enter ballots"),
    "close-vote": N_("C&lose the vote"),
    "count-vote": N_("&Count"),
    "post-vote": N_("Po&st the result"),
    "finish-vote": N_("Take e&ffect"),
    "void-vote": N_("&Void"),
    "note": N_("Add a no&te"),
}

_ADVICE = {
    "take-roster": N_("Take in the units with their owners and areas."),
    "notice-vote": N_("Give notice to the owners, and tell the residents' committee."),
    "deliver-ballots": N_("Print the ballots and deliver one to every unit."),
    "open-vote": N_("Open the vote on its day."),
    "enter-ballots": N_("Enter the ballots twice, by two people; settle where they differ."),
    "close-vote": N_("All ballots are in: close the vote."),
    "count-vote": N_("All ballots are checked: count them."),
    "post-vote": N_("Post the result within three days."),
    "finish-vote": N_("When objections are answered, let the decision take effect."),
}
_RARE = ("reissue-ballot", "change-unit", "void-vote")


def next_for_vote(file: VoteFile) -> str:
    """Name the step the desk advises; empty when nothing is left to do."""
    match file.vote.state:
        case VoteState.DRAFT:
            return "notice-vote" if file.units else "take-roster"
        case VoteState.NOTICED:
            waiting = any(one.delivery is Delivery.NOT_YET for one in file.units)
            return "deliver-ballots" if waiting else "open-vote"
        case VoteState.OPEN:
            return "close-vote" if _sure(file) else "enter-ballots"
        case VoteState.COUNTING:
            return "enter-ballots" if _unsure(file) else "count-vote"
        case VoteState.COUNTED:
            return "post-vote"
        case VoteState.POSTED:
            return "finish-vote"
        case _:
            return ""


def advice_for_vote(file: VoteFile) -> str:
    """Give the marked sentence that says what is next; empty when nothing is."""
    return _ADVICE.get(next_for_vote(file), "")


def vote_steps(file: VoteFile, role: Role) -> tuple[str, ...]:
    """Name every step that fits the state and the role, the advised one first."""
    first = next_for_vote(file)
    fitting = [*possible(VOTE_STEPS, file.vote.state), "note"]
    if not file.units and "notice-vote" in fitting:
        fitting.remove("notice-vote")
    fitting.sort(key=lambda step: (step != first, step in _RARE))
    return tuple(step for step in fitting if may(role, step))


def _sure(file: VoteFile) -> bool:
    """Tell whether every ballot is in and checked."""
    return standings(file.ballots)[Standing.SURE] == len(file.units)


def _unsure(file: VoteFile) -> bool:
    """Tell whether a ballot waits for its second reading or its third."""
    counts = standings(file.ballots)
    return bool(counts[Standing.ONCE] or counts[Standing.DIFFERS])
