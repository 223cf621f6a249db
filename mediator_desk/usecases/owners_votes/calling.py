"""Put a matter to the owners: what is voted on, by which rules, when; and give the notice."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.council import AgendaTopic, TopicState
from mediator_desk.records.ids import TopicId, VoteId
from mediator_desk.records.owners_vote import OwnersVote, VoteForm, VoteState, VotingUnit
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.joint_rules import Silent
from mediator_desk.rules.transitions import VOTE_STEPS, after
from mediator_desk.usecases.clocks import call_off_clocks, meet_clocks, start_clock
from mediator_desk.usecases.log_dispute import check_division
from mediator_desk.words import N_

NOTICE = "D10"
_RUNNING = (VoteState.DRAFT, VoteState.NOTICED, VoteState.OPEN, VoteState.COUNTING)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallVote:
    """What is put to the owners.

    A vote on a topic takes place, division and item from it; another item than the topic's needs
    ``item_reason``. Without a ``rule_set`` the one proposed for the place is taken.
    ``covenant_clause`` is needed where silent votes are to be counted.
    """

    title: str
    matter: str
    opens_on: date
    closes_on: date
    topic: UUID | None = None
    law_item: int | None = None
    item_reason: str = ""
    division: str = ""
    place: str = ""
    rule_set: str = ""
    covenant_clause: str = ""
    form: VoteForm = VoteForm.WRITTEN


def call_vote(desk: Desk, asked: CallVote) -> Changes:
    """Prepare a vote; its roster and its notice follow."""
    with desk.work("call-vote") as work:
        if not asked.title.strip() or not asked.matter.strip():
            raise Refusal(N_("Give the vote a name, and write down the matter as it will be read."))
        topic = None if asked.topic is None else _waiting(work, asked.topic)
        division = asked.division or (topic.division if topic else desk.team.division)
        check_division(desk, work, division)
        item = _item(asked, topic)
        year = local_day(desk.now()).year
        count = work.next_number(f"vote/{year}")
        vote = OwnersVote(
            id=VoteId(desk.new_id()),
            team=desk.team.id,
            number=f"{desk.team.short}{desk.station.mark}决-{year}-{count}",
            topic=None if topic is None else TopicId(topic.id),
            title=asked.title.strip(),
            matter=asked.matter.strip(),
            law_item=item,
            item_reason=asked.item_reason.strip(),
            division=division,
            place=asked.place.strip() or (topic.place if topic else ""),
            rule_set=asked.rule_set or _proposed(desk, item, division, asked.opens_on),
            covenant_clause=asked.covenant_clause.strip(),
            form=asked.form,
            opens_on=asked.opens_on,
            closes_on=asked.closes_on,
            logged_by=desk.person.id,
            logged_at=desk.now(),
        )
        _check_rules(desk, vote)
        work.add(vote)
        start_clock(desk, work, vote.id, NOTICE, vote.opens_on)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeVote:
    """What is changed while a vote is prepared; what is not given stays."""

    vote: UUID
    title: str | None = None
    matter: str | None = None
    place: str | None = None
    opens_on: date | None = None
    closes_on: date | None = None
    rule_set: str | None = None
    covenant_clause: str | None = None
    form: VoteForm | None = None


def change_vote(desk: Desk, asked: ChangeVote) -> Changes:
    """Change a vote that is not noticed yet."""
    with desk.work("change-vote") as work:
        vote = work.get(OwnersVote, asked.vote)
        after(VOTE_STEPS, "change-vote", vote.state)
        given: dict[str, Any] = {
            name: value.strip() if isinstance(value, str) else value
            for name in ChangeVote.__dataclass_fields__
            if name != "vote" and (value := getattr(asked, name)) is not None
        }
        changed = replace(vote, **given)
        if not changed.title or not changed.matter:
            raise Refusal(N_("Give the vote a name, and write down the matter as it will be read."))
        _check_rules(desk, changed)
        work.put(changed)
        if changed.opens_on != vote.opens_on:
            call_off_clocks(work, vote.id, NOTICE)
            start_clock(desk, work, vote.id, NOTICE, changed.opens_on)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeVote:
    """When the owners were given notice, and when the residents' committee was told."""

    vote: UUID
    committee_told_on: date
    noticed_on: date | None = None


