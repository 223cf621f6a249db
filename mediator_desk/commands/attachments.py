"""Files of a dispute (or a topic, a whistle …) on the command line: add, list, save."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from mediator_desk.commands.answers import Answer, columns
from mediator_desk.commands.arguments import Commands, command
from mediator_desk.commands.codes import coded, iso, moment_or_day
from mediator_desk.commands.complaints import Misuse
from mediator_desk.commands.files import write_whole
from mediator_desk.commands.numbers import Known
from mediator_desk.commands.options import Arguments, Parser
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.labels import label
from mediator_desk.records.attachment import (
    Attachment,
    AttachmentKind,
    AttachmentView,
    EvidenceSort,
)
from mediator_desk.usecases.attachments.attaching import AttachFile, attach_file, in_order
from mediator_desk.usecases.attachments.door import GivenFile
from mediator_desk.usecases.attachments.reading import ReadAttachment, read_attachment
from mediator_desk.words import N_, _, n_

_T = TypeVar("_T")


def add_to(commands: "Commands[Parser]") -> None:
    """Add ``attach``, ``attachments`` and ``attachment save``."""
    _add_attach(commands)
    listing = command(
        commands,
        "attachments",
        does=_("list the files of a dispute, a topic, a whistle …"),
        example="attachments 古楼-2026-7 --json",
        run=list_attachments,
    )
    listing.add_argument("number", metavar="NUMBER|ID")
    does = _("save one file that is kept with a record")
    one = commands.add_parser("attachment", help=does, description=does)
    verbs = one.add_subparsers(metavar=_("WHAT"), required=True)
    saving = command(
        verbs,
        "save",
        does=_("save a file; the view of an identity paper is noted"),
        example="attachment save ID -o ceiling.jpg",
        run=save_attachment,
    )
    saving.add_argument("id", type=UUID, metavar="ID")
    saving.add_argument("-o", dest="out", type=Path, required=True, metavar=_("FILE"))


def _add_attach(commands: "Commands[Parser]") -> None:
    attach = command(
        commands,
        "attach",
        does=_("keep pictures and PDFs with a dispute, a topic, a whistle …"),
        example="attach 古楼-2026-7 ceiling.jpg --kind evidence --caption 屋顶漏水处",
        run=attach_files,
    )
    attach.add_argument("number", metavar="NUMBER|ID")
    attach.add_argument("files", nargs="*", type=Path, metavar=_("FILE"))
    attach.add_argument("--kind", required=True, help=_("what the files are for"))
    attach.add_argument("--caption", default="", help=_("what is to be seen"))
    attach.add_argument("--party", default=None, help=_("the party it belongs to, by name or id"))
    attach.add_argument("--sort", default=None, help=_("which sort of evidence it is"))
    attach.add_argument("--taken-at", default=None, metavar=_("MOMENT"))
    attach.add_argument("--taken-by", default="", metavar=_("NAME"))
    attach.add_argument("--taken-where", default="", metavar=_("PLACE"))
    attach.add_argument("--provider", default="", help=_("who provided it"))
    attach.add_argument("--provided-on", default=None, metavar=_("DAY"))
    attach.add_argument("--original", action="store_true", help=_("it is the original"))
    attach.add_argument(
        "--consent-on",
        default=None,
        metavar=_("DAY"),
        help=_("the day the person agreed to a copy of the identity paper being kept"),
    )
    attach.add_argument(
        "--on-paper", action="store_true", help=_("no file: only the paper copy is kept")
    )
    attach.add_argument("--pages", type=int, default=1, help=_("pages of the paper copy"))


def attach_files(asked: Arguments, around: Surroundings) -> Answer:
    """Keep files with a record; all of them or none."""
    with around.visit() as visit:
        desk = visit.desk
        about = Known(desk).id_of("about", asked.number)
        changes = attach_file(desk, _request(asked, about, Known(desk, about)))
        added = changes.of(Attachment.TABLE)
    said = n_("{count} file is kept.", "{count} files are kept.", len(added))
    return Answer(
        json={"about": about, "attachments": list(added), "piece": changes.piece},
        lines=[said.format(count=len(added))],
    )


def list_attachments(asked: Arguments, around: Surroundings) -> Answer:
    """List the files of a record in their order."""
    with around.visit() as visit:
        about = Known(visit.desk).id_of("about", asked.number)
        kept = in_order(visit.desk.queries.attachments(about))
        here = visit.desk.queries.contents_here(about)
        views = visit.desk.queries.attachment_views(about)
    lines = columns([_said(one, here) for one in kept]) if kept else [_("There are no files yet.")]
    return Answer(json=[_told(one, here, views) for one in kept], lines=lines)


def save_attachment(asked: Arguments, around: Surroundings) -> Answer:
    """Save one file outside the store."""
    with around.visit() as visit:
        visit.house.check_target(asked.out)
        read = read_attachment(visit.desk, ReadAttachment(attachment=asked.id))
    write_whole(asked.out, read.data)
    said = _("{name} is in {file}.").format(name=read.attachment.name, file=asked.out)
    return Answer(json={"file": str(asked.out), "bytes": len(read.data)}, lines=[said])


def _request(asked: Arguments, about: UUID, known: Known) -> AttachFile:
    return AttachFile(
        about=about,
        kind=coded(AttachmentKind, asked.kind),
        files=tuple(GivenFile(path=str(one)) for one in asked.files),
        on_paper=asked.on_paper,
        pages=asked.pages,
        caption=asked.caption,
        party=_perhaps(asked.party, lambda said: known.id_of("party", said)),
        evidence=_perhaps(asked.sort, lambda said: coded(EvidenceSort, said)),
        taken_at=_perhaps(asked.taken_at, _moment),
        taken_by=asked.taken_by,
        taken_where=asked.taken_where,
        provider=asked.provider,
        provided_on=_perhaps(asked.provided_on, _day),
        original=asked.original,
        consent_on=_perhaps(asked.consent_on, _day),
    )


def _day(said: str) -> date:
    day = moment_or_day(said)
    if isinstance(day, datetime):
        raise Misuse(N_("“{said}” is a moment; give a day such as 2026-01-15."), said=said)
    return day


def _moment(said: str) -> datetime:
    moment = moment_or_day(said)
    if not isinstance(moment, datetime):
        raise Misuse(N_("“{said}” is a day; give a moment such as 2026-01-15T09:00."), said=said)
    return moment


def _perhaps(said: str | None, read: Callable[[str], _T]) -> _T | None:
    return None if said is None else read(said)


def _said(one: Attachment, here: frozenset[str]) -> tuple[str, ...]:
    where = _("on paper") if one.on_paper else "" if one.sha256 in here else _("on its way")
    pages = n_("{count} page", "{count} pages", one.pages).format(count=one.pages)
    return (str(one.id), label(one.kind), one.title, pages, where)


def _told(
    one: Attachment, here: frozenset[str], views: Sequence[AttachmentView]
) -> dict[str, object]:
    return {
        "id": one.id,
        "kind": one.kind.value,
        "name": one.name,
        "caption": one.caption,
        "media_type": one.media_type,
        "sha256": one.sha256,
        "size": one.size,
        "pages": one.pages,
        "on_paper": one.on_paper,
        "here": one.sha256 in here,
        "party": one.party,
        "evidence": None if one.evidence is None else one.evidence.value,
        "taken_at": iso(one.taken_at),
        "taken_by": one.taken_by,
        "taken_where": one.taken_where,
        "provider": one.provider,
        "provided_on": one.provided_on,
        "original": one.original,
        "consent_on": one.consent_on,
        "views": [
            {"at": iso(view.at), "by": view.by} for view in views if view.attachment == one.id
        ],
    }
