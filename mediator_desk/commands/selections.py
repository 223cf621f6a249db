"""A selection of disputes as it is typed: stage=closed,period=2026-08."""

from dataclasses import replace
from uuid import UUID

from mediator_desk.commands.codes import coded
from mediator_desk.commands.complaints import Misuse
from mediator_desk.commands.disputes import place_code, place_names
from mediator_desk.commands.whistles import period
from mediator_desk.ports import Desk
from mediator_desk.records.dispute import Stage, Topic
from mediator_desk.rows import DisputeFilter
from mediator_desk.rules.case_order import CaseOrder
from mediator_desk.usecases.select_cases import SelectCases
from mediator_desk.words import N_

_KNOWN = "stage、topic、place、mediator、period、text"


def selection(typed: str, order: str, desk: Desk) -> SelectCases:
    """Read a selection; several stages have a bar between them. Raises ``Misuse``."""
    asked = SelectCases(order=coded(CaseOrder, order))
    wanted = DisputeFilter()
    for part in filter(None, (one.strip() for one in typed.split(","))):
        name, equals, said = (one.strip() for one in part.partition("="))
        if not equals or not said:
            raise Misuse(
                N_("Write a selection as stage=closed,period=2026-08, not “{said}”."), said=part
            )
        match name:
            case "stage":
                stages = tuple(coded(Stage, one) for one in said.split("|"))
                wanted = replace(wanted, stages=stages)
            case "topic":
                wanted = replace(wanted, topic=coded(Topic, said))
            case "place":
                wanted = replace(wanted, division=place_code(said, place_names(desk)))
            case "mediator":
                wanted = replace(wanted, mediator=_mediator(said, desk))
            case "period":
                first, last = period(said)
                asked = replace(asked, first=first, last=last)
            case "text":
                wanted = replace(wanted, text=said)
            case _:
                raise Misuse(
                    N_("A selection knows no “{name}”, only: {known}."), name=name, known=_KNOWN
                )
    return replace(asked, filter=wanted)


def _mediator(said: str, desk: Desk) -> UUID:
    """Name one mediator of the station. Raises ``Misuse``."""
    found = [one.id for one in desk.queries.people() if said in (one.name, str(one.id))]
    if len(found) != 1:
        raise Misuse(N_("“{name}” is not one mediator of this station."), name=said)
    return found[0]
