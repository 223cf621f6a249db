"""Conventions adopted, filed with the street, put in force and repealed."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.convention import (
    AdoptingBody,
    Convention,
    ConventionVersion,
    VersionState,
)
from mediator_desk.records.public_notice import NoticeKind
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.conventions import Missed
from mediator_desk.rules.council_rules import Confidence
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.remarks import Day
from mediator_desk.rules.transitions import CONVENTION_STEPS, after
from mediator_desk.usecases.public_notices import check_notice_over
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptConvention:
    """Who adopted it, and with how many.

    ``due`` are those entitled, ``present`` those taking part, ``agreeing`` those for it.
    ``reason`` says why it stands though an uncertain figure was not reached, or though the notice
    did not hang all its days. ``planned_from`` is the day the text names for its beginning.
    """

    version: UUID
    body: AdoptingBody
    due: int
    present: int
    agreeing: int
    adopted_on: date | None = None
    planned_from: date | None = None
    reason: str = ""


def adopt_convention(desk: Desk, asked: AdoptConvention) -> Changes:
    """Keep the adoption, checked exactly against the figures in force that day."""
    with desk.work("adopt-convention") as work:
        version = work.get(ConventionVersion, asked.version)
        state = after(CONVENTION_STEPS, "adopt-convention", version.state)
        convention = work.get(Convention, version.convention)
        adopted_on = _past(desk, asked.adopted_on, version.drafted_on)
        if asked.planned_from is not None and asked.planned_from < adopted_on:
            raise Refusal(
                N_("It was adopted on {day} and can begin from that day."), day=Day(adopted_on)
            )
        _check_body(desk, convention, asked.body)
        _check_counts(asked)
        reason = asked.reason.strip()
        draft = NoticeKind.CONVENTION_DRAFT
        check_notice_over(desk, work, convention.id, draft, adopted_on, reason)
        _check_figures(desk, convention, asked, adopted_on)
        work.put(
            replace(
                version,
                state=state,
                body=asked.body,
                due=asked.due,
                present=asked.present,
                agreeing=asked.agreeing,
                adopted_on=adopted_on,
                planned_from=asked.planned_from,
                doubt=reason,
            )
        )
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class FileConvention:
    """When it was filed with the street, under which number."""

    version: UUID
    number: str
    office: str = ""
    filed_on: date | None = None


def file_convention(desk: Desk, asked: FileConvention) -> Changes:
    """Keep that the street has it."""
    with desk.work("file-convention") as work:
        if not asked.number.strip():
            raise Refusal(N_("Write down the number under which the street filed it."))
        version = work.get(ConventionVersion, asked.version)
        state = after(CONVENTION_STEPS, "file-convention", version.state)
        work.put(
            replace(
                version,
                state=state,
                filed_on=_past(desk, asked.filed_on, version.adopted_on),
                filed_number=asked.number.strip(),
                filed_with=asked.office.strip(),
                filed_by=desk.person.id,
            )
        )
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class EnforceConvention:
    """Since which day a version is in force; without one, the day it names itself, or today."""

    version: UUID
    since: date | None = None


def enforce_convention(desk: Desk, asked: EnforceConvention) -> Changes:
    """Put a version in force; the one before ends with that day."""
    with desk.work("enforce-convention") as work:
        version = work.get(ConventionVersion, asked.version)
        state = after(CONVENTION_STEPS, "enforce-convention", version.state)
        convention = work.get(Convention, version.convention)
        filing = desk.books.conventions.kinds[convention.kind].filing
        if filing and version.filed_on is None:
            raise Refusal(N_("File it with the street first; it holds from then on."))
        since = _past(
            desk,
            asked.since or version.planned_from,
            max(day for day in (version.adopted_on, version.filed_on) if day),
        )
        _end_earlier(work, version, since)
        work.put(replace(version, state=state, in_force_from=since))
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class RepealConvention:
    """Why a convention no longer holds, and since which day."""

    version: UUID
    reason: str
    since: date | None = None


def repeal_convention(desk: Desk, asked: RepealConvention) -> Changes:
    """End the version in force; nothing follows it."""
    with desk.work("repeal-convention") as work:
        if not asked.reason.strip():
            raise Refusal(N_("Say who repealed it, and why."))
        version = work.get(ConventionVersion, asked.version)
        state = after(CONVENTION_STEPS, "repeal-convention", version.state)
        since = _past(desk, asked.since, version.in_force_from)
        work.put(replace(version, state=state, ended_on=since, end_reason=asked.reason.strip()))
        return work.commit()


def _end_earlier(work: Work, version: ConventionVersion, since: date) -> None:
    """End the version in force the day the next begins; no two ever hold on one day."""
    for other in work.of(ConventionVersion, version.convention):
        if other.in_force_from is None or other.id == version.id:
            continue
        began, ended = other.in_force_from, other.ended_on
        if since <= began or (ended is not None and since < ended):
            raise Refusal(
                N_("Version {ordinal} was in force until {day}. Choose a later day."),
                ordinal=other.ordinal,
                day=Day(ended or began),
            )
        if other.state is VersionState.IN_FORCE:
            replaced = after(CONVENTION_STEPS, "convention-replaced", other.state)
            work.put(replace(other, state=replaced, ended_on=since, replaced_by=version.id))


def _past(desk: Desk, day: date | None, first: date | None) -> date:
    """Give a day that lies between the step before and today. Raises ``Refusal``."""
    today = local_day(desk.now())
    said = day or today
    if said > today:
        raise Refusal(N_("{day} lies in the future. Write it down when it is so."), day=Day(said))
    if first is not None and said < first:
        raise Refusal(
            N_("{day} is before the step that leads to it ({first}). Correct the day."),
            day=Day(said),
            first=Day(first),
        )
    return said


def _check_body(desk: Desk, convention: Convention, body: AdoptingBody) -> None:
    """Refuse a body that does not adopt conventions of this kind."""
    if body not in desk.books.conventions.kinds[convention.kind].bodies:
        raise Refusal(
            N_("This body does not adopt such a convention. Choose the one that the rules name.")
        )


def _check_counts(asked: AdoptConvention) -> None:
    """Refuse figures that cannot be."""
    if not 0 <= asked.agreeing <= asked.present <= asked.due or not asked.due:
        raise Refusal(
            N_(
                "Of {due} due, {present} are present and {agreeing} agree: that cannot be. "
                "Correct the figures."
            ),
            due=asked.due,
            present=asked.present,
            agreeing=asked.agreeing,
        )


def _check_figures(desk: Desk, convention: Convention, asked: AdoptConvention, on: date) -> None:
    """Refuse an adoption that the figures do not carry; only an uncertain one yields to a reason.

    Raises ``Refusal``.
    """
    books = desk.books
    counts = (asked.due, asked.present, asked.agreeing)
    missed = books.conventions.missed(books.council, asked.body, convention.division, on, counts)
    for one in missed:
        if one.figure.confidence is not Confidence.LOW:
            raise _refused(
                N_("{what}: {part} of {whole}; {needed} are needed ({source}). It is not adopted."),
                one,
            )
        if not asked.reason.strip():
            raise _refused(
                N_(
                    "{what}: {part} of {whole}; {needed} are needed ({source}). If another rule "
                    "holds here, say which as the reason."
                ),
                one,
            )


def _refused(sentence: str, missed: Missed) -> Refusal:
    return Refusal(
        sentence,
        what=missed.figure.title,
        part=missed.part,
        whole=missed.whole,
        needed=missed.needed,
        source=missed.figure.source,
    )
