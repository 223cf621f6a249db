"""Says beside the minutes whether the votes add up and what they carry."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from mediator_desk.labels import label
from mediator_desk.records.council import AgendaTopic
from mediator_desk.records.council_meeting import VoteMethod
from mediator_desk.rules.fractions import Share, percent
from mediator_desk.rules.who_decides import council_may_decide
from mediator_desk.words import _, n_
from ui.law_words import law_words, only_recommends
from ui.widgets.card import Banner, Card
from ui.widgets.label import Label

VOTED = (VoteMethod.HANDS.value, VoteMethod.NAMED.value, VoteMethod.SECRET.value)


class VoteCard(Card):
    """Reckons heads, sum and majority from what stands on the sheet, by the rules on file."""

    def __init__(
        self, topic: AgendaTopic, quorum: Share, majority: Share, parent: QWidget | None = None
    ) -> None:
        """Say first whether the council may decide at all."""
        super().__init__(_("The vote"), parent=parent)
        self._quorum, self._majority = quorum, majority
        self.sum = Banner()
        self.attendance = Label(wrap=True)
        self.verdict = Label(wrap=True)
        if not council_may_decide(topic.decision_body, topic.law_item):
            self.column.addWidget(Banner(only_recommends(label(topic.decision_body)), "warning"))
            if topic.law_item:
                self.column.addWidget(Label(law_words(topic.law_item), wrap=True, tone="quiet"))
        for part in (self.sum, self.attendance, self.verdict):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def say(self, values: Mapping[str, Any], due: int | None, present: int | None) -> None:
        """Reckon the figures that stand on the sheet now."""
        self._say_attendance(due, present)
        if values.get("method") not in VOTED:
            self.sum.say(_("By consensus: nobody objected, so nothing is counted."), "accent")
            self.verdict.setText("")
            return
        recused = len(values.get("recused") or ())
        voting = None if present is None else max(present - recused, 0)
        counts = [values.get(key) or 0 for key in ("votes_for", "votes_against", "votes_abstain")]
        self._say_sum(sum(counts), voting)
        self._say_verdict(counts[0], voting)

    def _say_attendance(self, due: int | None, present: int | None) -> None:
        if not due or present is None:
            self.attendance.setText("")
            return
        enough = self._quorum.reached(present, due)
        said = (
            _("{present} of {due} are present, {percent}: enough to decide.")
            if enough
            else _("{present} of {due} are present, {percent}; {needed} are needed to decide.")
        )
        self.attendance.setText(
            said.format(
                present=present,
                due=due,
                percent=percent(present, due),
                needed=self._quorum.needed(due),
            )
        )
        self.attendance.set_tone("plain" if enough else "warning")

    def _say_sum(self, votes: int, voting: int | None) -> None:
        if voting is None:
            self.sum.say(_("Fill in who was due, who was present, and the votes."), "accent")
        elif votes == voting:
            self.sum.say(_("The votes add up: {votes}.").format(votes=votes), "good")
        elif votes < voting:
            missing = voting - votes
            sentence = n_(
                "{votes} votes, {present} present: {count} is missing.",
                "{votes} votes, {present} present: {count} are missing.",
                missing,
            )
            self.sum.say(sentence.format(votes=votes, present=voting, count=missing), "warning")
        else:
            over = votes - voting
            sentence = n_(
                "{votes} votes, {present} present: {count} too many.",
                "{votes} votes, {present} present: {count} too many.",
                over,
            )
            self.sum.say(sentence.format(votes=votes, present=voting, count=over), "danger")

    def _say_verdict(self, agreeing: int, voting: int | None) -> None:
        if not voting:
            self.verdict.setText("")
        elif self._majority.reached(agreeing, voting):
            said = _("{agreeing} of {present} is more than half.")
            self.verdict.setText(said.format(agreeing=agreeing, present=voting))
        else:
            needed = self._majority.short_by(agreeing, voting)
            sentence = n_(
                "{agreeing} of {present} is not more than half; {count} vote is short.",
                "{agreeing} of {present} is not more than half; {count} votes are short.",
                needed,
            )
            self.verdict.setText(sentence.format(agreeing=agreeing, present=voting, count=needed))
