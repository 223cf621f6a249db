"""Turns the raw rows of a ledger into what can be logged, or says why a row cannot."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from mediator_desk.ledgers.cells import Cell, as_text, half_width, squeezed
from mediator_desk.ledgers.dates import When, read_when
from mediator_desk.ledgers.headings import Field
from mediator_desk.ledgers.mapping import ColumnMapping
from mediator_desk.ledgers.reading import RawRow
from mediator_desk.ledgers.signed import signed_by
from mediator_desk.rules.remarks import Remark, remark
from mediator_desk.words import N_

# Spreadsheets keep fifteen digits of a number; an ID number has eighteen.
_DIGITS_KEPT = 15
_SHORTENED = re.compile(r"\d(?:\.\d+)?E\+1[67]", re.IGNORECASE)
_NOT_AVAILABLE = re.compile(r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!)")
# A merged cell speaks for the rows below it, but never makes one event into several.
_LENT = (Field.LOGGED_ON, Field.PLACE, Field.TOPIC, Field.CHANNEL)


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """A row that can be logged as a dispute; ``key`` knows it again when it comes twice."""

    row: int
    key: str
    logged_on: date
    text: str
    logged_at: datetime | None = None
    title: str = ""
    topic: str = ""
    channel: str = ""
    place: str = ""
    name: str = ""
    phone: str = ""
    id_number: str = ""
    reply: str = ""
    replied_on: date | None = None
    replied_by: str = ""
    ref: str = ""
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRow:
    """A row that cannot be logged, why, and what stood in it, to be given back."""

    row: int
    why: Remark
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowReader:
    """What must be known of a ledger to read its rows."""

    mapping: ColumnMapping
    today: date
    from_1904: bool = False

    def read(self, raw_rows: Iterable[RawRow]) -> Iterator[LedgerRow | BadRow]:
        """Read row after row; two rows that say exactly the same are two disputes."""
        seen: Counter[bytes] = Counter()
        for raw in raw_rows:
            if self._says_nothing(raw):
                continue
            words = {field: self._words(raw, field) for field in Field}
            when = read_when(
                self._cell(raw, Field.LOGGED_ON), today=self.today, from_1904=self.from_1904
            )
            text = words[Field.TEXT] or words[Field.TITLE]
            if isinstance(when, Remark):
                yield BadRow(row=raw.number, why=when, cells=raw.cells)
            elif not text:
                yield BadRow(row=raw.number, why=_no_text(), cells=raw.cells)
            else:
                content = self._content(when, text, words)
                seen[content] += 1
                yield self._row(raw, when, text, words, _key(content, seen[content]))

    def _cell(self, raw: RawRow, field: Field) -> Cell:
        column = self.mapping.columns.get(field)
        return raw.borrowed(column) if field in _LENT else raw.at(column)

    def _words(self, raw: RawRow, field: Field) -> str:
        text = as_text(self._cell(raw, field))
        return "" if _NOT_AVAILABLE.fullmatch(text) else text

    def _says_nothing(self, raw: RawRow) -> bool:
        """Tell a repeated heading, or a row with nothing of ours but a running number."""
        told = {
            field: words
            for field, at in self.mapping.columns.items()
            if field is not Field.REF and (words := as_text(raw.at(at)))
        }
        return not told or all(
            words == self.mapping.heading(field) for field, words in told.items()
        )

    def _content(self, when: When, text: str, words: dict[Field, str]) -> bytes:
        """Take the fingerprint of what tells one event from another.

        Replies and topics are left out: they are filled in later, and a ledger that comes
        again with more replies must not double its disputes. So is a running number.
        """
        ref = "" if self.mapping.counts_rows() else words[Field.REF]
        telling = (words[Field.TITLE], words[Field.PLACE], words[Field.NAME], words[Field.PHONE])
        moment = (when.at or when.on).isoformat()
        said = "\x1f".join(map(squeezed, (moment, text, *telling, words[Field.ID_NUMBER], ref)))
        return hashlib.sha256(said.encode()).digest()

    def _row(
        self, raw: RawRow, when: When, text: str, words: dict[Field, str], key: str
    ) -> LedgerRow:
        replied = read_when(
            self._cell(raw, Field.REPLIED_ON), today=self.today, from_1904=self.from_1904
        )
        id_number, doubt = _id_number(self._cell(raw, Field.ID_NUMBER))
        doubts = [*doubt]
        if words[Field.REPLIED_ON] and isinstance(replied, Remark):
            doubts.append(remark(N_("The day of the reply was left out: {why}"), why=replied))
        return LedgerRow(
            row=raw.number,
            key=key,
            logged_on=when.on,
            logged_at=when.at,
            text=text,
            title=words[Field.TITLE],
            topic=words[Field.TOPIC],
            channel=words[Field.CHANNEL],
            place=words[Field.PLACE],
            name=words[Field.NAME],
            phone=half_width(words[Field.PHONE]),
            id_number=id_number,
            reply=words[Field.REPLY],
            replied_on=replied.on if isinstance(replied, When) else None,
            replied_by=words[Field.REPLIED_BY] or signed_by(words[Field.REPLY]),
            ref=half_width(words[Field.REF]),
            remarks=tuple(doubts),
        )


def _no_text() -> Remark:
    return remark(N_("It is not written what happened."))


def _key(content: bytes, occurrence: int) -> str:
    return hashlib.sha256(content + b"#%d" % occurrence).hexdigest()


def _id_number(cell: Cell) -> tuple[str, tuple[Remark, ...]]:
    """Read an ID number; one whose last digits the spreadsheet lost is left out and said so."""
    text = half_width(as_text(cell)).replace(" ", "").upper()
    as_number = isinstance(cell, int | float) and not isinstance(cell, bool)
    lost = len(text) > _DIGITS_KEPT if as_number else bool(_SHORTENED.fullmatch(text))
    if lost:
        return "", (
            remark(
                N_(
                    "The spreadsheet has lost the last digits of the ID number “{number}”;"
                    " it was left out. Type it into the dispute by hand."
                ),
                number=text,
            ),
        )
    return text, ()
