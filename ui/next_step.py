"""What is next for a dispute, in the words of the windows."""

from dataclasses import dataclass
from datetime import date

from mediator_desk.records.dispute import Dispute, Route, Stage
from mediator_desk.rows import CaseFile
from mediator_desk.rules.remarks import Named
from mediator_desk.rules.route import RoutingRules
from mediator_desk.usecases.next_step import recommended
from mediator_desk.words import N_

VERBS = {
    "route-dispute": N_("Decide the &way"),
    "accept-dispute": N_("&Accept"),
    "refuse-dispute": N_("&Turn away"),
    "record-consent": N_("Record a c&onsent"),
    "hold-sitting": N_("Record a &sitting"),
    "sign-agreement": N_("Record the a&greement"),
    "mark-agreement": N_("Mar&ks of the agreement"),
    "perform-obligation": N_("Record as per&formed"),
    "record-payment": N_("Record a pa&yment"),
    "change-schedule": N_("Change the parts"),
    "urge-performance": N_("Ur&ge to perform"),
    "record-lawsuit": N_("Record a lawsuit"),
    "offer-confirmation": N_("Have a court con&firm it"),
    "apply-confirmation": N_("&Hand in the application"),
    "answer-confirmation": N_("Answer of the court"),
    "ask-recusal": N_("Wish for another mediator"),
    "answer-recusal": N_("Answer the w&ish"),
    "report-risk": N_("Report a risk"),
    "record-undisputed": N_("Record undisputed &facts"),
    "write-application": N_("Write down the application"),
    "give-rights-notice": N_("Day of the rights notice"),
    "give-authority": N_("Record a power of attorney"),
    "write-investigation": N_("Write down an inquiry"),
    "note-volume": N_("Note on the volume"),
    "file-volume": N_("File the volume"),
    "record-referral": N_("Record a referral"),
    "answer-referral": N_("Answer the referral"),
    "record-privacy": N_("Tell about personal data"),
    "take-back-privacy": N_("Take consents back"),
    "follow-up": N_("Record a return &visit"),
    "gather-disputes": N_("Raise to the &council"),
    "take-out-dispute": N_("Take out of the topi&c"),
    "blow-whistle": N_("&Blow a whistle"),
    "close-dispute": N_("C&lose"),
    "reopen-dispute": N_("&Reopen"),
    "archive-dispute": N_("Arc&hive"),
    "mark-case": N_("Marks for the statistics"),
    "note": N_("Add a not&e"),
    "change-dispute": N_("E&dit"),
    "add-party": N_("Add a part&y"),
    "change-party": N_("Correct a party"),
    "assign-mediator": N_("Hand to a mediator"),
}

ADVICE = {
    "route-dispute": N_("Decide which way it goes."),
    "accept-dispute": N_("Accept it, or say why not."),
    "record-consent": N_("Ask every party whether they agree to mediation."),
    "hold-sitting": N_("Hold a sitting and write its record."),
    "sign-agreement": N_("Write down the agreement."),
    "mark-agreement": N_("Have the agreement marked, signed and sealed."),
    "perform-obligation": N_("See whether what was promised has been done."),
    "record-payment": N_("Write down what is paid, in full or in part."),
    "urge-performance": N_("A part is late: urge the party to perform, and name a day."),
    "apply-confirmation": N_("Have both sides sign the application, and hand it in."),
    "answer-recusal": N_("A party wishes for another mediator: answer that first."),
    "record-undisputed": N_(
        "Offer the parties a record of what they do not dispute, and a statement of mediation."
    ),
    "follow-up": N_("Visit the parties and see how it went."),
    "gather-disputes": N_("Raise it as a topic for the residents' council."),
    "blow-whistle": N_("Blow a whistle for the departments."),
    "close-dispute": N_("Close it and say what came of it."),
    "archive-dispute": N_("Bind the volume and archive it."),
    "add-party": N_("Add the other party."),
    "look-council": N_("Wait for the residents' council."),
    "look-whistle": N_("Wait for the departments."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """The recommended use case (empty when nothing is left to do) and its advice in words."""

    usecase: str
    advice: str = ""


def outside_notice(rules: RoutingRules, dispute: Dispute) -> Named | None:
    """Give what people are told of a dispute nobody decided on yet that is not for mediation."""
    if dispute.stage is not Stage.LOGGED or dispute.route is not Route.UNDECIDED:
        return None
    return rules.propose(dispute.topic, f"{dispute.title} {dispute.text}".strip()).notice


def next_step(
    file: CaseFile, today: date | None = None, rules: RoutingRules | None = None
) -> NextStep:
    """Recommend one step, from what the record holds and what it still lacks.

    By ``rules`` what is not for mediation is turned away, with its ground and its notice.
    """
    if rules is not None and outside_notice(rules, file.dispute) is not None:
        return NextStep(usecase="refuse-dispute")
    usecase = recommended(file, today)
    return NextStep(usecase=usecase, advice=ADVICE.get(usecase, ""))
