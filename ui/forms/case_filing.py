"""Dialogs at the end of a volume: the note on its condition, and its filing."""

from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QDialog

from mediator_desk.labels import label
from mediator_desk.records.volume import Retention
from mediator_desk.rows import CaseFile
from mediator_desk.usecases.volume_papers import FileVolume, NoteVolume, file_volume, note_volume
from mediator_desk.words import _
from ui.forms.case_desk import CaseDesk
from ui.forms.case_volume import past_day
from ui.forms.sheet import Choice, Text


def volume_note_dialog(at: CaseDesk) -> QDialog:
    """Write what a reader of the volume must know of its condition."""
    dispute = at.file.dispute
    old = at.file.volume_notes[-1] if at.file.volume_notes else None

    return at.sheet(
        title=_("Note on the volume, {number}").format(number=at.number),
        fields=(
            Text(key="text", label=_("&What must be known"), lines=5, required=True),
            Text(key="filed_by", label=_("&Filed by"), half=True, required=True),
            past_day(at, "filed_on", _("File&d on"), required=True),
            Text(key="checked_by", label=_("Checked b&y"), half=True),
            past_day(at, "checked_on", _("C&hecked on")),
        ),
        verb=_("&Keep"),
        usecase=note_volume,
        request=lambda values: NoteVolume(dispute=dispute.id, **values),
        said=_("note on the volume written"),
        values={
            "text": "" if old is None else old.text,
            "filed_by": at.desk.person.name if old is None else old.filed_by,
            "filed_on": at.today if old is None else old.filed_on,
            "checked_by": "" if old is None else old.checked_by,
            "checked_on": None if old is None else old.checked_on,
        },
        explain=_("For example what is missing and why, or what is kept elsewhere."),
    )


def filing_dialog(at: CaseDesk) -> QDialog:
    """File the volume: by whom, when, and how long it is kept; the desk only proposes."""
    dispute = at.file.dispute
    old = at.file.filings[-1] if at.file.filings else None
    proposed = at.desk.books.volume.propose(dispute.category, _at_stake(at.file))

    def request(values: dict[str, Any]) -> FileVolume:
        return FileVolume(
            dispute=dispute.id,
            retention=Retention(values["retention"]),
            filed_by=values["filed_by"],
            filed_on=values["filed_on"],
            remark=values["remark"],
        )

    return at.sheet(
        title=_("File the volume, {number}").format(number=at.number),
        fields=(
            Choice(key="retention", label=_("K&ept for"), choices=_kept_for(at), required=True),
            Text(key="filed_by", label=_("&Filed by"), half=True, required=True),
            past_day(at, "filed_on", _("File&d on"), required=True),
            Text(key="remark", label=_("Re&mark"), lines=2),
        ),
        verb=_("&Keep"),
        usecase=file_volume,
        request=request,
        said=_("volume filed"),
        values={
            "retention": (proposed if old is None else old.retention).value,
            "filed_by": at.desk.person.name if old is None else old.filed_by,
            "filed_on": at.today if old is None else old.filed_on,
            "remark": "" if old is None else old.remark,
        },
        explain=_("Proposed: {kept}. The committee decides.").format(kept=label(proposed)),
    )


def _kept_for(at: CaseDesk) -> list[tuple[str, str]]:
    """Name the classes with their years."""
    named = []
    for one in Retention:
        years = at.desk.books.volume.years(one)
        words = _("{kept}, {years} years") if years else "{kept}"
        named.append((one.value, words.format(kept=label(one), years=years)))
    return named


def _at_stake(file: CaseFile) -> Decimal:
    return sum((one.amount for one in file.obligations if one.amount is not None), Decimal(0))
