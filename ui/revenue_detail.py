"""An account of common revenue put into words for the side pane: sums, and the way of its use."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from uuid import UUID

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.revenue import (
    Deliberation,
    DeliberationStep,
    RevenueLine,
    RevenueSide,
    RevenueState,
)
from mediator_desk.rows.revenue import RevenueFile
from mediator_desk.rules.amounts import in_figures
from mediator_desk.rules.heads_and_area import square_metres
from mediator_desk.rules.revenue import per_square_metre
from mediator_desk.rules.roles import may
from mediator_desk.usecases.common_revenue.accounts import NEXT
from mediator_desk.usecases.common_revenue.sums import sum_of
from mediator_desk.words import _, p_
from ui.banner_words import banner_words
from ui.clock_section import ChangeClock, dates_section
from ui.law_words import law_words
from ui.revenue_steps import advice_for_revenue, next_for_revenue
from ui.said import day_said
from ui.tokens import Tone
from ui.widgets.link_row import Link
from ui.widgets.phase_path import Phase, Stands
from ui.widgets.side_pane import Detail, Section
from ui.widgets.state_rows import StateRow
from ui.widgets.verb import Verb

Go = Callable[[str, UUID], object]

_STARTING, _SPENDING = 8, 9
_TONES: dict[RevenueState, Tone] = {
    RevenueState.DRAFT: "warning",
    RevenueState.DECIDED: "good",
    RevenueState.CARRIED_OUT: "good",
    RevenueState.CLOSED: "quiet",
}


def revenue_tone(state: RevenueState) -> Tone:
    """Give the tone of an account's state; its word always stands beside it."""
    return _TONES.get(state, "accent")


def revenue_detail(
    desk: Desk,
    file: RevenueFile,
    verbs: Sequence[Verb],
    go: Go,
    change_clock: ChangeClock | None = None,
) -> Detail:
    """Say everything about an account that a person wants to know at a glance."""
    account, said = file.account, advice_for_revenue(file)
    advice = [_(said)] if said else []
    if advice and not may(desk.person.role, next_for_revenue(file)):
        advice.append(_("This step is for the team lead."))
    # The next quarter is a reminder, no step of this one.
    pressing = [one for one in file.deadlines if one.rule != NEXT]
    banner, tone = banner_words(desk, advice, pressing, 0)
    return Detail(
        title=account.title,
        state=label(account.state),
        state_tone=revenue_tone(account.state),
        subtitle=account.number,
        path=_path(account.state),
        banner=banner,
        banner_tone=tone,
        sections=[
            *_sent_back(file),
            _sums(file),
            *_lines(file),
            *_use(desk, file, go),
            *_notices(desk, file, go),
            *dates_section(desk, file, change_clock),
        ],
        verbs=verbs,
    )


def sums_said(
    income: Decimal, cost: Decimal, opening: Decimal, area: int
) -> list[tuple[str, str]]:  # fmt: skip
    """Say the sums of an account; more cost than income is said as what is lacking."""
    left = income - cost
    facts = [
        (_("Income"), yuan(income)),
        (_("Reasonable cost"), yuan(cost)),
        (_("Belongs to the owners"), yuan(left) if left >= 0 else ""),
        (_("Lacking"), yuan(-left) if left < 0 else ""),
    ]
    if left >= 0:
        facts.append((_("Left at the end"), yuan(opening + left)))
    if left >= 0 and area:
        per_metre = _("{amount} yuan").format(amount=per_square_metre(left, area))
        facts.append((_("Per m²"), per_metre))
    return facts


def yuan(amount: Decimal) -> str:
    """Write a sum with its unit."""
    return _("{amount} yuan").format(amount=in_figures(amount))


