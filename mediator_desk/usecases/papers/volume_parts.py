"""What is bound into a volume for each of its items: papers, and the files kept with the case."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from mediator_desk.paper.images import Source
from mediator_desk.paper.papers import bind, print_form
from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.pictures import Picture, print_pictures
from mediator_desk.paper.setting import Press
from mediator_desk.ports import Desk
from mediator_desk.records.attachment import Attachment, AttachmentKind
from mediator_desk.records.dispute import Outcome
from mediator_desk.rows import CaseFile
from mediator_desk.rules.volume import NoticeStyle, VolumeItem
from mediator_desk.rules.volume_gaps import ended_without
from mediator_desk.usecases.attachments.reading import ReadAttachment, read_attachment
from mediator_desk.usecases.papers import facts_volume, of_cases, of_endings, of_volume
from mediator_desk.usecases.papers.facts import moment_words
from mediator_desk.usecases.papers.facts_after import committee_of
from mediator_desk.usecases.papers.sort import PaperName, PaperSort

_PDF = "application/pdf"
_SORTS: Mapping[PaperName, PaperSort[CaseFile]] = {
    sort.name: sort for sort in (*of_cases.PAPERS, *of_endings.PAPERS)
}
_WITHOUT = {
    Outcome.FAILED: "调解不成，没有协议书",
    Outcome.REFUSED: "一方不同意调解，没有协议书",
    Outcome.WITHDRAWN: "申请已撤回，没有协议书",
    Outcome.REFERRED: "已移送处理，没有协议书",
}
_WITHOUT_ANY = "未经本会达成调解协议"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One line of the index. Without a paper it only says why there is none."""

    name: str
    printed: Printed | None = None
    remark: str = ""


Pieces = Iterator[Piece]


def pieces_of(item: VolumeItem, desk: Desk, press: Press, file: CaseFile) -> Pieces:
    """Make what is bound for one item, in its order."""
    maker = _MAKERS.get(item)
    return iter(()) if maker is None else maker(desk, press, file)


def _sorted(desk: Desk, press: Press, file: CaseFile, name: PaperName) -> list[Printed]:
    """Make the papers of one sort, if there is enough for it."""
    sort = _SORTS[name]
    return list(sort.make(desk, press, file)) if sort.ready(file) else []


def _intake(desk: Desk, press: Press, file: CaseFile) -> Pieces:
    for printed in of_volume.applications(desk, press, file):
        yield Piece(name="人民调解申请书", printed=printed)
    for printed in _sorted(desk, press, file, PaperName.ACCEPTANCE_REGISTER):
        yield Piece(name="人民调解受理登记表", printed=printed)


def _notices(desk: Desk, press: Press, file: CaseFile) -> Pieces:
    papers = list(of_volume.rights_notices(desk, press, file)) if file.parties else []
    each = desk.books.volume.rights_notice is NoticeStyle.EACH
    for at, printed in enumerate(papers):
        whose = f"（{file.parties[at].name}）" if each else ""
        yield Piece(name=f"人民调解当事人权利义务告知书{whose}", printed=printed)


def _identities(desk: Desk, press: Press, file: CaseFile) -> Pieces:
    """Give one sheet for each party, with the copies behind it."""
    for party in file.parties:
        sheet = print_form(press, "F06", facts_volume.identity_facts(file, party))
        copies = _pictures(desk, press, file, facts_volume.identity_of(file, party), "身份证明")
        yield _piece(press, f"当事人身份证明（{party.name}）", [sheet, *copies])


def _powers(desk: Desk, press: Press, file: CaseFile) -> Pieces:
    names = {party.id: party.name for party in file.parties}
    for one in file.powers:
        if one.party in names:
            printed = print_form(press, "F07", facts_volume.attorney_facts(file, one))
            yield Piece(name=f"授权委托书（{names[one.party]}）", printed=printed)
    yield from _scans(desk, press, file, AttachmentKind.AUTHORITY, "授权委托书")


def _inquiries(_desk: Desk, press: Press, file: CaseFile) -> Pieces:
    for one in sorted(file.investigations, key=lambda each: each.held_at):
        printed = print_form(press, "F08", facts_volume.investigation_facts(file, one))
        yield Piece(name=f"人民调解调查记录（{one.asked}）", printed=printed)


def _evidence(desk: Desk, press: Press, file: CaseFile) -> Pieces:
    lists = list(of_volume.evidence_lists(desk, press, file))
    found = [one for one in file.attachments if one.kind is AttachmentKind.EVIDENCE]
    found.sort(key=lambda one: (one.place_in_list, one.at, one.id))
    if lists:
        pictures = _pictures(desk, press, file, found, "人民调解证据材料")
        yield _piece(press, "人民调解证据材料", [*lists, *pictures])


def _records(desk: Desk, press: Press, file: CaseFile) -> Pieces:
    papers = _sorted(desk, press, file, PaperName.MEDIATION_RECORD)
    yield from _numbered("人民调解记录", papers)


