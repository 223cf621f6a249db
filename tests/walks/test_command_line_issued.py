"""Papers leave the desk and come back signed, on the command line."""

import os

import pytest

from tests.pictures.made_scans import jpeg, page_of, turned


@pytest.fixture
def case(desk):
    """Have an accepted dispute; give its number."""
    parties = [{"name": "张三"}, {"name": "李四", "side": "respondent"}]
    told = desk.log(parties=parties).json
    for party in ("张三", "李四"):
        desk.do("record-consent", dispute=told["number"], party=party, agreed=True,
                means="in_person")  # fmt: skip
    assert desk.do("accept-dispute", dispute=told["number"]).code == 0
    return told["number"]


def issue(desk, case, out, *more):
    return desk("print", case, "--paper", "acceptance-register", "-o", out, "--json", *more)


def test_a_paper_that_is_printed_is_issued_and_given_again_byte_for_byte(desk, case, tmp_path):
    first, again, saved = (tmp_path / name for name in ("1.pdf", "2.pdf", "3.pdf"))

    (issued,) = issue(desk, case, first).json["issued"]
    issue(desk, case, again)
    desk("paper", "save", issued["mark"], "-o", saved)

    assert first.read_bytes() == again.read_bytes() == saved.read_bytes()
    (listed,) = desk("papers", case, "--json").json
    assert (listed["mark"], listed["issue"], listed["back"]) == (issued["mark"], 1, "out")


def test_a_draft_is_only_looked_at(desk, case, tmp_path):
    told = issue(desk, case, tmp_path / "draft.pdf", "--draft")

    assert told.json["issued"] == []
    assert desk("papers", case).out.strip() == "Nothing is issued yet."


def test_a_signed_page_comes_back_and_what_is_empty_is_named(desk, case, tmp_path):
    paper, scan = tmp_path / "paper.pdf", tmp_path / "scan.jpg"
    issue(desk, case, paper)
    scan.write_bytes(jpeg(turned(page_of(paper.read_bytes(), 1), 1.5)))

    told = desk("scans", "take", scan)

    assert told.code == 0
    assert "page 1" in told.out
    assert "empty" in told.out
    assert desk("papers", case, "--json").json[0]["back"] == "unsigned"


def test_a_page_that_is_none_of_ours_is_told_and_the_others_are_kept(desk, case, tmp_path):
    paper, scan, other = (tmp_path / name for name in ("paper.pdf", "scan.jpg", "white.jpg"))
    issue(desk, case, paper)
    page = page_of(paper.read_bytes(), 1)
    scan.write_bytes(jpeg(page))
    other.write_bytes(jpeg(page.crop((0, 0, 900, 900))))

    told = desk("scans", "take", other, scan)

    assert told.code == 8
    assert "scans match" in told.out


def test_a_person_says_which_page_it_is(desk, case, tmp_path):
    paper, scan = tmp_path / "paper.pdf", tmp_path / "scan.jpg"
    (issued,) = issue(desk, case, paper).json["issued"]
    scan.write_bytes(jpeg(page_of(paper.read_bytes(), 1).crop((0, 0, 1000, 1200))))

    told = desk("scans", "match", scan, "--mark", issued["mark"], "--page", "1")

    assert told.code == 0
    assert desk("papers", case, "--json").json[0]["back"] == "unsure"
    assert desk("scans", "match", scan, "--mark", issued["mark"], "--page", "9").code == 1
    assert desk("scans", "match", scan, "--sheet", "7", "--mark", "X", "--page", "1").code == 4


def test_a_mark_is_found_as_a_person_types_it(desk, case, tmp_path):
    paper, saved = tmp_path / "paper.pdf", tmp_path / "saved.pdf"
    (issued,) = issue(desk, case, paper).json["issued"]
    letters = issued["mark"].removeprefix("MD1:")

    for typed in (f" {issued['mark'].lower()} ", f"{letters[:6]} {letters[6:]}"):
        saved.unlink(missing_ok=True)

        assert desk("paper", "save", typed, "-o", saved).code == 0
        assert saved.read_bytes() == paper.read_bytes()


def test_a_mark_nobody_issued_is_not_found(desk, tmp_path):
    told = desk("paper", "save", "MD1:AAAAAAAAAAAA", "-o", tmp_path / "x.pdf")

    assert told.code == 4


@pytest.mark.skipif(os.name != "posix", reason="pipes have a name on the disk only there")
def test_a_pipe_or_a_device_is_not_written_over(desk, case, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    told = issue(desk, case, pipe)

    assert told.code == 7
    assert "is not a file" in told.error["message"]
    assert pipe.is_fifo()
