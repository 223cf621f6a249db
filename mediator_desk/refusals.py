"""How the desk says no: a rule forbids it, and the person can do something about it.

A refusal keeps a marked sentence and its places; it is put into words only when shown,
so that it can cross threads and be shown in whichever language the reader has chosen.
"""

from typing import ClassVar

from mediator_desk.bad_news import BadNews
from mediator_desk.words import N_


class Refusal(BadNews):
    """A rule says no; the sentence says what to do next.

    ``exit_code`` is what the command line ends with (see ``docs/command-line.md``).
    """

    code: ClassVar[str] = "refused"
    exit_code: ClassVar[int] = 1


class NotAllowed(Refusal):
    """The role of the person at the desk does not include this."""

    code = "not-allowed"
    exit_code = 3


class NotFound(Refusal):
    """There is no such record here."""

    code = "not-found"
    exit_code = 4


class Overtaken(Refusal):
    """Somebody else changed the record since it was read."""

    code = "overtaken"
    exit_code = 5

    def __init__(self) -> None:
        """Say it; there is nothing to fill in."""
        super().__init__(
            N_("Somebody changed this record in the meantime. Look at it again, then repeat.")
        )
