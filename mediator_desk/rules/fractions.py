"""Exact shares of whole numbers: two thirds and more includes two thirds, more than half does not.

民法典 1259: 以上 includes the number itself, 过半数 does not. No share is ever rounded on the way.
"""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A share that must be reached (``strict`` false) or passed (``strict`` true)."""

    numerator: int
    denominator: int
    strict: bool = False

    def reached(self, part: int, whole: int) -> bool:
        """Tell whether ``part`` of ``whole`` is enough; of nothing, nothing is enough."""
        if whole <= 0:
            return False
        have, need = part * self.denominator, whole * self.numerator
        return have > need if self.strict else have >= need

    def needed(self, whole: int) -> int:
        """Give the least number that is enough of so many."""
        floor, rest = divmod(max(whole, 0) * self.numerator, self.denominator)
        if self.strict:
            return floor + 1
        return floor + 1 if rest else max(floor, 1)

    def short_by(self, part: int, whole: int) -> int:
        """Say how many are missing; 0 when it is enough."""
        return max(self.needed(whole) - part, 0)

    def __str__(self) -> str:
        """Write it as a fraction."""
        return f"{self.numerator}/{self.denominator}"


def percent(part: int, whole: int, places: int = 2) -> str:
    """Write a share in percent for people, rounded half up; never used to decide anything."""
    if whole <= 0:
        return "—"
    scale = 10**places
    hundredths = (Fraction(part * 100 * scale, whole) + Fraction(1, 2)).__floor__()
    whole_part, rest = divmod(hundredths, scale)
    return f"{whole_part}.{rest:0{places}d}%" if places else f"{whole_part}%"
