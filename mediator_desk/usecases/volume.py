"""Looking a volume through: how each of its papers stands."""

from mediator_desk.ports import Desk
from mediator_desk.refusals import Refusal
from mediator_desk.rows import CaseFile
from mediator_desk.rules.volume_check import Checked, check_volume, has_volume
from mediator_desk.usecases.sign_agreement import NO_COMMITTEE
from mediator_desk.words import N_


def looked_through(desk: Desk, file: CaseFile) -> Checked:
    """Say how each paper of the volume stands. Raises ``Refusal`` when the case has none."""
    if file.committee is None:
        raise Refusal(NO_COMMITTEE)
    if not has_volume(file):
        raise Refusal(
            N_("{number} is not accepted yet. Accept it first."), number=file.dispute.number
        )
    return check_volume(desk.books.volume, file)
