"""Return visits, closing, reopening, archiving and notes."""

import pytest

from mediator_desk.records.agreement import AgreementForm
from mediator_desk.records.council import AgendaTopic, TopicState
from mediator_desk.records.dispute import Outcome, Stage
from mediator_desk.records.follow_up import NoteKind, Satisfaction
from mediator_desk.records.whistle import ReturnReason
from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.usecases.close_dispute import (
    AddNote,
    ArchiveDispute,
    CloseDispute,
    PayFollowUp,
    ReopenDispute,
    add_note,
    archive_dispute,
    close_dispute,
    pay_follow_up,
    reopen_dispute,
)
from mediator_desk.usecases.whistle_returns import return_whistle


def _rules(here, dispute):
    return [one.rule for one in here.file(dispute).deadlines if one.running()]


def test_a_return_visit_is_kept_and_its_clock_met(here):
    dispute = here.agreed(form=AgreementForm.ORAL)
    asked = PayFollowUp(
        dispute=dispute, situation="已拆除", performed=True, satisfaction=Satisfaction.SATISFIED
    )

    pay_follow_up(here.desk, asked)

    assert here.file(dispute).follow_ups[0].satisfaction is Satisfaction.SATISFIED
    assert _rules(here, dispute) == []


def test_a_visit_that_found_nothing_is_refused(here):
    dispute = here.agreed()
    before = here.kept()

    with pytest.raises(Refusal, match="found on the visit"):
        pay_follow_up(here.desk, PayFollowUp(dispute=dispute, situation="", performed=True))

    assert here.kept() == before


def test_closing_keeps_the_outcome_apart_from_the_stage(here):
    dispute = here.accepted()
    asked = CloseDispute(
        dispute=dispute, outcome=Outcome.FAILED, reason="分歧太大", routes_explained=True
    )

    close_dispute(here.desk, asked)

    kept = here.file(dispute).dispute
    assert (kept.stage, kept.outcome) == (Stage.CLOSED, Outcome.FAILED)
    assert _rules(here, dispute) == []


def test_what_is_owed_under_an_agreement_runs_on_after_closing(here):
    dispute = here.agreed(form=AgreementForm.ORAL)

    close_dispute(here.desk, CloseDispute(dispute=dispute, outcome=Outcome.AGREED_ORAL))

    assert _rules(here, dispute) == ["D05"]


@pytest.mark.parametrize(
    ("outcome", "said", "why"),
    [
        (Outcome.OPEN, {}, "how it ended"),
        (Outcome.AGREED_WRITTEN, {}, "no agreement yet"),
        (Outcome.FAILED, {"reason": "x"}, "arbitration"),
        (Outcome.WITHDRAWN, {}, "how it ended"),
    ],
)
def test_an_outcome_that_lacks_something_is_refused(here, outcome, said, why):
    dispute = here.accepted()
    before = here.kept()

    with pytest.raises(Refusal, match=why):
        close_dispute(here.desk, CloseDispute(dispute=dispute, outcome=outcome, **said))

    assert here.kept() == before


def test_an_oral_agreement_is_no_written_one(here):
    dispute = here.agreed(form=AgreementForm.ORAL)

    with pytest.raises(Refusal, match="no agreement yet"):
        close_dispute(here.desk, CloseDispute(dispute=dispute, outcome=Outcome.AGREED_WRITTEN))


def test_reopening_keeps_the_old_closing_and_starts_the_month_anew(here):
    dispute = here.closed()

    reopen_dispute(here.desk, ReopenDispute(dispute=dispute, reason="又起争执"))

    file = here.file(dispute)
    assert (file.dispute.stage, file.dispute.outcome) == (Stage.ACCEPTED, Outcome.OPEN)
    assert [one.outcome for one in file.closings] == [Outcome.WITHDRAWN]
    assert [one.reason for one in file.reopenings] == ["又起争执"]
    assert _rules(here, dispute) == ["D01"]


