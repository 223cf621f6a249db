"""Setting a station up, its card, the cards of others, and passwords."""

from pathlib import Path

from mediator_desk.commands.answers import Answer
from mediator_desk.commands.arguments import Commands, command
from mediator_desk.commands.complaints import Misuse, mention
from mediator_desk.commands.files import write_whole
from mediator_desk.commands.options import Arguments, Parser
from mediator_desk.commands.surroundings import Surroundings, read_secret
from mediator_desk.ports import Founding
from mediator_desk.refusals import NotFound
from mediator_desk.rules.roles import permit
from mediator_desk.usecases.exchange import TrustCard, read_card_file, same_numbers, trust_card
from mediator_desk.words import N_, _


def add_to(commands: "Commands[Parser]") -> None:
    """Add ``station new``, ``card``, ``trust`` and ``admit``."""
    does = _("set this station up, and let stations and people know each other")
    station = commands.add_parser("station", help=does, description=does)
    inner = station.add_subparsers(metavar=_("WHAT"), required=True)
    _add_new(inner)
    card = command(
        inner,
        "card",
        does=_("write this station's public card, to be carried to others"),
        example="station card -o gulou.card",
        run=show_card,
    )
    card.add_argument("-o", dest="out", type=Path, default=None, metavar=_("FILE"))
    trust = command(
        inner,
        "trust",
        does=_("trust the card of another station, after comparing its figures aloud"),
        example="station trust xinqu.card",
        run=trust_station,
    )
    trust.add_argument("card", type=Path, metavar=_("CARD"))
    trust.add_argument("--hub", action="store_true", help=_("it is the district's hub"))
    admit = command(
        inner,
        "admit",
        does=_("give a person of the station a password, or a new one"),
        example="station admit 李强 --new-password-file secret.txt",
        run=admit_person,
    )
    admit.add_argument("name", metavar=_("NAME"))
    admit.add_argument("--new-password-file", type=Path, metavar=_("FILE"),
                       help=_("a file that holds the new password"))  # fmt: skip


def _add_new(inner: "Commands[Parser]") -> None:
    """Add ``station new`` with what it asks."""
    new = command(
        inner,
        "new",
        does=_("set up a station in this folder"),
        example="station new --division 371502001 --team 古楼调解队 --person 王芳",
        run=new_station,
    )
    place = new.add_mutually_exclusive_group(required=True)
    place.add_argument(
        "--division", default="", metavar=_("CODE"), help=_("the official code of the place")
    )
    place.add_argument(
        "--place", default="", metavar=_("NAME"), help=_("a place that has no official code")
    )
    new.add_argument(
        "--under", default="", metavar=_("CODE"), help=_("the place that one stands in")
    )
    new.add_argument("--team", required=True, metavar=_("NAME"), help=_("the mediation team"))
    new.add_argument(
        "--committee", default="", metavar=_("NAME"), help=_("the committee, if there is one")
    )
    new.add_argument(
        "--committee-short", default="", metavar="简称", help=_("its short name in the numbers")
    )
    new.add_argument("--short", default="", help=_("the short name in the station's log numbers"))
    new.add_argument(
        "--mark", default="", metavar="B", help=_("tells stations of one place or committee apart")
    )
    new.add_argument("--person", dest="founder", required=True, metavar=_("NAME"),
                     help=_("the first person, who administers the station"))  # fmt: skip
    new.add_argument("--phone", default="", help=_("the phone of that person"))
    new.add_argument(
        "--not-registered",
        action="store_true",
        help=_("that person is not a registered people's mediator"),
    )


def new_station(asked: Arguments, around: Surroundings) -> Answer:
    """Set a station up; the code for the recovery card is shown this once."""
    if asked.place and not asked.under:
        raise Misuse(N_("Say with --under in which place {place} lies."), place=asked.place)
    divisions = around.books().divisions
    for code in (asked.division, asked.under):
        if code and code not in divisions:
            raise NotFound(N_("There is no place with the code {code}."), code=code)
    house = around.house()
    code = house.found(
        Founding(
            team_name=asked.team,
            person_name=asked.founder,
            password=around.secret(asked.founder),
            division=asked.division,
            place=asked.place,
            under=asked.under,
            committee_name=asked.committee,
            committee_short=asked.committee_short,
            short=asked.short,
            mark=asked.mark,
            phone=asked.phone,
            registered=not asked.not_registered,
        )
    )
    house.close()
    person = next(iter(house.people()))
    desk = house.enter(person, around.secret(asked.founder))
    told = {
        "station": desk.station.id,
        "person": person,
        "team": desk.team.name,
        "short": desk.team.short,
        "mark": desk.station.mark,
        "folder": str(house.folder),
        "recovery_code": code,
    }
    house.close()
    if not asked.json:
        mention(_("Recovery code, to be written on paper and locked away:") + f"\n{code}")
    return Answer(
        json=told,
        lines=[_("{team} is set up in {folder}.").format(team=told["team"], folder=told["folder"])],
    )


def show_card(asked: Arguments, around: Surroundings) -> Answer:
    """Write the card to a file, or show its figures."""
    with around.visit() as visit:
        card = visit.desk.exchange.card()
        name, figures = visit.desk.exchange.fingerprint(card)
        out = asked.out or Path(f"{name}.card")
        visit.house.check_target(out)
        write_whole(out, card)
    return Answer(
        json={"file": str(out), "name": name, "fingerprint": figures},
        lines=[
            _("The card of {name} is in {file}.").format(name=name, file=out),
            _("Compare these figures aloud: {figures}").format(figures=figures),
        ],
    )


def trust_station(asked: Arguments, around: Surroundings) -> Answer:
    """Trust the card of a peer."""
    with around.visit() as visit:
        name = trust_card(visit.desk, TrustCard(file=asked.card, hub=asked.hub))
        remarks = same_numbers(visit.desk, name)
        _name, figures = visit.desk.exchange.fingerprint(read_card_file(asked.card))
    return Answer(
        json={"peer": name, "fingerprint": figures, "remarks": remarks},
        lines=[
            _("{name} is trusted now.").format(name=name),
            _("Compare these figures aloud: {figures}").format(figures=figures),
            *remarks,
        ],
    )


def admit_person(asked: Arguments, around: Surroundings) -> Answer:
    """Give a person a password; only who may add people may do it."""
    with around.visit() as visit:
        permit(visit.desk.person.role, "add-person")
        found = [
            one for one in visit.desk.queries.people() if asked.name in (one.name, str(one.id))
        ]
        if len(found) != 1:
            raise NotFound(N_("There is nobody called {name} at this station."), name=asked.name)
        file = asked.new_password_file
        secret = around.ask(found[0].name) if file is None else read_secret(file)
        visit.house.admit(visit.desk, found[0].id, found[0].name, secret)
    return Answer(
        json={"person": found[0].id, "name": found[0].name},
        lines=[_("{name} has a password now.").format(name=found[0].name)],
    )
