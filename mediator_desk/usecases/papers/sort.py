"""What a sort of paper is: what it is about, when there is enough for it, and how it is made."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.setting import Press
from mediator_desk.ports import Desk
from mediator_desk.usecases.papers.masked import Mask

File = TypeVar("File")
Job = Callable[[Press], Printed]


def _nothing_against(_file: object) -> str:
    return ""


class PaperName(StrEnum):
    """The papers of the desk."""

    SUMMARY = "summary"
    ACCEPTANCE_REGISTER = "acceptance-register"
    MEDIATION_RECORD = "mediation-record"
    AGREEMENT = "agreement"
    ORAL_AGREEMENT_REGISTER = "oral-agreement-register"
    VOLUME = "volume"
    MEDIATION_APPLICATION = "mediation-application"
    RIGHTS_NOTICE = "rights-notice"
    IDENTITY_SHEET = "identity-sheet"
    POWER_OF_ATTORNEY = "power-of-attorney"
    INVESTIGATION_RECORD = "investigation-record"
    EVIDENCE_LIST = "evidence-list"
    VOLUME_NOTE = "volume-note"
    CLOSING_REPORT = "closing-report"
    RECEIPT = "receipt"
    FOLLOW_UP_RECORD = "follow-up-record"
    CONFIRMATION_APPLICATION = "confirmation-application"
    UNDISPUTED_FACTS = "undisputed-facts"
    MEDIATION_STATEMENT = "mediation-statement"
    TERMINATION_NOTICE = "termination-notice"
    CONSULTATION_NOTE = "consultation-note"
    RISK_REPORT = "risk-report"
    NON_ACCEPTANCE_NOTICE = "non-acceptance-notice"
    REFERRAL_LETTER = "referral-letter"
    REFERRAL_REPLY = "referral-reply"
    URGING_NOTICE = "urging-notice"
    PRIVACY_NOTICE = "privacy-notice"
    SITTING_SHEET = "sitting-sheet"
    WHISTLE_SLIP = "whistle-slip"
    WHISTLE_REPLY = "whistle-reply"
    WHISTLE_EVALUATION = "whistle-evaluation"
    COUNCIL_TOPIC = "council-topic"
    COUNCIL_NOTICE = "council-notice"
    COUNCIL_SHEET = "council-sheet"
    COUNCIL_MINUTES = "council-minutes"
    OWNERS_BALLOTS = "owners-ballots"
    VOTE_RESULT = "vote-result"
    PUBLIC_NOTICE = "public-notice"
    REVENUE_ACCOUNT = "revenue-account"
    CONVENTION = "convention"
    STATISTICS_BRIEF = "statistics-brief"
    SWEEP_REPORT = "sweep-report"
    HANDOVER_LIST = "handover-list"
    AWARD_CLAIM = "award-claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSort(Generic[File]):
    """One sort of paper about one kind of file (a case, a whistle, a topic …).

    ``ready`` tells whether the file has enough in it; ``missing`` is the marked sentence, with the
    place {number}, that says what is missing when it has not. ``make`` gives the papers: a case
    with several sittings has several records. It may raise ``Refusal`` and ``GlyphMissing``.
    ``why_not`` gives a marked sentence where a law forbids the paper, whatever the file holds.

    ``jobs`` gives the same papers as jobs for another process, so that a batch need not be made in
    this one: ``partial(print_form, id="F11", facts=facts)``. ``masked`` gives them as others may
    read them, where a paper is fit for that. ``issued`` tells that the paper leaves the desk: it is
    kept as it was issued, and marked so that it is known when it comes back.
    """

    name: PaperName
    about: type[File]
    make: Callable[[Desk, Press, File], Iterable[Printed]]
    ready: Callable[[File], bool]
    missing: str = ""
    why_not: Callable[[File], str] = _nothing_against
    jobs: Callable[[Desk, File], Iterable[Job]] | None = None
    masked: Callable[[Desk, File, Mask], Iterable[Job]] | None = None
    issued: bool = True


def made_here(
    jobs: Callable[[Desk, File], Iterable[Job]],
) -> Callable[[Desk, Press, File], Iterable[Printed]]:
    """Give the ``make`` of a sort that has ``jobs``: they are done one after the other, here."""
    return lambda desk, press, file: (job(press) for job in jobs(desk, file))
