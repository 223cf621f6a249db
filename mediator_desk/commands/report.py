"""Statistics and ledgers from the command line: figures on the screen, workbooks and CSV."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from mediator_desk.commands.answers import Answer, columns
from mediator_desk.commands.complaints import Misuse, mention
from mediator_desk.commands.files import write_whole
from mediator_desk.commands.options import Arguments
from mediator_desk.commands.surroundings import Surroundings, Visit
from mediator_desk.ledgers.writing import Rows, Sheet, write_workbook
from mediator_desk.ledgers.writing_csv import write_csv
from mediator_desk.paper.pdf import Printed
from mediator_desk.ports import Desk
from mediator_desk.rows.statistics import Change, Figure, FigureGroup, Statistics
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.periods import Period, month_of, read_period
from mediator_desk.usecases.export_ledger import ExportLedger, export_ledger, ledger_layout
from mediator_desk.usecases.organisation import Organisation, organisation_of
from mediator_desk.usecases.report_papers import (
    print_case_table,
    print_ledger,
    print_organisation,
    print_table,
)
from mediator_desk.usecases.report_sheets import cases_sheet, organisation_sheet, topics_sheet
from mediator_desk.usecases.reporting import reporting
from mediator_desk.usecases.statistics import AskStatistics, statistics_of
from mediator_desk.words import N_, _, n_

_LEDGER = "ledger:"
_KNOWN = {
    "cases": N_("the official case table"),
    "organisation": N_("committees, mediators and funds"),
    "topics": N_("topics by place"),
}
_PDF = ".pdf"
_ENDINGS = (".xlsx", ".csv", _PDF)


def report(asked: Arguments, around: Surroundings) -> Answer:
    """Answer with a table, and write it where a file was named."""
    if asked.out is not None and asked.out.suffix.lower() not in _ENDINGS:
        raise Misuse(N_("Name a file that ends in .xlsx, .csv or .pdf."))
    with around.visit() as visit:
        if asked.list_tables:
            return _listed(visit.desk)
        if asked.out is not None:
            visit.house.check_target(asked.out)
        period = _period(visit.desk, asked)
        table = asked.table.removeprefix(_LEDGER)
        if table not in _KNOWN:
            return _ledger(visit, asked, table, (period, around.fonts))
        if table == "organisation":
            return _organisation(visit.desk, asked, period, around.fonts)
        return _figures(visit.desk, asked, period, around.fonts)


def _period(desk: Desk, asked: Arguments) -> Period:
    """Read the period; without one it is the last month that is over."""
    cut_off = reporting(desk).cut_off if asked.cut_off is None else asked.cut_off
    if asked.period:
        return read_period(asked.period, cut_off)
    return month_of(local_day(desk.now()), cut_off).before()


def _figures(desk: Desk, asked: Arguments, period: Period, fonts: Path) -> Answer:
    """Reckon the figures and tell or write them."""
    written_only = asked.written_only or reporting(desk).written_only
    request = AskStatistics(period=period, written_only=written_only, public=asked.public)
    found = statistics_of(desk, request)
    topics = asked.table == "topics"
    sheet = topics_sheet(desk, found) if topics else cases_sheet(desk, found)
    _write(asked.out, sheet, lambda: _paper(desk, found, sheet, fonts, topics=topics))
    groups = (
        [FigureGroup(name=found.topics[0].name, figures=(*found.topics, *found.places))]
        if topics
        else [*found.table, *found.intake]
    )
    told = {
        "unit": found.unit,
        **_told_period(period),
        "written_only": found.written_only,
        "public": asked.public,
        "figures": {one.key.code(): _told(one) for one in found.every()},
        "trend": _trend(found),
        "doubts": [str(one) for one in found.doubts],
        "file": _file(asked),
    }
    lines = [f"{found.unit}  {period}", *_said(groups), *map(str, found.doubts), *_left(asked)]
    return Answer(json=told, lines=lines)


def _organisation(desk: Desk, asked: Arguments, period: Period, fonts: Path) -> Answer:
    """Tell or write the table of committees, mediators and funds of the period's year."""
    found = organisation_of(desk, period.last_day)
    sheet = organisation_sheet(desk, found)
    _write(asked.out, sheet, lambda: print_organisation(desk, found, fonts))
    figures = {
        one.code: {"name": str(one.name), "unit": one.counted_in, "value": one.value}
        for group in found.groups
        for one in group.figures
    }
    told = {**_told_period(found.period), "figures": figures, "file": _file(asked)}
    return Answer(json=told, lines=[*_organised(found), *_left(asked)])


def _organised(found: Organisation) -> list[str]:
    rows = [
        (str(group.name), str(one.name), one.said() or "—", one.code)
        for group in found.groups
        for one in group.figures
    ]
    return [str(found.period), *columns(rows)]


