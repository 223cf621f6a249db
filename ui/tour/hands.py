"""The hands at the desk: fill a sheet, press a verb, pick a row; a refusal stops the tour."""

from collections.abc import Mapping
from typing import Any, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QScrollArea, QWidget

from mediator_desk.words import N_
from ui.forms.sheet import Sheet
from ui.forms.sheet_dialog import SheetDialog
from ui.tour.camera import dialogs_above, settle
from ui.tour.watch import TourStopped
from ui.widgets.card import Banner
from ui.widgets.side_pane import SidePane
from ui.widgets.verb import VerbButton

Kind = TypeVar("Kind", bound=QWidget)
Thing = TypeVar("Thing")


def press(within: QWidget, words: str) -> None:
    """Press the button that says these words (as the catalogue has them, mnemonic and all)."""
    button(within, words).click()
    settle()


def button(within: QWidget, words: str) -> QAbstractButton:
    """Find a button by its words. Raises ``TourStopped``."""
    found = [one for one in within.findChildren(QAbstractButton) if one.text() == words]
    usable = [one for one in found if one.isEnabled() and (_is_verb(one) or one.isVisible())]
    if not usable:
        offered = sorted({one.text() for one in within.findChildren(QAbstractButton) if one.text()})
        raise TourStopped(
            N_("Nothing says “{words}” here. What can be pressed: {offered}."),
            words=words,
            offered="、".join(offered),
        )
    return usable[-1]


def press_verb(side: SidePane, words: str) -> None:
    """Press a verb of the record at the side, in sight or under More. Raises ``TourStopped``."""
    offered = side.verbs().buttons()
    for one in offered:
        if one.verb.text == words and one.isEnabled():
            one.click()
            settle()
            return
    raise TourStopped(
        N_("Nothing says “{words}” here. What can be pressed: {offered}."),
        words=words,
        offered="、".join(one.verb.text for one in offered if one.isEnabled()),
    )


def dialog(window: QWidget, kind: type[Kind]) -> Kind:
    """Give the dialog of a kind that was opened last above a window. Raises ``TourStopped``."""
    settle()
    for one in reversed(dialogs_above(window)):
        if isinstance(one, kind):
            return one
    raise TourStopped(N_("No dialog {kind} opened."), kind=kind.__name__)


def sheet(window: QWidget) -> SheetDialog:
    """Give the sheet that was opened last."""
    return dialog(window, SheetDialog)


def fill(opened: SheetDialog, values: Mapping[str, Any]) -> None:
    """Type values into a sheet; a key it does not ask for is a mistake of the story."""
    opened.sheet.fill(values)
    settle()
    asked = opened.sheet.values()
    unknown = [key for key in values if key not in asked]
    if unknown:
        raise TourStopped(
            N_("The sheet “{title}” does not ask for {keys}. It asks for: {asked}."),
            title=opened.windowTitle(),
            keys="、".join(unknown),
            asked="、".join(asked),
        )


def type_into(opened: Sheet, key: str, typed: str) -> None:
    """Type pinyin initials into a line; what fits stands below it until ``take_first``."""
    line = opened.cell(key).input
    line.line.setFocus()
    QTest.keyClicks(line.line, typed)
    settle()


def take_first() -> None:
    """Take the first thing that fits, as Enter does. Raises ``TourStopped``."""
    popup = present(QApplication.activePopupWidget())
    QTest.keyClick(popup, Qt.Key.Key_Return)
    settle()


def close_menu() -> None:
    """Close the menu that is open without choosing anything. Raises ``TourStopped``."""
    present(QApplication.activePopupWidget()).close()
    settle()


def hand_over(opened: SheetDialog) -> None:
    """Press the sheet's verb; a sentence in place of closing stops the tour."""
    title, error = opened.windowTitle(), opened.error
    closed: list[int] = []
    opened.finished.connect(closed.append)
    opened.press.click()
    if not closed:
        raise TourStopped(
            N_("The sheet “{title}” was refused: {why}"), title=title, why=error.text()
        )
    settle()


def come_to_rest(opened: QWidget) -> None:
    """Let what waits for a pause in the typing happen now: likenesses, drafts."""
    for timer in opened.findChildren(QTimer):
        if timer.isActive() and timer.isSingleShot():
            timer.stop()
            timer.timeout.emit()
    settle()


def expect(said: Banner) -> None:
    """Go on if nothing was refused in place. Raises ``TourStopped``."""
    if said.text() and said.property("banner") == "danger":
        raise TourStopped(N_("It was refused: {why}"), why=said.text())


def present(thing: Thing | None) -> Thing:
    """Give a thing the story needs. Raises ``TourStopped`` when it is not there."""
    if thing is None:
        raise TourStopped(N_("Something the story needs is not there."))
    return thing


def scroll_down(side: SidePane) -> None:
    """Bring the last lines of the record at the side into sight."""
    for area in side.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    settle()


def close(opened: QDialog) -> None:
    """Close a dialog that only shows something."""
    opened.reject()
    settle()


def _is_verb(one: QAbstractButton) -> bool:
    # A verb that found no room waits under More and can be pressed there.
    return isinstance(one, VerbButton)
