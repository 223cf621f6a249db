"""What in a text tells of a person, whatever its name: numbers, addresses, accounts, plates.

``mask_private`` hides them with the one mask of the system; ``private_kinds`` finds what is left,
for a sheet that must not have any.
"""

import re
from collections.abc import Callable
from enum import StrEnum

from mediator_desk.rules.masking import STAR, mask_id_number, mask_phone


class PrivateKind(StrEnum):
    """A kind of private detail."""

    ID_NUMBER = "id_number"
    PHONE = "phone"
    ACCOUNT = "account"
    EMAIL = "email"
    PLATE = "plate"
    CHAT_NAME = "chat_name"


_LATIN = str.maketrans(
    "０１２３４５６７８９ＸｘＡＢＣＤＥＦＧＨＪＫＬＭＮＰＱＲＳＴＵＶＷＹＺ＠．－—–（）：　",
    "0123456789XxABCDEFGHJKLMNPQRSTUVWYZ@.---():\u0020",
)
_GAP = r"[ \-·]?"
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"

_ID = re.compile(
    rf"(?<![0-9A-Za-z])[1-9]\d{{5}}{_GAP}(?:18|19|20)\d{{2}}{_GAP}\d{{4}}{_GAP}\d{{3}}[\dXx](?![0-9A-Za-z])"
    r"|(?<![0-9A-Za-z])[1-9]\d{16}[\dXx](?![0-9A-Za-z])"
    r"|(?<![0-9A-Za-z])[1-9]\d{14}(?![0-9A-Za-z])"
)
_PHONE = re.compile(
    rf"(?<![0-9A-Za-z])(?:\+?86{_GAP})?1[3-9]\d{_GAP}\d{{4}}{_GAP}\d{{4}}(?!\d)"
    r"|(?<![0-9A-Za-z])\(?0\d{2,3}\)?[- ]?\d{7,8}(?!\d)"
    r"|(?:(?<=电话)|(?<=座机)|(?<=手机)|(?<=拨打)|(?<=致电)|(?<=联系方式))"
    r"[是为: ]{0,2}[2-8]\d{6,7}(?!\d)"
    r"|[零〇一二三四五六七八九幺]{11,}"
)
_ACCOUNT = re.compile(rf"(?<![0-9A-Za-z])\d{{4}}(?:{_GAP}\d{{4}}){{3}}(?:{_GAP}\d{{1,3}})?(?!\d)")
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_PLATE = re.compile(
    rf"[{_PROVINCES}][A-HJ-NP-Z][·. -]?[A-HJ-NP-Z0-9]{{4,6}}[挂学警港澳]?(?![A-Z0-9])"
)
_CHAT = re.compile(r"(?:(?<=微信)|(?<=微信号)|(?<=QQ)|(?<=QQ号))[是为: ]{0,2}[A-Za-z0-9_-]{5,20}")

_BUILDING = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*(?:号楼|#楼|栋|幢|座)"
_ROOM = re.compile(
    rf"(?P<building>{_BUILDING})?\s*"
    r"(?:(?:\d{1,2}|[一二三四五六七八九十])\s*单元\s*(?:\d{3,4}\s*[室户号]?)?|\d{3,4}\s*[室户])"
    r"|(?<![\d-])(?P<number>\d{1,3})-\d{1,2}-\d{3,4}(?![\d-])[室户号]?"
)


def mask_private(text: str) -> str:
    """Mask every private detail inside a text, full-width digits and gaps included."""
    for pattern, mask, _kind in _MASKS:
        text = _replaced(pattern, mask, text)
    return text


def mask_address(text: str) -> str:
    """Leave out what is finer than a building: the unit and the room."""

    def cut(found: re.Match[str]) -> str:
        if found["number"]:
            return f"{found['number']}号楼"
        return found["building"] or "某室"

    return _ROOM.sub(cut, text)


def without_building(place: str) -> str:
    """Leave out the building too, and all that follows it."""
    return re.split(rf"\s*{_BUILDING}", place, maxsplit=1)[0].strip()


def private_details(text: str) -> tuple[tuple[PrivateKind, str], ...]:
    """Find what a text still shows: the kind of each detail, and the detail itself, masked."""
    left, found = text.translate(_LATIN), []
    for pattern, mask, kind in _MASKS:
        found += [(kind, mask(one.group())) for one in pattern.finditer(left)]
        left = pattern.sub(STAR, left)
    return tuple(found)


def _replaced(pattern: re.Pattern[str], mask: Callable[[str], str], text: str) -> str:
    """Put the mask in place of each match, found in the text as it reads in plain digits."""
    plain = text.translate(_LATIN)
    pieces, at = [], 0
    for found in pattern.finditer(plain):
        pieces += [text[at : found.start()], mask(found.group())]
        at = found.end()
    return "".join((*pieces, text[at:]))


def _digits(number: str) -> str:
    return re.sub(r"[^0-9Xx]", "", number)


def _id(number: str) -> str:
    return mask_id_number(_digits(number))


def _phone(number: str) -> str:
    digits = re.sub(r"^86(?=1\d{10}$)", "", re.sub(r"\D", "", number))
    return mask_phone(digits) if digits.isascii() and digits else STAR * 11


def _account(number: str) -> str:
    digits = _digits(number)
    return STAR * (len(digits) - 4) + digits[-4:]


def _email(_address: str) -> str:
    return f"{STAR * 3}@{STAR * 3}"


def _plate(plate: str) -> str:
    return plate[:2] + STAR * 5


def _chat(_name: str) -> str:
    return STAR * 5


_MASKS: tuple[tuple[re.Pattern[str], Callable[[str], str], PrivateKind], ...] = (
    (_EMAIL, _email, PrivateKind.EMAIL),
    (_ID, _id, PrivateKind.ID_NUMBER),
    (_PHONE, _phone, PrivateKind.PHONE),
    (_ACCOUNT, _account, PrivateKind.ACCOUNT),
    (_CHAT, _chat, PrivateKind.CHAT_NAME),
    (_PLATE, _plate, PrivateKind.PLATE),
)
