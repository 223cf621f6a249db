"""What the station's own decisions say about the way of a new dispute.

A plain count of words (naive Bayes), explained by the disputes that were like this one. It is one
more signal beside the rules and never alone: it says nothing before there are enough cases, and it
touches neither what is not for mediation nor who decides by law.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from mediator_desk.records.dispute import Route, Topic
from mediator_desk.rules.hearing import plain
from mediator_desk.rules.remarks import Listed, Remark, remark
from mediator_desk.words import N_

_READ = 200
_OFTEN_ENOUGH = 3
_TELLING = 12
_SHOWN = 3
_BANDS = (1, 2, 9, 29)


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnerRules:
    """How many cases are enough, and how much they may count beside the rules."""

    at_least: int
    per_way: int
    strength: float
    newest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A dispute as the learner sees it."""

    topic: Topic
    text: str
    households: int = 0
    spot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A dispute whose way a person decided."""

    case: Case
    route: Route


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What the cases say: a way, how sure (0 to 1 above chance), and why in sentences."""

    route: Route
    sureness: float
    because: tuple[Remark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Learner:
    """Counts of what was decided so far; made anew from the cases, so it is never stale."""

    decided: Mapping[Route, int]
    marks: Mapping[Route, Mapping[str, int]]

    def say(self, case: Case) -> Saying | None:
        """Say which way cases like this one went; nothing when none stands out."""
        marks = marks_of(case)
        weighed = {way: self._weighed(way, marks) for way in self.decided}
        chances = _chances({way: sum(found.values()) for way, found in weighed.items()})
        best = max(chances.values())
        leading = [way for way, chance in chances.items() if chance == best]
        if len(leading) != 1:
            return None
        route = leading[0]
        fair = 1 / len(chances)
        return Saying(
            route=route,
            sureness=(best - fair) / (1 - fair),
            because=self._because(route, case, weighed[route]),
        )

    def _weighed(self, way: Route, marks: Iterable[str]) -> dict[str, float]:
        """Weigh the most telling marks of a case for a way, against all other ways."""
        others = [one for one in self.decided if one is not way]
        inside, outside = self.decided[way], sum(self.decided[one] for one in others)
        found: dict[str, float] = {}
        for mark in marks:
            here = self.marks[way].get(mark, 0)
            there = sum(self.marks[one].get(mark, 0) for one in others)
            if here + there >= _OFTEN_ENOUGH:
                found[mark] = math.log((here + 1) / (inside + 2) * (outside + 2) / (there + 1))
        telling = sorted(found, key=lambda mark: (-abs(found[mark]), mark))[:_TELLING]
        return {mark: found[mark] for mark in telling}

    def _because(
        self, route: Route, case: Case, weighed: Mapping[str, float]
    ) -> tuple[Remark, ...]:
        alike = _alike_mark(case, self.marks)
        total = sum(marks.get(alike, 0) for marks in self.marks.values())
        words = _runs(
            plain(case.text)[:_READ],
            {mark[1:] for mark, weight in weighed.items() if mark[0] == "w" and weight > 0},
        )
        said = []
        if total:
            sentence = _LIKE_HERE[route] if alike[0] == "s" else _LIKE[route]
            said.append(remark(sentence, all=total, so=self.marks[route].get(alike, 0)))
        if words:
            said.append(
                remark(
                    N_("Words of this station's own disputes that spoke for it: “{words}”."),
                    words=Listed(words[:_SHOWN]),
                )
            )
        return tuple(said)


def learn(cases: Iterable[Decided], rules: LearnerRules) -> Learner | None:
    """Count decided cases; ways with too few are left out, and too few cases say nothing."""
    every = list(cases)
    counted = Counter(one.route for one in every)
    ways = {way: count for way, count in counted.items() if count >= rules.per_way and way}
    if sum(ways.values()) < rules.at_least or len(ways) < 2:
        return None
    marks: dict[Route, Counter[str]] = {way: Counter() for way in ways}
    for one in every:
        if one.route in marks:
            marks[one.route].update(marks_of(one.case))
    return Learner(decided=ways, marks=marks)


def marks_of(case: Case) -> frozenset[str]:
    """Take a case apart into what can be counted: topic, place, households, pairs of letters."""
    said = plain(case.text)[:_READ]
    pairs = {f"w{said[at : at + 2]}" for at in range(len(said) - 1) if said[at : at + 2].isalnum()}
    band = sum(case.households > bound for bound in _BANDS) if case.households else -1
    places = {f"s{case.topic}@{case.spot}", f"p{case.spot}"} if case.spot else set[str]()
    return frozenset(pairs | places | {f"t{case.topic}", f"h{band}"})


def _alike_mark(case: Case, marks: Mapping[Route, Mapping[str, int]]) -> str:
    """Choose what makes a case alike: the same topic at the same place, else the same topic."""
    here = f"s{case.topic}@{case.spot}"
    return here if any(one.get(here) for one in marks.values()) else f"t{case.topic}"


def _runs(said: str, pairs: Set[str]) -> tuple[str, ...]:
    """Join telling pairs that touch in a text into the words a person can read."""
    runs: list[str] = []
    going = False
    for at in range(len(said) - 1):
        if said[at : at + 2] not in pairs:
            going = False
        elif going:
            runs[-1] += said[at + 1]
        else:
            runs.append(said[at : at + 2])
            going = True
    return tuple(dict.fromkeys(runs))


def _chances(scores: Mapping[Route, float]) -> dict[Route, float]:
    """Turn scores into chances; words of one text hang together, so they count with restraint."""
    most = max(scores.values())
    raw = {way: math.exp((score - most) / 3) for way, score in scores.items()}
    whole = math.fsum(raw.values())
    return {way: round(part / whole, 9) for way, part in raw.items()}


_LIKE_HERE = {
    Route.SETTLE: N_(
        "Of {all} disputes like this one here, {so} were settled between the parties."
    ),
    Route.COUNCIL: N_("Of {all} disputes like this one here, {so} became topics of the council."),
    Route.WHISTLE: N_("Of {all} disputes like this one here, {so} were whistled to a department."),
}
_LIKE = {
    Route.SETTLE: N_("Of {all} disputes of this topic, {so} were settled between the parties."),
    Route.COUNCIL: N_("Of {all} disputes of this topic, {so} became topics of the council."),
    Route.WHISTLE: N_("Of {all} disputes of this topic, {so} were whistled to a department."),
}
