"""Common revenue (公共收益): what is left for the owners, shared by exclusive area to the cent.

Civil Code 282 and 283: income less reasonable cost belongs to all owners, by agreement or else by
area. Sums are whole cents and areas whole hundredths of a square metre; nothing is ever a float.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from mediator_desk.refusals import Refusal
from mediator_desk.rules.amounts import exact_amount, in_figures
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitArea:
    """One flat (or other exclusive part) and its area in 0.01 m²."""

    unit: str
    area: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitShare:
    """What one flat gets, and how much of that is the remainder of rounding the others."""

    unit: str
    area: int
    amount: Decimal
    remainder: Decimal = Decimal("0.00")


def distributable(income: Iterable[Decimal], cost: Iterable[Decimal]) -> Decimal:
    """Give what is left of the income for the owners. Raises ``Refusal`` when nothing is."""
    earned = sum(map(exact_amount, income), Decimal("0.00"))
    spent = sum(map(exact_amount, cost), Decimal("0.00"))
    if spent > earned:
        raise Refusal(
            N_("The costs ({cost}) are above the income ({income}). Check the lines again."),
            cost=in_figures(spent),
            income=in_figures(earned),
        )
    return earned - spent


def share_of(amount: Decimal, area: int, all_area: int) -> Decimal:
    """Give the share of one area in a sum, rounded half up to the cent."""
    if not 0 < area <= all_area:
        raise Refusal(N_("An area lies above 0 and not above that of the estate. Correct it."))
    return _yuan(_rounded(_cents(amount), area, all_area))


def shares(amount: Decimal, units: Iterable[UnitArea]) -> tuple[UnitShare, ...]:
    """Share a sum by area so that the shares add up to it exactly, in the order of the units.

    Each share is rounded half up; what that leaves over or short goes to the largest, and among
    equals to the first by name, so that the order of the list changes nothing.
    """
    listed = tuple(units)
    check_units(listed)
    cents, whole = _cents(amount), sum(one.area for one in listed)
    rounded = {one.unit: _rounded(cents, one.area, whole) for one in listed}
    largest = min(listed, key=lambda one: (-one.area, one.unit)).unit
    remainder = cents - sum(rounded.values())
    if rounded[largest] + remainder < 0:
        raise Refusal(
            N_("{amount} is too little to be shared among {units} units. Carry it over instead."),
            amount=in_figures(amount),
            units=len(listed),
        )
    extra = {largest: remainder}
    return tuple(_share(one, rounded, extra) for one in listed)


def per_square_metre(amount: Decimal, area: int) -> str:
    """Say what one square metre gets, rounded half up to a ten-thousandth; shares never use it."""
    parts = _rounded(_cents(amount), 10_000, area)
    return f"{parts // 10_000}.{parts % 10_000:04d}"


def _share(one: UnitArea, rounded: Mapping[str, int], extra: Mapping[str, int]) -> UnitShare:
    more = extra.get(one.unit, 0)
    return UnitShare(
        unit=one.unit,
        area=one.area,
        amount=_yuan(rounded[one.unit] + more),
        remainder=_yuan(more),
    )


def check_units(units: tuple[UnitArea, ...]) -> None:
    """Refuse a roster that nothing can be shared by. Raises ``Refusal``."""
    if not units:
        raise Refusal(N_("There is no unit to share among. Enter the units with their areas."))
    seen: set[str] = set()
    for one in units:
        if one.area <= 0:
            raise Refusal(N_("Unit {unit} has no area. Enter its exclusive area."), unit=one.unit)
        if one.unit in seen:
            raise Refusal(N_("Unit {unit} is listed twice. Take one out."), unit=one.unit)
        seen.add(one.unit)


def _rounded(cents: int, area: int, whole: int) -> int:
    """Round cents × area ÷ whole half up, in whole numbers."""
    return (2 * cents * area + whole) // (2 * whole)


def _cents(amount: Decimal) -> int:
    return int(exact_amount(amount) * 100)


def _yuan(cents: int) -> Decimal:
    return Decimal(cents).scaleb(-2)
