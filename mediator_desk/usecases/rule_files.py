"""Take a file of rules in from a stick, seeing first what it changes; or drop it again."""

from dataclasses import dataclass
from pathlib import Path

from mediator_desk.paper.form import is_paper_text
from mediator_desk.paper.form_files import paper_name_of
from mediator_desk.ports import Desk, Work
from mediator_desk.records.rule_file import RuleFile
from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.limits import read_limits
from mediator_desk.rules.remarks import Remark, remark
from mediator_desk.rules.roles import permit
from mediator_desk.rules.rule_files import (
    CALENDARS,
    About,
    calendar_changes,
    check_limits,
    limit_changes,
    name_of,
    text_changes,
)
from mediator_desk.troubles import DiskTrouble
from mediator_desk.usecases.form_files import about_file, paper_says
from mediator_desk.usecases.reckon_again import Moved, moved_clocks, put_moved
from mediator_desk.usecases.rule_file_text import bytes_of, text_of
from mediator_desk.words import N_

DEADLINES = "rule_sets/deadlines"
YAML = (".yaml", ".yml")
"""The endings of files that say how papers look; all others are TOML."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeRuleFile:
    """The file, and where the person has it from: saying so is vouching for it.

    A file beside which the signature of a trusted hub lies needs no source of its own. With
    ``official`` such a file may replace the blank of an official form too.
    """

    file: Path
    source: str = ""
    official: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DropRuleFile:
    """The name of a file that was taken in, such as ``calendars/2027``."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFilePreview:
    """What would change: the rules in words, and the dates that would move."""

    about: About
    text: str
    replaces: bool
    says: tuple[Remark, ...]
    moved: tuple[Moved, ...]
    signed_by: str = ""

    def said(self) -> tuple[Remark, ...]:
        """Say it all: first the rules, then the dates."""
        rules = self.says or (remark(N_("The rules in it are the same as now.")),)
        return (*rules, *(one.said() for one in self.moved))


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFileRow:
    """One file of rules in force; ``taken_in`` is missing while the carried one holds.

    ``unfit`` says why a file that was taken in cannot be read; then the carried one holds.
    """

    about: About
    carried: bool
    taken_in: RuleFile | None = None
    unfit: Refusal | None = None


def list_rule_files(desk: Desk) -> tuple[RuleFileRow, ...]:
    """List the files of rules that hold, calendars first."""
    texts, carried, unfit = desk.library.texts(), desk.library.carried(), desk.library.unfit()
    kept = sorted(desk.queries.rule_files(), key=lambda one: one.taken_in_at)
    taken_in = {one.name: one for one in kept}
    return tuple(
        RuleFileRow(
            about=about_file(name, texts.get(name, "")),
            carried=name in carried,
            taken_in=taken_in.get(name),
            unfit=unfit.get(name),
        )
        for name in sorted({*texts, *unfit})
    )


def show_rule_file(desk: Desk, name: str) -> str:
    """Give the text of a file of rules in force. Raises ``NotFound``."""
    texts = desk.library.texts()
    if name not in texts:
        raise NotFound(N_("There is no file of rules “{name}”. See: rules list."), name=name)
    return texts[name]


def preview_rule_file(desk: Desk, file: Path, *, official: bool = False) -> RuleFilePreview:
    """Read a file of rules and say what would change. Raises ``RuleFileUnfit``, ``DiskTrouble``."""
    permit(desk.person.role, "take-rule-file")
    with desk.open_work(desk.person.id) as work:
        return _preview(desk, work, file, official=official)


def take_rule_file(desk: Desk, asked: TakeRuleFile) -> Changes:
    """Take the file in, and move the dates it moves, in one piece of work."""
    with desk.work("take-rule-file") as work:
        found = _preview(desk, work, asked.file, official=asked.official)
        source = asked.source.strip() or (found.about.source if found.signed_by else "")
        if not (source or found.signed_by):
            raise Refusal(N_("Say where the file comes from, for example the notice's number."))
        work.add(
            RuleFile(
                id=desk.new_id(),
                name=found.about.name,
                text=found.text,
                source=source,
                signed_by=found.signed_by,
                taken_in_at=desk.now(),
                by=desk.person.id,
            )
        )
        put_moved(work, found.moved)
        return work.commit()


def sign_rule_file(desk: Desk, file: Path) -> Path:
    """Write this station's signature beside a file of rules; stations that trust it as hub see it.

    Raises ``RuleFileUnfit``, ``DiskTrouble``.
    """
    permit(desk.person.role, "sign-rule-file")
    content = bytes_of(file)
    text = text_of(content)
    desk.library.read({_name(desk, file, text): text})
    beside = signature_of(file)
    try:
        beside.write_bytes(desk.exchange.sign_file(content))
    except OSError as error:
        raise DiskTrouble(
            N_("The signature {file} cannot be written. Check the stick."), file=str(beside)
        ) from error
    return beside


def signature_of(file: Path) -> Path:
    """Name the file that holds the signature of another."""
    return file.with_name(f"{file.name}.sig")


def drop_rule_file(desk: Desk, asked: DropRuleFile) -> Changes:
    """Put aside what was taken in under a name; the carried file holds again, if there is one."""
    with desk.work("drop-rule-file") as work:
        kept = [one for one in work.every(RuleFile) if one.name == asked.name]
        if not kept:
            raise NotFound(
                N_("No file “{name}” was taken in here. See: rules list."), name=asked.name
            )
        for one in kept:
            work.remove(one)
        put_moved(work, moved_clocks(work, desk.library.read({asked.name: None})))
        return work.commit()


def _preview(desk: Desk, work: Work, file: Path, *, official: bool) -> RuleFilePreview:
    """Read a file by the very readers that will use it, and compare."""
    content = bytes_of(file)
    text = text_of(content)
    library = desk.library
    texts = library.texts()
    name, signer = _name(desk, file, text), _signer(desk, file, content)
    if official and not signer:
        raise Refusal(
            N_(
                "No signature of the district lies beside the file, so it cannot be taken in as "
                "official. Copy the file that ends in .sig too."
            )
        )
    then, now = library.read({name: text}), library.books
    if is_paper_text(name):
        says = paper_says(name, texts.get(name, ""), text, official=official)
    elif name.startswith(f"{CALENDARS}/"):
        says = calendar_changes(now.calendar, then.calendar)
    elif name == DEADLINES:
        carried = read_limits(library.carried()[DEADLINES])
        check_limits(carried, then.deadlines.limits, local_day(desk.now()))
        says = limit_changes(now.deadlines.limits, then.deadlines.limits)
    else:
        says = text_changes(texts.get(name, ""), text)
    return RuleFilePreview(
        about=about_file(name, text),
        text=text,
        replaces=name in texts,
        says=says,
        moved=moved_clocks(work, then),
        signed_by=signer,
    )


def _name(desk: Desk, file: Path, text: str) -> str:
    """Say which file a text stands for; how papers look is written in YAML."""
    if file.suffix.lower() in YAML:
        return paper_name_of(text, file.stem)
    known = [one for one in desk.library.texts() if not is_paper_text(one)]
    return name_of(text, file.stem, known)


def _signer(desk: Desk, file: Path, content: bytes) -> str:
    """Name the trusted hub whose signature lies beside the file. Raises ``BundleDamaged``."""
    beside = signature_of(file)
    return desk.exchange.file_signer(content, bytes_of(beside)) if beside.is_file() else ""
