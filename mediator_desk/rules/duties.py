"""Who is responsible under which article for which conduct: the duty map of the departments.

The map is data that people may edit (domain.md 3.6). It says what the law says; who is called in
the end is for a person to decide.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from mediator_desk.records.dispute import Topic
from mediator_desk.rules.remarks import Listed, Named, Remark, remark
from mediator_desk.rules.search_words import fold
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Department:
    """A department by its name, and the other names people write for it."""

    name: str
    said: Named
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A conduct, the departments that act on it (the first leads), and the article that says so."""

    departments: tuple[str, ...]
    conduct: Named
    words: tuple[str, ...]
    source: str
    since: date
    until: date | None = None
    topics: frozenset[Topic] = frozenset()
    usual: bool = False
    confidence: str = "high"
    note: Named | None = None

    def holds(self, on: date | None, topic: Topic | None) -> bool:
        """Tell whether it holds on a day (none: today's law) and speaks of the topic."""
        known = topic is None or topic is Topic.OTHER or not self.topics or topic in self.topics
        if on is None:
            return known and self.until is None
        return known and self.since <= on and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardDuty:
    """A duty and the words of a text that name its conduct; none when the topic alone does."""

    duty: Duty
    words: tuple[str, ...]

    def reason(self) -> Remark:
        """Say it: the words, the conduct, the article."""
        if not self.words:
            return remark(
                N_("{conduct} ({source})."), conduct=self.duty.conduct, source=self.duty.source
            )
        return remark(
            N_("“{words}”: {conduct} ({source})."),
            words=Listed(self.words),
            conduct=self.duty.conduct,
            source=self.duty.source,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsible:
    """A department and the duties by which it is responsible, the plainest first."""

    department: Department
    heard: tuple[HeardDuty, ...]

    @property
    def name(self) -> str:
        """Give the department's name."""
        return self.department.name

    @property
    def article(self) -> str:
        """Give the article of the plainest of its duties."""
        return self.heard[0].duty.source

    @property
    def because(self) -> tuple[Remark, ...]:
        """Say why it is responsible, one sentence for each duty."""
        return tuple(one.reason() for one in self.heard)


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyMap:
    """All departments and duties, as the data file gives them."""

    departments: tuple[Department, ...]
    duties: tuple[Duty, ...]

    def for_text(
        self, topic: Topic | None, text: str, *, on: date | None = None
    ) -> tuple[Responsible, ...]:
        """Name the departments responsible for what a text tells, the plainest first.

        A duty is plainer the more of the text its words are; where levels of law overlap, every
        duty is named and nobody chooses for the departments.
        """
        said = fold(text).replace(" ", "")
        held = [duty for duty in self.duties if duty.holds(on, topic)]
        heard = [HeardDuty(duty=duty, words=_longest(duty.words, said)) for duty in held]
        plain = sorted((one for one in heard if one.words), key=_plainness)
        if not plain and topic is not None:
            plain = [one for one in heard if one.duty.usual and topic in one.duty.topics]
        return self._by_department(plain)

    def suggest(
        self,
        text: str,
        *,
        other_than: str = "",
        topic: Topic | None = None,
        on: date | None = None,
    ) -> Responsible | None:
        """Name the department to turn to when another one says that it is not its duty."""
        others = (
            one for one in self.for_text(topic, text, on=on) if not self.same(one.name, other_than)
        )
        return next(others, None)

    def binds(
        self, department: str, text: str, *, topic: Topic | None = None, on: date | None = None
    ) -> Responsible | None:
        """Say by which duties a department answers for a text after all, if it does."""
        found = self.for_text(topic, text, on=on)
        return next((one for one in found if self.same(one.name, department)), None)

    def named(self, name: str) -> Department | None:
        """Find a department by any name people write for it; the longest name known wins."""
        said = fold(name).replace(" ", "")
        best: Department | None = None
        most = 0
        for one in self.departments:
            fits = [len(known) for known in map(fold, (one.name, *one.also)) if known in said]
            if max(fits, default=0) > most:
                best, most = one, max(fits)
        return best

    def same(self, one: str, other: str) -> bool:
        """Tell whether two names mean the same department."""
        if one.strip() == other.strip():
            return True
        first = self.named(one)
        return first is not None and first == self.named(other)

    def articles(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """List every article once, in the order of the file, with the departments it binds."""
        found: dict[str, tuple[str, ...]] = {}
        for duty in self.duties:
            before = found.get(duty.source, ())
            found[duty.source] = tuple(dict.fromkeys((*before, *duty.departments)))
        return tuple(found.items())

    def _by_department(self, heard: Iterable[HeardDuty]) -> tuple[Responsible, ...]:
        known = {one.name: one for one in self.departments}
        found: dict[str, list[HeardDuty]] = {}
        for one in heard:
            for name in one.duty.departments:
                found.setdefault(name, []).append(one)
        return tuple(
            Responsible(department=known[name], heard=tuple(duties))
            for name, duties in found.items()
        )


def read_duties(text: str) -> DutyMap:
    """Read the duty map. Raises ``KeyError`` for a duty of a department the file does not name."""
    data = tomllib.loads(text)
    departments = tuple(
        Department(
            name=one["zh"], said=Named(one["zh"], one["en"]), also=tuple(one.get("also", ()))
        )
        for one in data["department"]
    )
    known = {one.name for one in departments}
    duties = tuple(_duty(one) for one in data["duty"])
    strangers = {name for duty in duties for name in duty.departments} - known
    if strangers:
        raise KeyError(*sorted(strangers))
    return DutyMap(departments=departments, duties=duties)


def _duty(one: dict[str, Any]) -> Duty:
    note = one.get("note_zh")
    return Duty(
        departments=tuple(one["departments"]),
        conduct=Named(one["zh"], one["en"]),
        words=tuple(one["words"]),
        source=one["source"],
        since=one["from"],
        until=one.get("until"),
        topics=frozenset(Topic(code) for code in one.get("topics", ())),
        usual=one.get("usual", False),
        confidence=one["confidence"],
        note=Named(note, one["note_en"]) if note else None,
    )


def _longest(words: Iterable[str], said: str) -> tuple[str, ...]:
    """Name the words that occur, leaving out those that are part of a longer one."""
    found = [word for word in words if word in said]
    return tuple(word for word in found if not any(word in other != word for other in found))


def _plainness(one: HeardDuty) -> int:
    return -sum(map(len, one.words))
