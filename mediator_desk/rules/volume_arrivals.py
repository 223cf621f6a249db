"""Which files of a volume are still on their way from another station."""

from collections.abc import Mapping

from mediator_desk.records.attachment import Attachment, AttachmentKind
from mediator_desk.rules.remarks import Listed, remark
from mediator_desk.rules.volume import VolumeItem
from mediator_desk.rules.volume_held import Finding, Held, Presence
from mediator_desk.rules.volume_signatures import PLACES
from mediator_desk.words import N_

_KINDS: Mapping[AttachmentKind, VolumeItem] = {
    AttachmentKind.IDENTITY: VolumeItem.IDENTITY,
    AttachmentKind.AUTHORITY: VolumeItem.AUTHORITY,
    AttachmentKind.EVIDENCE: VolumeItem.EVIDENCE,
    AttachmentKind.PROOF_OF_PERFORMANCE: VolumeItem.RECEIPT,
    AttachmentKind.CONFIRMATION: VolumeItem.CONFIRMATION,
    AttachmentKind.OTHER: VolumeItem.OTHER,
}


def late_files(file: Held) -> Mapping[VolumeItem, tuple[Finding, ...]]:
    """Name the files whose bytes did not come yet, with the station that has them."""
    late: dict[tuple[VolumeItem, str], list[str]] = {}
    for one in file.attachments:
        item = _item_of(file, one)
        if item is not None and one.sha256 in file.on_their_way:
            late.setdefault((item, file.on_their_way[one.sha256]), []).append(one.title)
    found: dict[VolumeItem, tuple[Finding, ...]] = {}
    for (item, station), names in late.items():
        found[item] = (*found.get(item, ()), _finding(names, station))
    return found


def _item_of(file: Held, one: Attachment) -> VolumeItem | None:
    if one.kind is not AttachmentKind.SIGNED_PAGE:
        return _KINDS.get(one.kind)
    issues = {page.issued for page in file.signed_pages if page.attachment == one.id}
    papers = (issue.paper for issue in file.issued_papers if issue.id in issues)
    return next((PLACES[paper] for paper in papers if paper in PLACES), None)


def _finding(names: list[str], station: str) -> Finding:
    named = Listed(tuple(dict.fromkeys(names)))
    said = (
        remark(
            N_("{names} did not arrive yet: take in the next bundle of {station}."),
            names=named,
            station=station,
        )
        if station
        else remark(
            N_("{names} did not arrive yet: the next bundle of the station that has it brings it."),
            names=named,
        )
    )
    return Finding(said, presence=Presence.MISSING)
