"""Logging a dispute in under a minute: what happened, where, who; the rest can follow."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.dispute import Channel, Topic
from mediator_desk.records.place import Level, Place
from mediator_desk.refusals import Refusal
from mediator_desk.rows import CaseFile, Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases.log_dispute import LogDispute, log_dispute
from mediator_desk.usecases.undo import Undo, undo
from mediator_desk.words import N_, _
from ui.dialogs.glance import Glance
from ui.errands import Errands
from ui.forms.alike import Alike, AlikePanel, find_alike
from ui.forms.case_desk import choices_of
from ui.forms.case_route import outside_said
from ui.forms.draft import Draft, DraftKeeper
from ui.forms.draft_offer import DraftOffer
from ui.forms.inputs import PickInput
from ui.forms.party_fields import party_from, party_rows
from ui.forms.places import communities, estates
from ui.forms.sheet import Choice, Day, Field, Pick, Sheet, Text
from ui.forms.sheet_dialog import SheetDialog
from ui.notices import Notices
from ui.widgets.card import Banner
from ui.widgets.completing import Candidate

FORM = "log-dispute"
_PAUSE = 500


class LogForm(SheetDialog):
    """The log form. It proposes a topic until she chooses one, and keeps a draft all the while."""

    def __init__(
        self,
        parent: QWidget,
        *,
        desk: Desk,
        errands: Errands,
        then: Callable[[Changes], object],
        open_dispute: Callable[[UUID], object],
    ) -> None:
        """Lay out the form; places, estates and an earlier draft come in by errands."""
        self._desk, self._open_dispute = desk, open_dispute
        self._own_topic, self._proposing, self._proposed = False, False, ""
        self.alike = AlikePanel()
        super().__init__(
            parent,
            title=_("Log a dispute"),
            sheet=Sheet(log_fields(desk)),
            verb=_("&Log"),
            errands=errands,
            job=lambda values: partial(log_dispute, desk, log_request(desk, values)),
            then=then,
            aside=self.alike,
            width=42.0,
        )
        self.offer = DraftOffer()
        self.outside = Banner()
        self.drafts = DraftKeeper(self, FORM, desk=desk, errands=errands, values=self.sheet.draft)
        self._names: dict[str, str] = {desk.team.division: desk.team.name}
        self._asked_division = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._put_offer()
        self._wire_log()
        self._begin()

    def take_draft(self, draft: Draft) -> None:
        """Go on with an earlier form."""
        values = dict(draft.values)
        division = str(values.get("division") or "")
        values["division"] = self._place(division)
        self._own_topic = bool(values.get("topic"))
        self._proposing = True
        self.sheet.fill(values)
        self._proposing = False
        self.offer.hide()
        self.drafts.touch()
        self._typed()

    @override
    def done(self, result: int) -> None:
        # Handed over or thrown away: either way nothing is left to go on with.
        if self.sheet.touched() or result == int(self.DialogCode.Accepted):
            self.drafts.forget()
        super().done(result)

    def _begin(self) -> None:
        own = self._desk.team.division
        divisions = self._desk.books.divisions
        if own in divisions:
            self._names[own] = divisions[own].name
        self.sheet.fill({"division": self._place(own), "channel": Channel.WALK_IN.value})
        self.sheet.settle()
        self._errands.run(
            partial(communities, self._desk), owner=self, then=self._offer_communities
        )
        self._offer_estates_of(own)
        self.drafts.look()

    def _offer_communities(self, places: tuple[Candidate, ...]) -> None:
        self._names |= {str(one.key): one.text for one in places}
        cell = self.sheet.cell("division").input
        if isinstance(cell, PickInput):
            before = self.sheet.values()["division"]
            cell.edit.offer(places)
            if before:
                self._quietly({"division": self._place(before)})

    def _offer_estates_of(self, division: str) -> None:
        if division != self._asked_division:
            self._asked_division = division
            self._errands.run(
                partial(self._desk.queries.estates, division), owner=self, then=self._offer_estates
            )

    def _offer_estates(self, places: tuple[Place, ...]) -> None:
        cell = self.sheet.cell("estate").input
        if isinstance(cell, PickInput):
            cell.edit.offer(estates(places))

    def _place(self, division: str) -> Candidate | None:
        name = self._names.get(division) or division
        return Candidate(division, name) if division else None

    def _typed(self) -> None:
        """Propose a topic, look for likenesses a moment later, remember to keep a draft."""
        if self._proposing:
            return
        self.drafts.touch()
        values = self.sheet.values()
        if values["topic"] != self._proposed:
            self._own_topic = bool(values["topic"])
        self._propose(values)
        self._advise(self.sheet.values())
        if values["division"]:
            self._offer_estates_of(values["division"])
        self._pause.start()

    def _propose(self, values: Mapping[str, Any]) -> None:
        if self._own_topic:
            return
        rules = self._desk.books.routing
        proposed = rules.propose_topic(values["text"])
        shown = proposed.value if values["text"] and proposed is not Topic.OTHER else ""
        if shown != values["topic"]:
            self._proposed = shown
            self._quietly({"topic": shown})
        self.sheet.cell("topic").say_note(self._topic_note() if shown else "")

    def _advise(self, values: Mapping[str, Any]) -> None:
        """Say before anything else that it is not for mediation; else which way it may go."""
        if not values["text"]:
            self.outside.say("")
            return
        topic = Topic(values["topic"] or Topic.OTHER)
        proposal = self._desk.books.routing.propose(topic, values["text"])
        self.outside.say(outside_said(proposal), "danger")
        if values["topic"] and not proposal.outside:
            way = _("Probably: {way}.").format(way=label(proposal.route))
            note = self._topic_note() if values["topic"] == self._proposed else ""
            self.sheet.cell("topic").say_note(f"{note} {way}".strip())

    def _topic_note(self) -> str:
        return _("Proposed from the text; choose another one if it does not fit.")

    def _quietly(self, values: Mapping[str, Any]) -> None:
        self._proposing = True
        self.sheet.fill(values)
        self._proposing = False

    def _look_for_alike(self) -> None:
        self._errands.run(
            partial(find_alike, self._desk, self.sheet.values()),
            owner=self,
            then=self._show_alike,
        )

    def _show_alike(self, alike: tuple[Alike, ...]) -> None:
        self.alike.show_alike(alike, self._desk.now())

    def _look_at(self, alike: Alike) -> None:
        self._errands.run(
            partial(self._desk.queries.case_file, alike.row.id), owner=self, then=self._glance
        )

    def _glance(self, file: CaseFile) -> None:
        go = partial(self._leave_for, file.dispute.id)
        Glance(self, self._desk, file, why=_("Possibly the same"), go=go).open()

    def _leave_for(self, dispute: UUID) -> None:
        """Go to the dispute that is the same; the form stays as a draft."""
        self.drafts.keep()
        self._sure = True
        SheetDialog.done(self, int(self.DialogCode.Rejected))
        self._open_dispute(dispute)

    def _put_offer(self) -> None:
        column = self.layout()
        if column is not None:
            column.insertWidget(1, self.offer)  # type: ignore[attr-defined] # it is a box
            column.insertWidget(1, self.outside)  # type: ignore[attr-defined] # it is a box

    def _wire_log(self) -> None:
        self.sheet.changed.connect(self._typed)
        self._pause.timeout.connect(self._look_for_alike)
        self.alike.opened.connect(self._look_at)
        self.drafts.found.connect(partial(self.offer.say, now=self._desk.now))
        self.offer.taken.connect(self.take_draft)
        self.offer.thrown_away.connect(self.drafts.drop)


def log_fields(desk: Desk) -> tuple[Field, ...]:
    """Give the fields in the order a person tells the story."""
    counties = [code for code, one in desk.books.divisions.items() if one.level is Level.COUNTY]

    def today() -> date:
        return local_day(desk.now())

    return (
        Text(key="text", label=_("&What happened"), lines=4, required=True),
        Choice(
            key="topic",
            label=_("&Topic"),
            choices=choices_of(Topic, label),
            required=True,
            half=True,
        ),
        Choice(key="channel", label=_("Came b&y"), choices=choices_of(Channel, label), half=True),
        Pick(key="division", label=_("C&ommunity"), half=True, required=True),
        Pick(
            key="estate",
            label=_("&Estate"),
            hint=_("A new one is added by its name"),
            free=True,
            half=True,
        ),
        Text(key="building", label=_("&Building"), half=True),
        Text(key="unit", label=_("&Unit, room"), half=True),
        party_rows("parties", today(), counties),
        Day(
            key="happened_on",
            label=_("Happened o&n"),
            today=today,
            past=True,
            half=True,
            calendar=desk.books.calendar,
        ),
        Text(key="households", label=_("&Households concerned"), half=True),
        Text(key="title", label=_("Title"), hint=_("A few words for the list, if you like")),
    )


def log_request(desk: Desk, values: Mapping[str, Any]) -> LogDispute:
    """Make the request out of the fields; whoever logs it handles it until it is handed on."""
    today = local_day(desk.now())
    return LogDispute(
        text=values["text"],
        topic=Topic(values["topic"]),
        channel=Channel(values["channel"] or Channel.WALK_IN),
        division=values["division"] or "",
        estate=str(values["estate"] or ""),
        building=values["building"],
        unit=values["unit"],
        title=values["title"],
        happened_on=values["happened_on"],
        households=count_of(values["households"]),
        parties=tuple(party_from(one, today) for one in values["parties"]),
        mediator=desk.person.id,
    )


def count_of(typed: str) -> int:
    """Read a count. Raises ``Refusal``."""
    words = typed.strip().removesuffix("户").strip()
    if not words:
        return 0
    if not (words.isascii() and words.isdigit()):
        raise Refusal(N_("Type the number of households in digits."))
    return int(words)


def open_log_form(
    parent: QWidget,
    *,
    desk: Desk,
    errands: Errands,
    notices: Notices,
    open_dispute: Callable[[UUID], object],
) -> LogForm:
    """Open the log form; what was logged is shown and named in a notice with Undo."""

    def logged(changes: Changes) -> None:
        dispute = changes.of("dispute")[0]
        open_dispute(dispute)
        errands.run(partial(desk.queries.case_file, dispute), then=partial(tell, changes))

    def tell(changes: Changes, file: CaseFile) -> None:
        notices.say(
            _("{number} logged").format(number=file.dispute.number),
            undo=partial(take_back, changes, file.dispute.number),
        )

    def take_back(changes: Changes, number: str) -> None:
        if changes.piece is not None:
            said = _("{number} was taken back").format(number=number)
            errands.run(
                partial(undo, desk, Undo(piece=changes.piece)),
                then=lambda _changes: notices.say(said),
            )

    form = LogForm(parent, desk=desk, errands=errands, then=logged, open_dispute=open_dispute)
    form.open()
    return form
