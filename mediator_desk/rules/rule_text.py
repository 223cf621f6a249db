"""Reading a file of rules: what is missing or wrong in it is said by line, entry and field."""

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from mediator_desk.refusals import Refusal
from mediator_desk.rules.remarks import Listed, remark
from mediator_desk.words import N_

Code = TypeVar("Code", bound=StrEnum)

YEARS = range(1949, 2200)
"""The years that rules can be for: the calendar itself must not end with them."""

_PLACE = re.compile(r"at line (\d+), column (\d+)")


class RuleFileUnfit(Refusal):
    """A file of rules cannot be read; the sentence says where."""

    code = "rule-file-unfit"


@dataclass(frozen=True, slots=True)
class Field:
    """One table of a file of rules, asked field by field; ``entry`` is how people find it."""

    entry: str
    values: Mapping[str, object]

    def has(self, name: str) -> bool:
        """Tell whether the field is there."""
        return name in self.values

    def text(self, name: str, otherwise: str | None = None) -> str:
        """Read a text."""
        value = self._read(name, otherwise)
        if not isinstance(value, str):
            raise self._unfit(name, N_("a text"))
        return value

    def number(self, name: str, otherwise: int | None = None) -> int:
        """Read a whole number, nothing or more."""
        value = self._read(name, otherwise)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self._unfit(name, N_("a whole number"))
        return value

    def year(self, name: str) -> int:
        """Read a year of our times."""
        year = self.number(name)
        if year not in YEARS:
            raise self._unfit(name, N_("a year such as 2027"))
        return year

    def yes(self, name: str) -> bool:
        """Read a yes or no; what is not said is no."""
        value = self.values.get(name, False)
        if not isinstance(value, bool):
            raise self._unfit(name, N_("true or false"))
        return value

    def day(self, name: str) -> date:
        """Read a day."""
        return self._day(name, self._read(name))

    def days(self, name: str) -> tuple[date, ...]:
        """Read several days, or none."""
        return tuple(self._day(name, one) for one in self._list(name))

    def texts(self, name: str) -> tuple[str, ...]:
        """Read several texts, or none."""
        found = self._list(name)
        if not all(isinstance(one, str) for one in found):
            raise self._unfit(name, N_("a list of texts"))
        return tuple(str(one) for one in found)

    def code(self, name: str, codes: type[Code], otherwise: Code | None = None) -> Code:
        """Read one of a few words."""
        return codes(self.one_of(name, [one.value for one in codes], otherwise))

    def one_of(self, name: str, known: Collection[str], otherwise: str | None = None) -> str:
        """Read a name that must be among those known."""
        value = self.text(name, otherwise)
        if value not in known:
            raise RuleFileUnfit(
                N_("{entry}: “{field}” is “{value}”; it must be one of: {known}."),
                entry=self.entry,
                field=name,
                value=value,
                known=Listed(tuple(known)),
            )
        return value

    def table(self, name: str) -> "Field | None":
        """Read a table within this one, if there is one."""
        if name not in self.values:
            return None
        value = self.values[name]
        if not isinstance(value, Mapping):
            raise self._unfit(name, N_("a table"))
        return Field(f"{self.entry} · {name}", value)

    def tables(self, name: str) -> tuple["Field", ...]:
        """Read a list of tables, each called by its id, its name or its place in the list."""
        found = self._list(name)
        if not all(isinstance(one, Mapping) for one in found):
            raise self._unfit(name, N_("a list of tables"))
        made = [one for one in found if isinstance(one, Mapping)]
        return tuple(Field(_called(name, nth, one), one) for nth, one in enumerate(made, 1))

    def _read(self, name: str, otherwise: object = None) -> object:
        value = self.values.get(name, otherwise)
        if value is None:
            raise RuleFileUnfit(
                N_("{entry}: “{field}” is missing. Add it to the file."),
                entry=self.entry,
                field=name,
            )
        return value

    def _list(self, name: str) -> list[object]:
        value = self.values.get(name, [])
        if not isinstance(value, list):
            raise self._unfit(name, N_("a list"))
        return value

    def _day(self, name: str, value: object) -> date:
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self._unfit(name, N_("a day such as 2027-01-31"))
        return value

    def _unfit(self, name: str, wanted: str) -> RuleFileUnfit:
        return RuleFileUnfit(
            N_("{entry}: “{field}” must be {wanted}. Correct the file."),
            entry=self.entry,
            field=name,
            wanted=remark(wanted),
        )


def read_toml(text: str) -> Field:
    """Read the text of a file of rules. Raises ``RuleFileUnfit`` with the line."""
    try:
        return Field("TOML", tomllib.loads(text))
    except (ValueError, RecursionError) as broken:
        place = _PLACE.search(str(broken))
        raise RuleFileUnfit(
            N_("Line {line} of the file cannot be read. Correct it or ask for the file again."),
            line=place[1] if place else text.count("\n") + 1,
        ) from broken


def _called(name: str, nth: int, one: Mapping[str, object]) -> str:
    """Call an entry as people find it in the file."""
    said = [str(one[key]) for key in ("id", "name", "rule_set") if key in one]
    return " · ".join([f"{name} {nth}", *said[:2]])
