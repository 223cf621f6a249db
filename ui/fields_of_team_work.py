"""Kinds and fields of referrals, a team's own papers and awards as people call them."""

from mediator_desk.words import N_

KINDS = {
    "referral": N_("Referral"),
    "privacy_consent": N_("Notice about personal data"),
    "sweep": N_("Sweep"),
    "handover": N_("Handover"),
    "award_claim": N_("Claim of awards"),
    "award_line": N_("Line of a claim"),
}

FIELDS = {
    "way": N_("Which way"),
    "reference": N_("Their number"),
    "referred_on": N_("Referred on"),
    "consented": N_("Who agreed"),
    "reply_by": N_("Reply by"),
    "told_on": N_("Told on"),
    "identity_copy": N_("Copy of the identity paper"),
    "shared_with": N_("May be told to"),
    "guardian": N_("Guardian"),
    "taken_back_on": N_("Taken back on"),
    "first_on": N_("First day"),
    "last_on": N_("Last day"),
    "times": N_("How often"),
    "filed_on": N_("Filed on"),
    "giver": N_("Who hands over"),
    "taker": N_("Who takes over"),
    "supervisor": N_("Who watches"),
    "handed_on": N_("Handed over on"),
    "disputes": N_("Disputes"),
    "scheme": N_("Rules of awards"),
    "drafted_on": N_("Drafted on"),
    "drafted_by": N_("Drafted by"),
    "committee_opinion": N_("Opinion of the committee"),
    "committee_on": N_("Day of the committee"),
    "office_opinion": N_("Opinion of the justice office"),
    "office_on": N_("Day of the justice office"),
    "bureau_opinion": N_("Opinion of the justice bureau"),
    "bureau_on": N_("Day of the justice bureau"),
    "claim": N_("Claim of awards"),
    "matter": N_("Matter"),
    "award_class": N_("Class of the case"),
    "share": N_("Share in hundredths"),
    "same_as": N_("Same matter as"),
    "paid_elsewhere": N_("Draws other public pay"),
}
