"""Issued papers put into words: for the list of them, and for the side pane of their record."""

from collections.abc import Callable, Sequence
from datetime import datetime

from mediator_desk.labels import label
from mediator_desk.records.issued_paper import Ink
from mediator_desk.rules.issued_papers import Back, PaperState
from mediator_desk.usecases.issuing.scans import Match, ScannedPage
from mediator_desk.words import _, n_, p_
from ui.models.column import Column
from ui.said import moment_said
from ui.tokens import Tone
from ui.widgets.link_row import Link
from ui.widgets.side_pane import Section

_TONES: dict[Back, Tone] = {
    Back.NOTHING_TO_SIGN: "quiet",
    Back.OUT: "quiet",
    Back.IN_PART: "warning",
    Back.UNSIGNED: "danger",
    Back.UNSURE: "warning",
    Back.SIGNED: "good",
}
_WORST = (Back.UNSIGNED, Back.UNSURE, Back.IN_PART)


def issued_columns(now: Callable[[], datetime]) -> tuple[Column[PaperState], ...]:
    """Make the columns of the issued papers of a record."""
    return (
        Column(
            title=_("Paper"), text=lambda row: row.issued.title, strong=lambda _r: True,
            width=12, stretch=True,
        ),
        Column(title=_("Issue"), text=_issue, tone=_replaced_tone, width=5),
        Column(
            title=_("Issued"), text=lambda row: moment_said(row.issued.issued_at, now()), width=7,
            fold=1,
        ),
        Column(title=_("Pages back"), text=_pages, width=5, right=True, fold=2),
        Column(
            title=_("Signatures"), text=lambda row: label(row.back),
            tone=lambda row: _TONES[row.back], pill=True, width=6,
        ),
    )  # fmt: skip


def issued_section(states: Sequence[PaperState], open_papers: Callable[[], object]) -> Section:
    """Tell how many papers were issued and what is the worst of them, as a row that opens them."""
    count = len(states)
    held = {one.back for one in states if not one.replaced}
    worst = next((one for one in _WORST if one in held), None)
    text = n_("{count} paper issued", "{count} papers issued", count).format(count=count)
    return Section(
        heading=_("Issued papers"),
        links=(Link(text=text, do=open_papers, aside=label(worst) if worst is not None else ""),),
    )


def missing_said(state: PaperState) -> str:
    """Name the places that are empty or not sure, one under the other."""
    return "\n".join(
        _("Page {page}, {place}: {ink}").format(
            page=one.place.page,
            place=one.place.named,
            ink=label(one.ink or Ink.UNSURE),
        )
        for one in state.missing
    )


def page_said(page: ScannedPage) -> tuple[str, Tone]:
    """Say what became of one page of a scan."""
    where = _("{file}, page {sheet}").format(file=page.file, sheet=page.sheet)
    if page.issued is not None:
        what = _("{title}, page {page}").format(title=page.issued.title, page=page.page)
        words, tone = _matched(page.match, empty=any(one is not Ink.FOUND for one in page.ink))
        return p_("scan", "{where} → {what}: {words}").format(
            where=where, what=what, words=words
        ), tone
    if page.why is not None:
        return str(page.why), "danger"
    if page.match is Match.UNKNOWN:
        said = _("{where}: {mark} was not issued here.")
        return said.format(where=where, mark=page.mark), "warning"
    return _("{where}: no mark can be read.").format(where=where), "warning"


def _matched(match: Match, *, empty: bool) -> tuple[str, Tone]:
    if match is Match.AGAIN:
        return _("it was here already"), "quiet"
    if match is Match.REPLACED:
        return _("kept; a later issue has replaced this paper"), "warning"
    return (_("kept; look at the signatures"), "warning") if empty else (_("kept"), "good")


def _issue(row: PaperState) -> str:
    said = _("No. {number}, replaced") if row.replaced else _("No. {number}")
    return said.format(number=row.issued.issue)


def _replaced_tone(row: PaperState) -> Tone:
    return "quiet" if row.replaced else "plain"


def _pages(row: PaperState) -> str:
    return _("{back} of {count}").format(back=len(row.pages_back), count=row.issued.pages)
