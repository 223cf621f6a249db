"""The check of a volume: what a reviewer would find, said with the step that mends it."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from mediator_desk.records.agreement import AgreementForm
from mediator_desk.records.attachment import AttachmentKind
from mediator_desk.records.dispute import Outcome
from mediator_desk.records.issued_paper import Ink, IssuedPaper, SignedPage
from mediator_desk.records.people import Authority
from mediator_desk.records.sitting import SittingResult
from mediator_desk.records.volume import Application, PowerOfAttorney, VolumeNote
from mediator_desk.rules.issued_papers import InkPlace
from mediator_desk.rules.volume import VolumeItem, read_volume
from mediator_desk.rules.volume_check import Need, check_volume, lacking_papers
from mediator_desk.rules.volume_held import Presence
from resources import path
from tests.rules.volume_case import (
    CASE,
    DAY,
    LATER,
    LI,
    RULES,
    SUN,
    WANG,
    ZHANG,
    agreement,
    at,
    found,
    promise,
    proof,
    sitting,
    visit,
    whole,
    with_dispute,
)


def test_a_whole_volume_has_nothing_to_be_done():
    checked = check_volume(RULES, whole())

    assert [line.item for line in checked.open] == []
    assert checked.complete
    assert checked.there == checked.required == 8


def test_the_items_stand_in_binding_order():
    checked = check_volume(RULES, whole())

    assert [line.item for line in checked.lines] == list(VolumeItem)


@pytest.mark.parametrize(
    ("changed", "item", "mend"),
    [
        ({"filings": ()}, VolumeItem.COVER, "file-volume"),
        ({"filings": ()}, VolumeItem.BACK_COVER, "file-volume"),
        ({"attachments": (proof(21, ZHANG),)}, VolumeItem.IDENTITY, "attach-file"),
        ({"sittings": ()}, VolumeItem.RECORD, "hold-sitting"),
        ({"obligations": (promise(LATER),)}, VolumeItem.FOLLOW_UP, "follow-up"),
        ({"obligations": (promise(None),)}, VolumeItem.FOLLOW_UP, "follow-up"),
    ],
)
def test_a_missing_paper_is_named_with_the_step_that_brings_it(changed, item, mend):
    line = found(whole(**changed), item)

    assert line.required
    assert line.presence is Presence.MISSING
    assert [one.mend for one in line.findings] == [mend]


def test_who_has_not_proved_their_identity_is_named():
    line = found(whole(attachments=(proof(21, ZHANG),)), VolumeItem.IDENTITY)

    assert "孙四" in line.findings[0].said.words()
    assert "张三" not in line.findings[0].said.words()


def test_what_was_done_on_the_spot_needs_no_return_visit():
    line = found(whole(), VolumeItem.FOLLOW_UP)

    assert (line.need, line.presence) == (Need.AS_NEEDED, Presence.ABSENT)


def test_a_visit_that_found_nothing_done_asks_for_another():
    late = whole(obligations=(promise(LATER),), follow_ups=(visit(performed=False),))

    line = found(late, VolumeItem.FOLLOW_UP)

    assert [one.mend for one in line.findings] == ["follow-up"]


def test_a_party_with_an_agent_needs_a_power_of_attorney():
    parties = (whole().parties[0], replace(whole().parties[1], agent="王淼"))

    line = found(whole(parties=parties), VolumeItem.AUTHORITY)

    assert (line.need, line.presence) == (Need.REQUIRED_HERE, Presence.MISSING)
    assert "孙四" in line.findings[0].said.words()


def power(scope):
    return PowerOfAttorney(
        id=UUID(int=91),
        dispute=CASE,
        party=SUN,
        agent="王淼",
        scope=scope,
        signed_on=DAY,
        by=WANG,
    )


@pytest.mark.parametrize(
    ("scope", "presence"),
    [(Authority.GENERAL, Presence.DOUBTFUL), (Authority.SPECIAL, Presence.THERE)],
)
def test_an_agreement_asks_for_the_special_authority(scope, presence):
    parties = (whole().parties[0], replace(whole().parties[1], agent="王淼"))

    line = found(whole(parties=parties, powers=(power(scope),)), VolumeItem.AUTHORITY)

    assert line.presence is presence


@pytest.mark.parametrize(
    ("marks", "named"),
    [
        ({"sealed_on": None}, "seal"),
        ({"parties_marked_on": None}, "parties"),
        ({"mediator_signed_on": None}, "mediator"),
    ],
)
def test_a_mark_that_is_still_missing_leaves_the_agreement_unsigned(marks, named):
    line = found(whole(agreements=(agreement(**marks),)), VolumeItem.AGREEMENT)

    assert line.presence is Presence.UNSIGNED
    assert named in line.findings[0].said.words()
    assert line.findings[0].mend == "mark-agreement"


def test_an_oral_agreement_waits_for_no_marks():
    oral = agreement(
        form=AgreementForm.ORAL, parties_marked_on=None, mediator_signed_on=None, sealed_on=None
    )

    assert found(whole(agreements=(oral,)), VolumeItem.AGREEMENT).presence is Presence.THERE


@pytest.mark.parametrize("outcome", [Outcome.FAILED, Outcome.REFUSED, Outcome.WITHDRAWN])
def test_a_case_that_ended_without_an_agreement_needs_none(outcome):
    dispute = replace(whole().dispute, outcome=outcome)
    failed = sitting(result=SittingResult.FAILED, routes_explained=True)

    checked = check_volume(
        RULES, whole(dispute=dispute, agreements=(), obligations=(), sittings=(failed,))
    )

    assert checked.line(VolumeItem.AGREEMENT).need is Need.NOT_HERE
    assert checked.complete


def test_a_case_withdrawn_before_any_sitting_needs_no_record():
    dispute = replace(whole().dispute, outcome=Outcome.WITHDRAWN)

    checked = check_volume(
        RULES, whole(dispute=dispute, agreements=(), obligations=(), sittings=())
    )

    assert checked.complete


def test_a_failed_sitting_must_show_that_the_other_routes_were_explained():
    dispute = replace(whole().dispute, outcome=Outcome.FAILED)
    failed = sitting(result=SittingResult.FAILED)

    line = found(
        whole(dispute=dispute, agreements=(), obligations=(), sittings=(failed,)),
        VolumeItem.RECORD,
    )

    assert line.presence is Presence.DOUBTFUL


def application(day):
    return Application(
        id=UUID(int=95), dispute=CASE, brief="漏水", requests=("赔偿",), applied_on=day, by=WANG
    )


@pytest.mark.parametrize(
    ("file", "item"),
    [
        (with_dispute(notice_given_on=LATER), VolumeItem.RIGHTS_NOTICE),
        (whole(filings=(replace(whole().filings[0], filed_on=DAY),)), VolumeItem.COVER),
        (whole(sittings=(sitting(mediators=(LI,)),)), VolumeItem.COVER),
        (whole(sittings=(sitting(mediators=(LI,)),)), VolumeItem.AGREEMENT),
        (whole(sittings=(sitting(LATER),)), VolumeItem.AGREEMENT),
        (whole(agreements=(agreement(sealed_on=date(2026, 11, 1)),)), VolumeItem.AGREEMENT),
        (whole(sittings=(sitting(date(2026, 11, 1)),)), VolumeItem.RECORD),
        (whole(applications=(application(LATER),)), VolumeItem.INTAKE),
        (whole(consents=()), VolumeItem.INTAKE),
        (whole(follow_ups=(visit(date(2026, 11, 1)),)), VolumeItem.FOLLOW_UP),
    ],
)
def test_days_and_names_that_cannot_be_right_are_said(file, item):
    line = found(file, item)

    assert line.presence is Presence.DOUBTFUL
    assert line.findings[0].said.words()


def test_a_note_on_the_volume_answers_doubts_but_replaces_no_paper():
    note = VolumeNote(
        id=UUID(int=82), dispute=CASE, text="补登", filed_by="王建国", filed_on=LATER, by=WANG
    )
    doubtful = whole(sittings=(sitting(date(2026, 11, 1)),))

    explained = check_volume(RULES, replace(doubtful, volume_notes=(note,)))
    missing = check_volume(RULES, whole(attachments=(), volume_notes=(note,)))

    assert not check_volume(RULES, doubtful).complete
    assert explained.complete
    assert explained.open
    assert [line.item for line in missing.lacking] == [VolumeItem.IDENTITY]


def test_a_case_without_a_committee_lacks_the_whole_volume():
    (said,) = lacking_papers(RULES, whole(committee=None))

    assert said.words() == "the whole volume"
    assert lacking_papers(RULES, whole()) == ()


def test_pictures_without_place_time_and_photographer_are_counted():
    picture = replace(
        proof(23, ZHANG),
        kind=AttachmentKind.EVIDENCE,
        name="a.jpg",
        media_type="image/jpeg",
        on_paper=False,
    )
    said = replace(picture, taken_at=at(DAY), taken_where="客厅", taken_by="张三")

    line = found(whole(attachments=(*whole().attachments, picture, said)), VolumeItem.EVIDENCE)

    assert line.findings[0].said.places["count"] == 1


def issue_of(paper, *places):
    return IssuedPaper(
        id=UUID(int=77),
        about=CASE,
        paper=paper,
        title="人民调解记录",
        issue=1,
        mark="MD1:AAAAAAAAAAAA",
        template="F10@0",
        draft_digest="0",
        sha256="1",
        size=1,
        pages=1,
        places=tuple(one.written() for one in places),
        issued_at=at(DAY),
        by=WANG,
    )


def back(*ink):
    return SignedPage(
        id=UUID(int=78),
        about=CASE,
        issued=UUID(int=77),
        page=1,
        attachment=UUID(int=79),
        sha256="2",
        ink=ink,
        taken_at=at(DAY),
        by=WANG,
    )


ZHANGS = InkPlace(page=1, x=0, y=0, width=9, height=9, kind="mark", label="（签名）", who="张三")


@pytest.mark.parametrize(
    ("ink", "words"), [(Ink.NONE, "place of 张三 is empty"), (Ink.UNSURE, "not sure whether 张三")]
)
def test_a_page_that_came_back_unsigned_is_told_by_its_paper(ink, words):
    record = issue_of("mediation-record", ZHANGS)
    file = replace(whole(), issued_papers=(record,), signed_pages=(back(ink),))

    checked = check_volume(RULES, file)

    line = checked.line(VolumeItem.RECORD)
    assert line.presence is Presence.UNSIGNED
    assert words in line.findings[0].said.words()
    assert line.findings[0].mend == "look-papers"
    assert checked.there == checked.required - 1


def test_a_paper_that_is_signed_or_never_came_back_as_a_scan_is_not_judged():
    record = issue_of("mediation-record", ZHANGS)

    out = replace(whole(), issued_papers=(record,))
    signed = replace(out, signed_pages=(back(Ink.FOUND),))

    assert check_volume(RULES, out).line(VolumeItem.RECORD).done
    assert check_volume(RULES, signed).line(VolumeItem.RECORD).done


def test_a_district_may_ask_for_more():
    text = path("rule_sets", "volume.toml").read_text("utf-8")
    at_item = text.index('id = "investigation"')
    rules = read_volume(text[:at_item] + text[at_item:].replace("false", "true", 1))

    checked = check_volume(rules, whole())

    assert checked.line(VolumeItem.INVESTIGATION).presence is Presence.MISSING
    assert not checked.complete
