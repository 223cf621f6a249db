"""Batches on the command line: a selection, its files, and a list of what could not be printed."""

import pytest

from mediator_desk.paper.preview import text_of


@pytest.fixture
def numbers(desk):
    """Log three disputes; the second holds a character no font has."""
    texts = ("楼道堆物，电话13812341234", "邻居\U000f0000养狗", "地锁")
    return [desk.log(text=text).json["number"] for text in texts]


def test_what_could_not_be_printed_is_listed_and_the_rest_is_there(desk, numbers, tmp_path):
    out = tmp_path / "all.pdf"

    told = desk("print", *numbers, "--paper", "summary", "-o", out, "--json")

    assert told.code == 8
    assert (told.json["printed"], told.json["file"]) == (2, str(out))
    (refused,) = told.json["refused"]
    assert (refused["number"], refused["error"]) == (numbers[1], "glyph-missing")
    assert numbers[2] in text_of(out.read_bytes())


def test_a_selection_goes_into_a_folder_masked(desk, numbers, tmp_path):
    folder = tmp_path / "out"

    told = desk(
        "print", "--select", "stage=logged,topic=停车难,period=2026", "--order", "newest",
        "--paper", "summary", "--masked", "department", "-o", folder, "--each", "--json",
    )  # fmt: skip

    names = [one.rsplit("/", 1)[-1] for one in told.json["files"]]
    assert names == [f"{numbers[2]} 案情摘要.pdf", f"{numbers[0]} 案情摘要.pdf"]
    assert "138****1234" in text_of((folder / names[1]).read_bytes())


def test_when_nothing_can_be_printed_there_is_no_file(desk, numbers, tmp_path):
    out = tmp_path / "none.pdf"

    told = desk("print", *numbers, "--paper", "agreement", "-o", out, "--json")

    assert told.code == 1
    assert len(told.json["refused"]) == 3
    assert not out.exists()


def test_people_are_told_each_number_with_its_reason(desk, numbers, tmp_path):
    told = desk("print", *numbers, "--paper", "summary", "-o", tmp_path / "all.pdf")

    assert f"{numbers[1]}: The character" in told.out


def test_a_list_for_the_board_prints_and_an_id_column_is_refused(desk, numbers, tmp_path):
    out = tmp_path / "list.pdf"
    asked = ["print", *numbers[::2], "--paper", "case-list", "--masked", "public", "-o", out]

    told = desk(*asked, "--json")
    refused = desk(*asked, "--columns", "number,id_numbers", "--json")

    assert told.json["printed"] == 2
    assert "138" not in text_of(out.read_bytes())
    assert (refused.code, refused.error["error"]) == (1, "refused")
    assert [one["printed"] for one in desk("prints", "--json").json] == [0, 2]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (["--select", "colour=red"], "colour"),
        (["--select", "stage"], "stage=closed"),
        (["--select", "period=soon"], "period"),
        (["--select", "mediator=nobody"], "nobody"),
        (["--select", "text=没有的字"], "No dispute meets"),
        ([], "--select"),
        (["古城-2026-1", "--select", "stage=logged"], "--select"),
        (["古城-2026-1", "--masked", "friends"], "friends"),
    ],
)
def test_a_selection_that_cannot_be_understood_is_refused_in_words(
    desk, numbers, tmp_path, typed, why
):
    told = desk("print", *typed, "--paper", "summary", "-o", tmp_path / "x.pdf", "--json")

    assert told.code == 2
    assert why in told.error["message"]
