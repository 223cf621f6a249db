"""A new password, typed twice so that nobody locks themselves out with a slip."""

from typing_extensions import override

from mediator_desk.refusals import Refusal
from mediator_desk.rules.passwords import SHORTEST_PASSWORD, check_password
from mediator_desk.words import _
from ui.forms.sheet import Field, Sheet, Text


def password_fields(name: str = "") -> tuple[Field, ...]:
    """Ask for a new password and for the same again."""
    return (
        Text(
            key="password",
            label=name or _("&New password"),
            hint=_("{least} characters or more").format(least=SHORTEST_PASSWORD),
            secret=True,
            required=True,
            half=True,
        ),
        Text(key="again", label=_("The same &again"), secret=True, required=True, half=True),
    )


class PasswordSheet(Sheet):
    """A sheet with ``password_fields``; two that differ, or a short one, are refused in place."""

    @override
    def problems(self) -> list[tuple[str, str]]:
        found = super().problems()
        values = self.values()
        if found or "password" not in values:
            return found
        try:
            check_password(values["password"])
        except Refusal as refusal:
            return [("password", refusal.words())]
        if values["password"] != values["again"]:
            return [("again", _("The two passwords are not the same. Type the second one again."))]
        return []
