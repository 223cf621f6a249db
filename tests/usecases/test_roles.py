"""Roles: every use case is in the table, and each role does only what it holds."""

from pathlib import Path

import pytest

from mediator_desk.records.people import Role
from mediator_desk.refusals import NotAllowed
from mediator_desk.rules.roles import ALLOWED, may, permit
from mediator_desk.usecases.catalogue import USECASES
from mediator_desk.usecases.exchange import MakeBundle, make_bundle
from mediator_desk.usecases.print_papers import PaperName, PrintPapers, print_papers

_OUTSIDE_THE_CATALOGUE = {
    "read-attachment",
    "intake-ledger", "print", "print-batch", "trust-card", "make-bundle", "take-bundle", "backup",
    "sign-rule-file", "add-font", "remove-font", "issue-paper", "take-scans", "correct-ink",
    "score-whistles", "report", "export-ledger",
}  # fmt: skip


def test_every_use_case_has_its_roles():
    assert set(ALLOWED) == set(USECASES) | _OUTSIDE_THE_CATALOGUE


def test_what_nobody_was_given_nobody_may_do():
    assert not any(may(role, "close-the-office") for role in Role)


@pytest.mark.parametrize("role", list(Role))
def test_a_use_case_opens_no_work_for_a_role_without_it(here, role):
    desk = here.as_role(role)

    opened = {usecase for usecase in USECASES if _opens(desk, usecase)}

    assert opened == {usecase for usecase in USECASES if role in ALLOWED[usecase]}


def _opens(desk, usecase):
    try:
        desk.work(usecase)
    except NotAllowed:
        return False
    return True


def test_a_mediator_prints_one_paper_but_not_a_batch(here):
    desk = here.as_role(Role.MEDIATOR)
    asked = PrintPapers(numbers=("古城-2026-1", "古城-2026-2"), paper=PaperName.SUMMARY)

    with pytest.raises(NotAllowed):
        print_papers(desk, asked, Path())


def test_a_mediator_hands_nothing_over(here):
    with pytest.raises(NotAllowed):
        make_bundle(here.as_role(Role.MEDIATOR), MakeBundle(peer="x", folder=Path()))


def test_a_refusal_says_whom_to_ask():
    with pytest.raises(NotAllowed, match="team lead"):
        permit(Role.MEDIATOR, "archive-dispute")
