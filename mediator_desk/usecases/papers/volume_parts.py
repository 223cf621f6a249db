"""What is bound into a volume for each of its items: papers, and the files kept with the case."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from mediator_desk.paper.setting import Press
from mediator_desk.ports import Desk
from mediator_desk.records.attachment import AttachmentKind
from mediator_desk.records.dispute import Outcome
from mediator_desk.rows import CaseFile
from mediator_desk.rules.volume import NoticeStyle, VolumeItem
from mediator_desk.rules.volume_gaps import ended_without
from mediator_desk.usecases.papers import facts_volume, of_cases, of_endings, of_volume
from mediator_desk.usecases.papers.sort import PaperName, PaperSort
from mediator_desk.usecases.papers.volume_sheets import Sheets, bound, copies, with_signed

_SORTS: Mapping[PaperName, PaperSort[CaseFile]] = {
    sort.name: sort for sort in (*of_cases.PAPERS, *of_endings.PAPERS, *of_volume.PAPERS)
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
    sheets: Sheets | None = None
    remark: str = ""


Pieces = Iterator[Piece]


def pieces_of(item: VolumeItem, desk: Desk, press: Press, file: CaseFile) -> Pieces:
    """Make what is bound for one item, in its order."""
    maker = _MAKERS.get(item)
    return iter(()) if maker is None else maker(desk, press, file)


def _sorted(desk: Desk, press: Press, file: CaseFile, name: PaperName) -> list[Sheets]:
    """Make the papers of one sort, if there is enough for it, with what came back signed."""
    sort = _SORTS[name]
    if not sort.ready(file):
        return []
    return with_signed(desk, press, file, name, sort.make(desk, press, file))


def _intake(desk: Desk, press: Press, file: CaseFile) -> Pieces:
    for sheets in _sorted(desk, press, file, PaperName.MEDIATION_APPLICATION):
        yield Piece(name="人民调解申请书", sheets=sheets)
    for sheets in _sorted(desk, press, file, PaperName.ACCEPTANCE_REGISTER):
        yield Piece(name="人民调解受理登记表", sheets=sheets)


def _notices(desk: Desk, press: Press, file: CaseFile) -> Pieces:
    each = desk.books.volume.rights_notice is NoticeStyle.EACH
    for at, sheets in enumerate(_sorted(desk, press, file, PaperName.RIGHTS_NOTICE)):
        whose = f"（{file.parties[at].name}）" if each else ""
        yield Piece(name=f"人民调解当事人权利义务告知书{whose}", sheets=sheets)


def _identities(desk: Desk, press: Press, file: CaseFile) -> Pieces:
    """Give one sheet for each party, with the copies behind it."""
    sheets = _sorted(desk, press, file, PaperName.IDENTITY_SHEET)
    for party, sheet in zip(file.parties, sheets, strict=True):
        found = facts_volume.identity_of(file, party)
        behind = copies(desk, press, file, found, "身份证明")
        name = f"当事人身份证明（{party.name}）"
        yield Piece(name=name, sheets=bound(press, [sheet, *behind]))


def _powers(desk: Desk, press: Press, file: CaseFile) -> Pieces:
    names = {party.id: party.name for party in file.parties}
    given = [names[one.party] for one in file.powers if one.party in names]
    sheets = _sorted(desk, press, file, PaperName.POWER_OF_ATTORNEY)
    for name, sheet in zip(given, sheets, strict=True):
        yield Piece(name=f"授权委托书（{name}）", sheets=sheet)
    yield from _scans(desk, press, file, AttachmentKind.AUTHORITY, "授权委托书")


def _inquiries(desk: Desk, press: Press, file: CaseFile) -> Pieces:
    asked = [one.asked for one in sorted(file.investigations, key=lambda each: each.held_at)]
    sheets = _sorted(desk, press, file, PaperName.INVESTIGATION_RECORD)
    for name, sheet in zip(asked, sheets, strict=True):
        yield Piece(name=f"人民调解调查记录（{name}）", sheets=sheet)


def _evidence(desk: Desk, press: Press, file: CaseFile) -> Pieces:
    lists = _sorted(desk, press, file, PaperName.EVIDENCE_LIST)
    found = [one for one in file.attachments if one.kind is AttachmentKind.EVIDENCE]
    found.sort(key=lambda one: (one.place_in_list, one.at, one.id))
    if lists:
        behind = copies(desk, press, file, found, "人民调解证据材料")
        yield Piece(name="人民调解证据材料", sheets=bound(press, [*lists, *behind]))


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
        for name, sheets in zip(names, papers, strict=False):
            yield Piece(name=name, sheets=sheets)
    yield from _scans(desk, press, file, AttachmentKind.CONFIRMATION, "人民法院文书")


def _others(desk: Desk, press: Press, file: CaseFile) -> Pieces:
    risks = _sorted(desk, press, file, PaperName.RISK_REPORT)
    yield from _numbered("纠纷激化风险报告单", risks)
    yield from _scans(desk, press, file, AttachmentKind.OTHER, "其他材料")


def _notes(desk: Desk, press: Press, file: CaseFile) -> Pieces:
    for sheets in _sorted(desk, press, file, PaperName.VOLUME_NOTE):
        yield Piece(name="卷宗情况说明", sheets=sheets)


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


def _numbered(name: str, papers: list[Sheets]) -> Pieces:
    """Name papers of one sort; several are counted."""
    for number, sheets in enumerate(papers, 1):
        which = f"（第{number}次）" if "记录" in name else f"（第{number}份）"
        yield Piece(name=f"{name}{which if len(papers) > 1 else ''}", sheets=sheets)


def _scans(desk: Desk, press: Press, file: CaseFile, kind: AttachmentKind, heading: str) -> Pieces:
    """Give the files of one kind that were kept with the case, in one piece."""
    found = [one for one in file.attachments if one.kind is kind]
    for sheets in copies(desk, press, file, found, heading):
        yield Piece(name=f"{heading}（附件）", sheets=sheets)
