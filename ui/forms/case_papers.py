"""The papers of a dispute: what can be printed now, and why the others cannot yet."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from mediator_desk.ports import Desk
from mediator_desk.rows import CaseFile, TopicFile
from mediator_desk.rules.roles import may
from mediator_desk.usecases.issuing.issue import may_be_issued
from mediator_desk.usecases.print_papers import PaperName, PrintPapers, print_papers, printable
from mediator_desk.words import N_, _
from ui.dialogs.issuing_preview import IssuingPreview
from ui.dialogs.preview import PreviewDialog
from ui.errands import Errands
from ui.notices import Notices

NAMES = {
    PaperName.SUMMARY: N_("Case &summary"),
    PaperName.ACCEPTANCE_REGISTER: N_("&Acceptance register"),
    PaperName.MEDIATION_RECORD: N_("Mediation &record"),
    PaperName.AGREEMENT: N_("Written a&greement"),
    PaperName.ORAL_AGREEMENT_REGISTER: N_("&Oral agreement register"),
    PaperName.VOLUME: N_("Whole vo&lume"),
    PaperName.MEDIATION_APPLICATION: N_("A&pplication for mediation"),
    PaperName.RIGHTS_NOTICE: N_("Notice of rights and duties"),
    PaperName.IDENTITY_SHEET: N_("Sheets of identity"),
    PaperName.POWER_OF_ATTORNEY: N_("Powers of attorney"),
    PaperName.INVESTIGATION_RECORD: N_("Records of inquiries"),
    PaperName.EVIDENCE_LIST: N_("List of evidence"),
    PaperName.VOLUME_NOTE: N_("Note on the volume"),
    PaperName.CLOSING_REPORT: N_("Closing report"),
    PaperName.RECEIPT: N_("Re&ceipts"),
    PaperName.FOLLOW_UP_RECORD: N_("Record of return &visits"),
    PaperName.CONFIRMATION_APPLICATION: N_("Application for con&firmation"),
    PaperName.UNDISPUTED_FACTS: N_("&Undisputed facts"),
    PaperName.MEDIATION_STATEMENT: N_("Statement of me&diation"),
    PaperName.TERMINATION_NOTICE: N_("Notice of t&ermination"),
    PaperName.CONSULTATION_NOTE: N_("Consultation &note"),
    PaperName.RISK_REPORT: N_("Ris&k report"),
    PaperName.NON_ACCEPTANCE_NOTICE: N_("Notice of non-acceptance"),
    PaperName.REFERRAL_LETTER: N_("Letter of referral"),
    PaperName.REFERRAL_REPLY: N_("Reply to the referral"),
    PaperName.URGING_NOTICE: N_("Notice that urges to perform"),
    PaperName.PRIVACY_NOTICE: N_("Notice about personal data"),
    PaperName.SITTING_SHEET: N_("Sign-in sheet of the sitting"),
    PaperName.WHISTLE_SLIP: N_("&Whistle slip"),
    PaperName.WHISTLE_REPLY: N_("Rep&ly sheet of the department"),
    PaperName.WHISTLE_EVALUATION: N_("Two-way rating"),
    PaperName.COUNCIL_TOPIC: N_("Council &topic form"),
    PaperName.COUNCIL_NOTICE: N_("Notice of the &meeting"),
    PaperName.COUNCIL_SHEET: N_("Sign-in sheet of the council"),
    PaperName.COUNCIL_MINUTES: N_("M&inutes of the meeting"),
    PaperName.OWNERS_BALLOTS: N_("&Ballots"),
    PaperName.VOTE_RESULT: N_("Sheet of the c&ount"),
    PaperName.PUBLIC_NOTICE: N_("Public n&otice"),
    PaperName.REVENUE_ACCOUNT: N_("Account of common revenue"),
    PaperName.CONVENTION: N_("Convention"),
    PaperName.STATISTICS_BRIEF: N_("Brief of the statistics"),
    PaperName.SWEEP_REPORT: N_("Sweep report"),
    PaperName.HANDOVER_LIST: N_("Handover list"),
    PaperName.AWARD_CLAIM: N_("Claim of awards"),
}

_NOT_YET = {
    PaperName.ACCEPTANCE_REGISTER: N_("It is not accepted yet."),
    PaperName.MEDIATION_RECORD: N_("No sitting is written down yet."),
    PaperName.AGREEMENT: N_("There is no written agreement."),
    PaperName.ORAL_AGREEMENT_REGISTER: N_("There is no oral agreement."),
    PaperName.WHISTLE_SLIP: N_("No whistle was blown."),
    PaperName.COUNCIL_TOPIC: N_("It belongs to no topic of the council."),
}


@dataclass(frozen=True, slots=True)
class PaperOffer:
    """One paper: whether it can be printed now, and if not, why."""

    paper: PaperName
    why_not: str


def papers_of(file: CaseFile) -> tuple[PaperOffer, ...]:
    """List the papers of a dispute, those that can be printed first.

    Papers that few disputes need are left out until they can be printed.
    """
    ready = set(printable(file))
    if file.whistles:
        ready.add(PaperName.WHISTLE_SLIP)
    if any(one.turn for one in file.whistles):
        ready.add(PaperName.WHISTLE_REPLY)
    if file.agenda_topic is not None:
        ready.add(PaperName.COUNCIL_TOPIC)
    offers = [
        PaperOffer(one, "" if one in ready else _(_NOT_YET[one]))
        for one in NAMES
        if one in ready or one in _NOT_YET
    ]
    return tuple(sorted(offers, key=lambda offer: bool(offer.why_not)))


def topic_papers_menu(
    parent: QWidget, file: TopicFile, show: Callable[[PaperName], object]
) -> QMenu:
    """Make the menu of the papers a topic has enough in it for."""
    menu = QMenu(parent)
    for paper in printable(file):
        menu.addAction(_(NAMES[paper]), partial(show, paper))
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def papers_menu(parent: QWidget, file: CaseFile, show: Callable[[PaperName], object]) -> QMenu:
    """Make the menu of the papers; one that is not possible yet says why."""
    menu = QMenu(parent)
    for offer in papers_of(file):
        name = _(NAMES[offer.paper])
        if offer.why_not:
            plain = name.replace("&", "") if "(&" not in name else name[: name.index("(&")]
            action = menu.addAction(_("{paper}: {why}").format(paper=plain, why=offer.why_not))
            action.setEnabled(False)
        else:
            menu.addAction(name, partial(show, offer.paper))
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def preview_of(
    parent: QWidget,
    *,
    desk: Desk,
    errands: Errands,
    notices: Notices,
    fonts: Path,
    number: str,
    paper: PaperName,
    named: str = "",
) -> PreviewDialog:
    """Make the window that shows one paper; ``named`` is said where the number is an id."""
    name = _(NAMES[paper])
    plain = name[: name.index("(&")] if "(&" in name else name.replace("&", "")
    title = _("{paper} · {number}").format(paper=plain, number=named or number)
    if may_be_issued(paper) and may(desk.person.role, "issue-paper"):
        return IssuingPreview(
            parent,
            title=title,
            number=number,
            paper=paper,
            fonts=fonts,
            errands=errands,
            notices=notices,
            desk=desk,
        )
    return PreviewDialog(
        parent,
        title=title,
        make=partial(print_papers, desk, PrintPapers(numbers=(number,), paper=paper), fonts),
        errands=errands,
        notices=notices,
        desk=desk,
    )