def _path(state: RevenueState) -> list[Phase]:
    """Show the four deliberations and two disclosures, and where the account stands."""
    words = (
        p_("revenue path", "keep"),
        p_("revenue path", "plan"),
        p_("revenue path", "talk"),
        p_("revenue path", "weigh"),
        p_("revenue path", "vote"),
        p_("revenue path", "post"),
        p_("revenue path", "do"),
    )
    at = min(list(RevenueState).index(state), len(words))
    stands = [
        Stands.BEHIND if place < at else Stands.HERE if place == at else Stands.AHEAD
        for place in range(len(words))
    ]
    if state is RevenueState.CARRIED_OUT:
        stands[-1] = Stands.BEHIND
    return [Phase(word=word, stands=one) for word, one in zip(words, stands, strict=True)]


def _sent_back(file: RevenueFile) -> list[Section]:
    reason = file.account.sent_back_because
    return [Section(note=_("Sent back: {why}").format(why=reason))] if reason else []


def _sums(file: RevenueFile) -> Section:
    account = file.account
    area = sum(one.area for one in file.units)
    income, cost = (sum_of(file.lines, side) for side in RevenueSide)
    return Section(
        heading=_("Sums of the quarter"),
        facts=[
            *sums_said(income, cost, account.opening, area),
            (_("Shared by"), _units(len(file.units), area) if file.units else ""),
            (_("Left before"), yuan(account.opening) if account.opening else ""),
            (_("Bank account ends in"), account.account_tail),
        ],
    )


def _units(count: int, area: int) -> str:
    return _("{units} units, {area} m²").format(units=count, area=square_metres(area))


def _lines(file: RevenueFile) -> list[Section]:
    if not file.lines:
        return []
    return [
        Section(
            heading=_("Income and cost, line by line"),
            rows=[_line(one) for side in RevenueSide for one in file.lines if one.side is side],
        )
    ]


def _line(one: RevenueLine) -> StateRow:
    sign = "+" if one.side is RevenueSide.INCOME else "−"
    day = "" if one.entered_on is None else f"{one.entered_on:%Y-%m-%d}"
    return StateRow(
        what=one.what,
        aside=" · ".join(part for part in (label(one.side), one.proof, day) if part),
        state=f"{sign}{in_figures(one.amount)}",
        tone="good" if one.side is RevenueSide.INCOME else "quiet",
    )


def _use(desk: Desk, file: RevenueFile, go: Go) -> list[Section]:
    """Say what it is to be used for, who deliberated, and that only the owners decide."""
    account = file.account
    links = [
        Link(
            text=vote.title,
            aside=f"{vote.number} · {label(vote.state)}",
            do=partial(go, "votes", vote.id),
        )
        for vote in (file.vote,)
        if vote is not None
    ]
    law = _("Spending it: {law}. Starting a use that earns: {other}. The council decides neither.")
    return [
        Section(
            heading=_("What it is used for"),
            facts=[
                (_("Use"), label(account.purpose) if account.purpose else ""),
                (_("How exactly"), account.plan),
            ],
            text=law.format(law=law_words(_SPENDING), other=law_words(_STARTING)),
            rows=[_deliberation(desk, one) for one in file.steps],
            links=links,
        )
    ]


def _deliberation(desk: Desk, one: DeliberationStep) -> StateRow:
    said = [day_said(one.held_on, desk.now())]
    if one.kind is Deliberation.DELIBERATE:
        counted = _("{present} of {due} came, {agreeing} agreed")
        said.append(counted.format(present=one.present, due=one.due, agreeing=one.agreeing))
    said += [part for part in (one.opinion, one.override_reason) if part]
    return StateRow(
        what=label(one.kind),
        aside=" · ".join(said),
        state=_("counts with a reason") if one.override_reason else p_("deliberation", "done"),
        tone="warning" if one.override_reason else "good",
    )


def _notices(desk: Desk, file: RevenueFile, go: Go) -> list[Section]:
    if not file.notices:
        return []
    links = []
    for one in file.notices:
        first = one.may_come_down_on
        said = _("{kind}, may come down from {day}") if first else "{kind}"
        day = day_said(first, desk.now()) if first else ""
        links.append(
            Link(
                text=one.title,
                aside=said.format(kind=label(one.kind), day=day),
                do=partial(go, "commons", one.id),
            )
        )
    return [Section(heading=_("On the boards"), links=links)]
