"""Who sits on the council of the team: members with their terms, so that “due” counts itself."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.council_member import CouncilMember, MemberKind
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class AddCouncilMember:
    """A new member of the council and the first day of the term."""

    name: str
    kind: MemberKind = MemberKind.RESIDENT
    phone: str = ""
    since: date | None = None
    until: date | None = None


def add_council_member(desk: Desk, asked: AddCouncilMember) -> Changes:
    """Put somebody on the council."""
    with desk.work("add-council-member") as work:
        if not asked.name.strip():
            raise Refusal(N_("Write the name of the member."))
        since = asked.since or local_day(desk.now())
        _check_term(since, asked.until)
        work.add(
            CouncilMember(
                id=desk.new_id(),
                team=desk.team.id,
                name=asked.name.strip(),
                kind=asked.kind,
                phone=asked.phone.strip(),
                since=since,
                until=asked.until,
            )
        )
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCouncilMember:
    """What changed about a member; what is None stays. ``until`` ends the term that day."""

    member: UUID
    name: str | None = None
    kind: MemberKind | None = None
    phone: str | None = None
    since: date | None = None
    until: date | None = None


def change_council_member(desk: Desk, asked: ChangeCouncilMember) -> Changes:
    """Correct a member or end the term; meetings of the time before keep their attendance."""
    with desk.work("change-council-member") as work:
        member = work.get(CouncilMember, asked.member)
        if asked.name is not None and not asked.name.strip():
            raise Refusal(N_("Write the name of the member."))
        since = asked.since or member.since
        until = member.until if asked.until is None else asked.until
        _check_term(since, until)
        work.put(
            replace(
                member,
                name=member.name if asked.name is None else asked.name.strip(),
                kind=asked.kind or member.kind,
                phone=member.phone if asked.phone is None else asked.phone.strip(),
                since=since,
                until=until,
            )
        )
        return work.commit()


def serving(desk: Desk, work: Work, day: date) -> tuple[CouncilMember, ...]:
    """Give the members of this team whose term runs on a day."""
    return tuple(
        one for one in work.every(CouncilMember) if one.team == desk.team.id and one.serves_on(day)
    )


def _check_term(since: date, until: date | None) -> None:
    """Refuse a term that ends before it begins."""
    if until is not None and until < since:
        raise Refusal(
            N_("The term would end on {until}, before it begins on {since}. Correct the days."),
            until=until,
            since=since,
        )
