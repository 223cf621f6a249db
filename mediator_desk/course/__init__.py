"""The course of events: what happened to a dispute, a topic or a whistle, told as a list.

Codes stay codes here; windows and papers put them into words, each in its own language.
"""

from collections.abc import Iterator

from mediator_desk.course.events import Event, Happened, notes_of, start_of, told
from mediator_desk.course.topics import course_of_topic
from mediator_desk.rows import CaseFile, WhistleFile

__all__ = ["Event", "Happened", "course_of_case", "course_of_topic", "course_of_whistle"]


def course_of_case(file: CaseFile) -> tuple[Event, ...]:
    """Tell the course of a dispute, oldest first."""
    return told(_case_events(file))


def course_of_whistle(file: WhistleFile) -> tuple[Event, ...]:
    """Tell the course of a whistle, oldest first."""
    return told(_whistle_events(file))


def _case_events(file: CaseFile) -> Iterator[Event]:
    """Find every event in a case file."""
    dispute = file.dispute
    by = file.name
    yield Event(
        at=dispute.logged_at,
        kind=Happened.LOGGED,
        who=by(dispute.logged_by),
        detail=dispute.channel,
        text=dispute.text,
    )
    if dispute.accepted_at is not None:
        yield Event(
            at=dispute.accepted_at,
            kind=Happened.ACCEPTED,
            who=by(dispute.mediator),
            detail=dispute.source,
            text=dispute.volume_no,
        )
    yield from _table_events(file)
    yield from _agreement_events(file)
    yield from _performance_events(file)
    yield from _confirmation_events(file)
    yield from _care_events(file)
    yield from _beside_events(file)
    yield from _ending_events(file)
    yield from _elsewhere_events(file)
    yield from notes_of(file)


def _table_events(file: CaseFile) -> Iterator[Event]:
    """Find what the parties answered and the sittings they held."""
    by = file.name
    for consent in file.consents:
        yield Event(
            at=consent.at,
            kind=Happened.CONSENT if consent.agreed else Happened.REFUSAL,
            who=by(consent.party),
            detail=consent.means,
            text=consent.words,
            record=consent.id,
        )
    for sitting in file.sittings:
        yield Event(
            at=sitting.held_at,
            kind=Happened.SITTING,
            who="、".join(by(one) for one in sitting.mediators),
            detail=sitting.result,
            text=sitting.record,
            record=sitting.id,
        )


def _ending_events(file: CaseFile) -> Iterator[Event]:
    """Find return visits, closings and reopenings."""
    by = file.name
    for visit in file.follow_ups:
        yield Event(
            at=start_of(visit.visited_on),
            whole_day=True,
            kind=Happened.FOLLOW_UP,
            who=by(visit.by),
            detail=visit.satisfaction,
            text=visit.situation,
            record=visit.id,
        )
    for closing in file.closings:
        yield Event(
            at=closing.closed_at,
            kind=Happened.CLOSED,
            who=by(closing.by),
            detail=closing.outcome,
            text=closing.reason,
            record=closing.id,
        )
    for reopening in file.reopenings:
        yield Event(
            at=reopening.reopened_at,
            kind=Happened.REOPENED,
            who=by(reopening.by),
            text=reopening.reason,
            record=reopening.id,
        )


def _elsewhere_events(file: CaseFile) -> Iterator[Event]:
    """Find where else a case went: to the departments, to the council."""
    by = file.name
    for whistle in file.whistles:
        yield Event(
            at=whistle.blown_at,
            kind=Happened.WHISTLE,
            who=by(whistle.blown_by),
            detail=whistle.state,
            text=f"{whistle.number} {whistle.lead}",
            record=whistle.id,
        )
    if file.agenda_topic is not None:
        yield Event(
            at=start_of(file.agenda_topic.proposed_on),
            whole_day=True,
            kind=Happened.TOPIC,
            who=file.agenda_topic.proposer,
            detail=file.agenda_topic.state,
            text=f"{file.agenda_topic.number} {file.agenda_topic.title}",
            record=file.agenda_topic.id,
        )


def _agreement_events(file: CaseFile) -> Iterator[Event]:
    """Find the agreements of a case and what was performed of them."""
    for agreement in file.agreements:
        yield Event(
            at=start_of(agreement.agreed_on),
            whole_day=True,
            kind=Happened.AGREEMENT,
            who=agreement.mediator,
            detail=agreement.form,
            text=agreement.terms,
            record=agreement.id,
        )
    for one in file.obligations:
        if one.performed_on is not None and one.amount is None:
            yield Event(
                at=start_of(one.performed_on),
                whole_day=True,
                kind=Happened.PERFORMED,
                who=file.name(one.debtor),
                text=one.what,
                record=one.id,
            )


