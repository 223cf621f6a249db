"""The books on the desk, read out of the texts of the files of rules."""

import csv
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from mediator_desk.ports import Books
from mediator_desk.records.place import Division, Level
from mediator_desk.rules.award_file import read_awards
from mediator_desk.rules.calendar import joined, read_calendar
from mediator_desk.rules.confirmation import read_confirmation
from mediator_desk.rules.conventions import read_conventions
from mediator_desk.rules.council_rules import read_council_rules
from mediator_desk.rules.deadlines import DeadlineRules, read_deadlines
from mediator_desk.rules.duties import read_duties
from mediator_desk.rules.gathering import read_gathering
from mediator_desk.rules.joint_rules import read_joint_rules
from mediator_desk.rules.ledger_layouts import read_layouts
from mediator_desk.rules.notices import read_notices
from mediator_desk.rules.routing_file import read_routing
from mediator_desk.rules.statistics_file import read_statistics
from mediator_desk.rules.volume import read_volume
from mediator_desk.rules.whistle_kinds import read_whistle_kinds
from mediator_desk.rules.who_decides import read_decisions
from resources import path

FOLDERS = ("calendars", "rule_sets", "ledgers")


def read_books(texts: Mapping[str, str] | None = None) -> Books:
    """Read calendars, rules and the directory of places out of the texts of their files."""
    texts = carried_texts() if texts is None else texts
    duties = read_duties(texts["rule_sets/duties"])
    decisions = read_decisions(texts["rule_sets/decision_bodies"])
    deadlines = read_deadlines(texts["rule_sets/deadlines"])
    kinds = read_whistle_kinds(texts["rule_sets/whistle_kinds"], deadlines.limits)
    return Books(
        calendar=joined(
            read_calendar(text) for name, text in texts.items() if name.startswith("calendars/")
        ),
        deadlines=DeadlineRules(limits=deadlines.limits.with_those_of(kinds.limits)),
        routing=read_routing(texts["rule_sets/routing"], duties, decisions),
        council=read_council_rules(texts["rule_sets/council"]),
        duties=duties,
        confirmation=read_confirmation(texts["rule_sets/confirmation"]),
        whistle_kinds=kinds,
        gathering=read_gathering(texts["rule_sets/gathering"]),
        joint=read_joint_rules(texts["rule_sets/joint_decisions"]),
        notices=read_notices(texts["rule_sets/notices"]),
        conventions=read_conventions(texts["rule_sets/conventions"]),
        awards=read_awards(texts["rule_sets/awards"]),
        statistics=read_statistics(texts["rule_sets/statistics"]),
        ledgers=read_layouts(texts),
        volume=read_volume(texts["rule_sets/volume"]),
        divisions=read_divisions(),
    )


@lru_cache(maxsize=1)
def carried_texts() -> Mapping[str, str]:
    """Give the text of every file of rules that came with the program, by folder and name."""
    return MappingProxyType(
        {
            f"{folder}/{file.stem}": file.read_text(encoding="utf-8")
            for folder in FOLDERS
            for file in sorted(path(folder).glob("*.toml"))
        }
    )


def read_divisions() -> Mapping[str, Division]:
    """Read the official directory of Liaocheng, city first."""
    file = path("divisions", "liaocheng_divisions.csv")
    with file.open(encoding="utf-8", newline="") as lines:
        return {
            row["code"]: Division(
                code=row["code"],
                name=row["name"],
                level=Level(row["level"]),
                parent=row["parent_code"],
            )
            for row in csv.DictReader(lines)
        }
