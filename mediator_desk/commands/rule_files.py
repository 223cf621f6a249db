"""Files of rules and forms on the command line: list, take in, sign, show, drop."""

from pathlib import Path

from mediator_desk.commands.answers import Answer, columns
from mediator_desk.commands.arguments import Commands, command
from mediator_desk.commands.codes import iso
from mediator_desk.commands.options import Arguments, Parser
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.remarks import Day
from mediator_desk.usecases.form_files import EVIDENCE
from mediator_desk.usecases.rule_files import (
    YAML,
    DropRuleFile,
    RuleFilePreview,
    RuleFileRow,
    TakeRuleFile,
    drop_rule_file,
    list_rule_files,
    preview_rule_file,
    show_rule_file,
    sign_rule_file,
    take_rule_file,
)
from mediator_desk.words import _, n_


def add_to(commands: "Commands[Parser]") -> None:
    """Add the commands that look at files of rules, and those that change which hold."""
    does = _("calendars, rule sets and forms: see them, take new ones in")
    rules = commands.add_parser("rules", help=does, description=does)
    inner = rules.add_subparsers(metavar=_("WHAT"), required=True)
    _add_looking(inner)
    _add_changing(inner)


def _add_looking(inner: "Commands[Parser]") -> None:
    """Add ``rules list``, ``show`` and ``sample``."""
    command(
        inner,
        "list",
        does=_("list the files of rules that hold"),
        example="rules list --json",
        run=list_all,
    )
    show = command(
        inner,
        "show",
        does=_("show the text of a file of rules"),
        example="rules show calendars/2026",
        run=show_one,
    )
    show.add_argument("name", metavar=_("NAME"))
    sample = command(
        inner,
        "sample",
        does=_("print a form with made-up facts, as it holds or as a file would have it"),
        example="rules sample F28.yaml -o F28.pdf",
        run=sample_one,
    )
    sample.add_argument("file", type=Path, metavar=_("FILE|NAME"))
    sample.add_argument("-o", dest="out", type=Path, metavar="FILE.pdf", required=True)


def _add_changing(inner: "Commands[Parser]") -> None:
    """Add ``rules take``, ``sign`` and ``drop``."""
    take = command(
        inner,
        "take",
        does=_("take a calendar, a rule set or a form in, or say what it would change"),
        example="rules take 2027.toml --source 国办发明电〔2026〕7号",
        run=take_one,
    )
    take.add_argument("file", type=Path, metavar="FILE")
    take.add_argument("--source", default="", metavar=_("TEXT"), help=_("where it comes from"))
    take.add_argument("--preview", action="store_true", help=_("only say what would change"))
    take.add_argument(
        "--official",
        action="store_true",
        help=_("an official form, by the file the district signed"),
    )
    sign = command(
        inner,
        "sign",
        does=_("sign a file of rules for the stations that trust this one as hub"),
        example="rules sign 2027.toml",
        run=sign_one,
    )
    sign.add_argument("file", type=Path, metavar="FILE")
    drop = command(
        inner,
        "drop",
        does=_("drop what was taken in; the carried file holds again"),
        example="rules drop calendars/2027",
        run=drop_one,
    )
    drop.add_argument("name", metavar=_("NAME"))


def list_all(asked: Arguments, around: Surroundings) -> Answer:  # noqa: ARG001 - as all commands
    """List the files of rules that hold."""
    with around.visit() as visit:
        rows = list_rule_files(visit.desk)
    lines = columns([(one.about.name, str(one.about.title), _standing(one)) for one in rows])
    lines += [f"{one.about.name}: {one.unfit.words()}" for one in rows if one.unfit is not None]
    return Answer(json=[_told(one) for one in rows], lines=lines)


