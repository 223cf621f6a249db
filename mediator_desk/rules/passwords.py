"""What a password must be: long enough, and nothing else that makes people write it down."""

from mediator_desk.refusals import Refusal
from mediator_desk.words import N_

SHORTEST_PASSWORD = 6


def check_password(password: str) -> None:
    """Refuse a password that is too short. Raises ``Refusal``."""
    if len(password) < SHORTEST_PASSWORD:
        raise Refusal(
            N_("The password needs {least} characters at least."), least=SHORTEST_PASSWORD
        )