def _agreements(desk: Desk, press: Press, file: CaseFile) -> Pieces:
    if ended_without(file):
        why = _WITHOUT.get(file.dispute.outcome, _WITHOUT_ANY)
        yield Piece(name="人民调解协议书", remark=why)
    yield from _numbered("人民调解协议书", _sorted(desk, press, file, PaperName.AGREEMENT))
    oral = _sorted(desk, press, file, PaperName.ORAL_AGREEMENT_REGISTER)
    yield from _numbered("人民调解口头协议登记表", oral)
    facts = _sorted(desk, press, file, PaperName.UNDISPUTED_FACTS)
    yield from _numbered("无争议事实记载", facts)


def _receipts(desk: Desk, press: Press, file: CaseFile) -> Pieces:
    yield from _numbered("收条", _sorted(desk, press, file, PaperName.RECEIPT))
    yield from _scans(desk, press, file, AttachmentKind.PROOF_OF_PERFORMANCE, "履行凭证")


def _visits(desk: Desk, press: Press, file: CaseFile) -> Pieces:
    papers = _sorted(desk, press, file, PaperName.FOLLOW_UP_RECORD)
    yield from _numbered("人民调解回访记录", papers)


def _court(desk: Desk, press: Press, file: CaseFile) -> Pieces:
    if file.confirmations:
        papers = _sorted(desk, press, file, PaperName.CONFIRMATION_APPLICATION)
        names = ("司法确认申请书", "调解组织主持调解的证明")
        for name, printed in zip(names, papers, strict=False):
            yield Piece(name=name, printed=printed)
    yield from _scans(desk, press, file, AttachmentKind.CONFIRMATION, "人民法院文书")


def _others(desk: Desk, press: Press, file: CaseFile) -> Pieces:
    risks = _sorted(desk, press, file, PaperName.RISK_REPORT)
    yield from _numbered("纠纷激化风险报告单", risks)
    yield from _scans(desk, press, file, AttachmentKind.OTHER, "其他材料")


def _notes(desk: Desk, press: Press, file: CaseFile) -> Pieces:
    for printed in of_volume.volume_notes(desk, press, file):
        yield Piece(name="卷宗情况说明", printed=printed)


_MAKERS: Mapping[VolumeItem, Callable[[Desk, Press, CaseFile], Pieces]] = {
    VolumeItem.INTAKE: _intake,
    VolumeItem.RIGHTS_NOTICE: _notices,
    VolumeItem.IDENTITY: _identities,
    VolumeItem.AUTHORITY: _powers,
    VolumeItem.INVESTIGATION: _inquiries,
    VolumeItem.EVIDENCE: _evidence,
    VolumeItem.RECORD: _records,
    VolumeItem.AGREEMENT: _agreements,
    VolumeItem.RECEIPT: _receipts,
    VolumeItem.FOLLOW_UP: _visits,
    VolumeItem.CONFIRMATION: _court,
    VolumeItem.OTHER: _others,
    VolumeItem.NOTE: _notes,
}


def _numbered(name: str, papers: list[Printed]) -> Pieces:
    """Name papers of one sort; several are counted."""
    for number, printed in enumerate(papers, 1):
        which = f"（第{number}次）" if "记录" in name else f"（第{number}份）"
        yield Piece(name=f"{name}{which if len(papers) > 1 else ''}", printed=printed)


def _piece(press: Press, name: str, papers: list[Printed]) -> Piece:
    printed = papers[0] if len(papers) == 1 else bind(press, papers, papers[0].title)
    return Piece(name=name, printed=printed)


def _scans(desk: Desk, press: Press, file: CaseFile, kind: AttachmentKind, heading: str) -> Pieces:
    """Give the files of one kind that were kept with the case, in one piece."""
    found = [one for one in file.attachments if one.kind is kind]
    for printed in _pictures(desk, press, file, found, heading):
        yield Piece(name=f"{heading}（附件）", printed=printed)


def _pictures(
    desk: Desk, press: Press, file: CaseFile, found: Iterable[Attachment], heading: str
) -> list[Printed]:
    """Put files on pages; what is kept on paper only has none."""
    pictures = [picture for one in found if not one.on_paper for picture in _pages(desk, file, one)]
    if not pictures:
        return []
    return [
        print_pictures(
            press,
            pictures,
            heading=heading,
            author=committee_of(file),
            foot=facts_volume.volume_no(file),
        )
    ]


def _pages(desk: Desk, file: CaseFile, one: Attachment) -> Iterator[Picture]:
    """Give the pages of one file with what is known of it."""
    load = partial(desk.queries.content, one.sha256)
    if one.kind is AttachmentKind.IDENTITY:
        # Whoever prints an identity paper has seen it; the bytes are read once, and that is kept.
        seen = read_attachment(desk, ReadAttachment(attachment=one.id)).data
        load = partial(bytes, seen)
    pages = range(one.pages) if one.media_type == _PDF else (None,)
    for page in pages:
        yield Picture(
            source=Source(name=one.title, load=load, page=page),
            name=one.title,
            where=one.taken_where,
            taken="" if one.taken_at is None else moment_words(one.taken_at),
            by=one.taken_by,
            provider=one.provider or file.name(one.party),
            alone=one.kind not in (AttachmentKind.EVIDENCE, AttachmentKind.IDENTITY),
        )
