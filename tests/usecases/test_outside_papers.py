"""What stands outside the volume: turned away, referred, urged, told; each printed from records."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from mediator_desk.paper.preview import text_of
from mediator_desk.records.attachment import Attachment, AttachmentKind
from mediator_desk.records.follow_up import Satisfaction
from mediator_desk.records.people import Party, PartyKind
from mediator_desk.records.performance import UrgedBy
from mediator_desk.records.referral import ReferralWay
from mediator_desk.records.whistle import Solved
from mediator_desk.refusals import Refusal
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases import privacy, referrals, whistles
from mediator_desk.usecases.accept_dispute import RefuseDispute, refuse_dispute
from mediator_desk.usecases.papers import outside_facts as facts
from mediator_desk.usecases.papers.evaluation_facts import evaluation_facts
from mediator_desk.usecases.perform_agreement import RecordPayment, record_payment
from mediator_desk.usecases.print_papers import PaperName, PrintPapers, print_papers, printable
from mediator_desk.usecases.sign_agreement import Promise, sign_agreement
from mediator_desk.usecases.urge_performance import UrgePerformance, urge_performance


def printed(here, fonts, number, paper):
    asked = PrintPapers(numbers=(str(number),), paper=paper)
    return text_of(print_papers(here.desk, asked, fonts).pdf)


def referral(here, dispute, **said):
    asked = referrals.RecordReferral(dispute=dispute, body="古城派出所", reference="公调8号")
    return referrals.record_referral(here.desk, replace(asked, **said)).of("referral")[0]


def told(here, dispute, **said):
    party = here.file(dispute).parties[0]
    return privacy.record_privacy(here.desk, privacy.RecordPrivacy(party=party.id, **said))


def test_what_is_turned_away_says_which_box_holds_and_where_to_turn(here, fonts):
    dispute = here.logged()
    refuse_dispute(here.desk, RefuseDispute(dispute=dispute, ground="court", reason="已开庭"))

    said = facts.non_acceptance_facts(here.desk, here.file(dispute))
    text = printed(here, fonts, dispute, PaperName.NON_ACCEPTANCE_NOTICE)

    assert said.reason == "法院公安或其他行政机关已受理或者解决"
    assert "人民法院" in said.advice
    assert "已开庭" in said.explained
    assert "②法院公安或其他行政机关已受理或者解决 √" in text


def test_a_reason_in_own_words_ticks_the_last_box(here):
    dispute = here.logged()
    refuse_dispute(here.desk, RefuseDispute(dispute=dispute, reason="双方已自行和好"))

    said = facts.non_acceptance_facts(here.desk, here.file(dispute))

    assert (said.reason, said.explained) == ("其他", "双方已自行和好")


def test_a_referral_to_us_prints_the_letter_and_a_reply_whose_result_is_the_outcome(here, fonts):
    dispute = here.agreed()
    parties = tuple(one.id for one in here.file(dispute).parties)
    id = referral(here, dispute, consented=parties)
    referrals.answer_referral(
        here.desk, referrals.AnswerReferral(referral=id, answer="双方当场握手言和。")
    )

    letter = printed(here, fonts, dispute, PaperName.REFERRAL_LETTER)
    reply = printed(here, fonts, dispute, PaperName.REFERRAL_REPLY)

    assert "是（张三、李四）" in letter
    assert "①调解成功 √" in reply
    assert "双方当场握手言和。" in reply
    assert here.file(dispute).agreements[-1].number in reply


def test_the_result_of_a_referral_follows_the_dispute(here):
    heard, closed = here.heard(), here.closed()

    assert facts.result_in_boxes(here.file(heard)) == "有待继续调解"
    assert facts.result_in_boxes(here.file(closed)) == "调解不成"


def test_what_we_refer_ourselves_needs_the_word_of_every_party(here):
    dispute = here.accepted()
    first = here.file(dispute).parties[0]

    with pytest.raises(Refusal, match="李四"):
        referral(here, dispute, way=ReferralWay.OUT, consented=(first.id,))

    assert here.file(dispute).referrals == ()


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"body": " "}, "Name the body"),
        ({"referred_on": date(2099, 1, 1)}, "not come yet"),
        ({"reply_by": date(2020, 1, 1)}, "before the referral"),
    ],
)
def test_a_referral_that_cannot_be_is_refused_in_words(here, said, why):
    with pytest.raises(Refusal, match=why):
        referral(here, here.accepted(), **said)


def test_a_reply_lies_between_the_referral_and_today(here):
    id = referral(here, here.accepted())
    asked = referrals.AnswerReferral(referral=id, answered_on=date(2020, 1, 1))

    with pytest.raises(Refusal, match="between"):
        referrals.answer_referral(here.desk, asked)


def test_each_party_gets_its_own_notice_about_its_data_with_boxes_until_it_answered(here, fonts):
    dispute = here.accepted()

    before = printed(here, fonts, dispute, PaperName.PRIVACY_NOTICE)
    told(here, dispute, identity_copy=True, shared_with=("司法所", " "))
    file = here.file(dispute)
    asked, unasked = (
        facts.privacy_facts(here.desk, file, one, date(2026, 11, 23)) for one in file.parties
    )

    assert "张三：" in before
    assert "李四：" in before
    assert asked.identity_copy == "同意"
    assert "司法所" in asked.referral
    assert "□" in unasked.identity_copy


def test_a_consent_kept_with_the_copy_itself_counts(here):
    dispute = here.accepted()
    file = here.file(dispute)
    party = file.parties[0]
    copy = Attachment(
        id=here.desk.new_id(), about=dispute, kind=AttachmentKind.IDENTITY, name="证.jpg",
        media_type="image/jpeg", sha256="0" * 64, size=1, party=party.id,
        consent_on=here.desk.now(), at=here.desk.now(), by=here.desk.person.id,
    )  # fmt: skip

    said = facts.privacy_facts(
        here.desk, replace(file, attachments=(copy,)), party, date(2026, 11, 23)
    )

    assert said.identity_copy == "同意"


def test_a_consent_that_was_taken_back_says_since_when(here):
    dispute = here.accepted()
    id = told(here, dispute, identity_copy=True).of("privacy_consent")[0]

    privacy.take_back_privacy(here.desk, privacy.TakeBackPrivacy(consent=id))

    file = here.file(dispute)
    said = facts.privacy_facts(here.desk, file, file.parties[0], date(2026, 11, 23))
    assert said.identity_copy.startswith("已于2026年11月23日撤回")


def test_for_a_child_the_guardian_agrees(here):
    dispute = here.accepted()
    party = here.file(dispute).parties[0]
    here.change(Party, party.id, birth_year=2015)

    with pytest.raises(Refusal, match="guardian"):
        told(here, dispute, identity_copy=True)
    told(here, dispute, identity_copy=True, guardian="张大山")

    file = here.file(dispute)
    said = facts.privacy_facts(here.desk, file, file.parties[0], date(2026, 11, 23))
    assert said.child == "同意（监护人：张大山）"


def test_an_organisation_has_no_personal_data(here):
    dispute = here.accepted()
    with here.desk.open_work(here.desk.person.id) as work:
        for party in work.of(Party, dispute):
            work.put(replace(party, kind=PartyKind.ORGANISATION))
        work.commit()

    with pytest.raises(Refusal, match="organisation"):
        told(here, dispute)
    assert PaperName.PRIVACY_NOTICE not in printable(here.file(dispute))


def test_a_party_that_was_urged_reads_what_it_still_owes(here, fonts):
    dispute = here.heard()
    debtor = here.file(dispute).parties[1].id
    promise = Promise(debtor=debtor, what="支付修理费", amount=Decimal("1200.00"))
    sign_agreement(here.desk, here.agreement(dispute, promises=(promise,)))
    (owed,) = here.file(dispute).obligations
    record_payment(
        here.desk,
        RecordPayment(obligation=owed.id, amount=Decimal("200.00"), paid_on=here_day(here)),
    )
    until = here_day(here) + timedelta(days=7)
    urge_performance(
        here.desk,
        UrgePerformance(obligation=owed.id, urged_by=UrgedBy.LETTER, words="下周付", next_on=until),
    )

    (said,) = facts.urging_facts(here.file(dispute))
    text = printed(here, fonts, dispute, PaperName.URGING_NOTICE)

    assert said.owed[0][2:] == ("1,200.00", "200.00", "1,000.00")
    assert "李四：" in text
    assert "2026年11月30日前履行" in text.replace("\r\n", "")


def here_day(here):
    return local_day(here.desk.now())


def test_nobody_is_urged_on_paper_before_somebody_was_urged(here):
    assert PaperName.URGING_NOTICE not in printable(here.file(here.agreed()))


def test_the_sheet_of_a_sitting_names_everybody_who_is_expected(here, fonts):
    text = printed(here, fonts, here.heard(), PaperName.SITTING_SHEET)

    assert all(name in text for name in ("张三", "李四", here.desk.person.name, "签名"))


def test_the_sheet_of_the_council_names_the_topic(here, fonts):
    topic = here.called()

    text = printed(here, fonts, topic, PaperName.COUNCIL_SHEET)

    assert "楼道堆物清理" in text


def test_the_two_way_rating_counts_what_was_in_time(here, fonts):
    whistle = here.dispatched()
    here.step(whistles.sign_for_whistle, whistle, contact="顾队")
    here.at.clock.go(days=30)
    here.step(whistles.report_in, whistle, contact="顾队")
    here.step(whistles.reply_whistle, whistle, text="已拆除", measures="拆除", contact="顾队")
    here.step(whistles.verify_whistle, whistle, solved=Solved.SOLVED, text="现场已拆")
    rated = {
        "street_rating": Satisfaction.FAIRLY,
        "department_rating": Satisfaction.SATISFIED,
        "resident_rating": Satisfaction.SATISFIED,
    }
    here.step(whistles.evaluate_whistle, whistle, text="可以更快", **rated)

    said = evaluation_facts(here.desk, here.desk.queries.whistle_file(whistle))
    text = printed(here, fonts, whistle, PaperName.WHISTLE_EVALUATION)

    assert "签收：按时" in said.on_time
    assert "报到：超时" in said.on_time
    assert (said.solved, said.street_rating, said.again) == ("已解决", "基本满意", "否")
    assert "可以更快" in text
