"""The units of an estate with their exclusive areas, read from a plain table; no names needed."""

import csv
import io

from mediator_desk.rules.revenue import UnitArea
from mediator_desk.rules.vote_roster import RosterUnfit, area_of
from mediator_desk.words import N_

UNIT, AREA = "unit", "area_m2"


def read_areas(text: str) -> tuple[UnitArea, ...]:
    """Read units and areas from CSV with a heading; other columns, as of a vote, are passed over.

    Raises ``RosterUnfit``.
    """
    table = csv.DictReader(io.StringIO(text.lstrip("\ufeff")), restkey="", strict=True)
    try:
        table.fieldnames = [name.strip() for name in table.fieldnames or ()]
        if not {UNIT, AREA} <= set(table.fieldnames):
            raise RosterUnfit(
                N_("The roster needs the columns {unit} and {area} in its first line."),
                unit=UNIT,
                area=AREA,
            )
        return tuple(_unit(row, table.line_num) for row in table if any(row.values()))
    except csv.Error as broken:
        raise RosterUnfit(
            N_("Line {line} of the roster cannot be read ({why})."),
            line=table.line_num,
            why=str(broken),
        ) from broken


def _unit(row: dict[str, str], line: int) -> UnitArea:
    unit, typed = (row[UNIT] or "").strip(), (row[AREA] or "").strip()
    area = area_of(typed)
    if not unit or area is None:
        raise RosterUnfit(
            N_("Line {line}: give the unit and its area in m², such as 95.00."), line=line
        )
    return UnitArea(unit=unit, area=area)
