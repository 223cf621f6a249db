"""Draws docs/transitions.md from the transition table.

``diagrams.py`` writes the page, ``diagrams.py check`` compares it.
"""

import sys
from enum import StrEnum
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "transitions.md"
sys.path.insert(0, str(ROOT))

from mediator_desk.labels import chinese  # noqa: E402 - found through the line above
from mediator_desk.rules.transitions import ALL_STEPS, Step  # noqa: E402 - the same

_HEADINGS = {
    "dispute": "Disputes",
    "confirmation": "Judicial confirmations",
    "recusal": "Wishes for another mediator",
    "agenda_topic": "Agenda topics",
    "whistle": "Whistles",
    "owners_vote": "Owners' votes",
    "public_notice": "Public notices",
    "objection": "Objections to a notice",
    "revenue_account": "Common revenue of a quarter",
    "convention_version": "Versions of a convention",
    "award_claim": "A claim of awards",
}
_INTRODUCTION = """\
# What may follow what

Drawn from `mediator_desk/rules/transitions/` by `packaging/diagrams.py`; a test compares the two.
Whatever has no arrow here is refused, in the windows and on the command line alike. A step whose
name is followed by a colon is the same use case with another result. Overdue is no state: it is a
question asked with the present moment.
"""


def main() -> int:
    """Write the page, or say whether it is current."""
    drawn = page()
    if sys.argv[1:] == ["check"]:
        current = PAGE.read_text(encoding="utf-8") == drawn
        print("current" if current else f"{PAGE.name} is out of date; run packaging/diagrams.py")
        return 0 if current else 1
    PAGE.write_text(drawn, encoding="utf-8")
    return 0


def page() -> str:
    """Draw the whole page."""
    parts = [_INTRODUCTION]
    for subject, steps in ALL_STEPS.items():
        parts.append(f"## {_HEADINGS[subject]}\n\n{_diagram(steps)}\n\n{_table(steps)}\n")
    return "\n".join(parts)


def _diagram(steps: tuple[Step, ...]) -> str:
    """Draw one state diagram; steps between the same two states share an arrow."""
    arrows: dict[tuple[StrEnum, StrEnum], list[str]] = {}
    for step in steps:
        for before in step.before:
            after = before if step.after is None else step.after
            arrows.setdefault((before, after), []).append(step.usecase)
    states = dict.fromkeys(state for pair in arrows for state in pair)
    first, ends = next(iter(type(next(iter(states))))), _ends(arrows)
    lines = ["```mermaid", "stateDiagram-v2", f"    [*] --> {first.value}"]
    lines += [f"    {state.value}: {chinese(state)} {state.value}" for state in states]
    for (before, after), names in arrows.items():
        if before != after:
            named = ", ".join(name.replace(":", " –") for name in names)
            lines.append(f"    {before.value} --> {after.value}: {named}")
    lines += [f"    {state.value} --> [*]" for state in ends]
    return "\n".join([*lines, "```"])


def _ends(arrows: dict[tuple[StrEnum, StrEnum], list[str]]) -> list[StrEnum]:
    """Name the states that lead nowhere."""
    left = {before for before, after in arrows if before != after}
    return list(dict.fromkeys(after for _before, after in arrows if after not in left))


def _table(steps: tuple[Step, ...]) -> str:
    """Write the table: what leads from where to where, and what it needs."""
    lines = ["| step | from | to | needs |", "|---|---|---|---|"]
    for step in steps:
        before = ", ".join(_named(state) for state in step.before)
        after = "(stays)" if step.after is None else _named(step.after)
        lines.append(f"| `{step.usecase}` | {before} | {after} | {', '.join(step.needs)} |")
    return "\n".join(lines)


def _named(state: StrEnum) -> str:
    """Name a state in both languages."""
    return f"{chinese(state)} `{state.value}`"


if __name__ == "__main__":
    sys.exit(main())
