"""Lines and units of an account as they are typed or pasted from Excel, one on each line."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from mediator_desk.records.revenue import RevenueSide
from mediator_desk.refusals import Refusal
from mediator_desk.rules.amounts import parse_amount
from mediator_desk.rules.vote_roster import area_of
from mediator_desk.usecases.common_revenue.accounts import Flat, NewLine
from mediator_desk.words import N_

_PARTS = re.compile(r"\t|[，;；]|\s+")
_COMMAS = re.compile(r"\t|[,，;；]|\s+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def lines_of(text: str, side: RevenueSide) -> tuple[NewLine, ...]:
    """Read what it is for, the amount, and the proof or the day of each line. Raises ``Refusal``.

    The amount is the first part after the name that reads as one.
    """
    return tuple(_line(at, parts, side) for at, parts in _split(text, _PARTS))


def flats_of(text: str) -> tuple[Flat, ...]:
    """Read unit and area of each line; a heading with no area is passed over."""
    lines = list(_split(text, _COMMAS))
    if lines and not any(mark.isdigit() for mark in lines[0][1][-1]):
        lines = lines[1:]
    return tuple(_flat(at, parts) for at, parts in lines)


def _split(text: str, marks: re.Pattern[str]) -> Iterator[tuple[int, list[str]]]:
    for at, line in enumerate(text.splitlines(), 1):
        parts = [part for part in marks.split(line.strip()) if part]
        if parts:
            yield at, parts


def _line(at: int, parts: list[str], side: RevenueSide) -> NewLine:
    for place in range(1, len(parts)):
        amount = _amount(parts[place])
        if amount is not None:
            more = parts[place + 1 :]
            day = next((one for one in more if _DAY.fullmatch(one)), "")
            return NewLine(
                side=side,
                what=" ".join(parts[:place]),
                amount=amount,
                proof=" ".join(one for one in more if one != day),
                entered_on=_day(at, day) if day else None,
            )
    raise Refusal(
        N_("Line {line}: “{said}”. Write what for, the amount and the proof, such as: {such}"),
        line=at,
        said=" ".join(parts),
        such="停车位 12,000.00 合同3号",
    )


def _amount(part: str) -> Decimal | None:
    try:
        return parse_amount(part)
    except Refusal:
        return None


def _day(at: int, typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError as unknown:
        raise Refusal(
            N_("Line {line}: {day} is no day. Correct it."), line=at, day=typed
        ) from unknown


def _flat(at: int, parts: list[str]) -> Flat:
    area = area_of(parts[1]) if len(parts) > 1 else None
    if not area:
        raise Refusal(
            N_("Line {line}: “{said}”. Write unit and area in m², such as 3-2-501, 92.50."),
            line=at,
            said=" ".join(parts),
        )
    return Flat(unit=parts[0], area=Decimal(area).scaleb(-2))
