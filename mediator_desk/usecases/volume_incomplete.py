"""A volume that is put away although it is not complete: what is kept of it."""

from dataclasses import replace

from mediator_desk.ports import Desk, Work
from mediator_desk.records.dispute import Dispute
from mediator_desk.records.volume import VolumeNote
from mediator_desk.refusals import Refusal
from mediator_desk.rows import CaseFile
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.remarks import Listed
from mediator_desk.rules.volume_check import Checked, check_volume, has_volume
from mediator_desk.words import N_


def lacking(desk: Desk, file: CaseFile) -> Checked | None:
    """Give what was found in the volume of a case, if it has one that is not complete."""
    if not has_volume(file):
        return None
    checked = check_volume(desk.books.volume, file)
    return None if checked.complete else checked


def keep_why_incomplete(desk: Desk, work: Work, dispute: Dispute, reason: str) -> None:
    """Keep in the note on the volume why it is archived as it is. Raises ``Refusal`` without why.

    A note that was written before is reason enough: it is what a reader of the volume finds.
    """
    checked = lacking(desk, desk.queries.case_file(dispute.id))
    if checked is None:
        return
    notes = work.of(VolumeNote, dispute.id)
    if not reason:
        if notes:
            return
        raise Refusal(
            N_(
                "The volume is not complete: {papers}. Complete it, or say why it is archived "
                "as it is."
            ),
            papers=Listed(tuple(line.title for line in checked.lacking)),
        )
    if notes:
        work.put(replace(notes[-1], text=f"{notes[-1].text}\n{reason}"))
        return
    work.add(
        VolumeNote(
            id=desk.new_id(),
            dispute=dispute.id,
            text=reason,
            filed_by=desk.person.name,
            filed_on=local_day(desk.now()),
            by=desk.person.id,
        )
    )
