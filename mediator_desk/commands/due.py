"""Reckoning without a store: when something is due, and why then."""

from dataclasses import dataclass
from datetime import date, datetime

from mediator_desk.commands.answers import Answer
from mediator_desk.commands.arguments import Commands, command
from mediator_desk.commands.codes import coded, iso, moment_or_day, shown
from mediator_desk.commands.options import Arguments, Parser, whole_number
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.ports import Books
from mediator_desk.refusals import Refusal
from mediator_desk.rules.deadlines import DEFAULT_RULE_SET, Due
from mediator_desk.rules.durations import Duration, Unit, local_day
from mediator_desk.rules.limits import Limit
from mediator_desk.words import N_, _


def add_to(commands: "Commands[Parser]") -> None:
    """Add ``due``."""
    due = command(
        commands,
        "due",
        does=_("reckon when something is due, and say why"),
        example="due D01 --from 2026-01-15",
        run=reckon_due,
    )
    due.add_argument("rule", metavar="RULE", help=_("a limit such as D01 or D08.sign"))
    due.add_argument("--from", dest="start", required=True, metavar=_("MOMENT"))
    due.add_argument("--rule-set", default=DEFAULT_RULE_SET, metavar=_("NAME"))
    due.add_argument(
        "--extend",
        type=whole_number,
        default=0,
        metavar="N",
        help=_("extended by so many days, counted from the old date"),
    )
    due.add_argument(
        "--unit",
        default="",
        metavar=_("UNIT"),
        help=_("unit of the extension: days, working_days, months, hours"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """What is asked: by which books, which limit, from when."""

    books: Books
    rule: str
    rule_set: str
    start: date | datetime

    @property
    def limit(self) -> Limit:
        """Find the limit in force."""
        limits = self.books.deadlines.limits
        return limits.find(self.rule, self.rule_set, local_day(self.start))

    def due(self, *longer: Duration) -> Due:
        """Reckon it."""
        return self.books.deadlines.due(
            self.rule, self.start, self.books.calendar, self.rule_set, longer=longer
        )

    def most(self) -> Duration | None:
        """Give the longest extension, if the rule names one. Raises ``Refusal``."""
        allowance = self.limit.allowance
        if allowance is None:
            raise Refusal(N_("The rule of this date allows no extension."))
        if not allowance.at_most:
            return None
        limits, on = self.books.deadlines.limits, local_day(self.start)
        return limits.find(allowance.at_most, self.limit.rule_set, on).duration


def reckon_due(asked: Arguments, around: Surroundings) -> Answer:
    """Reckon one deadline, by the station's own rules where they can be opened."""
    own = around.station_books()
    question = _Question(
        books=own or around.books(),
        rule=asked.rule,
        rule_set=asked.rule_set,
        start=moment_or_day(asked.start),
    )
    due = question.due()
    told = {"rules": "carried" if own is None else "station"}
    if not asked.extend:
        return Answer(json=_told(due) | told, lines=_said(due))
    longer = _extended(question, asked.extend, asked.unit)
    first = {"first": _when(due)}
    return Answer(json=_told(longer) | told | first, lines=_said(longer))


def _extended(question: _Question, length: int, unit: str) -> Due:
    """Reckon an extension, as far as the rule allows one. Raises ``Refusal``."""
    most = question.most()
    by = Duration(length=length, unit=coded(Unit, unit) if unit else _unit(question.limit, most))
    longer = question.due(by)
    if most is not None and longer.moment > question.due(most).moment:
        raise Refusal(N_("The rule allows an extension of at most {most}."), most=most)
    return longer


def _unit(limit: Limit, most: Duration | None) -> Unit:
    """Choose what an extension is counted in when nobody says."""
    if most is not None:
        return most.unit
    return Unit.HOURS if limit.duration.unit is Unit.HOURS else Unit.DAYS


def _when(due: Due) -> dict[str, object]:
    """Give the day or the moment."""
    return {"due_on": due.due_on} if due.due_at is None else {"due_at": iso(due.due_at)}


def _told(due: Due) -> dict[str, object]:
    """Tell a deadline to programs."""
    return {
        "rule": due.rule,
        "rule_set": due.rule_set,
        **_when(due),
        "provisional": due.provisional,
        "because": [one.words() for one in due.because],
    }


def _said(due: Due) -> list[str]:
    """Tell a deadline to people."""
    when = shown(due.due_at) if due.due_at is not None else str(due.due_on)
    return [when, *(f"  {one.words()}" for one in due.because)]
