"""Fields laid out with their labels and remarks, two on a line where there is room."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from mediator_desk.words import _
from ui.forms.fields import Field
from ui.forms.inputs import Input
from ui.theme import SMALL, worn
from ui.widgets.label import Label
from ui.widgets.verb import without_mnemonic

_TWO = 30.0


class FieldCell(QWidget):
    """One field: its label above, its input, a doubt below if there is one."""

    def __init__(self, field: Field) -> None:
        """Make the input of the field."""
        super().__init__()
        self.field = field
        self.input: Input = field.make()
        self._doubt = Label(tone="warning", scale=SMALL, wrap=True)
        self._doubt.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        if self.input.labelled and field.label:
            mark = _("{label} *").format(label=field.label) if field.required else field.label
            label = Label(mark)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setBuddy(self.input.line)
            column.addWidget(label)
        column.addWidget(self.input)
        column.addWidget(self._doubt)
        self.input.line.setAccessibleName(without_mnemonic(field.label))
        if field.hint:
            self.input.line.setAccessibleDescription(field.hint)
        self.input.changed.connect(self.look)

    def look(self) -> None:
        """Say the doubt about what is entered now, if there is one."""
        value = self.input.value()
        self.say_doubt(self.field.remark(value) if not self.input.empty() else "")

    def say_note(self, note: str) -> None:
        """Say something quiet below the field, such as that its value was proposed."""
        self.say_doubt("")
        self._doubt.set_tone("quiet")
        self._doubt.setText(note)
        self._doubt.setVisible(bool(note))

    def say_doubt(self, doubt: str) -> None:
        """Say a doubt beside the field; it never blocks."""
        self._doubt.set_tone("warning")
        self._doubt.setText(doubt)
        self._doubt.setVisible(bool(doubt))
        line = self.input.line
        if bool(line.property("doubt")) != bool(doubt):
            line.setProperty("doubt", bool(doubt))
            line.style().unpolish(line)
            line.style().polish(line)

    def doubt(self) -> str:
        """Give the doubt said now."""
        return self._doubt.text()


class FieldGrid(QWidget):
    """The fields of a sheet or of a row of one."""

    changed = Signal()
    finished = Signal()

    def __init__(self, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        """Lay out the fields."""
        super().__init__(parent)
        self._cells = [FieldCell(field) for field in fields]
        self._by_key = {cell.field.key: cell for cell in self._cells if cell.field.key}
        self._wide: bool | None = None
        self._blank: dict[str, Any] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(10)
        for cell in self._cells:
            cell.input.changed.connect(self._changed)
            cell.input.line.installEventFilter(self)
        for cell in [cell for cell in self._cells if cell.field.key][:1]:
            self.setFocusProxy(cell.input)
        self._lay_out()
        self._blank = self.values()

    def values(self) -> dict[str, Any]:
        """Give what was entered, by key; fields that are not asked now are left out."""
        return {key: cell.input.value() for key, cell in self._by_key.items() if self._asked(cell)}

    def fill(self, values: Mapping[str, Any]) -> None:
        """Enter values; keys that are missing leave their fields as they are."""
        for key, value in values.items():
            if key in self._by_key:
                self._by_key[key].input.fill(value)
        self._lay_out()

    def begin_with(self, values: Mapping[str, Any]) -> None:
        """Enter values that count as nothing entered yet."""
        self.fill(values)
        self._blank = self.values()

    def problems(self) -> list[tuple[str, str]]:
        """Say what keeps the sheet from being handed over: pairs of key and sentence."""
        found: list[tuple[str, str]] = []
        for cell in self._cells:
            if not self._asked(cell):
                continue
            wrong = cell.input.wrong()
            if wrong:
                found.append((cell.field.key, wrong))
            elif cell.field.required and cell.input.empty():
                sentence = _("“{field}” is still empty.").format(
                    field=without_mnemonic(cell.field.label)
                )
                found.append((cell.field.key, sentence))
        return found

    def untouched(self) -> bool:
        """Tell whether everything is as it was laid out."""
        return all(self._blank.get(key, value) == value for key, value in self.values().items())

    def has(self, key: str) -> bool:
        """Tell whether there is such a field."""
        return key in self._by_key

    def cell(self, key: str) -> FieldCell:
        """Give one field."""
        return self._by_key[key]

    def focus(self, key: str) -> None:
        """Put the keyboard into a field."""
        self._by_key[key].input.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Put the keyboard into the first empty field."""
        asked = [cell for cell in self._cells if cell.field.key and self._asked(cell)]
        empty = [cell for cell in asked if cell.input.empty()]
        for cell in (empty or asked)[:1]:
            cell.input.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= worn().em(_TWO)
        if wide != self._wide:
            self._wide = wide
            self._lay_out()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
            and isinstance(watched, QLineEdit)
        ):
            # Enter goes on; only Ctrl+Enter hands over, so that no half-filled sheet slips away.
            watched.focusNextChild()
            return True
        return False

    def _asked(self, cell: FieldCell) -> bool:
        if cell.field.when is None:
            return True
        key, values = cell.field.when
        return key in self._by_key and self._by_key[key].input.value() in values

    def _changed(self) -> None:
        self._show_asked()
        self.changed.emit()

    def _show_asked(self) -> None:
        if any(cell.isHidden() == self._asked(cell) for cell in self._cells):
            self._lay_out()

    def _lay_out(self) -> None:
        """Place the cells anew: those asked now, two halves to a line where there is room."""
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.setParent(self)
            cell.setVisible(self._asked(cell))
        row, column = 0, 0
        top = Qt.AlignmentFlag.AlignTop
        for cell in self._cells:
            if not self._asked(cell):
                continue
            if cell.field.half and self._wide:
                self._grid.addWidget(cell, row, column, top)
                row, column = (row, 1) if column == 0 else (row + 1, 0)
                continue
            row += 1 if column else 0
            column = 0
            self._grid.addWidget(cell, row, 0, 1, 2)
            row += 1
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if self._wide else 0)
