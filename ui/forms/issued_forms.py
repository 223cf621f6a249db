"""Forms about signed pages: what a person sees on one, and which page a scan is."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.issued_paper import Ink, SignedPage
from mediator_desk.rows import Changes
from mediator_desk.rules.issued_papers import PaperState, places_on
from mediator_desk.usecases.issuing.scans import (
    CorrectInk,
    MatchScan,
    ScannedPage,
    ScansTaken,
    correct_ink,
    match_scan,
)
from mediator_desk.words import _
from ui.errands import Errands
from ui.forms.case_desk import choices_of
from ui.forms.sheet import Choice, Count, Sheet
from ui.forms.sheet_dialog import SheetDialog


def ink_dialog(
    parent: QWidget,
    *,
    desk: Desk,
    errands: Errands,
    state: PaperState,
    page: SignedPage,
    done: Callable[[Changes], object],
) -> QDialog:
    """Ask what stands at each place of a signed page; it counts before what was reckoned."""
    places = places_on(state.issued, page.page)
    fields = [
        Choice(
            key=str(at),
            label=place.named,
            choices=choices_of(Ink, label),
            required=True,
        )
        for at, place in enumerate(places)
    ]

    def job(values: dict[str, Any]) -> Callable[[], Changes]:
        ink = tuple(Ink(values[str(at)]) for at in range(len(places)))
        return partial(correct_ink, desk, CorrectInk(signed_page=page.id, ink=ink))

    return _dialog(
        parent,
        title=_("Signatures, {title}, page {page}").format(
            title=state.issued.title, page=page.page
        ),
        sheet=_filled(fields, {str(at): ink.value for at, ink in enumerate(page.ink)}),
        verb=_("&Keep"),
        errands=errands,
        job=job,
        done=done,
        explain=_("Look at the scan and say of each place whether it is signed."),
    )


def match_dialog(
    parent: QWidget,
    *,
    desk: Desk,
    errands: Errands,
    states: Sequence[PaperState],
    page: ScannedPage,
    done: Callable[[ScansTaken], object],
) -> QDialog:
    """Ask which page of which issued paper a scan shows."""
    fields = [
        Choice(
            key="mark",
            label=_("&Paper"),
            choices=[(one.issued.mark, _named(one)) for one in states],
            as_list=True,
            required=True,
        ),
        Count(key="number", label=_("Pa&ge"), required=True, half=True),
    ]

    def job(values: dict[str, Any]) -> Callable[[], ScansTaken]:
        asked = MatchScan(page=page, mark=values["mark"], number=values["number"])
        return partial(match_scan, desk, asked)

    return _dialog(
        parent,
        title=_("Which page is it? {file}, page {sheet}").format(file=page.file, sheet=page.sheet),
        sheet=_filled(fields, {"mark": states[0].issued.mark, "number": 1}),
        verb=_("&Keep"),
        errands=errands,
        job=job,
        done=done,
        explain=_("Its mark cannot be read. The number of the page stands in its foot."),
    )


def _named(state: PaperState) -> str:
    return _("{title}, issue {number}").format(title=state.issued.title, number=state.issued.issue)


def _filled(fields: Sequence[Any], values: dict[str, Any]) -> Sheet:
    sheet = Sheet(fields)
    sheet.fill(values)
    sheet.settle()
    return sheet


def _dialog(
    parent: QWidget,
    *,
    title: str,
    sheet: Sheet,
    verb: str,
    errands: Errands,
    job: Callable[[dict[str, Any]], Callable[[], Any]],
    done: Callable[[Any], object],
    explain: str,
) -> QDialog:
    return SheetDialog(
        parent,
        title=title,
        sheet=sheet,
        verb=verb,
        errands=errands,
        job=job,
        then=done,
        explain=explain,
    )
