"""Files that travel inside a paper: put in when it is written, taken out when it is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from mediator_desk.paper.preview import opened


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A file inside a paper: its name, its kind, its bytes, and when what it says last changed."""

    name: str
    mime: str
    about: str
    changed_at: datetime
    content: bytes = field(repr=False)

    @property
    def changed(self) -> str:
        """Write the moment as PDF does, in UTC: the same in every time zone."""
        return self.changed_at.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ")


def attached(pdf: bytes) -> Mapping[str, bytes]:
    """Give the files inside a paper by their names. Raises ``PaperUnreadable`` if it is no PDF."""
    with opened(pdf) as document:
        files = [document.get_attachment(at) for at in range(document.count_attachments())]
        return {one.get_name(): bytes(one.get_data()) for one in files}
