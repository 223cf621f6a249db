"""Fields of attachments as people call them."""

from mediator_desk.words import N_

KINDS = {
    "attachment": N_("Attachment"),
    "attachment_view": N_("View of an identity paper"),
}

FIELDS = {
    "about": N_("Belongs to"),
    "media_type": N_("Kind of file"),
    "sha256": N_("Content"),
    "size": N_("Bytes"),
    "pages": N_("Pages"),
    "on_paper": N_("Only the paper copy is kept"),
    "caption": N_("Caption"),
    "evidence": N_("Sort of evidence"),
    "taken_at": N_("Taken at"),
    "taken_where": N_("Taken where"),
    "provider": N_("Provided by"),
    "provided_on": N_("Provided on"),
    "original": N_("Original"),
    "consent_on": N_("Consent given on"),
    "place_in_list": N_("Place in the list"),
    "attachment": N_("Attachment"),
}
