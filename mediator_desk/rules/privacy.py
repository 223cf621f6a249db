"""Whose data need a guardian's word: children under fourteen (PIPL art. 31)."""

from datetime import date

_OF_AGE = 14


def may_be_child(birth_year: int, on: date) -> bool:
    """Tell whether a person born in this year may not be fourteen yet; 0 is an unknown year."""
    return bool(birth_year) and on.year - birth_year <= _OF_AGE
