"""Printing: what each paper says of a case, and when it is refused."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import pypdfium2
import pytest

from mediator_desk.records import whistle as whistle_records
from mediator_desk.records.agreement import AgreementForm
from mediator_desk.records.dispute import CaseSource
from mediator_desk.records.ids import DisputeId, PartyId
from mediator_desk.records.people import Party, Sex, Side
from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.rules.durations import CHINA, end_of_day
from mediator_desk.troubles import GlyphMissing
from mediator_desk.usecases import hold_sitting as sittings
from mediator_desk.usecases import whistle_returns, whistles
from mediator_desk.usecases.accept_dispute import AcceptDispute, accept_dispute
from mediator_desk.usecases.papers.facts import (
    acceptance_facts,
    agreement_facts,
    limit_words,
    party_facts,
    street_office,
)
from mediator_desk.usecases.papers.summary_facts import next_in_chinese, summary_facts
from mediator_desk.usecases.papers.whistle_facts import reply_facts, whistle_facts
from mediator_desk.usecases.print_papers import PaperName, PrintPapers, print_papers, printable
from mediator_desk.usecases.sign_agreement import Promise, sign_agreement


def _number(here, dispute):
    return here.file(dispute).dispute.number


def _text(printed):
    pages = pypdfium2.PdfDocument(printed.pdf)
    return "".join(page.get_textpage().get_text_range() for page in pages)


def _print(here, fonts, paper, *numbers):
    return print_papers(here.desk, PrintPapers(numbers=numbers, paper=paper), fonts)


def test_all_papers_of_a_case_print(here, fonts):
    dispute = here.agreed()
    number = _number(here, dispute)

    printed = {paper: _print(here, fonts, paper, number) for paper in printable(here.file(dispute))}

    assert list(printed) == [
        PaperName.SUMMARY,
        PaperName.ACCEPTANCE_REGISTER,
        PaperName.MEDIATION_RECORD,
        PaperName.AGREEMENT,
        PaperName.RIGHTS_NOTICE,
        PaperName.IDENTITY_SHEET,
        PaperName.VOLUME,
        PaperName.PRIVACY_NOTICE,
        PaperName.SITTING_SHEET,
    ]
    for name, paper in printed.items():
        # Whoever comes to a sitting signs the sheet for it by hand.
        assert "李四" in _text(paper) or name is PaperName.SITTING_SHEET


def test_an_oral_agreement_prints_its_register(here, fonts):
    dispute = here.agreed(form=AgreementForm.ORAL)

    printed = _print(here, fonts, PaperName.ORAL_AGREEMENT_REGISTER, _number(here, dispute))

    assert "口头协议登记表" in _text(printed)


def test_a_whistle_prints_by_its_own_number_and_by_that_of_its_dispute(here, fonts):
    dispute = here.logged()
    whistle = here.dispatched(dispute)
    number = here.desk.queries.whistle_file(whistle).whistle.number

    papers = [
        _print(here, fonts, PaperName.WHISTLE_SLIP, one).pdf
        for one in (number, _number(here, dispute))
    ]

    assert papers[0] == papers[1]


def test_several_numbers_make_one_pdf_with_bookmarks(here, fonts):
    numbers = [_number(here, here.accepted(text=text)) for text in ("第一件", "第二件")]

    printed = _print(here, fonts, PaperName.ACCEPTANCE_REGISTER, *numbers)

    document = pypdfium2.PdfDocument(printed.pdf)
    assert printed.pages == len(document) == 2
    assert [one.level for one in document.get_toc()].count(0) == 2


def test_every_sitting_has_its_record(here, fonts):
    dispute = here.heard()
    sittings.hold_sitting(here.desk, here.sitting(dispute))

    printed = _print(here, fonts, PaperName.MEDIATION_RECORD, _number(here, dispute))

    assert printed.pages == 2


def test_a_team_without_a_committee_prints_no_agreement(here, fonts):
    dispute = here.agreed()
    here.without_committee()
    here.put(dispute, committee=None)

    with pytest.raises(Refusal, match="Only a people's mediation committee"):
        _print(here, fonts, PaperName.AGREEMENT, _number(here, dispute))


def test_an_agreement_of_a_mediator_who_is_not_registered_is_not_printed(here, fonts):
    dispute = here.agreed()
    here.unregistered()

    with pytest.raises(Refusal, match="not a registered"):
        _print(here, fonts, PaperName.AGREEMENT, _number(here, dispute))


@pytest.mark.parametrize(
    ("paper", "why"),
    [
        (PaperName.ACCEPTANCE_REGISTER, "not accepted yet"),
        (PaperName.MEDIATION_RECORD, "no sitting"),
        (PaperName.AGREEMENT, "no written agreement"),
        (PaperName.ORAL_AGREEMENT_REGISTER, "no oral agreement"),
        (PaperName.WHISTLE_SLIP, "No whistle"),
        (PaperName.COUNCIL_TOPIC, "no topic"),
    ],
)
def test_a_paper_a_case_has_nothing_for_is_refused(here, fonts, paper, why):
    number = _number(here, here.logged())

    with pytest.raises(Refusal, match=why):
        _print(here, fonts, paper, number)


def test_a_number_nobody_has_is_not_found(here, fonts):
    with pytest.raises(NotFound):
        _print(here, fonts, PaperName.SUMMARY, "古城-2026-99")


def test_a_character_no_font_holds_is_refused_by_name(here, fonts):
    dispute = here.logged(text="邻居\U000f0000养狗")

    with pytest.raises(GlyphMissing, match="F0000"):
        _print(here, fonts, PaperName.SUMMARY, _number(here, dispute))


def test_rare_names_print_and_copy_out_the_same(here, fonts):
    dispute = here.logged(names=("王㛃", "李䶮", "欧阳𬱖"))

    text = _text(_print(here, fonts, PaperName.SUMMARY, _number(here, dispute)))

    assert all(name in text for name in ("王㛃", "李䶮", "欧阳𬱖"))


def test_the_age_is_that_of_the_day_of_the_paper():
    party = Party(
        id=PartyId(uuid4()),
        dispute=DisputeId(uuid4()),
        side=Side.APPLICANT,
        name="张三",
        birth_year=1980,
        sex=Sex.FEMALE,
    )

    facts = party_facts(party, date(2026, 11, 23))

    assert (facts.age, facts.sex, facts.role) == ("46", "女", "申请人")


def test_the_two_printed_boxes_stand_for_nine_sources(here):
    dispute = here.logged()
    accept_dispute(here.desk, AcceptDispute(dispute=dispute, source=CaseSource.GRID))
    file = here.file(dispute)

    facts = acceptance_facts(file, file.dispute.accepted_at)

    assert facts.case_source == "人民调解委员会主动调解"


def test_sums_stand_in_figures_and_in_capitals(here):
    dispute = here.heard()
    party = here.file(dispute).parties[1].id
    promise = Promise(debtor=party, what="赔偿", amount=Decimal("1409.5"), due_on=date(2026, 12, 1))
    sign_agreement(here.desk, here.agreement(dispute, promises=(promise,)))
    file = here.file(dispute)

    facts = agreement_facts(file, file.agreements[0])

    assert facts.obligations[0].amount == "1,409.50"
    assert facts.obligations[0].amount_in_words == "壹仟肆佰零玖元伍角"
    assert facts.obligations[0].due == "2026年12月1日"
    assert facts.terms == ("李四三日内拆除。", "双方再无争议。")


def test_a_whistle_slip_names_its_limits_and_the_office_that_seals(here):
    whistle = here.dispatched()

    facts = whistle_facts(here.desk, here.desk.queries.whistle_file(whistle))

    assert facts.sign_by == "2026年11月23日 10:00"
    assert facts.contact_by == "2026年11月24日 09:00"
    assert facts.report_by == "2026年11月26日"
    assert facts.street_office == "古楼街道办事处"


def test_limits_not_running_yet_are_left_blank(here):
    facts = whistle_facts(here.desk, here.desk.queries.whistle_file(here.whistle()))

    assert (facts.sign_by, facts.report_by) == ("", "")


def test_a_whistle_reassigned_shows_the_clocks_of_the_new_department(here):
    whistle = here.dispatched()
    here.at.clock.go(hours=24)
    here.step(
        whistle_returns.return_whistle,
        whistle,
        reason=whistle_records.ReturnReason.NOT_OUR_DUTY,
        legal_basis="第四十条",
    )
    here.step(whistle_returns.reassign_whistle, whistle, department="住房城乡建设局")

    facts = whistle_facts(here.desk, here.desk.queries.whistle_file(whistle))

    assert facts.sign_by == "2026年11月24日 10:00"


def test_the_end_of_a_day_is_written_as_that_day():
    assert limit_words(end_of_day(date(2026, 11, 30))) == "2026年11月30日"
    assert limit_words(datetime(2026, 11, 30, 9, 5, tzinfo=CHINA)) == "2026年11月30日 09:05"


def test_a_township_seals_as_its_government(here):
    assert street_office(here.desk, "371502104").endswith("镇人民政府")


def test_the_summary_says_what_comes_next(here):
    logged, accepted = here.logged(), here.accepted()
    consenting, heard, agreed = here.consenting(), here.heard(), here.agreed()

    steps = [
        next_in_chinese(here.file(one)) for one in (logged, accepted, consenting, heard, agreed)
    ]

    assert steps == [
        "决定分流途径",
        "征求张三、李四的调解意愿",
        "召开调解会",
        "签订调解协议",
        "办理协议签章",
    ]


def test_the_summary_says_how_late_it_is(here):
    dispute = here.accepted()
    here.at.clock.moment = datetime(2026, 12, 30, tzinfo=UTC) + timedelta(hours=1)

    facts = summary_facts(here.desk, here.file(dispute))

    assert facts.late.startswith("已逾期")
    assert facts.state == "已受理"
    assert facts.events[0][1].startswith("登记（来访）")


def test_the_reply_sheet_holds_what_was_answered_and_leaves_the_rest_to_a_hand(here):
    whistle = here.dispatched()
    here.step(whistles.sign_for_whistle, whistle, contact="顾队")
    here.step(whistles.report_in, whistle, contact="顾队、郝队员")
    here.step(whistles.reply_whistle, whistle, text="已拆除", measures="逐个拆除")

    facts = reply_facts(here.desk.queries.whistle_file(whistle))

    assert (facts.signed_by, facts.people) == ("顾队", "顾队、郝队员")
    assert (facts.measures, facts.result) == ("逐个拆除", "已拆除")
    assert facts.return_reason == facts.contacted_with == ""
    assert facts.code


def test_a_whistle_nobody_was_sent_has_no_reply_sheet(here, fonts):
    number = here.desk.queries.whistle_file(here.whistle()).whistle.number

    with pytest.raises(Refusal, match="not been dispatched"):
        _print(here, fonts, PaperName.WHISTLE_REPLY, number)
