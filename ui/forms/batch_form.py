"""What is to be printed of many disputes: which paper, for whom, in which order, and where to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QDialog, QWidget

from mediator_desk.labels import label
from mediator_desk.paper.pdf import Printed
from mediator_desk.ports import Desk
from mediator_desk.records.entry import Json
from mediator_desk.rows import CaseFile, DisputeFilter, DisputeRow
from mediator_desk.rules.case_order import CaseOrder
from mediator_desk.rules.masking_levels import USUAL_COLUMNS, ListColumn, Masking
from mediator_desk.usecases.papers.list_facts import ListHead
from mediator_desk.usecases.print_batch import PrintBatch
from mediator_desk.usecases.print_list import PAPER as LIST
from mediator_desk.usecases.print_list import PrintList, print_list
from mediator_desk.usecases.print_papers import PaperName, sort_of
from mediator_desk.usecases.remembering import RememberChoice, remember_choice, remembered
from mediator_desk.usecases.select_cases import SelectCases, in_order, select_cases
from mediator_desk.words import _, n_
from ui.dialogs.batch_folder import BatchFolder
from ui.dialogs.batch_preview import BatchPreview
from ui.dialogs.preview import PreviewDialog
from ui.errands import Errands
from ui.files import FileQuestions
from ui.forms.case_papers import NAMES
from ui.forms.sheet import Choice, Many, Sheet, Text, Words
from ui.forms.sheet_dialog import SheetDialog
from ui.notices import Notices
from ui.widgets.verb import without_mnemonic

_PLACE = "batch"
_CHOSEN, _MATCHING = "chosen", "matching"
_ONE, _EACH = "one", "each"
_KEPT = ("paper", "level", "order", "into")


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchDesk:
    """What printing many disputes needs from the pane that asks for it.

    ``rows`` are the marked ones, ``wanted`` is the filter of the list and ``matching`` says how
    many meet it; ``open_case`` shows a case by what it was asked for by.
    """

    window: QWidget
    desk: Desk
    errands: Errands
    notices: Notices
    fonts: Path
    rows: tuple[DisputeRow, ...]
    wanted: DisputeFilter
    matching: str
    open_case: Callable[[UUID], object]
    files: FileQuestions


def open_batch_form(at: BatchDesk) -> None:
    """Read what was chosen last, then ask."""
    at.errands.run(partial(remembered, at.desk, _PLACE), owner=at.window, then=partial(_ask, at))


def batch_sheet(at: BatchDesk, kept: Mapping[str, Json]) -> Sheet:
    """Make the questions, filled with what was chosen last."""
    sheet = Sheet(
        (
            Choice(key="which", label=_("&Which"), choices=_which(at)),
            Choice(key="paper", label=_("&Paper"), choices=_papers(), as_list=True, half=True),
            Choice(
                key="order",
                label=_("Or&der"),
                choices=[(one.value, label(one)) for one in CaseOrder],
                as_list=True,
                half=True,
            ),
            Choice(
                key="level",
                label=_("&For whom"),
                choices=[(one.value, label(one)) for one in Masking],
                when=("paper", (PaperName.SUMMARY.value, LIST)),
            ),
            Words(
                label=_("One person has one pseudonym throughout; numbers are masked."),
                when=("level", (Masking.DEPARTMENT.value, Masking.PUBLIC.value)),
            ),
            Choice(
                key="into",
                label=_("&Into"),
                choices=[(_ONE, _("one PDF")), (_EACH, _("a file for each"))],
                when=("paper", tuple(code for code, _words in _papers() if code != LIST)),
            ),
            Many(
                key="columns",
                label=_("&Columns"),
                choices=[(one.value, label(one)) for one in ListColumn],
                when=("paper", (LIST,)),
            ),
            Words(
                label=_("With none ticked, the usual columns stand there."), when=("paper", (LIST,))
            ),
            Text(key="title", label=_("&Title"), when=("paper", (LIST,)), half=True),
            Text(
                key="contact",
                label=_("The office's pho&ne"),
                when=("paper", (LIST,)),
                half=True,
            ),
        )
    )
    first = {
        "which": _CHOSEN if at.rows else _MATCHING,
        "paper": PaperName.SUMMARY.value,
        "order": CaseOrder.NUMBER.value,
        "level": Masking.INTERNAL.value,
        "into": _ONE,
    }
    known = {name: kept[name] for name in _KEPT if isinstance(kept.get(name), str)}
    sheet.fill(first | known)
    return sheet


def _ask(at: BatchDesk, kept: Mapping[str, Json]) -> None:
    SheetDialog(
        at.window,
        title=_("Print many disputes"),
        explain=_("What cannot be printed is listed at the end; it never stops the others."),
        sheet=batch_sheet(at, kept),
        verb=_("&Make"),
        errands=at.errands,
        job=partial(_job, at),
        then=partial(_begin, at),
        width=38.0,
    ).open()


def _which(at: BatchDesk) -> list[tuple[str, str]]:
    """Offer the marked ones and all that match, each with its count."""
    offered = []
    if at.rows:
        chosen = n_("{count} chosen", "{count} chosen", len(at.rows))
        offered.append((_CHOSEN, chosen.format(count=len(at.rows))))
    every = _("all {count} found").format(count=at.matching)
    return [*offered, (_MATCHING, every)]


def _papers() -> list[tuple[str, str]]:
    """Offer the papers of a case, and the list."""
    papers = [
        (one.value, without_mnemonic(_(NAMES[one])))
        for one in NAMES
        if sort_of(one).about is CaseFile
    ]
    return [*papers, (LIST, _("List of disputes"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chosen:
    """What was decided: which disputes in which order, and what with them."""

    numbers: tuple[str, ...]
    values: Mapping[str, Any]

    @property
    def level(self) -> Masking:
        """Give the level; papers without one are internal."""
        if self.values["paper"] not in (PaperName.SUMMARY.value, LIST):
            return Masking.INTERNAL
        return Masking(self.values.get("level") or Masking.INTERNAL)


def _job(at: BatchDesk, values: dict[str, Any]) -> Callable[[], _Chosen]:
    """Find the disputes, when there is something to find."""
    return partial(_choose, at, values)


def _choose(at: BatchDesk, values: dict[str, Any]) -> _Chosen:
    order = CaseOrder(values["order"] or CaseOrder.NUMBER)
    if values["which"] == _MATCHING:
        rows: Sequence[DisputeRow] = select_cases(
            at.desk, SelectCases(filter=at.wanted, order=order)
        )
    else:
        rows = in_order(list(at.rows), order)
    kept: dict[str, Json] = {name: values[name] for name in _KEPT if values.get(name)}
    remember_choice(at.desk, RememberChoice(place=_PLACE, values=kept))
    return _Chosen(numbers=tuple(str(row.id) for row in rows), values=values)


def _begin(at: BatchDesk, chosen: _Chosen) -> None:
    """Open the window that shows the batch, or write it into a folder."""
    if chosen.values["paper"] == LIST:
        _open_list(at, chosen)
        return
    asked = PrintBatch(
        numbers=chosen.numbers, paper=PaperName(chosen.values["paper"]), level=chosen.level
    )
    name = without_mnemonic(_(NAMES[asked.paper]))
    title = n_("{paper} of {count} dispute", "{paper} of {count} disputes", len(asked.numbers))
    title = title.format(paper=name, count=f"{len(asked.numbers):,}")
    open_case = partial(_open_case, at)
    dialog: QDialog
    if chosen.values.get("into") == _EACH:
        folder = at.files.to_fill(at.window, _("The folder for the files"))
        if folder is None:
            return
        dialog = BatchFolder(
            at.window, title=title, desk=at.desk, asked=asked, fonts=at.fonts, folder=folder,
            errands=at.errands, files=at.files, open_case=open_case,
        )  # fmt: skip
    else:
        dialog = BatchPreview(
            at.window, title=title, desk=at.desk, asked=asked, fonts=at.fonts,
            errands=at.errands, notices=at.notices, files=at.files, open_case=open_case,
        )  # fmt: skip
    dialog.open()


def _open_list(at: BatchDesk, chosen: _Chosen) -> None:
    """Show the list; a public one that says too much says so in place of its pages."""
    values = chosen.values
    columns = tuple(ListColumn(one) for one in values["columns"]) or USUAL_COLUMNS[chosen.level]
    request = PrintList(
        numbers=chosen.numbers,
        level=chosen.level,
        columns=columns,
        head=ListHead(title=values["title"].strip(), contact=values["contact"].strip()),
    )
    PreviewDialog(
        at.window,
        title=_("List of disputes · {level}").format(level=label(chosen.level)),
        make=partial(_list, at, request),
        errands=at.errands,
        notices=at.notices,
        desk=at.desk,
    ).open()


def _list(at: BatchDesk, request: PrintList) -> Printed:
    return print_list(at.desk, request, at.fonts)


def _open_case(at: BatchDesk, asked: str) -> None:
    at.open_case(UUID(asked))
