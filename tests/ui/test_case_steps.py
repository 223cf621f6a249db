"""The desk recommends a step, offers what fits, and says why a paper is not possible yet."""

from mediator_desk.records.dispute import Outcome
from mediator_desk.usecases.close_dispute import ArchiveDispute, archive_dispute
from mediator_desk.usecases.next_step import may_follow
from ui.forms.case_dialogs import DIALOGS
from ui.forms.case_ending import fitting_outcomes, likely_outcome
from ui.forms.case_papers import papers_of
from ui.next_step import next_step


def test_only_outcomes_that_fit_are_offered_for_closing(here, windows):
    heard, agreed = here.heard(), here.agreed()

    without = fitting_outcomes(here.file(heard))
    with_one = fitting_outcomes(here.file(agreed))

    assert Outcome.AGREED_WRITTEN not in without
    assert Outcome.SETTLED_BY_COUNCIL not in without
    assert with_one[0] is Outcome.AGREED_WRITTEN
    assert likely_outcome(here.file(agreed), with_one) is Outcome.AGREED_WRITTEN


def test_the_recommended_step_follows_the_case(here):
    logged, accepted = here.logged(), here.accepted()
    consenting, heard, agreed = here.consenting(), here.heard(), here.agreed()
    closed = here.closed()

    steps = [
        next_step(here.file(one)).usecase
        for one in (logged, accepted, consenting, heard, agreed, closed)
    ]

    assert steps == [
        "route-dispute",
        "record-consent",
        "hold-sitting",
        "sign-agreement",
        "mark-agreement",
        "archive-dispute",
    ]


def test_every_step_that_may_follow_has_a_dialog_or_goes_elsewhere(here):
    role = here.desk.person.role
    cases = (here.logged(), here.accepted(), here.heard(), here.agreed(), here.closed())

    offered = {step for case in cases for step in may_follow(here.file(case), role)}

    assert offered - set(DIALOGS) == {"gather-disputes", "blow-whistle"}


def test_an_archived_dispute_offers_nothing(here):
    dispute = here.closed()
    archive_dispute(here.desk, ArchiveDispute(dispute=dispute, reason="材料另存"))

    assert may_follow(here.file(dispute), here.desk.person.role) == ()


def test_papers_that_are_not_possible_yet_say_why(here):
    offers = {one.paper.value: one.why_not for one in papers_of(here.file(here.accepted()))}

    assert offers["summary"] == offers["acceptance-register"] == ""
    assert offers["agreement"] == "There is no written agreement."
    assert offers["mediation-record"]