def _ledger(visit: Visit, asked: Arguments, name: str, what: tuple[Period, Path]) -> Answer:
    """Write a superior's ledger."""
    period, fonts = what
    ledger_layout(visit.desk, name)
    if asked.public:
        raise Misuse(
            N_(
                "A ledger names people and is never public. Leave out --public, or choose the "
                "table cases or topics, or: print --paper case-list --masked public."
            )
        )
    if asked.out is None:
        raise Misuse(N_("Say where the ledger goes, with -o FILE.xlsx, FILE.csv or FILE.pdf."))
    if asked.out.suffix.lower() == _PDF:
        printed = print_ledger(visit.desk, name, period, fonts, full=asked.full)
        write_whole(asked.out, printed.pdf)
        pages = n_("{count} page is in {file}.", "{count} pages are in {file}.", printed.pages)
        return Answer(
            json={
                **_told_period(period),
                "ledger": name,
                "pages": printed.pages,
                "file": str(asked.out),
            },
            lines=[pages.format(count=printed.pages, file=asked.out)],
        )
    request = ExportLedger(file=asked.out, ledger=name, period=period, full=asked.full)
    written = export_ledger(visit.desk, request, progress=_progress)
    said = n_("{count} case is in {file}.", "{count} cases are in {file}.", written)
    return Answer(
        json={**_told_period(period), "ledger": name, "cases": written, "file": str(asked.out)},
        lines=[said.format(count=written, file=asked.out)],
    )


def _listed(desk: Desk) -> Answer:
    """Name the tables and ledgers there are."""
    known = {name: _(does) for name, does in _KNOWN.items()}
    known |= {f"{_LEDGER}{name}": str(one.called) for name, one in desk.books.ledgers.items()}
    told = [{"table": name, "title": title} for name, title in known.items()]
    return Answer(json=told, lines=columns(list(known.items())))


def _paper(
    desk: Desk, found: Statistics, table: tuple[Sheet, Rows], fonts: Path, *, topics: bool
) -> Printed:
    """Print a table: the official one has its blank, the topics are a plain list."""
    return print_table(desk, *table, fonts) if topics else print_case_table(desk, found, fonts)


def _write(file: Path | None, table: tuple[Sheet, Rows], printed: Callable[[], Printed]) -> None:
    """Write a table where a file was named."""
    if file is None:
        return
    sheet, rows = table
    if file.suffix.lower() == _PDF:
        write_whole(file, printed().pdf)
    elif file.suffix.lower() == ".csv":
        write_csv(file, sheet, rows)
    else:
        write_workbook(file, [(sheet, rows)])


def _progress(row: int) -> None:
    """Say how far the writing is, on one line of a terminal."""
    said = _("Row {row} …").format(row=row)
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{said} ")
        sys.stderr.flush()
    else:
        mention(said)


def _said(groups: list[FigureGroup]) -> list[str]:
    """Tell figures to people: value, share, and both changes."""
    rows = []
    for group in groups:
        for one in group.figures:
            rows.append(
                (
                    str(one.name),
                    f"{one.said()} {one.counted_in.value}",
                    "" if one.persons is None else f"{one.persons} 人",
                    one.share,
                    _moved(one.on_before),
                    _moved(one.on_year),
                )
            )
    head = (_("figure"), _("value"), "", _("share"), _("on the period before"), _("on the year"))
    return columns([head, *rows])


def _moved(change: Change | None) -> str:
    return "" if change is None else f"{change.difference:+} / {change.percent}"


def _told(one: Figure) -> dict[str, Any]:
    """Tell one figure to programs."""
    told: dict[str, Any] = {
        "name": str(one.name),
        "unit": one.counted_in.value,
        "value": one.value,
        "share": one.share,
        "before": _told_change(one.on_before),
        "year_before": _told_change(one.on_year),
    }
    return told if one.persons is None else {**told, "persons": one.persons}


def _told_change(change: Change | None) -> dict[str, Any] | None:
    if change is None:
        return None
    return {
        "value": change.before,
        "difference": change.difference,
        "percent": change.percent,
    }


def _trend(found: Statistics) -> list[Mapping[str, Any]]:
    return [
        {
            "month": one.month.code(),
            "logged": one.logged,
            "intake": one.intake,
            "total": one.total,
            "success": one.success,
        }
        for one in found.trend
    ]


def _told_period(period: Period) -> dict[str, Any]:
    return {"period": period.code(), "from": period.first_day, "to": period.last_day}


def _file(asked: Arguments) -> str | None:
    return None if asked.out is None else str(asked.out)


def _left(asked: Arguments) -> list[str]:
    if asked.out is None:
        return []
    return [_("The table is in {file}.").format(file=asked.out)]
