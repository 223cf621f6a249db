"""Reading the bytes of an attachment; whoever looks at an identity paper leaves her name."""

from dataclasses import dataclass
from uuid import UUID

from mediator_desk.ports import Desk
from mediator_desk.records.attachment import Attachment, AttachmentKind, AttachmentView
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAttachment:
    """Which attachment."""

    attachment: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBytes:
    """An attachment with its bytes; ``changes`` holds the note that an identity paper was seen."""

    attachment: Attachment
    data: bytes
    changes: Changes


def read_attachment(desk: Desk, asked: ReadAttachment) -> ReadBytes:
    """Give the bytes. Raises ``NotFound`` while they are on their way from another station.

    The view of an identity paper is kept before anything of it is shown (domain.md 7.1).
    """
    with desk.work("read-attachment") as work:
        one = work.get(Attachment, asked.attachment)
        if one.on_paper:
            raise Refusal(N_("Only the paper copy is kept; look into the volume."))
        data = desk.queries.content(one.sha256)
        if one.kind is not AttachmentKind.IDENTITY:
            return ReadBytes(attachment=one, data=data, changes=Changes())
        work.add(
            AttachmentView(
                id=desk.new_id(),
                about=one.about,
                attachment=one.id,
                at=desk.now(),
                by=desk.person.id,
            )
        )
        return ReadBytes(attachment=one, data=data, changes=work.commit())
