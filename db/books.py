"""The books on the desk: carried data files, read once when the desk is set up."""

import csv
from collections.abc import Mapping

from mediator_desk.ports import Books
from mediator_desk.records.place import Division, Level
from mediator_desk.rules.calendar import joined, read_calendar
from mediator_desk.rules.confirmation import read_confirmation
from mediator_desk.rules.council_rules import read_council_rules
from mediator_desk.rules.deadlines import read_deadlines
from mediator_desk.rules.duties import read_duties
from mediator_desk.rules.route import read_routing
from resources import path


def read_books() -> Books:
    """Read calendars, rules and the directory of places."""
    calendars = sorted(path("calendars").glob("*.toml"))
    return Books(
        calendar=joined(read_calendar(one.read_text(encoding="utf-8")) for one in calendars),
        deadlines=read_deadlines(path("rule_sets", "deadlines.toml").read_text(encoding="utf-8")),
        routing=read_routing(path("rule_sets", "routing.toml").read_text(encoding="utf-8")),
        council=read_council_rules(path("rule_sets", "council.toml").read_text(encoding="utf-8")),
        duties=read_duties(path("rule_sets", "duties.toml").read_text(encoding="utf-8")),
        confirmation=read_confirmation(
            path("rule_sets", "confirmation.toml").read_text(encoding="utf-8")
        ),
        divisions=read_divisions(),
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
