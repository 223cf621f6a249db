"""The press with the blanks in force, and a look at a form with made-up facts."""

from pathlib import Path

from mediator_desk.paper.form import forms_in_force, is_paper_text
from mediator_desk.paper.form_files import check_paper_text, paper_name_of
from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.setting import Press, open_press
from mediator_desk.paper.specimens import print_specimen
from mediator_desk.ports import Desk
from mediator_desk.refusals import NotFound
from mediator_desk.rules.roles import permit
from mediator_desk.rules.rule_text import RuleFileUnfit
from mediator_desk.troubles import GlyphMissing
from mediator_desk.usecases.own_fonts import fonts_in_use
from mediator_desk.usecases.rule_file_text import bytes_of, text_of
from mediator_desk.words import N_


def press_of(desk: Desk, fonts: Path) -> Press:
    """Open the press with the blanks that hold at this station, and its own fonts first."""
    return open_press(fonts, forms_in_force(desk.library.texts()), fonts_in_use(desk, fonts))


def specimen_of_file(desk: Desk, file: Path, fonts: Path) -> Printed:
    """Print a form as a file would have it, with made-up facts; nothing is taken in.

    Raises ``RuleFileUnfit`` also where a character of it is in no font.
    """
    permit(desk.person.role, "take-rule-file")
    text = text_of(bytes_of(file))
    name = paper_name_of(text, file.stem)
    check_paper_text(name, text, official=True)
    forms = forms_in_force({**desk.library.texts(), name: text})
    press = open_press(fonts, forms, fonts_in_use(desk, fonts))
    try:
        return print_specimen(press, _shown(press, name)).finished()
    except GlyphMissing as missing:
        raise RuleFileUnfit(missing.sentence, **missing.places) from missing


def specimen_of(desk: Desk, name: str, fonts: Path) -> Printed:
    """Print a form that holds, with made-up facts. Raises ``NotFound``."""
    press = press_of(desk, fonts)
    if name not in desk.library.texts() or not is_paper_text(name):
        raise NotFound(N_("There is no form “{name}”. See: rules list."), name=name)
    return print_specimen(press, _shown(press, name)).finished()


def _shown(press: Press, name: str) -> str:
    """Name the form that shows a file best: itself, or for a layout one that is laid out so."""
    folder, _slash, stem = name.partition("/")
    if folder == "forms":
        return stem
    return next((one.id for one in press.forms.forms if one.layout == stem), "F11")
