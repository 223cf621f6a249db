"""Bad news for a person: a marked sentence that is put into words only when it is shown.

So it can cross threads, and be read in whichever language the reader has chosen.
"""

import copyreg
from collections.abc import Callable
from typing import ClassVar

from mediator_desk.words import _


class BadNews(Exception):
    """What a rule forbids (``Refusal``) or what broke (``Trouble``), and what to do next.

    ``code`` names it for programs; ``exit_code`` is what the command line ends with.
    """

    code: ClassVar[str] = "bad-news"
    exit_code: ClassVar[int] = 1

    def __init__(self, sentence: str, **places: object) -> None:
        """Keep the marked sentence and what belongs in its named places."""
        super().__init__(sentence)
        self.sentence = sentence
        self.places = places

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...], dict[str, object]]:
        """Cross to another process whole, whatever the arguments of a kind of bad news are."""
        return copyreg.__newobj__, (type(self), self.sentence), vars(self)  # type: ignore[attr-defined]

    def words(self) -> str:
        """Say it in the language in use."""
        return _(self.sentence).format(**self.places)

    def __str__(self) -> str:
        """Say it in the language in use."""
        return self.words()
