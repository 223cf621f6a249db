"""The forms about files: what new ones are, what is said of one, that only paper is kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QDialog, QWidget

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.attachment import Attachment, AttachmentKind, EvidenceSort
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases.attachments.attaching import (
    AttachFile,
    DescribeAttachment,
    attach_file,
    describe_attachment,
    keep_files,
)
from mediator_desk.usecases.attachments.door import Admitted
from mediator_desk.words import _, n_, p_
from ui.errands import Errands
from ui.forms.case_desk import choices_of, uuid_of
from ui.forms.sheet import Choice, Count, Day, Field, Moment, Sheet, Text, Tick, Words
from ui.forms.sheet_dialog import SheetDialog

_EVIDENCE = ("kind", (AttachmentKind.EVIDENCE.value,))
_IDENTITY = ("kind", (AttachmentKind.IDENTITY.value,))
_NAMED = 3

KINDS = tuple(
    kind
    for kind in AttachmentKind
    if kind not in (AttachmentKind.SIGNED_PAGE, AttachmentKind.ISSUED_PAPER)
)
"""What a person may say a file is for; the others are made by the program itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileDesk:
    """The record whose files are spoken of. ``done`` gets the changes and words for the notice."""

    parent: QWidget
    desk: Desk
    errands: Errands
    about: UUID
    number: str
    parties: Sequence[tuple[str, str]]
    done: Callable[[Changes, str], object]


def add_dialog(at: FileDesk, files: Sequence[Admitted]) -> QDialog:
    """Ask what new files are, before they are kept."""
    said = n_("{count} file kept", "{count} files kept", len(files)).format(count=len(files))
    return _dialog(
        at,
        title=_("Add to the files, {number}").format(number=at.number),
        fields=(*_common(at), *_of_evidence(at, moment=False), *_of_identity(at, paper=True)),
        verb=_("&Keep"),
        job=partial(_attach, at, files),
        said=said,
        values={"kind": _first_kind(at).value},
        explain=_names(files),
    )


def paper_dialog(at: FileDesk) -> QDialog:
    """Note that a paper copy lies in the volume and nothing is stored here."""
    fields: tuple[Field, ...] = (
        *_common(at),
        Count(key="pages", label=_("&Pages"), required=True, half=True),
        *_of_evidence(at, moment=False),
    )
    kind = AttachmentKind.IDENTITY if at.parties else AttachmentKind.OTHER
    return _dialog(
        at,
        title=_("Only a paper copy, {number}").format(number=at.number),
        fields=fields,
        verb=_("&Keep"),
        job=partial(_note_paper, at),
        said=_("paper copy noted"),
        values={"kind": kind.value, "pages": 1},
        explain=_("Nothing is stored here; the volume says that the paper copy is in it."),
    )


def describe_dialog(at: FileDesk, one: Attachment, seen: str = "") -> QDialog:
    """Say more about a file, or correct it; ``seen`` tells who looked at an identity paper."""
    return _dialog(
        at,
        title=_("About “{name}”").format(name=one.title),
        fields=(
            *_common(at),
            *_of_evidence(at, moment=True),
            *_of_identity(at, paper=False),
        ),
        verb=_("&Keep"),
        job=partial(_describe, at, one),
        said=_("file described"),
        values={
            "kind": one.kind.value,
            "caption": one.caption,
            "party": "" if one.party is None else str(one.party),
            "evidence": "" if one.evidence is None else one.evidence.value,
            "original": one.original,
            "taken_at": one.taken_at,
            "taken_where": one.taken_where,
            "taken_by": one.taken_by,
            "provider": one.provider,
            "provided_on": one.provided_on,
            "consent_on": one.consent_on,
        },
        explain="\n".join(words for words in (one.name, seen) if words),
    )


def _dialog(
    at: FileDesk,
    *,
    title: str,
    fields: Sequence[Field],
    verb: str,
    job: Callable[[dict[str, Any]], Callable[[], Changes]],
    said: str,
    values: Mapping[str, Any],
    explain: str,
) -> QDialog:
    sheet = Sheet(fields)
    sheet.fill(values)
    sheet.settle()
    return SheetDialog(
        at.parent,
        title=title,
        sheet=sheet,
        verb=verb,
        errands=at.errands,
        job=job,
        then=lambda changes: at.done(changes, said),
        explain=explain,
        width=44.0,
    )


def _first_kind(at: FileDesk) -> AttachmentKind:
    return AttachmentKind.EVIDENCE if at.parties else AttachmentKind.OTHER


