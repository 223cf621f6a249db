"""The fields a sheet can be made of: plain declarations, each knowing the input it becomes."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from mediator_desk.rules.calendar import Calendar
from ui.forms.count_input import CountInput
from ui.forms.day_inputs import DayInput, MomentInput
from ui.forms.inputs import (
    ChoiceInput,
    Input,
    ManyInput,
    MoneyInput,
    PickInput,
    TextInput,
    TickInput,
    WordsInput,
)
from ui.widgets.completing import Candidate, Candidates

Remark = Callable[[Any], str]


def silent(_value: object) -> str:
    """Have no remark."""
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(ABC):
    """What all fields share: a key for ``values()``, a label with a mnemonic, a hint.

    ``remark`` looks at the value and may say a doubt beside the field; it never blocks.
    ``half`` lets two fields share a line where there is room. ``when`` names a field and the
    values of it under which this one is asked at all, for example ``when=("kind", ("person",))``.
    """

    key: str
    label: str
    hint: str = ""
    required: bool = False
    remark: Remark = silent
    half: bool = False
    when: tuple[str, tuple[object, ...]] | None = None

    @abstractmethod
    def make(self) -> Input:
        """Make the input of this field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Field):
    """Words: one line, or several; ``secret`` hides a password. The value is a ``str``."""

    lines: int = 1
    secret: bool = False
    longest: int = 0

    def make(self) -> Input:
        """Make a line or a box to write in."""
        return TextInput(self.lines, self.hint, self.secret, self.longest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Field):
    """One of few or many: pairs of code and words. The value is the code, ``""`` for none.

    Up to four short ones stand side by side as buttons; more make a list.
    """

    choices: Sequence[tuple[str, str]]
    as_list: bool = False

    def make(self) -> Input:
        """Make buttons or a list."""
        return ChoiceInput(self.choices, self.hint, self.as_list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Many(Field):
    """Any number of few things. The value is a tuple of codes."""

    choices: Sequence[tuple[str, str]]

    def make(self) -> Input:
        """Make boxes to tick."""
        return ManyInput(self.choices)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick(Field):
    """One of very many, found by typing. The value is the key of the candidate, or None.

    With ``free`` words that fit nothing count too: then the value is those words.
    """

    candidates: Candidates | Sequence[Candidate] = ()
    free: bool = False

    def make(self) -> Input:
        """Make a line that completes itself."""
        return PickInput(self.candidates, self.hint, self.free)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Field):
    """A day, typed in any simple way. The value is a ``date`` or None."""

    today: Callable[[], date] = date.today
    past: bool = False
    calendar: Calendar | None = None

    def make(self) -> Input:
        """Make a line for a day."""
        return DayInput(self.today, self.past, self.calendar)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment(Field):
    """A day and a time. The value is an aware ``datetime`` or None."""

    today: Callable[[], date] = date.today
    past: bool = False
    calendar: Calendar | None = None

    def make(self) -> Input:
        """Make two lines, for the day and the time."""
        return MomentInput(self.today, self.past, self.calendar)


@dataclass(frozen=True, slots=True, kw_only=True)
class Money(Field):
    """An amount in yuan. The value is a ``Decimal`` or None."""

    def make(self) -> Input:
        """Make a line for an amount."""
        return MoneyInput()


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(Field):
    """How many. The value is a whole number or None."""

    def make(self) -> Input:
        """Make a short line for a number."""
        return CountInput()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick(Field):
    """Yes or not. The value is a ``bool``."""

    def make(self) -> Input:
        """Make a box to tick; its label stands beside it."""
        return TickInput(self.label)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Field):
    """A sentence or heading between the fields; it has no value. ``heading`` makes it strong."""

    key: str = field(default="")
    heading: bool = False

    def make(self) -> Input:
        """Make a label."""
        return WordsInput(self.label, self.heading)
