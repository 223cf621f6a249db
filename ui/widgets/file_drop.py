"""Files that are dropped onto a window or pasted into it, and pictures without a name."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMimeData, QObject
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageWriter,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from mediator_desk.usecases.attachments.door import GivenFile
from mediator_desk.words import _

Take = Callable[[tuple[GivenFile, ...]], object]


class FileDrop(QObject):
    """Lets a widget take files that are dropped on it and hands them to ``take``."""

    def __init__(self, widget: QWidget, take: Take) -> None:
        """Watch the widget."""
        super().__init__(widget)
        self._take = take
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and type(event) is QDropEvent:
            given = given_in(event.mimeData())
            if given:
                event.acceptProposedAction()
                self._take(given)
            return bool(given)
        if isinstance(event, QDragEnterEvent | QDragMoveEvent) and _holds_files(event.mimeData()):
            event.acceptProposedAction()
            return True
        return False


def pasted() -> tuple[GivenFile, ...]:
    """Give what lies in the clipboard: files, or a picture."""
    return given_in(QGuiApplication.clipboard().mimeData())


def given_in(data: QMimeData | None) -> tuple[GivenFile, ...]:
    """Give the files, or else the picture, that were dropped or copied."""
    if data is None:
        return ()
    files = [one.toLocalFile() for one in data.urls() if one.isLocalFile()]
    if files:
        return tuple(GivenFile(path=file) for file in files)
    picture = data.imageData() if data.hasImage() else None
    if not isinstance(picture, QImage) or picture.isNull():
        return ()
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(held, QByteArray(b"png")).write(picture)
    return (GivenFile(name=_("Pasted picture") + ".png", data=bytes(held.data().data())),)


def _holds_files(data: QMimeData) -> bool:
    return data.hasImage() or any(one.isLocalFile() for one in data.urls())
