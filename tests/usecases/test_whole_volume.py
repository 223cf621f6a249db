"""The whole volume: bound in order, its index true, and what happens when it is not complete."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pypdfium2
import pytest
from sqlalchemy import delete

from db.tables import content
from mediator_desk.records.agreement import AgreementForm
from mediator_desk.records.attachment import Attachment, AttachmentKind
from mediator_desk.records.dispute import Outcome, Stage
from mediator_desk.records.people import Authority
from mediator_desk.records.sitting import SittingResult
from mediator_desk.refusals import Refusal
from mediator_desk.rules.volume_held import Presence
from mediator_desk.usecases import close_dispute as closing
from mediator_desk.usecases import hold_sitting as sittings
from mediator_desk.usecases import volume_papers as volume
from mediator_desk.usecases.issuing.issue import IssuePaper, issue_paper
from mediator_desk.usecases.issuing.scans import Match, ScannedPage, keep_scans
from mediator_desk.usecases.papers.volume_sheets import signed_pages
from mediator_desk.usecases.print_papers import PaperName, PrintPapers, print_papers
from mediator_desk.usecases.rule_files import TakeRuleFile, take_rule_file
from mediator_desk.usecases.sign_agreement import NO_COMMITTEE
from mediator_desk.usecases.volume import looked_through
from tests.pictures.made_pictures import saved


@pytest.fixture(scope="session")
def fonts(tmp_path_factory):
    """Unpack the carried fonts once."""
    return tmp_path_factory.mktemp("fonts")


def bound(here, fonts, dispute):
    asked = PrintPapers(numbers=(here.file(dispute).dispute.number,), paper=PaperName.VOLUME)
    return print_papers(here.desk, asked, fonts)


def pages_of(printed):
    document = pypdfium2.PdfDocument(printed.pdf)
    return ["".join(page.get_textpage().get_text_range().split()) for page in document]


def keep(here, dispute, **said):
    """Keep a file with a case, past the door."""
    data = saved("JPEG", size=(64, 48))
    with here.desk.open_work(here.desk.person.id) as work:
        work.add(
            Attachment(
                id=here.desk.new_id(),
                about=dispute,
                name="图.jpg",
                media_type="image/jpeg",
                sha256=work.keep_content(data),
                size=len(data),
                at=here.desk.now(),
                by=here.desk.person.id,
                **said,
            )
        )
        work.commit()


def full(here):
    """Bring a case to a volume with all it needs."""
    dispute = here.agreed(form=AgreementForm.ORAL)
    volume.write_application(
        here.desk, volume.WriteApplication(dispute=dispute, requests=("拆除地锁",))
    )
    return here.filed(dispute)


def test_a_volume_begins_with_its_cover_and_ends_with_its_back(here, fonts):
    pages = pages_of(bound(here, fonts, full(here)))

    assert "调解卷宗" in pages[0]
    assert "短期（10年）" in pages[0]
    assert "卷内目录" in pages[1]
    assert f"本卷宗共计{len(pages) - 3}页" in pages[-1]


def test_every_line_of_the_index_leads_to_the_page_with_its_paper(here, fonts):
    dispute = full(here)
    here.put(dispute, stage=Stage.MEDIATING)
    sittings.hold_sitting(here.desk, here.sitting(dispute, record="再谈一次。\n" * 60))
    pages = pages_of(bound(here, fonts, dispute))

    titles = {
        "人民调解申请书": "人民调解申请书",
        "人民调解受理登记表": "人民调解受理登记表",
        "当事人身份证明（李四）": "当事人身份证明",
        "人民调解记录（第2次）": "人民调解记录",
        "人民调解口头协议登记表": "人民调解口头协议登记表",
    }
    for name, title in titles.items():
        first = int(re.search(re.escape(name) + r"(\d+)", pages[1])[1])
        assert pages[1 + first].startswith(title)
        assert f"第{first}页共{len(pages) - 3}页" in pages[1 + first]


def test_cover_index_and_back_carry_no_page_number(here, fonts):
    pages = pages_of(bound(here, fonts, full(here)))

    assert not any(re.search(r"第\d+页共", pages[at]) for at in (0, 1, -1))


def test_a_failed_mediation_says_in_the_index_why_there_is_no_agreement(here, fonts):
    dispute = here.consenting()
    failed = here.sitting(dispute, result=SittingResult.FAILED, routes_explained=True)
    sittings.hold_sitting(here.desk, failed)
    closing.close_dispute(
        here.desk,
        closing.CloseDispute(
            dispute=dispute, outcome=Outcome.FAILED, reason="差距太大", routes_explained=True
        ),
    )

    index = pages_of(bound(here, fonts, dispute))[1]

    assert "人民调解协议书—" in index
    assert "调解不成" in index


def test_pictures_of_the_case_stand_on_pages_with_what_is_known_of_them(here, fonts):
    dispute = full(here)
    facts = {"caption": "地锁照片", "taken_where": "三号楼下", "taken_by": "张三"}
    keep(here, dispute, kind=AttachmentKind.EVIDENCE, taken_at=here.desk.now(), **facts)

    pages = pages_of(bound(here, fonts, dispute))

    (shown,) = [page for page in pages if "拍摄：张三" in page]
    assert "地锁照片" in shown
    assert "地点：三号楼下" in shown


def lose(here, dispute):
    """Take the bytes of a case away, as before they come from another station."""
    found = [one.sha256 for one in here.file(dispute).attachments if one.sha256]
    with here.at.house._opened().engine.begin() as connection:
        connection.execute(delete(content).where(content.c.sha256.in_(found)))


def test_a_file_that_did_not_arrive_holds_its_place_and_is_named(here, fonts):
    dispute = full(here)
    keep(here, dispute, kind=AttachmentKind.PROOF_OF_PERFORMANCE, caption="转账凭证")
    before = looked_through(here.desk, here.file(dispute)).complete
    lose(here, dispute)

    pages = pages_of(bound(here, fonts, dispute))
    checked = looked_through(here.desk, here.file(dispute))

    (sheet,) = [page for page in pages if "此件尚未到达本站" in page]
    station = here.desk.station.name
    assert f"由{station}传来" in sheet
    assert "转账凭证" in sheet
    assert "1件未到站" in pages[1]
    (line,) = checked.lacking
    assert (before, line.presence) == (True, Presence.MISSING)
    assert station in line.findings[0].said.words()


def come_back(here, fonts, dispute, paper):
    """Issue a paper, and take each of its pages in as a scan."""
    number = here.file(dispute).dispute.number
    issued = issue_paper(here.desk, IssuePaper(number=number, paper=paper), fonts)
    (issue,) = issued.issues
    scan = saved("JPEG", size=(64, 90))
    pages = [
        ScannedPage(
            file="扫描.jpg", sheet=page, match=Match.FOUND, picture=scan, issued=issue, page=page
        )
        for page in range(1, issue.pages + 1)
    ]
    keep_scans(here.desk, pages)
    return issue


def test_what_came_back_signed_is_bound_right_behind_its_paper_and_counted(here, fonts):
    dispute = full(here)
    without = pages_of(bound(here, fonts, dispute))

    issue = come_back(here, fonts, dispute, PaperName.MEDIATION_RECORD)

    pages = pages_of(bound(here, fonts, dispute))
    first = int(re.search(r"人民调解记录(\d+)", pages[1])[1])
    assert (
        f"人民调解记录{first}—{first + 2 * issue.pages - 1}必须附签字页{issue.pages}页" in pages[1]
    )
    assert pages[1 + first + issue.pages].startswith("人民调解记录")
    assert "第1页签字页" in pages[1 + first + issue.pages]
    assert len(pages) == len(without) + issue.pages


def test_of_a_page_scanned_twice_the_newer_scan_is_bound_and_none_of_an_older_issue(here, fonts):
    dispute = full(here)
    come_back(here, fonts, dispute, PaperName.MEDIATION_RECORD)
    here.at.clock.go(hours=1)
    file = here.file(dispute)
    again = replace(file.signed_pages[0], id=here.desk.new_id(), taken_at=here.desk.now())

    both = replace(file, signed_pages=(again, *file.signed_pages))
    newer = replace(file.issued_papers[0], id=here.desk.new_id(), issued_at=here.desk.now())
    replaced = replace(file, issued_papers=(newer, *file.issued_papers))

    assert again in signed_pages(both, PaperName.MEDIATION_RECORD, 0)
    assert len(signed_pages(both, PaperName.MEDIATION_RECORD, 0)) == len(file.signed_pages)
    assert signed_pages(replaced, PaperName.MEDIATION_RECORD, 0) == []


def test_printing_a_copy_of_an_identity_card_is_kept_as_a_view(here, fonts):
    dispute = here.agreed(form=AgreementForm.ORAL)
    party = here.file(dispute).parties[0]
    keep(here, dispute, kind=AttachmentKind.IDENTITY, party=party.id, consent_on=date(2026, 11, 1))

    bound(here, fonts, dispute)

    assert [name for name, rows in here.kept().items() if name == "attachment_view" and rows]


def test_the_same_case_gives_the_same_volume(here, fonts):
    dispute = full(here)

    assert bound(here, fonts, dispute).pdf == bound(here, fonts, dispute).pdf


def test_a_team_without_a_committee_has_no_volume(here, fonts):
    dispute = here.accepted()
    here.without_committee()
    here.put(dispute, committee=None)

    with pytest.raises(Refusal) as refused:
        bound(here, fonts, dispute)

    assert refused.value.sentence == NO_COMMITTEE


def test_a_dispute_that_is_not_accepted_has_no_volume(here, fonts):
    with pytest.raises(Refusal, match="Accept it first"):
        looked_through(here.desk, here.file(here.logged()))


def test_a_whole_volume_is_found_complete(here):
    checked = looked_through(here.desk, here.file(full(here)))

    assert checked.complete


def closed(here):
    dispute = here.agreed(form=AgreementForm.ORAL)
    asked = closing.CloseDispute(dispute=dispute, outcome=Outcome.AGREED_ORAL)
    closing.close_dispute(here.desk, asked)
    return dispute


def test_a_volume_that_is_not_complete_is_not_archived_without_a_reason(here):
    dispute = closed(here)
    before = here.kept()

    with pytest.raises(Refusal, match="say why it is archived"):
        closing.archive_dispute(here.desk, closing.ArchiveDispute(dispute=dispute))

    assert here.kept() == before


def test_the_reason_to_archive_as_it_is_becomes_the_note_on_the_volume(here):
    dispute = closed(here)

    closing.archive_dispute(
        here.desk, closing.ArchiveDispute(dispute=dispute, reason="身份证明由社区另存")
    )

    file = here.file(dispute)
    assert file.dispute.stage is Stage.ARCHIVED
    assert [one.text for one in file.volume_notes] == ["身份证明由社区另存"]


def test_a_note_written_before_is_reason_enough_and_one_given_is_added(here):
    first, second = closed(here), closed(here)
    for one in (first, second):
        volume.note_volume(here.desk, volume.NoteVolume(dispute=one, text="照片另存"))

    closing.archive_dispute(here.desk, closing.ArchiveDispute(dispute=first))
    closing.archive_dispute(here.desk, closing.ArchiveDispute(dispute=second, reason="补正中"))

    assert here.file(first).volume_notes[0].text == "照片另存"
    assert here.file(second).volume_notes[0].text == "照片另存\n补正中"


def test_a_complete_volume_is_archived_without_a_reason(here):
    dispute = closed(here)
    here.filed(dispute)

    closing.archive_dispute(here.desk, closing.ArchiveDispute(dispute=dispute))

    assert here.file(dispute).dispute.stage is Stage.ARCHIVED


def test_every_party_has_a_sheet_of_identity_in_the_volume(here, fonts):
    dispute = here.accepted(names=("住户1", "住户2", "住户3"))

    pages = pages_of(bound(here, fonts, dispute))

    assert "住户1与住户2、住户3" in pages[0]
    assert sum(page.startswith("当事人身份证明") for page in pages) == 3


def test_a_general_authority_is_found_when_an_agreement_was_signed(here):
    dispute = here.agreed(form=AgreementForm.ORAL)
    party = here.file(dispute).parties[0]
    given = volume.GiveAuthority(
        party=party.id,
        agent="王淼",
        scope=Authority.GENERAL,
        signed_on=here.desk.now().date() - timedelta(days=1),
    )
    volume.give_authority(here.desk, given)

    said = [
        one.said.words()
        for line in looked_through(here.desk, here.file(dispute)).open
        for one in line.findings
    ]

    assert any("王淼" in one for one in said)


def test_a_district_may_have_the_parties_mark_an_oral_agreement(here, fonts, tmp_path):
    dispute = here.agreed(form=AgreementForm.ORAL)
    asked = PrintPapers(
        numbers=(here.file(dispute).dispute.number,), paper=PaperName.ORAL_AGREEMENT_REGISTER
    )
    before = pages_of(print_papers(here.desk, asked, fonts))
    text = here.desk.library.carried()["rule_sets/volume"]
    file = tmp_path / "volume.toml"
    marked = text.replace("oral_party_marks = false", "oral_party_marks = true")
    file.write_text(marked, encoding="utf-8")

    take_rule_file(here.desk, TakeRuleFile(file=file, source="区司法局"))

    after = pages_of(print_papers(here.desk, asked, fonts))
    assert "申请人张三（签名盖章或按指印）" not in before[0]
    assert "申请人张三（签名盖章或按指印）" in after[0]
