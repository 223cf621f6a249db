"""What each step of a whistle asks, and what is said afterwards: one table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from mediator_desk.ports import Desk
from mediator_desk.rows import Changes
from mediator_desk.usecases import whistle_longer, whistle_returns
from mediator_desk.usecases import whistles as usecases
from mediator_desk.usecases.whistle_steps import StepWhistle
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """What one step asks: marked sentences, and the keys of its fields."""

    usecase: Callable[[Desk, StepWhistle], Changes]
    title: str
    verb: str
    said: str
    asks: tuple[str, ...]
    explain: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    needs: tuple[str, ...] = ()


STEPS: Mapping[str, Asks] = {
    "approve-whistle": Asks(
        usecase=usecases.approve_whistle,
        title=N_("Approve the whistle"),
        verb=N_("&Approve"),
        said=N_("{whistle} is approved."),
        explain=N_("The leader of the street or the community signs."),
        asks=("approver", "text", "at"),
        needs=("approver",),
    ),
    "dispatch-whistle": Asks(
        usecase=usecases.dispatch_whistle,
        title=N_("Dispatch the whistle"),
        verb=N_("&Dispatch"),
        said=N_("{whistle} is dispatched; the clocks run."),
        explain=N_("The clocks run from the moment it is dispatched, never from the signing."),
        asks=("text", "at"),
    ),
    "sign-for-whistle": Asks(
        usecase=usecases.sign_for_whistle,
        title=N_("The department signs for it"),
        verb=N_("&Keep"),
        said=N_("{whistle} is signed for."),
        labels={"contact": N_("Who signed for it"), "department": N_("Which department")},
        asks=("department", "contact", "text", "at"),
        needs=("contact",),
    ),
    "report-in": Asks(
        usecase=usecases.report_in,
        title=N_("The department reports in"),
        verb=N_("&Keep"),
        said=N_("The department has reported in for {whistle}."),
        explain=N_("From now on it cannot return the whistle."),
        labels={"contact": N_("Who came"), "department": N_("Which department")},
        asks=("department", "contact", "text", "at"),
        needs=("contact",),
    ),
    "handle-whistle": Asks(
        usecase=usecases.handle_whistle,
        title=N_("The department takes it in hand"),
        verb=N_("&Keep"),
        said=N_("{whistle} is in hand."),
        labels={"contact": N_("Whom it spoke to")},
        asks=("contact", "measures", "promised", "at"),
    ),
    "reply-whistle": Asks(
        usecase=usecases.reply_whistle,
        title=N_("The department replies"),
        verb=N_("&Keep the reply"),
        said=N_("The reply to {whistle} is kept."),
        labels={"text": N_("What it did or answered"), "contact": N_("Whom it spoke to")},
        explain=N_("A reply says when it was accepted, whom they spoke to, what is done, by when."),
        asks=("text", "contact", "measures", "promised", "at"),
        needs=("text",),
    ),
    "verify-whistle": Asks(
        usecase=usecases.verify_whistle,
        title=N_("Verify on the spot"),
        verb=N_("&Keep"),
        said=N_("What was seen for {whistle} is kept."),
        explain=N_("What is not solved goes back to the department."),
        labels={"text": N_("What was seen")},
        asks=("solved", "text", "at"),
        needs=("solved",),
    ),
    "evaluate-whistle": Asks(
        usecase=usecases.evaluate_whistle,
        title=N_("Evaluate both ways"),
        verb=N_("&Keep the ratings"),
        said=N_("{whistle} is evaluated."),
        asks=("department_rating", "street_rating", "resident_rating", "text"),
        explain=N_("Could the residents not be asked, write down why and leave their rating open."),
        needs=("department_rating", "street_rating"),
    ),
    "close-whistle": Asks(
        usecase=usecases.close_whistle,
        title=N_("Sign the whistle off"),
        verb=N_("Sign &off"),
        said=N_("{whistle} is signed off."),
        explain=N_("Its dispute comes back to the desk with the department's answer."),
        asks=("text",),
    ),
    "return-whistle": Asks(
        usecase=whistle_returns.return_whistle,
        title=N_("The department returns it"),
        verb=N_("&Keep the return"),
        said=N_("{whistle} was returned."),
        labels={"legal_basis": N_("The article it names")},
        asks=("reason", "legal_basis", "text", "at"),
        needs=("reason", "legal_basis"),
    ),
    "refuse-return": Asks(
        usecase=whistle_returns.refuse_return,
        title=N_("Refuse the return"),
        verb=N_("&Refuse"),
        said=N_("The return of {whistle} is refused; the department goes on."),
        labels={"text": N_("Why it is not accepted")},
        asks=("text",),
        needs=("text",),
    ),
    "reassign-whistle": Asks(
        usecase=whistle_returns.reassign_whistle,
        title=N_("Give it to another department"),
        verb=N_("&Give it on"),
        said=N_("{whistle} is with another department."),
        explain=N_("Only once; the resident's clock goes on."),
        asks=("department", "legal_basis", "text", "at"),
        needs=("department",),
    ),
    "designate-whistle": Asks(
        usecase=whistle_returns.designate_whistle,
        title=N_("The district designates"),
        verb=N_("&Keep"),
        said=N_("The district has designated who handles {whistle}."),
        explain=N_("There is no third transfer: the department named here must handle it."),
        labels={
            "contact": N_("Who designated"),
            "legal_basis": N_("Under which article or decision"),
        },
        asks=("department", "contact", "legal_basis", "text", "at"),
        needs=("department", "contact", "legal_basis"),
    ),
    "extend-whistle": Asks(
        usecase=whistle_longer.extend_whistle,
        title=N_("Give the department more time"),
        verb=N_("E&xtend"),
        said=N_("{whistle} has more time."),
        explain=N_("Once, and before the old time is over; the resident's clock stays as it is."),
        labels={"text": N_("Why it needs longer")},
        asks=("days", "text", "approver"),
        needs=("days", "text", "approver"),
    ),
    "escalate-whistle": Asks(
        usecase=whistle_longer.escalate_whistle,
        title=N_("Ask the district to supervise"),
        verb=N_("As&k the district"),
        said=N_("{whistle} is put before the district."),
        labels={"contact": N_("Whom it is put before")},
        asks=("contact", "text", "at"),
        needs=("contact",),
    ),
    "cancel-whistle": Asks(
        usecase=usecases.cancel_whistle,
        title=N_("Take the whistle back"),
        verb=N_("Take it &back"),
        said=N_("{whistle} is taken back."),
        explain=N_("Its dispute comes back to the desk."),
        labels={"text": N_("Why it is taken back")},
        asks=("text",),
        needs=("text",),
    ),
}
