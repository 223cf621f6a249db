"""Pictures of kept files for the screen: small ones for lists, pages for the viewer.

Runs in the lane of papers. Of an identity paper the list shows a blur that tells nothing of it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from mediator_desk.paper.preview import RenderedPage, opened, render
from mediator_desk.ports import Desk
from mediator_desk.records.attachment import Attachment, AttachmentKind
from mediator_desk.refusals import NotFound
from mediator_desk.troubles import FileUnfit, PaperUnreadable
from mediator_desk.words import N_

PDF = "application/pdf"
_SMALL = 240
_BLUR = 7
_POINTS_PER_DOT = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """What a viewer needs: the sizes of the pages in points, and how to draw one."""

    sizes: tuple[tuple[float, float], ...]
    render: Callable[[int, float], RenderedPage]


def small_pictures(desk: Desk, files: Sequence[Attachment]) -> dict[UUID, QImage]:
    """Draw the small pictures of some files; what is not here or unreadable has none."""
    made: dict[UUID, QImage] = {}
    for one in files:
        try:
            data = desk.queries.content(one.sha256)
            picture = _first_page(data) if one.media_type == PDF else _scaled(data, _SMALL)
        except (NotFound, PaperUnreadable):
            continue
        if not picture.isNull():
            made[one.id] = _blurred(picture) if one.kind is AttachmentKind.IDENTITY else picture
    return made


def pages_of(media_type: str, data: bytes) -> Pages:
    """Make the pages of a file ready for the viewer. Raises ``FileUnfit``, ``PaperUnreadable``."""
    if media_type == PDF:
        with opened(data) as document:
            sizes = tuple(document.get_page_size(page) for page in range(len(document)))
        return Pages(sizes=sizes, render=partial(render, data))
    picture = QImage.fromData(data)
    if picture.isNull():
        raise FileUnfit(N_("This picture cannot be shown. Save it and look at it elsewhere."))
    size = (picture.width() * _POINTS_PER_DOT, picture.height() * _POINTS_PER_DOT)
    return Pages(sizes=(size,), render=partial(_drawn, picture))


def _drawn(picture: QImage, _page: int, scale: float) -> RenderedPage:
    """Draw a picture as large as asked, but never larger than it is."""
    wanted = picture.size() * min(1.0, scale * _POINTS_PER_DOT)
    shown = picture.scaled(
        wanted.expandedTo(QSize(1, 1)),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_RGB32)
    return RenderedPage(shown.width(), shown.height(), bytes(shown.constBits()))


def _scaled(data: bytes, longest: int) -> QImage:
    """Read a picture small; a JPEG is unpacked no larger than needed."""
    held = QBuffer()
    held.setData(QByteArray(data))
    held.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(held)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > longest:
        reader.setScaledSize(size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _first_page(data: bytes) -> QImage:
    with opened(data) as document:
        width, height = document.get_page_size(0)
    page = render(data, 0, _SMALL / max(width, height, 1.0))
    form = QImage.Format.Format_RGB32
    # The bytes belong to the page: keep our own before it goes.
    return QImage(page.bgra, page.width, page.height, page.width * 4, form).copy()


def _blurred(picture: QImage) -> QImage:
    """Leave a few spots of colour, of which nothing can be read."""
    smooth = Qt.TransformationMode.SmoothTransformation
    keep = Qt.AspectRatioMode.KeepAspectRatio
    return picture.scaled(_BLUR, _BLUR, keep, smooth).scaled(_SMALL, _SMALL, keep, smooth)
