"""A roster as it is typed or pasted from Excel: one unit a line, its parts with tabs or commas."""

import re
from decimal import Decimal

from mediator_desk.records.owners_vote import AreaSource, VotingUnit
from mediator_desk.refusals import Refusal
from mediator_desk.rules.heads_and_area import square_metres
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
_SOURCE_WORDS = {AreaSource.SURVEY: "测绘", AreaSource.CONTRACT: "合同"}
UNSOLD, OWN_PART = "未售", "占用专有部分"
AGENT, AUTHORITY = "代理人：", "授权："
_UNSOLD = (UNSOLD, "unsold")
_OWN_PART = (OWN_PART, "own part")
_AGENT = re.compile(r"(?:代理人?|agent)\s*[:：]\s*(.+)", re.IGNORECASE)
_AUTHORITY = re.compile(r"(?:授权(?:委托书?)?|authority)\s*[:：]\s*(.+)", re.IGNORECASE)
_NEEDED = 3
_PHONE = re.compile(r"[0-9][0-9 -]{5,}")
_SQUARE = re.compile(r"\s*(?:㎡|m²|m2|平方米|平米|平方)$", re.IGNORECASE)


def units_of(text: str) -> tuple[NewUnit, ...]:
    """Read unit, owners, area and what else is said of each line. Raises ``Refusal``.

    A heading, a first line with no digit where its area would be, is passed over.
    """
    units, bad = read_lines(text)
    if bad:
        raise bad[0]
    return units


def read_lines(text: str) -> tuple[tuple[NewUnit, ...], tuple[Refusal, ...]]:
    """Read what can be read, and say of each other line why it cannot."""
    lines = [(at, line) for at, line in enumerate(text.splitlines(), 1) if line.strip()]
    if lines and _heading(_split(lines[0][1])):
        lines = lines[1:]
    units, bad = [], []
    for at, line in lines:
        try:
            units.append(_unit(at, _split(line)))
        except Refusal as refusal:
            bad.append(refusal)
    return tuple(units), tuple(bad)


def line_of(unit: VotingUnit) -> str:
    """Write a unit of a roster as it would be typed, with nothing left out."""
    more = (
        unit.phone,
        _SOURCE_WORDS.get(unit.area_source, ""),
        UNSOLD if unit.unsold else "",
        f"{AGENT}{unit.agent}" if unit.agent else "",
        f"{AUTHORITY}{unit.authority}" if unit.authority else "",
        OWN_PART if unit.own_part else "",
    )
    owners = "、".join(one for one in (unit.owner, *unit.co_owners) if one)
    return ", ".join(
        (unit.unit, owners, square_metres(unit.area), *(_one_part(one) for one in more if one))
    )


def _one_part(said: str) -> str:
    """Keep a remark in one piece: what divides parts cannot stand inside one."""
    return _PARTS.sub("、", said)


def _split(line: str) -> list[str]:
    return [part.strip() for part in _PARTS.split(line.strip("\r\n"))]


def _heading(parts: list[str]) -> bool:
    return len(parts) >= _NEEDED and not any(mark.isdigit() for mark in parts[_NEEDED - 1])


def _unit(at: int, parts: list[str]) -> NewUnit:
    area = area_of(_SQUARE.sub("", parts[_NEEDED - 1])) if len(parts) >= _NEEDED else None
    if not area or not parts[0]:
        raise Refusal(
            N_("Line {line}: “{said}”. Write unit, owners and area, such as 3-2-501, 王芳, 92.50."),
            line=at,
            said="  ".join(parts),
        )
    owner, *others = [one.strip() for one in _OWNERS.split(parts[1])]
    more = [part for part in parts[_NEEDED:] if part]
    named = [part for part in more if _AGENT.fullmatch(part) or _AUTHORITY.fullmatch(part)]
    plain = [part.casefold() for part in more if part not in named]
    return NewUnit(
        unit=parts[0],
        area=Decimal(area).scaleb(-2),
        owner=owner,
        co_owners=tuple(others),
        agent=_after(_AGENT, named),
        authority=_after(_AUTHORITY, named),
        phone=next((part for part in plain if _PHONE.fullmatch(part)), ""),
        area_source=next(
            (source for word, source in _SOURCES for part in plain if word in part),
            AreaSource.REGISTER,
        ),
        unsold=_says(_UNSOLD, plain),
        own_part=_says(_OWN_PART, plain),
    )


def _says(words: tuple[str, ...], parts: list[str]) -> bool:
    return any(word in part for word in words for part in parts)


def _after(mark: re.Pattern[str], parts: list[str]) -> str:
    """Give what stands behind a mark."""
    found = (mark.fullmatch(part) for part in parts)
    return next((one[1].strip() for one in found if one), "")
