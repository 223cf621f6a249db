"""The five pages that found a station: place, team, committee, first person, letters."""

from collections.abc import Mapping, Sequence
from typing import Any

from mediator_desk.ports import Founding
from mediator_desk.records.place import Division
from mediator_desk.rules.names import check_name
from mediator_desk.rules.phones import check_phone
from mediator_desk.rules.place_names import ProposedNames, proposed_names
from mediator_desk.words import _
from ui.forms.inputs import PickInput
from ui.forms.looks import colour_choices, size_choices
from ui.forms.passwords import PasswordSheet, password_fields
from ui.forms.sheet import Choice, Pick, Sheet, Text, Tick
from ui.forms.wizard import Step
from ui.look import Look
from ui.widgets.completing import Candidate

Values = Mapping[str, Any]
_LISTED, _UNLISTED = ("unlisted", (False,)), ("unlisted", (True,))
_COMMITTED = ("committed", (True,))


def founding_steps(look: Look) -> tuple[Step, ...]:
    """Make the pages, in their order."""
    return (_place(), _team(), _committee(), _person(), _letters(look))


def offer_directory(steps: Sequence[Step], places: Sequence[Candidate]) -> None:
    """Let the place be found in the directory from now on."""
    for key in ("division", "under"):
        line = steps[0].sheet.cell(key).input
        if isinstance(line, PickInput):
            line.edit.offer(tuple(places))


def names_for(values: Values, divisions: Mapping[str, Division]) -> ProposedNames:
    """Propose the names that follow from the place."""
    if values.get("unlisted"):
        return proposed_names(values["place"], values["under"] or "", divisions)
    return proposed_names(values.get("division") or "", "", divisions)


def founding_from(values: Values) -> Founding:
    """Gather what was entered on all the pages."""
    unlisted, committed = bool(values.get("unlisted")), bool(values.get("committed"))
    return Founding(
        team_name=values["team_name"],
        short=values["short"],
        division="" if unlisted else values["division"],
        place=values["place"] if unlisted else "",
        under=values["under"] if unlisted else "",
        committee_name=values["committee_name"] if committed else "",
        committee_short=values["committee_short"] if committed else "",
        person_name=values["person_name"],
        phone=values["phone"],
        registered=values["registered"],
        password=values["password"],
    )


def _place() -> Step:
    hint = _("Type a few characters or pinyin initials")
    return Step(
        name=_("Place"),
        title=_("Where is this station?"),
        explain=_("Pick the community, the street or the county the team works for."),
        sheet=Sheet(
            (
                Pick(key="division", label=_("&Place"), hint=hint, required=True, when=_LISTED),
                Text(
                    key="place",
                    label=_("&Name of the place"),
                    hint=_("As it is written on papers"),
                    required=True,
                    when=_UNLISTED,
                ),
                Pick(key="under", label=_("&It lies in"), hint=hint, required=True, when=_UNLISTED),
                Tick(
                    key="unlisted",
                    label=_("The place is &not in the directory (as in a development zone)"),
                ),
            )
        ),
    )


def _team() -> Step:
    return Step(
        name=_("Team"),
        title=_("What is the team called?"),
        explain=_("The names follow from the place; change them if yours are others."),
        sheet=Sheet(
            (
                Text(key="team_name", label=_("&Name of the team"), required=True, longest=40),
                Text(
                    key="short",
                    label=_("&Short name in the numbers of disputes"),
                    required=True,
                    longest=12,
                ),
            )
        ),
    )


def _committee() -> Step:
    return Step(
        name=_("Committee"),
        title=_("Does the team work for a people's mediation committee?"),
        explain=_(
            "Only a people's mediation committee can issue a mediation agreement with its seal "
            "(People's Mediation Law, article 29). A team without one can do everything else."
        ),
        sheet=Sheet(
            (
                Tick(key="committed", label=_("&Yes, it works for a committee")),
                Text(
                    key="committee_name",
                    label=_("&Full name, as on the seal"),
                    required=True,
                    longest=60,
                    when=_COMMITTED,
                ),
                Text(
                    key="committee_short",
                    label=_("&Short name in the numbers of agreements"),
                    required=True,
                    longest=16,
                    when=_COMMITTED,
                ),
            )
        ),
    )


def _person() -> Step:
    return Step(
        name=_("First person"),
        title=_("Who sets the station up?"),
        explain=_("This person administers the station and can add the others later."),
        sheet=PasswordSheet(
            (
                Text(
                    key="person_name",
                    label=_("&Name"),
                    required=True,
                    half=True,
                    remark=_name_doubt,
                ),
                Text(key="phone", label=_("P&hone"), half=True, remark=_phone_doubt),
                *password_fields(_("&Password")),
                Tick(
                    key="registered",
                    label=_("&Registered as a people's mediator (may sign agreements)"),
                ),
            )
        ),
    )


def _letters(look: Look) -> Step:
    sheet = Sheet(
        (
            Choice(key="text_size", label=_("Size of the &letters"), choices=size_choices()),
            Choice(key="colours", label=_("C&olours"), choices=colour_choices()),
        )
    )
    sheet.fill({"text_size": str(look.text_size), "colours": look.colours})
    return Step(
        name=_("Letters"),
        title=_("Can everything be read well?"),
        explain=_("Both change at once. They can be changed again later, in the settings."),
        sheet=sheet,
    )


def _name_doubt(name: object) -> str:
    return " ".join(one.words() for one in check_name(str(name)).remarks)


def _phone_doubt(phone: object) -> str:
    return " ".join(one.words() for one in check_phone(str(phone)).remarks)
