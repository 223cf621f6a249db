"""The block of each party, and one list of them when there are many."""

from collections.abc import Sequence

from msgspec.structs import replace

from mediator_desk.paper.facts import PartyFacts
from mediator_desk.paper.form import Blocks, Part
from mediator_desk.paper.layout import Letters
from mediator_desk.paper.setting import Align, Press
from mediator_desk.paper.strips import Strip
from mediator_desk.paper.tables import Cell, Look, Row, grid_row, table

MANY = 6  # more parties than this stand in one list

_LEAD = 0.13
_LABELS = {"name": 0.08, "sex": 0.08, "ethnicity": 0.08, "age": 0.08}
_VALUES = {"name": 0.215, "sex": 0.06, "ethnicity": 0.125, "age": 0.15}
_WIDE_LABEL = 0.165
_LONG = 1.5  # a name of more lines than this in its narrow cell has a row of its own


def party_blocks(
    press: Press, look: Look, room: float, parties: Sequence[PartyFacts], blocks: Blocks
) -> list[Strip]:
    """Give every party with the facts that the blank asks for."""
    if len(parties) > MANY:
        return _listed(press, look, room, parties)
    strips: list[Strip] = []
    for party in parties:
        strips += _block(press, look, room, party, _rows(press, look, room, party, blocks))
    return [replace(strip, gap=4.0 if at == 0 else 0.0) for at, strip in enumerate(strips)]


def _block(
    press: Press, look: Look, room: float, party: PartyFacts, rows: list[Row]
) -> list[Strip]:
    """Give one party's rows behind a common cell with the part it plays; they stay together."""
    middle = (len(rows) - 1) // 2
    strips: list[Strip] = []
    for at, row in enumerate(rows):
        lead = Cell(
            text=party.role if at == middle else "",
            field="当事人",
            width=_LEAD,
            label=True,
            align=Align.CENTRE,
        )
        strips += grid_row(press, look, room, (lead, *row), over=0.0 if at == 0 else _LEAD)
    return [replace(strip, stays=at < len(strips) - 1) for at, strip in enumerate(strips)]


def _rows(press: Press, look: Look, room: float, party: PartyFacts, blocks: Blocks) -> list[Row]:
    parts = blocks.organisation if party.organisation else blocks.person
    known = {part.key: part for part in parts}
    if party.organisation:
        keys = [("name",), ("address",), ("legal_representative", "legal_representative_post")]
        keys.append(("contact",))
    else:
        long = press.width(party.name, look.letters.size) > _LONG * _VALUES["name"] * room
        about = ("sex", "ethnicity", "age")
        keys = [("name",), about] if long else [("name", *about)]
        keys += [("occupation", "contact"), ("address",)]
    rows = [_cells(party, [known[key] for key in row]) for row in keys]
    if party.agent:
        rows.append(_cells(party, [blocks.agent]))
    return rows


def _cells(party: PartyFacts, parts: Sequence[Part]) -> Row:
    """Give label and value of each fact, sharing the room right of the common cell."""
    cells: list[Cell] = []
    share = (1 - _LEAD) / len(parts)
    for part in parts:
        label = _LABELS[part.key] if len(parts) > 2 else _WIDE_LABEL
        value = _VALUES[part.key] if len(parts) > 3 else share - label
        cells.append(
            Cell(
                text=part.label,
                field=_named(party, part),
                width=label,
                label=True,
                align=Align.CENTRE,
            )
        )
        cells.append(Cell(text=getattr(party, part.key), field=_named(party, part), width=value))
    return tuple(cells)


def _named(party: PartyFacts, part: Part) -> str:
    """Say whose fact it is, so that a character that cannot be printed is found at once."""
    label = part.label.replace("\n", "")
    return f"{party.role}·{label}"


def _listed(press: Press, look: Look, room: float, parties: Sequence[PartyFacts]) -> list[Strip]:
    """Give many parties as one list whose head repeats on every page."""
    widths = (0.066, 0.115, 0.18, 0.205, 0.178, 0.256)
    small = replace(look, letters=Letters(look.letters.size - 1.5, look.letters.pitch - 3))
    labels = ("序号", "当事人", "姓名或名称", "性别、民族、年龄", "联系方式", "单位或住址")
    head = tuple(
        Cell(text=label, field=label, width=width, label=True, align=Align.CENTRE)
        for label, width in zip(labels, widths, strict=True)
    )
    rows = []
    for number, party in enumerate(parties, start=1):
        age = f"{party.age}岁" if party.age.isdigit() else party.age
        who = "，".join(one for one in (party.sex, party.ethnicity, age) if one)
        about = (str(number), party.role, party.name, who, party.contact, party.address)
        centred = (True, True, False, False, False, False)
        rows.append(
            tuple(
                Cell(
                    text=text,
                    field=f"当事人{number}·{label}",
                    width=width,
                    align=Align.CENTRE if middle else Align.LEFT,
                )
                for text, label, width, middle in zip(about, labels, widths, centred, strict=True)
            )
        )
    return table(press, small, room, rows, head)
