"""The command line binds a volume, says whether it is complete, and reads its record back."""

import pypdfium2

from mediator_desk.paper.preview import text_of


def test_a_volume_is_looked_through_bound_and_read_back(desk, tmp_path):
    number = desk.log().json["number"]
    desk.do("accept-dispute", dispute=number)
    pdf = tmp_path / "volume.pdf"

    checked = desk("volume", number, "--json").json
    said = desk("volume", number)
    printed = desk("print", number, "--paper", "volume", "-o", pdf, "--json").json
    read = desk("read-volume", pdf, "--json").json

    states = {one["paper"]: one["state"] for one in checked["papers"]}
    assert states["cover"] == "missing"
    assert checked["complete"] is False
    assert f"{checked['there']} of {checked['required']}" in said.out
    assert len(pypdfium2.PdfDocument(pdf)) == printed["pages"]
    assert read["about"]["number"] == number


def test_a_dispute_that_is_not_accepted_has_no_volume(desk):
    number = desk.log().json["number"]

    refused = desk("volume", number)

    assert refused.code == 1
    assert "Accept it first" in refused.err


def test_of_a_selection_each_volume_is_bound_and_one_that_cannot_be_stops_no_other(desk, tmp_path):
    numbers = [desk.log().json["number"] for _case in range(3)]
    for number in (numbers[0], numbers[2]):
        desk.do("accept-dispute", dispute=number)
    folder = tmp_path / "out"

    told = desk(
        "print", "--select", "topic=停车难", "--order", "number",
        "--paper", "volume", "--each", "-o", folder, "--json",
    )  # fmt: skip

    assert told.code == 8
    assert [one["number"] for one in told.json["refused"]] == [numbers[1]]
    assert "Accept it first" in told.json["refused"][0]["why"]
    files = sorted(folder.iterdir())
    assert len(files) == len(told.json["files"]) == 2
    assert all("本卷宗共计" in text_of(one.read_bytes()) for one in files)
