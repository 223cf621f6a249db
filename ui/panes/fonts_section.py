"""Fonts of papers: those of the district's own, and a picture of what papers look like in them."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel

from mediator_desk.labels.fonts import use_words
from mediator_desk.paper.own_fonts import Use
from mediator_desk.paper.preview import RenderedPage
from mediator_desk.paper.sample import sample
from mediator_desk.ports import Desk
from mediator_desk.rows import Changes
from mediator_desk.rules.roles import may
from mediator_desk.usecases.own_fonts import (
    AddFont,
    FontRow,
    RemoveFont,
    add_font,
    list_fonts,
    remove_font,
)
from mediator_desk.usecases.specimens import press_of
from mediator_desk.words import _
from ui.dialogs.question import Question
from ui.errands import Errands
from ui.files import FileQuestions
from ui.forms.sheet import Choice, Sheet, Words
from ui.forms.sheet_dialog import SheetDialog
from ui.notices import Notices
from ui.panes.settings_page import SettingsPage
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.state_rows import StateRow, StateRows
from ui.widgets.verb import Verb, VerbBar

_LARGER = 1.5  # than on paper, so that strokes can be told apart
Shown = tuple[tuple[FontRow, ...], RenderedPage]


class FontsSection(SettingsPage):
    """Lists the fonts a station added and shows papers in them; ``ask`` fills it."""

    def __init__(
        self,
        *,
        desk: Desk,
        errands: Errands,
        notices: Notices,
        files: FileQuestions,
        fonts: Path,
    ) -> None:
        """Wait to be asked: reading the fonts takes a moment."""
        super().__init__()
        self._desk, self._errands, self._notices = desk, errands, notices
        self._files, self._fonts = files, fonts
        self.rows: tuple[FontRow, ...] = ()

    def primary(self) -> Verb | None:
        """Give the verb that adds a font."""
        if not may(self._desk.person.role, "add-font"):
            return None
        return Verb(text=_("&Add a font …"), do=self.add, icon="plus", primary=True)

    def ask(self) -> None:
        """Read which fonts there are, and draw the picture."""
        dots = self.devicePixelRatioF()
        self._errands.run(partial(self._read, dots), owner=self, then=partial(self._show, dots))

    def add(self) -> None:
        """Ask for a file, and what the font is for."""
        kinds = [(_("TrueType fonts"), "ttf")]
        for file in self._files.to_open(self, _("Choose a font file"), kinds)[:1]:
            self.look_at(file)

    def look_at(self, file: Path) -> None:
        """Ask what a font is for; then it is looked at and kept."""
        words = _(
            "It is kept in the store of this PC and is part of its backups; it is never sent on. "
            "Whether you may use it is said by its licence."
        )
        sheet = Sheet(
            (
                Choice(
                    key="use",
                    label=_("&What it is for"),
                    choices=tuple((one.value, use_words(one.value)) for one in Use),
                ),
                Words(label=words),
            )
        )
        sheet.fill({"use": Use.TEXT.value})
        sheet.settle()
        SheetDialog(
            self.window(),
            title=_("Add the font {file}").format(file=file.name),
            explain=_("Papers use it before the fonts that came with the program."),
            sheet=sheet,
            verb=_("&Add it"),
            errands=self._errands,
            job=lambda values: partial(
                add_font, self._desk, AddFont(file=file, use=Use(values["use"]))
            ),
            then=self._added,
            width=30.0,
        ).open()

    def remove(self, row: FontRow) -> None:
        """Ask, then forget a font."""
        Question(
            self,
            _("Remove the font “{name}”?").format(name=row.name),
            _("The fonts that came with the program print again what it printed."),
            verb=_("&Remove it"),
            do=partial(self._remove, row),
            danger=True,
        ).open()

    def _remove(self, row: FontRow) -> None:
        said = _("“{name}” is removed; the fonts that came with the program print again.")
        self._errands.run(
            partial(remove_font, self._desk, RemoveFont(name=row.name)),
            owner=self,
            then=lambda _changes: self._tell(said.format(name=row.name)),
        )

    def _added(self, _changes: Changes) -> None:
        self._tell(_("The font is used from the next paper on."))

    def _tell(self, said: str) -> None:
        self._notices.say(said)
        self.ask()

    def _read(self, dots: float) -> Shown:
        press = press_of(self._desk, self._fonts)
        return list_fonts(self._desk), sample(press, _LARGER * dots)

    def _show(self, dots: float, shown: Shown) -> None:
        self.rows, picture = shown
        self.show_cards([self._own_card(), _sample_card(picture, dots)])

    def _own_card(self) -> Card:
        card = Card(_("Fonts of your own"))
        if not self.rows:
            card.column.addWidget(
                Label(
                    _(
                        "Papers use the fonts that came with the program: Song letters for the "
                        "text, Hei for heads, and every character of GB 18030 level 3. Add a font "
                        "you own for another look, or for a character that is still missing."
                    ),
                    wrap=True,
                )
            )
            return card
        card.column.addWidget(StateRows([_line(row) for row in self.rows]))
        if may(self._desk.person.role, "remove-font"):
            bar = VerbBar()
            bar.show_verbs(
                [
                    Verb(text=_("Remove “{name}” …").format(name=row.name),
                         do=partial(self.remove, row))
                    for row in self.rows
                ]
            )  # fmt: skip
            card.column.addWidget(bar)
        return card


def _line(row: FontRow) -> StateRow:
    size = f"{row.size / 1_000_000:.1f} MB"
    held = _("{count} characters, of level 3 {held}").format(
        count=f"{row.characters:,}", held=f"{row.held.get('gb18030-3', 0):,}"
    )
    return StateRow(
        what=row.name, aside=f"{held} · {size}", state=use_words(row.use.value), tone="accent"
    )


def _sample_card(picture: RenderedPage, dots: float) -> Card:
    card = Card(_("So papers look"))
    image = QImage(
        picture.bgra, picture.width, picture.height, picture.width * 4, QImage.Format.Format_RGB32
    ).copy()
    image.setDevicePixelRatio(dots)
    shown = QLabel()
    shown.setPixmap(QPixmap.fromImage(image))
    shown.setAlignment(Qt.AlignmentFlag.AlignLeft)
    shown.setAccessibleName(_("A title, a head and some text in the fonts of papers"))
    card.column.addWidget(shown)
    return card
