"""Keeping the store safe: back it up, bring it back, prove that it is whole."""

from pathlib import Path

from mediator_desk.commands.answers import DONE, Answer
from mediator_desk.commands.arguments import Commands, command
from mediator_desk.commands.complaints import BROKEN, Misuse
from mediator_desk.commands.options import Arguments, Parser
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.ports import Verdict
from mediator_desk.rules.roles import permit
from mediator_desk.words import N_, _, n_


def add_to(commands: "Commands[Parser]") -> None:
    """Add ``backup``, ``restore`` and ``verify``."""
    backup = command(
        commands,
        "backup",
        does=_("write a backup of the store and its key file, and check it"),
        example="backup -o gulou-2026-08-01.backup",
        run=back_up,
    )
    backup.add_argument("-o", dest="out", type=Path, required=True, metavar="FILE")
    restore = command(
        commands,
        "restore",
        does=_("put a backup into a new folder"),
        example="restore gulou-2026-08-01.backup --data NEWDIR",
        run=restore_backup,
    )
    restore.add_argument("file", type=Path, metavar="FILE")
    command(
        commands,
        "verify",
        does=_("check the store against its journal"),
        example="verify --json",
        run=verify_store,
    )


def back_up(asked: Arguments, around: Surroundings) -> Answer:
    """Write a backup and check it."""
    with around.visit() as visit:
        permit(visit.desk.person.role, "backup")
        verdict = visit.house.backup(visit.desk, asked.out)
    return _judged(verdict, _("The backup is in {file}.").format(file=asked.out))


def restore_backup(asked: Arguments, around: Surroundings) -> Answer:
    """Put a backup into a folder that has no station yet, unlock it and check it."""
    if asked.data is None:
        raise Misuse(N_("Say with --data into which new folder the backup is to go."))
    house = around.house()
    house.restore(asked.file, house.folder)
    with around.visit() as visit:
        verdict = visit.house.verify(visit.desk)
    return _judged(verdict, _("The backup is restored in {folder}.").format(folder=house.folder))


def verify_store(asked: Arguments, around: Surroundings) -> Answer:  # noqa: ARG001 - as all commands
    """Check the store."""
    with around.visit() as visit:
        verdict = visit.house.verify(visit.desk)
    return _judged(verdict, _("The store was checked."))


def _judged(verdict: Verdict, done: str) -> Answer:
    """Tell what a check found."""
    count = n_("{count} dispute.", "{count} disputes.", verdict.disputes)
    whole = _("Everything is in order.") if verdict.ok else _("It is not in order:")
    return Answer(
        json={"ok": verdict.ok, "disputes": verdict.disputes, "problems": verdict.problems},
        lines=[
            done,
            f"{whole} {count.format(count=verdict.disputes)}",
            *(f"  {_(problem)}" for problem in verdict.problems),
        ],
        exit_code=DONE if verdict.ok else BROKEN,
    )