def test_what_was_never_accepted_waits_for_acceptance_again(here):
    dispute = here.logged()
    close_dispute(
        here.desk, CloseDispute(dispute=dispute, outcome=Outcome.DUPLICATE, reason="重复")
    )

    reopen_dispute(here.desk, ReopenDispute(dispute=dispute, reason="不是重复"))

    assert here.file(dispute).dispute.stage is Stage.LOGGED


def test_reopening_needs_a_reason(here):
    dispute = here.closed()
    before = here.kept()

    with pytest.raises(Refusal, match="taken up again"):
        reopen_dispute(here.desk, ReopenDispute(dispute=dispute, reason=" "))

    assert here.kept() == before


def test_an_archived_dispute_waits_for_nothing(here):
    dispute = here.agreed(form=AgreementForm.ORAL)
    close_dispute(here.desk, CloseDispute(dispute=dispute, outcome=Outcome.AGREED_ORAL))

    archive_dispute(here.desk, ArchiveDispute(dispute=dispute, reason="材料另存"))

    assert here.file(dispute).dispute.stage is Stage.ARCHIVED
    assert _rules(here, dispute) == []


def test_a_note_stands_in_the_course_of_its_record(here):
    dispute = here.logged()

    add_note(here.desk, AddNote(subject=dispute, text="电话联系", kind=NoteKind.CALL))

    assert [one.text for one in here.file(dispute).notes] == ["电话联系"]


def test_an_empty_note_is_refused(here):
    dispute = here.logged()

    with pytest.raises(Refusal, match="few words"):
        add_note(here.desk, AddNote(subject=dispute, text=" "))


def test_a_note_on_nothing_is_refused(here):
    before = here.kept()

    with pytest.raises(NotFound):
        add_note(here.desk, AddNote(subject=here.desk.person.id, text="谁"))

    assert here.kept() == before


@pytest.mark.parametrize(
    ("state", "law_item", "ends"),
    [
        (TopicState.TO_OWNER_VOTE, 8, None),
        (TopicState.DELIBERATED, 0, None),
        (TopicState.OTHERS_DECIDED, 8, Outcome.DECIDED_BY_OTHERS),
        (TopicState.EXECUTING, 0, Outcome.SETTLED_BY_COUNCIL),
    ],
)
@pytest.mark.parametrize("said", [Outcome.SETTLED_BY_COUNCIL, Outcome.DECIDED_BY_OTHERS])
def test_a_dispute_ends_by_a_topic_only_as_that_was_decided(here, state, law_item, ends, said):
    dispute = here.accepted()
    topic = here.called(dispute)
    here.change(AgendaTopic, topic, state=state, law_item=law_item)
    asked = CloseDispute(dispute=dispute, outcome=said, reason="议事会定了")

    if said is ends:
        close_dispute(here.desk, asked)
        assert here.file(dispute).dispute.outcome is ends
    else:
        with pytest.raises(Refusal):
            close_dispute(here.desk, asked)


def test_a_dispute_without_a_topic_is_not_settled_by_the_council(here):
    asked = CloseDispute(
        dispute=here.accepted(), outcome=Outcome.SETTLED_BY_COUNCIL, reason="议事会定了"
    )

    with pytest.raises(Refusal, match="Nobody has decided"):
        close_dispute(here.desk, asked)


def test_a_dispute_is_not_solved_by_a_department_that_sent_the_whistle_back(here):
    dispute = here.accepted()
    whistle = here.dispatched(dispute)
    here.step(
        return_whistle, whistle,
        reason=ReturnReason.NOT_OUR_DUTY, legal_basis="条例第四十四条",
    )  # fmt: skip
    asked = CloseDispute(dispute=dispute, outcome=Outcome.SOLVED_BY_DEPARTMENT, reason="不归我们管")

    with pytest.raises(Refusal, match="checked on the spot"):
        close_dispute(here.desk, asked)
