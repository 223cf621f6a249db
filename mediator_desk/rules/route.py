"""Which topic a text speaks of, and which way it may go: settle now, council topic or whistle.

The words, the departments and the articles are data that people may edit. The desk proposes and
says why; a person decides, and the reason is kept.
"""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from mediator_desk.records.dispute import Category, Route, Topic
from mediator_desk.rules.remarks import Listed, Named, Remark, remark
from mediator_desk.rules.search_words import fold
from mediator_desk.words import N_

_STRONG, _PLAIN = 3, 1
_HABIT = 3
_BEGINNING = 40
# A long letter tells of many things; what it opens with is what it is about.
_OPENING = 80
_BELOW = 0.4
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
class Signal:
    """Words that speak for a way, why they do, and which departments answer for it.

    ``outside`` names what makes a matter unfit for mediation, or is empty.
    """

    route: Route
    weight: int
    words: tuple[str, ...]
    why: Named
    source: str
    departments: tuple[str, ...] = ()
    topics: frozenset[Topic] = frozenset()
    outside: str = ""


# A signal and those of its words that were heard.
Speaking = tuple[Signal, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A way the desk proposes, with its reasons; ``outside`` warns that it is not for mediation."""

    route: Route
    because: tuple[Remark, ...]
    departments: tuple[str, ...] = ()
    outside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutingRules:
    """All words and signals, as the data file gives them."""

    topics: tuple[TopicWords, ...]
    signals: tuple[Signal, ...]
    categories: tuple[tuple[Category, tuple[str, ...]], ...]

    def propose_topic(self, text: str) -> Topic:
        """Propose what a text speaks of; a title belongs at its beginning."""
        said = _plain(text)
        scores = {topic.code: _topic_score(topic, said) for topic in self.topics}
        best = max(scores, key=lambda code: scores[code], default=Topic.OTHER)
        return best if scores.get(best, 0) >= _WORTH_A_TOPIC else Topic.OTHER

    def category_of(self, topic: Topic, text: str = "") -> Category:
        """Map a topic to its official category; a text without a topic is looked at closer."""
        if topic is not Topic.OTHER:
            return self._topic(topic).category
        said = _plain(text)
        for category, words in self.categories:
            if any(word in said for word in words):
                return category
        return self._topic(topic).category

    def propose(self, topic: Topic, text: str) -> Proposal:
        """Propose a way for a dispute, with the reasons and the departments that answer."""
        said = _plain(text)
        heard = [(one, _heard(one, said)) for one in self.signals]
        speaking = [(one, words) for one, words in heard if words and _concerns(one, topic)]
        outside = [(one, words) for one, words in speaking if one.outside]
        for one, words in outside:
            if any(word in said[:_OPENING] for word in words):
                return _proposal(one.route, [(one, words)], outside=one.outside)
        weights: dict[Route, float] = {self._topic(topic).route: _HABIT}
        for one, words in speaking:
            weights[one.route] = weights.get(one.route, 0) + one.weight * _nearness(words, said)
        route = max(weights, key=lambda way: weights[way])
        chosen = [(one, words) for one, words in speaking if one.route is route]
        chosen.sort(key=lambda pair: -pair[0].weight)
        return _proposal(route, chosen, also=[pair for pair in outside if pair not in chosen])

    def _topic(self, topic: Topic) -> TopicWords:
        return next(one for one in self.topics if one.code is topic)


def read_routing(text: str) -> RoutingRules:
    """Read the file of words and signals."""
    data = tomllib.loads(text)
    return RoutingRules(
        topics=tuple(
            TopicWords(
                code=Topic(one["code"]),
                category=Category(one["category"]),
                route=Route(one["route"]),
                strong=tuple(one["strong"]),
                plain=tuple(one["plain"]),
            )
            for one in data["topic"]
        ),
        signals=tuple(_signal(one) for one in (*data["outside"], *data["signal"])),
        categories=tuple((Category(one["code"]), tuple(one["words"])) for one in data["category"]),
    )


def _signal(one: dict[str, Any]) -> Signal:
    return Signal(
        route=Route(one["route"]),
        weight=one.get("weight", 0),
        words=tuple(one["words"]),
        why=Named(one["zh"], one["en"]),
        source=one["source"],
        departments=tuple(one.get("departments", ())),
        topics=frozenset(Topic(code) for code in one.get("topics", ())),
        outside=one.get("code", ""),
    )


def _plain(text: str) -> str:
    return fold(text).replace(" ", "")


def _topic_score(topic: TopicWords, said: str) -> int:
    return _STRONG * _found(topic.strong, said) + _PLAIN * _found(topic.plain, said)


def _found(words: Iterable[str], said: str) -> int:
    """Count the words that occur, twice those at the very beginning."""
    beginning = said[:_BEGINNING]
    return sum((word in said) + (word in beginning) for word in words)


def _heard(signal: Signal, said: str) -> tuple[str, ...]:
    return tuple(word for word in signal.words if word in said)


def _nearness(words: Iterable[str], said: str) -> float:
    """Weigh where words stand: in the title, in the opening, or somewhere below."""
    first = min(said.find(word) for word in words)
    if first < _BEGINNING:
        return 2
    return 1 if first < _OPENING else _BELOW


def _concerns(signal: Signal, topic: Topic) -> bool:
    return not signal.topics or topic in signal.topics


def _proposal(
    route: Route, chosen: list[Speaking], *, outside: str = "", also: Sequence[Speaking] = ()
) -> Proposal:
    reasons = tuple(_reason(one, words) for one, words in chosen)
    departments = dict.fromkeys(name for one, _words in chosen for name in one.departments)
    return Proposal(
        route=route,
        because=(
            *(reasons or (remark(_USUAL[route]),)),
            *(_reason(one, words) for one, words in also),
        ),
        departments=tuple(departments),
        outside=outside,
    )


def _reason(signal: Signal, words: tuple[str, ...]) -> Remark:
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
