"""What there is to choose of the look: letters, colours, language."""

from mediator_desk.words import p_
from ui.tokens import ALL, TEXT_SIZES


def size_choices() -> list[tuple[str, str]]:
    """List the sizes of letters, by their points."""
    words = (p_("letters", "Normal"), p_("letters", "Large"), p_("letters", "Very large"))
    return [(str(size), word) for size, word in zip(TEXT_SIZES, words, strict=True)]


def colour_choices() -> list[tuple[str, str]]:
    """List the sets of colours."""
    words = {
        "light": p_("colours", "Light"),
        "dark": p_("colours", "Dark"),
        "contrast": p_("colours", "High contrast"),
    }
    return [(tokens.name, words[tokens.name]) for tokens in ALL]


def language_choices() -> list[tuple[str, str]]:
    """List the languages, each in its own words, for whoever cannot read the other."""
    return [("zh_CN", "中文"), ("en", "English")]
