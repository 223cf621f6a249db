"""What a person can do here: verbs, each with its word, its key and its button."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget
from typing_extensions import override

from mediator_desk.words import _
from ui.theme import worn
from ui.widgets.icon import icon, tinted
from ui.widgets.press import PressButton


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """One thing to do: its word with a mnemonic (``_("&Log")``) and what then happens.

    A verb that cannot be done now stays visible, and ``why_not`` tells why in its tool tip.
    """

    text: str
    do: Callable[[], object]
    icon: str = ""
    primary: bool = False
    danger: bool = False
    why_not: str = ""
    hint: str = ""

    def again(self) -> "Verb":
        """Give the verb as shown a second time: two things in sight never share a key."""
        return replace(self, text=without_mnemonic(self.text))


class VerbButton(PressButton):
    """A button for one verb."""

    def __init__(self, verb: Verb, parent: QWidget | None = None) -> None:
        """Show the verb; pressing the button does it."""
        super().__init__(verb.text, parent)
        self.verb = verb
        self.setProperty("primary", verb.primary)
        self.setProperty("danger", verb.danger)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setEnabled(not verb.why_not)
        self.setToolTip(verb.why_not or verb.hint)
        if verb.icon:
            self.setIcon(_ink_for(verb))
            side = round(worn().em(1.1))
            self.setIconSize(QSize(side, side))
        self.clicked.connect(self._press)

    def _press(self) -> None:
        self.verb.do()


class VerbBar(QWidget):
    """A row of verbs; those that find no room wait under a button called More."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with no verbs."""
        super().__init__(parent)
        self._verbs: tuple[Verb, ...] = ()
        self._buttons: list[VerbButton] = []
        self._more = PressButton(_("&More"), self)
        self._more.setAutoDefault(False)
        self._more.setIcon(icon("chevron-down", "quiet"))
        self._more.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._menu = QMenu(self)
        self._more.setMenu(self._menu)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._more)
        self._row.addStretch(1)
        self._more.hide()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_verbs(self, verbs: Sequence[Verb]) -> None:
        """Offer these verbs instead of the ones before; the first ones stay in sight longest."""
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._verbs = tuple(verbs)
        self._buttons = [VerbButton(verb, self) for verb in self._verbs]
        for place, button in enumerate(self._buttons):
            self._row.insertWidget(place, button)
        self._fit()

    def buttons(self) -> list[VerbButton]:
        """List the buttons, those under More too."""
        return list(self._buttons)

    @override
    def resizeEvent(self, event: object) -> None:
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(worn().em(12), self._more.sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(worn().em(4), self._more.sizeHint().height())

    def _fit(self) -> None:
        widths = [button.sizeHint().width() + 8 for button in self._buttons]
        room = self.width() + 8
        fitting = len(widths)
        if sum(widths) > room:
            room -= self._more.sizeHint().width() + 8
            fitting = 0
            while fitting < len(widths) and sum(widths[: fitting + 1]) <= room:
                fitting += 1
        for place, button in enumerate(self._buttons):
            button.setVisible(place < fitting)
        self._menu.clear()
        for verb in self._verbs[fitting:]:
            action = self._menu.addAction(verb.text, verb.do)
            action.setEnabled(not verb.why_not)
        self._more.setVisible(fitting < len(widths))


def without_mnemonic(words: str) -> str:
    """Give the words of a label or a button as they are spoken, without the key beside them."""
    words = words.replace("&&", "\0")
    if "(&" in words:
        start = words.index("(&")
        words = words[:start] + words[words.index(")", start) + 1 :]
    return words.replace("&", "").replace("\0", "&").strip()


def _ink_for(verb: Verb) -> QIcon:
    if verb.primary:
        return tinted(verb.icon, worn().tokens.on_accent)
    return icon(verb.icon, "danger" if verb.danger else "plain")
