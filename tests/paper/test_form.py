"""The blanks and the facts know each other's names."""

import dataclasses

import pytest

from mediator_desk.paper import (
    facts,
    facts_after,
    facts_conventions,
    facts_council,
    facts_list,
    facts_notice,
    facts_revenue,
    facts_statistics,
    facts_volume,
    facts_votes,
    facts_whistles,
)
from mediator_desk.paper.form import carried_forms

FACTS = {
    "F01": facts_volume.CoverFacts,
    "F02": facts_volume.IndexFacts,
    "F03": facts_volume.MediationRequestFacts,
    "F05": facts_volume.RightsNoticeFacts,
    "F06": facts_volume.IdentityFacts,
    "F07": facts_volume.AttorneyFacts,
    "F08": facts_volume.InvestigationFacts,
    "F09": facts_volume.EvidenceFacts,
    "F16": facts_volume.VolumeNoteFacts,
    "F17": facts_volume.CoverFacts,
    "F18": facts_volume.ClosingReportFacts,
    "F04": facts.AcceptanceFacts,
    "F10": facts.RecordFacts,
    "F11": facts.AgreementFacts,
    "F12": facts.AgreementFacts,
    "F13": facts_after.ReceiptFacts,
    "F14": facts_after.VisitFacts,
    "F15": facts_after.ApplicationFacts,
    "F15B": facts_after.ApplicationFacts,
    "F19": facts_after.EndingFacts,
    "F22": facts_after.EndingFacts,
    "F22B": facts_after.EndingFacts,
    "F11N": facts_after.NoteFacts,
    "F23": facts_after.RiskFacts,
    "F24": facts_statistics.LedgerFacts,
    "F25": facts_statistics.CaseTableFacts,
    "F26": facts_statistics.OrganisationFacts,
    "F28": facts.TopicFacts,
    "F30C": facts_conventions.ConventionFacts,
    "F31": facts_votes.BallotFacts,
    "F32": facts_votes.TallyFacts,
    "F29": facts_council.MinutesFacts,
    "F30": facts_notice.PublicNoticeFacts,
    "F30D": facts_list.ListFacts,
    "F30L": facts_list.ListFacts,
    "F30M": facts_council.MeetingNoticeFacts,
    "F33": facts_revenue.RevenueFacts,
    "F34": facts_whistles.WhistleFacts,
    "F35": facts_whistles.ReplyFacts,
}


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
