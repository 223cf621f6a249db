"""The record of a case as a file inside its volume, and how it is read back.

The file is JSON for programs of later years: codes in place of words, every record with its id, in
one order, so that the same case gives the same bytes. It never goes into a masked paper: it names
everybody.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from mediator_desk.paper.attaching import Attached
from mediator_desk.ports import Desk
from mediator_desk.records import KINDS, Record
from mediator_desk.records.values import from_values, to_values
from mediator_desk.rows import CaseFile
from mediator_desk.rows.case_records import CaseRecords
from mediator_desk.troubles import PaperUnreadable
from mediator_desk.words import N_

FORMAT = "mediator-desk/case"
VERSION = 1
MIME = "application/json"
_ABOUT = "案件数据（供计算机读取）"
_FOREIGN = N_(
    "No record of a case is inside this PDF. Choose a volume or a summary that this program"
    " printed, and not a scan of it."
)


class About(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the ids in the records stand for, in words."""

    number: str
    volume_no: str
    place: str
    team: str
    committee: str
    people: dict[str, str]


class _Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A record in the file."""

    id: UUID
    version: int
    values: dict[str, Any]


class _Content(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    about: About
    changed_at: datetime
    dispute: UUID
    format: str
    records: dict[str, list[_Line]]
    version: int


class _Head(msgspec.Struct, frozen=True):
    """What tells whose file it is, before the rest is looked at."""

    format: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRead:
    """A case read back: what it is called, and its records."""

    about: About
    case: CaseRecords

    def counted(self) -> Mapping[str, int]:
        """Count the records of each kind, by the code of the kind."""
        kinds = [record.TABLE for record in self.case.records]
        return {kind: kinds.count(kind) for kind in KINDS if kind in kinds}


def case_record(desk: Desk, file: CaseFile) -> Attached:
    """Give the record of a case as a file to be put into its volume."""
    case = desk.queries.case_records(file.dispute.id)
    return Attached(
        name=f"{file.dispute.number}.json",
        mime=MIME,
        about=_ABOUT,
        changed_at=case.changed_at,
        content=case_json(case, _about(file, case)),
    )


def case_json(case: CaseRecords, about: About) -> bytes:
    """Write a case in the one order: kinds, in each the ids, in each the names of the fields."""
    records: dict[str, list[_Line]] = {}
    for record in sorted(case.records, key=lambda one: (one.TABLE, str(one.id))):
        line = _Line(id=record.id, version=record.version, values=to_values(record))
        records.setdefault(record.TABLE, []).append(line)
    content = _Content(
        about=about,
        changed_at=case.changed_at,
        dispute=case.dispute,
        format=FORMAT,
        records=records,
        version=VERSION,
    )
    return msgspec.json.format(msgspec.json.encode(content, order="sorted"), indent=1)


def read_case(files: Mapping[str, bytes]) -> CaseRead:
    """Read the case out of the files of a PDF. Raises ``PaperUnreadable``."""
    for content in files.values():
        head = _read(content, _Head)
        if head is None or head.format != FORMAT:
            continue
        if head.version > VERSION:
            raise PaperUnreadable(
                N_("This volume was printed by a newer program. Update this one, then read it.")
            )
        read = _read(content, _Content)
        if read is None or not set(read.records) <= set(KINDS):
            break
        return CaseRead(about=read.about, case=_case(read))
    raise PaperUnreadable(_FOREIGN)


def _read(content: bytes, form: Any) -> Any:
    """Read JSON in a form, or nothing."""
    try:
        return msgspec.json.decode(content, type=form)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _case(read: _Content) -> CaseRecords:
    """Make the records again."""
    try:
        records: tuple[Record, ...] = tuple(
            from_values(KINDS[table], line.id, line.values, line.version)
            for table, lines in read.records.items()
            for line in lines
        )
    except msgspec.ValidationError as error:
        raise PaperUnreadable(_FOREIGN) from error
    return CaseRecords(dispute=read.dispute, changed_at=read.changed_at, records=records)


def _about(file: CaseFile, case: CaseRecords) -> About:
    """Say what the records name by ids only."""
    named = {str(id): name for id, name in file.people.items()}
    used = {text for record in case.records for text in _texts(to_values(record))}
    return About(
        number=file.dispute.number,
        volume_no=file.dispute.volume_no,
        place=file.place,
        team=file.team.name if file.team else "",
        committee=file.committee.name if file.committee else "",
        people={id: name for id, name in named.items() if id in used},
    )


def _texts(value: object) -> Iterator[str]:
    """Give every text inside plain values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
