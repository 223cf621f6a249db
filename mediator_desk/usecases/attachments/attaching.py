"""Files and paper copies become attachments of a record, are described, ordered, put aside."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records import Record
from mediator_desk.records.attachment import Attachment, AttachmentKind, EvidenceSort
from mediator_desk.records.convention import Convention
from mediator_desk.records.council import AgendaTopic
from mediator_desk.records.council_meeting import Meeting
from mediator_desk.records.dispute import Dispute
from mediator_desk.records.ids import PartyId
from mediator_desk.records.owners_vote import OwnersVote
from mediator_desk.records.people import Party
from mediator_desk.records.public_notice import PublicNotice
from mediator_desk.records.revenue import RevenueAccount
from mediator_desk.records.whistle import Whistle
from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.roles import permit
from mediator_desk.usecases.attachments.door import Admitted, GivenFile, admit
from mediator_desk.words import N_

_HOLDERS: tuple[type[Record], ...] = (
    Dispute, AgendaTopic, Whistle, OwnersVote, PublicNotice, Meeting, RevenueAccount, Convention,
)  # fmt: skip
_T = TypeVar("_T")
_MOST_PAGES = 9_999  # what the index of a volume has room for


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachFile:
    """Files for a record, all described alike; ``on_paper`` says that only a paper copy is kept.

    ``about`` is the dispute, topic, whistle, vote, notice, meeting, account or convention. A
    photo's own moment fills ``taken_at`` unless it is said.
    """

    about: UUID
    kind: AttachmentKind
    files: tuple[GivenFile, ...] = ()
    on_paper: bool = False
    name: str = ""
    pages: int = 1
    party: UUID | None = None
    caption: str = ""
    evidence: EvidenceSort | None = None
    taken_at: datetime | None = None
    taken_by: str = ""
    taken_where: str = ""
    provider: str = ""
    provided_on: date | None = None
    original: bool = False
    consent_on: date | None = None


def attach_file(desk: Desk, asked: AttachFile) -> Changes:
    """Take files in through the door, all of them or none, and keep them with the record."""
    return keep_files(desk, asked, _through_the_door(desk, asked))


def keep_files(desk: Desk, asked: AttachFile, admitted: Sequence[Admitted]) -> Changes:
    """Keep files that came through the door already, in place of ``asked.files``."""
    with desk.work("attach-file") as work:
        _check_holder(work, asked.about)
        kept = len(work.of(Attachment, asked.about))
        for number, one in enumerate(admitted):
            attachment = _described(desk, asked, one)
            _check(desk, work, attachment)
            digest = work.keep_content(one.data) if one.data else ""
            work.add(replace(attachment, sha256=digest, place_in_list=kept + number))
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribeAttachment:
    """What is said about an attachment; what is left out stays as it was."""

    attachment: UUID
    kind: AttachmentKind | None = None
    caption: str | None = None
    party: UUID | None = None
    evidence: EvidenceSort | None = None
    taken_at: datetime | None = None
    taken_by: str | None = None
    taken_where: str | None = None
    provider: str | None = None
    provided_on: date | None = None
    original: bool | None = None
    consent_on: date | None = None
    pages: int | None = None


def describe_attachment(desk: Desk, asked: DescribeAttachment) -> Changes:
    """Keep what was said about an attachment."""
    with desk.work("describe-attachment") as work:
        one = work.get(Attachment, asked.attachment)
        described = replace(
            one,
            kind=_or(asked.kind, one.kind),
            caption=_or(asked.caption, one.caption).strip(),
            party=one.party if asked.party is None else PartyId(asked.party),
            evidence=_or(asked.evidence, one.evidence),
            taken_at=_or(asked.taken_at, one.taken_at),
            taken_by=_or(asked.taken_by, one.taken_by).strip(),
            taken_where=_or(asked.taken_where, one.taken_where).strip(),
            provider=_or(asked.provider, one.provider).strip(),
            provided_on=_or(asked.provided_on, one.provided_on),
            original=_or(asked.original, one.original),
            consent_on=_or(asked.consent_on, one.consent_on),
            pages=one.pages if asked.pages is None or not one.on_paper else asked.pages,
        )
        _check(desk, work, described)
        work.put(described)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplaceAttachment:
    """A better scan of the same thing; what is said about it stays."""

    attachment: UUID
    file: GivenFile


def replace_attachment(desk: Desk, asked: ReplaceAttachment) -> Changes:
    """Keep other bytes for an attachment; the journal remembers which ones were there."""
    permit(desk.person.role, "replace-attachment")
    admitted = admit(asked.file)
    with desk.work("replace-attachment") as work:
        one = work.get(Attachment, asked.attachment)
        scanned = replace(
            one,
            name=admitted.name,
            media_type=admitted.media_type,
            size=len(admitted.data),
            pages=admitted.pages,
            on_paper=False,
        )
        _check(desk, work, scanned)
        work.put(replace(scanned, sha256=work.keep_content(admitted.data)))
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveAttachment:
    """An attachment that does not belong here."""

    attachment: UUID


def remove_attachment(desk: Desk, asked: RemoveAttachment) -> Changes:
    """Put an attachment aside; undo brings it back."""
    with desk.work("remove-attachment") as work:
        work.remove(work.get(Attachment, asked.attachment))
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderAttachments:
    """All attachments of a record in the order they shall have."""

    about: UUID
    attachments: tuple[UUID, ...]


def order_attachments(desk: Desk, asked: OrderAttachments) -> Changes:
    """Keep the order; an attachment that is not named stands after those that are."""
    with desk.work("order-attachments") as work:
        held = {one.id: one for one in work.of(Attachment, asked.about)}
        if not set(asked.attachments) <= set(held):
            raise NotFound(N_("This record is not here (any more). Refresh the list."))
        others = sorted(
            (one for one in held.values() if one.id not in asked.attachments),
            key=lambda one: one.place_in_list,
        )
        wanted = [held[id] for id in dict.fromkeys(asked.attachments)]
        for place, one in enumerate([*wanted, *others]):
            if one.place_in_list != place:
                work.put(replace(one, place_in_list=place))
        return work.commit()


def in_order(attachments: Iterable[Attachment]) -> tuple[Attachment, ...]:
    """Put attachments into their order; of equal place the older first."""
    return tuple(sorted(attachments, key=lambda one: (one.place_in_list, one.at, one.id)))


def _through_the_door(desk: Desk, asked: AttachFile) -> list[Admitted]:
    """Admit every file before any work is opened: it takes seconds, and nobody may wait for it."""
    permit(desk.person.role, "attach-file")
    if asked.on_paper == bool(asked.files):
        raise Refusal(
            N_("Choose the files to add, or say that only a paper copy is kept, not both.")
        )
    if not asked.on_paper:
        return [admit(one) for one in asked.files]
    name = asked.name.strip() or asked.caption.strip()
    if not name:
        raise Refusal(N_("Say what the paper copy is, for example “identity card, both sides”."))
    return [Admitted(name=name, media_type="", data=b"", pages=asked.pages, taken_at=None)]


def _described(desk: Desk, asked: AttachFile, one: Admitted) -> Attachment:
    name = asked.name.strip()
    return Attachment(
        id=desk.new_id(),
        about=asked.about,
        kind=asked.kind,
        name=one.name if asked.on_paper or not name or len(asked.files) > 1 else name,
        media_type=one.media_type,
        size=len(one.data),
        pages=one.pages,
        on_paper=asked.on_paper,
        party=None if asked.party is None else PartyId(asked.party),
        caption=asked.caption.strip(),
        evidence=asked.evidence,
        taken_at=asked.taken_at or one.taken_at,
        taken_by=asked.taken_by.strip(),
        taken_where=asked.taken_where.strip(),
        provider=asked.provider.strip(),
        provided_on=asked.provided_on,
        original=asked.original,
        consent_on=asked.consent_on,
        at=desk.now(),
        by=desk.person.id,
    )


def _check_holder(work: Work, about: UUID) -> None:
    """Refuse a record that is not here or holds no files. Raises ``NotFound``."""
    if all(work.find(kind, about) is None for kind in _HOLDERS):
        raise NotFound(N_("This record is not here (any more). Refresh the list."))


def _check(desk: Desk, work: Work, one: Attachment) -> None:
    """Refuse what cannot be: a stranger's paper, a day to come, an identity card without consent.

    A scan of an identity card is sensitive personal information (GB/T 45574-2025), so that a
    separate consent comes first (PIPL art. 29).
    """
    today = local_day(desk.now())
    if one.party is not None and work.get(Party, one.party).dispute != one.about:
        raise Refusal(N_("Choose one of the parties of this dispute."))
    if any(day is not None and day > today for day in (one.consent_on, one.provided_on)):
        raise Refusal(N_("The day lies in the future; write the day it was."))
    if one.taken_at is not None and local_day(one.taken_at) > today:
        raise Refusal(N_("The photo would be taken in the future; correct its moment."))
    if one.pages < 1:
        raise Refusal(N_("Count the pages: there is at least one."))
    if one.pages > _MOST_PAGES:
        raise Refusal(
            N_("A paper of more than {most} pages? Count them again, or note it in parts."),
            most=_MOST_PAGES,
        )
    if one.kind is not AttachmentKind.IDENTITY:
        return
    if one.party is None and work.find(Dispute, one.about) is not None:
        raise Refusal(N_("Say whose identity paper this is."))
    if one.consent_on is None and not one.on_paper:
        raise Refusal(
            N_(
                "A copy of an identity paper needs that person's own consent first. Write the day "
                "it was given, or note that only the paper copy is kept."
            )
        )


def _or(said: _T | None, kept: _T) -> _T:
    """Give what was said, or what was kept when nothing was."""
    return kept if said is None else said
