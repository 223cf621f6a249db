"""Read a printed volume back: which case it holds, told from the file inside it."""

from mediator_desk.commands.answers import Answer, columns
from mediator_desk.commands.codes import shown
from mediator_desk.commands.options import Arguments
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.labels.kinds import kind_label
from mediator_desk.paper.attaching import attached
from mediator_desk.records.values import to_values
from mediator_desk.troubles import DiskTrouble
from mediator_desk.usecases.papers.case_record import CaseRead, read_case
from mediator_desk.words import N_, _

_LARGEST = 512 * 1024 * 1024


def read_volume(asked: Arguments, _around: Surroundings) -> Answer:
    """Tell what the record inside a PDF says; no station is needed. Raises ``PaperUnreadable``."""
    try:
        with asked.file.open("rb") as opened:
            pdf = opened.read(_LARGEST)
    except OSError as error:
        raise DiskTrouble(
            N_("{file} cannot be read. See whether it is still there, and copy it to this PC."),
            file=asked.file,
        ) from error
    read = read_case(attached(pdf))
    return Answer(json=_told(read), lines=_said(read))


def _told(read: CaseRead) -> dict[str, object]:
    """Give the whole case for programs."""
    return {
        "about": read.about,
        "changed_at": read.case.changed_at,
        "dispute": read.case.dispute,
        "records": [
            {"kind": one.TABLE, "id": one.id, "version": one.version, "values": to_values(one)}
            for one in read.case.records
        ],
    }


def _said(read: CaseRead) -> list[str]:
    """Say which case it is, and count what is there."""
    about = read.about
    numbers = "  ".join(one for one in (about.number, about.volume_no) if one)
    where = "  ".join(one for one in (about.place, about.committee or about.team) if one)
    counts = [(kind_label(kind), str(count)) for kind, count in read.counted().items()]
    changed = _("As of {moment}").format(moment=shown(read.case.changed_at))
    return [numbers, *([where] if where else []), changed, *columns(counts)]
