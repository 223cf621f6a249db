"""Counting an owners' vote without a store, from a roster that holds the votes."""

from pathlib import Path

from mediator_desk.commands.answers import Answer
from mediator_desk.commands.arguments import Commands, command
from mediator_desk.commands.complaints import Misuse
from mediator_desk.commands.options import Arguments, Parser
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.refusals import NotFound
from mediator_desk.rules.ballots import read_ballots
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.heads_and_area import (
    Tally,
    UnitVote,
    square_metres,
    tally_area,
    tally_heads,
)
from mediator_desk.rules.joint_decision import Demanded, Outcome, count_vote, judge_demand
from mediator_desk.rules.joint_rules import ITEMS
from mediator_desk.rules.joint_said import short_said
from mediator_desk.rules.vote_roster import RosterUnfit, read_roster
from mediator_desk.troubles import DiskTrouble
from mediator_desk.usecases.owners_votes.counting import outcome_of
from mediator_desk.words import N_, _


def add_to(commands: "Commands[Parser]") -> None:
    """Add ``vote``."""
    vote = command(
        commands,
        "vote",
        does=_("count an owners' vote by heads and area, and say why"),
        example="vote roster.csv --item 7",
        run=count,
    )
    vote.add_argument("roster", type=Path, nargs="?", metavar="ROSTER.csv")
    what = vote.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--item",
        type=int,
        choices=ITEMS,
        metavar="1..9",
        help=_("the item of Civil Code 278 the matter falls under"),
    )
    what.add_argument(
        "--demand",
        metavar=_("NAME"),
        help=_("instead of a vote: do enough owners ask for this, such as audit"),
    )
    what.add_argument(
        "--number",
        metavar=_("NUMBER"),
        help=_("a vote kept at this desk; its own roster, ballots and rule set count"),
    )
    vote.add_argument("--rule-set", default="national", metavar=_("NAME"))


def count(asked: Arguments, around: Surroundings) -> Answer:
    """Count a vote, or those who demand something."""
    if asked.number:
        return _kept(asked, around)
    if asked.roster is None:
        raise Misuse(N_("Name the roster to be counted, such as: vote roster.csv --item 7"))
    votes, rules = _votes(asked.roster), around.books().joint
    if asked.demand:
        demanded = judge_demand(rules.demand(asked.demand), tally_heads(votes), tally_area(votes))
        return Answer(json=_told_demand(demanded), lines=_said_demand(demanded))
    outcome = count_vote(votes, rules, asked.rule_set, asked.item, local_day(around.now()))
    return Answer(json=told(outcome), lines=said(outcome))


def _kept(asked: Arguments, around: Surroundings) -> Answer:
    """Count a vote of this desk as far as its ballots are checked; it changes nothing."""
    if asked.roster is not None:
        raise Misuse(N_("A kept vote has its own roster. Leave the file or the number out."))
    with around.visit() as visit:
        queries = visit.desk.queries
        for row in queries.votes():
            if asked.number in (row.number, str(row.id)):
                file = queries.vote_file(row.id)
                ballots = read_ballots(file.units, file.entries)
                outcome = outcome_of(visit.desk.books.joint, file.vote, ballots)
                known = {"number": row.number, "state": row.state}
                return Answer(json={**known, **told(outcome)}, lines=said(outcome))
    raise NotFound(N_("There is no owners' vote {number}."), number=asked.number)


def told(outcome: Outcome) -> dict[str, object]:
    """Tell a count to programs."""
    heads, area = outcome.heads, outcome.area
    return {
        "passed": outcome.passed,
        "rule_set": outcome.rule.name,
        "item": outcome.item,
        "quorum": {"heads": heads.quorum, "area": area.quorum},
        "majority": {"heads": heads.majority, "area": area.majority},
        "heads": _whole(heads.tally),
        "area": {name: square_metres(value) for name, value in _whole(area.tally).items()},
        "short_by": _short(heads.short_by, area.short_by),
        "quorum_short_by": _short(heads.quorum_short_by, area.quorum_short_by),
        "majority_short_by": _short(heads.majority_short_by, area.majority_short_by),
        "because": [one.words() for one in outcome.because],
        "alternatives": [told(one) for one in outcome.alternatives],
    }


def said(outcome: Outcome) -> list[str]:
    """Tell a count to people."""
    lines = [_("passed") if outcome.passed else _("not passed")]
    missing = short_said(outcome.heads, outcome.area)
    if missing:
        lines.append(missing)
    lines += [f"  {one.words()}" for one in outcome.because]
    for one in outcome.alternatives:
        verdict = _("passed") if one.passed else _("not passed")
        lines.append(f"  {one.rule.title}: {verdict}")
    return lines


def _votes(file: Path) -> tuple[UnitVote, ...]:
    return read_roster(roster_text(file))


def roster_text(file: Path) -> str:
    """Read the text of a roster. Raises ``RosterUnfit``, ``DiskTrouble``."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise RosterUnfit(
            N_("The roster {file} is not UTF-8 text. Save it as CSV UTF-8."), file=str(file)
        ) from error
    except OSError as error:
        raise DiskTrouble(N_("The roster {file} cannot be read."), file=str(file)) from error


def _whole(tally: Tally) -> dict[str, int]:
    return {"all": tally.all, "taking_part": tally.taking_part, "agreeing": tally.agreeing}


def _short(heads: int, area: int) -> dict[str, object]:
    return {"heads": heads, "area": square_metres(area)}


def _told_demand(demanded: Demanded) -> dict[str, object]:
    """Tell to programs whether enough owners ask for something."""
    return {
        "granted": demanded.granted,
        "demand": demanded.demand.name,
        "heads": {"all": demanded.heads.all, "asking": demanded.heads.agreeing},
        "area": {
            "all": square_metres(demanded.area.all),
            "asking": square_metres(demanded.area.agreeing),
        },
        "short_by": _short(demanded.short_heads, demanded.short_area),
        "because": [one.words() for one in demanded.because],
    }


def _said_demand(demanded: Demanded) -> list[str]:
    """Tell to people whether enough owners ask for something."""
    verdict = _("enough owners ask for it")
    if not demanded.granted:
        verdict = _("not enough owners ask for it: short by {heads} owners, {area} m²").format(
            heads=demanded.short_heads, area=square_metres(demanded.short_area)
        )
    return [verdict, *(f"  {one.words()}" for one in demanded.because)]
