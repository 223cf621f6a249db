"""Who can unlock a station: read from its key file before the cipher's library is loaded."""

import json
from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from mediator_desk.troubles import StoreDamaged
from mediator_desk.words import N_

RECOVERY = "recovery"
"""The slot of the printed card, which is nobody's."""


def people_of(file: Path) -> Mapping[UUID, str]:
    """Name who has a slot in the key file, or in its spare copy. Raises ``StoreDamaged``."""
    for one in (file, file.with_suffix(".bak")):
        try:
            slots = json.loads(one.read_text(encoding="utf-8"))["slots"]
            return {UUID(slot["id"]): slot["name"] for slot in slots if slot["id"] != RECOVERY}
        except (OSError, ValueError, KeyError, TypeError):
            continue
    raise StoreDamaged(
        N_("The key file {file} is missing or damaged. Put it back from a backup."), file=file.name
    )
