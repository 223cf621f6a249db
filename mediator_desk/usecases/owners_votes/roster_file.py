"""A roster from a file, by its headings, as lines that a person sees and corrects."""

import re
from pathlib import Path

from mediator_desk.ledgers.table import TableRow, read_table
from mediator_desk.usecases.owners_votes.pasted import AGENT, AUTHORITY, OWN_PART, UNSOLD

_UNIT = ("房号", "户", "户号", "室号", "房间号", "房屋坐落", "unit")
_BUILDING = ("楼栋", "楼号", "栋号", "幢号", "building")
_ENTRANCE = ("单元", "单元号", "entrance")
_OWNER = ("业主", "业主姓名", "产权人", "所有权人", "姓名", "owner")
_SHARED = ("共有人", "共有产权人", "其他产权人", "coowners")
_AREA = (
    *("专有部分面积", "专有面积", "建筑面积", "产权面积", "房屋面积", "面积"),
    *("aream2", "area"),
)
_PHONE = ("电话", "联系电话", "手机", "手机号", "手机号码", "联系方式", "phone")
_AGENT = ("代理人", "受托人", "委托代理人", "agent")
_AUTHORITY = ("授权", "授权委托书", "委托书", "authority")
_UNSOLD = ("未售", "是否未售", "unsold")
_SOURCE = ("面积来源", "areasource")
_OWN_PART = ("占用专有部分", "是否占用专有部分", "ownpart")
_NAMED = (
    *("房号", "业主", "建筑面积"),
    *(_UNIT + _OWNER + _AREA + _BUILDING + _ENTRANCE + _SHARED + _PHONE + _AGENT + _AUTHORITY),
    *(_UNSOLD + _SOURCE + _OWN_PART),
)

_HEADING = "房号\t业主\t面积"
_YES = ("是", "1", "√", "✓", "有", "yes", "true")
_DIVIDES = re.compile(r"[\t\n,，;；]+")


def lines_of(file: Path) -> str:
    """Write each row of a roster as the line somebody would type. Raises ``LedgerUnfit``.

    A row that says no area stays as it is, so that its line is named and put right in sight.
    """
    rows = [_line(row) for row in read_table(file, _NAMED)]
    return "\n".join((_HEADING, *(one for one in rows if one.strip())))


def _line(row: TableRow) -> str:
    owners = "、".join(one for one in (row.first(_OWNER), row.first(_SHARED)) if one)
    place = (row.first(_BUILDING), row.first(_ENTRANCE), row.first(_UNIT))
    agent, authority = row.first(_AGENT), row.first(_AUTHORITY)
    more = (
        row.first(_PHONE),
        row.first(_SOURCE),
        UNSOLD if _yes(row.first(_UNSOLD), UNSOLD) else "",
        f"{AGENT}{agent}" if agent else "",
        f"{AUTHORITY}{authority}" if authority else "",
        OWN_PART if _yes(row.first(_OWN_PART), "占用") else "",
    )
    parts = ("-".join(one for one in place if one), owners, row.first(_AREA))
    return "\t".join(_DIVIDES.sub("、", one) for one in (*parts, *filter(None, more)))


def _yes(said: str, word: str) -> bool:
    """Tell whether a cell says yes, by a mark or by the word itself."""
    return said.casefold() in _YES or said == word