def notice_vote(desk: Desk, asked: NoticeVote) -> Changes:
    """Keep the notice and number the ballots; it must stand the days the law asks for (D10)."""
    with desk.work("notice-vote") as work:
        vote = work.get(OwnersVote, asked.vote)
        state = after(VOTE_STEPS, "notice-vote", vote.state)
        units = work.of(VotingUnit, vote.id)
        if not units:
            raise Refusal(N_("The roster is empty. Take in the units and their areas first."))
        noticed_on = asked.noticed_on or local_day(desk.now())
        _check_notice(desk, vote, max(noticed_on, asked.committee_told_on))
        for place, unit in enumerate(units, 1):
            work.put(replace(unit, serial=serial_of(place)))
        work.put(
            replace(
                vote,
                state=state,
                noticed_on=noticed_on,
                committee_told_on=asked.committee_told_on,
            )
        )
        meet_clocks(desk, work, vote.id, NOTICE)
        return work.commit()


def serial_of(place: int) -> str:
    """Number a ballot so that one wrong digit is noticed: three digits or more, then a check."""
    digits = f"{place:03d}"
    doubled = [int(digit) * (2 - at % 2) for at, digit in enumerate(reversed(digits))]
    return f"{digits}{-sum(one // 10 + one % 10 for one in doubled) % 10}"


def _waiting(work: Work, topic: UUID) -> AgendaTopic:
    """Read a topic that waits for the owners. Raises ``Refusal``."""
    kept = work.get(AgendaTopic, topic)
    if kept.state is not TopicState.TO_OWNER_VOTE:
        raise Refusal(
            N_("The topic does not wait for the owners. The council hands it to them first.")
        )
    for vote in work.every(OwnersVote):
        if vote.topic == kept.id and vote.state in _RUNNING:
            raise Refusal(
                N_("The vote {number} on this topic is not over yet. Count it, or void it first."),
                number=vote.number,
            )
    return kept


def _item(asked: CallVote, topic: AgendaTopic | None) -> int:
    """Give the item of the law; another than the topic's needs its reason."""
    if asked.law_item is None:
        if topic is None:
            raise Refusal(N_("Say under which item of Civil Code 278 the matter falls."))
        return topic.law_item
    if topic and asked.law_item != topic.law_item and not asked.item_reason.strip():
        raise Refusal(N_("The topic was screened under another item. Write down why it changes."))
    return asked.law_item


def _proposed(desk: Desk, item: int, division: str, on: date) -> str:
    """Name the rule set that is proposed for a matter at a place: the nearest one in force."""
    fitting = desk.books.joint.fitting(item, division, on)
    if not fitting:
        raise Refusal(N_("No rule set is there for this matter. Ask the district for its file."))
    return fitting[0].name


def _check_rules(desk: Desk, vote: OwnersVote) -> None:
    """Refuse a rule set that is not for the matter, or one whose clause is missing."""
    rule = desk.books.joint.for_vote(vote.rule_set, vote.law_item, vote.opens_on)
    if not rule.holds(vote.law_item, vote.division, vote.opens_on):
        raise Refusal(N_("The rules “{name}” do not hold at this place."), name=rule.title)
    if rule.silent is Silent.WITH_MAJORITY and not vote.covenant_clause:
        raise Refusal(
            N_("Silent votes count only where the covenant says so. Copy its clause word for word.")
        )


def _check_notice(desk: Desk, vote: OwnersVote, told_on: date) -> None:
    """Refuse a notice that comes too late for the opening day (State Council rule, art. 14)."""
    books = desk.books
    latest = books.deadlines.due(NOTICE, vote.opens_on, books.calendar).due_on
    if latest is not None and told_on > latest:
        raise Refusal(
            N_(
                "Owners and residents' committee must be told by {latest}, fifteen days before "
                "the vote opens on {opens}. Put the opening off."
            ),
            latest=latest,
            opens=vote.opens_on,
        )
