"""The input for how many: a short line that takes whole numbers only."""

from typing import Any

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from mediator_desk.words import _
from ui.forms.inputs import Input
from ui.theme import worn

_LONGEST = 6


class CountInput(Input):
    """A whole number, full-width figures too."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._edit = QLineEdit()
        self._edit.setMaxLength(_LONGEST)
        self._edit.setMaximumWidth(worn().em(6))
        self._edit.textChanged.connect(self.changed)
        self.hold(self._edit)

    @override
    def value(self) -> int | None:
        words = self._edit.text().strip()
        return int(words) if words.isdecimal() else None

    @override
    def fill(self, value: Any) -> None:
        self._edit.setText("" if value in (None, "") else str(value))

    @override
    def wrong(self) -> str:
        typed = bool(self._edit.text().strip())
        return _("Type a whole number such as 14.") if typed and self.value() is None else ""
