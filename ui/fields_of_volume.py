"""Kinds and fields of the records that only the case volume asks for, as people call them."""

from mediator_desk.words import N_

KINDS = {
    "application": N_("Application for mediation"),
    "power_of_attorney": N_("Power of attorney"),
    "investigation": N_("Inquiry"),
    "volume_note": N_("Note on the volume"),
    "volume_filing": N_("Filing of the volume"),
}

FIELDS = {
    "brief": N_("The dispute in brief"),
    "requests": N_("What they ask for"),
    "oral": N_("Said, and written down for them"),
    "matter": N_("In what matter"),
    "scope": N_("How far it goes"),
    "term": N_("For how long"),
    "asked": N_("Who was asked"),
    "participants": N_("Also present"),
    "investigators": N_("Who asked"),
    "checked_by": N_("Checked by"),
    "checked_on": N_("Checked on"),
    "retention": N_("Kept for"),
}
