"""A case whose volume has all it needs, to be spoilt one thing at a time."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from mediator_desk.records.agreement import Agreement, AgreementForm, Obligation
from mediator_desk.records.attachment import Attachment, AttachmentKind
from mediator_desk.records.dispute import Category, Channel, Dispute, Outcome, Topic
from mediator_desk.records.follow_up import FollowUp
from mediator_desk.records.people import Party, Side
from mediator_desk.records.sitting import Consent, Means, Sitting, SittingResult
from mediator_desk.records.team import Committee
from mediator_desk.records.volume import Filing, Retention
from mediator_desk.rows import CaseFile
from mediator_desk.rules.volume import read_volume
from mediator_desk.rules.volume_check import check_volume
from resources import path

RULES = read_volume(path("rule_sets", "volume.toml").read_text("utf-8"))
WANG, LI, CASE = UUID(int=1), UUID(int=2), UUID(int=9)
ZHANG, SUN = UUID(int=11), UUID(int=12)
DAY = date(2026, 11, 20)
LATER = date(2026, 11, 23)


def at(day, hour=9):
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def sitting(day=DAY, result=SittingResult.SUCCEEDED, mediators=(WANG,), **said):
    return Sitting(
        id=UUID(int=41),
        dispute=CASE,
        held_at=at(day),
        place="调解室",
        mediators=mediators,
        present=(ZHANG, SUN),
        record="各自说明了情况。",
        result=result,
        **said,
    )


def agreement(**said):
    facts = {
        "id": UUID(int=51),
        "dispute": CASE,
        "form": AgreementForm.WRITTEN,
        "number": "（2026）古楼人调字第3号",
        "agreed_on": DAY,
        "facts": "漏水。",
        "terms": "赔偿。",
        "mediator": "王建国",
        "parties_marked_on": DAY,
        "mediator_signed_on": DAY,
        "sealed_on": DAY,
    }
    return Agreement(**facts | said)


def promise(performed_on=DAY):
    return Obligation(
        id=UUID(int=61),
        dispute=CASE,
        agreement=UUID(int=51),
        debtor=SUN,
        what="修好水管",
        performed_on=performed_on,
    )


def proof(number, party):
    return Attachment(
        id=UUID(int=number),
        about=CASE,
        kind=AttachmentKind.IDENTITY,
        name="身份证",
        on_paper=True,
        party=party,
        at=at(DAY),
        by=WANG,
    )


def visit(day=LATER, performed=True):
    return FollowUp(
        id=UUID(int=71),
        dispute=CASE,
        visited_on=day,
        by=WANG,
        situation="修好了",
        performed=performed,
    )


def closed():
    """Give the dispute of that case."""
    return Dispute(
        id=CASE,
        team=UUID(int=5),
        number="古楼-2026-3",
        volume_no="（2026）古楼人调字第3号",
        logged_at=at(DAY, 1),
        logged_by=WANG,
        channel=Channel.WALK_IN,
        topic=Topic.LEAK,
        category=Category.NEIGHBOUR,
        division="371502001",
        text="楼上漏水",
        outcome=Outcome.AGREED_WRITTEN,
        accepted_at=at(DAY, 2),
        notice_given_on=DAY,
        closed_at=at(LATER),
        mediator=WANG,
    )


def whole(**changed):
    """Give a case whose volume has all it needs."""
    parties = tuple(
        Party(id=id, dispute=CASE, side=side, name=name)
        for id, side, name in (
            (ZHANG, Side.APPLICANT, "张三"),
            (SUN, Side.RESPONDENT, "孙四"),
        )
    )
    facts = {
        "dispute": closed(),
        "place": "",
        "team": None,
        "committee": Committee(id=UUID(int=6), name="古楼社区人民调解委员会", short="古楼"),
        "parties": parties,
        "consents": tuple(
            Consent(
                id=UUID(int=30 + n),
                dispute=CASE,
                party=party.id,
                agreed=True,
                means=Means.IN_PERSON,
                at=at(DAY, 3),
                by=WANG,
            )
            for n, party in enumerate(parties)
        ),
        "sittings": (sitting(),),
        "agreements": (agreement(),),
        "obligations": (promise(),),
        "attachments": (proof(21, ZHANG), proof(22, SUN)),
        "filings": (
            Filing(
                id=UUID(int=81),
                dispute=CASE,
                filed_by="王建国",
                filed_on=LATER,
                retention=Retention.SHORT,
                by=WANG,
            ),
        ),
        "people": {WANG: "王建国", LI: "李爱华"},
    }
    return CaseFile(**facts | changed)


def with_dispute(**changed):
    return whole(dispute=replace(whole().dispute, **changed))


def found(file, item):
    return check_volume(RULES, file).line(item)
