"""The command line binds a volume, says whether it is complete, and reads its record back."""

import pypdfium2


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
