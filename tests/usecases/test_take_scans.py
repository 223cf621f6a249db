"""Signed pages find their paper again, and what nobody signed is named."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from mediator_desk.records.attachment import AttachmentKind
from mediator_desk.records.issued_paper import Ink
from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.rules.issued_papers import Back, paper_states, places_on
from mediator_desk.usecases.attachments.door import GivenFile
from mediator_desk.usecases.issuing.issue import IssuePaper, issue_paper
from mediator_desk.usecases.issuing.scans import (
    CorrectInk,
    Match,
    MatchScan,
    TakeScans,
    correct_ink,
    match_scan,
    take_scans,
)
from mediator_desk.usecases.print_papers import PaperName
from tests.pictures.made_scans import (
    as_pdf,
    blurred,
    jpeg,
    page_of,
    photographed,
    sealed,
    signed,
    turned,
)


@pytest.fixture(scope="module")
def fonts(tmp_path_factory):
    """Unpack the carried fonts once."""
    return tmp_path_factory.mktemp("fonts")


@pytest.fixture
def out(here, fonts):
    """Issue the agreement of a case; give the case, the issue and its bytes."""
    dispute = here.agreed()
    asked = IssuePaper(number=str(dispute), paper=PaperName.AGREEMENT)
    told = issue_paper(here.desk, asked, fonts)
    return dispute, told.issues[0], told.printed.pdf


def take(here, *files, suffix="jpg"):
    given = tuple(GivenFile(name=f"{at}.{suffix}", data=data) for at, data in enumerate(files))
    return take_scans(here.desk, TakeScans(files=given))


def last_page(issue):
    """Give the page where everybody signs, and its places."""
    page = max(int(one.split("\t")[0]) for one in issue.places)
    return page, places_on(issue, page)


def state(here, dispute):
    queries = here.desk.queries
    return paper_states(queries.issued_papers(dispute), queries.signed_pages(dispute))[0]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda page: page,
        lambda page: page.rotate(180),
        lambda page: turned(page, 2.5),
        lambda page: turned(page.rotate(90, expand=True), -1.5),
        blurred,
        photographed,
    ],
    ids=["straight", "upside-down", "askew", "on-its-side", "blurred", "photographed"],
)
def test_a_page_is_known_however_it_lies_and_what_nobody_signed_is_named(here, out, spoil):
    dispute, issue, pdf = out
    page, places = last_page(issue)
    scan = signed(page_of(pdf, page), places[0])

    told = take(here, jpeg(spoil(scan)))

    assert [(one.match, one.page) for one in told.pages] == [(Match.FOUND, page)]
    assert told.pages[0].ink[0] is Ink.FOUND
    assert set(told.pages[0].ink[1:]) == {Ink.NONE}
    missing = [one.place.who for one in state(here, dispute).missing if one.place.kind == "mark"]
    assert missing == [places[1].who]


def test_when_every_place_has_its_ink_the_paper_is_signed(here, out):
    dispute, issue, pdf = out
    page, places = last_page(issue)
    written = [one for one in places if one.kind != "seal"]
    seals = [one for one in places if one.kind == "seal"]
    scan = signed(page_of(pdf, page), *written)
    for one in seals:
        scan = sealed(scan, one)

    take(here, jpeg(scan))

    assert state(here, dispute).back is Back.SIGNED


def test_a_page_is_kept_with_its_case_and_only_once(here, out):
    dispute, _issue, pdf = out
    scan = jpeg(page_of(pdf, 1))
    take(here, scan)
    before = here.kept()

    again = take(here, scan)

    assert [one.match for one in again.pages] == [Match.AGAIN]
    assert here.kept() == before
    kept = here.desk.queries.attachments(dispute)
    assert [one.kind for one in kept] == [AttachmentKind.SIGNED_PAGE]


def test_the_pages_of_one_pdf_find_papers_of_different_cases(here, out, fonts):
    dispute, _issue, pdf = out
    other = here.agreed()
    told = issue_paper(here.desk, IssuePaper(number=str(other), paper=PaperName.AGREEMENT), fonts)
    scan = as_pdf(page_of(told.printed.pdf, 1), page_of(pdf, 1).rotate(180))

    pages = take(here, scan, suffix="pdf").pages

    assert [one.issued.about for one in pages] == [other, dispute]
    assert [one.sheet for one in pages] == [1, 2]


def test_a_page_of_an_issue_that_was_replaced_is_kept_and_said(here, out, fonts):
    from mediator_desk.records.agreement import Agreement

    dispute, _issue, pdf = out
    (agreement,) = here.file(dispute).agreements
    here.change(Agreement, agreement.id, terms="一、另付维修费三百元。")
    issue_paper(here.desk, IssuePaper(number=str(dispute), paper=PaperName.AGREEMENT), fonts)

    told = take(here, jpeg(page_of(pdf, 1)))

    assert [one.match for one in told.pages] == [Match.REPLACED]
    assert len(here.desk.queries.signed_pages(dispute)) == 1


def test_a_page_without_a_mark_waits_for_a_person_who_knows_it(here, out):
    dispute, issue, _pdf = out
    white = jpeg(Image.new("RGB", (1240, 1754), "white"))
    (unknown,) = take(here, white).pages

    told = match_scan(here.desk, MatchScan(page=unknown, mark=issue.mark, number=1))

    assert unknown.match is Match.NO_MARK
    assert [one.match for one in told.pages] == [Match.FOUND]
    assert {ink for one in here.desk.queries.signed_pages(dispute) for ink in one.ink} <= {
        Ink.UNSURE
    }


def test_a_page_of_a_paper_nobody_issued_here_is_said_and_not_kept(here, out):
    dispute, issue, pdf = out
    with here.desk.open_work(here.desk.person.id) as work:
        work.remove(issue)
        work.commit()

    told = take(here, jpeg(page_of(pdf, 1)))

    assert [(one.match, one.mark) for one in told.pages] == [(Match.UNKNOWN, issue.mark)]
    assert here.desk.queries.signed_pages(dispute) == ()


def test_a_file_that_is_no_picture_stops_no_other(here, out):
    _dispute, _issue, pdf = out

    told = take(here, b"MZ\x90\x00 not a picture at all", jpeg(page_of(pdf, 1)))

    assert [one.match for one in told.pages] == [Match.UNFIT, Match.FOUND]
    assert "0.jpg" in str(told.pages[0].why)


def test_what_a_person_sees_counts(here, out):
    dispute, issue, pdf = out
    page, places = last_page(issue)
    take(here, jpeg(page_of(pdf, page)))
    (kept,) = here.desk.queries.signed_pages(dispute)

    correct_ink(here.desk, CorrectInk(signed_page=kept.id, ink=(Ink.FOUND,) * len(places)))

    assert state(here, dispute).back is Back.SIGNED
    with pytest.raises(Refusal, match="each place"):
        correct_ink(here.desk, CorrectInk(signed_page=kept.id, ink=()))


def test_a_person_can_only_name_a_page_that_exists(here, out):
    _dispute, issue, _pdf = out
    packed = io.BytesIO()
    Image.new("L", (300, 400), 255).save(packed, "PNG")
    (page,) = take(here, packed.getvalue(), suffix="png").pages

    with pytest.raises(Refusal, match="no such page"):
        match_scan(here.desk, MatchScan(page=page, mark=issue.mark, number=99))
    with pytest.raises(NotFound):
        match_scan(here.desk, MatchScan(page=replace(page), mark="MD1:AAAAAAAAAAAA", number=1))
