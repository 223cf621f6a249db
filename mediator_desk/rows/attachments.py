"""The rows of attachments: the lines of the evidence list."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mediator_desk.records.attachment import Attachment, AttachmentKind, EvidenceSort
from mediator_desk.rows import CaseFile


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLine:
    """One line of the list of evidence (F09).

    ``lacks`` names the fields of the attachment that are still empty: a photo is worth little
    without where, when and by whom it was taken.
    """

    attachment: UUID
    seq: int
    name: str
    kind: EvidenceSort | None
    provider: str
    provided_on: date | None
    pages: int
    original: bool
    lacks: tuple[str, ...] = ()


def evidence_lines(file: CaseFile) -> tuple[EvidenceLine, ...]:
    """List the evidence of a dispute, in its order."""
    evidence = [one for one in file.attachments if one.kind is AttachmentKind.EVIDENCE]
    evidence.sort(key=lambda one: (one.place_in_list, one.at, one.id))
    return tuple(
        EvidenceLine(
            attachment=one.id,
            seq=seq,
            name=one.title,
            kind=one.evidence,
            provider=one.provider or file.name(one.party),
            provided_on=one.provided_on,
            pages=one.pages,
            original=one.original,
            lacks=_lacks(one),
        )
        for seq, one in enumerate(evidence, start=1)
    )


def _lacks(one: Attachment) -> tuple[str, ...]:
    """Name what is not said of an attachment that is evidence."""
    wanted = ["caption", "evidence"]
    wanted += ["provider"] if one.party is None else []
    if one.media_type.startswith("image/"):
        wanted += ["taken_at", "taken_where", "taken_by"]
    return tuple(name for name in wanted if not getattr(one, name))
