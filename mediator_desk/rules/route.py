"""Which topic a text speaks of, and which way it may go: settle now, council topic or whistle.

The words and the articles are data that people may edit. The desk proposes and says why; a person
decides, and the reason is kept.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from mediator_desk.records.dispute import Category, Route, Topic
from mediator_desk.rules.duties import DutyMap, Responsible
from mediator_desk.rules.hearing import BEGINNING, OPENING, heard, nearness, place, plain
from mediator_desk.rules.learner import LearnerRules, Saying
from mediator_desk.rules.outside import Ground, Outside, opens_with, outside_of
from mediator_desk.rules.remarks import Listed, Named, Remark, remark
from mediator_desk.rules.who_decides import Decision, DecisionTable
from mediator_desk.words import N_

_STRONG, _PLAIN = 3, 1
_BELOW = 0.5
_WORTH_A_TOPIC = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicWords:
    """The words a topic is known by, its official category and its usual way."""

    code: Topic
    category: Category
    route: Route
    strong: tuple[str, ...]
    plain: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known beside the text; 0 households means that nobody counted them."""

    households: int = 0


NO_FACTS = Facts()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """What speaks for a way and why: words, or a number of households, or both.

    ``fewest`` and ``most`` bound the households (0: any number, counted or not).
    """

    route: Route
    weight: int
    words: tuple[str, ...]
    why: Named
    source: str
    topics: frozenset[Topic] = frozenset()
    fewest: int = 0
    most: int = 0

    def fits(self, topic: Topic, facts: Facts) -> bool:
        """Tell whether it concerns the topic and so many households."""
        if self.topics and topic not in self.topics:
            return False
        if self.fewest and facts.households < self.fewest:
            return False
        return not self.most or 0 < facts.households <= self.most


