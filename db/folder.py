"""Where a store may live: a local disk with room, never a stick, a share or a synced folder."""

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from mediator_desk.troubles import DiskFull, DiskTrouble, FolderUnfit
from mediator_desk.words import N_

_FAR = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ncpfs", "fuse.sshfs", "fuse.rclone"}
_CARRIED = {"vfat", "msdos", "exfat", "fuseblk.exfat", "iso9660", "udf"}
_SYNCED = (
    "onedrive",
    "dropbox",
    "nutstore",
    "坚果云",
    "baidusync",
    "wpsdrive",
    "icloud",
    "nextcloud",
)
_MEGABYTE = 1024 * 1024
_BALLAST = "ballast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What the store asks of its disk, in bytes; tests set their own.

    ``mounts`` is where a system that has it says which disk a folder lies on.
    """

    stop_below: int = 200 * _MEGABYTE
    ballast: int = 64 * _MEGABYTE
    any_folder: bool = False
    mounts: Path = Path("/proc/mounts")


def check_folder(folder: Path, limits: Limits) -> None:
    """Refuse a folder where a store would come to harm. Raises ``FolderUnfit``."""
    if limits.any_folder:
        return
    path = folder.absolute()
    if any(mark in part.lower() for part in path.parts for mark in _SYNCED):
        raise FolderUnfit(
            N_("{folder} is kept in step with the internet. Choose a folder only this PC uses."),
            folder=str(path),
        )
    if _kind_of_disk(path, limits.mounts) in _FAR | _CARRIED:
        raise FolderUnfit(
            N_("{folder} is on a network or a stick. Choose a folder on this PC's own disk."),
            folder=str(path),
        )


def check_room(folder: Path, limits: Limits) -> None:
    """Stop before the disk is so full that even deleting fails. Raises ``DiskFull``."""
    free = shutil.disk_usage(folder).free
    if free < limits.stop_below:
        raise DiskFull(
            N_(
                "Only {free} MB are free on this disk. Nothing was changed. "
                "Free some space, then save again."
            ),
            free=free // _MEGABYTE,
        )


def check_target(folder: Path, file: Path) -> None:
    """Refuse to write over a file the station lives by. Raises ``DiskTrouble``."""
    target = file.resolve()
    own = target.name == _BALLAST or target.name.startswith("station.")
    if own and target.parent == folder.resolve():
        raise DiskTrouble(
            N_("{file} belongs to the station itself. Choose another name or folder."),
            file=str(file),
        )


def lay_ballast(folder: Path, limits: Limits) -> None:
    """Keep a file that can be given up when the disk is full."""
    file = folder / _BALLAST
    if limits.ballast and not file.exists() and shutil.disk_usage(folder).free > limits.ballast * 4:
        with file.open("wb") as out:
            block = os.urandom(_MEGABYTE)
            for _ in range(limits.ballast // _MEGABYTE):
                out.write(block)


def _kind_of_disk(path: Path, mounts: Path) -> str:
    """Name the file system a path lies on, as far as this system tells."""
    if sys.platform == "win32":
        return _kind_on_windows(path)
    existing = next(one for one in (path, *path.parents) if one.exists()).resolve()
    if not mounts.exists():
        return ""
    best, kind = "", ""
    for row in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        _, point, name, *_rest = row.split(" ")
        point = point.replace("\\040", " ")
        inside = existing == Path(point) or Path(point) in existing.parents
        if inside and len(point) >= len(best):
            best, kind = point, name
    return kind


def _kind_on_windows(path: Path) -> str:
    """Ask Windows whether the drive is removable, remote or a disc."""
    import ctypes  # noqa: PLC0415 - only there

    kinds = {2: "vfat", 4: "cifs", 5: "iso9660"}
    drive = ctypes.windll.kernel32.GetDriveTypeW(str(path.anchor))  # type: ignore[attr-defined]
    return kinds.get(drive, "")
