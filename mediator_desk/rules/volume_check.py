"""Is a case volume complete: how each of its papers stands, and what is to be done.

The review of a volume asks for lawful acceptance, completeness, the right form, evidence, the law
applied, timely follow-up and binding (domain.md 1.5). Everything found is said in words with the
use case that mends it; only archiving asks for a reason when something is missing.
"""

from dataclasses import dataclass
from enum import StrEnum

from mediator_desk.rules.remarks import Named, remark
from mediator_desk.rules.volume import ItemRule, VolumeItem, VolumeRules
from mediator_desk.rules.volume_arrivals import late_files
from mediator_desk.rules.volume_doubts import DOUBTS
from mediator_desk.rules.volume_gaps import GAPS, HOLDS, ended_without
from mediator_desk.rules.volume_held import Finding, Held, Presence
from mediator_desk.rules.volume_signatures import unsigned_papers
from mediator_desk.words import N_

_WORST_FIRST = (Presence.MISSING, Presence.UNSIGNED, Presence.DOUBTFUL)


class Need(StrEnum):
    """Whether a paper must be in the volume: always, in this case, if there is one, or not."""

    REQUIRED = "required"
    REQUIRED_HERE = "required_here"
    AS_NEEDED = "as_needed"
    NOT_HERE = "not_here"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One paper of the volume as the meter shows it."""

    item: VolumeItem
    title: Named
    need: Need
    presence: Presence
    findings: tuple[Finding, ...] = ()

    @property
    def required(self) -> bool:
        """Tell whether the volume is not complete without it."""
        return self.need in (Need.REQUIRED, Need.REQUIRED_HERE)

    @property
    def done(self) -> bool:
        """Tell whether nothing is to be done about it."""
        return not self.findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A whole volume, looked through; ``explained`` tells that a note on it was written."""

    lines: tuple[Line, ...]
    explained: bool = False

    @property
    def required(self) -> int:
        """Count the papers that must be there."""
        return sum(line.required for line in self.lines)

    @property
    def there(self) -> int:
        """Count those of them about which nothing is to be done."""
        return sum(line.required and line.done for line in self.lines)

    @property
    def complete(self) -> bool:
        """Tell whether nothing is lacking: the one meaning of it, for archiving and for awards."""
        return not self.lacking

    @property
    def lacking(self) -> tuple[Line, ...]:
        """Give the papers that stand against it; a note on the volume answers mere doubts.

        Some doubts nobody can mend afterwards, such as a sitting before the acceptance.
        """
        return tuple(
            line
            for line in self.open
            if not (self.explained and line.presence is Presence.DOUBTFUL)
        )

    @property
    def open(self) -> tuple[Line, ...]:
        """Give the papers about which something is to be done."""
        return tuple(line for line in self.lines if not line.done)

    def line(self, item: VolumeItem) -> Line:
        """Give the line of one paper."""
        return next(one for one in self.lines if one.item is item)


def check_volume(rules: VolumeRules, file: Held) -> Checked:
    """Look through a volume, paper by paper in binding order."""
    unsigned, late = unsigned_papers(file), late_files(file)
    return Checked(
        lines=tuple(
            _line(rule, file, (*late.get(rule.item, ()), *unsigned.get(rule.item, ())))
            for rule in rules.items
        ),
        explained=bool(file.volume_notes),
    )


def has_volume(file: Held) -> bool:
    """Tell whether the case has a volume: a committee took it up for mediation."""
    return file.committee is not None and file.dispute.accepted_at is not None


def lacking_papers(rules: VolumeRules, file: Held) -> tuple[object, ...]:
    """Name what keeps the volume of a case from being complete; nothing if it is.

    A case nobody took up for mediation, or without a committee, lacks the whole volume.
    """
    if not has_volume(file):
        return (remark(N_("the whole volume")),)
    return tuple(line.title for line in check_volume(rules, file).lacking)


def need_of(rule: ItemRule, file: Held) -> Need:
    """Say whether a paper must be in the volume of this case."""
    without = ended_without(file)
    if rule.item is VolumeItem.AGREEMENT and without:
        return Need.NOT_HERE
    if rule.item is VolumeItem.RECORD and without and not file.sittings:
        return Need.NOT_HERE
    if rule.required:
        return Need.REQUIRED
    if any(HOLDS[one](file) for one in rule.when):
        return Need.REQUIRED_HERE
    return Need.AS_NEEDED


def _line(rule: ItemRule, file: Held, besides: tuple[Finding, ...]) -> Line:
    need, gap = need_of(rule, file), GAPS[rule.item](file)
    findings: tuple[Finding, ...] = ()
    if gap is None:
        doubts = DOUBTS.get(rule.item)
        findings = (*(() if doubts is None else doubts(file)), *besides)
        presence = _worst(findings)
    elif need in (Need.REQUIRED, Need.REQUIRED_HERE):
        presence, findings = Presence.MISSING, (gap,)
    else:
        presence = Presence.ABSENT
    return Line(item=rule.item, title=rule.title, need=need, presence=presence, findings=findings)


def _worst(findings: tuple[Finding, ...]) -> Presence:
    if not findings:
        return Presence.THERE
    found = {one.presence for one in findings}
    return next(one for one in _WORST_FIRST if one in found)
