"""Files of a case on the command line: added, listed, saved; and refused in words."""

import pytest

from tests.paper.test_given_pdf import pdf
from tests.pictures.made_pictures import SECRET, photo


@pytest.fixture
def case(desk):
    parties = [{"name": "张三"}, {"name": "李四", "side": "respondent"}]
    return desk.log(parties=parties).json["number"]


@pytest.fixture
def ceiling(tmp_path):
    file = tmp_path / "ceiling.jpg"
    file.write_bytes(photo(64, 48))
    return file


def test_a_photo_is_added_listed_and_saved_without_what_it_hid(desk, case, ceiling, tmp_path):
    out = tmp_path / "saved.jpg"

    added = desk("attach", case, ceiling, "--kind", "evidence", "--caption", "屋顶", "--json")
    listed = desk("attachments", case, "--json").json
    saved = desk("attachment", "save", added.json["attachments"][0], "-o", out, "--json")

    assert (added.code, saved.code) == (0, 0)
    assert [(one["caption"], one["here"], one["taken_at"]) for one in listed] == [
        ("屋顶", True, "2026-11-20T14:03:22+08:00")
    ]
    assert SECRET not in out.read_bytes()


def test_an_identity_card_belongs_to_a_party_by_name_and_needs_her_consent(desk, case, ceiling):
    typed = ["attach", case, ceiling, "--kind", "身份证明", "--party", "张三"]

    refused = desk(*typed)
    added = desk(*typed, "--consent-on", "2026-01-05", "--json")

    assert refused.code == 1
    assert "consent" in refused.err
    assert added.code == 0


def test_each_view_of_an_identity_card_is_told(desk, case, ceiling, tmp_path):
    typed = ["attach", case, ceiling, "--kind", "identity", "--party", "张三"]
    id = desk(*typed, "--consent-on", "2026-01-05", "--json").json["attachments"][0]

    desk("attachment", "save", id, "-o", tmp_path / "card.jpg")

    (one,) = desk("attachments", case, "--json").json
    assert len(one["views"]) == 1


def test_a_paper_copy_is_noted_without_a_file(desk, case):
    desk("attach", case, "--kind", "evidence", "--on-paper", "--caption", "收条", "--pages", "2")

    assert "on paper" in desk("attachments", case).out


@pytest.mark.parametrize("pages", ["-3", "0", "99999999999"])
def test_a_count_of_pages_that_cannot_be_is_refused(desk, case, pages):
    told = desk(
        "attach", case, "--kind", "evidence", "--on-paper", "--caption", "收条", "--pages", pages
    )

    assert told.code == 1
    assert "Count" in told.err


def test_a_request_attaches_a_pdf_by_its_path(desk, case, tmp_path):
    file = tmp_path / "裁定书.pdf"
    file.write_bytes(pdf(pages=3))

    told = desk.do("attach-file", about=case, kind="confirmation", files=[{"path": str(file)}])

    assert told.code == 0
    assert desk("attachments", case, "--json").json[0]["pages"] == 3


def test_a_file_that_is_no_picture_is_refused_in_one_sentence(desk, case, tmp_path):
    file = tmp_path / "照片.jpg"
    file.write_bytes(b"MZ" + bytes(100))

    told = desk("attach", case, file, "--kind", "evidence", "--json")

    assert told.code == 1
    assert told.error["error"] == "file"
    assert "照片.jpg" in told.error["message"]
    assert desk("attachments", case).out.strip() == "There are no files yet."


def test_a_moment_is_no_day_and_a_day_is_no_moment(desk, case, ceiling):
    typed = ["attach", case, ceiling, "--kind", "evidence"]

    assert desk(*typed, "--provided-on", "2026-01-05T09:00").code == 2
    assert desk(*typed, "--taken-at", "2026-01-05").code == 2