def _common(at: FileDesk) -> tuple[Field, ...]:
    kinds = choices_of(KINDS, label)
    fields: list[Field] = [
        Choice(key="kind", label=_("&What it is for"), choices=kinds, as_list=True, required=True),
        Text(key="caption", label=_("C&aption: what is to be seen")),
    ]
    if at.parties:
        fields.append(
            Choice(key="party", label=_("Whose it &is"), choices=at.parties, as_list=True)
        )
    return tuple(fields)


def _of_evidence(at: FileDesk, *, moment: bool) -> tuple[Field, ...]:
    """Ask what makes a picture worth something as evidence."""
    today, calendar = _today(at), at.desk.books.calendar
    when: list[Field] = [
        Moment(
            key="taken_at",
            label=_("Taken a&t"),
            today=today,
            calendar=calendar,
            past=True,
            when=_EVIDENCE,
        )
    ]
    return (
        Choice(
            key="evidence",
            label=_("S&ort of evidence"),
            choices=choices_of(EvidenceSort, label),
            as_list=True,
            half=True,
            when=_EVIDENCE,
        ),
        Text(key="provider", label=_("P&rovided by"), half=True, when=_EVIDENCE),
        Day(
            key="provided_on",
            label=_("Provided o&n"),
            today=today,
            calendar=calendar,
            past=True,
            half=True,
            when=_EVIDENCE,
        ),
        Tick(
            key="original",
            label=_("It is the ori&ginal, no copy"),
            half=True,
            when=_EVIDENCE,
        ),
        Text(key="taken_where", label=_("Taken wh&ere"), half=True, when=_EVIDENCE),
        Text(key="taken_by", label=_("Taken &by"), half=True, when=_EVIDENCE),
        *(when if moment else ()),
    )


def _of_identity(at: FileDesk, *, paper: bool) -> tuple[Field, ...]:
    fields: list[Field] = [
        Words(
            key="why",
            label=_(
                "A copy of an identity paper is sensitive: that person agrees to it separately, "
                "or only the paper copy is kept. Every view is noted."
            ),
            when=_IDENTITY,
        ),
        Day(
            key="consent_on",
            label=_("Agree&d to a copy on"),
            today=_today(at),
            calendar=at.desk.books.calendar,
            past=True,
            half=True,
            when=_IDENTITY,
        ),
    ]
    if paper:
        fields.append(
            Tick(key="on_paper", label=_("Keep only the paper cop&y"), half=True, when=_IDENTITY)
        )
    return tuple(fields)


def _attach(
    at: FileDesk, files: Sequence[Admitted], values: dict[str, Any]
) -> Callable[[], Changes]:
    asked = AttachFile(**_said(at, values))
    if not values.get("on_paper"):
        return partial(keep_files, at.desk, asked, files)
    pages = sum(one.pages for one in files)
    name = label(AttachmentKind.IDENTITY)
    return partial(attach_file, at.desk, replace(asked, on_paper=True, name=name, pages=pages))


def _note_paper(at: FileDesk, values: dict[str, Any]) -> Callable[[], Changes]:
    asked = AttachFile(
        **_said(at, values),
        on_paper=True,
        name=values["caption"].strip() or label(AttachmentKind(values["kind"])),
        pages=values["pages"],
    )
    return partial(attach_file, at.desk, asked)


def _describe(at: FileDesk, one: Attachment, values: dict[str, Any]) -> Callable[[], Changes]:
    said = _said(at, values)
    del said["about"]
    asked = DescribeAttachment(attachment=one.id, **said, taken_at=values.get("taken_at"))
    return partial(describe_attachment, at.desk, asked)


def _said(at: FileDesk, values: dict[str, Any]) -> dict[str, Any]:
    """Give what was said about a file, as the use cases ask for it."""
    sort = values.get("evidence")
    return {
        "about": at.about,
        "kind": AttachmentKind(values["kind"]),
        "caption": values["caption"],
        "party": uuid_of(values.get("party")),
        "evidence": EvidenceSort(sort) if sort else None,
        "taken_where": values.get("taken_where") or "",
        "taken_by": values.get("taken_by") or "",
        "provider": values.get("provider") or "",
        "provided_on": values.get("provided_on"),
        "original": bool(values.get("original")),
        "consent_on": values.get("consent_on"),
    }


def _names(files: Sequence[Admitted]) -> str:
    """Name the files, the first few of many."""
    names = [one.name for one in files]
    shown = p_("list mark", ", ").join(names[:_NAMED])
    more = len(names) - _NAMED
    if more <= 0:
        return shown
    return n_("{names} and {count} more", "{names} and {count} more", more).format(
        names=shown, count=more
    )


def _today(at: FileDesk) -> Callable[[], Any]:
    return lambda: local_day(at.desk.now())
