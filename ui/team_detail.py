"""A paper of the team put into words for the side pane."""

from collections.abc import Sequence
from decimal import Decimal

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.award import AwardClaim, ClaimState
from mediator_desk.records.team_work import Handover, Sweep
from mediator_desk.rows import DisputeRow
from mediator_desk.rows.team_work import AwardFile, HandoverFile, SweepFile, TeamPaperFile
from mediator_desk.rules.amounts import in_figures
from mediator_desk.words import N_, _, n_
from ui.said import day_said
from ui.tokens import Tone
from ui.widgets.side_pane import Detail, Section
from ui.widgets.state_rows import StateRow
from ui.widgets.verb import Verb

STEPS = {
    "submit-award-claim": N_("&Hand it in"),
    "check-award-claim": N_("&Office agrees"),
    "approve-award-claim": N_("Bureau &approves"),
    "return-award-claim": N_("It came &back"),
    "drop-award-claim": N_("Put it as&ide"),
    "pay-award-claim": N_("It was &paid"),
}

_MOST = 60


def record_of(file: TeamPaperFile) -> Sweep | Handover | AwardClaim:
    """Give the record a file is about."""
    if isinstance(file, SweepFile):
        return file.sweep
    return file.handover if isinstance(file, HandoverFile) else file.claim


def claim_tone(state: ClaimState) -> Tone:
    """Give the colour of a claim's state."""
    tones: dict[ClaimState, Tone] = {
        ClaimState.RETURNED: "danger",
        ClaimState.APPROVED: "good",
        ClaimState.PAID: "good",
        ClaimState.DRAFTED: "quiet",
    }
    return tones.get(state, "accent")


def team_detail(desk: Desk, file: TeamPaperFile, verbs: Sequence[Verb]) -> Detail:
    """Say everything about a paper of the team."""
    if isinstance(file, SweepFile):
        return _sweep(desk, file, verbs)
    if isinstance(file, HandoverFile):
        return _handover(desk, file, verbs)
    return _claim(desk, file, verbs)


def _sweep(desk: Desk, file: SweepFile, verbs: Sequence[Verb]) -> Detail:
    sweep, now = file.sweep, desk.now()
    count = len(file.disputes)
    found = n_("{count} dispute was found.", "{count} disputes were found.", count)
    return Detail(
        title=sweep.number,
        subtitle=_("Sweep"),
        banner=found.format(count=count) if count else _("A nil report: no dispute was found."),
        banner_tone="accent" if count else "good",
        sections=[
            Section(
                facts=[
                    (_("First day"), day_said(sweep.first_on, now)),
                    (_("Last day"), day_said(sweep.last_on, now)),
                    (_("How often"), str(sweep.times)),
                    (_("By"), file.people.get(sweep.by, "")),
                    (_("Remark"), sweep.note),
                ]
            ),
            *_disputes([one.row for one in file.disputes]),
        ],
        verbs=verbs,
    )


def _handover(desk: Desk, file: HandoverFile, verbs: Sequence[Verb]) -> Detail:
    handover = file.handover
    return Detail(
        title=handover.number,
        subtitle=_("Handover"),
        sections=[
            Section(
                facts=[
                    (_("Who hands over"), file.people.get(handover.giver, "")),
                    (_("Who takes over"), file.people.get(handover.taker, "")),
                    (_("Who watches"), handover.supervisor),
                    (_("Handed over on"), day_said(handover.handed_on, desk.now())),
                    (_("Reason"), handover.reason),
                ]
            ),
            *_disputes(file.disputes),
        ],
        verbs=verbs,
    )


def _claim(desk: Desk, file: AwardFile, verbs: Sequence[Verb]) -> Detail:
    claim, now = file.claim, desk.now()
    total = sum((one.amount for one in file.lines), Decimal(0))
    known = {one.name: str(one.title) for one in desk.books.awards.schemes}
    opinions = (
        (_("Opinion of the committee"), claim.committee_opinion),
        (_("Opinion of the justice office"), claim.office_opinion),
        (_("Opinion of the justice bureau"), claim.bureau_opinion),
    )
    return Detail(
        title=claim.number,
        subtitle=_("Claim of awards"),
        state=label(claim.state),
        state_tone=claim_tone(claim.state),
        sections=[
            Section(
                facts=[
                    (_("First day"), day_said(claim.first_on, now)),
                    (_("Last day"), day_said(claim.last_on, now)),
                    (_("Rules of awards"), known.get(claim.scheme, claim.scheme)),
                    (_("Sum (yuan)"), in_figures(total)),
                    *opinions,
                    (_("Paid on"), day_said(claim.paid_on, now) if claim.paid_on else ""),
                ]
            ),
            Section(
                heading=_("Cases"),
                rows=[
                    StateRow(
                        what=_name(file.disputes.get(one.dispute)),
                        aside=f"{file.people.get(one.mediator, '')} · {label(one.award_class)} · "
                        f"{one.share} %",
                        state=in_figures(one.amount),
                    )
                    for one in file.lines[:_MOST]
                ],
            ),
        ],
        verbs=verbs,
    )


def _disputes(rows: Sequence[DisputeRow]) -> list[Section]:
    if not rows:
        return []
    return [
        Section(
            heading=_("Disputes"),
            rows=[
                StateRow(what=_name(row), aside=row.mediator_name, state=label(row.stage))
                for row in rows[:_MOST]
            ],
        )
    ]


def _name(row: DisputeRow | None) -> str:
    if row is None:
        return ""
    return f"{row.volume_no or row.number} {row.title or row.text[:24]}"
