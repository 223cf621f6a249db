"""Disputes on the command line: log one, carry it on, list them, show one whole."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from mediator_desk.commands.answers import Answer, columns
from mediator_desk.commands.arguments import Commands, command
from mediator_desk.commands.codes import coded, iso, last_day
from mediator_desk.commands.complaints import Misuse
from mediator_desk.commands.numbers import Known
from mediator_desk.commands.options import Arguments, Parser, whole_number
from mediator_desk.commands.requests import fields_of, read_request
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.dispute import Dispute, Stage
from mediator_desk.refusals import NotFound
from mediator_desk.rows import Changes, DisputeFilter, DisputeRow
from mediator_desk.rules.durations import CHINA
from mediator_desk.usecases.catalogue import USECASES, UseCase
from mediator_desk.usecases.log_dispute import LogDispute, log_dispute
from mediator_desk.words import N_, _

_PAGE = 500
_ON_A_SCREEN = 50


def add_to(commands: "Commands[Parser]") -> None:
    """Add ``log``, ``do`` and ``list``."""
    log = command(
        commands,
        "log",
        does=_("log one dispute"),
        example="log --file request.json --json",
        run=log_one,
    )
    log.add_argument("--file", type=Path, required=True, metavar="REQUEST.json")
    do = command(
        commands,
        "do",
        does=_("do any other use case by its name"),
        example="do accept-dispute --file request.json",
        run=do_usecase,
    )
    do.add_argument("usecase", nargs="?", default="", metavar="USECASE")
    do.add_argument("--file", type=Path, metavar="REQUEST.json")
    do.add_argument(
        "--list", action="store_true", dest="name_all", help=_("name them all with their fields")
    )
    listing = command(
        commands,
        "list",
        does=_("list disputes, newest first"),
        example="list --search 停车 --state logged",
        run=list_disputes,
    )
    listing.add_argument("--search", default="", metavar=_("TEXT"))
    listing.add_argument("--state", action="append", default=[], metavar=_("STATE"))
    listing.add_argument("--place", default="", metavar=_("CODE"))
    listing.add_argument("--limit", type=whole_number, metavar="N")


def log_one(asked: Arguments, around: Surroundings) -> Answer:
    """Log a dispute from its request."""
    with around.visit() as visit:
        desk = visit.desk
        request = read_request(asked.file, LogDispute, Known(desk))
        changes = log_dispute(desk, request)
        case = desk.queries.case_file(changes.of(Dispute.TABLE)[0]).dispute
    return Answer(
        json={"id": case.id, "number": case.number, **_touched(changes)},
        lines=[_("{number} is logged.").format(number=case.number)],
    )


def do_usecase(asked: Arguments, around: Surroundings) -> Answer:
    """Do a use case from its request, or name them all."""
    if asked.name_all:
        return _named(USECASES)
    found = _meant(asked.usecase, USECASES)
    if asked.file is None:
        raise Misuse(N_("Give the request with --file REQUEST.json; do --list names its fields."))
    usecase = USECASES[found]
    with around.visit() as visit:
        request = read_request(asked.file, usecase.request, Known(visit.desk))
        changes = usecase.run(visit.desk, request)
    return Answer(
        json={"usecase": found, **_touched(changes)},
        lines=[
            _("Done: {usecase}.").format(usecase=found),
            *(f"  {one.table} {one.id}" for one in changes.touched),
        ],
    )


def list_disputes(asked: Arguments, around: Surroundings) -> Answer:
    """List disputes; ``--json`` gives them all unless a limit is set."""
    stages = tuple(coded(Stage, one) for one in asked.state)
    limit = asked.limit if asked.limit is not None or asked.json else _ON_A_SCREEN
    with around.visit() as visit:
        names = place_names(visit.desk)
        place = place_code(asked.place, names)
        wanted = DisputeFilter(text=asked.search, stages=stages, division=place, limit=_PAGE)
        rows = list(_paged(visit.desk, wanted, limit))
    lines = columns([_line(row, names) for row in rows])
    if not rows:
        lines = [_("No dispute was found.")]
    elif asked.limit is None and len(rows) == limit:
        more = _("Only the newest {count} are shown; --limit N shows more.")
        lines.append(more.format(count=limit))
    return Answer(json=[_plain(row, names) for row in rows], lines=lines)


def _paged(desk: Desk, wanted: DisputeFilter, limit: int | None) -> Iterator[DisputeRow]:
    """Give all rows, page after page by the key of the last, or the first so many."""
    left = limit
    while left is None or left > 0:
        size = _PAGE if left is None else min(left, _PAGE)
        page = desk.queries.disputes(replace(wanted, limit=size))
        yield from page
        if len(page) < size:
            return
        wanted = replace(wanted, before=page[-1].key)
        left = None if left is None else left - len(page)


def _plain(row: DisputeRow, names: Mapping[str, str]) -> dict[str, Any]:
    """Tell one row to programs."""
    return {
        "id": row.id,
        "number": row.number,
        "volume_no": row.volume_no,
        "title": row.title,
        "topic": row.topic.value,
        "place": _where(row, names),
        "division": row.division,
        "parties": row.parties,
        "state": row.stage.value,
        "outcome": row.outcome.value,
        "route": row.route.value,
        "mediator": row.mediator_name,
        "logged_at": iso(row.logged_at),
        "due_on": last_day(row.due_at),
    }


def _line(row: DisputeRow, names: Mapping[str, str]) -> tuple[str, ...]:
    """Tell one row to people."""
    due = last_day(row.due_at)
    about = row.title or row.text
    return (
        row.number,
        f"{row.logged_at.astimezone(CHINA):%Y-%m-%d}",
        label(row.stage),
        label(row.topic),
        str(due or ""),
        _short(_where(row, names), 24),
        _short("、".join(row.parties), 16),
        _short(about, 40),
    )


def _where(row: DisputeRow, names: Mapping[str, str]) -> str:
    """Say where it is: the division, then estate, building and unit."""
    return " ".join(one for one in (names.get(row.division, ""), row.place) if one)


def _short(text: str, most: int) -> str:
    """Keep a text on one line and within its column."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def place_names(desk: Desk) -> dict[str, str]:
    """Name every place of the directory, and those we added, by code or id."""
    names = {str(one.id): one.name for one in desk.queries.added_places()}
    return names | {code: one.name for code, one in desk.books.divisions.items()}


