"""PDFs from outside: counted, kept as given, and made anew when they would do something."""

import io

import pypdfium2
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from mediator_desk.paper.given_pdf import MOST_PAGES, check
from tests.pictures.made_pictures import mutants


def pdf(pages=1, **said):
    written = io.BytesIO()
    canvas = Canvas(written, **said)
    for number in range(pages):
        canvas.drawString(100, 700, f"page {number + 1}")
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def with_script():
    """Write a PDF that runs a script when it is opened."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/Names<</JavaScript<</Names[(a) 4 0 R]>>>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>",
        b"<</S/JavaScript/JS(app.alert\\(1\\))>>",
    ]
    written, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj" % number + one + b"endobj\n"
    start = len(written)
    written += b"xref\n0 5\n0000000000 65535 f \n"
    written += b"".join(b"%010d 00000 n \n" % one for one in places)
    return written + b"trailer<</Size 5/Root 1 0 R>>startxref\n%d\n%%%%EOF" % start


def test_a_pdf_is_kept_byte_for_byte_with_its_pages_counted():
    given = pdf(pages=3)

    found, kept = check(given)

    assert (found.media_type, found.pages) == ("application/pdf", 3)
    assert kept == given


def test_a_pdf_with_a_password_is_told_from_a_damaged_one():
    locked, _kept = check(pdf(encrypt=StandardEncryption("secret", strength=128)))
    damaged, _kept = check(b"%PDF-1.7\nnothing")

    assert (locked.why, damaged.why) == ("locked", "damaged")


def test_a_script_in_a_pdf_is_left_out():
    found, kept = check(with_script())

    assert found.pages == 1
    assert b"JavaScript" not in kept
    assert len(pypdfium2.PdfDocument(kept)) == 1


def test_a_file_carried_by_a_pdf_is_left_out():
    carrier = pypdfium2.PdfDocument(pdf())
    carrier.new_attachment("evil.exe").set_data(b"MZ payload")
    written = io.BytesIO()
    carrier.save(written)

    _found, kept = check(written.getvalue())

    assert b"evil" in written.getvalue()
    assert pypdfium2.PdfDocument(kept).count_attachments() == 0
    assert b"payload" not in kept


def test_too_many_pages_are_said():
    found, _kept = check(pdf(pages=MOST_PAGES + 1))

    assert found.why == "pages"


def test_damaged_pdfs_are_pages_or_said_to_be_damaged():
    outcomes = set()
    for mutant in mutants(pdf(pages=2), 300, seed="pdf"):
        try:
            found, _kept = check(mutant)
        except pypdfium2.PdfiumError:
            outcomes.add("died")
            continue
        outcomes.add(found.why or "kept")

    assert {"kept", "damaged"} <= outcomes


@pytest.mark.parametrize("rubbish", [b"", b"%PDF-", b"%PDF-1.4" + b"\xff" * 5000])
def test_rubbish_is_damaged(rubbish):
    assert check(rubbish)[0].why == "damaged"