def take_one(asked: Arguments, around: Surroundings) -> Answer:
    """Take a file in, or only say what it would change."""
    if asked.file.suffix.lower() in YAML:
        # Printed once with made-up facts: a label that no font holds is refused now, not later.
        around.late("sample")(asked, around)
    request = TakeRuleFile(file=asked.file, source=asked.source, official=asked.official)
    with around.visit() as visit:
        found = preview_rule_file(visit.desk, asked.file, official=asked.official)
        if not asked.preview:
            take_rule_file(visit.desk, request)
    head = _("{title} would hold:") if asked.preview else _("{title} holds from now on:")
    lines = [head.format(title=found.about.title), *(f"  {one}" for one in found.said())]
    if found.signed_by:
        lines.append(_("Signed by {name}; the signature is right.").format(name=found.signed_by))
    return Answer(json={"taken": not asked.preview, **_told_preview(found)}, lines=lines)


def sample_one(asked: Arguments, around: Surroundings) -> Answer:
    """Print a form with made-up facts."""
    return around.late("sample")(asked, around)


def sign_one(asked: Arguments, around: Surroundings) -> Answer:
    """Write the signature beside the file."""
    with around.visit() as visit:
        beside = sign_rule_file(visit.desk, asked.file)
    said = _("The signature is in {file}. Carry both files.").format(file=beside)
    return Answer(json={"file": str(beside)}, lines=[said])


def show_one(asked: Arguments, around: Surroundings) -> Answer:
    """Show the text of a file."""
    with around.visit() as visit:
        text = show_rule_file(visit.desk, asked.name)
    return Answer(json={"name": asked.name, "text": text}, lines=text.splitlines())


def drop_one(asked: Arguments, around: Surroundings) -> Answer:
    """Go back to the carried file."""
    with around.visit() as visit:
        changes = drop_rule_file(visit.desk, DropRuleFile(name=asked.name))
    moved = len(changes.of("deadline"))
    lines = [_("{name} was dropped.").format(name=asked.name), moved_said(changes)]
    return Answer(json={"dropped": asked.name, "moved": moved}, lines=[one for one in lines if one])


def moved_said(changes: Changes) -> str:
    """Say how many dates moved, if any."""
    count = len(changes.of("deadline"))
    said = n_("{count} date moved.", "{count} dates moved.", count)
    return said.format(count=count) if count else ""


def _standing(row: RuleFileRow) -> str:
    """Say since when a file holds and where it comes from."""
    if row.taken_in is None:
        origin = _("came with the program")
    else:
        day = Day(local_day(row.taken_in.taken_in_at))
        origin = _("taken in on {day}, from {source}").format(day=day, source=row.taken_in.source)
    sure = _(EVIDENCE[row.about.evidence])
    since = row.about.effective_from
    held = _("holds from {day}").format(day=Day(since)) if since else ""
    return " · ".join(one for one in (row.about.source, sure, held, origin) if one)


def _told(row: RuleFileRow) -> dict[str, object]:
    """Tell a file of rules to programs."""
    taken_in = row.taken_in
    return {
        "name": row.about.name,
        "title": str(row.about.title),
        "source": taken_in.source if taken_in is not None else row.about.source,
        "effective_from": row.about.effective_from,
        "evidence": row.about.evidence or None,
        "year": row.about.year,
        "carried": row.carried,
        "taken_in_at": None if taken_in is None else iso(taken_in.taken_in_at),
        "signed_by": "" if taken_in is None else taken_in.signed_by,
        "unfit": None if row.unfit is None else row.unfit.words(),
    }


def _told_preview(found: RuleFilePreview) -> dict[str, object]:
    """Tell what changes to programs."""
    return {
        "name": found.about.name,
        "replaces": found.replaces,
        "signed_by": found.signed_by,
        "changes": [str(one) for one in found.says],
        "moved": [
            {
                "clock": one.after.id,
                "rule": one.after.rule,
                "number": one.number,
                "from": iso(one.before.due_at),
                "to": iso(one.after.due_at),
            }
            for one in found.moved
        ],
    }
