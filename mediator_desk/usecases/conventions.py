"""Conventions drafted, put out for opinions, amended and given up.

A version is changed only until it is adopted; after that a new version is made beside it, and the
old one stays in force until the new one is.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.convention import (
    Convention,
    ConventionKind,
    ConventionVersion,
    VersionState,
)
from mediator_desk.records.council import AgendaTopic
from mediator_desk.records.ids import TopicId
from mediator_desk.records.public_notice import NoticeKind
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.conventions import numbered, split_articles
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.transitions import CONVENTION_STEPS, after
from mediator_desk.usecases.log_dispute import check_division
from mediator_desk.usecases.public_notices import PostNotice, hang_notice
from mediator_desk.words import N_

_OVER = (VersionState.REPLACED, VersionState.REPEALED, VersionState.DROPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftConvention:
    """A new convention and its first text, one article on each line.

    ``building`` names the building and stairwell of a stairwell convention. ``topic`` is the topic
    of the council it comes from, which gives division and place where they are not said.
    """

    kind: ConventionKind
    title: str
    text: str
    division: str = ""
    place: str = ""
    building: str = ""
    topic: UUID | None = None
    purpose: str = ""


def draft_convention(desk: Desk, asked: DraftConvention) -> Changes:
    """Keep a convention with its first draft."""
    with desk.work("draft-convention") as work:
        if not asked.title.strip():
            raise Refusal(N_("Give the convention a name."))
        building = asked.building.strip()
        if asked.kind is ConventionKind.STAIRWELL and not building:
            raise Refusal(N_("Say which building and stairwell the convention is for."))
        topic = None if asked.topic is None else work.get(AgendaTopic, asked.topic)
        division = asked.division or (topic.division if topic else desk.team.division)
        check_division(desk, work, division)
        today = local_day(desk.now())
        count = work.next_number(f"convention/{today.year}")
        convention = Convention(
            id=desk.new_id(),
            team=desk.team.id,
            number=f"{desk.team.short}{desk.station.mark}约-{today.year}-{count}",
            kind=asked.kind,
            title=asked.title.strip(),
            division=division,
            place=asked.place.strip() or (topic.place if topic else ""),
            building=building,
            topic=None if topic is None else TopicId(topic.id),
            logged_by=desk.person.id,
            logged_on=today,
        )
        work.add(convention)
        _add_version(desk, work, convention.id, 1, asked.text, asked.purpose)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeConvention:
    """Another text for a version that is not adopted yet; what is not given stays."""

    version: UUID
    text: str | None = None
    purpose: str | None = None


def change_convention(desk: Desk, asked: ChangeConvention) -> Changes:
    """Change a draft, also after the opinions on it came in."""
    with desk.work("change-convention") as work:
        version = work.get(ConventionVersion, asked.version)
        after(CONVENTION_STEPS, "change-convention", version.state)
        text, purpose = asked.text, asked.purpose
        work.put(
            replace(
                version,
                articles=version.articles if text is None else _articles(text),
                purpose=version.purpose if purpose is None else purpose.strip(),
            )
        )
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendConvention:
    """A new text for a convention in force, and what it is for."""

    version: UUID
    text: str
    purpose: str = ""


def amend_convention(desk: Desk, asked: AmendConvention) -> Changes:
    """Draft the next version; the one in force stays so until the new one is."""
    with desk.work("amend-convention") as work:
        version = work.get(ConventionVersion, asked.version)
        after(CONVENTION_STEPS, "amend-convention", version.state)
        versions = work.of(ConventionVersion, version.convention)
        under_way = [
            one
            for one in versions
            if one.state not in _OVER and one.state is not VersionState.IN_FORCE
        ]
        if under_way:
            raise Refusal(
                N_("Version {ordinal} is under way already. Finish it or give it up first."),
                ordinal=under_way[0].ordinal,
            )
        if _articles(asked.text) == version.articles:
            raise Refusal(N_("Nothing differs from the text in force. Change an article first."))
        ordinal = 1 + max(one.ordinal for one in versions)
        _add_version(desk, work, version.convention, ordinal, asked.text, asked.purpose)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultConvention:
    """Where the draft hangs for opinions, and since when."""

    version: UUID
    boards: tuple[str, ...]
    posted_on: date | None = None
    contact: str = ""


def consult_convention(desk: Desk, asked: ConsultConvention) -> Changes:
    """Keep that the draft hangs on the boards; its days and objections are counted there."""
    with desk.work("consult-convention") as work:
        version = work.get(ConventionVersion, asked.version)
        state = after(CONVENTION_STEPS, "consult-convention", version.state)
        convention = work.get(Convention, version.convention)
        notice = hang_notice(
            desk,
            work,
            PostNotice(
                kind=NoticeKind.CONVENTION_DRAFT,
                title=f"{convention.title}（征求意见稿）",
                text=numbered(version.articles),
                boards=asked.boards,
                subject=convention.id,
                contact=asked.contact,
                posted_on=asked.posted_on,
            ),
        )
        work.put(replace(version, state=state, notice=notice.id))
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class DropConvention:
    """Why a version that is not in force is given up."""

    version: UUID
    reason: str


def drop_convention(desk: Desk, asked: DropConvention) -> Changes:
    """Give a version up; what is in force stays so."""
    with desk.work("drop-convention") as work:
        if not asked.reason.strip():
            raise Refusal(N_("Say why it is given up."))
        version = work.get(ConventionVersion, asked.version)
        state = after(CONVENTION_STEPS, "drop-convention", version.state)
        work.put(replace(version, state=state, end_reason=asked.reason.strip()))
        return work.commit()


def _add_version(
    desk: Desk, work: Work, convention: UUID, ordinal: int, text: str, purpose: str
) -> None:
    work.add(
        ConventionVersion(
            id=desk.new_id(),
            convention=convention,
            ordinal=ordinal,
            articles=_articles(text),
            purpose=purpose.strip(),
            drafted_by=desk.person.id,
            drafted_on=local_day(desk.now()),
        )
    )


def _articles(text: str) -> tuple[str, ...]:
    """Read the articles of a text. Raises ``Refusal`` when there are none."""
    articles: Sequence[str] = split_articles(text)
    if not articles:
        raise Refusal(N_("Write the convention down, one article on each line."))
    return tuple(articles)
