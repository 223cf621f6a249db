"""How the world breaks: a full disk, a lock, a damaged bundle. The sentence says what to do."""

from pathlib import Path
from typing import ClassVar

from mediator_desk.bad_news import BadNews
from mediator_desk.words import N_


class Trouble(BadNews):
    """The world broke; nothing is lost, and the sentence says what to do next."""

    code: ClassVar[str] = "trouble"
    exit_code: ClassVar[int] = 7


class StoreLocked(Trouble):
    """The store is in use by another copy of the program, or the password does not open it."""

    code = "locked"
    exit_code = 5


class WrongPassword(StoreLocked):
    """The password opens no slot of the key file."""

    code = "wrong-password"

    def __init__(self) -> None:
        """Say it; there is nothing to fill in."""
        super().__init__(N_("This password does not open the station. Type it again."))


class StoreTooNew(Trouble):
    """The store was written by a newer program."""

    code = "store-too-new"


class StoreDamaged(Trouble):
    """The store cannot be read as it should be."""

    code = "store-damaged"


class DiskTrouble(Trouble):
    """A file could not be read or written."""

    code = "disk"


def check_is_file(file: Path) -> None:
    """Refuse to write over a device, a pipe or a folder. Raises ``DiskTrouble``."""
    if file.exists() and not file.is_file():
        raise DiskTrouble(
            N_("{file} is not a file and is not written over. Give the name of a file."),
            file=str(file),
        )


class DiskFull(DiskTrouble):
    """Too little free space is left to write safely."""

    code = "disk-full"


class Stopped(Trouble):
    """The person stopped it; nothing half done is left."""

    code = "stopped"
    exit_code = 130

    def __init__(self) -> None:
        """Say it; there is nothing to fill in."""
        super().__init__(N_("Stopped. No file was written."))


class FolderUnfit(DiskTrouble):
    """The folder must not hold a store (network, removable or synchronised)."""

    code = "folder-unfit"


class BundleTrouble(Trouble):
    """A bundle cannot be believed; nothing of it was taken in."""

    code = "bundle"
    exit_code = 6


class BundleDamaged(BundleTrouble):
    """The bytes are not what the sender wrote."""

    code = "bundle-damaged"


class BundleTooNew(BundleTrouble):
    """The bundle was written by a newer program."""

    code = "bundle-too-new"


class BundleNotForUs(BundleTrouble):
    """The bundle is encrypted to another station."""

    code = "bundle-not-for-us"


class StationUnknown(BundleTrouble):
    """No card of the sender is trusted here."""

    code = "station-unknown"


class BundleAhead(BundleTrouble):
    """The bundle was written a day or more ahead of this PC's clock; a person may say it is so."""

    code = "bundle-ahead"

    def __init__(self, *, written: str) -> None:
        """Say it with the moment in the bundle."""
        super().__init__(
            N_(
                "This bundle says it was written at {written}, more than a day from now. "
                "If this PC's clock is right, ask the sender about theirs; else confirm it."
            ),
            written=written,
        )


class GlyphMissing(Trouble):
    """A character that no font holds would leave a box on paper; ``places`` names it."""

    code = "glyph-missing"
    exit_code = 1


class PaperFailed(Trouble):
    """One paper of a batch could not be made; the others are not touched by it."""

    code = "paper-failed"


class FontUnfit(Trouble):
    """A font file cannot be used as it is."""

    code = "font"
    exit_code = 1


class LedgerUnfit(Trouble):
    """A spreadsheet cannot be taken in as it is."""

    code = "ledger"
    exit_code = 1


class FileUnfit(Trouble):
    """A picture or a PDF cannot be kept as it is."""

    code = "file"
    exit_code = 1


class PaperUnreadable(Trouble):
    """A PDF or a picture that cannot be read; the file that was given is untouched."""

    code = "paper-unreadable"
