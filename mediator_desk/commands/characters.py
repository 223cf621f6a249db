"""Which characters this program prints: of each standard in numbers, or of a text one by one."""

import unicodedata

from mediator_desk.commands.answers import PARTLY, Answer, columns
from mediator_desk.commands.options import Arguments
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.paper.setting import Face, Press, open_press
from mediator_desk.usecases.characters import HeldSet, PrintedBy, held_sets, printed_by
from mediator_desk.usecases.specimens import press_of
from mediator_desk.words import _, n_


def tell_characters(asked: Arguments, around: Surroundings) -> Answer:
    """Say which font prints what; exit code 8 when a character of the text is in no font."""
    press, face = _press(around), Face(asked.face)
    if asked.text:
        return _of_text(printed_by(press, "".join(asked.text), face))
    return _of_sets(held_sets(press, face))


def _press(around: Surroundings) -> Press:
    """Open the fonts: where a password was given, the station's own too."""
    given = around.password is not None or around.password_file is not None
    if not (given and around.founded()):
        return open_press(around.fonts)
    with around.visit() as visit:
        return press_of(visit.desk, around.fonts)


def _of_text(found: tuple[PrintedBy, ...]) -> Answer:
    lacking = [one for one in found if not one.font]
    lines = columns([(one.character, one.code, one.font or _("in no font")) for one in found])
    if lacking:
        said = n_("{count} character cannot be printed.", "{count} characters cannot be printed.",
                  len(lacking))  # fmt: skip
        lines.append(said.format(count=len(lacking)))
    return Answer(
        json=[{"character": one.character, "code": one.code, "font": one.font} for one in found],
        lines=lines,
        exit_code=PARTLY if lacking else 0,
    )


def _of_sets(found: tuple[HeldSet, ...]) -> Answer:
    return Answer(json=[_told(one) for one in found], lines=_said(found))


def _told(one: HeldSet) -> dict[str, object]:
    return {
        "set": one.about.code,
        "held": one.held,
        "of": one.of,
        "stated": one.about.stated,
        "by_font": one.by_font,
        "because": _(one.about.because).format(**one.about.places),
    }


def _said(found: tuple[HeldSet, ...]) -> list[str]:
    head = (_("set"), _("held"), _("of"), "", _("made up of"))
    rows = [
        (
            _(one.about.name).format(**one.about.places),
            f"{one.held:,}",
            f"{one.of:,}",
            _("all") if one.held == one.of else f"{100 * one.held / one.of:.1f} %",
            _made_up(one),
        )
        for one in found
    ]
    fonts = sorted({font for one in found for font in one.by_font})
    return [
        *columns([head, *rows]),
        "",
        _("Fonts: {fonts}.").format(fonts="、".join(fonts)),
        _("Blocks are those of Unicode 16; this program's Python knows Unicode {version}.").format(
            version=unicodedata.unidata_version
        ),
    ]


def _made_up(one: HeldSet) -> str:
    said = _(one.about.because).format(**one.about.places)
    if one.about.stated is None:
        return said
    return _("{said}; the standard counts {count}").format(said=said, count=f"{one.about.stated:,}")
