"""Reading the files of words, signals and decision bodies that people may edit."""

import tomllib
from typing import Any

from mediator_desk.records.dispute import Category, Route, Topic
from mediator_desk.rules.duties import DutyMap
from mediator_desk.rules.learner import LearnerRules
from mediator_desk.rules.outside import read_ground, read_outside
from mediator_desk.rules.remarks import Named
from mediator_desk.rules.route import RoutingRules, Signal, TopicWords
from mediator_desk.rules.who_decides import DecisionTable


def read_routing(text: str, duties: DutyMap, decisions: DecisionTable) -> RoutingRules:
    """Read the file of words and signals; duties and decision bodies have files of their own."""
    data = tomllib.loads(text)
    return RoutingRules(
        topics=tuple(_topic(one) for one in data["topic"]),
        signals=tuple(_signal(one) for one in data["signal"]),
        outside=tuple(read_outside(one) for one in data["outside"]),
        grounds=tuple(read_ground(one) for one in data["ground"]),
        categories=tuple((Category(one["code"]), tuple(one["words"])) for one in data["category"]),
        habit=data["habit"],
        decisions=decisions,
        duties=duties,
        learning=LearnerRules(**data["learner"]),
    )


def _topic(one: dict[str, Any]) -> TopicWords:
    return TopicWords(
        code=Topic(one["code"]),
        category=Category(one["category"]),
        route=Route(one["route"]),
        strong=tuple(one["strong"]),
        plain=tuple(one["plain"]),
    )


def _signal(one: dict[str, Any]) -> Signal:
    return Signal(
        route=Route(one["route"]),
        weight=one["weight"],
        words=tuple(one.get("words", ())),
        why=Named(one["zh"], one["en"]),
        source=one["source"],
        topics=frozenset(Topic(code) for code in one.get("topics", ())),
        fewest=one.get("fewest_households", 0),
        most=one.get("most_households", 0),
    )
