"""A kept file put into words for a list, and the files of a record for its side pane."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtGui import QImage

from mediator_desk.labels import label
from mediator_desk.records.attachment import Attachment, AttachmentKind
from mediator_desk.words import _, n_, p_
from ui.said import day_said, moment_said
from ui.tokens import Tone
from ui.widgets.file_list import FileLine
from ui.widgets.link_row import Link
from ui.widgets.side_pane import Section

_TONES: dict[AttachmentKind, Tone] = {
    AttachmentKind.IDENTITY: "warning",
    AttachmentKind.OTHER: "quiet",
}


def line_of(
    one: Attachment, now: datetime, *, party: str, here: bool, picture: QImage | None
) -> FileLine:
    """Say what a file is, whose, from when, how many pages, and whether it is here."""
    state, tone = _state(one, here=here)
    return FileLine(
        id=one.id,
        title=one.title,
        meta=" · ".join(part for part in _meta(one, now, party) if part),
        kind=label(one.kind),
        kind_tone=_TONES.get(one.kind, "accent"),
        state=state,
        state_tone=tone,
        picture=None if picture is None or picture.isNull() else picture,
        sign="lock" if one.kind is AttachmentKind.IDENTITY else "document",
    )


def files_section(files: Sequence[Attachment], open_files: Callable[[], object]) -> Section:
    """Tell how many files of which kind there are, as a row that opens them."""
    kinds = dict.fromkeys(one.kind for one in files)
    counted = [
        p_("files", "{kind} {count}").format(
            kind=label(kind), count=sum(one.kind is kind for one in files)
        )
        for kind in kinds
    ]
    count = len(files)
    text = n_("{count} file", "{count} files", count).format(count=count)
    return Section(
        heading=_("Files"),
        links=(
            Link(
                text=text if files else _("Add photos, scans or PDFs"),
                do=open_files,
                aside=" · ".join(counted) or _("They can also be dropped here."),
            ),
        ),
    )


def _meta(one: Attachment, now: datetime, party: str) -> list[str]:
    pages = n_("{count} page", "{count} pages", one.pages).format(count=one.pages)
    taken_at = None if one.kind is AttachmentKind.IDENTITY else one.taken_at
    return [
        party or one.provider,
        pages if one.pages > 1 or one.on_paper else "",
        _("taken {when}").format(when=moment_said(taken_at, now)) if taken_at else "",
        one.taken_where,
        one.taken_by if one.taken_by != party else "",
        _("agreed {when}").format(when=day_said(one.consent_on, now)) if one.consent_on else "",
        _("added {when}").format(when=moment_said(one.at, now)),
    ]


def _state(one: Attachment, *, here: bool) -> tuple[str, Tone]:
    if one.on_paper:
        return _("paper copy only"), "quiet"
    if not here:
        return _("on its way"), "warning"
    if one.kind is AttachmentKind.EVIDENCE and one.original:
        return _("original"), "good"
    return "", "quiet"