def place_code(said: str, names: Mapping[str, str]) -> str:
    """Read a place by its code, its id or its name. Raises ``NotFound``."""
    wanted = said.strip()
    if not wanted or wanted in names:
        return wanted
    found = [code for code, name in names.items() if name == wanted]
    if len(found) == 1:
        return found[0]
    if found:
        raise Misuse(
            N_("Several places are called {name}. Say which by its code: {codes}."),
            name=wanted,
            codes="、".join(found),
        )
    raise NotFound(N_("There is no place {name}."), name=wanted)


def _touched(changes: Changes) -> dict[str, Any]:
    """Tell what a use case touched, and the piece that ``do undo`` takes back."""
    return {
        "piece": changes.piece,
        "touched": [
            {"table": one.table, "id": one.id, "group": one.group} for one in changes.touched
        ],
    }


def _meant(said: str, usecases: Mapping[str, object]) -> str:
    """Find a use case by its name, or by the one word that tells it. Raises ``Misuse``."""
    if said in usecases:
        return said
    found = [name for name in usecases if said and said in name.split("-")]
    if len(found) == 1:
        return found[0]
    raise Misuse(
        N_("There is no use case “{said}”. Choose one of: {known}."),
        said=said,
        known="、".join(found or usecases),
    )


def _named(usecases: Mapping[str, UseCase]) -> Answer:
    """Name every use case with its fields; one that must be given has a star."""
    told = [{"usecase": one.name, "fields": fields_of(one.request)} for one in usecases.values()]
    lines = []
    for one in usecases.values():
        lines.append(one.name)
        for field in fields_of(one.request):
            star = "*" if field["required"] else " "
            choices = field.get("choices")
            shown = (
                f": {', '.join(one for one in choices if one)}" if isinstance(choices, list) else ""
            )
            lines.append(f"  {star} {field['name']} ({field['type']}){shown}")
    return Answer(json=told, lines=lines)
