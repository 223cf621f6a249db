"""Public notices: hung, objected to, answered, and taken down when their days are over.

``hang_notice`` and ``check_notice_over`` work within another use case's piece of work, so that a
topic, a vote, a convention or an account moves on together with its notice.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.follow_up import Deadline
from mediator_desk.records.public_notice import (
    NoticeKind,
    NoticeState,
    Objection,
    ObjectionState,
    PublicNotice,
)
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.masking import mask_name, mask_phone, private_numbers
from mediator_desk.rules.remarks import Day, Listed
from mediator_desk.rules.transitions import NOTICE_STEPS, OBJECTION_STEPS, after
from mediator_desk.usecases.clocks import meet_clocks, start_clock
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class PostNotice:
    """A notice that hangs: what it says, where, and since which day.

    ``subject`` is the record it is about; without one it stands for itself. ``contact`` is the
    number of the office that hears opinions, no private one.
    """

    kind: NoticeKind
    title: str
    text: str
    boards: tuple[str, ...]
    subject: UUID | None = None
    issuer: str = ""
    contact: str = ""
    photo: str = ""
    posted_on: date | None = None


def hang_notice(
    desk: Desk, work: Work, asked: PostNotice, names: Collection[str] = ()
) -> PublicNotice:
    """Keep a notice within another piece of work; ``names`` must not stand in it.

    Raises ``Refusal``.
    """
    posted_on = asked.posted_on or local_day(desk.now())
    boards = tuple(one.strip() for one in asked.boards if one.strip())
    _check_notice(desk, asked, boards, posted_on)
    _check_privacy(f"{asked.title}\n{asked.text}", names)
    rules = desk.books.notices
    rule = rules.of(asked.kind)
    id, year = desk.new_id(), local_day(desk.now()).year
    count = work.next_number(f"notice/{year}")
    notice = PublicNotice(
        id=id,
        subject=asked.subject or id,
        team=desk.team.id,
        number=f"{desk.team.short}{desk.station.mark}公-{year}-{count}",
        kind=asked.kind,
        title=asked.title.strip(),
        text=asked.text.strip(),
        issuer=asked.issuer.strip() or desk.team.name,
        contact=asked.contact.strip(),
        boards=boards,
        posted_on=posted_on,
        posted_by=desk.person.id,
        photo=asked.photo.strip(),
    )
    if rule.least:
        due = desk.books.deadlines.due(rule.least, posted_on, desk.books.calendar, rules.rule_set)
        notice = replace(
            notice,
            least_rule=due.rule,
            least_rule_set=due.rule_set,
            may_come_down_on=due.due_on,
        )
    if rule.meets:
        meet_clocks(desk, work, notice.subject, *rule.meets)
    return work.add(notice)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeDownNotice:
    """That a notice was taken down; ``reason`` says why early, where its limit is not hard."""

    notice: UUID
    taken_down_on: date | None = None
    reason: str = ""


def take_down_notice(desk: Desk, asked: TakeDownNotice) -> Changes:
    """Keep that a notice came down, never before its hard day."""
    with desk.work("take-down-notice") as work:
        notice = work.get(PublicNotice, asked.notice)
        state = after(NOTICE_STEPS, "take-down-notice", notice.state)
        day = asked.taken_down_on or local_day(desk.now())
        if not notice.posted_on <= day <= local_day(desk.now()):
            raise Refusal(
                N_("It was posted on {day} and comes down after that, not in the future."),
                day=Day(notice.posted_on),
            )
        early = _check_early(desk, notice, day, asked.reason.strip())
        work.put(replace(notice, state=state, taken_down_on=day, early_reason=early))
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseObjection:
    """What somebody objects to a notice; who it is may stay unsaid."""

    notice: UUID
    text: str
    who: str = ""
    raised_on: date | None = None


def raise_objection(desk: Desk, asked: RaiseObjection) -> Changes:
    """Keep an objection and start the clock of its answer."""
    with desk.work("raise-objection") as work:
        notice = work.get(PublicNotice, asked.notice)
        after(NOTICE_STEPS, "raise-objection", notice.state)
        if not asked.text.strip():
            raise Refusal(N_("Write down what is objected to."))
        day = asked.raised_on or local_day(desk.now())
        if not notice.posted_on <= day <= local_day(desk.now()):
            raise Refusal(
                N_("An objection comes after the notice was posted on {day}, not in the future."),
                day=Day(notice.posted_on),
            )
        rules = desk.books.notices
        rule = rules.of(notice.kind).answer
        clock = start_clock(desk, work, notice.subject, rule, day, rules.rule_set) if rule else None
        work.add(
            Objection(
                id=desk.new_id(),
                subject=notice.subject,
                notice=notice.id,
                who=asked.who.strip(),
                raised_on=day,
                taken_by=desk.person.id,
                text=asked.text.strip(),
                clock=None if clock is None else clock.id,
            )
        )
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerObjection:
    """The answer that was given to an objection."""

    objection: UUID
    answer: str
    answered_on: date | None = None


def answer_objection(desk: Desk, asked: AnswerObjection) -> Changes:
    """Keep the answer and stop the clock of this objection, and of no other."""
    with desk.work("answer-objection") as work:
        objection = work.get(Objection, asked.objection)
        state = after(OBJECTION_STEPS, "answer-objection", objection.state)
        if not asked.answer.strip():
            raise Refusal(N_("Write down the answer that was given."))
        day = asked.answered_on or local_day(desk.now())
        if not objection.raised_on <= day <= local_day(desk.now()):
            raise Refusal(
                N_("The answer comes after the objection of {day}, not in the future."),
                day=Day(objection.raised_on),
            )
        clock = None if objection.clock is None else work.find(Deadline, objection.clock)
        if clock is not None and clock.running():
            work.put(replace(clock, met_at=desk.now()))
        work.put(
            replace(
                objection,
                state=state,
                answer=asked.answer.strip(),
                answered_on=day,
                answered_by=desk.person.id,
            )
        )
        return work.commit()


def check_notice_over(
    desk: Desk, work: Work, subject: UUID, kind: NoticeKind, on: date, reason: str = ""
) -> None:
    """Refuse to go on before the notice hung its days and every objection is answered.

    A reason goes before a limit that is not a hard one. Raises ``Refusal``.
    """
    notices = [one for one in work.of(PublicNotice, subject) if one.kind is kind]
    if not notices:
        raise Refusal(N_("It was not made public yet. Post the notice first."))
    _check_hung(desk, notices[-1], on, reason.strip())
    ours = {one.id for one in notices}
    for one in work.of(Objection, subject):
        if one.notice in ours and one.state is ObjectionState.RAISED:
            _check_answered(desk, one, kind, reason.strip())


def _check_hung(desk: Desk, notice: PublicNotice, on: date, reason: str) -> None:
    """Refuse to go on while a notice must still hang. Raises ``Refusal``."""
    first = notice.may_come_down_on
    if notice.state is not NoticeState.POSTED or first is None or on >= first:
        return
    hard = _hard(desk, notice.least_rule, notice.least_rule_set, notice.posted_on)
    if hard:
        raise Refusal(N_("The notice must hang until {day}. Go on from that day."), day=Day(first))
    if not reason:
        raise Refusal(
            N_("The notice must hang until {day}. Wait until then, or say why it cannot wait."),
            day=Day(first),
        )


def _check_answered(desk: Desk, objection: Objection, kind: NoticeKind, reason: str) -> None:
    """Refuse to go on while an objection waits. Raises ``Refusal``."""
    rules, day = desk.books.notices, Day(objection.raised_on)
    if _hard(desk, rules.of(kind).answer, rules.rule_set, objection.raised_on):
        raise Refusal(N_("An objection of {day} waits for its answer. Answer it first."), day=day)
    if not reason:
        raise Refusal(
            N_(
                "An objection of {day} waits for its answer. Answer it first, or say why it "
                "cannot wait."
            ),
            day=day,
        )


def _hard(desk: Desk, rule: str, rule_set: str, on: date) -> bool:
    """Tell whether a limit knows no exception; where no rule says a length, none is hard."""
    return bool(rule) and desk.books.deadlines.limits.find(rule, rule_set, on).force == "hard"


def _check_notice(desk: Desk, asked: PostNotice, boards: tuple[str, ...], on: date) -> None:
    """Refuse a notice that says too little. Raises ``Refusal``."""
    if not asked.title.strip() or not asked.text.strip():
        raise Refusal(N_("Give the notice a title and a text."))
    if not boards:
        raise Refusal(N_("Say where the notice hangs."))
    if on > local_day(desk.now()):
        raise Refusal(N_("A notice is recorded once it hangs; the day lies in the future."))


def _check_privacy(text: str, names: Collection[str]) -> None:
    """Refuse numbers and full names of persons in what everybody can read. Raises ``Refusal``."""
    numbers = private_numbers(text)
    if numbers:
        raise Refusal(
            N_(
                "The text shows a private number ({masked}). Everybody can read a notice: "
                "take it out."
            ),
            masked=Listed(tuple(mask_phone(one) for one in numbers)),
        )
    named = [one for one in names if len(one) > 1 and one in text]
    if named:
        raise Refusal(
            N_("The text names a party in full. Write {masked} instead."),
            masked=Listed(tuple(mask_name(one) for one in dict.fromkeys(named))),
        )


def _check_early(desk: Desk, notice: PublicNotice, day: date, reason: str) -> str:
    """Give the reason for taking a notice down early, or nothing when it is not early.

    Raises ``Refusal`` when its limit is a hard one, or when no reason is given.
    """
    first = notice.may_come_down_on
    if first is None or day >= first:
        return ""
    if _hard(desk, notice.least_rule, notice.least_rule_set, notice.posted_on):
        limits = desk.books.deadlines.limits
        limit = limits.find(notice.least_rule, notice.least_rule_set, notice.posted_on)
        raise Refusal(
            N_("The notice may be taken down from {day} ({source}). Leave it until then."),
            day=Day(first),
            source=limit.source,
        )
    if not reason:
        raise Refusal(
            N_("The notice may be taken down from {day}. If it must go before, say why."),
            day=Day(first),
        )
    return reason
