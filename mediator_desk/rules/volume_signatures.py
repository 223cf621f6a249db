"""Which papers of a volume came back without a signature, as far as their scans tell."""

from collections.abc import Mapping

from mediator_desk.rules.issued_papers import Back, PaperState, paper_states
from mediator_desk.rules.remarks import Listed, remark
from mediator_desk.rules.volume import VolumeItem
from mediator_desk.rules.volume_held import Finding, Held, Presence
from mediator_desk.words import N_

PLACES: Mapping[str, VolumeItem] = {
    "mediation-application": VolumeItem.INTAKE,
    "acceptance-register": VolumeItem.INTAKE,
    "rights-notice": VolumeItem.RIGHTS_NOTICE,
    "power-of-attorney": VolumeItem.AUTHORITY,
    "investigation-record": VolumeItem.INVESTIGATION,
    "mediation-record": VolumeItem.RECORD,
    "agreement": VolumeItem.AGREEMENT,
    "oral-agreement-register": VolumeItem.AGREEMENT,
    "receipt": VolumeItem.RECEIPT,
    "follow-up-record": VolumeItem.FOLLOW_UP,
    "confirmation-application": VolumeItem.CONFIRMATION,
    "volume-note": VolumeItem.NOTE,
}
"""Where each paper lies in the volume, by the name it is issued under."""


def unsigned_papers(file: Held) -> Mapping[VolumeItem, tuple[Finding, ...]]:
    """Say of the last issue of each paper whose pages came back what is empty or not sure.

    A paper that never came back as a scan is not judged: its signed sheet may lie in the volume.
    """
    found: dict[VolumeItem, tuple[Finding, ...]] = {}
    for state in paper_states(file.issued_papers, file.signed_pages):
        item = PLACES.get(state.issued.paper)
        if item is not None and not state.replaced and state.back in (Back.UNSIGNED, Back.UNSURE):
            found[item] = (*found.get(item, ()), _finding(state))
    return found


def _finding(state: PaperState) -> Finding:
    named = tuple(dict.fromkeys(one.place.who or one.place.label for one in state.missing))
    sentence = (
        N_("On the pages that came back it is not sure whether {names} signed: look at the scan.")
        if state.back is Back.UNSURE
        else N_("On the pages that came back the place of {names} is empty: have it signed.")
    )
    return Finding(remark(sentence, names=Listed(named)), "look-papers", presence=Presence.UNSIGNED)
