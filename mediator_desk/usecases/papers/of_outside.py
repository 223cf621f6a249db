"""The papers of a case outside its volume: turned away, referred, urged, told, signed in."""

from collections.abc import Iterator

from mediator_desk.paper.papers import print_form
from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.setting import Press
from mediator_desk.ports import Desk
from mediator_desk.records.dispute import Outcome
from mediator_desk.records.referral import ReferralWay
from mediator_desk.rows import CaseFile
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases.papers import outside_facts as facts
from mediator_desk.usecases.papers.sort import PaperName, PaperSort
from mediator_desk.words import N_


def _non_acceptance(desk: Desk, press: Press, file: CaseFile) -> Iterator[Printed]:
    yield print_form(press, "F20", facts.non_acceptance_facts(desk, file))


def _referrals(_desk: Desk, press: Press, file: CaseFile) -> Iterator[Printed]:
    for one in file.referrals:
        yield print_form(press, "F21", facts.referral_facts(file, one))


def _replies(_desk: Desk, press: Press, file: CaseFile) -> Iterator[Printed]:
    for one in file.referrals:
        if one.way is ReferralWay.IN:
            yield print_form(press, "F21B", facts.referral_facts(file, one))


def _urgings(_desk: Desk, press: Press, file: CaseFile) -> Iterator[Printed]:
    for one in facts.urging_facts(file):
        yield print_form(press, "F14U", one)


def _privacy(desk: Desk, press: Press, file: CaseFile) -> Iterator[Printed]:
    today = local_day(desk.now())
    for party in facts.people_told(file):
        yield print_form(press, "F39", facts.privacy_facts(desk, file, party, today))


def _sheet(_desk: Desk, press: Press, file: CaseFile) -> Iterator[Printed]:
    yield print_form(press, "F10S", facts.sitting_sheet_facts(file))


PAPERS = (
    PaperSort(
        name=PaperName.NON_ACCEPTANCE_NOTICE,
        about=CaseFile,
        make=_non_acceptance,
        ready=lambda file: file.dispute.outcome is Outcome.NOT_ACCEPTED,
        missing=N_("{number} was not turned away. Turn it away with its reason first."),
    ),
    PaperSort(
        name=PaperName.REFERRAL_LETTER,
        about=CaseFile,
        make=_referrals,
        ready=lambda file: bool(file.referrals),
        missing=N_("No referral of {number} is recorded yet. Record it first."),
    ),
    PaperSort(
        name=PaperName.REFERRAL_REPLY,
        about=CaseFile,
        make=_replies,
        ready=lambda file: any(one.way is ReferralWay.IN for one in file.referrals),
        missing=N_("{number} was not referred to us, so nobody waits for a reply."),
    ),
    PaperSort(
        name=PaperName.URGING_NOTICE,
        about=CaseFile,
        make=_urgings,
        ready=lambda file: any(True for _one in facts.urging_facts(file)),
        missing=N_("Nobody was urged to perform the agreement of {number} yet. Record it first."),
    ),
    PaperSort(
        name=PaperName.PRIVACY_NOTICE,
        about=CaseFile,
        make=_privacy,
        ready=lambda file: bool(facts.people_told(file)),
        missing=N_("{number} has no person as a party yet. Add the parties first."),
    ),
    PaperSort(
        name=PaperName.SITTING_SHEET,
        about=CaseFile,
        make=_sheet,
        ready=lambda file: bool(file.parties) and file.dispute.accepted_at is not None,
        missing=N_("{number} is not accepted yet. Accept it first."),
    ),
)