def _performance_events(file: CaseFile) -> Iterator[Event]:
    """Find what was paid, who was urged, and what both sides changed."""
    owed = {one.id: one for one in file.obligations}
    for payment in file.payments:
        yield Event(
            at=start_of(payment.paid_on),
            whole_day=True,
            kind=Happened.PAID,
            who=file.name(owed[payment.obligation].debtor) if payment.obligation in owed else "",
            detail=payment.paid_by,
            text=f"{payment.amount:,.2f} {payment.proof}".strip(),
            record=payment.id,
        )
    for urging in file.urgings:
        yield Event(
            at=urging.at,
            kind=Happened.URGED,
            who=file.name(urging.by),
            detail=urging.urged_by,
            text=urging.words,
            record=urging.id,
        )
    for change in file.amendments:
        yield Event(
            at=start_of(change.agreed_on),
            whole_day=True,
            kind=Happened.SCHEDULE_CHANGED,
            who="、".join(file.name(one) for one in change.agreed_by),
            text=change.reason,
            record=change.id,
        )
    for suit in file.lawsuits:
        yield Event(
            at=start_of(suit.sued_on),
            whole_day=True,
            kind=Happened.SUED,
            who=file.name(suit.plaintiff),
            text=" ".join(one for one in (suit.court, suit.number, suit.result) if one),
            record=suit.id,
        )


def _confirmation_events(file: CaseFile) -> Iterator[Event]:
    """Find how far each application to a court is."""
    for one in file.confirmations:
        yield Event(
            at=start_of(one.decided_on or one.answered_on or one.applied_on or one.offered_on),
            whole_day=True,
            kind=Happened.CONFIRMATION,
            who=one.court,
            detail=one.state,
            text=" ".join(word for word in (one.number, one.words) if word),
            record=one.id,
        )


def _care_events(file: CaseFile) -> Iterator[Event]:
    """Find wishes for another mediator, reported risks, and facts nobody disputes."""
    for wish in file.recusals:
        yield Event(
            at=start_of(wish.answered_on or wish.asked_on),
            whole_day=True,
            kind=Happened.RECUSAL,
            who=file.name(wish.asked_by),
            detail=wish.answer,
            text=wish.words or wish.reason,
            record=wish.id,
        )
    for report in file.risk_reports:
        yield Event(
            at=report.reported_at,
            kind=Happened.RISK_REPORTED,
            who=f"{report.reported_to} {report.received_by}".strip(),
            detail=report.level,
            text=report.signs,
            record=report.id,
        )
    for facts in file.undisputed:
        yield Event(
            at=start_of(facts.signed_on),
            whole_day=True,
            kind=Happened.UNDISPUTED,
            who="、".join(file.name(one) for one in facts.agreed_by),
            text=facts.facts,
            record=facts.id,
        )


def _beside_events(file: CaseFile) -> Iterator[Event]:
    """Find what happened beside mediation: referrals, and what parties were told of their data."""
    for one in file.referrals:
        yield Event(
            at=start_of(one.referred_on),
            whole_day=True,
            kind=Happened.REFERRED,
            who=one.body,
            detail=one.way,
            text=one.reference,
            record=one.id,
        )
        if one.answered_on is not None:
            yield Event(
                at=start_of(one.answered_on),
                whole_day=True,
                kind=Happened.REFERRAL_ANSWERED,
                who=one.body,
                text=one.answer,
                record=one.id,
            )
    for told_one in file.privacy_consents:
        yield Event(
            at=start_of(told_one.told_on),
            whole_day=True,
            kind=Happened.TOLD_OF_DATA,
            who=file.name(told_one.party),
            text="、".join(told_one.shared_with),
            record=told_one.id,
        )


def _whistle_events(file: WhistleFile) -> Iterator[Event]:
    """Find every event in a whistle file."""
    yield Event(
        at=file.whistle.blown_at,
        kind=Happened.WHISTLE,
        who=file.people.get(file.whistle.blown_by, ""),
        detail=file.whistle.source,
        text=file.whistle.content,
    )
    for step in file.steps:
        yield Event(
            at=step.at,
            kind=Happened.WHISTLE_STEP,
            who=step.contact or file.people.get(step.by, ""),
            detail=step.kind,
            text=" ".join(one for one in (step.department, step.text, step.legal_basis) if one),
            record=step.id,
        )
    yield from notes_of(file)
