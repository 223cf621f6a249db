"""A roster as it is typed or pasted from Excel: one unit a line, its parts with tabs or commas."""

import re
from decimal import Decimal

from mediator_desk.records.owners_vote import AreaSource
from mediator_desk.refusals import Refusal
from mediator_desk.rules.vote_roster import area_of
from mediator_desk.usecases.owners_votes.rosters import NewUnit
from mediator_desk.words import N_

_PARTS = re.compile(r"\t|[,，;；]")
_OWNERS = re.compile(r"[、/／]")
_SOURCES = (
    ("测绘", AreaSource.SURVEY),
    ("survey", AreaSource.SURVEY),
    ("合同", AreaSource.CONTRACT),
    ("contract", AreaSource.CONTRACT),
)
_UNSOLD = ("未售", "unsold")
_NEEDED = 3
_PHONE = re.compile(r"[0-9][0-9 -]{5,}")


def units_of(text: str) -> tuple[NewUnit, ...]:
    """Read unit, owners, area and what else is said of each line. Raises ``Refusal``.

    A heading, a first line with no digit where its area would be, is passed over.
    """
    lines = [(at, line) for at, line in enumerate(text.splitlines(), 1) if line.strip()]
    if lines and _heading(_split(lines[0][1])):
        lines = lines[1:]
    return tuple(_unit(at, _split(line)) for at, line in lines)


def _split(line: str) -> list[str]:
    return [part.strip() for part in _PARTS.split(line.strip("\r\n"))]


def _heading(parts: list[str]) -> bool:
    return len(parts) >= _NEEDED and not any(mark.isdigit() for mark in parts[_NEEDED - 1])


def _unit(at: int, parts: list[str]) -> NewUnit:
    area = area_of(parts[_NEEDED - 1]) if len(parts) >= _NEEDED else None
    if not area:
        raise Refusal(
            N_("Line {line}: “{said}”. Write unit, owners and area, such as 3-2-501, 王芳, 92.50."),
            line=at,
            said="  ".join(parts),
        )
    owner, *others = [one.strip() for one in _OWNERS.split(parts[1])]
    more = [part.casefold() for part in parts[_NEEDED:] if part]
    return NewUnit(
        unit=parts[0],
        area=Decimal(area).scaleb(-2),
        owner=owner,
        co_owners=tuple(others),
        phone=next((part for part in more if _PHONE.fullmatch(part)), ""),
        area_source=next(
            (source for word, source in _SOURCES for part in more if word in part),
            AreaSource.REGISTER,
        ),
        unsold=any(word in part for word in _UNSOLD for part in more),
    )
