"""ID numbers (GB 11643): read, checked, and never a locked door.

A county code may have been abolished, and older people carry codes older than any list; so an
unknown county is a note, not a fault. No number at all is a legal answer, too.
"""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mediator_desk.records.people import Sex
from mediator_desk.rules.remarks import Remark, remark
from mediator_desk.words import N_

NO_NUMBER = ("无身份证", "拒绝提供", "没有身份证")

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_PROVINCE = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
_EIGHTEEN = re.compile(r"[1-9][0-9]{16}[0-9X]")
_FIFTEEN = re.compile(r"[1-8][0-9]{14}")
_OLD_FOREIGN = re.compile(r"[A-Z]{3}[0-9]{12}")
_RESIDENT_PERMITS = frozenset({"81", "82", "83"})
_FIRST_YEAR = 1900


class CardKind(StrEnum):
    """Which card the number belongs to."""

    NONE = "none"
    RESIDENT = "resident"
    OLD_RESIDENT = "old_resident"
    RESIDENCE_PERMIT = "residence_permit"
    FOREIGN_RESIDENT = "foreign_resident"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What an ID number says. ``faults`` cannot be right; ``notes`` may well be."""

    number: str
    kind: CardKind
    born_on: date | None = None
    sex: Sex = Sex.UNSAID
    faults: tuple[Remark, ...] = ()
    notes: tuple[Remark, ...] = ()

    @property
    def valid(self) -> bool:
        """Tell whether nothing in the number contradicts itself."""
        return not self.faults

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """All doubts, the grave ones first."""
        return (*self.faults, *self.notes)


def check_identity(typed: str, today: date, counties: Collection[str] = ()) -> Identity:
    """Read an ID number and remark on it; ``counties`` are the county codes we know."""
    number = re.sub(r"[\s\-]", "", unicodedata.normalize("NFKC", typed)).upper()
    if not number or number in NO_NUMBER:
        return Identity(number="", kind=CardKind.NONE)
    if _EIGHTEEN.fullmatch(number):
        return _eighteen(number, today, counties)
    if _FIFTEEN.fullmatch(number):
        born, faults = _born(f"19{number[6:12]}", today)
        return Identity(
            number=number,
            kind=CardKind.OLD_RESIDENT,
            born_on=born,
            sex=_sex(number[14]),
            faults=faults,
            notes=(*_county_notes(number, counties), remark(_OLD_NUMBER)),
        )
    if _OLD_FOREIGN.fullmatch(number):
        return Identity(number=number, kind=CardKind.FOREIGN_RESIDENT)
    return Identity(number=number, kind=CardKind.UNKNOWN, faults=(_shape(number),))


def check_sign(first_seventeen: str) -> str:
    """Compute the last sign of an 18-digit number."""
    total = sum(
        weight * int(digit) for weight, digit in zip(_WEIGHTS, first_seventeen, strict=True)
    )
    return _CHECKS[total % 11]


def _eighteen(number: str, today: date, counties: Collection[str]) -> Identity:
    born, faults = _born(number[6:14], today)
    right = check_sign(number[:17])
    if number[17] != right:
        # The right sign is kept to ourselves: offering it would turn a typing slip into a wrong
        # number that looks right.
        faults = (*faults, remark(N_("The last digit does not fit; one digit is mistyped.")))
    kind = _kind(number)
    return Identity(
        number=number,
        kind=kind,
        born_on=born,
        sex=_sex(number[16]),
        faults=faults,
        notes=_county_notes(number, counties) if kind is CardKind.RESIDENT else (),
    )


def _kind(number: str) -> CardKind:
    if number[0] == "9":
        return CardKind.FOREIGN_RESIDENT
    return CardKind.RESIDENCE_PERMIT if number[:2] in _RESIDENT_PERMITS else CardKind.RESIDENT


def _born(digits: str, today: date) -> tuple[date | None, tuple[Remark, ...]]:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    try:
        born = date(year, month, day)
    except ValueError:
        said = f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
        return None, (remark(N_("There is no such day of birth: {day}."), day=said),)
    if born.year < _FIRST_YEAR or born > today:
        return None, (remark(N_("The day of birth {day} cannot be."), day=born),)
    return born, ()


def _sex(digit: str) -> Sex:
    return Sex.MALE if int(digit) % 2 else Sex.FEMALE


def _county_notes(number: str, counties: Collection[str]) -> tuple[Remark, ...]:
    province, city, county = number[:2], number[:4], number[:6]
    if not _PROVINCE.fullmatch(province):
        return (remark(N_("No province has the code {code}."), code=province),)
    if county in counties or not any(known.startswith(city) for known in counties):
        return ()
    return (
        remark(N_("The county {code} is not in our list; it may be a former one."), code=county),
    )


def _shape(number: str) -> Remark:
    if len(number) in (15, 18):
        return remark(N_("An ID number has digits only, and perhaps an X at its end."))
    return remark(
        N_("An ID number has 18 characters (15 in old papers); this one has {count}."),
        count=len(number),
    )


_OLD_NUMBER = N_("This is an old number of 15 digits; the card in use today has 18.")
