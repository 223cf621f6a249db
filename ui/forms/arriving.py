"""Files that were dropped, pasted or chosen, on their way through the door."""

from dataclasses import dataclass, replace

from mediator_desk.usecases.attachments.door import Admitted, GivenFile
from mediator_desk.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Arriving:
    """Files on their way through the door: those let in, why others were not, and the rest."""

    files: tuple[GivenFile, ...]
    admitted: tuple[Admitted, ...] = ()
    refused: tuple[str, ...] = ()

    @property
    def rest(self) -> tuple[GivenFile, ...]:
        """Give those nobody has looked at yet."""
        return self.files[len(self.admitted) + len(self.refused) :]

    def admitting(self, one: Admitted) -> "Arriving":
        """Let one in."""
        return replace(self, admitted=(*self.admitted, one))

    def refusing(self, sentence: str) -> "Arriving":
        """Turn one away."""
        return replace(self, refused=(*self.refused, sentence))

    def words(self) -> str:
        """Say how far it is."""
        place = len(self.files) - len(self.rest) + 1
        return _("Opening file {place} of {count} …").format(place=place, count=len(self.files))
