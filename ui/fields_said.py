"""Fields of records as people call them, and their values in words: for conflicts to weigh."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from mediator_desk.labels import label
from mediator_desk.records import KINDS
from mediator_desk.records.entry import Json
from mediator_desk.rules.durations import CHINA
from mediator_desk.words import N_, _, p_
from ui import fields_of_revenue

_KINDS = {
    **fields_of_revenue.KINDS,
    "place": N_("Place"),
    "person": N_("Person"),
    "committee": N_("Committee"),
    "team": N_("Team"),
    "station": N_("Station"),
    "rule_file": N_("File of rules"),
    "number_block": N_("Reserved numbers"),
    "dispute": N_("Dispute"),
    "route_decision": N_("Decision on the way"),
    "party": N_("Party"),
    "consent": N_("Consent"),
    "sitting": N_("Sitting"),
    "agreement": N_("Agreement"),
    "obligation": N_("Obligation"),
    "instalment": N_("Part of a sum"),
    "payment": N_("Payment"),
    "amendment": N_("Changed schedule"),
    "urging": N_("Urging"),
    "lawsuit": N_("Lawsuit"),
    "confirmation": N_("Judicial confirmation"),
    "recusal": N_("Wish for another mediator"),
    "risk_report": N_("Risk report"),
    "undisputed_facts": N_("Undisputed facts"),
    "follow_up": N_("Follow-up visit"),
    "closing": N_("Closing"),
    "reopening": N_("Reopening"),
    "note": N_("Note"),
    "deadline": N_("Time limit"),
    "clock_extension": N_("Extension"),
    "extension_consent": N_("Consent to an extension"),
    "clock_pause": N_("Pause"),
    "whistle": N_("Whistle"),
    "whistle_step": N_("Step of a whistle"),
    "agenda_topic": N_("Council topic"),
    "meeting": N_("Meeting"),
    "council_member": N_("Council member"),
    "screening": N_("Screening of a topic"),
    "attendance": N_("Attendance"),
    "agenda_item": N_("Minutes of a topic"),
    "speech": N_("Speech"),
    "task": N_("Task"),
    "rating": N_("Rating by the residents"),
    "benefit_report": N_("What came of it"),
    "others_decision": N_("Decision of others"),
    "topic_reopening": N_("Reopening of a topic"),
    "owners_vote": N_("Owners' vote"),
    "voting_unit": N_("Unit of a vote"),
    "ballot_entry": N_("Reading of a ballot"),
    "public_notice": N_("Public notice"),
    "objection": N_("Objection"),
}

_SPECIAL = {
    ("dispute", "text"): N_("What happened"),
    ("dispute", "outcome"): N_("Outcome"),
    ("agreement", "number"): N_("Number of the agreement"),
    ("committee", "short"): N_("Short name in the numbers"),
    ("team", "short"): N_("Short name in the numbers"),
    ("confirmation", "number"): N_("Number of the court"),
    ("lawsuit", "number"): N_("Number of the court"),
    ("undisputed_facts", "facts"): N_("Undisputed facts"),
    ("undisputed_facts", "signed_on"): N_("Signed on"),
    ("agenda_item", "background"): N_("The topic as it was put"),
    ("agenda_item", "place"): N_("Place on the agenda"),
    ("speech", "place"): N_("Place in the order of speakers"),
    ("speech", "words"): N_("What was said"),
    ("council_member", "kind"): N_("Sits as"),
    ("task", "what"): N_("What is to be done"),
    ("screening", "reason"): N_("Why not as reckoned"),
    ("speech", "answer"): N_("The answer given"),
    ("rating", "asked_on"): N_("Asked on"),
    ("rating", "group"): N_("Who was asked"),
    ("whistle", "kind"): N_("Kind of whistle"),
    ("whistle", "source"): N_("Where it comes from"),
    ("party", "kind"): N_("Person or organisation"),
    ("place", "level"): N_("Level"),
    ("objection", "who"): N_("Who objects"),
    ("objection", "clock"): N_("Date of the answer"),
}

_FIELDS = {
    **fields_of_revenue.FIELDS,
    "name": N_("Name"),
    "under": N_("Lies in"),
    "role": N_("Role"),
    "phone": N_("Phone"),
    "registered": N_("Registered mediator"),
    "employment": N_("Engaged"),
    "grade": N_("Grade"),
    "active": N_("Works here"),
    "short": N_("Short name"),
    "division": N_("Place"),
    "committee": N_("Committee"),
    "team": N_("Team"),
    "mark": N_("Mark of the station"),
    "number": N_("Number"),
    "logged_at": N_("Logged at"),
    "logged_by": N_("Logged by"),
    "happened_on": N_("Happened on"),
    "channel": N_("Came by"),
    "topic": N_("Topic"),
    "category": N_("Category"),
    "estate": N_("Estate"),
    "building": N_("Building"),
    "unit": N_("Unit and flat"),
    "title": N_("Title"),
    "text": N_("Text"),
    "households": N_("Households concerned"),
    "stage": N_("Stage"),
    "outcome": N_("Outcome"),
    "route": N_("Route"),
    "route_proposed": N_("Route proposed"),
    "route_reason": N_("Reason for the route"),
    "decided_at": N_("Decided at"),
    "proposed": N_("Proposed"),
    "chosen": N_("Chosen"),
    "because": N_("Why the desk proposed it"),
    "outside": N_("Not for mediation"),
    "mediator": N_("Mediator"),
    "volume_no": N_("Volume number"),
    "accepted_at": N_("Accepted at"),
    "source": N_("Source"),
    "notice_given_on": N_("Rights notice given on"),
    "agenda_topic": N_("Council topic"),
    "closed_at": N_("Closed at"),
    "risk": N_("Risk"),
    "side": N_("Stands as"),
    "sex": N_("Sex"),
    "ethnicity": N_("Ethnicity"),
    "birth_year": N_("Year of birth"),
    "occupation": N_("Occupation"),
    "address": N_("Address"),
    "id_number": N_("ID number"),
    "legal_representative": N_("Legal representative"),
    "representative_post": N_("Post of the representative"),
    "agent": N_("Agent"),
    "agent_phone": N_("Phone of the agent"),
    "agent_authority": N_("What the agent may do"),
    "agreed": N_("Agrees to mediation"),
    "means": N_("Said how"),
    "at": N_("At"),
    "by": N_("By"),
    "words": N_("In these words"),
    "held_at": N_("Held at"),
    "place": N_("Place"),
    "mediators": N_("Mediators"),
    "recorder": N_("Recorder"),
    "present": N_("Present"),
    "invited": N_("Invited"),
    "open_session": N_("Open session"),
    "notice_given": N_("Rights notice given"),
    "record": N_("Record"),
    "result": N_("Result"),
    "routes_explained": N_("Other ways were explained"),
    "form": N_("Form"),
    "agreed_on": N_("Agreed on"),
    "facts": N_("Facts in dispute"),
    "terms": N_("What was agreed"),
    "performance": N_("How it is performed"),
    "copies": N_("Copies"),
    "parties_marked_on": N_("Signed by the parties on"),
    "mediator_signed_on": N_("Signed by the mediator on"),
    "sealed_on": N_("Sealed on"),
    "partial": N_("Partial agreement"),
    "debtor": N_("Who performs"),
    "creditor": N_("To whom"),
    "what": N_("What is owed"),
    "amount": N_("Amount (yuan)"),
    "due_on": N_("Due on"),
    "performed_on": N_("Performed on"),
    "proof": N_("Proof"),
    "obligation": N_("Promise"),
    "year": N_("Year"),
    "station": N_("Station"),
    "first": N_("First number"),
    "last": N_("Last number"),
    "paid_on": N_("Paid on"),
    "paid_by": N_("Paid how"),
    "agreed_by": N_("Agreed to by"),
    "before": N_("Parts before"),
    "urged_by": N_("Urged how"),
    "next_on": N_("Again on"),
    "plaintiff": N_("Who sued"),
    "sued_on": N_("Sued on"),
    "court": N_("Court"),
    "ground": N_("Why this court"),
    "signed_by": N_("Signed by"),
    "signed_on": N_("Signed on"),
    "doubts": N_("Doubts shown"),
    "offered_on": N_("Begun on"),
    "applied_on": N_("Applied on"),
    "answered_on": N_("Answered on"),
    "answered_by": N_("Answered by"),
    "asked_by": N_("Asked by"),
    "asked_on": N_("Asked on"),
    "answer": N_("Answer"),
    "replacement": N_("Other mediator"),
    "level": N_("Level"),
    "signs": N_("Signs"),
    "measures": N_("Measures taken"),
    "reported_to": N_("Reported to"),
    "reported_at": N_("Reported at"),
    "received_by": N_("Received by"),
    "handled": N_("How it was handled"),
    "visited_on": N_("Visited on"),
    "visited": N_("Who was visited"),
    "situation": N_("Situation"),
    "performed": N_("Performed"),
    "satisfaction": N_("Satisfaction"),
    "reason": N_("Reason"),
    "reopened_at": N_("Reopened at"),
    "kind": N_("Kind"),
    "author": N_("Author"),
    "rule": N_("Rule"),
    "starts_at": N_("Starts at"),
    "due_at": N_("Due at"),
    "first_due_at": N_("First due at"),
    "provisional": N_("Provisional"),
    "length": N_("Length"),
    "consented_on": N_("Consented on"),
    "paused_at": N_("Paused since"),
    "taken_in_at": N_("Taken in at"),
    "resumed_at": N_("Going on since"),
    "met_at": N_("Met at"),
    "called_off": N_("Called off"),
    "content": N_("Content"),
    "legal_basis": N_("Legal basis"),
    "lead": N_("Lead department"),
    "assisting": N_("Assisting departments"),
    "request": N_("What is asked"),
    "blown_by": N_("Blown by"),
    "blown_at": N_("Blown at"),
    "approver": N_("Approved by"),
    "state": N_("State"),
    "first_dispatched_at": N_("First dispatched at"),
    "dispatched_at": N_("Dispatched at"),
    "reassigned": N_("Times reassigned"),
    "department": N_("Department"),
    "contact": N_("Contact"),
    "solved": N_("Solved"),
    "street_rating": N_("Rating of the street"),
    "department_rating": N_("Rating of the department"),
    "resident_rating": N_("Rating of the residents"),
    "proposer": N_("Proposer"),
    "proposed_on": N_("Proposed on"),
    "stakeholders": N_("Whom it concerns"),
    "suggestion": N_("Suggestion"),
    "decision_body": N_("Who decides"),
    "law_item": N_("Item of article 278"),
    "screen_opinion": N_("Opinion of the screening"),
    "planned_on": N_("Planned on"),
    "chair": N_("Chair"),
    "members": N_("Members"),
    "observers": N_("Observers"),
    "speeches": N_("Speeches"),
    "opinion": N_("Opinion"),
    "method": N_("How it was voted"),
    "votes_for": N_("Votes for"),
    "votes_against": N_("Votes against"),
    "votes_abstain": N_("Abstentions"),
    "resolution": N_("Resolution"),
    "responsible": N_("Responsible"),
    "finish_on": N_("Finish by"),
    "fund": N_("Funds"),
    "dissent": N_("Other views"),
    "body": N_("Who decided"),
    "proposed_body": N_("Who decides, as reckoned"),
    "proposed_item": N_("Item of article 278, as reckoned"),
    "accepted": N_("Taken up"),
    "ours": N_("Is it ours"),
    "lawful": N_("Is it lawful"),
    "duplicate_of": N_("Same matter as before"),
    "since": N_("Since"),
    "until": N_("Until"),
    "planned_at": N_("Planned at"),
    "called_on": N_("Members told on"),
    "called_by": N_("Called by"),
    "short_notice": N_("Called at short notice"),
    "posted_on": N_("Posted on"),
    "posted_where": N_("Posted where"),
    "result_posted_on": N_("Result posted on"),
    "result_posted_where": N_("Result posted where"),
    "scrutineer": N_("Counting watched by"),
    "teller": N_("Counted by"),
    "meeting": N_("Meeting"),
    "member": N_("Member"),
    "presence": N_("Presence"),
    "background": N_("Background"),
    "recused": N_("Recused"),
    "short_quorum": N_("Stands although too few came"),
    "minuted_by": N_("Minutes by"),
    "item": N_("Item of the agenda"),
    "speaker": N_("Speaker"),
    "dissents": N_("Disagrees"),
    "who": N_("By whom"),
    "budget": N_("Budget (yuan)"),
    "clock": N_("Time limit"),
    "done_on": N_("Done on"),
    "spent": N_("Spent (yuan)"),
    "dropped": N_("Dropped because"),
    "group": N_("Group"),
    "satisfied": N_("Satisfied"),
    "fairly": N_("Fairly satisfied"),
    "unsatisfied": N_("Not satisfied"),
    "comments": N_("What they say"),
    "shared_on": N_("Shared on"),
    "where": N_("Where"),
    "passed": N_("Passed"),
    "decided_on": N_("Decided on"),
    "due": N_("Should be present"),
    "agreeing": N_("Agreeing"),
    "issuer": N_("Issued by"),
    "boards": N_("Hangs at"),
    "posted_by": N_("Posted by"),
    "least_rule": N_("Limit of its days"),
    "least_rule_set": N_("Rules of its days"),
    "may_come_down_on": N_("May come down from"),
    "photo": N_("Photo"),
    "taken_down_on": N_("Taken down on"),
    "early_reason": N_("Why it came down early"),
    "notice": N_("Notice"),
    "raised_on": N_("Raised on"),
    "taken_by": N_("Taken by"),
    "deleted": N_("Put aside"),
}


def kind_said(table: str) -> str:
    """Name a kind of record."""
    return _(_KINDS[table]) if table in _KINDS else _("Other")


def field_said(table: str, field: str) -> str:
    """Name a field of a record."""
    sentence = _SPECIAL.get((table, field)) or _FIELDS.get(field)
    return _(sentence) if sentence else field.replace("_", " ")


def field_type(table: str, field: str) -> Any:
    """Say what a field holds, whether it may be empty or not."""
    hints = get_type_hints(KINDS[table]) if table in KINDS else {}
    return _plain_type(hints.get(field, str))


def value_said(table: str, field: str, value: Json, names: Mapping[str, str]) -> str:
    """Put a journalled value into words; ``names`` names ids and codes of places."""
    if value in (None, "", []):
        return p_("value", "(empty)")
    if isinstance(value, bool):
        return p_("value", "yes") if value else p_("value", "no")
    if isinstance(value, list | tuple):
        parts = [value_said(table, field, one, names) for one in value]
        return p_("list mark", ", ").join(parts)
    held = field_type(table, field)
    text = str(value)
    if text in names:
        return names[text]
    if isinstance(held, type) and issubclass(held, StrEnum):
        return label(held(text)) if text in set(held) else text
    return _moment(held, text)


def _moment(held: Any, text: str) -> str:
    if held is datetime:
        return f"{datetime.fromisoformat(text).astimezone(CHINA):%Y-%m-%d %H:%M}"
    if held is date:
        return text
    if held is UUID:
        return text[:8]
    return text


def _plain_type(hint: Any) -> Any:
    """Take None and NewTypes off a type."""
    if get_origin(hint) in (Union, UnionType):
        return _plain_type(next(one for one in get_args(hint) if one is not type(None)))
    if hasattr(hint, "__supertype__"):
        return _plain_type(hint.__supertype__)
    if get_origin(hint) is tuple:
        return _plain_type(get_args(hint)[0])
    return hint
