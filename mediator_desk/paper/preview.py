"""Show a printed paper again: its pages as pictures, its text as a reader would copy it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock

import pypdfium2

from mediator_desk.troubles import PaperUnreadable
from mediator_desk.words import N_

# The library of the pictures must not be entered from two threads at once.
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page as a picture: four bytes a point, blue green red and one unused, row by row."""

    width: int
    height: int
    bgra: bytes


def render(pdf: bytes, page: int, scale: float) -> RenderedPage:
    """Draw one page, counted from 0; at scale 1 a point of paper is a point of the picture."""
    with opened(pdf) as document:
        picture = document[page].render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
        rows = bytes(picture.buffer)
        exact = picture.width * 4
        if picture.stride != exact:
            rows = b"".join(
                rows[at * picture.stride : at * picture.stride + exact]
                for at in range(picture.height)
            )
        return RenderedPage(picture.width, picture.height, rows)


def page_count(pdf: bytes) -> int:
    """Count the pages."""
    with opened(pdf) as document:
        return len(document)


def text_of(pdf: bytes) -> str:
    """Give the text as it is copied out of the pages, one page after the other."""
    with opened(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF for as long as it is looked at. Raises ``PaperUnreadable`` if it is none."""
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise PaperUnreadable(
                N_("This is no PDF that can be read, or it is damaged. Choose another file.")
            ) from error
        try:
            yield document
        finally:
            document.close()
