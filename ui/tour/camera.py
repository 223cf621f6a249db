"""Takes the pictures: a window as a person sees it, with whatever stands above it."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QAbstractAnimation, QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from mediator_desk.paper.preview import page_count, render
from mediator_desk.words import N_
from ui.theme import worn
from ui.tour.album import BUNDLES, PAPERS, SCREENS, Album
from ui.tour.watch import TourStopped, Watch

SCREEN = QSize(1366, 768)
_DESKTOP = QColor("#5b6b7b")
_VEIL = QColor(0, 0, 0, 70)
_PAGE_SCALE = 1.5
_FEWEST_COLOURS = 12
_SETTLING = 4


class Camera:
    """Puts pictures of windows, pages of papers and bundles into the album."""

    def __init__(self, album: Album, watch: Watch) -> None:
        """Take pictures for an album, while somebody watches."""
        self._album, self._watch = album, watch

    def screen(self, name: str, window: QWidget) -> None:
        """Take a picture of a window of the usual screen and of every dialog above it."""
        caption = self._album.captions.of(SCREENS, name)
        settle()
        self._watch.look_at_keys([window, *dialogs_above(window)][-1])
        self._watch.look(name)
        file = self._album.place(SCREENS, f"{name}.png")
        picture = _together(window).toImage().convertToFormat(QImage.Format.Format_RGB32)
        _check(picture, name)
        # Looking may wake what was asleep, such as pages that are only drawn when in sight.
        self._watch.look(name)
        _keep(picture, file)
        self._album.add(SCREENS, file, caption, pictures=(file,))

    def paper(self, name: str, save: Callable[[Path], object]) -> None:
        """Let a paper be saved as a person would, and keep a picture of each of its pages."""
        file = self._album.place(PAPERS, f"{name}.pdf")
        save(file)
        settle()
        self._watch.look(name)
        pictures = tuple(_pages(file.read_bytes(), file))
        caption = self._album.captions.of(PAPERS, name)
        self._album.add(PAPERS, file, caption, pictures=pictures)

    def bundle(self, name: str, made: Path) -> None:
        """Keep a copy of a bundle as it was handed over."""
        file = self._album.folder / BUNDLES / made.name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(made.read_bytes())
        self._album.add(BUNDLES, file, self._album.captions.of(BUNDLES, name))


def settle() -> None:
    """Let the windows lay themselves out and the closed ones go."""
    # Nobody sits before this screen, so the loop a person would keep turning is turned here.
    application = QApplication.instance()
    for _turn in range(_SETTLING):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if application is not None:
        QApplication.processEvents()


def dialogs_above(window: QWidget) -> list[QDialog]:
    """List the dialogs in sight that belong to a window, the lowest first."""
    above = [one for one in window.findChildren(QDialog) if one.isVisible()]
    return sorted(above, key=_depth)


def _depth(widget: QWidget) -> int:
    parent = widget.parentWidget()
    return 0 if parent is None else 1 + _depth(parent.window())


def _together(window: QWidget) -> QPixmap:
    """Paint the window, and above it its dialogs with a veil below each, and open lists."""
    for movement in window.findChildren(QAbstractAnimation):
        # Nothing is caught half faded in, or two pictures of the same thing would differ.
        if movement.state() == QAbstractAnimation.State.Running:
            movement.setCurrentTime(movement.totalDuration())
    whole = QRect(QPoint(0, 0), SCREEN)
    picture = QPixmap(SCREEN)
    picture.fill(_DESKTOP)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    frame = QRect(QPoint(0, 0), window.size())
    frame.moveCenter(whole.center())
    painter.drawPixmap(frame.topLeft(), window.grab())
    for dialog in dialogs_above(window):
        painter.fillRect(whole, _VEIL)
        box = QRect(QPoint(0, 0), dialog.size())
        box.moveCenter(whole.center())
        painter.drawPixmap(box.topLeft(), dialog.grab())
        painter.setPen(QColor(worn().tokens.edge))
        painter.drawRect(box.adjusted(-1, -1, 0, 0))
    for list_, corner in _open_lists():
        painter.drawPixmap(corner, list_.grab())
    painter.end()
    return picture


def _open_lists() -> Iterator[tuple[QWidget, QPoint]]:
    """Find what popped up: lists that complete what is typed, menus, calendars."""
    for widget in QApplication.topLevelWidgets():
        if widget.windowType() != Qt.WindowType.Popup or not widget.isVisible():
            continue
        # The list of a completer has no parent; it speaks for the line it belongs to.
        owner = widget.parentWidget() or widget.focusProxy()
        if owner is not None:
            anchor = owner.window()
            box = QRect(QPoint(0, 0), anchor.size())
            box.moveCenter(QRect(QPoint(0, 0), SCREEN).center())
            yield widget, widget.pos() - anchor.mapToGlobal(QPoint(0, 0)) + box.topLeft()


def _check(picture: QImage, name: str) -> None:
    """Refuse a picture that shows nothing. Raises ``TourStopped``."""
    small = picture.scaled(64, 36)
    colours = {small.pixel(x, y) for x in range(64) for y in range(36)}
    if len(colours) < _FEWEST_COLOURS:
        raise TourStopped(N_("The tour stopped at “{doing}”: the picture is empty."), doing=name)


def _keep(picture: QImage, file: Path) -> None:
    if not picture.save(str(file)):
        raise TourStopped(N_("The picture {file} cannot be written."), file=file.name)


def _pages(pdf: bytes, file: Path) -> Iterator[Path]:
    """Draw each page of a paper beside it."""
    for number in range(page_count(pdf)):
        page = render(pdf, number, _PAGE_SCALE)
        form = QImage.Format.Format_RGB32
        drawn = QImage(page.bgra, page.width, page.height, page.width * 4, form)
        # Papers are black on white: grey keeps the page of the tour small.
        drawn = drawn.convertToFormat(QImage.Format.Format_Grayscale8)
        picture = file.with_name(f"{file.stem}-{number + 1}.png")
        _keep(drawn, picture)
        yield picture
