"""The dialogs of an account of common revenue, by step."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.revenue import RevenuePurpose
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.four_deliberations import Attended, reached
from mediator_desk.rules.quarters import Quarter
from mediator_desk.usecases.common_revenue import accounts, deliberating, posting
from mediator_desk.words import _
from ui.errands import Errands
from ui.forms.revenue_desk import Job, RevenueDesk, Values
from ui.forms.revenue_lines import change_lines, take_units
from ui.forms.sheet import Choice, Count, Money, Sheet, Text
from ui.forms.sheet_dialog import SheetDialog
from ui.law_words import law_words, majority_words

_SPENDING = deliberating.SPENDING
_SAMPLE = 30


def open_account(
    parent: QWidget, *, desk: Desk, errands: Errands, then: Callable[[Changes], object]
) -> QDialog:
    """Ask which quarter of which estate; the last one that is over is proposed."""
    last = Quarter.before(local_day(desk.now()))
    quarters = [(str(number), f"{number}") for number in range(1, 5)]
    sheet = Sheet(
        (
            Text(key="estate", label=_("&Estate"), required=True),
            Count(key="year", label=_("&Year"), required=True, half=True),
            Choice(key="quarter", label=_("&Quarter"), choices=quarters, required=True, half=True),
            Money(key="opening", label=_("&Left before (yuan)"), half=True),
            Text(key="account_tail", label=_("&Bank account, last four digits"), half=True),
        )
    )
    sheet.fill({"year": last.year, "quarter": str(last.number)})
    sheet.settle()

    def asked(values: Values) -> Job:
        request = accounts.OpenRevenue(
            estate=values["estate"],
            year=values["year"],
            quarter=int(values["quarter"]),
            opening=values["opening"] or Decimal("0.00"),
            account_tail=values["account_tail"],
        )
        return partial(accounts.open_revenue, desk, request)

    dialog = SheetDialog(
        parent,
        title=_("Open the account of a quarter"),
        explain=_("Every quarter is made public, for thirty days."),
        sheet=sheet,
        verb=_("&Open"),
        errands=errands,
        job=asked,
        then=then,
        width=34.0,
    )
    dialog.open()
    return dialog


def _boards() -> Text:
    return Text(key="boards", label=_("&Where it hangs"), hint=_("one board on each line"),
                lines=2, required=True)  # fmt: skip


def _post_account(at: RevenueDesk) -> QDialog:
    def asked(values: Values) -> Job:
        request = posting.PostRevenueAccount(
            account=at.file.account.id,
            boards=tuple(values["boards"].splitlines()),
            posted_on=values["on"],
            contact=values["contact"],
        )
        return partial(posting.post_revenue_account, at.desk, request)

    return at.ask(
        (
            _boards(),
            at.day(_("&Since")),
            Text(key="contact", label=_("Office &phone for opinions")),
        ),
        _("Post the account"),
        _("&Keep"),
        asked,
        _("{account}: it hangs, its sums stand."),
        explain=_("It hangs for thirty days; lines and units cannot be changed after that."),
    )


def _propose(at: RevenueDesk) -> QDialog:
    def asked(values: Values) -> Job:
        request = deliberating.ProposeRevenueUse(
            account=at.file.account.id,
            purpose=RevenuePurpose(values["purpose"]),
            plan=values["plan"],
            held_on=values["on"],
        )
        return partial(deliberating.propose_revenue_use, at.desk, request)

    uses = [(one.value, label(one)) for one in RevenuePurpose]
    return at.ask(
        (
            Choice(key="purpose", label=_("&Use"), choices=uses, as_list=True, required=True),
            Text(key="plan", label=_("&How exactly"), lines=3),
            at.day(_("&Proposed on")),
        ),
        _("The party branch proposes a use"),
        _("&Keep"),
        asked,
        _("{account}: the proposal is kept."),
        explain=_("First of the four deliberations."),
    )


def _discuss(at: RevenueDesk) -> QDialog:
    def asked(values: Values) -> Job:
        request = deliberating.DiscussRevenueUse(
            account=at.file.account.id, opinion=values["opinion"], held_on=values["on"]
        )
        return partial(deliberating.discuss_revenue_use, at.desk, request)

    return at.ask(
        (
            Text(key="opinion", label=_("What they &thought of it"), lines=3, required=True),
            at.day(_("&Discussed on")),
        ),
        _("The two committees discussed it"),
        _("&Keep"),
        asked,
        _("{account}: the discussion is kept."),
        explain=_("Second of the four deliberations."),
    )


def _members(at: RevenueDesk) -> QDialog:
    def asked(values: Values) -> Job:
        request = deliberating.DeliberateRevenueUse(
            account=at.file.account.id,
            due=values["due"],
            present=values["present"],
            agreeing=values["agreeing"],
            opinion=values["opinion"],
            reason=values["reason"],
            held_on=values["on"],
        )
        return partial(deliberating.deliberate_revenue_use, at.desk, request)

    return at.ask(
        (
            Count(key="due", label=_("Should &attend"), required=True, half=True),
            Count(key="present", label=_("Ca&me"), required=True, half=True),
            Count(key="agreeing", label=_("A&greed"), required=True, half=True),
            at.day(_("&Held on")),
            Text(key="opinion", label=_("What they &said"), lines=2),
            Text(key="reason", label=_("Where too few: &why it counts all the same"), lines=2),
        ),
        _("The party members' meeting"),
        _("&Keep"),
        asked,
        _("{account}: the meeting is kept."),
        explain=_figures(at),
    )


def _figures(at: RevenueDesk) -> str:
    """Say how many are needed, by an example, with the source."""
    account = at.file.account
    nobody = Attended(due=_SAMPLE, present=0, agreeing=0)
    needed = reached(at.desk.books.council, account.division, at.today(), nobody)
    said = _(
        "Third of the four deliberations. Of {due} who should attend, at least {present} come "
        "and {agreeing} agree ({source}; to be confirmed)."
    )
    return said.format(
        due=_SAMPLE,
        present=needed.short_of_quorum,
        agreeing=needed.short_of_majority,
        source=needed.quorum.source,
    )


def _decide(at: RevenueDesk) -> QDialog:
    def asked(values: Values) -> Job:
        vote = next(one.id for one in at.votes if str(one.id) == values["vote"])
        request = deliberating.DecideRevenueUse(account=at.file.account.id, vote=vote)
        return partial(deliberating.decide_revenue_use, at.desk, request)

    counted = [
        (str(one.id), f"{one.number} {one.title}") for one in at.votes if one.passed is not None
    ]
    explain = f"{law_words(_SPENDING)}\n{majority_words(_SPENDING)}"
    if not counted:
        explain += "\n" + _("No vote is counted yet. Put the use to them in the place Votes.")
    return at.ask(
        (
            Choice(
                key="vote", label=_("Counted &vote"), choices=counted, as_list=True, required=True
            ),
        ),
        _("The owners decided"),
        _("&Keep"),
        asked,
        _("{account}: the owners' decision is kept."),
        explain=explain,
        values={},
    )


def _send_back(at: RevenueDesk) -> QDialog:
    def asked(values: Values) -> Job:
        request = deliberating.SendBackRevenueUse(
            account=at.file.account.id, reason=values["reason"]
        )
        return partial(deliberating.send_back_revenue_use, at.desk, request)

    return at.ask(
        (Text(key="reason", label=_("&Why"), lines=2, required=True),),
        _("Send the proposal back"),
        _("&Send back"),
        asked,
        _("{account}: the proposal went back."),
        values={},
    )


def _post_use(
    at: RevenueDesk,
    run: Callable[[Desk, posting.PostRevenueUse], Changes],
    title: str,
    explain: str,
    *,
    told: bool,
) -> QDialog:
    def asked(values: Values) -> Job:
        request = posting.PostRevenueUse(
            account=at.file.account.id,
            boards=tuple(values["boards"].splitlines()),
            text=values["text"],
            posted_on=values["on"],
        )
        return partial(run, at.desk, request)

    text = _("What was &done") if told else _("What else the notice &says")
    return at.ask(
        (Text(key="text", label=text, lines=3, required=told), _boards(), at.day(_("P&osted on"))),
        title,
        _("&Keep"),
        asked,
        _("{account}: the notice hangs."),
        explain=explain,
    )


def _post_decision(at: RevenueDesk) -> QDialog:
    return _post_use(
        at,
        posting.post_revenue_decision,
        _("Post the owners' decision"),
        _("First of the two disclosures."),
        told=False,
    )


def _carry_out(at: RevenueDesk) -> QDialog:
    return _post_use(
        at,
        posting.carry_out_revenue_use,
        _("Post what was done"),
        _("Second of the two disclosures, after the first has hung its days."),
        told=True,
    )


def _close(at: RevenueDesk) -> QDialog:
    def asked(_values: Mapping[str, Any]) -> Job:
        request = posting.CloseRevenue(account=at.file.account.id)
        return partial(posting.close_revenue, at.desk, request)

    return at.ask(
        (),
        _("Close the account"),
        _("C&lose"),
        asked,
        _("{account} is closed."),
        explain=_("What is left unused goes into the next quarter."),
        values={},
    )


DIALOGS: Mapping[str, Callable[[RevenueDesk], QDialog]] = {
    "change-revenue-lines": change_lines,
    "take-revenue-roster": take_units,
    "post-revenue-account": _post_account,
    "propose-revenue-use": _propose,
    "discuss-revenue-use": _discuss,
    "deliberate-revenue-use": _members,
    "decide-revenue-use": _decide,
    "send-back-revenue-use": _send_back,
    "post-revenue-decision": _post_decision,
    "carry-out-revenue-use": _carry_out,
    "close-revenue": _close,
}
