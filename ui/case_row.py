"""The line of the list that stands for a whole file."""

from mediator_desk.rows import CaseFile, DisputeRow


def row_of(file: CaseFile) -> DisputeRow:
    """Make the line of the list that stands for a whole file."""
    dispute = file.dispute
    return DisputeRow(
        key=0,
        id=dispute.id,
        number=dispute.number,
        volume_no=dispute.volume_no,
        title=dispute.title,
        text=dispute.text,
        parties=tuple(party.name for party in file.parties),
        topic=dispute.topic,
        place=file.place,
        division=dispute.division,
        stage=dispute.stage,
        outcome=dispute.outcome,
        route=dispute.route,
        mediator=dispute.mediator,
        mediator_name=file.name(dispute.mediator),
        logged_at=dispute.logged_at,
        due_at=None,
        clashes=len(file.clashes),
    )
