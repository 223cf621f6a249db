"""What only the case volume asks for is typed once and stands on its papers."""

from datetime import date, timedelta

import pypdfium2
import pytest

from mediator_desk.records.people import Authority, Party
from mediator_desk.records.volume import Retention
from mediator_desk.refusals import Refusal
from mediator_desk.usecases import volume_papers as volume
from mediator_desk.usecases.print_papers import PaperName, PrintPapers, print_papers
from mediator_desk.usecases.undo import Undo, undo

DAY = date(2026, 11, 20)


@pytest.fixture(scope="session")
def fonts(tmp_path_factory):
    """Unpack the carried fonts once."""
    return tmp_path_factory.mktemp("fonts")


def read(here, fonts, dispute, paper):
    asked = PrintPapers(numbers=(here.file(dispute).dispute.number,), paper=paper)
    pages = pypdfium2.PdfDocument(print_papers(here.desk, asked, fonts).pdf)
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in pages)


def inquiry(here, dispute, **said):
    facts = {
        "dispute": dispute,
        "asked": "赵某",
        "held_at": here.desk.now() - timedelta(hours=2),
        "place": "三号楼下",
        "record": "问：看见谁装的地锁？\n答：看见了，是李四。",
    }
    return volume.WriteInvestigation(**facts | said)


def test_an_application_names_both_sides_and_every_request(here, fonts):
    dispute = here.consenting()
    asked = volume.WriteApplication(dispute=dispute, requests=("拆除地锁", " ", "书面道歉"))

    volume.write_application(here.desk, asked)

    text = read(here, fonts, dispute, PaperName.MEDIATION_APPLICATION)
    assert "人民调解申请书" in text
    assert "1.拆除地锁" in text
    assert "2.书面道歉" in text
    assert text.index("张三") < text.index("李四")


def test_an_application_written_again_replaces_the_one_before(here):
    dispute = here.consenting()
    volume.write_application(
        here.desk, volume.WriteApplication(dispute=dispute, requests=("拆除地锁",))
    )

    again = volume.WriteApplication(dispute=dispute, requests=("恢复车位",), brief="车位被占")
    volume.write_application(here.desk, again)

    (kept,) = here.file(dispute).applications
    assert (kept.requests, kept.brief) == (("恢复车位",), "车位被占")


def test_taking_back_a_rewritten_application_brings_the_former_back(here):
    dispute = here.consenting()
    first = volume.WriteApplication(dispute=dispute, requests=("拆除地锁",))
    volume.write_application(here.desk, first)
    again = volume.WriteApplication(dispute=dispute, requests=("恢复车位",))
    changes = volume.write_application(here.desk, again)

    undo(here.desk, Undo(piece=changes.piece))

    assert here.file(dispute).applications[0].requests == ("拆除地锁",)


def test_an_application_without_a_request_is_refused(here):
    dispute = here.logged()

    with pytest.raises(Refusal, match="one request to a line"):
        volume.write_application(
            here.desk, volume.WriteApplication(dispute=dispute, requests=("  ",))
        )


def test_the_rights_notice_carries_the_law_the_parties_and_the_day(here, fonts):
    dispute = here.consenting()
    asked = volume.GiveRightsNotice(dispute=dispute, given_on=DAY)

    volume.give_rights_notice(here.desk, asked)

    text = read(here, fonts, dispute, PaperName.RIGHTS_NOTICE)
    for law in ("不收取任何费用", "选择或者接受人民调解员", "如实陈述纠纷事实", "三十日内共同"):
        assert law in text
    assert "张三" in text
    assert "李四" in text
    assert "2026年11月20日" in text


def test_each_party_has_a_sheet_of_identity(here, fonts):
    dispute = here.consenting()

    text = read(here, fonts, dispute, PaperName.IDENTITY_SHEET)

    assert text.count("当事人身份证明") == 2
    assert text.count("身份证复印件") == 2


