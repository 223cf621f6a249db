"""A vote written down as a plain table: unit, owner, area, whether it took part, how it voted."""

import csv
import io
import re
from collections.abc import Mapping

from mediator_desk.refusals import Refusal
from mediator_desk.rules.heads_and_area import UnitVote
from mediator_desk.rules.remarks import Listed
from mediator_desk.words import N_

COLUMNS = ("unit", "owner", "area_m2", "took_part", "agrees")
UNSOLD = "unsold"

_MORE = "more"
_AREA = re.compile(r"(\d{1,9})(?:\.(\d{1,2}))?")
_YES_OR_NO = {"1": True, "0": False}


class RosterUnfit(Refusal):
    """The table of a vote cannot be read; the sentence names the line."""

    code = "roster-unfit"


def read_roster(text: str) -> tuple[UnitVote, ...]:
    """Read the votes of all units from CSV with a heading. Raises ``RosterUnfit``."""
    table = csv.DictReader(io.StringIO(text.lstrip("\ufeff")), restkey=_MORE, strict=True)
    try:
        heading = [name.strip() for name in table.fieldnames or ()]
        _check_heading(heading)
        table.fieldnames = heading
        votes = tuple(_vote(row, table.line_num) for row in table if any(map(_said, row.values())))
    except csv.Error as broken:
        raise RosterUnfit(
            N_(
                "The roster cannot be read from line {line} on. Look there for a quotation mark "
                "that is not closed, or for a cell without end."
            ),
            line=table.line_num + 1,
        ) from broken
    if not votes:
        raise RosterUnfit(N_("The roster names no unit. Add a line for each unit."))
    _check_units(votes)
    return votes


def area_of(said: str) -> int | None:
    """Read an area in square metres as whole hundredths; None if it is none."""
    found = _AREA.fullmatch(said.strip())
    if found is None:
        return None
    return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))


def _check_heading(heading: list[str]) -> None:
    twice = tuple(name for name in (*COLUMNS, UNSOLD) if heading.count(name) > 1)
    if twice:
        raise RosterUnfit(
            N_("The roster has these columns twice: {names}. Keep one of each."),
            names=Listed(twice),
        )
    missing = tuple(name for name in COLUMNS if name not in heading)
    if missing:
        raise RosterUnfit(
            N_("The roster lacks the columns {missing}. Its first line must be: {all}."),
            missing=Listed(missing),
            all=",".join((*COLUMNS, f"[{UNSOLD}]")),
        )


def _vote(row: Mapping[str, object], line: int) -> UnitVote:
    if row.get(_MORE):
        raise RosterUnfit(
            N_(
                "Line {line} has more cells than the first line has columns. Put a name with a "
                "comma into quotation marks."
            ),
            line=line,
        )
    unit = _said(row["unit"])
    if not unit:
        raise RosterUnfit(N_("Line {line}: the unit has no name. Write it down."), line=line)
    area = area_of(_said(row["area_m2"]))
    if not area:
        raise RosterUnfit(
            N_(
                "Line {line}: “{said}” is no area. Write square metres with at most two places, "
                "such as 92.50."
            ),
            line=line,
            said=_said(row["area_m2"]),
        )
    took_part = _yes_or_no(row, "took_part", line)
    agrees = _yes_or_no(row, "agrees", line)
    if agrees and not took_part:
        raise RosterUnfit(
            N_("Line {line}: {unit} agrees but did not take part. Correct one of the two."),
            line=line,
            unit=unit,
        )
    unsold = _yes_or_no(row, UNSOLD, line) if _said(row.get(UNSOLD)) else False
    return UnitVote(
        unit=unit,
        owner=_said(row["owner"]),
        area=area,
        took_part=took_part,
        agrees=agrees,
        unsold=unsold,
    )


def _yes_or_no(row: Mapping[str, object], name: str, line: int) -> bool:
    said = _said(row[name])
    if said not in _YES_OR_NO:
        raise RosterUnfit(
            N_("Line {line}: “{column}” is “{said}”; write 1 for yes or 0 for no."),
            line=line,
            column=name,
            said=said,
        )
    return _YES_OR_NO[said]


def _check_units(votes: tuple[UnitVote, ...]) -> None:
    """Refuse a unit that is named twice: its area would count double."""
    seen: set[str] = set()
    for vote in votes:
        if vote.unit in seen:
            raise RosterUnfit(
                N_("The unit {unit} stands in the roster twice. Keep one line."), unit=vote.unit
            )
        seen.add(vote.unit)


def _said(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
