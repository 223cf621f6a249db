"""The files of rules in force: those that came with the program, overlaid by those taken in."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID

from db.books import carried_texts, read_books
from db.store import Store
from db.work import SqlWork, read_all
from mediator_desk.paper.form import carried_paper_texts, is_paper_text
from mediator_desk.paper.form_files import check_paper_text
from mediator_desk.ports import Books, Work
from mediator_desk.records.rule_file import RuleFile
from mediator_desk.refusals import Refusal
from mediator_desk.rules.rule_text import RuleFileUnfit, read_toml
from mediator_desk.words import N_


@dataclass(slots=True, kw_only=True)
class StationLibrary:
    """The library of one store (the promises are those of ``ports.Library``).

    The books are read again only when a file of rules was taken in or dropped; a window may ask
    for them at any time without touching the store.
    """

    books: Books
    store: Store
    _seen: Mapping[str, RuleFile] = field(default_factory=dict)
    _over: Mapping[str, str] = field(default_factory=dict)
    _unfit: Mapping[str, Refusal] = field(default_factory=dict)

    @contextmanager
    def work(self, person: UUID) -> Iterator[Work]:
        """Open a piece of work; what it changes in the files of rules holds right after it."""
        with self.store.work(person) as work:
            yield work
        if isinstance(work, SqlWork) and work.changes().touches("rule_file"):
            self.refresh()

    def texts(self) -> Mapping[str, str]:
        """Give the text in force of every file."""
        return {**_carried(), **self._over}

    def carried(self) -> Mapping[str, str]:
        """Give the texts that came with the program."""
        return _carried()

    def read(self, changed: Mapping[str, str | None]) -> Books:
        """Read the books as they would be with these texts; how papers look is only checked."""
        carried = _carried()
        texts = dict(self.texts())
        for name, text in changed.items():
            if text is not None and is_paper_text(name):
                check_paper_text(name, text, official=True)
            elif text is not None:
                read_toml(text)
                texts[name] = text
            elif name in carried:
                texts[name] = carried[name]
            else:
                texts.pop(name, None)
        return self.books if all(map(is_paper_text, changed)) else _read(texts)

    def refresh(self) -> None:
        """Read anew if the files taken in have changed."""
        taken_in = self._taken_in()
        if taken_in == self._seen:
            return
        self._seen, self._over = taken_in, {}
        unfit: dict[str, Refusal] = {}
        for name, one in taken_in.items():
            try:
                if is_paper_text(name):
                    check_paper_text(name, one.text, official=bool(one.signed_by))
                else:
                    self.read({name: one.text})
            except RuleFileUnfit as why:
                unfit[name] = why
            else:
                self._over = {**self._over, name: one.text}
        self._unfit = unfit
        self.books = _read(self.texts())

    def unfit(self) -> Mapping[str, Refusal]:
        """Say of each file that was taken in but cannot be read, why."""
        return self._unfit

    def _taken_in(self) -> dict[str, RuleFile]:
        """Give the files taken in, of each name the last."""
        with self.store.reading() as connection:
            found = read_all(connection, RuleFile)
        return {one.name: one for one in sorted(found, key=lambda one: one.taken_in_at)}


def _carried() -> Mapping[str, str]:
    """Give all texts that came with the program: calendars, rules, and how papers look."""
    return {**carried_texts(), **carried_paper_texts()}


def _read(texts: Mapping[str, str]) -> Books:
    """Read the books; what a reader stumbles over is said. Raises ``RuleFileUnfit``."""
    try:
        return read_books(texts)
    except KeyError as missing:
        raise RuleFileUnfit(
            N_("“{field}” is missing in the file. Add it, or ask for the file again."),
            field=str(missing.args[0]),
        ) from missing
    except (ValueError, TypeError, AttributeError, ArithmeticError) as wrong:
        raise RuleFileUnfit(
            N_("The file holds a value that cannot be used ({why}). Correct it."), why=str(wrong)
        ) from wrong
