"""Which facts each blank is filled with, by its number in the list of forms."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, get_type_hints

from mediator_desk.paper import (
    facts,
    facts_after,
    facts_conventions,
    facts_council,
    facts_list,
    facts_notice,
    facts_outside,
    facts_revenue,
    facts_statistics,
    facts_volume,
    facts_votes,
    facts_whistles,
)

FACTS: Mapping[str, type[Any]] = {
    "F01": facts_volume.CoverFacts,
    "F02": facts_volume.IndexFacts,
    "F03": facts_volume.MediationRequestFacts,
    "F04": facts.AcceptanceFacts,
    "F05": facts_volume.RightsNoticeFacts,
    "F06": facts_volume.IdentityFacts,
    "F07": facts_volume.AttorneyFacts,
    "F08": facts_volume.InvestigationFacts,
    "F09": facts_volume.EvidenceFacts,
    "F10": facts.RecordFacts,
    "F10S": facts_outside.SignInFacts,
    "F11": facts.AgreementFacts,
    "F11N": facts_after.NoteFacts,
    "F12": facts.AgreementFacts,
    "F13": facts_after.ReceiptFacts,
    "F14": facts_after.VisitFacts,
    "F14U": facts_outside.UrgingFacts,
    "F15": facts_after.ApplicationFacts,
    "F15B": facts_after.ApplicationFacts,
    "F16": facts_volume.VolumeNoteFacts,
    "F17": facts_volume.CoverFacts,
    "F18": facts_volume.ClosingReportFacts,
    "F19": facts_after.EndingFacts,
    "F20": facts_outside.NonAcceptanceFacts,
    "F21": facts_outside.ReferralFacts,
    "F21B": facts_outside.ReferralFacts,
    "F22": facts_after.EndingFacts,
    "F22B": facts_after.EndingFacts,
    "F23": facts_after.RiskFacts,
    "F24": facts_statistics.LedgerFacts,
    "F25": facts_statistics.CaseTableFacts,
    "F26": facts_statistics.OrganisationFacts,
    "F28": facts.TopicFacts,
    "F29": facts_council.MinutesFacts,
    "F29S": facts_outside.SignInFacts,
    "F30": facts_notice.PublicNoticeFacts,
    "F30C": facts_conventions.ConventionFacts,
    "F30D": facts_list.ListFacts,
    "F30L": facts_list.ListFacts,
    "F30M": facts_council.MeetingNoticeFacts,
    "F31": facts_votes.BallotFacts,
    "F32": facts_votes.TallyFacts,
    "F33": facts_revenue.RevenueFacts,
    "F34": facts_whistles.WhistleFacts,
    "F35": facts_whistles.ReplyFacts,
    "F36": facts_outside.EvaluationFacts,
    "F37": facts_outside.AwardClaimFacts,
    "F38": facts_outside.SweepFacts,
    "F39": facts_outside.PrivacyFacts,
    "F40": facts_outside.HandoverFacts,
}


def kinds_of(facts_of_form: type[Any]) -> dict[str, Any]:
    """Name the facts of a paper with what each of them is: text, a day, parties, a grid."""
    hints = get_type_hints(facts_of_form)
    known = {one.name: hints[one.name] for one in fields(facts_of_form)}
    said = {
        name: get_type_hints(value.fget)["return"]
        for name, value in vars(facts_of_form).items()
        if isinstance(value, property) and value.fget is not None
    }
    return known | said
