"""Phone numbers: what was typed, its normal form, and what looks doubtful."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from mediator_desk.rules.remarks import Remark, remark
from mediator_desk.words import N_

LIAOCHENG_AREA = "0635"

_EXTENSION = re.compile(r"(?:转|分机|ext\.?|x|-|#)(\d{1,6})$", re.IGNORECASE)
_COUNTRY = re.compile(r"^(?:\+|00)86")
_MOBILE = re.compile(r"1[3-9]\d{9}")
_LANDLINE = re.compile(r"(010|02\d|0[3-9]\d{2})(\d{7,8})")
_LOCAL = re.compile(r"[2-8]\d{6,7}")
_SERVICE = re.compile(r"[48]00\d{7}")
_HOTLINE = re.compile(r"1[12]\d|12\d{3}|95\d{3,4}|96\d{3,4}")
_NOISE = re.compile(r"[\s().–—\-_,，、/]")


class PhoneKind(StrEnum):
    """What sort of number it is."""

    NONE = "none"
    MOBILE = "mobile"
    LANDLINE = "landline"
    SERVICE = "service"
    HOTLINE = "hotline"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """A phone number. ``number`` is its normal form: digits, and ``-`` before an extension."""

    typed: str
    number: str
    kind: PhoneKind
    remarks: tuple[Remark, ...] = ()


def check_phone(typed: str, area: str = LIAOCHENG_AREA) -> Phone:
    """Read a phone number; a local one is completed with the area code. Never refuse it."""
    written = unicodedata.normalize("NFKC", typed).strip()
    if not written:
        return Phone(typed=typed, number="", kind=PhoneKind.NONE)
    number, kind, extension = _understood(written, area)
    if kind is PhoneKind.UNKNOWN:
        doubt = remark(N_("“{typed}” does not look like a phone number."), typed=typed.strip())
        return Phone(typed=typed, number=number, kind=kind, remarks=(doubt,))
    return Phone(typed=typed, number=number + (f"-{extension}" if extension else ""), kind=kind)


def tidy_phone(typed: str, area: str = LIAOCHENG_AREA) -> str:
    """Write a phone number in its normal form, or as it was typed if it is not understood."""
    phone = check_phone(typed, area)
    return typed.strip() if phone.kind is PhoneKind.UNKNOWN else phone.number


def _understood(written: str, area: str) -> tuple[str, PhoneKind, str]:
    """Try the number whole, and then with its last part as an extension."""
    whole = _digits(written)
    kind, number = _kind_of(whole, area)
    found = _EXTENSION.search(written)
    if kind is PhoneKind.UNKNOWN and found:
        kind, shorter = _kind_of(_digits(written[: found.start()]), area)
        if kind is not PhoneKind.UNKNOWN:
            return shorter, kind, found.group(1)
    return number, kind, ""


def _digits(written: str) -> str:
    return _COUNTRY.sub("", _NOISE.sub("", written))


def _kind_of(digits: str, area: str) -> tuple[PhoneKind, str]:
    if not digits.isascii():
        return PhoneKind.UNKNOWN, digits
    if _MOBILE.fullmatch(digits):
        return PhoneKind.MOBILE, digits
    if _LANDLINE.fullmatch(digits):
        return PhoneKind.LANDLINE, digits
    if _SERVICE.fullmatch(digits):
        return PhoneKind.SERVICE, digits
    if _HOTLINE.fullmatch(digits):
        return PhoneKind.HOTLINE, digits
    if _LOCAL.fullmatch(digits):
        return PhoneKind.LANDLINE, area + digits
    return PhoneKind.UNKNOWN, digits
