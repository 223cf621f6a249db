"""The child process that opens PDFs from outside (see ``quarantine.py``)."""

import io
import sys

import pypdfium2
from pypdfium2 import raw

from mediator_desk.quarantine import DAMAGED, Found, examine_alone

LOCKED = "locked"
TOO_MANY_PAGES = "pages"
MOST_PAGES = 500


def check(data: bytes) -> tuple[Found, bytes]:
    """Count the pages of a PDF; one that would run something or carries files is made anew.

    Otherwise the bytes stay as given, for an electronic seal in them holds for these bytes only.
    """
    try:
        given = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == raw.FPDF_ERR_PASSWORD
        return Found(why=LOCKED if locked else DAMAGED), b""
    pages = len(given)
    if not 0 < pages <= MOST_PAGES:
        return Found(why=TOO_MANY_PAGES if pages else DAMAGED), b""
    for number in range(pages):
        given[number].close()
    runs = raw.FPDFDoc_GetJavaScriptActionCount(given) > 0
    carries = raw.FPDFDoc_GetAttachmentCount(given) > 0
    kept = _pages_alone(given) if runs or carries else data
    return Found(media_type="application/pdf", pages=pages), kept


def _pages_alone(given: pypdfium2.PdfDocument) -> bytes:
    """Make a PDF of the pages and nothing else of the file."""
    bare = pypdfium2.PdfDocument.new()
    bare.import_pages(given)
    written = io.BytesIO()
    bare.save(written)
    return written.getvalue()


if __name__ == "__main__":
    sys.exit(examine_alone(check))
