"""Records as people name them in a request: by number or by name instead of by id."""

from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

from mediator_desk.ports import Desk
from mediator_desk.refusals import NotFound
from mediator_desk.words import N_

_DISPUTES = ("dispute", "disputes", "same_as", "subject", "about")
_WHISTLES = ("whistle", "subject", "about")
_TOPICS = ("topic", "agenda_topic", "subject", "about")
_PEOPLE = ("mediator", "mediators", "person", "replacement", "giver", "taker")
_PARTIES = (
    "party", "present", "debtor", "creditor", "plaintiff", "asked_by", "agreed_by", "signed_by",
    "consented",
)  # fmt: skip
_TOPIC_LISTS = ("topics", "duplicate_of")
_VOTES = ("vote", "subject", "about")
_MEETINGS = ("meeting", "subject", "about")
_NOTICES = ("notice", "about")
_TEAM_PAPERS = ("claim",)
_MEMBERS = ("member", "recused")


@dataclass(frozen=True, slots=True)
class Known:
    """What the desk knows by number or name; ``dispute`` narrows the parties to one case."""

    desk: Desk
    dispute: UUID | None = None

    def id_of(self, field: str, said: str) -> UUID:
        """Give the id a field means. Raises ``NotFound``."""
        with suppress(ValueError):
            return UUID(said)
        if field in _DISPUTES:
            with suppress(NotFound):
                return self.desk.queries.dispute_by_number(said)
        if field in _WHISTLES:
            for whistle in self.desk.queries.whistles():
                if whistle.number == said:
                    return whistle.id
        if field in (*_TOPICS, *_TOPIC_LISTS):
            for topic in self.desk.queries.topics():
                if topic.number == said:
                    return topic.id
        if field in _MEETINGS:
            for meeting in self.desk.queries.meetings():
                if meeting.number == said:
                    return meeting.id
        if field in _VOTES:
            for vote in self.desk.queries.votes():
                if vote.number == said:
                    return vote.id
        if field in _NOTICES:
            for notice in self.desk.queries.notices():
                if notice.number == said:
                    return notice.id
        if field in _TEAM_PAPERS:
            for paper in self.desk.queries.team_papers():
                if paper.number == said:
                    return paper.id
        if field in _MEMBERS:
            for member in self.desk.queries.council_members():
                if member.name == said:
                    return member.id
        if field in _PEOPLE:
            for person in self.desk.queries.people():
                if person.name == said:
                    return person.id
        if field in _PARTIES and self.dispute is not None:
            # What a request is about need not be a dispute.
            with suppress(NotFound):
                for party in self.desk.queries.case_file(self.dispute).parties:
                    if party.name == said:
                        return party.id
        raise NotFound(N_("There is nothing called {said} here."), said=said)
