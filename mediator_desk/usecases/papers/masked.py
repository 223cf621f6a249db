"""A case as others may read it: every name, number and address in it behind its mask."""

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from mediator_desk.labels import label
from mediator_desk.records.people import Party, PartyKind
from mediator_desk.records.team import Committee, Team
from mediator_desk.refusals import Refusal
from mediator_desk.rows import CaseFile
from mediator_desk.rules.masking import mask_id_number, mask_phone
from mediator_desk.rules.masking_levels import Masking
from mediator_desk.rules.private_text import mask_address, mask_private, private_details
from mediator_desk.rules.pseudonyms import Known, Pseudonyms
from mediator_desk.words import N_

T = TypeVar("T")

# An invited participant is written as 赵六（邻居） or 赵六.
_INVITED = re.compile(r"([^\s（(，,、：:]{2,4})(?=[\s（(，,、：:]|$)")


@dataclass(frozen=True, slots=True)
class Mask:
    """The level of a job and the pseudonyms of everybody in it."""

    level: Masking
    pseudonyms: Pseudonyms

    def text(self, text: str, group: UUID | None = None) -> str:
        """Mask a running text: names, numbers, accounts, plates, and what is finer than a house."""
        return mask_address(mask_private(self.pseudonyms.text(text, group)))


def people_of(file: CaseFile) -> Iterator[Known]:
    """Name everybody a case may name who does not work on it."""
    group = file.dispute.id
    for party in file.parties:
        if party.kind is PartyKind.PERSON:
            yield Known(
                name=party.name,
                group=group,
                id_number=party.id_number,
                born=party.birth_year,
                sex=party.sex,
            )
        for name in (party.legal_representative, party.agent):
            yield Known(name=name, group=group)
    for sitting in file.sittings:
        for invited in sitting.invited:
            found = _INVITED.match(invited)
            if found:
                yield Known(name=found[1], group=group)


def masked_case(file: CaseFile, mask: Mask) -> CaseFile:
    """Put the mask over everything people typed into a case; those who work on it keep names."""
    if mask.level is Masking.INTERNAL:
        return file
    masked = _masked(file, mask, file.dispute.id)
    return replace(masked, team=file.team, committee=file.committee)


def check_public(mask: Mask, told: Iterable[tuple[str, str]]) -> None:
    """Refuse a public sheet on which anything private is left; ``told`` are its places and words.

    Raises ``Refusal`` naming the place.
    """
    if mask.level is not Masking.PUBLIC:
        return
    for place, text in told:
        for kind, shown in private_details(text):
            raise Refusal(
                N_(
                    "The public sheet would show a private detail under “{place}” "
                    "({kind} {shown}). Take it out; everybody can read the sheet."
                ),
                place=place,
                kind=label(kind),
                shown=shown,
            )
        for name in mask.pseudonyms.names_in(text):
            raise Refusal(
                N_(
                    "The public sheet would name a party in full under “{place}”. "
                    "Write {masked} instead; everybody can read the sheet."
                ),
                place=place,
                masked=mask.pseudonyms.name(name),
            )


def _masked(value: T, mask: Mask, group: UUID) -> T:
    """Give a value with every text in it masked."""
    given: Any = value
    made: Any = value
    if isinstance(given, str):
        made = given if isinstance(given, StrEnum) else mask.text(given, group)
    elif isinstance(given, Party):
        made = _party(given, mask)
    elif isinstance(given, tuple):
        made = tuple(_masked(one, mask, group) for one in given)
    elif dataclasses.is_dataclass(given) and not isinstance(given, Team | Committee):
        made = _rebuilt(given, mask, group)
    return made  # type: ignore[no-any-return] # of the same kind as it came


def _rebuilt(record: Any, mask: Mask, group: UUID) -> Any:
    """Give a record with masked texts; its own rules were asked when it was written."""
    made = object.__new__(type(record))
    for one in dataclasses.fields(record):
        value = getattr(record, one.name)
        kept = isinstance(value, Mapping)
        object.__setattr__(made, one.name, value if kept else _masked(value, mask, group))
    return made


def _party(party: Party, mask: Mask) -> Party:
    """Give a party as others may read it; on a public sheet only its name is left, masked."""
    group = party.dispute
    person = party.kind is PartyKind.PERSON
    names = mask.pseudonyms
    public = mask.level is Masking.PUBLIC
    return replace(
        party,
        name=names.name(party.name, group) if person else mask.text(party.name, group),
        phone="" if public else mask_phone(party.phone),
        id_number="" if public else mask_id_number(party.id_number),
        address="" if public else mask.text(party.address, group),
        occupation="" if public else mask.text(party.occupation, group),
        ethnicity="" if public else party.ethnicity,
        birth_year=0 if public else party.birth_year,
        legal_representative=names.name(party.legal_representative, group),
        agent=names.name(party.agent, group),
        agent_phone="" if public else mask_phone(party.agent_phone),
    )