def test_a_power_of_attorney_names_the_agent_on_the_party_too(here, fonts):
    dispute = here.consenting()
    party = here.file(dispute).parties[1]
    asked = volume.GiveAuthority(
        party=party.id, agent="王淼", scope=Authority.SPECIAL, term="至调解终结", signed_on=DAY
    )

    volume.give_authority(here.desk, asked)

    file = here.file(dispute)
    assert [(one.agent, one.agent_authority) for one in file.parties][1] == (
        "王淼",
        Authority.SPECIAL,
    )
    text = read(here, fonts, dispute, PaperName.POWER_OF_ATTORNEY)
    assert "②特别授权√" in text
    assert "代为参加张三与李四" in text


def test_a_party_gives_one_power_of_attorney_only(here):
    dispute = here.consenting()
    party = here.file(dispute).parties[0]

    for agent in ("王淼", "赵六"):
        volume.give_authority(here.desk, volume.GiveAuthority(party=party.id, agent=agent))

    assert [one.agent for one in here.file(dispute).powers] == ["赵六"]


def test_a_power_of_attorney_prints_after_its_party_was_put_aside(here, fonts):
    dispute = here.consenting()
    first, second = here.file(dispute).parties
    for one in (first, second):
        volume.give_authority(here.desk, volume.GiveAuthority(party=one.id, agent="王淼"))
    with here.desk.open_work(here.desk.person.id) as work:
        work.remove(work.get(Party, first.id))
        work.commit()

    assert read(here, fonts, dispute, PaperName.POWER_OF_ATTORNEY).count("授权委托书") == 1


def test_every_person_asked_has_a_record_of_their_own(here, fonts):
    dispute = here.consenting()

    volume.write_investigation(here.desk, inquiry(here, dispute))
    volume.write_investigation(here.desk, inquiry(here, dispute, asked="孙某"))

    text = read(here, fonts, dispute, PaperName.INVESTIGATION_RECORD)
    assert text.count("人民调解调查记录") == 2
    assert text.count("答：看见了，是李四。") == 2


@pytest.mark.parametrize(
    ("lacking", "sentence"),
    [
        ({"asked": " "}, "who was asked"),
        ({"place": ""}, "where it was"),
        ({"record": "\n"}, "asked and answered"),
    ],
)
def test_an_inquiry_without_what_makes_it_one_is_refused(here, lacking, sentence):
    dispute = here.consenting()

    with pytest.raises(Refusal, match=sentence):
        volume.write_investigation(here.desk, inquiry(here, dispute, **lacking))


def test_an_inquiry_that_has_not_taken_place_is_refused(here):
    dispute = here.consenting()
    tomorrow = here.desk.now() + timedelta(days=1)

    with pytest.raises(Refusal, match="has not come yet"):
        volume.write_investigation(here.desk, inquiry(here, dispute, held_at=tomorrow))


def test_a_note_on_the_volume_is_checked_after_it_was_written(here):
    dispute = here.agreed()

    with pytest.raises(Refusal, match="checked after it was filed"):
        volume.note_volume(
            here.desk,
            volume.NoteVolume(
                dispute=dispute, text="照片另存", filed_on=DAY, checked_on=DAY - timedelta(days=1)
            ),
        )


def test_filing_again_replaces_the_filing(here):
    dispute = here.agreed()

    for kept in (Retention.SHORT, Retention.LONG):
        volume.file_volume(here.desk, volume.FileVolume(dispute=dispute, retention=kept))

    (filing,) = here.file(dispute).filings
    assert (filing.retention, filing.filed_by) == (Retention.LONG, here.desk.person.name)


def test_the_closing_report_needs_a_closed_case(here, fonts):
    with pytest.raises(Refusal, match="not closed yet"):
        read(here, fonts, here.agreed(), PaperName.CLOSING_REPORT)


def test_the_closing_report_says_how_a_closed_case_ended(here, fonts):
    text = read(here, fonts, here.closed(), PaperName.CLOSING_REPORT)

    assert "人民调解结案报告表" in text
    assert "申请人撤回" in text
    assert "当事人申请" in text
