"""Owners' votes from the call to the result: two readers, one count, a notice that stands."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from mediator_desk.records.council import TopicState
from mediator_desk.records.owners_vote import (
    BallotChannel,
    Choice,
    Delivery,
    VoteForm,
    VoteState,
)
from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.rules.ballots import Standing, read_ballots, standings
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases.owners_votes import calling, counting, entering, rosters
from tests.usecases.votes import LIFT, saying, votes_at


@pytest.fixture
def votes(here):
    return votes_at(here)


def ballots(votes, vote):
    file = votes.file(vote)
    return read_ballots(file.units, file.entries)


def test_a_vote_on_an_elevator_passes_and_its_topic_goes_on(votes, here):
    topic = votes.handed_on()

    vote = votes.counted(saying(7, 2), topic=topic)

    kept = votes.file(vote).vote
    assert kept.passed is True
    assert (kept.heads_all, kept.heads_taking_part, kept.heads_agreeing) == (12, 9, 7)
    assert (kept.area_all, kept.area_taking_part, kept.area_agreeing) == (114000, 85250, 66250)
    assert here.desk.queries.topic_file(topic).topic.state is TopicState.OTHERS_DECIDED


def test_a_vote_that_fails_brings_its_topic_back_to_the_council(votes, here):
    topic = votes.handed_on()

    votes.counted(saying(6, 3), topic=topic)

    assert here.desk.queries.topic_file(topic).topic.state is TopicState.DELIBERATED


def test_only_a_topic_that_waits_for_the_owners_is_voted_on(votes, here):
    with pytest.raises(Refusal, match="does not wait for the owners"):
        votes.called(topic=here.topic())


def test_another_item_than_the_topics_needs_its_reason(votes):
    topic = votes.handed_on(law_item=7)

    with pytest.raises(Refusal, match="why it changes"):
        votes.called(topic=topic, law_item=4)

    vote = votes.called(topic=topic, law_item=4, item_reason="只涉及选聘物业")
    assert votes.file(vote).vote.law_item == 4


def test_the_rule_set_is_proposed_by_the_matter(votes):
    by_law = votes.file(votes.called(law_item=7)).vote.rule_set
    concerned = votes.file(votes.called(law_item=0)).vote.rule_set

    assert (by_law, concerned) == ("national", "everybody-concerned")


def test_silent_votes_count_only_with_the_clause_of_the_covenant(votes):
    with pytest.raises(Refusal, match="word for word"):
        votes.called(rule_set="national-silent-votes")

    vote = votes.called(rule_set="national-silent-votes", covenant_clause="第十二条 ……")
    assert votes.file(vote).vote.covenant_clause


def test_a_notice_must_stand_fifteen_days_before_the_vote_opens(votes):
    opens = local_day(votes.desk.now()) + timedelta(days=14)
    vote = votes.rostered(opens_on=opens, closes_on=opens)

    with pytest.raises(Refusal, match="fifteen days"):
        calling.notice_vote(
            votes.desk,
            calling.NoticeVote(vote=vote, committee_told_on=local_day(votes.desk.now())),
        )

    assert votes.file(vote).vote.state is VoteState.DRAFT


def test_a_notice_numbers_every_ballot_once(votes):
    vote = votes.noticed()

    serials = [unit.serial for unit in votes.file(vote).units]

    assert len(set(serials)) == len(LIFT)
    assert all(len(serial) == 4 for serial in serials)


@pytest.mark.parametrize("place", [1, 42, 999, 1000, 12345])
def test_one_wrong_digit_of_a_serial_is_noticed(place):
    serial = calling.serial_of(place)

    spoilt = {
        serial[:at] + digit + serial[at + 1 :]
        for at in range(len(serial))
        for digit in "0123456789"
        if digit != serial[at]
    }

    assert not spoilt & {calling.serial_of(int(one[:-1])) for one in spoilt}


def test_nobody_opens_a_vote_before_its_day(votes):
    vote = votes.noticed()

    with pytest.raises(Refusal, match="as the notice says"):
        entering.open_vote(votes.desk, entering.OpenVote(vote=vote))


def test_the_second_reading_is_another_persons(votes):
    vote = votes.opened()
    votes.read(vote, {"101": Choice.AGREE})

    with pytest.raises(Refusal, match="Somebody else reads it again"):
        entering.enter_ballots(
            votes.desk,
            entering.EnterBallots(
                vote=vote, round=2, ballots=(entering.Cast(ballot="101", choice=Choice.AGREE),)
            ),
        )


def test_readings_that_differ_wait_for_a_third_look(votes):
    vote = votes.opened()
    votes.read(vote, {"101": Choice.AGREE})
    votes.read(vote, {"101": Choice.AGAINST}, round=2)
    before = standings(ballots(votes, vote))

    votes.read(vote, {"101": Choice.AGAINST}, round=3, reason="票面勾选的是反对")

    settled = next(one for one in ballots(votes, vote) if one.unit.unit == "101")
    assert before[Standing.DIFFERS] == 1
    assert (settled.standing, settled.choice) == (Standing.SURE, Choice.AGAINST)


def test_a_third_look_without_a_difference_is_refused(votes):
    vote = votes.opened()
    votes.returned(vote, {"101": Choice.AGREE})

    with pytest.raises(Refusal, match="do not differ"):
        votes.read(vote, {"101": Choice.AGAINST}, round=3, reason="复核")


def test_paper_and_net_that_say_different_things_are_a_difference(votes):
    vote = votes.opened(form=VoteForm.ONLINE_AND_PAPER)
    votes.returned(vote, {"101": Choice.AGREE})

    votes.read(vote, {"101": Choice.AGAINST}, channel=BallotChannel.ONLINE)

    assert standings(ballots(votes, vote))[Standing.DIFFERS] == 1


def test_a_net_vote_needs_no_second_reading(votes):
    vote = votes.opened(form=VoteForm.ONLINE_AND_PAPER)

    votes.read(vote, {"101": Choice.AGREE}, channel=BallotChannel.ONLINE)

    assert standings(ballots(votes, vote))[Standing.SURE] == 1


def test_a_vote_on_paper_takes_no_net_ballot_that_one_person_could_enter_alone(votes):
    vote = votes.opened()

    with pytest.raises(Refusal, match="not held online"):
        votes.read(vote, {"101": Choice.AGREE}, channel=BallotChannel.ONLINE)


def test_the_silence_of_an_owner_whom_no_ballot_reached_is_not_counted(votes):
    vote = votes.opened(rule_set="national-silent-votes", covenant_clause="第十二条")
    unit = next(one for one in votes.file(vote).units if one.unit == "602")
    rosters.reissue_ballot(votes.desk, rosters.ReissueBallot(unit=unit.id, reason="遗失"))
    votes.returned(vote, saying(11))
    close = entering.CloseVote(vote=vote, reason="全部收回")

    with pytest.raises(Refusal, match="602 has none"):
        entering.close_vote(votes.desk, close)

    rosters.deliver_ballots(
        votes.desk, rosters.DeliverBallots(vote=vote, how=Delivery.ON_BOARD, units=(unit.id,))
    )
    entering.close_vote(votes.desk, close)
    assert votes.file(vote).vote.state is VoteState.COUNTING


def test_one_topic_is_put_to_the_owners_once_at_a_time(votes):
    topic = votes.handed_on()
    first = votes.called(topic=topic)

    with pytest.raises(Refusal, match="is not over yet"):
        votes.called(topic=topic)

    counting.void_vote(votes.desk, counting.VoidVote(vote=first, reason="通知有误"))
    votes.called(topic=topic)


def test_a_voided_vote_takes_its_word_to_the_topic_back(votes):
    dispute = votes.here.accepted()
    topic = votes.handed_on(dispute)
    vote = votes.counted(saying(12), topic=topic)

    counting.void_vote(votes.desk, counting.VoidVote(vote=vote, reason="法院撤销"))

    file = votes.desk.queries.topic_file(topic)
    assert file.topic.state is TopicState.TO_OWNER_VOTE
    assert any("法院撤销" in note.text for note in file.notes)


def test_a_ballot_that_was_replaced_does_not_count(votes):
    vote = votes.opened()
    unit = next(one for one in votes.file(vote).units if one.unit == "101")
    votes.returned(vote, {unit.serial: Choice.AGREE})

    rosters.reissue_ballot(votes.desk, rosters.ReissueBallot(unit=unit.id, reason="票面污损"))

    assert standings(ballots(votes, vote))[Standing.SURE] == 0
    with pytest.raises(Refusal, match="was replaced by"):
        votes.read(vote, {unit.serial: Choice.AGREE})
    new = next(one for one in votes.file(vote).units if one.unit == "101").serial
    votes.returned(vote, {new: Choice.AGAINST})
    assert standings(ballots(votes, vote))[Standing.SURE] == 1
    (why,) = votes.file(vote).notes
    assert why.text == f"101: {unit.serial} → {new}. 票面污损"


def test_an_invalid_ballot_needs_its_reason_and_takes_no_part(votes):
    vote = votes.opened()
    with pytest.raises(Refusal, match="why ballot"):
        votes.read(vote, {"101": Choice.INVALID})
    for round in (1, 2):
        votes.read(vote, {"101": Choice.INVALID}, round=round, reason="未签名")
    votes.returned(vote, {"102": Choice.ABSTAIN})

    file = votes.file(vote)
    outcome = counting.outcome_of(votes.desk.books.joint, file.vote, ballots(votes, vote))

    assert outcome.heads.tally.taking_part == 1


def test_nothing_is_counted_while_a_ballot_was_read_once_only(votes):
    vote = votes.opened()
    votes.read(vote, {"101": Choice.AGREE})
    votes.here.at.clock.go(days=8)
    entering.close_vote(votes.desk, entering.CloseVote(vote=vote))

    with pytest.raises(Refusal, match="1 ballots were entered once"):
        counting.count(votes.desk, counting.CountVote(vote=vote))


def test_a_vote_is_closed_early_only_for_a_reason(votes):
    vote = votes.opened()

    with pytest.raises(Refusal, match="write down why"):
        entering.close_vote(votes.desk, entering.CloseVote(vote=vote))

    entering.close_vote(votes.desk, entering.CloseVote(vote=vote, reason="全部收回"))
    assert votes.file(vote).vote.state is VoteState.COUNTING


def test_the_result_is_announced_within_three_days_and_may_be_sued_over_for_a_year(votes):
    vote = votes.counted(saying(9))
    counted_on = local_day(votes.desk.now())

    running = {one.rule: one for one in votes.file(vote).deadlines if one.running()}
    counting.post_vote(votes.desk, counting.PostVote(vote=vote, where="单元公示栏"))
    after_posting = {one.rule: one for one in votes.file(vote).deadlines if one.running()}

    assert local_day(running["D11"].due_at - timedelta(seconds=1)) >= counted_on + timedelta(3)
    assert set(after_posting) == {"D15"}


def test_a_roster_is_carried_over_to_the_next_vote(votes):
    earlier = votes.rostered()
    vote = votes.called(law_item=4)

    rosters.take_roster(votes.desk, rosters.TakeRoster(vote=vote, like=earlier))

    def told(id):
        return sorted((one.unit, one.owner, one.area) for one in votes.file(id).units)

    assert told(vote) == told(earlier)


@pytest.mark.parametrize(
    ("unit", "area", "said"),
    [
        ("", "92.5", "no name"),
        ("101", "0", "no area"),
        ("101", "-3", "no area"),
        ("101", "92.505", "no area"),
        ("101", "NaN", "no area"),
        ("101", "1e9", "no area"),
        ("101", "1e999999", "no area"),
        ("101", "1e-999999", "no area"),
    ],
)
def test_a_unit_that_cannot_be_is_refused_and_nothing_is_kept(votes, unit, area, said):
    vote = votes.rostered()
    asked = rosters.TakeRoster(
        vote=vote, units=(rosters.NewUnit(unit=unit, area=Decimal(area), owner="王芳"),)
    )

    with pytest.raises(Refusal) as refused:
        rosters.take_roster(votes.desk, asked)

    assert said in refused.value.words()
    assert len(votes.file(vote).units) == len(LIFT)


def test_a_unit_is_corrected_until_the_count(votes):
    vote = votes.opened()
    unit = next(one for one in votes.file(vote).units if one.unit == "101")

    asked = rosters.ChangeUnit(unit=unit.id, area=Decimal("93.00"), owner=" 王 芳 ")

    with pytest.raises(Refusal, match="only for a reason"):
        rosters.change_unit(votes.desk, asked)
    rosters.change_unit(votes.desk, replace(asked, reason="按不动产登记簿更正"))

    assert "按不动产登记簿更正" in votes.file(vote).notes[-1].text
    changed = next(one for one in votes.file(vote).units if one.unit == "101")
    assert (changed.area, changed.serial) == (9300, unit.serial)


def test_the_owner_of_a_part_that_is_taken_up_agrees_separately(votes):
    vote = votes.rostered()
    unit = votes.file(vote).units[0]
    rosters.change_unit(votes.desk, rosters.ChangeUnit(unit=unit.id, own_part=True))
    before = counting.missing_consents(votes.file(vote).units)

    rosters.change_unit(
        votes.desk,
        rosters.ChangeUnit(unit=unit.id, own_part_agreed_on=local_day(votes.desk.now())),
    )

    assert [one.unit for one in before] == [unit.unit]
    assert counting.missing_consents(votes.file(vote).units) == ()


def test_turning_a_home_into_a_shop_takes_everybody(votes):
    one_against = votes.counted(saying(11, 1), law_item=0)
    assert votes.file(one_against).vote.passed is False


def test_everybody_agreeing_is_everybody(votes):
    assert votes.file(votes.counted(saying(12), law_item=0)).vote.passed is True


def test_a_ballot_nobody_issued_is_not_found(votes):
    vote = votes.opened()

    with pytest.raises(NotFound, match="no ballot and no unit 9999"):
        votes.read(vote, {"9999": Choice.AGREE})


def test_the_list_tells_how_many_ballots_came_back(votes):
    vote = votes.opened()
    votes.read(vote, {"101": Choice.AGREE, "102": Choice.AGAINST})

    (row,) = votes.desk.queries.votes()

    assert (row.id, row.units, row.returned) == (vote, 12, 2)
    assert row.state is VoteState.OPEN


def test_a_vote_travels_whole_and_stays_true_to_its_journal(votes):
    votes.counted(saying(9))

    assert votes.here.at.sane()
