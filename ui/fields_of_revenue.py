"""The common revenue and its fields as people call them."""

from mediator_desk.words import N_

KINDS = {
    "revenue_account": N_("Account of common revenue"),
    "revenue_line": N_("Line of an account"),
    "revenue_unit": N_("Unit that shares"),
    "deliberation_step": N_("Deliberation"),
}

FIELDS = {
    "quarter": N_("Quarter"),
    "opening": N_("Left before (yuan)"),
    "account_tail": N_("Last four digits of the bank account"),
    "distributable": N_("Belongs to the owners (yuan)"),
    "account_posted_on": N_("Account posted on"),
    "purpose": N_("Use"),
    "plan": N_("How exactly"),
    "vote": N_("Owners' vote"),
    "sent_back_because": N_("Sent back because"),
    "account": N_("Account"),
    "side": N_("Income or cost"),
    "entered_on": N_("Day"),
    "area": N_("Area (0.01 m²)"),
    "held_on": N_("Held on"),
    "override_reason": N_("Why it counts all the same"),
}