# A signal and those of its words that were heard.
Speaking = tuple[Signal, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A way the desk proposes, with its reasons; ``outside`` warns that it is not for mediation.

    ``weights`` says how much spoke for each way, ``against`` what spoke for the others, ``learned``
    what the station's own decisions say; ``decision`` who decides it by law; ``notice`` what people
    are told of a matter that is not for mediation, and ``call`` whom to ring at once. From
    ``council_from`` households on it would be a council topic (0: no number makes it one).
    """

    route: Route
    because: tuple[Remark, ...]
    departments: tuple[str, ...] = ()
    outside: str = ""
    notice: Named | None = None
    call: str = ""
    responsible: tuple[Responsible, ...] = ()
    decision: Decision | None = None
    weights: tuple[tuple[Route, float], ...] = ()
    against: tuple[tuple[Route, tuple[Remark, ...]], ...] = ()
    learned: tuple[Remark, ...] = ()
    council_from: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutingRules:
    """All words and signals, as the data files give them."""

    topics: tuple[TopicWords, ...]
    signals: tuple[Signal, ...]
    outside: tuple[Outside, ...]
    grounds: tuple[Ground, ...]
    categories: tuple[tuple[Category, tuple[str, ...]], ...]
    habit: int
    decisions: DecisionTable
    duties: DutyMap
    learning: LearnerRules

    def propose_topic(self, text: str) -> Topic:
        """Propose what a text speaks of; a title belongs at its beginning."""
        said = plain(text)
        scores = {topic.code: _topic_score(topic, said) for topic in self.topics}
        best = max(scores, key=lambda code: scores[code], default=Topic.OTHER)
        return best if scores.get(best, 0) >= _WORTH_A_TOPIC else Topic.OTHER

    def category_of(self, topic: Topic, text: str = "") -> Category:
        """Map a topic to its official category; a text without a topic is looked at closer."""
        if topic is not Topic.OTHER:
            return self._topic(topic).category
        said = plain(text)
        for category, words in self.categories:
            if any(word in said for word in words):
                return category
        return self._topic(topic).category

    def propose(
        self, topic: Topic, text: str, facts: Facts = NO_FACTS, saying: Saying | None = None
    ) -> Proposal:
        """Propose a way, with the reasons, who decides by law and the departments that answer.

        What the station's own decisions say tips the scale only towards a way for which the rules
        have heard something too; it never touches what is not for mediation.
        """
        said = plain(text)
        outside = outside_of(self.outside, said)
        first = next((one for one in outside if opens_with(one[1], said)), None)
        if first is not None:
            return _sent_away(*first)
        speaking = self._speaking(topic, said, facts)
        weights = self._weights(topic, said, speaking)
        if saying is not None and weights.get(saying.route):
            weights[saying.route] += self.learning.strength * saying.sureness
        also = tuple(one.reason(words) for one, words in outside)
        proposal = _proposal(weights, speaking, also, saying)
        if proposal.route is not Route.COUNCIL:
            proposal = replace(proposal, council_from=self._council_from(topic, said, facts))
        return self._completed(proposal, topic, text)

    def decided_by(self, topic: Topic, text: str) -> Decision:
        """Say who decides a matter by law."""
        return self.decisions.who_decides(topic, text)

    def _speaking(self, topic: Topic, said: str, facts: Facts) -> list[Speaking]:
        """Name what speaks for a way: words that were heard, and the number of households."""
        heard_all = [(one, heard(one.words, said)) for one in self.signals]
        return [
            (one, words)
            for one, words in heard_all
            if (words or not one.words) and one.fits(topic, facts)
        ]

    def _council_from(self, topic: Topic, said: str, facts: Facts) -> int:
        """Find the least number of households that makes it a council topic; 0 if none does."""
        bounds = {one.fewest for one in self.signals if one.route is Route.COUNCIL}
        for count in sorted(one for one in bounds if one > facts.households):
            speaking = self._speaking(topic, said, Facts(households=count))
            if _leading(self._weights(topic, said, speaking)) is Route.COUNCIL:
                return count
        return 0

    def _weights(self, topic: Topic, said: str, speaking: Sequence[Speaking]) -> dict[Route, float]:
        weights: dict[Route, float] = {self._topic(topic).route: self.habit}
        for one, words in speaking:
            if words:
                near = nearness(words, said)
                weights[one.route] = weights.get(one.route, 0) + one.weight * near
        # A department's duty does not depend on how many households there are.
        if _leading(weights) is not Route.WHISTLE:
            for one, words in speaking:
                if not words:
                    weights[one.route] = weights.get(one.route, 0) + one.weight
        return weights

    def _completed(self, proposal: Proposal, topic: Topic, text: str) -> Proposal:
        """Add who is responsible, where a department may be called, and who decides."""
        responsible = self.duties.for_text(topic, text)
        decision = self.decided_by(topic, text) if proposal.route is Route.COUNCIL else None
        return replace(
            proposal,
            responsible=responsible,
            departments=tuple(one.name for one in responsible),
            decision=decision,
        )

    def _topic(self, topic: Topic) -> TopicWords:
        return next(one for one in self.topics if one.code is topic)


def _leading(weights: Mapping[Route, float]) -> Route:
    return max(weights, key=lambda way: weights[way])


def _topic_score(topic: TopicWords, said: str) -> float:
    return _STRONG * _found(topic.strong, said) + _PLAIN * _found(topic.plain, said)


def _found(words: Iterable[str], said: str) -> float:
    """Count the words that occur: twice those at the very beginning, those far below by half."""
    total = 0.0
    for word in words:
        at = place(word, said)
        if at >= 0:
            total += 2 if at < BEGINNING else 1 if at < OPENING else _BELOW
    return total


def _sent_away(outside: Outside, words: tuple[str, ...]) -> Proposal:
    return Proposal(
        route=outside.route,
        because=(outside.reason(words),),
        departments=outside.departments,
        outside=outside.code,
        notice=outside.notice,
        call=outside.call,
    )


def _proposal(
    weights: Mapping[Route, float],
    speaking: Sequence[Speaking],
    also: tuple[Remark, ...],
    saying: Saying | None,
) -> Proposal:
    route = _leading(weights)
    others = sorted((way for way in weights if way is not route), key=lambda way: -weights[way])
    learned = {saying.route: saying.because} if saying is not None else {}
    return Proposal(
        route=route,
        because=(*_reasons(route, speaking), *also),
        weights=tuple(weights.items()),
        against=tuple((way, (*_reasons(way, speaking), *learned.get(way, ()))) for way in others),
        learned=learned.get(route, ()),
    )


def _reasons(route: Route, speaking: Sequence[Speaking]) -> tuple[Remark, ...]:
    chosen = [(one, words) for one, words in speaking if one.route is route]
    chosen.sort(key=lambda pair: -pair[0].weight)
    return tuple(_reason(one, words) for one, words in chosen) or (remark(_USUAL[route]),)


def _reason(signal: Signal, words: tuple[str, ...]) -> Remark:
    if not words:
        return remark(
            N_("The number of households: {why} ({source})."), why=signal.why, source=signal.source
        )
    return remark(
        N_("The text says “{words}”: {why} ({source})."),
        words=Listed(words),
        why=signal.why,
        source=signal.source,
    )


_USUAL = {
    Route.SETTLE: N_("Nothing speaks against settling it between the parties at once."),
    Route.COUNCIL: N_("Matters of this topic usually concern many households."),
    Route.WHISTLE: N_("Matters of this topic usually need a department to enforce the rules."),
    Route.UNDECIDED: N_("Nothing is known yet."),
}
