"""The blanks and the facts know each other's names."""

import dataclasses

import pytest

from mediator_desk.paper import facts
from mediator_desk.paper.form import carried_forms
from mediator_desk.paper.form_facts import FACTS


def names(kind):
    own = {field.name for field in dataclasses.fields(kind)}
    return own | {name for name, value in vars(kind).items() if isinstance(value, property)}


def test_every_blank_has_its_facts():
    assert {blank.id for blank in carried_forms().forms} == set(FACTS)


@pytest.mark.parametrize("id", FACTS)
def test_every_place_of_a_blank_takes_a_fact_that_exists(id):
    # Who signs alone is not a fact, nor is the wording of the blank itself.
    asked = {
        key
        for place in carried_forms().form(id).fields
        for key in (place.key, place.beside, place.when, place.date)
        if key and place.type not in ("fixed", "head", "note", "sign", "tear")
    }

    assert asked <= names(FACTS[id])


def test_the_blocks_of_a_party_take_facts_that_exist():
    blocks = carried_forms().blocks

    asked = {part.key for part in (*blocks.person, *blocks.organisation, blocks.agent)}

    assert asked <= names(facts.PartyFacts)


def test_the_lists_of_the_summary_take_facts_that_exist_and_fill_the_width():
    for section in carried_forms().summary:
        assert section.key in names(facts.SummaryFacts)
        if section.columns:
            assert len(section.columns) == len(section.widths)
            assert sum(section.widths) == pytest.approx(1.0)
