"""Names of codes for people: stages, routes, kinds, choices of the official forms.

The Chinese is the official wording (resources/forms, domain.md); papers print it whatever language
the screen speaks, so both languages stand side by side here instead of in the catalogue.
"""

from enum import StrEnum

from mediator_desk.labels import (
    attachments,
    cases,
    clocks,
    commons,
    council,
    disputes,
    events,
    issued_papers,
    people,
    performance,
    printing,
    revenue,
    statistics,
    team_work,
    turns,
    volume,
    votes,
    whistles,
)
from mediator_desk.rules.remarks import Named
from mediator_desk.words import spoken

# Kept by class and value: codes of different kinds that read the same are equal as text.
_LABELS: dict[tuple[type[StrEnum], str], tuple[str, str]] = {
    (type(code), code.value): (zh, en)
    for area in (
        disputes,
        people,
        cases,
        clocks,
        performance,
        council,
        whistles,
        votes,
        commons,
        revenue,
        whistles,
        events,
        team_work,
        turns,
        printing,
        statistics,
        attachments,
        issued_papers,
        volume,
    )
    for code, zh, en in area.NAMES
}


def label(code: StrEnum) -> str:
    """Name a code in the language in use."""
    zh, en = _LABELS[type(code), code.value]
    return zh if spoken() == "zh_CN" else en


def chinese(code: StrEnum) -> str:
    """Name a code in the official Chinese wording, for papers."""
    return _LABELS[type(code), code.value][0]


def named(code: StrEnum) -> Named:
    """Name a code in both languages, for what is shown on screen and printed alike."""
    return Named(*_LABELS[type(code), code.value])
