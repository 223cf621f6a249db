"""What a font of the district is for, in words."""

from mediator_desk.words import N_, _

_USES = {
    "text": N_("text of papers"),
    "head": N_("heads"),
    "title": N_("titles"),
    "rare": N_("rare characters"),
}


def use_words(use: str) -> str:
    """Say what a font is for."""
    return _(_USES[use])
