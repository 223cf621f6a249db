"""The table of what each party promised, with every amount in figures and in 大写."""

from collections.abc import Sequence

from mediator_desk.paper.facts import ObligationFacts
from mediator_desk.paper.setting import Align, Press
from mediator_desk.paper.strips import Strip
from mediator_desk.paper.tables import Cell, Look, table

_WITH_SUMS = (
    ("序号", 0.08),
    ("履行人", 0.14),
    ("履行内容", 0.24),
    ("金额", 0.27),
    ("履行时限", 0.27),
)
_WITHOUT = (("序号", 0.08), ("履行人", 0.18), ("履行内容", 0.47), ("履行时限", 0.27))


def promise_table(
    press: Press, look: Look, room: float, promised: Sequence[ObligationFacts]
) -> list[Strip]:
    """Give one row for each obligation; without any sum the column of sums is left out."""
    if not promised:
        return []
    sums = any(one.amount for one in promised)
    columns = _WITH_SUMS if sums else _WITHOUT
    head = tuple(
        Cell(text=label, field=label, width=width, label=True, align=Align.CENTRE)
        for label, width in columns
    )
    rows = []
    for number, one in enumerate(promised, start=1):
        told = [str(number), one.who, one.what, *([_sum(one)] if sums else []), one.due]
        rows.append(
            tuple(
                Cell(
                    text=text,
                    field=f"履行{number}·{label}",
                    width=width,
                    align=Align.CENTRE if label == "序号" else Align.LEFT,
                )
                for text, (label, width) in zip(told, columns, strict=True)
            )
        )
    return table(press, look, room, rows, head, gap=6.0)


def _sum(one: ObligationFacts) -> str:
    """Write a sum as law asks for it: in figures, and in characters nobody can alter."""
    if not one.amount:
        return "—"
    words = f"\n（大写：{one.amount_in_words}）" if one.amount_in_words else ""
    return f"￥{one.amount}元{words}"
