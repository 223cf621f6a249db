"""Bundles on the command line: make one for a peer, take some in, see how it stands."""

from pathlib import Path

from mediator_desk.commands.answers import DONE, PARTLY, Answer, columns
from mediator_desk.commands.arguments import Commands, command
from mediator_desk.commands.codes import iso, shown
from mediator_desk.commands.options import Arguments, Parser
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.rows import BundleRow, Clash, PeerRow, Taken, TakenGroup
from mediator_desk.rules.roles import permit
from mediator_desk.troubles import BundleTrouble, DiskTrouble
from mediator_desk.usecases.exchange import (
    MakeBundle,
    TakeBundle,
    make_bundle,
    same_numbers,
    take_bundle,
)
from mediator_desk.words import _, n_


def add_to(commands: "Commands[Parser]") -> None:
    """Add ``bundle make``, ``take`` and ``status``."""
    does = _("exchange records with other stations by carried files")
    bundle = commands.add_parser("bundle", help=does, description=does)
    inner = bundle.add_subparsers(metavar=_("WHAT"), required=True)
    make = command(
        inner,
        "make",
        does=_("write what a peer does not have yet"),
        example="bundle make --to 新区调解队 -o outbox",
        run=make_one,
    )
    make.add_argument("--to", required=True, metavar="PEER", help=_("its name or id"))
    make.add_argument("-o", dest="out", type=Path, required=True, metavar=_("DIR"))
    take = command(
        inner,
        "take",
        does=_("take bundles in, or say what would come"),
        example="bundle take inbox/*.bundle --preview",
        run=take_some,
    )
    take.add_argument("files", type=Path, nargs="+", metavar="FILE")
    take.add_argument("--preview", action="store_true", help=_("only say what would come"))
    take.add_argument(
        "--confirm-clock",
        action="store_true",
        help=_("take it in although the sender's clock was wrong"),
    )
    command(
        inner,
        "status",
        does=_("say which stations are trusted and what went to and fro"),
        example="bundle status --json",
        run=show_status,
    )


def make_one(asked: Arguments, around: Surroundings) -> Answer:
    """Make a bundle for a peer."""
    with around.visit() as visit:
        permit(visit.desk.person.role, "make-bundle")
        asked.out.mkdir(parents=True, exist_ok=True)
        made = make_bundle(visit.desk, MakeBundle(peer=asked.to, folder=asked.out))
    files = [str(file) for file in made.files]
    said = n_("{count} change is in {file}.", "{count} changes are in {file}.", made.changes)
    if not files:
        said = _("The peer has everything already; nothing was written.")
    return Answer(
        json={
            "file": files[0] if files else None,
            "files": files,
            "changes": made.changes,
            "groups": made.groups,
            "attachments": made.attachments,
        },
        lines=[said.format(count=made.changes, file="、".join(files))],
    )


def take_some(asked: Arguments, around: Surroundings) -> Answer:
    """Take bundles in, one after the other; a bad one does not stop the others."""
    taken: list[tuple[Path, Taken]] = []
    refused: list[tuple[Path, BundleTrouble | DiskTrouble]] = []
    with around.visit() as visit:
        for file in asked.files:
            request = TakeBundle(
                file=file, preview=asked.preview, confirm_clock=asked.confirm_clock
            )
            try:
                taken.append((file, take_bundle(visit.desk, request)))
            except (BundleTrouble, DiskTrouble) as trouble:
                refused.append((file, trouble))
        remarks = same_numbers(visit.desk) if taken else ()
    if refused and not taken and len(refused) == 1:
        raise refused[0][1]
    exit_code = DONE
    if refused:
        exit_code = PARTLY if taken else refused[0][1].exit_code
    lines = [line for file, one in taken for line in _said(file, one, preview=asked.preview)]
    lines += [f"{file.name}: {trouble.words()}" for file, trouble in refused]
    told = _told(taken, refused) | {"remarks": remarks}
    return Answer(json=told, lines=[*lines, *remarks], exit_code=exit_code)


def show_status(asked: Arguments, around: Surroundings) -> Answer:  # noqa: ARG001 - as all commands
    """Say which peers are trusted and which bundles went to and fro."""
    with around.visit() as visit:
        peers, bundles = visit.desk.queries.peers(), visit.desk.queries.bundles()
        clashes = visit.desk.queries.clashes()
    lines = [
        *columns([(one.name, one.team, one.fingerprint) for one in peers]),
        *columns(
            [
                (
                    shown(one.at),
                    _("made for") if one.made else _("taken from"),
                    one.peer,
                    one.file,
                    n_("{count} change", "{count} changes", one.changes).format(count=one.changes),
                )
                for one in bundles
            ]
        ),
    ]
    if clashes:
        said = n_("{count} conflict to settle.", "{count} conflicts to settle.", len(clashes))
        lines.append(said.format(count=len(clashes)))
    told = _standing(peers, bundles, clashes)
    return Answer(json=told, lines=lines or [_("No other station is trusted here yet.")])


