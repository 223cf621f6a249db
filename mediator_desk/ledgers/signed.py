"""Finds which department signed a reply, as letters end: its name, then the day."""

import re

_OFFICES = (
    *("局", "委员会", "委", "办事处", "办公室", "政府", "中心", "支队", "大队", "公司", "街道"),
    *("镇", "乡", "站", "所", "办", "队", "院", "处"),
)
_SIGNATURE = re.compile(
    r"(?:^|[\s。！!？?；”])"
    rf"(?P<office>[\u4e00-\u9fffA-Z0-9]{{2,24}}?(?:{'|'.join(_OFFICES)}))\s*"
    r"(?:[12]\d{3}年\s*\d{1,2}月\s*\d{1,2}日?)?[\s。]*$"
)
_LAST_LETTERS = 400


def signed_by(reply: str) -> str:
    """Name the department under a reply; nothing is guessed from the words before."""
    found = _SIGNATURE.search(reply[-_LAST_LETTERS:])
    return found["office"] if found else ""
