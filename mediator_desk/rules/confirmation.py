"""Judicial confirmation: which courts may be asked, and what would make a court say no.

Courts and doubts are data (``resources/rule_sets/confirmation.toml``). A doubt never blocks: it is
shown with what to write instead, and people decide.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from mediator_desk.records.agreement import Agreement, Obligation
from mediator_desk.records.confirmation import CourtGround
from mediator_desk.records.dispute import CaseSource, Dispute
from mediator_desk.records.people import Party
from mediator_desk.rules.remarks import Named, Remark, remark
from mediator_desk.words import N_

_COUNTY = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Court:
    """A basic people's court and how its district is known."""

    name: str
    divisions: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtChoice:
    """A court that may be asked, and why it may (Civil Procedure Law 205)."""

    court: str
    ground: CourtGround
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What a court may hold against an agreement, where it was found, and what helps."""

    code: str
    said: Named
    advice: Named
    source: str
    found: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A doubt with the words it is known by."""

    doubt: Doubt
    words: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One line of the list that a clear agreement meets: who, what, how much, when, whereto."""

    code: str
    said: Remark
    met: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmationRules:
    """The courts and the doubts, as the data file gives them."""

    courts: tuple[Court, ...]
    patterns: tuple[Pattern, ...]
    payment: tuple[str, ...]

    def choices(
        self, dispute: Dispute, parties: Iterable[Party], committee_division: str
    ) -> tuple[CourtChoice, ...]:
        """List the courts that may be asked, the likeliest first; the others may be typed."""
        found = [
            *(
                CourtChoice(court=one.name, ground=CourtGround.DOMICILE, because=party.name)
                for party in parties
                for one in self.courts
                if any(name in party.address for name in one.names)
            ),
            *self._lying_in(dispute.division, CourtGround.SUBJECT_MATTER),
            *self._lying_in(committee_division, CourtGround.COMMITTEE),
        ]
        if dispute.source is CaseSource.COURT:
            # The court that invited the mediation, whichever it was, comes before all others.
            found = [
                CourtChoice(court=one.name, ground=CourtGround.INVITED, because="")
                for one in self.courts
            ]
        return tuple({(one.court, one.ground): one for one in found}.values())

    def doubts(self, agreement: Agreement, obligations: Iterable[Obligation]) -> tuple[Doubt, ...]:
        """Say what a court may hold against this agreement."""
        text = "\n".join(
            [agreement.terms, agreement.performance, *(one.what for one in obligations)]
        )
        return tuple(_found(self.patterns, text))

    def clarity(self, agreement: Agreement, obligations: Sequence[Obligation]) -> tuple[Check, ...]:
        """Hold an agreement against what a court must find in it (interpretation 358)."""
        sums = [one for one in obligations if one.amount is not None]
        told = f"{agreement.terms}\n{agreement.performance}"
        ways = any(word in told for word in self.payment)
        return (
            Check(
                code="who",
                said=remark(N_("Who owes something, and what, stands in a promise of its own.")),
                met=bool(obligations),
            ),
            Check(
                code="amount",
                said=remark(N_("Every sum stands in figures.")),
                met=not _money_without_sum(obligations),
            ),
            Check(
                code="date",
                said=remark(N_("Every promise has its day.")),
                met=bool(obligations)
                and all(one.due_on or one.performed_on for one in obligations),
            ),
            Check(
                code="account",
                said=remark(N_("How the money gets there, or to which account, is said.")),
                met=not sums or ways,
            ),
        )

    def _lying_in(self, division: str, ground: CourtGround) -> Iterator[CourtChoice]:
        for court in self.courts:
            if division[:_COUNTY] in court.divisions:
                yield CourtChoice(court=court.name, ground=ground, because="")


def read_confirmation(text: str) -> ConfirmationRules:
    """Read the file of courts and doubts."""
    read: dict[str, Any] = tomllib.loads(text)
    return ConfirmationRules(
        courts=tuple(
            Court(name=one["name"], divisions=tuple(one["divisions"]), names=tuple(one["names"]))
            for one in read["court"]
        ),
        patterns=tuple(
            Pattern(
                doubt=Doubt(
                    code=one["id"],
                    said=Named(one["zh"], one["en"]),
                    advice=Named(one["advice_zh"], one["advice_en"]),
                    source=one["source"],
                ),
                words=tuple(re.compile(word) for word in one["words"]),
            )
            for one in read["doubt"]
        ),
        payment=tuple(read["payment"]["words"]),
    )


def _found(patterns: Iterable[Pattern], text: str) -> Iterator[Doubt]:
    for pattern in patterns:
        for word in pattern.words:
            match = word.search(text)
            if match is not None:
                yield Doubt(
                    code=pattern.doubt.code,
                    said=pattern.doubt.said,
                    advice=pattern.doubt.advice,
                    source=pattern.doubt.source,
                    found=match.group(),
                )
                break


def _money_without_sum(obligations: Iterable[Obligation]) -> bool:
    """Tell whether somebody is to pay, but not how much."""
    return any(
        one.amount is None and any(word in one.what for word in ("付", "赔", "退", "元"))
        for one in obligations
    )
