"""The catalogue of words: every sentence a person reads comes through here.

Source sentences are English; the shipped language is Simplified Chinese.
"""

import gettext as _gettext
from dataclasses import dataclass, field
from pathlib import Path

LANGUAGES = ("zh_CN", "en")
DOMAIN = "mediator_desk"


@dataclass(slots=True)
class _Spoken:
    """The language this process speaks; one person at one screen, so one per process."""

    language: str = "en"
    catalogue: _gettext.NullTranslations = field(default_factory=_gettext.NullTranslations)


_SPOKEN = _Spoken()


def speak(language: str, translations: Path) -> None:
    """Switch every sentence to the language; an unknown one falls back to English."""
    _SPOKEN.catalogue = _gettext.translation(
        DOMAIN, localedir=str(translations), languages=[language], fallback=True
    )
    _SPOKEN.language = language if language in LANGUAGES else "en"


def spoken() -> str:
    """Name the language in use: ``zh_CN`` or ``en``."""
    return _SPOKEN.language


def _(sentence: str) -> str:
    """Put a sentence into the language in use."""
    return _SPOKEN.catalogue.gettext(sentence) if sentence else ""


def n_(one: str, many: str, count: int) -> str:
    """Put a counted sentence into the language in use."""
    return _SPOKEN.catalogue.ngettext(one, many, count)


def p_(context: str, sentence: str) -> str:
    """Put a short word into the language in use where its sense depends on the context."""
    return _SPOKEN.catalogue.pgettext(context, sentence)


def N_(sentence: str) -> str:  # noqa: N802 - the name gettext tools know
    """Mark a sentence for the catalogue without putting it into words yet."""
    return sentence