def _standing(
    peers: tuple[PeerRow, ...], bundles: tuple[BundleRow, ...], clashes: tuple[Clash, ...]
) -> dict[str, object]:
    """Tell programs how the exchange stands."""
    return {
        "peers": [
            {
                "id": one.id,
                "name": one.name,
                "team": one.team,
                "fingerprint": one.fingerprint,
                "hub": one.hub,
                "last_made_at": iso(one.last_made_at),
                "last_taken_at": iso(one.last_taken_at),
                "waiting": one.waiting,
            }
            for one in peers
        ],
        "bundles": [
            {
                "made": one.made,
                "peer": one.peer,
                "number": one.number,
                "file": one.file,
                "at": iso(one.at),
                "changes": one.changes,
                "result": one.result,
            }
            for one in bundles
        ],
        "to_settle": [
            {
                "table": one.table,
                "id": one.id,
                "field": one.field,
                "number": one.number,
                "in_force": one.in_force,
                "other": one.other,
            }
            for one in clashes
        ],
    }


def _told(
    taken: list[tuple[Path, Taken]], refused: list[tuple[Path, BundleTrouble | DiskTrouble]]
) -> dict[str, object]:
    """Tell what came to programs."""
    return {
        "new": sum(one.new for _file, one in taken),
        "changed": sum(one.changed for _file, one in taken),
        "to_settle": sum(one.to_settle for _file, one in taken),
        "waiting": sum(one.waiting for _file, one in taken),
        "already": sum(one.already for _file, one in taken),
        "moved": sum(one.moved for _file, one in taken),
        "attachments": sum(one.attachments for _file, one in taken),
        "on_their_way": taken[-1][1].on_their_way if taken else 0,
        "refused": [
            {"file": str(file), "error": trouble.code, "message": trouble.words()}
            for file, trouble in refused
        ],
        "bundles": [
            {
                "file": str(file),
                "sender": one.sender,
                "number": one.number,
                "missed": one.missed,
                "groups": [_told_group(group) for group in one.groups],
            }
            for file, one in taken
        ],
    }


def _told_group(group: TakenGroup) -> dict[str, object]:
    """Tell one group that came to programs."""
    return {
        "what": group.what,
        "name": group.name,
        "new": group.new,
        "changes": group.changes,
        "clashes": group.clashes,
        "why": _(group.why),
    }


def _said(file: Path, taken: Taken, *, preview: bool) -> list[str]:
    """Tell people what came with one bundle."""
    head = _("{file} from {sender} would bring:") if preview else _("{file} from {sender} brought:")
    counts = _(
        "{new} new, {changed} changed, {to_settle} to settle, {waiting} waiting, {already} known"
    )
    lines = [
        head.format(file=file.name, sender=taken.sender),
        "  "
        + counts.format(
            new=taken.new,
            changed=taken.changed,
            to_settle=taken.to_settle,
            waiting=taken.waiting,
            already=taken.already,
        ),
    ]
    for group in taken.groups:
        said = n_("{count} change", "{count} changes", group.changes).format(count=group.changes)
        why = f" ({_(group.why)})" if group.why else ""
        lines.append(f"    {group.name}: {said}{why}")
    lines += [f"    {said}" for said in _said_files(taken)]
    if taken.moved:
        said = n_("{count} date moved.", "{count} dates moved.", taken.moved)
        lines.append("    " + said.format(count=taken.moved))
    if taken.missed:
        said = _("Earlier bundles from there never came: {numbers}. Ask for them again.")
        lines.append(said.format(numbers="、".join(str(one) for one in taken.missed)))
    return lines


def _said_files(taken: Taken) -> list[str]:
    """Tell how many attachments came and how many are still on their way."""
    lines = []
    if taken.attachments:
        said = n_("{count} attachment came.", "{count} attachments came.", taken.attachments)
        lines.append(said.format(count=taken.attachments))
    if taken.on_their_way:
        said = n_(
            "{count} attachment is on its way; a later bundle brings it.",
            "{count} attachments are on their way; a later bundle brings them.",
            taken.on_their_way,
        )
        lines.append(said.format(count=taken.on_their_way))
    return lines
