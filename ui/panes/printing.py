"""What a pane hands over to be printed: a numbered record, and which of its papers."""

from collections.abc import Callable
from typing import Protocol
from uuid import UUID

from mediator_desk.usecases.print_papers import PaperName


class Numbered(Protocol):
    """A record that people know by a number."""

    @property
    def id(self) -> UUID:
        """Give its identity."""

    @property
    def number(self) -> str:
        """Give the number it is called by."""


PrintPaper = Callable[[Numbered, PaperName], object]
