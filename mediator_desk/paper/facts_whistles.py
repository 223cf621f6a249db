"""What the papers of a whistle say: the slip, and the sheet a department answers on."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class WhistleFacts:
    """What a whistle slip (F34) says; moments are written out already."""

    whistle_no: str
    type: str
    source: str
    title: str
    place: str
    content: str
    legal_basis: str
    lead: str
    request: str
    whistler: str
    blown_at: str
    sign_by: str
    contact_by: str
    report_by: str
    finish_by: str
    street_office: str
    case_ref: str = ""
    assist: str = ""
    photos: str = ""
    code: str = ""
    signed_on: date | None = None

    @property
    def stub_no(self) -> str:
        """Repeat the number on the stub that comes back."""
        return self.whistle_no


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyFacts:
    """What a department's reply (F35) says; what is not known yet is filled in by hand."""

    whistle_no: str
    title: str
    department: str
    signed_at: str = ""
    signed_by: str = ""
    return_reason: str = ""
    return_at: str = ""
    return_basis: str = ""
    return_ruling: str = ""
    reported_at: str = ""
    people: str = ""
    contacted_with: str = ""
    measures: str = ""
    extension: str = ""
    result: str = ""
    finished_at: str = ""
    code: str = ""
    replied_on: date | None = None
