"""Backups: the store and its key file as one file, good only after it was opened and counted.

A backup carries the mark that makes whoever opens it take a new station id first (see
``restored``), however it was put in place.
"""

import json
import os
import shutil
import time
import zipfile
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.exc import DatabaseError

from db import engine as engines
from db import store as stores
from db import verify as verifying
from db.folder import Limits, check_folder, check_room, check_target
from db.keys import read_key_file, sync_folder
from db.store import RESTORED, Store
from db.tables import line, meta, metadata
from mediator_desk.ports import Verdict
from mediator_desk.troubles import DiskTrouble, FolderUnfit, StoreDamaged, check_is_file
from mediator_desk.words import N_, _

FORMAT = 1
_MANIFEST = "backup.json"
_MEMBERS = (stores.STORE, stores.KEYS)
_BLOCK = 1024 * 1024
_ROOM = "backup-"
_LONG_OVER = 24 * 60 * 60


def back_up(store: Store, data_key: bytes, file: Path) -> Verdict:
    """Write a backup to a file of its own and check it. Raises ``DiskTrouble``.

    An earlier backup of the same name is replaced only by one that was found good.
    """
    check_room(store.folder, store.limits)
    check_target(store.folder, file)
    check_is_file(file)
    _clear_away(store.folder)
    part = file.with_name(f".{file.name}.part")
    try:
        with TemporaryDirectory(dir=store.folder, prefix=_ROOM) as room:
            copy = Path(room) / stores.STORE
            with engines.said_in_words():
                verdict = _copy(store, data_key, copy)
            if not verdict.ok:
                return verdict
            _bind(part, {stores.STORE: copy, stores.KEYS: store.folder / stores.KEYS})
        _read_manifest(part)
        part.replace(file)
        sync_folder(file.parent)
    except OSError as broken:
        raise DiskTrouble(
            N_("The backup could not be written to {folder} ({why}). Choose another place."),
            folder=str(file.parent),
            why=broken.strerror or str(broken),
        ) from broken
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return verdict


def restore_into(file: Path, folder: Path, limits: Limits) -> None:
    """Put a backup into a new folder. Raises ``FolderUnfit``, ``StoreDamaged``, ``DiskTrouble``."""
    check_folder(folder, limits)
    try:
        if folder.exists() and any(folder.iterdir()):
            raise FolderUnfit(
                N_("There is something in {folder} already. Choose a new folder."),
                folder=str(folder),
            )
        _read_manifest(file)
        folder.mkdir(parents=True, exist_ok=True)
        check_room(folder, limits)
        _unpack(file, folder)
        sync_folder(folder)
    except OSError as broken:
        raise DiskTrouble(
            N_("The backup could not be put into {folder} ({why})."),
            folder=str(folder),
            why=broken.strerror or str(broken),
        ) from broken
    read_key_file(folder / stores.KEYS)


def _unpack(file: Path, folder: Path) -> None:
    """Put the members into a folder that was found empty; it stays so when that fails."""
    try:
        with zipfile.ZipFile(file) as archive:
            # The store comes last: a folder counts as founded once its store stands there.
            for name in reversed(_MEMBERS):
                _extract(archive, name, folder / name)
    except OSError:
        for name in _MEMBERS:
            for left in (folder / name, (folder / name).with_suffix(".part")):
                with suppress(OSError):
                    left.unlink()
        raise


def verify(store: Store) -> Verdict:
    """Check the store, and that its tables say what its journal says."""
    return verifying.verify(store)


def _clear_away(folder: Path) -> None:
    """Take away the copies that killed backups left, but not that of one still at work."""
    for room in folder.glob(f"{_ROOM}*"):
        with suppress(OSError):
            if time.time() - room.stat().st_mtime > _LONG_OVER:
                shutil.rmtree(room)


def _copy(store: Store, data_key: bytes, copy: Path) -> Verdict:
    """Copy the open store in one step, mark the copy, and check it with the key."""
    with store.engine.connect() as connection, connection.begin():
        counts = _counts(connection)
        source = connection.connection.driver_connection
        with closing(driver.connect(str(copy))) as target:
            target.execute(f"PRAGMA key=\"x'{data_key.hex()}'\"")
            source.backup(target)  # type: ignore[union-attr]
            target.execute("PRAGMA journal_mode=DELETE")
    engine = engines.open_engine(copy, data_key)
    try:
        with engine.connect().execution_options(write=True) as connection, connection.begin():
            problems = list(verifying.damages(connection))
            if _counts(connection) != counts:
                problems.append(_("The copy holds less than the store. Back up again."))
            mark = upsert(meta).values(key=RESTORED, value=True)
            connection.execute(mark.on_conflict_do_nothing())
            disputes = connection.scalar(select(func.count()).select_from(line)) or 0
        with engine.connect() as connection:
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("PRAGMA journal_mode=DELETE")
    except (DatabaseError, driver.DatabaseError, StoreDamaged) as broken:
        return Verdict(ok=False, disputes=0, problems=(str(broken),))
    finally:
        engine.dispose()
    return Verdict(ok=not problems, disputes=disputes, problems=tuple(problems))


def _counts(connection: Connection) -> dict[str, int]:
    """Count the rows of every table."""
    return {
        name: connection.scalar(select(func.count()).select_from(table)) or 0
        for name, table in metadata.tables.items()
    }


def _bind(part: Path, members: dict[str, Path]) -> None:
    """Put the members and their digests into one file, and wait until the disk has it."""
    said = {"format": FORMAT, "sha256": {name: _digest(one) for name, one in members.items()}}
    with part.open("wb") as out:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
            archive.writestr(_MANIFEST, json.dumps(said, indent=1))
            for name, one in members.items():
                archive.write(one, name)
        out.flush()
        os.fsync(out.fileno())


def _read_manifest(file: Path) -> None:
    """Check that every member is as it was written. Raises ``StoreDamaged``."""
    damaged = StoreDamaged(
        N_("The backup {name} is damaged or no backup. Use an older one."), name=file.name
    )
    try:
        with zipfile.ZipFile(file) as archive:
            said = json.loads(archive.read(_MANIFEST))
            wrong = said["format"] != FORMAT or set(said["sha256"]) != set(_MEMBERS)
            for name in _MEMBERS:
                with archive.open(name) as member:
                    digest = sha256()
                    while block := member.read(_BLOCK):
                        digest.update(block)
                wrong = wrong or digest.hexdigest() != said["sha256"][name]
    except (zipfile.BadZipFile, ValueError, KeyError, TypeError, EOFError) as why:
        raise damaged from why
    if wrong:
        raise damaged


def _extract(archive: zipfile.ZipFile, name: str, to: Path) -> None:
    """Write one member to its place, under a temporary name until the disk has it."""
    part = to.with_suffix(".part")
    with archive.open(name) as member, part.open("wb") as out:
        while block := member.read(_BLOCK):
            out.write(block)
        out.flush()
        os.fsync(out.fileno())
    part.replace(to)


def _digest(file: Path) -> str:
    """Reckon the SHA-256 of a file."""
    digest = sha256()
    with file.open("rb") as source:
        while block := source.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
