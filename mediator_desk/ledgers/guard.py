"""The guard at the door: odd or hostile spreadsheets are refused in words, unparsed."""

import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from xml.parsers import expat

from mediator_desk.troubles import LedgerUnfit
from mediator_desk.words import N_

MEGABYTE = 1024 * 1024
PROLOGUE_BYTES = 64 * 1024
# Small files of repeated rows pack very tightly and harm nobody.
HARMLESS_BYTES = 16 * MEGABYTE

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED_ENTRY = 0x1
_KNOWN_PACKING = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_WORKBOOK = "xl/workbook.xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How large a ledger may be, and how much time and memory reading it may take."""

    packed_bytes: int = 20 * MEGABYTE
    unpacked_bytes: int = 200 * MEGABYTE
    ratio: int = 100
    entries: int = 2_000
    rows: int = 100_000
    columns: int = 200
    cell_letters: int = 32_767
    seconds: int = 60
    memory_bytes: int = 500 * MEGABYTE


def check(content: bytes, limits: Limits) -> None:
    """Refuse, in words, what is no plain .xlsx workbook or is too large to be one."""
    _check_packed(len(content), limits)
    _check_kind(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_sizes(archive, limits)
            _check_contents(archive)
            for entry in archive.infolist():
                if entry.filename.lower().endswith((".xml", ".rels", ".vml")):
                    _check_prologue(archive, entry)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise damaged() from error


def damaged() -> LedgerUnfit:
    """Say that the file cannot be read."""
    return LedgerUnfit(
        N_("The file is damaged or incomplete. Open it in Excel or WPS, save it again, and repeat.")
    )


def _check_packed(size: int, limits: Limits) -> None:
    if size == 0:
        raise LedgerUnfit(N_("The file is empty."))
    if size > limits.packed_bytes:
        raise LedgerUnfit(
            N_("The file is larger than {limit} MB. Split the ledger, for example by month."),
            limit=limits.packed_bytes // MEGABYTE,
        )


def _check_kind(content: bytes) -> None:
    if content.startswith(_OLD_OFFICE):
        if _ENCRYPTED in content:
            raise _locked()
        raise LedgerUnfit(
            N_("This is an old .xls or .et file. Open it, save it as .xlsx, and take in that file.")
        )
    if not content.startswith(b"PK"):
        raise LedgerUnfit(
            N_("This is not an .xlsx workbook. Open it in Excel or WPS and save it as .xlsx.")
        )


def _check_sizes(archive: zipfile.ZipFile, limits: Limits) -> None:
    entries = archive.infolist()
    if len(entries) > limits.entries:
        raise LedgerUnfit(N_("The workbook has too many parts inside to be an ordinary ledger."))
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.unpacked_bytes:
        raise LedgerUnfit(
            N_("Unpacked, the workbook would be larger than {limit} MB. Split the ledger."),
            limit=limits.unpacked_bytes // MEGABYTE,
        )
    packed = sum(entry.compress_size for entry in entries)
    if unpacked > HARMLESS_BYTES and unpacked > packed * limits.ratio:
        raise LedgerUnfit(
            N_("The workbook is packed far too tightly for a ledger. It was not opened.")
        )


def _check_contents(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    names = {entry.filename.replace("\\", "/").lower() for entry in entries}
    if any(entry.flag_bits & _ENCRYPTED_ENTRY for entry in entries):
        raise _locked()
    if any(name.endswith("vbaproject.bin") or "/macrosheets/" in name for name in names):
        raise LedgerUnfit(
            N_("The workbook holds macros. Save it as .xlsx without macros and take in that file.")
        )
    if "xl/workbook.bin" in names or "mimetype" in names:
        raise LedgerUnfit(
            N_("This workbook is of another kind. Open it in Excel or WPS and save it as .xlsx.")
        )
    if _WORKBOOK not in names:
        raise LedgerUnfit(
            N_("This is not an .xlsx workbook. Open it in Excel or WPS and save it as .xlsx.")
        )
    if len(names) < len(entries) or any(
        entry.compress_type not in _KNOWN_PACKING for entry in entries
    ):
        raise damaged()


def _locked() -> LedgerUnfit:
    return LedgerUnfit(
        N_("The workbook is protected by a password. Remove the password, save it, and repeat.")
    )


class _RootReachedError(Exception):
    """The first element was met: nothing after it can declare an entity."""


def _check_prologue(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """Refuse a part that declares a document type: entities can explode or read other files."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _raising(
        LedgerUnfit(
            N_("The workbook holds declarations that an ordinary ledger never has. It was refused.")
        )
    )
    parser.StartElementHandler = _raising(_RootReachedError())
    with archive.open(entry) as part:
        try:
            parser.Parse(part.read(PROLOGUE_BYTES), entry.file_size <= PROLOGUE_BYTES)
        except _RootReachedError:
            return
        except expat.ExpatError as error:
            raise damaged() from error
    raise damaged()


def _raising(problem: Exception) -> Callable[..., None]:
    def stop(*_declared: object) -> None:
        raise problem

    return stop
