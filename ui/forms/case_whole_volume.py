"""The volume of a case beside it: how much is there, and what is to be done by which step."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.dispute import Stage
from mediator_desk.rows import CaseFile
from mediator_desk.rules.volume_check import Checked, Line, Need, check_volume, has_volume
from mediator_desk.rules.volume_held import Presence
from mediator_desk.words import _, n_, p_
from ui.forms.case_dialogs import DIALOGS
from ui.next_step import VERBS
from ui.tokens import Tone
from ui.widgets.link_row import Link
from ui.widgets.side_pane import Detail, Section
from ui.widgets.state_rows import StateRow
from ui.widgets.vote_meter import MeterBar, part_of

_SHOWN = (Stage.AGREED, Stage.CLOSED, Stage.ARCHIVED)
_FILES = frozenset({"attach-file", "describe-attachment"})
_PAPERS = "look-papers"
_TONES: dict[Presence, Tone] = {
    Presence.THERE: "good",
    Presence.MISSING: "danger",
    Presence.UNSIGNED: "warning",
    Presence.DOUBTFUL: "warning",
    Presence.ABSENT: "quiet",
}


def with_volume(
    desk: Desk,
    file: CaseFile,
    detail: Detail,
    steps: Sequence[str],
    mend: Callable[[str], object],
    preview: Callable[[], object],
) -> Detail:
    """Put the volume before the course of events: behind dates, agreement and ending.

    ``mend`` opens the dialog of one of the steps possible now, ``preview`` the whole volume.
    """
    possible = frozenset(steps) & frozenset(DIALOGS)
    sections = detail.sections
    at = next((n for n, one in enumerate(sections) if one.happenings is not None), len(sections))
    volume = _volume(desk, file, possible, mend, preview)
    return replace(detail, sections=[*sections[:at], *volume, *sections[at:]])


def _volume(
    desk: Desk,
    file: CaseFile,
    steps: frozenset[str],
    mend: Callable[[str], object],
    preview: Callable[[], object],
) -> list[Section]:
    """Say how the volume stands, once there is an agreement or an end."""
    if not has_volume(file) or file.dispute.stage not in _SHOWN:
        return []
    checked = check_volume(desk.books.volume, file)
    rows = [_row(line, steps, mend) for line in checked.lines if not line.done]
    rows += [_row(line, steps, mend) for line in checked.lines if line.done and line.required]
    return [
        Section(
            heading=_("Volume"),
            aside=p_("volume", "{there} of {required}").format(
                there=checked.there, required=checked.required
            ),
            meter=(_bar(checked),),
            rows=rows,
            text=_rest(checked),
            links=(
                Link(
                    text=_("Look at the whole volume"),
                    aside=_("cover, index with pages, all papers, back cover"),
                    do=preview,
                ),
            ),
        )
    ]


def _bar(checked: Checked) -> MeterBar:
    left = checked.required - checked.there
    told = (
        _("Complete: nothing is left to be done.")
        if checked.complete
        else n_(
            "{count} required paper is not in order yet.",
            "{count} required papers are not in order yet.",
            left,
        ).format(count=left)
        if left
        else _("All required papers are there; something else is to be looked at.")
    )
    return MeterBar(
        what=_("Required papers"),
        told=told,
        taking_part=part_of(checked.there, checked.required),
        agreeing=part_of(checked.there, checked.required),
    )


def _row(line: Line, steps: frozenset[str], mend: Callable[[str], object]) -> StateRow:
    steps = steps | _FILES | {_PAPERS} if steps else steps
    step = next((one.mend for one in line.findings if one.mend in steps), "")
    return StateRow(
        what=str(line.title),
        aside="\n".join(one.said.words() for one in line.findings),
        state=label(line.presence),
        tone=_TONES[line.presence],
        verb=_words(step),
        do=partial(mend, "files" if step in _FILES else step) if step else None,
    )


def _words(step: str) -> str:
    """Name what a button beside a paper of the volume does."""
    if step in _FILES:
        return _("Open the files")
    if step == _PAPERS:
        return _("Open the issued papers")
    return plain(_(VERBS[step])) if step else ""


def _rest(checked: Checked) -> str:
    """Name what is there though not required, and what there is none of."""
    there = [
        str(line.title)
        for line in checked.lines
        if line.done and not line.required and line.presence is Presence.THERE
    ]
    none = [
        str(line.title)
        for line in checked.lines
        if line.presence is Presence.ABSENT and line.need is not Need.NOT_HERE
    ]
    mark = p_("list mark", ", ")
    said = []
    if there:
        said.append(_("Also there: {papers}.").format(papers=mark.join(there)))
    if none:
        said.append(_("Only if there is one: {papers}.").format(papers=mark.join(none)))
    return "\n".join(said)


def plain(words: str) -> str:
    """Give the words of a verb without its mnemonic."""
    return words[: words.index("(&")] if "(&" in words else words.replace("&", "")
