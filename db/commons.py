"""The questions about what is made public, and how every question opens its short reading."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine

from db import contents, conventions, files, notices, revenue
from db import engine as engines
from db.tables import RECORD_TABLES
from db.work import read_all
from mediator_desk.records.attachment import Attachment, AttachmentView
from mediator_desk.records.ids import StationId
from mediator_desk.records.issued_paper import IssuedPaper, SignedPage
from mediator_desk.records.print_run import PrintRun
from mediator_desk.rows.conventions import ConventionFile, ConventionRow
from mediator_desk.rows.notices import NoticeFile, NoticeRow
from mediator_desk.rows.revenue import RevenueFile, RevenueRow


@dataclass(frozen=True, slots=True)
class Readings:
    """Opens short readings of the store."""

    engine: Engine
    station: StationId

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """Open a short reading."""
        with self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def _cursor(self) -> Iterator[Any]:
        """Lend the driver's own cursor: one statement alone needs neither compiler nor begin."""
        lent = self.engine.raw_connection()
        try:
            with engines.damage_in_words():
                yield lent.cursor()
        finally:
            lent.close()


@dataclass(frozen=True, slots=True)
class CommonsQueries(Readings):
    """Questions about public notices, conventions and common revenue."""

    def conventions(self) -> tuple[ConventionRow, ...]:
        """List conventions, newest first."""
        with self._reading() as connection:
            return conventions.convention_rows(connection)

    def convention_file(self, id: UUID) -> ConventionFile:
        """Read one convention whole."""
        with self._reading() as connection:
            return conventions.convention_file(connection, id)

    def revenue_accounts(self) -> tuple[RevenueRow, ...]:
        """List the accounts of common revenue, newest first."""
        with self._reading() as connection:
            return revenue.revenue_rows(connection)

    def revenue_file(self, id: UUID) -> RevenueFile:
        """Read the account of a quarter whole."""
        with self._reading() as connection:
            return revenue.revenue_file(connection, id)

    def notices(self) -> tuple[NoticeRow, ...]:
        """List public notices, newest first."""
        with self._reading() as connection:
            return notices.notice_rows(connection)

    def notice_file(self, id: UUID) -> NoticeFile:
        """Read one public notice whole."""
        with self._reading() as connection:
            return notices.notice_file(connection, id)

    def attachments(self, about: UUID) -> tuple[Attachment, ...]:
        """List the attachments of a record, oldest first."""
        with self._reading() as connection:
            return files.children(connection, Attachment, about)

    def attachment_views(self, about: UUID) -> tuple[AttachmentView, ...]:
        """List who looked at the identity papers of a record, oldest first."""
        with self._reading() as connection:
            return files.children(connection, AttachmentView, about)

    def contents_here(self, about: UUID) -> frozenset[str]:
        """Name which bytes of a record's attachments are here, by their SHA-256."""
        with self._reading() as connection:
            return contents.here(connection, about)

    def issued_papers(self, about: UUID) -> tuple[IssuedPaper, ...]:
        """List the papers issued about a record, oldest first."""
        with self._reading() as connection:
            return files.children(connection, IssuedPaper, about)

    def issued_by_mark(self, mark: str) -> IssuedPaper | None:
        """Find an issued paper by the mark on its pages."""
        with self._reading() as connection:
            found = read_all(connection, IssuedPaper, RECORD_TABLES["issued_paper"].c.mark == mark)
            return found[0] if found else None

    def signed_pages(self, about: UUID) -> tuple[SignedPage, ...]:
        """List the signed pages that came back for a record, oldest first."""
        with self._reading() as connection:
            return files.children(connection, SignedPage, about)

    def content(self, sha256: str) -> bytes:
        """Read the bytes of an attachment."""
        with self._reading() as connection:
            return contents.read(connection, sha256)

    def print_runs(self) -> tuple[PrintRun, ...]:
        """List what was printed of many cases or for others, and what was refused, newest first."""
        with self._reading() as connection:
            return read_all(connection, PrintRun)[::-1]
