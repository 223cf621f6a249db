"""A printed case is read back from its file alone, wherever that file went."""

import pytest


@pytest.fixture
def number(desk):
    """Log a dispute."""
    return desk.log(text="楼道堆物，电话13812341234").json["number"]


def test_a_printed_case_says_what_it_holds_without_a_station(desk, number, tmp_path):
    pdf = tmp_path / "case.pdf"
    desk("print", number, "--paper", "summary", "-o", pdf)

    told = desk("read-volume", pdf, data=tmp_path / "nowhere")

    assert told.code == 0
    assert number in told.out
    assert "dispute" in told.out


def test_programs_get_every_record(desk, number, tmp_path):
    pdf = tmp_path / "case.pdf"
    desk("print", number, "--paper", "summary", "-o", pdf)

    told = desk("read-volume", pdf, "--json").json

    (dispute,) = [one for one in told["records"] if one["kind"] == "dispute"]
    assert dispute["values"]["number"] == told["about"]["number"] == number


def test_a_masked_print_holds_no_record(desk, number, tmp_path):
    pdf = tmp_path / "case.pdf"
    desk("print", number, "--paper", "summary", "--masked", "department", "-o", pdf)

    told = desk("read-volume", pdf)

    assert b"13812341234" not in pdf.read_bytes()
    assert told.code == 7
    assert "No record of a case is inside" in told.err


@pytest.mark.parametrize("content", [b"", b"hello", b"%PDF-1.4\n%%EOF"])
def test_a_file_that_is_no_pdf_is_refused_in_words(desk, tmp_path, content):
    file = tmp_path / "some.pdf"
    file.write_bytes(content)

    told = desk("read-volume", file)

    assert told.code == 7
    assert "PDF" in told.err


def test_a_file_that_is_not_there_is_said(desk, tmp_path):
    told = desk("read-volume", tmp_path / "none.pdf")

    assert told.code == 7
    assert "none.pdf" in told.err
    assert "Errno" not in told.err
